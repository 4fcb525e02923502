"""Compiling a rule's tree to columns: facts, truths, numbers, dates and choices.

The meaning of every node is that of :mod:`homeward.explain.interpret`; here a
date or a number is a pair of SQL expressions, a truth is 0, 1 or 2, and a code
is a text column in which NULL is unknown. What looks at other rows is in
:mod:`homeward.screen.relations`.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from homeward.explain.interpret import Interpreter, in_force
from homeward.rules import amounts, choice, conditions, dates, fact, limit, logic, truth
from homeward.rules.node import Node
from homeward.rules.problem import LawError
from homeward.rules.rule import Rule
from homeward.screen.columns import Layers, Sql, call
from homeward.screen.offenses import Offenses
from homeward.screen.relations import Relations
from homeward.screen.values import (
    ALWAYS,
    ENDLESS,
    FIRST_DAY,
    LAST_DAY,
    MAYBE,
    NEVER,
    NO,
    UNKNOWN,
    YES,
    Span,
    all_of,
    amount,
    any_of,
    constant,
    day,
    greatest,
    least,
)

Value = Any
"""A :class:`Span` for dates and numbers, an :class:`Sql` for truths and codes."""

MONTHS_IN_YEAR = 12
_MOST_MONTHS = 12 * 1_000


class Compiler:
    """Compiles the rules of one body of law on one day into the layers of shared tables."""

    def __init__(
        self,
        engine: Interpreter,
        layers: dict[str, Layers],
        relations: Relations,
        offenses: Offenses,
    ) -> None:
        """Take the law through its interpreter, and the tables that columns go to."""
        self.engine = engine
        self.layers = layers
        self.relations = relations
        self.offenses = offenses
        self.facts: set[str] = set()
        self._known: dict[tuple[int, str], tuple[Node, Value]] = {}

    def value(self, node: Node, scope: str) -> Value:
        """The value of a node for the rows of a table: ``charge``, ``case`` or ``person``."""
        key = (id(node), scope)
        if key not in self._known:
            build = _BUILD.get(type(node))
            if build is None:
                msg = f"screening cannot compile {type(node).__name__} yet"
                raise LawError(msg)
            self._known[key] = (node, self.shared(build(self, node, scope), scope))
        return self._known[key][1]

    def shared(self, value: Value, scope: str) -> Value:
        """A value whose pieces are columns, so that they may be read again."""
        layers = self.layers[scope]
        if isinstance(value, Span):
            return Span(layers.column(value.low), layers.column(value.high))
        return layers.column(value)

    def values(self, nodes: tuple[Node, ...], scope: str) -> list[Value]:
        """The values of several nodes."""
        return [self.value(node, scope) for node in nodes]

    def answer(self, rule: Rule, scope: str) -> Span:
        """A rule's answer; never where its question does not apply."""
        span: Span = self.value(rule.tree, scope)
        if rule.gate is None:
            return span
        gate = self.value(rule.gate, scope)
        if gate.is_constant:
            return {YES: span, NO: NEVER}.get(gate, Span(span.low, LAST_DAY))
        low = call("CASE WHEN {} = 0 THEN {} ELSE {} END", gate, LAST_DAY, span.low)
        high = call("CASE WHEN {} = 2 THEN {} ELSE {} END", gate, span.high, LAST_DAY)
        return Span(*(self.layers[scope].column(end) for end in (low, high)))

    # --- facts ------------------------------------------------------------------

    def _fact(self, node: fact.FactRef, _scope: str) -> Value:
        declared = self.engine.vocabulary[node.name]
        self.facts.add(declared.name)
        column = Sql(f'"{declared.name}"')
        if declared.kind == "date":
            return Span(call("coalesce({}, {})", column, FIRST_DAY),
                        call("coalesce({}, {})", column, LAST_DAY))  # fmt: skip
        if declared.kind == "number":
            return Span(call("coalesce({}, {})", column, Sql(str(-ENDLESS))),
                        call("coalesce({}, {})", column, Sql(str(ENDLESS))))  # fmt: skip
        return column

    # --- truths -----------------------------------------------------------------

    def _const(self, node: logic.Const, _scope: str) -> Sql:
        return YES if node.value else NO

    def _claim(self, node: truth.Claim, scope: str) -> Value:
        return self.value(node.fact, scope)

    def _code_in(self, node: fact.CodeIn, scope: str) -> Sql:
        codes = ", ".join(_text(code) for code in sorted(node.codes))
        column: Sql = self.value(node.fact, scope)
        return call(
            f"CASE WHEN {{0}} IS NULL THEN 1 WHEN {{0}} IN ({codes}) THEN 2 ELSE 0 END", column
        )

    def _stated(self, node: fact.Stated, scope: str) -> Sql:
        codes = ", ".join(_text(code) for code in sorted(node.codes))
        column: Sql = self.value(node.fact, scope)
        return call(f"CASE WHEN {{}} IN ({codes}) THEN 2 ELSE 0 END", column)

    def _happened(self, node: fact.Happened, scope: str) -> Sql:
        low, high = self.value(node.fact, scope)
        return call(
            "CASE WHEN {0} < {2} THEN 2 WHEN {1} = {2} THEN 0 ELSE 1 END", high, low, LAST_DAY
        )

    def _tagged(self, node: fact.Tagged, scope: str) -> Sql:
        name = self.engine.vocabulary[node.fact.name].name
        self.facts |= {name, "charge.severity", "charge.class", "case.jurisdiction"}
        if node.at is None:
            return self.offenses.tag(self.engine.law, name, node.tag)
        span: Span = self.value(node.at, scope)
        return self._over_days(
            span,
            [(first, last, self.offenses.tag(self.engine.law, name, node.tag, on=first))
             for first, last in self.offenses.stretches(self.engine.law, node.tag)],
        )  # fmt: skip

    def _over_days(self, span: Span, stretches: list[tuple[Any, Any, Sql]]) -> Sql:
        """A truth that depends on a day: settled only where every possible day agrees."""
        overlap = [
            call("{} < {} AND {} <= {}", span.low, day(last), day(first), span.high)
            for first, last, _ in stretches
        ]
        most = greatest(*(call("CASE WHEN {} THEN {} ELSE 0 END", here, held)
                          for here, (_, _, held) in zip(overlap, stretches, strict=True)))  # fmt: skip
        fewest = least(*(call("CASE WHEN {} THEN {} ELSE 2 END", here, held)
                         for here, (_, _, held) in zip(overlap, stretches, strict=True)))  # fmt: skip
        return call("CASE WHEN {0} = {1} THEN {0} ELSE 1 END",
                    *(self.layers["charge"].column(end) for end in (most, fewest)))  # fmt: skip

    def _and(self, node: logic.And, scope: str) -> Sql:
        claims = [claim for claim in self.values(node.claims, scope) if claim != YES]
        return NO if NO in claims else least(*claims) if claims else YES

    def _or(self, node: logic.Or, scope: str) -> Sql:
        claims = [claim for claim in self.values(node.claims, scope) if claim != NO]
        return YES if YES in claims else greatest(*claims) if claims else NO

    def _not(self, node: logic.Not, scope: str) -> Sql:
        claim: Sql = self.value(node.claim, scope)
        return {NO: YES, YES: NO, MAYBE: MAYBE}.get(claim) or call("2 - {}", claim)

    def _compare(self, node: truth.Compare, scope: str) -> Sql:
        left, right = self.value(node.left, scope), self.value(node.right, scope)
        if node.order in (">", ">="):
            left, right = right, left
        template = {
            "<": "CASE WHEN {1} < {2} THEN 2 WHEN {0} >= {3} THEN 0 ELSE 1 END",
            "<=": "CASE WHEN {1} <= {2} THEN 2 WHEN {0} > {3} THEN 0 ELSE 1 END",
            "==": "CASE WHEN {1} < {2} OR {3} < {0} THEN 0"
            " WHEN {0} = {1} AND {2} = {3} AND {0} = {2} THEN 2 ELSE 1 END",
        }[node.order.replace(">", "<")]
        return call(template, left.low, left.high, right.low, right.high)

    def _law_says(self, node: truth.LawSays, scope: str) -> Sql:
        span: Span = self.value(node.parameter, scope)
        return call(
            "CASE WHEN {0} <> {1} THEN 1 WHEN {0} = 1 THEN 2 ELSE 0 END", span.low, span.high
        )

    def _open_law(self, node: truth.OpenLaw, _scope: str) -> Sql:
        chosen = self.engine.law.readings.get(node.question)
        return {"yes": YES, "no": NO}.get(chosen or "", MAYBE)

    # --- numbers ----------------------------------------------------------------

    def _number(self, node: amounts.Number, _scope: str) -> Span:
        return Span(amount(node.value), amount(node.value))

    def _parameter(self, node: amounts.Parameter, scope: str) -> Span:
        table = self.engine.law.body.parameters[node.name]
        endless = UNKNOWN if table.unit == "date" else Span(Sql(str(-ENDLESS)), Sql(str(ENDLESS)))
        if node.at is None:
            low, high, _ = self.engine.law.parameter(node.name)
            return endless if low is None else Span(constant(low), constant(high))
        if any(len(entry.readings) == 1 for entry in table.history):
            msg = f"screening needs a confirmed value in every entry of {node.name}"
            raise LawError(msg)
        span: Span = self.value(node.at, scope)
        lows, highs, here = [], [], []
        for entry in table.history:
            here.append(call("{} < {} AND {} <= {}", span.low, day(entry.until),
                             day(entry.since), span.high))  # fmt: skip
            low, high = (constant(value) for value in entry.span)
            lows.append(call("CASE WHEN {} THEN {} END", here[-1], low))
            highs.append(call("CASE WHEN {} THEN {} END", here[-1], high))
        # least and greatest pass over NULL, which here means: this entry was not in force
        return Span(call("coalesce({}, {})", least(*lows), endless.low),
                    call("coalesce({}, {})", greatest(*highs), endless.high))  # fmt: skip

    def _total(self, node: amounts.Total, scope: str) -> Span:
        column: Sql = self.value(node.fact, scope)
        return Span(call("coalesce(list_sum({}), 0)", column),
                    call("CASE WHEN {0} IS NULL THEN {1} ELSE coalesce(list_sum({0}), 0) END",
                         column, Sql(str(ENDLESS))))  # fmt: skip

    def _arithmetic(self, node: amounts.Arithmetic, scope: str) -> Span:
        left, right = self.value(node.left, scope), self.value(node.right, scope)
        if node.operator == "*":
            corners = [call("{} * {}", a, b) for a in left for b in right]
            ends = (least(*corners), greatest(*corners))
        elif node.operator == "-":
            ends = (call("{} - {}", left.low, right.high), call("{} - {}", left.high, right.low))
        else:
            ends = (call("{} + {}", left.low, right.low), call("{} + {}", left.high, right.high))
        clip = f"greatest(least({{}}, {ENDLESS}), -{ENDLESS})"
        return Span(call(clip, ends[0]), call(clip, ends[1]))

    # --- dates ------------------------------------------------------------------

    def _on(self, node: dates.On, _scope: str) -> Span:
        return Span(day(node.day), day(node.day))

    def _holds_if(self, node: dates.HoldsIf, scope: str) -> Span:
        return self.as_when(self.value(node.claim, scope))

    def as_when(self, claim: Sql) -> Span:
        """Always for yes, never for no."""
        if claim.is_constant:
            return {YES: ALWAYS, NO: NEVER}.get(claim, UNKNOWN)
        return Span(call("CASE WHEN {} = 0 THEN {} ELSE {} END", claim, LAST_DAY, FIRST_DAY),
                    call("CASE WHEN {} = 2 THEN {} ELSE {} END", claim, FIRST_DAY, LAST_DAY))  # fmt: skip

    def _waits_while(self, node: dates.WaitsWhile, scope: str) -> Span:
        claim: Sql = self.value(node.claim, scope)
        return Span(
            FIRST_DAY, call("CASE WHEN {} = 0 THEN {} ELSE {} END", claim, FIRST_DAY, LAST_DAY)
        )

    def _all_of(self, node: dates.AllOf, scope: str) -> Span:
        return all_of(self.values(tuple(in_force(node.items, self.engine.law.day)), scope))

    def _any_of(self, node: dates.AnyOf, scope: str) -> Span:
        return any_of(self.values(tuple(in_force(node.items, self.engine.law.day)), scope))

    def _since(self, node: dates.Since, scope: str) -> Span:
        event, waits = self.value(node.event, scope), self.value(node.amount, scope)
        return self.later(node, event, waits, scope)

    def later(self, node: dates.Since, event: Span, waits: Span, scope: str) -> Span:
        """An event's span moved by a wait."""
        extra = int(node.boundary == "day_after")
        ends = []
        for start, wait in zip(event, waits, strict=True):
            months, days = self._wait(wait, node.unit, scope)
            ends.append(self.moved(start, months, call(f"{{}} + {extra}", days) if extra else days))
        return Span(*ends)

    def _wait(self, wait: Sql, unit: str, scope: str) -> tuple[Sql, Sql]:
        if unit == "days":
            return NO, call("ceil({})::INTEGER", wait) if not wait.is_constant else wait
        factor = MONTHS_IN_YEAR if unit == "years" else 1
        if wait.is_constant:
            return amount(
                min(max(-(-float(wait.text) * factor // 1), -_MOST_MONTHS), _MOST_MONTHS)
            ), NO
        months = f"least(greatest(ceil({{}} * {factor}), -{_MOST_MONTHS}), {_MOST_MONTHS})::INTEGER"
        return self.layers[scope].column(call(months, wait)), NO

    def moved(self, start: Sql, months: Sql, days: Sql) -> Sql:
        """A day moved by months and days in one step; the sentinels stay, results saturate."""
        if start in (FIRST_DAY, LAST_DAY):
            return start
        forward = self.engine.law.body.rounding == "forward"
        # DuckDB clamps to the month's end; where the day was lost, forward is the day after
        lost = " + (day({0}) <> day({0} + to_months({1})))::INTEGER" if forward else ""
        turned = f"CAST({{0}} + to_months({{1}}) AS DATE){lost}" if months != NO else "{0}"
        text = (
            "CASE WHEN {0} <= " + FIRST_DAY.text + " OR {0} >= " + LAST_DAY.text + " THEN {0}"
            f" ELSE greatest(least({turned} + {{2}}, {LAST_DAY.text}), {FIRST_DAY.text}) END"
        )
        return call(text, start, months, days)

    def _served(self, node: dates.Served, scope: str) -> Span:
        start, months, percent = self.values((node.start, node.months, node.percent), scope)
        return Span(*(self.share(start[i], months[i], percent[i], scope) for i in (0, 1)))

    def share(self, start: Sql, months: Sql, percent: Sql, scope: str) -> Sql:
        """The day on which a share of a term has been served."""
        column = self.layers[scope].column
        term = column(call("least(ceil({}), 100000)::INTEGER", months))
        whole = column(call("(({0} * {1}) // 100)::INTEGER", term, percent))
        end = column(self.moved(start, term, NO))
        counted = column(self.moved(start, whole, NO))
        text = (
            "CASE WHEN {0} <= "
            + FIRST_DAY.text
            + " OR {0} >= "
            + LAST_DAY.text
            + " OR {1} <= 0 THEN {0}"
            f" WHEN {{5}} >= {ENDLESS} OR {{2}} >= {ENDLESS} THEN {LAST_DAY.text}"
            " WHEN ({1} * {2}) % 100 = 0 THEN {3}"
            f" ELSE least({{0}} + ceil(({{4}} - {{0}}) * {{2}} / 100.0)::INTEGER, {LAST_DAY.text}) END"
        )
        return call(text, start, term, percent, counted, end, months)

    def _bounded(self, node: dates.Bounded, scope: str) -> Span:
        low, high = self.value(node.event, scope)
        floor = (
            low
            if node.no_earlier is None
            else greatest(low, self.value(node.no_earlier, scope).low)
        )
        roof = high if node.no_later is None else least(high, self.value(node.no_later, scope).high)
        return Span(call("CASE WHEN {0} = {1} THEN {0} ELSE least({2}, {3}) END", low, high, floor, roof),
                    call("CASE WHEN {0} = {1} THEN {1} ELSE {2} END", low, high, roof))  # fmt: skip

    def _latest_listed(self, node: dates.LatestListed, scope: str) -> Span:
        column: Sql = self.value(node.fact, scope)
        return Span(call("coalesce(list_max({}), {})", column, FIRST_DAY),
                    call("CASE WHEN {0} IS NULL THEN {1} ELSE coalesce(list_max({0}), {2}) END",
                         column, LAST_DAY, FIRST_DAY))  # fmt: skip

    def _answer_of(self, node: dates.AnswerOf, scope: str) -> Span:
        return self.answers(node.question, scope)

    def answers(self, question: str, scope: str) -> Span:
        """The earliest of a question's rules on this day of the law."""
        routes = [rule for _, rule in self.engine.answers(question)]
        return self.shared(any_of([self.answer(rule, scope) for rule in routes]), scope)

    # --- choices ----------------------------------------------------------------

    def _choose(self, node: choice.Choose, scope: str) -> Value:
        code: Sql = self.value(node.fact, scope)
        codes = [_text(value) for value, _ in node.branches]
        branches = self.values(tuple(branch for _, branch in node.branches), scope)
        rest = None if node.otherwise is None else self.value(node.otherwise, scope)
        open_ = self.hull([*branches, *([] if rest is None else [rest])])
        fallback = open_ if rest is None else rest

        def case(pick: Callable[[Value], Sql]) -> Sql:
            whens = " ".join(f"WHEN {{0}} = {code_text} THEN {{{i}}}"
                             for i, code_text in enumerate(codes, start=1))  # fmt: skip
            n = len(codes) + 1
            return call(f"CASE {whens} WHEN {{0}} IS NULL THEN {{{n}}} ELSE {{{n + 1}}} END",
                        code, *map(pick, branches), pick(open_), pick(fallback))  # fmt: skip

        return _each(case, branches[0])

    def _first_match(self, node: choice.FirstMatch, scope: str) -> Value:
        found = self.value(node.otherwise, scope)
        for claim_node, branch_node in reversed(node.branches):
            claim, branch = self.value(claim_node, scope), self.value(branch_node, scope)
            found = self.branch(claim, branch, found)
            found = self.shared(found, scope)
        return found

    def branch(self, claim: Sql, then: Value, otherwise: Value) -> Value:
        """One of two values by a truth; both while it is unknown."""
        if claim in (YES, NO):
            return then if claim == YES else otherwise
        both = self.hull([then, otherwise])

        def case(pick: Callable[[Value], Sql]) -> Sql:
            return call("CASE {} WHEN 2 THEN {} WHEN 0 THEN {} ELSE {} END",
                        claim, pick(then), pick(otherwise), pick(both))  # fmt: skip

        return _each(case, then)

    def _recorded(self, node: choice.Recorded, scope: str) -> Value:
        known, otherwise = self.value(node.fact, scope), self.value(node.otherwise, scope)
        if isinstance(known, Span):
            settled = call("{} = {}", known.low, known.high)
        elif self.engine.vocabulary[node.fact.name].kind == "truth":
            settled = call("{} <> 1", known)
        else:
            settled = call("{} IS NOT NULL", known)
        return _each(lambda pick: call("CASE WHEN {} THEN {} ELSE {} END",
                                       settled, pick(known), pick(otherwise)), known)  # fmt: skip

    def _reading(self, node: choice.Reading, scope: str) -> Value:
        return self.hull(self.values(tuple(n for _, n in self.engine.readings(node)), scope))

    def hull(self, values: list[Value]) -> Value:
        """The span over several values; a truth that varies is unknown."""
        first = values[0]
        if isinstance(first, Span):
            return Span(least(*(v.low for v in values)), greatest(*(v.high for v in values)))
        if all(value == first for value in values):
            return first
        return call("CASE WHEN {0} = {1} THEN {0} ELSE 1 END", least(*values), greatest(*values))

    # --- named parts, and what looks at other rows --------------------------------

    def _condition(self, node: conditions.Condition, scope: str) -> Value:
        return self.value(node.tree, scope)

    def _discretion(self, _node: conditions.Discretion, _scope: str) -> Span:
        return ALWAYS

    def _related(self, node: Node, scope: str) -> Value:
        return self.relations.value(self, node, scope)


def _each(case: Callable[[Callable[[Value], Sql]], Sql], like: Value) -> Value:
    """A CASE for both ends of a span, or for a single value."""
    if isinstance(like, Span):
        return Span(case(lambda value: value.low), case(lambda value: value.high))
    return case(lambda value: value)


def _text(code: str) -> str:
    return "'" + code.replace("'", "''") + "'"


_BUILD: dict[type[Node], Callable[[Compiler, Any, str], Value]] = {
    fact.FactRef: Compiler._fact,
    logic.Const: Compiler._const,
    truth.Claim: Compiler._claim,
    fact.CodeIn: Compiler._code_in,
    fact.Stated: Compiler._stated,
    fact.Happened: Compiler._happened,
    fact.Tagged: Compiler._tagged,
    logic.And: Compiler._and,
    logic.Or: Compiler._or,
    logic.Not: Compiler._not,
    truth.Compare: Compiler._compare,
    truth.LawSays: Compiler._law_says,
    truth.OpenLaw: Compiler._open_law,
    truth.Exists: Compiler._related,
    truth.Every: Compiler._related,
    amounts.Number: Compiler._number,
    amounts.Parameter: Compiler._parameter,
    amounts.Count: Compiler._related,
    amounts.Total: Compiler._total,
    amounts.Arithmetic: Compiler._arithmetic,
    dates.On: Compiler._on,
    dates.HoldsIf: Compiler._holds_if,
    dates.WaitsWhile: Compiler._waits_while,
    dates.AllOf: Compiler._all_of,
    dates.AnyOf: Compiler._any_of,
    dates.Since: Compiler._since,
    dates.Served: Compiler._served,
    dates.Bounded: Compiler._bounded,
    dates.Latest: Compiler._related,
    dates.Earliest: Compiler._related,
    dates.NextAfter: Compiler._related,
    dates.PreviousBefore: Compiler._related,
    dates.LatestListed: Compiler._latest_listed,
    dates.AnswerOf: Compiler._answer_of,
    choice.Choose: Compiler._choose,
    choice.FirstMatch: Compiler._first_match,
    choice.Recorded: Compiler._recorded,
    choice.Reading: Compiler._reading,
    conditions.Condition: Compiler._condition,
    conditions.Discretion: Compiler._discretion,
    limit.Budget: Compiler._related,
}
