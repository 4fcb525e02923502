"""The kinds of letters as data: one TOML file each, in the folder ``kinds``.

A file says what the letter is for, the claims of which one must hold for there to be a letter
(``rests_on``), and its parts. A part has a form, and sentences, each with the claims that must hold
for it to stand there. ``each = "charge"`` says the part again for every charge. ``reasons_of`` says
one line for every condition of a question's answer, in the words of ``reasons`` for how it stands:
``met``, ``met_since``, ``from``, ``unmet``, ``unknown`` or ``weighed`` (people decide).
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from functools import cache
from pathlib import Path
from typing import Any, get_args

from homeward.letters.claim import Claim, read_claim
from homeward.letters.letter import Form

FOLDER = Path(__file__).parent / "kinds"


class LetterError(Exception):
    """A letter that is not known, or a template that cannot be used; says what to write."""


@dataclass(frozen=True)
class Wording:
    """A sentence as a template has it: its words, and the claims that it makes."""

    says: str
    when: tuple[Claim, ...] = ()


@dataclass(frozen=True)
class PartWording:
    """A part of a template."""

    form: Form
    sentences: tuple[Wording, ...]
    heading: str = ""
    each: str = ""
    where: tuple[Claim, ...] = ()
    reasons_of: str = ""
    reasons: Mapping[str, str] = field(default_factory=dict)
    only_alternatives: bool = False

    @property
    def heading_of_each(self) -> bool:
        """Whether the heading names the charge, so that each charge has a part of its own."""
        return "{" in self.heading


@dataclass(frozen=True)
class Template:
    """One kind of letter.

    Attributes:
        kind: its name on the command line.
        says: what it is for, in a few words.
        cite: the law behind it.
        rests_on: ways in which there is ground for it, each a list of claims that all hold.
        no_ground: what a person is told when there is none.
        before: what to know before it is sent.
    """

    kind: str
    title: str
    says: str
    cite: str
    rests_on: tuple[tuple[Claim, ...], ...]
    no_ground: str
    parts: tuple[PartWording, ...]
    before: str


def kinds() -> list[str]:
    """The names of all letters, as their files stand."""
    return sorted(path.stem for path in FOLDER.glob("*.toml"))


@cache
def template(kind: str) -> Template:
    """The template of a letter.

    Raises:
        LetterError: when there is no such letter, or its file cannot be used.
    """
    if kind not in kinds():
        msg = f"there is no letter {kind!r}; the letters are {', '.join(kinds())}"
        raise LetterError(msg)
    path = FOLDER / f"{kind}.toml"
    try:
        return _template(kind, tomllib.loads(path.read_text(encoding="utf-8")))
    except (ValueError, KeyError, TypeError) as bad:
        msg = f"{path.name}: {bad}"
        raise LetterError(msg) from bad


def _template(kind: str, given: Mapping[str, Any]) -> Template:
    return Template(
        kind=kind,
        title=given["title"],
        says=given["says"],
        cite=given["cite"],
        rests_on=tuple(_claims(way["all"]) for way in given["rests_on"]),
        no_ground=given["no_ground"],
        parts=tuple(_part(part) for part in given["parts"]),
        before=given["before"],
    )


def _part(given: Mapping[str, Any]) -> PartWording:
    allowed = {own.name for own in fields(PartWording)}
    if unknown := sorted(set(given) - allowed):
        msg = f"{', '.join(unknown)} says nothing in a part; write {', '.join(sorted(allowed))}"
        raise ValueError(msg)
    if given["form"] not in get_args(Form):
        msg = f"{given['form']!r} is no form of a part; write one of {', '.join(get_args(Form))}"
        raise ValueError(msg)
    return PartWording(
        form=given["form"],
        sentences=tuple(map(_wording, given.get("sentences", ()))),
        heading=given.get("heading", ""),
        each=given.get("each", ""),
        where=_claims(given.get("where", ())),
        reasons_of=given.get("reasons_of", ""),
        reasons=given.get("reasons", {}),
        only_alternatives=given.get("only_alternatives", False),
    )


def _wording(given: str | Mapping[str, Any]) -> Wording:
    if isinstance(given, str):
        return Wording(given)
    return Wording(given["says"], _claims(given.get("when", ())))


def _claims(given: Any) -> tuple[Claim, ...]:  # noqa: ANN401  TOML, checked here
    return tuple(map(read_claim, given))
