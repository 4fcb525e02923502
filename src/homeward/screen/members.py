"""Members of a relation: how surely each charge belongs, and what is counted over them."""

from __future__ import annotations

from homeward.rules import fact, truth
from homeward.rules.node import Node, walk
from homeward.rules.problem import LawError
from homeward.rules.rows import Rows
from homeward.screen.columns import Sql, call
from homeward.screen.compiler import Compiler
from homeward.screen.values import FIRST_DAY, LAST_DAY, YES, Span


class Member:
    """Membership of charges in a relation, as seen from the rows of a scope.

    ``also`` narrows the relation by a further truth.
    """

    def __init__(self, compiler: Compiler, rows: Rows, scope: str, also: Sql = YES) -> None:
        """Work out the membership column on the charges."""
        relations = compiler.relations
        self.rows = rows
        self.scope = scope
        self.compiler = compiler
        self.group = relations.groups["case" if rows.within == "case" else "person"]
        self.case_group = relations.groups["case"]
        self.charges = relations.layers["charge"]
        self.here = relations.layers[scope]
        where: Sql = YES if rows.where is None else self._filter(rows.where)
        tests = [test for test in (where, also) if test != YES]
        inside = call("least({}, {})", *tests) if len(tests) > 1 else [*tests, YES][0]
        self.inside = self.charges.column(inside)

    def _filter(self, where: Node) -> Sql:
        if any(isinstance(node, fact.Outer | truth.Same) for node in walk(where)):
            msg = "screening cannot compile a filter that looks back at the row it starts from yet"
            raise LawError(msg)
        return self.compiler.single(where, "charge")

    # --- counting -----------------------------------------------------------------

    def counts(self) -> tuple[Sql, Sql]:
        """How many rows certainly and possibly belong, as seen from here."""
        return self._count("= 2"), self._count(">= 1")

    def _count(self, test: str) -> Sql:
        mine = call(f"({{}} {test})::INTEGER", self.inside)
        every = call("sum({})", mine)
        here = self.group.aggregate(every)
        counted = call("coalesce({}, 0)::INTEGER", here)
        if self.rows.leaving_out == "none" or self.scope != "charge":
            return self.here.column(counted)
        own = mine if self.rows.leaving_out == "self" else call(
            "coalesce({}, 0)::INTEGER", self.case_group.aggregate(every))  # fmt: skip
        return self.here.column(call("{} - {}", counted, own))

    def beyond_record(self) -> Sql:
        """Whether there may be rows that the record does not hold."""
        if self.rows.within == "case":
            return Sql("FALSE")
        self.compiler.facts.add("person.record_complete")
        return Sql('"beyond_record"')

    def exists(self) -> Sql:
        """Whether there is such a row."""
        certain, possible = self.counts()
        beyond = self.beyond_record()
        return call("CASE WHEN {} > 0 THEN 2 WHEN {} > 0 OR {} THEN 1 ELSE 0 END",
                    certain, possible, beyond)  # fmt: skip

    def as_part(self, event: Span, absent: str) -> Span:
        """A row's part in a latest (absent FIRST) or earliest (absent LAST) day."""
        if self.inside == YES:
            return event
        if absent == "FIRST":
            low = call("CASE WHEN {} = 2 THEN {} ELSE {} END", self.inside, event.low, FIRST_DAY)
            return Span(low, event.high)
        high = call("CASE WHEN {} = 2 THEN {} ELSE {} END", self.inside, event.high, LAST_DAY)
        return Span(event.low, high)

    # --- the latest and the earliest ------------------------------------------------

    def extreme(self, event: Span, nth: int, *, latest: bool) -> Span:
        """The nth latest, or the earliest, day over the rows that belong."""
        sure, maybe = "= 2", ">= 1"
        low = self._best(event.low, sure if latest else maybe, nth, latest=latest)
        high = self._best(event.high, maybe if latest else sure, nth, latest=latest)
        beyond = self.beyond_record()
        if beyond != Sql("FALSE"):
            ends = (low, LAST_DAY) if latest else (FIRST_DAY, high)
            if latest:
                high = call("CASE WHEN {} THEN {} ELSE {} END", beyond, ends[1], high)
            else:
                low = call("CASE WHEN {} THEN {} ELSE {} END", beyond, ends[0], low)
        return Span(low, high)

    def _best(self, day: Sql, test: str, nth: int, *, latest: bool) -> Sql:
        kept = self.charges.column(call(f"CASE WHEN {{}} {test} THEN {{}} END", self.inside, day))
        pick, absent = ("max", FIRST_DAY) if latest else ("min", LAST_DAY)
        if self.rows.leaving_out == "none" or self.scope != "charge":
            best = self.group.aggregate(call(f"{pick}({{}}, {nth})", kept))
            return call(f"coalesce({{}}[{nth}], {{}})", best, absent)
        if self.rows.leaving_out == "self":
            best = self.here.column(self.group.aggregate(call(f"{pick}({{}}, {nth + 1})", kept)))
            return self._without(best, kept, nth, absent, latest=latest)
        return self._without_case(kept, nth, absent, pick)

    def _without(self, best: Sql, own: Sql, nth: int, absent: Sql, *, latest: bool) -> Sql:
        """The nth best without this row: one further on where this row is among the best."""
        order = ">=" if latest else "<="
        text = (f"coalesce(CASE WHEN {{0}} IS NOT NULL AND {{0}} {order} {{1}}[{nth}]"
                f" THEN {{1}}[{nth + 1}] ELSE {{1}}[{nth}] END, {{2}})")  # fmt: skip
        return call(text, own, best, absent)

    def _without_case(self, kept: Sql, nth: int, absent: Sql, pick: str) -> Sql:
        if nth != 1:
            msg = "screening leaves out a case only from the first latest or earliest day"
            raise LawError(msg)
        own = self.case_group.aggregate(call(f"{pick}({{}})", kept))
        own = self.charges.column(own)
        pairs = self.group.aggregate(call(f"{pick}({{}}, 2)", self._once_a_case(own)))
        best = self.here.column(pairs)
        return call("coalesce(CASE WHEN {0} IS NOT NULL AND {0} = {1}[1] THEN {1}[2]"
                    " ELSE {1}[1] END, {2})", own, best, absent)  # fmt: skip

    def _once_a_case(self, own: Sql) -> Sql:
        return call('CASE WHEN "first_of_case" THEN {} END', own)
