"""Looking through other questions' answers, and at the charges that a lifetime limit counts."""

from __future__ import annotations

from homeward.explain.matters.search import Looks, Place, Search
from homeward.facts import Row
from homeward.rules import dates, limit
from homeward.when import LAST, moves, through_any


def answer_of(search: Search, node: dates.AnswerOf, place: Place) -> None:
    """Each of the question's rules is seen through what the others leave open."""
    routes = search.engine.answers(node.question)
    values = [place.through(engine.answer(rule, place.row)) for engine, rule in routes]
    for index, (engine, rule) in enumerate(routes):
        seen = through_any(place.window, values, index)
        if moves(values[index], seen):
            below = Place(place.row, place.row, seen, place.through)
            search.with_engine(engine).rule_at(rule, below)


def budget(search: Search, node: limit.Budget, place: Place) -> None:
    """Every charge that may take a place, then the numbers of places."""
    for other in place.row.person.charges:
        _counted(search, node, other)
    for kind in node.kinds:
        search.number(kind.at_most, place.row, place.row)
        search.number(kind.used, place.row, place.row)


def _counted(search: Search, node: limit.Budget, row: Row) -> None:
    engine = search.engine
    low, high = engine.answer_to(node.question)(row)
    if low == LAST or not any(engine.holds(kind.where, row) for kind in node.kinds):
        return
    if engine.value(node.grouped_by, row) is None:
        search.name(node.grouped_by, row)
    for kind in node.kinds:
        search.claim(kind.where, row, row)
    if high == LAST:
        answer_of(search, dates.AnswerOf(node.question), Place(row, row))


LOOKS: Looks = {
    dates.AnswerOf: answer_of,
    limit.Budget: budget,
}
