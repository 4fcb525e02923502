"""What a body of law covers: its questions, its version, how sure it is, what is open.

>>> from homeward.law import body
>>> missouri = coverage(body("us-mo"), date(2026, 11, 23))
>>> missouri.title, "clear.610_140" in missouri.questions, missouri.reading_of
('Missouri', True, None)
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from homeward import law
from homeward.law.certainty import Doubt, doubts
from homeward.rules.body import Body
from homeward.rules.choice import Reading
from homeward.rules.node import walk
from homeward.rules.truth import OpenLaw
from homeward.when import FIRST, LAST


@dataclass(frozen=True, slots=True)
class Coverage:
    """What one body of law covers on a day.

    Attributes:
        id, title: the body of law.
        reading_of: the place whose law it is a named reading of, if it is one.
        questions: what it answers.
        rules: how many rules of it are law on the day.
        unchanged_since: the first day of the stretch of unchanged law that the day lies in;
            None where nothing changed that was looked up.
        changes_on: the next day on which some part of it is known to change, if any.
        known_changes: every such day from then on, in order.
        checked_on: the day it was last compared with its sources.
        doubts: how many of its parts are not certain.
        open_questions: the names under which an answer tells that the law is open.
    """

    id: str
    title: str
    reading_of: str | None
    questions: tuple[str, ...]
    rules: int
    unchanged_since: date | None
    changes_on: date | None
    known_changes: tuple[date, ...]
    checked_on: date
    doubts: tuple[Doubt, ...]
    open_questions: tuple[str, ...]


def coverage(body: Body, day: date) -> Coverage:
    """What a body of law covers on a day."""
    since = body.version(day)
    coming = [change for change in body.change_days if day < change < LAST]
    rules = [rule for rule in body.rules.values() if rule.in_force(day)]
    return Coverage(
        id=body.id,
        title=body.title,
        reading_of=body.place if law.is_reading(body.id) else None,
        questions=tuple(dict.fromkeys(rule.question for rule in rules)),
        rules=len(rules),
        unchanged_since=since if since > FIRST else None,
        changes_on=min(coming, default=None),
        known_changes=tuple(coming),
        checked_on=body.checked_on,
        doubts=tuple(doubts(body, day)),
        open_questions=tuple(sorted(set(_open_on(body, day)))),
    )


def everything(day: date | None = None) -> Iterator[Coverage]:
    """Every body of law, a named reading right after its place; without a day, as last checked."""
    found = [one for one in map(law.body, law.body_ids()) if one is not None]
    for body in sorted(found, key=lambda one: (one.place, one.id)):
        yield coverage(body, day or body.checked_on)


def _open_on(body: Body, day: date) -> Iterator[str]:
    for rule in body.rules.values():
        if rule.in_force(day):
            nodes = (node for tree in rule.trees for node in walk(tree))
            yield from (n.question for n in nodes if isinstance(n, OpenLaw | Reading))
    for parameter in body.parameters.values():
        entry = parameter.on(day)
        if entry is not None and entry.readings:
            yield parameter.name
    for row in body.offenses.listings:
        if row.reading and row.since <= day < row.until:
            yield row.reading
