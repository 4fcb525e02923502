"""From when something holds: days, claims as answers, the latest or earliest of parts."""

from __future__ import annotations

from typing import cast

from homeward.explain.interpret import Interpreter, Meanings
from homeward.explain.memory import remembered_here
from homeward.explain.value import (
    ALWAYS,
    AS_WHEN,
    NEVER,
    UNKNOWN,
    Span,
    WhenFunction,
)
from homeward.facts import Row
from homeward.rules import conditions, dates
from homeward.rules.node import Node
from homeward.rules.outcome import Limb
from homeward.when import FIRST, LAST


def on(_interpreter: Interpreter, node: dates.On) -> WhenFunction:
    """The day itself, twice."""
    pair = (node.day, node.day)
    return lambda _row, _outer: pair


def holds_if(interpreter: Interpreter, node: dates.HoldsIf) -> WhenFunction:
    """Always for yes, never for no."""
    claim = interpreter.truth(node.claim)
    return lambda row, outer: AS_WHEN[claim(row, outer)]


def waits_while(interpreter: Interpreter, node: dates.WaitsWhile) -> WhenFunction:
    """Open at both ends while the claim may be true."""
    claim = interpreter.truth(node.claim)
    return lambda row, outer: UNKNOWN if claim(row, outer) else ALWAYS


def _in_force(interpreter: Interpreter, items: tuple[Node, ...]) -> list[WhenFunction]:
    return [interpreter.when(item) for item in interpreter.in_force(items)]


def all_of(interpreter: Interpreter, node: dates.AllOf) -> WhenFunction:
    """The latest of both ends; the first *never* ends the search."""
    items = _in_force(interpreter, node.items)

    def latest_of(row: Row, outer: Row) -> Span:
        soonest = latest = FIRST
        for item in items:
            span = item(row, outer)
            if span is ALWAYS:
                continue
            low, high = span
            if low > soonest:
                soonest = low
                if low == LAST:
                    return NEVER
            latest = max(latest, high)
        return soonest, latest

    return latest_of


def any_of(interpreter: Interpreter, node: dates.AnyOf) -> WhenFunction:
    """The earliest of both ends; the first *always* ends the search."""
    items = _in_force(interpreter, node.items)

    def earliest_of(row: Row, outer: Row) -> Span:
        soonest = latest = LAST
        for item in items:
            low, high = item(row, outer)
            soonest = min(soonest, low)
            if high < latest:
                latest = high
                if high == FIRST:
                    return ALWAYS
        return soonest, latest

    return earliest_of


def bounded(interpreter: Interpreter, node: dates.Bounded) -> WhenFunction:
    """A missing date lies between the two that bound it; a known one stands."""
    event = interpreter.when(node.event)
    floor = None if node.no_earlier is None else interpreter.when(node.no_earlier)
    roof = None if node.no_later is None else interpreter.when(node.no_later)

    def between(row: Row, outer: Row) -> Span:
        low, high = event(row, outer)
        if low == high:
            return low, high
        low = low if floor is None else max(low, floor(row, outer)[0])
        high = high if roof is None else min(high, roof(row, outer)[1])
        return min(low, high), high

    return remembered_here(between)


def latest_listed(interpreter: Interpreter, node: dates.LatestListed) -> WhenFunction:
    """The latest day of a list; unknown while the list is."""
    get = interpreter.function(node.fact)

    def latest_of(row: Row, outer: Row) -> Span:
        listed = cast("tuple[Span, ...] | None", get(row, outer))
        return UNKNOWN if listed is None else max(listed, default=ALWAYS)

    return latest_of


def answer_of(interpreter: Interpreter, node: dates.AnswerOf) -> WhenFunction:
    """What another question answers for this row."""
    answer = interpreter.answer_to(node.question)
    return lambda row, _outer: answer(row)


def condition(interpreter: Interpreter, node: conditions.Condition) -> WhenFunction:
    """The tree under the condition's name, worked out once for a row."""
    return remembered_here(interpreter.when(node.tree))


def discretion(_interpreter: Interpreter, _node: conditions.Discretion) -> WhenFunction:
    """What is weighed never moves a date."""
    return lambda _row, _outer: ALWAYS


def limb(interpreter: Interpreter, node: Limb) -> WhenFunction:
    """The way itself; its outcome moves no date."""
    return interpreter.when(node.tree)


MEANINGS: Meanings = {
    dates.On: on,
    dates.HoldsIf: holds_if,
    dates.WaitsWhile: waits_while,
    dates.AllOf: all_of,
    dates.AnyOf: any_of,
    dates.Bounded: bounded,
    dates.LatestListed: latest_listed,
    dates.AnswerOf: answer_of,
    conditions.Condition: condition,
    conditions.Discretion: discretion,
    Limb: limb,
}
