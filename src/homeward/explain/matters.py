"""Which missing facts can still move an answer: the window is passed down the tree.

Every node is seen through the window that the rest of the tree leaves open
(:mod:`homeward.when.window`) and through the monotone map that the operations
above it apply to its days. A leaf matters when its interval, so mapped, crosses
the inside of its window. This is exact while no missing fact stands twice in
one tree, and never leaves out a fact that matters.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from typing import Any

from homeward.explain.interpret import Interpreter, hull_of, in_force
from homeward.facts import Row, Truth
from homeward.rules import amounts, choice, conditions, dates, fact, limit, truth
from homeward.rules.node import Node
from homeward.rules.rule import Rule
from homeward.when import FIRST, LAST, WHOLE, Window, moves, shift, through_all, through_any

Pair = tuple[date, date]
Map = Callable[[Pair], Pair]
Related = dates.Latest | dates.Earliest | dates.NextAfter | dates.PreviousBefore

_UPWARD = (dates.Latest, dates.PreviousBefore)
"""The relations that look for the latest day; the others look for the earliest."""


def _same_days(pair: Pair) -> Pair:
    return pair


class Search:
    """One search for what could still move one row's answer.

    ``missing`` gathers facts and open law, ``waits_on`` events that have not
    happened; both keep the order in which the rule reads them.
    """

    def __init__(self, engine: Interpreter, subject: Row) -> None:
        """Search below a row with the functions of one law on one day."""
        self.engine = engine
        self.subject = subject
        self.missing: dict[str, None] = {}
        self.waits_on: dict[str, None] = {}

    def rule(self, rule: Rule, window: Window = WHOLE) -> None:
        """Search a whole rule, its gate first."""
        if rule.gate is not None and self.engine.value(rule.gate, self.subject) == Truth.UNKNOWN:
            self.claim(rule.gate, self.subject, self.subject)
        self.when(rule.tree, self.subject, self.subject, window, _same_days)

    # --- dates ------------------------------------------------------------------

    def when(self, node: Node, row: Row, outer: Row, window: Window, through: Map) -> None:
        """Search a date or an answer."""
        here = self.engine.value(node, row, outer)
        # a settled day may still be moved by an unsettled wait above it: then the wait matters
        if here[0] < here[1] and moves(through(here), window):
            _WHEN[type(node)](self, node, row, outer, window, through)

    def _fact(self, node: fact.FactRef, row: Row, _o: Row, _w: Window, _t: Map) -> None:
        self.name(node, row)

    def _outer(self, node: fact.Outer, _r: Row, outer: Row, _w: Window, _t: Map) -> None:
        self.name(node.fact, outer)

    def _holds_if(self, node: dates.HoldsIf, row: Row, outer: Row, _w: Window, _t: Map) -> None:
        self.claim(node.claim, row, outer)

    def _waits_while(
        self, node: dates.WaitsWhile, row: Row, outer: Row, _w: Window, _t: Map
    ) -> None:
        if self.engine.value(node.claim, row, outer) == Truth.YES:
            self.waits_on[node.event] = None
        else:
            self.claim(node.claim, row, outer)

    def _all_of(
        self, node: dates.AllOf, row: Row, outer: Row, window: Window, through: Map
    ) -> None:
        items = in_force(node.items, self.engine.law.day)
        values = [through(self.engine.value(item, row, outer)) for item in items]
        for index, item in enumerate(items):
            self.when(item, row, outer, through_all(window, values, index), through)

    def _any_of(
        self, node: dates.AnyOf, row: Row, outer: Row, window: Window, through: Map
    ) -> None:
        items = in_force(node.items, self.engine.law.day)
        values = [through(self.engine.value(item, row, outer)) for item in items]
        for index, item in enumerate(items):
            self.when(item, row, outer, through_any(window, values, index), through)

    def _since(self, node: dates.Since, row: Row, outer: Row, window: Window, through: Map) -> None:
        add = self.engine.adder(node)
        least, most = self.engine.value(node.amount, row, outer)
        self.number(node.amount, row, outer)
        self.when(
            node.event, row, outer, window,
            lambda pair: through((add(pair[0], least), add(pair[1], most))),
        )  # fmt: skip

    def _served(
        self, node: dates.Served, row: Row, outer: Row, window: Window, through: Map
    ) -> None:
        serve = self.engine.server()
        months = self.engine.value(node.months, row, outer)
        percent = self.engine.value(node.percent, row, outer)
        self.number(node.months, row, outer)
        self.number(node.percent, row, outer)
        self.when(
            node.start, row, outer, window,
            lambda pair: through(
                (serve(pair[0], months[0], percent[0]), serve(pair[1], months[1], percent[1]))
            ),
        )  # fmt: skip

    def _parts(self, node: Node, row: Row, outer: Row, window: Window, through: Map) -> None:
        for part in node.parts:
            self.any(part, row, outer, window, through)

    def _bounded(
        self, node: dates.Bounded, row: Row, outer: Row, window: Window, through: Map
    ) -> None:
        self._parts(node, row, outer, window, through)

    def _condition(
        self, node: conditions.Condition, row: Row, outer: Row, window: Window, through: Map
    ) -> None:
        self.when(node.tree, row, outer, window, through)

    def _parameter(
        self, node: amounts.Parameter, row: Row, outer: Row, _w: Window, _t: Map
    ) -> None:
        self.number(node, row, outer)

    def _related(self, node: Related, row: Row, outer: Row, window: Window, through: Map) -> None:
        """As an all-of (any-of) over the rows, each by choice of its filter."""
        members = self.engine.members(node.rows)(row, outer)
        event, part = self.engine.function(node.event), self._part_of(node, row, outer)
        spans = [WHOLE if other is None else event(other, row) for _, other in members]
        values = [through(part(inside, span))
                  for (inside, _), span in zip(members, spans, strict=True)]  # fmt: skip
        narrow = through_all if isinstance(node, _UPWARD) else through_any
        exact = not (isinstance(node, dates.Latest) and node.nth > 1)
        for index, (inside, other) in enumerate(members):
            seen = narrow(window, values, index) if exact else window
            if moves(values[index], seen):
                self.member(node.rows, inside, other, row)
                if other is not None:
                    self.when(node.event, other, row, seen,
                              lambda pair: through(part(Truth.YES, pair)))  # fmt: skip
        for day in node.parts[2:]:
            self.when(day, row, outer, WHOLE, _same_days)

    def _part_of(self, node: Related, row: Row, outer: Row) -> Callable[[int, Pair], Pair]:
        """A row's own part in the answer, by how surely it belongs and by its day."""
        absent = FIRST if isinstance(node, _UPWARD) else LAST
        if isinstance(node, dates.Latest | dates.Earliest):
            return lambda inside, pair: pair if inside == Truth.YES else (
                min(pair[0], absent), max(pair[1], absent))  # fmt: skip
        day = node.after if isinstance(node, dates.NextAfter) else node.before
        first, last = self.engine.value(day, row, outer)

        def next_part(inside: int, pair: Pair) -> Pair:
            low = max(pair[0], _next(first, 1)) if pair[1] > first else LAST
            return low, pair[1] if pair[0] > last and inside == Truth.YES else LAST

        def previous_part(inside: int, pair: Pair) -> Pair:
            high = min(pair[1], _next(last, -1)) if pair[0] < last else FIRST
            return pair[0] if pair[1] < first and inside == Truth.YES else FIRST, high

        return next_part if isinstance(node, dates.NextAfter) else previous_part

    def member(self, rows: Node, inside: int, other: Row | None, row: Row) -> None:
        """What would settle whether a row belongs to a relation."""
        if other is None:
            self.missing["person.record_complete"] = None
        elif inside == Truth.UNKNOWN and rows.parts:
            self.claim(rows.parts[0], other, row)

    def _answer_of(
        self, node: dates.AnswerOf, row: Row, _o: Row, window: Window, through: Map
    ) -> None:
        routes = self.engine.answers(node.question)
        values = [through(engine.answer(rule, row)) for engine, rule in routes]
        for index, (engine, rule) in enumerate(routes):
            seen = through_any(window, values, index)
            if moves(values[index], seen):
                below = Search(engine, self.subject)
                below.missing, below.waits_on = self.missing, self.waits_on
                if rule.gate is not None and engine.value(rule.gate, row) == Truth.UNKNOWN:
                    below.claim(rule.gate, row, row)
                below.when(rule.tree, row, row, seen, through)

    def _budget(self, node: limit.Budget, row: Row, _o: Row, _w: Window, _t: Map) -> None:
        whole = dates.AnswerOf(node.question)
        for other in row.person.charges:
            low, high = self.engine.value(whole, other)
            takes = any(self.engine.value(kind.where, other) for kind in node.kinds)
            if low == LAST or not takes:
                continue
            if self.engine.value(node.grouped_by, other) is None:
                self.name(node.grouped_by, other)
            for kind in node.kinds:
                self.claim(kind.where, other, other)
            if high == LAST:
                self._answer_of(whole, other, other, WHOLE, _same_days)
        for kind in node.kinds:
            self.number(kind.at_most, row, row)
            self.number(kind.used, row, row)

    # --- choices, of any sort ---------------------------------------------------

    def _choose(
        self, node: choice.Choose, row: Row, outer: Row, window: Window, through: Map
    ) -> None:
        code = self.engine.value(node.fact, row, outer)
        known = [branch for value, branch in node.branches if value == code]
        rest = [] if node.otherwise is None else [node.otherwise]
        if code is not None and (known or rest):
            self.any((known or rest)[0], row, outer, window, through)
            return
        branches = list({id(b): b for b in [*(b for _, b in node.branches), *rest]}.values())
        self.split(branches, row, outer, window, through,
                   lambda: self.name(node.fact, row))  # fmt: skip

    def _first_match(
        self, node: choice.FirstMatch, row: Row, outer: Row, window: Window, through: Map
    ) -> None:
        open_claims, branches = [], []
        for claim, branch in node.branches:
            held = self.engine.value(claim, row, outer)
            if held:
                branches.append(branch)
            if held == Truth.YES:
                break
            if held:
                open_claims.append(claim)
        else:
            branches.append(node.otherwise)

        def name_claims() -> None:
            for claim in open_claims:
                self.claim(claim, row, outer)

        self.split(branches, row, outer, window, through, name_claims)

    def _recorded(
        self, node: choice.Recorded, row: Row, outer: Row, window: Window, through: Map
    ) -> None:
        self.name(node.fact, row)
        self.any(node.otherwise, row, outer, window, through)

    def _reading(
        self, node: choice.Reading, row: Row, outer: Row, window: Window, through: Map
    ) -> None:
        question = self.engine.law.open_question(node.question)
        branches = [branch for _, branch in self.engine.readings(node)]
        self.split(branches, row, outer, window, through,
                   lambda: self.missing.setdefault(question))  # fmt: skip

    def split(
        self, branches: list[Node], row: Row, outer: Row, window: Window, through: Map,
        name_decider: Callable[[], Any],
    ) -> None:  # fmt: skip
        """Several branches are possible: what decides matters where they differ in the window."""
        values = [self.engine.value(branch, row, outer) for branch in branches]
        if isinstance(values[0], tuple) and isinstance(values[0][0], date):
            seen = {_clip(through(value), window) for value in values}
            differs = len(seen) > 1 or any(low < high for low, high in seen)
        else:
            differs = any(value != values[0] for value in values) or hull_of(values) == 1
        if len(branches) > 1 and differs:
            name_decider()
        for branch in branches:
            self.any(branch, row, outer, window, through)

    def any(self, node: Node, row: Row, outer: Row, window: Window, through: Map) -> None:
        """Search a node of whatever sort its value has."""
        value = self.engine.value(node, row, outer)
        if isinstance(value, tuple) and value and isinstance(value[0], date):
            self.when(node, row, outer, window, through)
        elif isinstance(value, tuple):
            self.number(node, row, outer)
        else:
            self.claim(node, row, outer)

    # --- truths and numbers -----------------------------------------------------

    def claim(self, node: Node, row: Row, outer: Row) -> None:
        """Search an unsettled truth: every part that is itself unsettled could flip it."""
        if self.engine.value(node, row, outer) in (Truth.NO, Truth.YES):
            return
        if isinstance(node, fact.Tagged):
            self.tagged(node, row, outer)
        elif isinstance(node, truth.Compare):
            self.compared(node, row, outer)
        elif isinstance(node, truth.Exists | truth.Every):
            self.quantified(node, row, outer)
        elif isinstance(node, truth.LawSays):
            self.number(node.parameter, row, outer)
        elif isinstance(node, truth.OpenLaw):
            self.missing[self.engine.law.open_question(node.question)] = None
        elif isinstance(node, truth.Same):
            for side in (row, outer):
                if self.engine.value(node.fact, side) is None:
                    self.name(node.fact, side)
        elif isinstance(node, choice.Choose | choice.FirstMatch | choice.Recorded | choice.Reading):
            _WHEN[type(node)](self, node, row, outer, WHOLE, _same_days)
        elif isinstance(node, fact.FactRef):
            self.name(node, row)
        elif isinstance(node, fact.Outer):
            self.name(node.fact, outer)
        else:
            for part in node.parts:
                self.claim(part, row, outer)

    def tagged(self, node: fact.Tagged, row: Row, outer: Row) -> None:
        """An unsettled listing: the citation, its class, the open law, or the date that counts."""
        law = self.engine.law
        span = (law.day, law.day) if node.at is None else self.engine.value(node.at, row, outer)
        citation = self.engine.value(node.fact, row, outer)
        for need in law.listed(citation, node.tag, row, span).needs:
            self.name_text(need, row)
        if node.at is not None and span[0] != span[1]:
            self.when(node.at, row, outer, WHOLE, _same_days)

    def compared(self, node: truth.Compare, row: Row, outer: Row) -> None:
        """An unsettled order: each side matters where it can still cross the other."""
        left = self.engine.value(node.left, row, outer)
        right = self.engine.value(node.right, row, outer)
        if not isinstance(left[0], date):
            self.number(node.left, row, outer)
            self.number(node.right, row, outer)
            return
        for side, (low, high) in ((node.left, right), (node.right, left)):
            window = (_next(low, -1), _next(high, 1))
            self.when(side, row, outer, window, _same_days)

    def quantified(self, node: truth.Exists | truth.Every, row: Row, outer: Row) -> None:
        """An unsettled there-is or all: the rows whose part in it is not settled."""
        for inside, other in self.engine.members(node.rows)(row, outer):
            held = 0
            if isinstance(node, truth.Every) and other is not None:
                held = self.engine.value(node.claim, other, row)
                if held == Truth.YES:
                    continue
                if held == Truth.UNKNOWN:
                    self.claim(node.claim, other, row)
            self.member(node.rows, inside, other, row)

    def number(self, node: Node, row: Row, outer: Row) -> None:
        """Search an unsettled number."""
        value = self.engine.value(node, row, outer)
        if isinstance(value, tuple) and value and value[0] == value[1]:
            return
        if isinstance(node, fact.FactRef):
            self.name(node, row)
        elif isinstance(node, fact.Outer):
            self.name(node.fact, outer)
        elif isinstance(node, amounts.Parameter):
            span = None if node.at is None else self.engine.value(node.at, row, outer)
            question = self.engine.law.parameter(node.name, span)[2]
            if question:
                self.missing[question] = None
            if node.at is not None and span is not None and span[0] != span[1]:
                self.when(node.at, row, outer, WHOLE, _same_days)
        elif isinstance(node, amounts.Count):
            for inside, other in self.engine.members(node.rows)(row, outer):
                self.member(node.rows, inside, other, row)
        elif isinstance(node, choice.Choose | choice.FirstMatch | choice.Recorded | choice.Reading):
            _WHEN[type(node)](self, node, row, outer, WHOLE, _same_days)
        else:
            for part in node.parts:
                self.number(part, row, outer)

    # --- names ------------------------------------------------------------------

    def name(self, node: fact.FactRef, row: Row) -> None:
        """Enter a fact as missing, with whose it is when it is another row's."""
        self.name_text(self.engine.vocabulary[node.name].name, row)

    def name_text(self, name: str, row: Row) -> None:
        """Enter a fact by name; open law has no row."""
        table = name.partition(".")[0]
        if name.startswith("law:") or row.holder(table) is self.subject.holder(table):
            self.missing[name] = None
        else:
            self.missing[f"{name}@{row.holder(table).key}"] = None


def _clip(pair: Pair, window: Window) -> Pair:
    low, high = window
    return min(max(pair[0], low), high), min(max(pair[1], low), high)


def _next(day: date, days: int) -> date:
    return shift(day, days=days, rounding="back")


_WHEN: dict[type[Node], Callable[..., None]] = {
    fact.FactRef: Search._fact,
    fact.Outer: Search._outer,
    amounts.Parameter: Search._parameter,
    dates.HoldsIf: Search._holds_if,
    dates.WaitsWhile: Search._waits_while,
    dates.AllOf: Search._all_of,
    dates.AnyOf: Search._any_of,
    dates.Since: Search._since,
    dates.Served: Search._served,
    dates.BusinessDays: Search._parts,
    dates.Bounded: Search._bounded,
    dates.Latest: Search._related,
    dates.Earliest: Search._related,
    dates.NextAfter: Search._related,
    dates.PreviousBefore: Search._related,
    dates.LatestListed: Search._parts,
    dates.AnswerOf: Search._answer_of,
    choice.Choose: Search._choose,
    choice.FirstMatch: Search._first_match,
    choice.Recorded: Search._recorded,
    choice.Reading: Search._reading,
    conditions.Condition: Search._condition,
    limit.Budget: Search._budget,
}


def findings(engine: Interpreter, rule: Rule, row: Row) -> Iterator[list[str]]:
    """The missing facts that matter, then the events waited on, for a rule and a row."""
    search = Search(engine, row)
    search.rule(rule)
    yield list(search.missing)
    yield list(search.waits_on)
