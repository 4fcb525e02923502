"""Lifetime limits: a person's charges counted against the places, while facts may be missing.

Rows of one group use one place, at the highest kind among them. What is not
known only widens the count: a row that may never be cleared may take no place,
a row of unknown severity may take a place of any kind, and a row of unknown
group may join any other. The answer is *no* only when the places cannot be
enough however that turns out, and *yes* only when they always are.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

from homeward.explain.interpret import Interpreter, Meanings
from homeward.explain.value import (
    AS_WHEN,
    CodeFunction,
    NumberFunction,
    Span,
    TruthFunction,
    WhenFunction,
)
from homeward.facts import Row, Truth
from homeward.rules import limit
from homeward.when import LAST

Kind = tuple[TruthFunction, NumberFunction, NumberFunction]
"""Which rows take a place of this kind, how many there are, how many are used."""
Places = frozenset[int | None]
"""The kinds of place that a row may take, by index, highest first; None is no place."""


def budget(interpreter: Interpreter, node: limit.Budget) -> WhenFunction:
    """Always where everything fits, never where it cannot."""
    kinds = [
        (interpreter.truth(k.where), interpreter.number(k.at_most), interpreter.number(k.used))
        for k in node.kinds
    ]
    answer, group = interpreter.answer_to(node.question), interpreter.code(node.grouped_by)
    return lambda row, _outer: AS_WHEN[fits(row.person, kinds, answer, group)]


def fits(person: Row, kinds: list[Kind], answer: Callable[[Row], Span], group: CodeFunction) -> int:
    """Whether every charge that can be cleared fits the places left (a truth)."""
    rows = [(places_of(row, kinds, answer(row)), group(row, row)) for row in person.charges]
    sure = possible = True
    for index, (_, at_most, used) in enumerate(kinds):
        limit, gone = at_most(person, person), used(person, person)
        fewest, most = count(rows, index)
        sure = sure and most <= max(limit[0] - gone[1], 0)
        possible = possible and fewest <= max(limit[1] - gone[0], 0)
    return Truth.YES if sure else Truth.UNKNOWN if possible else Truth.NO


def places_of(row: Row, kinds: list[Kind], answer: Span) -> Places:
    """The kinds of place that a row may take, by its answer and by what it is."""
    if answer[0] == LAST:
        return frozenset({None})
    found: set[int | None] = set() if answer[1] < LAST else {None}
    for index, (where, _, _) in enumerate(kinds):
        inside = where(row, row)
        if inside:
            found.add(index)
        if inside == Truth.YES:
            return frozenset(found)
    return frozenset(found | {None})


def count(rows: list[tuple[Places, str | None]], kind: int) -> tuple[int, int]:
    """The fewest and the most places of a kind that rows with their groups can use."""
    groups: dict[str, list[Places]] = {}
    alone: list[Places] = []
    for places, name in rows:
        (alone if name is None else groups.setdefault(name, [])).append(places)
    forced = sum(_must(members, kind) for members in groups.values())
    # a row of unknown group may lift one group to a higher kind by joining it
    lifting = sum(_may_be_above(places, kind) for places in alone)
    every = [places for places, _ in rows]
    fewest = max(forced - lifting, int(_must(every, kind)))
    most = sum(may_take([places], kind) for places in alone)
    return fewest, most + sum(may_take(members, kind) for members in groups.values())


def _must(group: Iterable[Places], kind: int) -> bool:
    """Whether the highest place of a group is of this kind, however it turns out."""
    members = list(group)
    return {kind} in members and not any(_may_be_above(places, kind) for places in members)


def may_take(group: Iterable[Places], kind: int) -> bool:
    """Whether the highest place of a group can be of this kind."""
    members = list(group)
    return any(kind in places for places in members) and not any(
        all(place is not None and place < kind for place in places) for places in members
    )


def _may_be_above(places: Places, kind: int) -> bool:
    return any(place is not None and place < kind for place in places)


MEANINGS: Meanings = {limit.Budget: budget}
