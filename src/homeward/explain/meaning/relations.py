"""Other rows of the same person: which belong to a relation, and what is asked of them.

A row may belong for certain or only possibly. Certain rows move both ends of an
answer, possible ones only the end that they could widen.
"""

from __future__ import annotations

import math
from datetime import date

from homeward.explain.interpret import Interpreter, Meanings
from homeward.explain.memory import looks_out, remembered_here
from homeward.explain.value import (
    UNKNOWN,
    Members,
    NumberFunction,
    Numbers,
    RowsFunction,
    Span,
    TruthFunction,
    WhenFunction,
)
from homeward.facts import Row, Truth
from homeward.rules import amounts, dates, truth
from homeward.rules.rows import Rows
from homeward.when import FIRST, LAST, shift


def rows(interpreter: Interpreter, node: Rows) -> RowsFunction:
    """The rows of a relation; a filter that does not look at this row is worked out once."""
    where = None if node.where is None else interpreter.truth(node.where)
    within_case, leaving_out, key = node.within == "case", node.leaving_out, (id(node), interpreter)
    correlated = node.where is not None and looks_out(node.where)

    def members(row: Row, _outer: Row) -> Members:
        home = row.case if within_case else row.person
        found: Members | None = None if correlated else home.memo.get(key)
        if found is None:
            found = _filtered(home, where, row)
            if not within_case and _may_lack_rows(home):
                found.append((Truth.UNKNOWN, None))
            if not correlated:
                home.memo[key] = found
        if leaving_out == "none":
            return found
        if leaving_out == "self":
            return [pair for pair in found if pair[1] is not row]
        return [pair for pair in found if pair[1] is None or pair[1].case is not row.case]

    return members


def _filtered(home: Row, where: TruthFunction | None, row: Row) -> Members:
    found: Members = []
    for other in home.charges:
        inside = 2 if where is None else where(other, row)
        if inside:
            found.append((inside, other))
    return found


def _may_lack_rows(person: Row) -> bool:
    complete: int = person.facts.get("person.record_complete", Truth.YES)
    return complete != Truth.YES


# --- claims and counts ------------------------------------------------------------


def exists(interpreter: Interpreter, node: truth.Exists) -> TruthFunction:
    """As sure as its surest row."""
    members = interpreter.rows(node.rows)
    return lambda row, outer: max((inside for inside, _ in members(row, outer)), default=0)


def every(interpreter: Interpreter, node: truth.Every) -> TruthFunction:
    """A row that may not belong cannot make it false for certain."""
    members, claim = interpreter.rows(node.rows), interpreter.truth(node.claim)

    def all_claim(row: Row, outer: Row) -> int:
        least = 2
        for inside, other in members(row, outer):
            held = 1 if other is None else claim(other, row)
            least = min(least, max(held, 2 - inside))
        return least

    return all_claim


def count(interpreter: Interpreter, node: amounts.Count) -> NumberFunction:
    """From the certain rows to all possible ones; without end while rows may be lacking."""
    members = interpreter.rows(node.rows)

    def counted(row: Row, outer: Row) -> Numbers:
        found = members(row, outer)
        certain = sum(inside == Truth.YES for inside, _ in found)
        beyond = any(other is None for _, other in found)
        return certain, math.inf if beyond else len(found)

    return counted


# --- dates ------------------------------------------------------------------------


def latest(interpreter: Interpreter, node: dates.Latest) -> WhenFunction:
    """The nth latest of the rows' days."""
    members, event, nth = interpreter.rows(node.rows), interpreter.when(node.event), node.nth

    def latest_of(row: Row, outer: Row) -> Span:
        lows, highs = [], []
        for inside, other in members(row, outer):
            if other is None:  # any number of rows may be lacking
                highs += [LAST] * nth
                continue
            low, high = event(other, row)
            if inside == Truth.YES:
                lows.append(low)
            highs.append(high)
        return _nth(lows, nth), _nth(highs, nth)

    return remembered_here(latest_of)


def _nth(days: list[date], nth: int) -> date:
    if nth == 1:
        return max(days, default=FIRST)
    return sorted(days, reverse=True)[nth - 1] if len(days) >= nth else FIRST


def earliest(interpreter: Interpreter, node: dates.Earliest) -> WhenFunction:
    """The earliest of the rows' days."""
    members, event = interpreter.rows(node.rows), interpreter.when(node.event)

    def earliest_of(row: Row, outer: Row) -> Span:
        soonest = latest_day = LAST
        for inside, other in members(row, outer):
            low, high = UNKNOWN if other is None else event(other, row)
            soonest = min(soonest, low)
            if inside == Truth.YES:
                latest_day = min(latest_day, high)
        return soonest, latest_day

    return remembered_here(earliest_of)


def next_after(interpreter: Interpreter, node: dates.NextAfter) -> WhenFunction:
    """The first of the rows' days that lies after a day of this row."""
    members, event = interpreter.rows(node.rows), interpreter.when(node.event)
    after = interpreter.when(node.after)

    def first_after(row: Row, outer: Row) -> Span:
        first, last = after(row, outer)
        soonest = latest_day = LAST
        for inside, other in members(row, outer):
            low, high = UNKNOWN if other is None else event(other, row)
            if high > first:
                soonest = min(soonest, max(low, shift(first, days=1, rounding="back")))
            if low > last and inside == Truth.YES:
                latest_day = min(latest_day, high)
        return soonest, latest_day

    return remembered_here(first_after)


def previous_before(interpreter: Interpreter, node: dates.PreviousBefore) -> WhenFunction:
    """The last of the rows' days that lies before a day of this row."""
    members, event = interpreter.rows(node.rows), interpreter.when(node.event)
    before = interpreter.when(node.before)

    def last_before(row: Row, outer: Row) -> Span:
        first, last = before(row, outer)
        soonest = latest_day = FIRST
        for inside, other in members(row, outer):
            low, high = UNKNOWN if other is None else event(other, row)
            if low < last:
                latest_day = max(latest_day, min(high, shift(last, days=-1, rounding="back")))
            if high < first and inside == Truth.YES:
                soonest = max(soonest, low)
        return soonest, latest_day

    return remembered_here(last_before)


MEANINGS: Meanings = {
    Rows: rows,
    truth.Exists: exists,
    truth.Every: every,
    amounts.Count: count,
    dates.Latest: latest,
    dates.Earliest: earliest,
    dates.NextAfter: next_after,
    dates.PreviousBefore: previous_before,
}
