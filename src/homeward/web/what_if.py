"""What if the law were another: move its numbers, and see when made-up people's records clear.

The people are a sample: nobody in it exists, so the curve shows how a change works and measures
nothing. Everything is worked out in memory, for each set of numbers anew.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache
from typing import Any

from homeward import law
from homeward.explain.engines import Engines
from homeward.explain.session import Session
from homeward.facts import Record, read_record
from homeward.law.overlays import overlays_named, shipped
from homeward.rules.amounts import Parameter
from homeward.rules.body import Body
from homeward.rules.node import walk
from homeward.rules.patch import Patch, read_patch
from homeward.rules.rule import Rule
from homeward.sample import covered, people
from homeward.when import LAST

QUESTION = "clear"
PEOPLE, SEED = 1_000, 1
YEARS = 10
_MOST_KEPT = 200
_ROOM = 2
_LEAST_TOP = 10


@dataclass(frozen=True)
class Number:
    """A number of the law that can be moved, as it stands and as it is asked for."""

    name: str
    says: str
    unit: str
    cite: str
    stands: int
    asked: int

    @property
    def most(self) -> int:
        """The right end of its slider."""
        return max(_LEAST_TOP, self.stands * _ROOM)

    @property
    def is_moved(self) -> bool:
        """Whether it differs from the law."""
        return self.asked != self.stands


@dataclass(frozen=True)
class Curve:
    """How many charges clear for sure by the end of each year, under the law of one day."""

    title: str
    counts: Sequence[int]


@dataclass(frozen=True)
class Outcome:
    """Both curves over the same years."""

    years: Sequence[int]
    charges: int
    before: Curve
    after: Curve


def places() -> list[Body]:
    """The places for which there is a sample."""
    return [body for body in map(law.body, covered()) if body is not None]


def reforms(body: Body) -> dict[str, str]:
    """The reforms that are shipped for a place, by name, with their titles."""
    patches = {name: overlays_named([name])[0] for name in shipped()}
    return {name: patch.title for name, patch in patches.items() if patch.law == body.id}


def numbers(body: Body, day: date, asked: Mapping[str, int]) -> list[Number]:
    """The whole numbers that the rules on clearing read, in the order in which they read them."""
    found: list[Number] = []
    for name in dict.fromkeys(_read(body)):
        parameter = body.parameters[name]
        entry = parameter.on(day)
        if entry is not None and type(entry.value) is int:
            value = asked.get(name, entry.value)
            cite = entry.cite or parameter.cite
            found.append(
                Number(name, parameter.says, parameter.unit, cite, entry.value, value)
            )  # fmt: skip
    return found


def _read(body: Body) -> Iterator[str]:
    for rule in _rules(body):
        for tree in rule.trees:
            yield from (node.name for node in walk(tree) if isinstance(node, Parameter))


def _rules(body: Body) -> list[Rule]:
    return [rule for rule in body.rules.values() if QUESTION in (rule.family, rule.question)]


def patches_of(body: Body, reform: str, moved: Sequence[Number], title: str) -> tuple[Patch, ...]:
    """The changes that are asked for: a shipped reform, and the numbers that were moved."""
    named = overlays_named([reform]) if reform else ()
    if not moved:
        return named
    return (*named, read_patch(as_reform(body, moved, title)))


def as_reform(body: Body, moved: Sequence[Number], title: str) -> dict[str, Any]:
    """The numbers that were moved, as what a reform's file holds."""
    return {"title": title, "law": body.id, "set": {one.name: one.asked for one in moved}}


def outcome(body: Body, patches: tuple[Patch, ...], day: date, titles: tuple[str, str]) -> Outcome:
    """What a law and a changed law do for the sample."""
    if law.body.cache_info().currsize > _MOST_KEPT:
        law.body.cache_clear()  # every set of numbers is a body of law of its own
    before = _as_it_stands(body.id, day)
    after = _days(body.id, patches, day) if patches else before
    years = range(day.year - YEARS, day.year + YEARS + 1)
    return Outcome(
        years, len(before), _curve(titles[0], before, years), _curve(titles[1], after, years)
    )


def _curve(title: str, days: Sequence[date], years: Sequence[int]) -> Curve:
    return Curve(title, [sum(day <= date(year, 12, 31) for day in days) for year in years])


@lru_cache(maxsize=8)
def _as_it_stands(body_id: str, day: date) -> list[date]:
    return _days(body_id, (), day)


def _days(body_id: str, patches: tuple[Patch, ...], day: date) -> list[date]:
    """For each charge of the sample the day from which it clears for sure, by any way."""
    engines = Engines(patches=patches)
    session = Session(day, engines=engines)
    bodies = [body for body in [engines.body(body_id)] if body is not None]
    found: list[date] = []
    for record in _records(body_id):
        days = dict.fromkeys(record.charges, LAST)
        for _, row, (_, latest), _ in session.spans(record, bodies, [QUESTION]):
            if row in days:
                days[row] = min(days[row], latest)
        found += days.values()
    return found


def _records(body_id: str) -> Iterator[Record]:
    """The people of the sample, read anew: what an engine works out stays with a record."""
    words = law.vocabulary()
    return (read_record(person, words) for person in _people(body_id))


@lru_cache(maxsize=8)
def _people(body_id: str) -> tuple[dict[str, Any], ...]:
    return tuple(people(body_id, PEOPLE, seed=SEED))


def moved_by(fields: Mapping[str, str], known: Sequence[Number]) -> list[Number]:
    """The numbers with what a form asks for; what is no number, or far off, stays as it is."""
    return [_asked(one, fields.get(one.name, "")) for one in known]


def _asked(one: Number, text: str) -> Number:
    if not text.isdecimal() or len(text) > len(str(one.most)) or int(text) > one.most:
        return one
    return replace(one, asked=int(text))
