"""Pages of law: a rule or a body of law, for people to read.

The same pages are printed by ``homeward law`` and written as documentation by
``python -m homeward.law.pages docs/law``.
"""

from __future__ import annotations

import difflib
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import cast

from homeward import law
from homeward.law.certainty import doubts
from homeward.law.index import index_page
from homeward.rules.body import Body
from homeward.rules.printing import OPEN_QUESTIONS, as_markdown, as_text, page, text, with_places
from homeward.rules.printing.blocks import Block, Heading, Paragraph, Table
from homeward.rules.problem import LawError
from homeward.rules.rule import Rule
from homeward.when import FIRST

_ROUNDING = {"forward": "the first day of the next month", "back": "the last day of the month"}


def law_page(name: str, day: date) -> str:
    """A rule (``us-mo/expungement``) or a body of law (``us-mo``) as text for a terminal.

    >>> print(law_page("us-mo/refiling", date(2026, 11, 23)).splitlines()[0])
    A new petition after a dismissed one

    Raises:
        LawError: naming the nearest, when there is none of this name.
    """
    found = named(name)
    if isinstance(found, Body):
        return as_text(body_page(found, day))
    body = named(found.body)
    return text(found, cast("Body", body), day=day, vocabulary=law.vocabulary())


def named(name: str) -> Body | Rule:
    """The body of law (``us-mo``) or the rule (``us-mo/expungement``) of this name.

    Raises:
        LawError: naming the nearest, when there is none of this name.
    """
    body_id, _, rule_name = name.partition("/")
    body = law.body(body_id)
    if body is None:
        raise LawError(_unknown("body of law", body_id, list(law.body_ids())))
    if rule_name and name not in body.rules:
        raise LawError(_unknown("rule", name, list(body.rules)))
    return body.rules[name] if rule_name else body


def _unknown(what: str, name: str, known: list[str]) -> str:
    near = difflib.get_close_matches(name, known, n=1, cutoff=0.0)
    hint = f"did you mean {near[0]}? " if near else ""
    return f"there is no {what} {name}; {hint}Here are all: {', '.join(known)}"


def bodies() -> Iterator[Body]:
    """Every body of law."""
    found = (law.body(body_id) for body_id in law.body_ids())
    return (body for body in found if body is not None)


def _since(rule: Rule) -> str:
    return str(rule.since) if rule.since > FIRST else "not looked up"


def body_page(body: Body, day: date) -> Iterator[Block]:
    """One body of law: its rules, how it counts, and how sure it is."""
    yield Heading(body.title, 1)
    yield Paragraph(
        f"`{body.id}`, compared with its sources on {body.checked_on}. What is not settled is on "
        f"the page of [open questions]({OPEN_QUESTIONS})."
    )
    yield Heading("Rules", 2)
    rules = body.rules.values()
    yield Table(
        ("rule", "", "law", "question", "since"),
        tuple((f"[`{rule.name}`]({_file(rule.name)})", rule.title, rule.cite,
               f"`{rule.question}`", _since(rule)) for rule in rules),
    )  # fmt: skip
    yield Heading("How it counts", 2)
    yield Paragraph(f"An anniversary that does not exist, such as 29 February, falls on "
                    f"{_ROUNDING[body.rounding]}. {body.rounding_cite}.")  # fmt: skip
    yield Heading("How sure it is", 2)
    yield Table(
        ("what", "in all", "medium", "low", "open"),
        tuple((doubt.what, *map(str, (doubt.all, doubt.medium, doubt.low, doubt.open)))
              for doubt in doubts(body, day)),
    )  # fmt: skip
    yield Paragraph(
        "Medium: one second-hand source. Low: recalled, not confirmed. Open: the law does not say, "
        "or its text was not read; the answer then spans every reading."
    )


def _file(rule_name: str) -> str:
    return f"{rule_name.partition('/')[2]}.md"


def pages() -> Iterator[tuple[str, str]]:
    """Every page of the documentation with its path, each law on the day it was checked."""
    yield "index.md", as_markdown(index_page())
    for body in bodies():
        yield f"{body.id}/index.md", as_markdown(body_page(body, body.checked_on))
        for rule in body.rules.values():
            shown = page(rule, body, day=body.checked_on, vocabulary=law.vocabulary())
            yield f"{body.id}/{_file(rule.name)}", shown
        questions = body.folder / OPEN_QUESTIONS
        if questions.exists():
            yield f"{body.id}/{OPEN_QUESTIONS}", with_places(questions.read_text(encoding="utf-8"))


def write(folder: Path) -> None:
    """Write every page under a folder, and take away pages of rules that are gone."""
    wanted = {folder / path: shown for path, shown in pages()}
    for old in set(folder.rglob("*.md")) - set(wanted):
        old.unlink()
    for path, shown in wanted.items():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(shown, encoding="utf-8")


if __name__ == "__main__":
    write(Path(sys.argv[1]))
