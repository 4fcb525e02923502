"""The next day after, and the previous day before, a day of this row, among other rows."""

from __future__ import annotations

from collections.abc import Callable

from homeward.rules import dates
from homeward.rules.node import Node
from homeward.screen.compiler import Builders, Compiler
from homeward.screen.expressions import Sql, call
from homeward.screen.members import Members
from homeward.screen.scopes import Pair, Scope
from homeward.screen.values import (
    FALSE,
    FIRST_DAY,
    LAST_DAY,
    Span,
    both,
    greatest,
    least,
    less,
    when,
)

Relative = dates.NextAfter | dates.PreviousBefore


class Neighbors:
    """The pairs of a row with those whose day it looks for."""

    def __init__(
        self, compiler: Compiler, node: Relative, scope: Scope, *, asks: bool = False
    ) -> None:
        """Pair the rows, and read the day that the others are compared with."""
        self.members = Members(compiler, node.rows, scope, node.event, paired=True, asks=asks)
        self.pair = paired(self.members)
        self.later = isinstance(node, dates.NextAfter)
        self.day = compiler.span(day_of(node), scope)
        self.first, self.last = self.day.map(self.pair.of_outer).ends
        self.event = compiler.span(node.event, self.pair)
        self.sure = call("{} = 2", self.members.inside)

    def part(self, event: Span, sure: Sql, carry: Callable[[Sql], Sql]) -> Span:
        """A row's own part in the answer, by its day and by how surely it belongs.

        ``carry`` reads a value of the pair where the event is read.
        """
        low, high = event.ends
        first, last, edge = map(carry, (self.first, self.last, self.pair.of_outer(self.edge)))
        if self.later:
            return Span(
                when(less(first, high), greatest(low, edge), LAST_DAY),
                when(both(sure, less(last, low)), high, LAST_DAY),
            )
        return Span(
            when(both(sure, less(high, first)), low, FIRST_DAY),
            when(less(low, last), least(high, edge), FIRST_DAY),
        )

    @property
    def edge(self) -> Sql:
        """The first day that could be the next one, or the last that could be the previous one."""
        start, step = (self.day.low, "+ 1") if self.later else (self.day.high, "- 1")
        first, last = FIRST_DAY.template, LAST_DAY.template
        template = f"CASE WHEN {{0}} <= {first} OR {{0}} >= {last} THEN {{0}} ELSE {{0}} {step} END"
        return call(template, start)

    def span(self) -> Span:
        """The next (or the previous) day itself."""
        pick, absent = ("min", LAST_DAY) if self.later else ("max", FIRST_DAY)
        self.pair.where.append(call("{} >= 1", self.members.inside))
        low, high = (
            call("coalesce({}, {})", self.members.group.count(f"{pick}({{}})", end), absent)
            for end in self.part(self.event, self.sure, lambda value: value).ends
        )
        return self._with_others(low, high)

    def _with_others(self, low: Sql, high: Sql) -> Span:
        """Where the record is not complete, a row that it lacks may stand at the very edge."""
        beyond = self.members.beyond_record()
        if beyond is FALSE:
            return Span(low, high)
        if self.later:
            return Span(when(beyond, least(low, self.edge), low), high)
        return Span(low, when(beyond, greatest(high, self.edge), high))


def paired(members: Members) -> Pair:
    """The pairs of a relation that is paired."""
    if not isinstance(members.at, Pair):
        msg = "only a relation that is paired has pairs"
        raise TypeError(msg)
    return members.at


def day_of(node: Relative) -> Node:
    """The day that the others are compared with."""
    return node.after if isinstance(node, dates.NextAfter) else node.before


def neighbor(compiler: Compiler, node: Relative, scope: Scope) -> Span:
    """The next day after, or the previous day before, a day of this row."""
    return Neighbors(compiler, node, scope).span()


BUILDERS: Builders = {dates.NextAfter: neighbor, dates.PreviousBefore: neighbor}
