"""What a screening is asked for, and by which law and code it is answered."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import Any

import duckdb

import homeward
from homeward import __version__, law
from homeward.explain.engines import Engines
from homeward.explain.session import Session
from homeward.rules.body import Body
from homeward.rules.patch import Patch
from homeward.rules.problem import LawError
from homeward.screen.problem import WishError

_ANSWERING = ("when", "facts", "rules", "law", "explain", "screen")
"""The rooms of the house that an answer depends on."""


@dataclass(frozen=True)
class Wish:
    """What is asked of every person: the day, the law, the questions, and how it is written.

    Attributes:
        as_of: the day to answer for.
        known_on: the day whose knowledge of coming law counts; ``as_of`` by default.
        laws: bodies of law to ask; none means those of each person's own cases.
        questions: the questions to answer; none means all.
        reasons: whether every condition's dates are written too.
        long: whether each question has a row of its own.
        changes: what is laid over the law.
    """

    as_of: date
    known_on: date | None = None
    laws: tuple[str, ...] = ()
    questions: tuple[str, ...] = ()
    reasons: bool = False
    long: bool = False
    changes: tuple[Patch, ...] = ()

    def session(self) -> Session:
        """The session that plans are made in."""
        return Session(self.as_of, known_on=self.known_on, engines=Engines(patches=self.changes))

    def under(self, changes: tuple[Patch, ...]) -> Wish:
        """The same, asked under other changes to the law."""
        return replace(self, changes=changes)

    def wants(self, question: str, *, own: bool) -> bool:
        """Whether a question has columns: it was asked, or is the ``own`` one of a rule asked."""
        return not self.questions or question in self.questions or own

    def told(self) -> dict[str, Any]:
        """The wish with the versions of everything that answers it, as plain data."""
        return {
            "as_of": self.as_of.isoformat(),
            "law_known_on": (self.known_on or self.as_of).isoformat(),
            "laws": list(self.laws), "questions": list(self.questions),
            "reasons": self.reasons, "long": self.long,
            "with": [patch.told() for patch in self.changes],
            "homeward": __version__, "code": code_digest(), "duckdb": duckdb.__version__,
        }  # fmt: skip


def bodies_of(ids: Iterable[str], changes: tuple[Patch, ...] = ()) -> list[Body]:
    """The bodies of law with these ids and those above them, as far as there are rules."""
    named = dict.fromkeys(name for body_id in ids for name in (body_id, *law.parents(body_id)))
    return [
        body for body in (law.body(name, changes) for name in sorted(named)) if body is not None
    ]


def check_laws(ids: Sequence[str]) -> None:
    """See that every body of law that was asked for by name has rules, and all fit together.

    Raises:
        WishError: naming those that have.
    """
    try:
        law.check_together(ids)
    except LawError as problem:
        raise WishError(str(problem)) from problem
    for body_id in ids:
        if law.body(body_id) is None:
            covered = ", ".join(law.body_ids())
            msg = f"there are no rules for {body_id} yet; here is what is covered: {covered}"
            raise WishError(msg)


@lru_cache(maxsize=1)
def code_digest() -> str:
    """A digest of the law and the code that answer: results of two digests are never mixed."""
    found = hashlib.sha256()
    house = Path(homeward.__file__).parent
    for room in _ANSWERING:
        for file in sorted((house / room).rglob("*")):
            if file.suffix in (".py", ".toml", ".csv"):
                found.update(file.relative_to(house).as_posix().encode())
                found.update(file.read_bytes())
    return found.hexdigest()[:16]
