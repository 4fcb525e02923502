"""Groups: rows counted together and joined back, never window functions.

What a rule asks of a person's other charges becomes aggregates over the person
or the case. Where it depends on both rows, it becomes aggregates over pairs.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property

from homeward.rules.rows import Except, Within
from homeward.screen.alike import Alike
from homeward.screen.expressions import Counted, Sql, column
from homeward.screen.scopes import CASE, CHARGE, PERSON, Pair, Scope


@dataclass(eq=False)
class Group:
    """Rows of a source that share keys.

    ``keys`` name a group among its own rows, ``found_by`` among the rows that it
    is joined back to. What is only read for rows that ask ``asks`` itself: of rows
    that do not, nobody will want to know.
    """

    name: str
    source: Scope
    keys: tuple[Sql, ...]
    found_by: tuple[Sql, ...]
    asks: bool = False

    def count(self, template: str, *parts: Sql) -> Sql:
        """An aggregate over the rows of each group; NULL where there are none."""
        return Counted.over(self, template, *parts)

    def tally(self, test: Sql) -> Sql:
        """How many rows pass a test."""
        from_zero = "coalesce({0}, 0)"
        return Sql.of(from_zero, self.count("count(*) FILTER ({0})", test))

    def some(self, test: Sql) -> Sql:
        """Whether some row passes a test."""
        return Sql.of("coalesce({0}, FALSE)", self.count("bool_or({0})", test))


def _of(name: str, source: Scope, *keys: str) -> Group:
    columns = tuple(column(key) for key in keys)
    return Group(name, source, columns, columns)


@dataclass
class Relations:
    """The groups and pairs of a plan, and which of what is said of them means the same."""

    groups: dict[str, Group] = field(default_factory=dict)
    pairs: list[Pair] = field(default_factory=list)
    alike: Alike = field(default_factory=Alike)

    @cached_property
    def by_person(self) -> Group:
        """The charges of each person."""
        return _of("by_person", CHARGE, "person_key")

    @cached_property
    def by_case(self) -> Group:
        """The charges of each case."""
        return _of("by_case", CHARGE, "case_key")

    @cached_property
    def cases(self) -> Group:
        """The cases of each person."""
        return _of("cases", CASE, "person_key")

    @cached_property
    def people(self) -> Group:
        """Each person alone: what is worked out for people is read from any row of theirs."""
        return _of("people", PERSON, "person_key")

    def course(self, code: Sql) -> Group:
        """The charges of each person that share a code."""
        if code.template not in self.groups:
            keys = (column("person_key"), code)
            self.groups[code.template] = Group(f"course{len(self.groups)}", CHARGE, keys, keys)
        return self.groups[code.template]

    def pair(
        self, outer: Scope, within: Within, leaving_out: Except, *, asks: bool
    ) -> tuple[Pair, Group]:
        """The pairs of a scope's rows with other charges, and the group of each row's pairs."""
        name = f"pair{len(self.pairs)}"
        pair = Pair(name, (), outer, within, leaving_out)
        self.pairs.append(pair)
        keys = tuple(pair.of_outer(key) for key in outer.identity)
        return pair, Group(f"of_{name}", pair, keys, outer.identity, asks)
