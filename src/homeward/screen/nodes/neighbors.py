"""The next day after, and the previous day before, a day of this row, among other rows.

The few days of each person (or case) are kept as a short list and joined back, so
a row looks along its own list: no row is ever joined to another.
"""

from __future__ import annotations

from homeward.rules import dates
from homeward.rules.node import Node
from homeward.screen.columns import Sql, call
from homeward.screen.compiler import Builders, Compiler
from homeward.screen.members import Member
from homeward.screen.values import FIRST_DAY, LAST_DAY, Span

Relative = dates.NextAfter | dates.PreviousBefore

_LEFT_OUT = {"none": "TRUE", "self": 'x.id <> "row_id"', "case": 'x.home <> "case_key"'}


class Neighbors:
    """The days of one relation around a day of the row that asks."""

    def __init__(self, compiler: Compiler, node: Relative, scope: str) -> None:
        """Compile the days of the relation and the day of the row."""
        self.member = Member(compiler, node.rows, scope)
        self.event = compiler.span(node.event, "charge")
        self.later = isinstance(node, dates.NextAfter)
        self.day = compiler.span(day_of(node), scope)
        self.others = _LEFT_OUT[node.rows.leaving_out] if scope == "charge" else "TRUE"

    def packed(self, when: Sql) -> Sql:
        """Each row's day, where ``when`` is true, as one entry of a list."""
        return call(
            'CASE WHEN {} THEN struct_pack(low := {}, high := {}, sure := {} = 2,'
            ' id := "row_id", home := "case_key") END',
            when, self.event.low, self.event.high, self.member.inside,
        )  # fmt: skip

    def listed(self, when: Sql) -> Sql:
        """The list of a person's or a case's entries, as read from here."""
        packed = self.member.charges.column(self.packed(when))
        return self.member.group.aggregate(call("list({0}) FILTER ({0} IS NOT NULL)", packed))

    @property
    def edge(self) -> Sql:
        """The first day that could be the next one, or the last that could be the previous one."""
        if self.later:
            return call("CASE WHEN {0} <= {1} THEN {1} WHEN {0} >= {2} THEN {2} ELSE {0} + 1 END",
                        self.day.low, FIRST_DAY, LAST_DAY)  # fmt: skip
        return call("CASE WHEN {0} <= {1} THEN {1} WHEN {0} >= {2} THEN {2} ELSE {0} - 1 END",
                    self.day.high, FIRST_DAY, LAST_DAY)  # fmt: skip

    def part(self, sure: str = "x.sure") -> Span:
        """An entry's own part in the answer, inside a function over the list."""
        if self.later:
            return Span(
                call("CASE WHEN x.high > {} THEN greatest(x.low, {}) ELSE {} END",
                     self.day.low, self.edge, LAST_DAY),
                call(f"CASE WHEN {sure} AND x.low > {{}} THEN x.high ELSE {{}} END",
                     self.day.high, LAST_DAY),
            )  # fmt: skip
        return Span(
            call(f"CASE WHEN {sure} AND x.high < {{}} THEN x.low ELSE {{}} END",
                 self.day.low, FIRST_DAY),
            call("CASE WHEN x.low < {} THEN least(x.high, {}) ELSE {} END",
                 self.day.high, self.edge, FIRST_DAY),
        )  # fmt: skip

    def span(self) -> Span:
        """The next (or the previous) day itself."""
        entries = self.listed(call("{} >= 1", self.member.inside))
        pick, absent = ("list_min", LAST_DAY) if self.later else ("list_max", FIRST_DAY)
        low, high = (
            call(f"coalesce({pick}(list_transform(list_filter({{}}, lambda x: {self.others}),"
                 " lambda x: {})), {})", entries, end, absent)
            for end in self.part()
        )  # fmt: skip
        return self._with_others(low, high)

    def _with_others(self, low: Sql, high: Sql) -> Span:
        """Where the record is not complete, a row that it lacks may stand at the very edge."""
        beyond = self.member.beyond_record()
        if beyond == Sql("FALSE"):
            return Span(low, high)
        if self.later:
            low = call("CASE WHEN {} THEN least({}, {}) ELSE {} END", beyond, low, self.edge, low)
        else:
            high = call("CASE WHEN {} THEN greatest({}, {}) ELSE {} END",
                        beyond, high, self.edge, high)  # fmt: skip
        return Span(low, high)


def day_of(node: Relative) -> Node:
    """The day that the others are compared with."""
    return node.after if isinstance(node, dates.NextAfter) else node.before


def neighbor(compiler: Compiler, node: Relative, scope: str) -> Span:
    """The next day after, or the previous day before, a day of this row."""
    return Neighbors(compiler, node, scope).span()


BUILDERS: Builders = {dates.NextAfter: neighbor, dates.PreviousBefore: neighbor}
