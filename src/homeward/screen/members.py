"""Members of a relation: how surely each charge belongs, and what is counted over them.

Where a relation says nothing of the row that asks, its charges are counted once a
person (or case), and a row that must leave itself out takes its own part away
again: it subtracts from counts, and passes to the next day where the best one is
its own. Where it does, the row is paired with each charge of the person.
"""

from __future__ import annotations

from homeward.rules.node import Node
from homeward.rules.rows import Rows
from homeward.screen.compiler import Compiler, Value
from homeward.screen.expressions import Carried, Sql, call, column
from homeward.screen.relations import Group
from homeward.screen.scopes import CHARGE, Pair, Scope, reach
from homeward.screen.sorts import looks_out
from homeward.screen.values import (
    FALSE,
    FIRST_DAY,
    LAST_DAY,
    YES,
    Span,
    all_true,
    claims_of,
    when,
)


class Members:
    """The charges of a relation, as seen from the rows of a scope.

    ``read`` are the nodes that are worked out for each member: a relation is
    paired when one of them, or its filter, reads the row that asks. What is counted
    only for rows with an open answer ``asks`` (see :class:`Group`).
    """

    def __init__(
        self,
        compiler: Compiler,
        rows: Rows,
        scope: Scope,
        *read: Node,
        paired: bool = False,
        asks: bool = False,
    ) -> None:
        """Choose between groups and pairs, and work out who belongs."""
        self.compiler = compiler
        self.rows = rows
        self.scope = scope
        self.within, self.leaving_out = reach(scope, rows)
        filters = [] if rows.where is None else [rows.where]
        self.is_paired = paired or any(looks_out(node) for node in (*read, *filters))
        self.at: Scope = CHARGE
        self.group = self._group(asks=asks)
        self.inside: Sql = all_true(compiler.singles(filters, self.at))
        self._pair_few()

    def _pair_few(self) -> None:
        """Pair no rows of which one is certainly outside, whatever the other is.

        They would be counted as nothing. To leave them out before rows are paired costs
        far less: few charges of a person are of the kinds that a rule looks for.
        """
        if isinstance(self.at, Pair):
            of_one = [claim for claim in claims_of(self.inside) if isinstance(claim, Carried)]
            self.at.where += [call("{} >= 1", claim) for claim in of_one]

    def _group(self, *, asks: bool) -> Group:
        relations = self.compiler.relations
        if not self.is_paired:
            return relations.by_case if self.within == "case" else relations.by_person
        self.at, group = relations.pair(self.scope, self.within, self.leaving_out, asks=asks)
        return group

    def value(self, node: Node) -> Value:
        """What a node is for each member."""
        return self.compiler.value(node, self.at)

    def beyond_record(self) -> Sql:
        """Whether there may be rows that the record does not hold."""
        return FALSE if self.rows.within == "case" else self.scope.mark("beyond_record")

    # --- counting -------------------------------------------------------------------

    def counts(self, also: Sql = YES) -> tuple[Sql, Sql]:
        """How many rows certainly and possibly belong, of which ``also`` is true too."""
        inside = all_true([self.inside, also])
        return self._count(call("{} = 2", inside)), self._count(call("{} >= 1", inside))

    def _count(self, test: Sql) -> Sql:
        counted = self.group.tally(test)
        if self.is_paired or self.leaving_out == "none":
            return counted
        own = call("({})::INTEGER", test)
        if self.leaving_out == "case":
            own = self.compiler.relations.by_case.tally(test)
        return call("{} - {}", counted, own)

    def exists(self, also: Sql = YES) -> Sql:
        """Whether there is such a row."""
        certain, possible = self.counts(also)
        maybe = call("{} > 0", possible)
        if self.beyond_record() is not FALSE:
            maybe = call("{} OR {}", maybe, self.beyond_record())
        return call("CASE WHEN {} > 0 THEN 2 WHEN {} THEN 1 ELSE 0 END", certain, maybe)

    # --- the latest and the earliest ------------------------------------------------

    def extreme(self, event: Span, nth: int, *, latest: bool) -> Span:
        """The nth latest, or the earliest, day over the rows that belong."""
        sure, maybe = call("{} = 2", self.inside), call("{} >= 1", self.inside)
        absent = FIRST_DAY if latest else LAST_DAY
        # a row that does not belong stands where no row at all would be
        low = when(sure if latest else maybe, event.low, absent)
        high = when(maybe if latest else sure, event.high, absent)
        low, high = (self._best(end, absent, nth, latest=latest) for end in (low, high))
        beyond = self.beyond_record()
        if latest:
            return Span(low, when(beyond, LAST_DAY, high))
        return Span(when(beyond, FIRST_DAY, low), high)

    def _best(self, kept: Sql, absent: Sql, nth: int, *, latest: bool) -> Sql:
        """The nth best of the kept days, without those that are left out."""
        pick = "max" if latest else "min"
        if self.is_paired or self.leaving_out == "none":
            best = _nth(self.group, pick, kept, nth, nth)
        else:
            own = kept
            if self.leaving_out == "case":  # the days of a case count once
                own = self.compiler.relations.by_case.count(f"{pick}({{}})", kept)
                kept = when(column("first_of_case"), own, absent)
            best, further = (_nth(self.group, pick, kept, n, nth + 1) for n in (nth, nth + 1))
            # one further on where this row's own is among the best
            order = ">=" if latest else "<="
            best = when(call(f"coalesce({{}} {order} {{}}, FALSE)", own, best), further, best)
        return call("coalesce({}, {})", best, absent)


def _nth(group: Group, pick: str, kept: Sql, nth: int, most: int) -> Sql:
    if most == 1:
        return group.count(f"{pick}({{}})", kept)
    # taken from the short list while it is counted: lists are slow to join
    return group.count(f"{pick}({{}}, {most})[{nth}]", kept)
