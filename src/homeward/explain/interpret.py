"""Interpreting a rule for one person: each node of the tree becomes a small function.

The functions are built once for a body of law on a day and reused for every
record. A *when* is a pair of days, a *truth* is 0, 1 or 2, a *number* is a
pair of numbers, a *code* is a string or None. This is the reference meaning of
the language: the bulk engines are tested against it, row by row.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from datetime import date
from functools import lru_cache
from typing import Any

from homeward.explain.budget import fits
from homeward.facts import Row, Truth, Vocabulary
from homeward.facts.reading import NEVER_HAPPENED, UNKNOWN_VALUE
from homeward.rules import amounts, choice, conditions, dates, fact, limit, logic, rows, truth
from homeward.rules.law_day import LawDay
from homeward.rules.node import Node
from homeward.rules.problem import LawError
from homeward.rules.rule import Rule
from homeward.when import FIRST, LAST, add_business_days, fraction_of_term, shift

Function = Callable[[Row, Row], Any]
"""Works out a node for a row; the second row is the one the rule is about."""

ALWAYS, NEVER, UNKNOWN = (FIRST, FIRST), (LAST, LAST), (FIRST, LAST)
_AS_WHEN = (NEVER, UNKNOWN, ALWAYS)
_UNBOUNDED = (-math.inf, math.inf)
_shift = lru_cache(maxsize=65_536)(shift)


class Interpreter:
    """The functions of one body of law on one day."""

    def __init__(
        self,
        law: LawDay,
        vocabulary: Vocabulary,
        answers: Callable[[str], list[tuple[Interpreter, Rule]]],
    ) -> None:
        """Take the law, the facts' declarations, and how to find another question's rules."""
        self.law = law
        self.vocabulary = vocabulary
        self.answers = answers
        self._functions: dict[int, tuple[Node, Function]] = {}

    def function(self, node: Node) -> Function:
        """The function of a node, built on first use."""
        known = self._functions.get(id(node))
        if known is None:
            known = self._functions[id(node)] = (node, _BUILD[type(node)](self, node))
        return known[1]

    def value(self, node: Node, row: Row, outer: Row | None = None) -> Any:
        """The value of a node for a row."""
        return self.function(node)(row, outer or row)

    def functions(self, nodes: tuple[Node, ...]) -> list[Function]:
        """The functions of several nodes."""
        return [self.function(node) for node in nodes]

    # --- facts ------------------------------------------------------------------

    def _fact(self, node: fact.FactRef) -> Function:
        declared = self.vocabulary[node.name]
        name, kind = declared.name, declared.kind
        told = declared.when_absent == "none_recorded"
        absent = NEVER_HAPPENED[kind] if told else UNKNOWN_VALUE.get(kind)
        if declared.table == "charge":
            return lambda row, _outer: row.facts.get(name, absent)
        if declared.table == "case":
            return lambda row, _outer: row.case.facts.get(name, absent)
        return lambda row, _outer: row.person.facts.get(name, absent)

    def _outer(self, node: fact.Outer) -> Function:
        inner = self.function(node.fact)
        return lambda _row, outer: inner(outer, outer)

    # --- truths -----------------------------------------------------------------

    def _const(self, node: logic.Const) -> Function:
        value = Truth.YES if node.value else Truth.NO
        return lambda _row, _outer: value

    def _claim(self, node: truth.Claim) -> Function:
        return self.function(node.fact)

    def _code_in(self, node: fact.CodeIn) -> Function:
        get, codes = self.function(node.fact), node.codes

        def is_in(row: Row, outer: Row) -> int:
            code = get(row, outer)
            return 1 if code is None else 2 if code in codes else 0

        return is_in

    def _stated(self, node: fact.Stated) -> Function:
        get, codes = self.function(node.fact), node.codes
        return lambda row, outer: 2 if get(row, outer) in codes else 0

    def _happened(self, node: fact.Happened) -> Function:
        get = self.function(node.fact)

        def happened(row: Row, outer: Row) -> int:
            low, high = get(row, outer)
            return 2 if high < LAST else 0 if low == LAST else 1

        return happened

    def _tagged(self, node: fact.Tagged) -> Function:
        get = self.function(node.fact)
        at = None if node.at is None else self.function(node.at)
        day, law, tag = self.law.day, self.law, node.tag

        def tagged(row: Row, outer: Row) -> int:
            span = (day, day) if at is None else at(row, outer)
            return law.listed(get(row, outer), tag, row, span).truth

        return tagged

    def _same(self, node: truth.Same) -> Function:
        get = self.function(node.fact)

        def same(row: Row, outer: Row) -> int:
            here, there = get(row, row), get(outer, outer)
            if here is None or there is None:
                return 1
            return 2 if here and here == there else 0

        return same

    def _and(self, node: logic.And) -> Function:
        claims = self.functions(node.claims)

        def both(row: Row, outer: Row) -> int:
            least = 2
            for claim in claims:
                found = claim(row, outer)
                if not found:
                    return 0
                least = min(least, found)
            return least

        return both

    def _or(self, node: logic.Or) -> Function:
        claims = self.functions(node.claims)

        def either(row: Row, outer: Row) -> int:
            greatest = 0
            for claim in claims:
                found = claim(row, outer)
                if found == Truth.YES:
                    return 2
                greatest = max(greatest, found)
            return greatest

        return either

    def _not(self, node: logic.Not) -> Function:
        claim = self.function(node.claim)
        return lambda row, outer: 2 - claim(row, outer)

    def _compare(self, node: truth.Compare) -> Function:
        left, right = self.function(node.left), self.function(node.right)
        decide = _COMPARE[node.order]
        return lambda row, outer: decide(left(row, outer), right(row, outer))

    def _exists(self, node: truth.Exists) -> Function:
        members = self.members(node.rows)
        return lambda row, outer: max((t for t, _ in members(row, outer)), default=0)

    def _every(self, node: truth.Every) -> Function:
        members, claim = self.members(node.rows), self.function(node.claim)

        def every(row: Row, outer: Row) -> int:
            least = 2
            for inside, other in members(row, outer):
                held = 1 if other is None else claim(other, row)
                least = min(least, max(held, 2 - inside))
            return least

        return every

    def _law_says(self, node: truth.LawSays) -> Function:
        get = self.function(node.parameter)

        def law_says(row: Row, outer: Row) -> int:
            low, high = get(row, outer)
            return 1 if low != high else 2 if low is True else 0

        return law_says

    def _open_law(self, node: truth.OpenLaw) -> Function:
        chosen = self.law.readings.get(node.question)
        value = {"yes": 2, "no": 0}.get(chosen or "", 1)
        return lambda _row, _outer: value

    # --- relations --------------------------------------------------------------

    def members(self, node: Node) -> Callable[[Row, Row], list[tuple[int, Row | None]]]:
        """The rows of a relation with how surely each belongs; (1, None) for rows not recorded."""
        if not isinstance(node, rows.Rows):
            msg = f"a relation is expected, not {type(node).__name__}"
            raise LawError(msg)
        where = None if node.where is None else self.function(node.where)
        correlated = node.where is not None and _looks_out(node.where)
        within_case, leaving_out, key = (
            node.within == "case",
            node.leaving_out,
            id(node),
        )

        def members(row: Row, _outer: Row) -> list[tuple[int, Row | None]]:
            home = row.case if within_case else row.person
            found: list[tuple[int, Row | None]] | None = None
            if not correlated:
                found = home.memo.get((key, self))
            if found is None:
                found = _filtered(home, where, row, within_case=within_case)
                if not correlated:
                    home.memo[key, self] = found
            if leaving_out == "none":
                return found
            if leaving_out == "self":
                return [pair for pair in found if pair[1] is not row]
            return [pair for pair in found if pair[1] is None or pair[1].case is not row.case]

        return members

    def _latest(self, node: dates.Latest) -> Function:
        members, event, nth = self.members(node.rows), self.function(node.event), node.nth

        def latest(row: Row, outer: Row) -> tuple[date, date]:
            lows, highs = [], []
            for inside, other in members(row, outer):
                low, high = UNKNOWN if other is None else event(other, row)
                if inside == Truth.YES:
                    lows.append(low)
                highs.append(high)
            return _nth(lows, nth), _nth(highs, nth)

        return latest

    def _earliest(self, node: dates.Earliest) -> Function:
        members, event = self.members(node.rows), self.function(node.event)

        def earliest(row: Row, outer: Row) -> tuple[date, date]:
            soonest = latest = LAST
            for inside, other in members(row, outer):
                low, high = UNKNOWN if other is None else event(other, row)
                soonest = min(soonest, low)
                if inside == Truth.YES:
                    latest = min(latest, high)
            return soonest, latest

        return earliest

    def _next_after(self, node: dates.NextAfter) -> Function:
        members, event = self.members(node.rows), self.function(node.event)
        after = self.function(node.after)

        def next_after(row: Row, outer: Row) -> tuple[date, date]:
            first, last = after(row, outer)
            soonest = latest = LAST
            for inside, other in members(row, outer):
                low, high = UNKNOWN if other is None else event(other, row)
                if high > first:
                    soonest = min(soonest, max(low, shift(first, days=1, rounding="back")))
                if low > last and inside == Truth.YES:
                    latest = min(latest, high)
            return soonest, latest

        return next_after

    def _previous_before(self, node: dates.PreviousBefore) -> Function:
        members, event = self.members(node.rows), self.function(node.event)
        before = self.function(node.before)

        def previous_before(row: Row, outer: Row) -> tuple[date, date]:
            first, last = before(row, outer)
            soonest = latest = FIRST
            for inside, other in members(row, outer):
                low, high = UNKNOWN if other is None else event(other, row)
                if low < last:
                    latest = max(latest, min(high, shift(last, days=-1, rounding="back")))
                if high < first and inside == Truth.YES:
                    soonest = max(soonest, low)
            return soonest, latest

        return previous_before

    def _budget(self, node: limit.Budget) -> Function:
        kinds = [
            (self.function(k.where), self.function(k.at_most), self.function(k.used))
            for k in node.kinds
        ]
        answer = self._answer_to(node.question)
        group = self.function(node.grouped_by)

        def budget(row: Row, _outer: Row) -> tuple[date, date]:
            return _AS_WHEN[fits(row.person, kinds, answer, group)]

        return budget

    # --- numbers ----------------------------------------------------------------

    def _number(self, node: amounts.Number) -> Function:
        pair = (node.value, node.value)
        return lambda _row, _outer: pair

    def _parameter(self, node: amounts.Parameter) -> Function:
        name, law = node.name, self.law
        if node.at is None:
            pair = self._span(name, None)
            return lambda _row, _outer: pair
        at = self.function(node.at)
        law.body.parameters[name]
        return lambda row, outer: self._span(name, at(row, outer))

    def _span(self, name: str, days: tuple[date, date] | None) -> tuple[Any, Any]:
        low, high, _ = self.law.parameter(name, days)
        if low is None:
            dated = self.law.body.parameters[name].unit == "date"
            return UNKNOWN if dated else _UNBOUNDED
        return low, high

    def _count(self, node: amounts.Count) -> Function:
        members = self.members(node.rows)

        def count(row: Row, outer: Row) -> tuple[float, float]:
            found = members(row, outer)
            certain = sum(inside == Truth.YES for inside, _ in found)
            beyond = any(other is None for _, other in found)
            return certain, math.inf if beyond else len(found)

        return count

    def _total(self, node: amounts.Total) -> Function:
        get = self.function(node.fact)

        def total(row: Row, outer: Row) -> tuple[float, float]:
            items = get(row, outer)
            if items is None:
                return 0, math.inf
            return sum(low for low, _ in items), sum(high for _, high in items)

        return total

    def _arithmetic(self, node: amounts.Arithmetic) -> Function:
        left, right = self.function(node.left), self.function(node.right)
        combine = _ARITHMETIC[node.operator]
        return lambda row, outer: combine(left(row, outer), right(row, outer))

    # --- dates ------------------------------------------------------------------

    def _on(self, node: dates.On) -> Function:
        pair = (node.day, node.day)
        return lambda _row, _outer: pair

    def _holds_if(self, node: dates.HoldsIf) -> Function:
        claim = self.function(node.claim)
        return lambda row, outer: _AS_WHEN[claim(row, outer)]

    def _waits_while(self, node: dates.WaitsWhile) -> Function:
        claim = self.function(node.claim)
        return lambda row, outer: UNKNOWN if claim(row, outer) else ALWAYS

    def _all_of(self, node: dates.AllOf) -> Function:
        items = self._in_force(node.items)

        def all_of(row: Row, outer: Row) -> tuple[date, date]:
            soonest = latest = FIRST
            for item in items:
                low, high = item(row, outer)
                if low > soonest:
                    soonest = low
                    if low == LAST:
                        return NEVER
                latest = max(latest, high)
            return soonest, latest

        return all_of

    def _any_of(self, node: dates.AnyOf) -> Function:
        items = self._in_force(node.items)

        def any_of(row: Row, outer: Row) -> tuple[date, date]:
            soonest = latest = LAST
            for item in items:
                low, high = item(row, outer)
                soonest = min(soonest, low)
                if high < latest:
                    latest = high
                    if high == FIRST:
                        return ALWAYS
            return soonest, latest

        return any_of

    def _in_force(self, items: tuple[Node, ...]) -> list[Function]:
        return [self.function(item) for item in in_force(items, self.law.day)]

    def _since(self, node: dates.Since) -> Function:
        event, amount = self.function(node.event), self.function(node.amount)
        add = self.adder(node)

        def since(row: Row, outer: Row) -> tuple[date, date]:
            low, high = event(row, outer)
            least, most = amount(row, outer)
            return add(low, least), add(high, most)

        return since

    def adder(self, node: dates.Since) -> Callable[[date, float], date]:
        """How a wait moves a day; an unknown amount moves it to the end."""
        rounding, extra = self.law.body.rounding, int(node.boundary == "day_after")
        unit = node.unit

        def add(day: date, amount: float) -> date:
            if day in (FIRST, LAST):
                return day
            if math.isinf(amount):
                return LAST if amount > 0 else FIRST
            if unit == "days":
                return _shift(day, days=math.ceil(amount) + extra, rounding=rounding)
            months = math.ceil(amount * 12 if unit == "years" else amount)
            return _shift(day, months=months, days=extra, rounding=rounding)

        return add

    def _served(self, node: dates.Served) -> Function:
        start, months, percent = self.functions((node.start, node.months, node.percent))
        serve = self.server()

        def served(row: Row, outer: Row) -> tuple[date, date]:
            begins, term, share = start(row, outer), months(row, outer), percent(row, outer)
            return tuple(serve(begins[i], term[i], share[i]) for i in (0, 1))  # type: ignore[return-value]

        return served

    def server(self) -> Callable[[date, float, float], date]:
        """How a share of a term moves a day; saturates while the term is unknown."""
        rounding = self.law.body.rounding

        def serve(start: date, months: float, percent: float) -> date:
            if start in (FIRST, LAST) or months <= 0:
                return start
            if math.isinf(months) or math.isinf(percent):
                return LAST
            return fraction_of_term(start, math.ceil(months), int(percent), rounding=rounding)

        return serve

    def _business_days(self, node: dates.BusinessDays) -> Function:
        event, amount = self.function(node.event), self.function(node.amount)

        def add(day: date, count: float) -> date:
            if day in (FIRST, LAST) or math.isinf(count):
                return day if not math.isinf(count) else LAST
            return add_business_days(day, int(count), holidays=node.holidays)

        def business_days(row: Row, outer: Row) -> tuple[date, date]:
            low, high = event(row, outer)
            least, most = amount(row, outer)
            return add(low, least), add(high, most)

        return business_days

    def _bounded(self, node: dates.Bounded) -> Function:
        event = self.function(node.event)
        floor = None if node.no_earlier is None else self.function(node.no_earlier)
        roof = None if node.no_later is None else self.function(node.no_later)

        def bounded(row: Row, outer: Row) -> tuple[date, date]:
            low, high = event(row, outer)
            if low == high:
                return low, high
            low = low if floor is None else max(low, floor(row, outer)[0])
            high = high if roof is None else min(high, roof(row, outer)[1])
            return min(low, high), high

        return bounded

    def _latest_listed(self, node: dates.LatestListed) -> Function:
        get = self.function(node.fact)

        def latest_listed(row: Row, outer: Row) -> tuple[date, date]:
            listed = get(row, outer)
            if listed is None:
                return UNKNOWN
            return max(listed, default=ALWAYS)

        return latest_listed

    def _answer_of(self, node: dates.AnswerOf) -> Function:
        answer = self._answer_to(node.question)
        return lambda row, _outer: answer(row)

    def _answer_to(self, question: str) -> Callable[[Row], tuple[date, date]]:
        """The earliest of a question's rules for a row; never when no rule answers it."""

        def answer(row: Row) -> tuple[date, date]:
            found = row.memo.get((question, self))
            if found is None:
                routes = [engine.answer(rule, row) for engine, rule in self.answers(question)]
                lows, highs = [low for low, _ in routes], [high for _, high in routes]
                found = row.memo[question, self] = (
                    min(lows, default=LAST),
                    min(highs, default=LAST),
                )
            return found

        return answer

    def answer(self, rule: Rule, row: Row) -> tuple[date, date]:
        """A rule's answer for a row; never where its question does not apply."""
        applies: int = 2 if rule.gate is None else self.value(rule.gate, row)
        if applies == Truth.NO:
            return NEVER
        low, high = self.value(rule.tree, row)
        return low, high if applies == Truth.YES else LAST

    # --- choices ----------------------------------------------------------------

    def _choose(self, node: choice.Choose) -> Function:
        get = self.function(node.fact)
        branches = {code: self.function(branch) for code, branch in node.branches}
        otherwise = None if node.otherwise is None else self.function(node.otherwise)
        possible = [*branches.values(), *([] if otherwise is None else [otherwise])]

        def chosen(row: Row, outer: Row) -> Any:
            code = get(row, outer)
            if code is None:
                return hull_of([branch(row, outer) for branch in possible])
            branch = branches.get(code, otherwise)
            if branch is None:
                return hull_of([branch(row, outer) for branch in possible])
            return branch(row, outer)

        return chosen

    def _first_match(self, node: choice.FirstMatch) -> Function:
        pairs = [(self.function(claim), self.function(to)) for claim, to in node.branches]
        otherwise = self.function(node.otherwise)

        def first_match(row: Row, outer: Row) -> Any:
            possible = []
            for claim, branch in pairs:
                held = claim(row, outer)
                if held:
                    possible.append(branch(row, outer))
                if held == Truth.YES:
                    return hull_of(possible)
            return hull_of([*possible, otherwise(row, outer)])

        return first_match

    def _recorded(self, node: choice.Recorded) -> Function:
        get, otherwise = self.function(node.fact), self.function(node.otherwise)

        def recorded(row: Row, outer: Row) -> Any:
            value = get(row, outer)
            return value if is_settled(value) else otherwise(row, outer)

        return recorded

    def _reading(self, node: choice.Reading) -> Function:
        readings = [self.function(branch) for _, branch in self.readings(node)]
        if len(readings) == 1:
            return readings[0]
        return lambda row, outer: hull_of([branch(row, outer) for branch in readings])

    def readings(self, node: choice.Reading) -> list[tuple[str, Node]]:
        """The readings of an open question that are still possible."""
        chosen = self.law.readings.get(node.question, node.default)
        return [pair for pair in node.readings if chosen in (None, pair[0])]

    def _condition(self, node: conditions.Condition) -> Function:
        return self.function(node.tree)

    def _discretion(self, _node: conditions.Discretion) -> Function:
        return lambda _row, _outer: ALWAYS


def in_force(items: tuple[Node, ...], day: date) -> list[Node]:
    """The items that are law on a day; only named conditions come and go."""
    named = conditions.Condition | conditions.Discretion
    return [item for item in items if not isinstance(item, named) or item.in_force(day)]


def is_settled(value: Any) -> bool:
    """Whether a value of any sort is known."""
    if isinstance(value, tuple):
        return not value or isinstance(value[0], tuple) or bool(value[0] == value[1])
    return value is not None and (not isinstance(value, int) or value != Truth.UNKNOWN)


def hull_of(values: list[Any]) -> Any:
    """The span over several values of one sort; a truth that varies is unknown."""
    first = values[0]
    if isinstance(first, tuple):
        return min(value[0] for value in values), max(value[1] for value in values)
    return (
        first if all(value == first for value in values) else 1 if isinstance(first, int) else None
    )


def _filtered(
    home: Row, where: Function | None, row: Row, *, within_case: bool
) -> list[tuple[int, Row | None]]:
    found: list[tuple[int, Row | None]] = []
    for other in home.charges:
        inside = 2 if where is None else where(other, row)
        if inside:
            found.append((inside, other))
    if not within_case and home.facts.get("person.record_complete", Truth.YES) != Truth.YES:
        found.append((1, None))
    return found


def _looks_out(node: Node) -> bool:
    if isinstance(node, fact.Outer | truth.Same):
        return True
    return any(_looks_out(part) for part in node.parts)


def _nth(days: list[date], nth: int) -> date:
    if nth == 1:
        return max(days, default=FIRST)
    return sorted(days, reverse=True)[nth - 1] if len(days) >= nth else FIRST


def _less(left: tuple[Any, Any], right: tuple[Any, Any]) -> int:
    return 2 if left[1] < right[0] else 0 if left[0] >= right[1] else 1


def _no_more(left: tuple[Any, Any], right: tuple[Any, Any]) -> int:
    return 2 if left[1] <= right[0] else 0 if left[0] > right[1] else 1


def _equal(left: tuple[Any, Any], right: tuple[Any, Any]) -> int:
    if left[1] < right[0] or right[1] < left[0]:
        return 0
    return 2 if left[0] == left[1] == right[0] == right[1] else 1


_COMPARE: dict[str, Callable[[Any, Any], int]] = {
    "<": _less,
    "<=": _no_more,
    "==": _equal,
    ">=": lambda left, right: _no_more(right, left),
    ">": lambda left, right: _less(right, left),
}


def _times(left: tuple[Any, Any], right: tuple[Any, Any]) -> tuple[Any, Any]:
    corners = [a * b if a and b else 0 for a in left for b in right]
    return min(corners), max(corners)


_ARITHMETIC: dict[str, Callable[[Any, Any], tuple[Any, Any]]] = {
    "+": lambda left, right: (left[0] + right[0], left[1] + right[1]),
    "-": lambda left, right: (left[0] - right[1], left[1] - right[0]),
    "*": _times,
}

_BUILD: dict[type[Node], Callable[[Interpreter, Any], Function]] = {
    fact.FactRef: Interpreter._fact,
    fact.Outer: Interpreter._outer,
    logic.Const: Interpreter._const,
    truth.Claim: Interpreter._claim,
    fact.CodeIn: Interpreter._code_in,
    fact.Stated: Interpreter._stated,
    fact.Happened: Interpreter._happened,
    fact.Tagged: Interpreter._tagged,
    truth.Same: Interpreter._same,
    logic.And: Interpreter._and,
    logic.Or: Interpreter._or,
    logic.Not: Interpreter._not,
    truth.Compare: Interpreter._compare,
    truth.Exists: Interpreter._exists,
    truth.Every: Interpreter._every,
    truth.LawSays: Interpreter._law_says,
    truth.OpenLaw: Interpreter._open_law,
    amounts.Number: Interpreter._number,
    amounts.Parameter: Interpreter._parameter,
    amounts.Count: Interpreter._count,
    amounts.Total: Interpreter._total,
    amounts.Arithmetic: Interpreter._arithmetic,
    dates.On: Interpreter._on,
    dates.HoldsIf: Interpreter._holds_if,
    dates.WaitsWhile: Interpreter._waits_while,
    dates.AllOf: Interpreter._all_of,
    dates.AnyOf: Interpreter._any_of,
    dates.Since: Interpreter._since,
    dates.Served: Interpreter._served,
    dates.BusinessDays: Interpreter._business_days,
    dates.Bounded: Interpreter._bounded,
    dates.Latest: Interpreter._latest,
    dates.Earliest: Interpreter._earliest,
    dates.NextAfter: Interpreter._next_after,
    dates.PreviousBefore: Interpreter._previous_before,
    dates.LatestListed: Interpreter._latest_listed,
    dates.AnswerOf: Interpreter._answer_of,
    choice.Choose: Interpreter._choose,
    choice.FirstMatch: Interpreter._first_match,
    choice.Recorded: Interpreter._recorded,
    choice.Reading: Interpreter._reading,
    conditions.Condition: Interpreter._condition,
    conditions.Discretion: Interpreter._discretion,
    limit.Budget: Interpreter._budget,
}
