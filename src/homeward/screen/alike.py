"""Expressions that mean the same: of these, the one that was there first.

Expressions alike in their text are one object. But a relation brings rows of its own into
what is said, and the same relation under two laws brings two. Here each expression has a
number, told from what it says and not from which rows it was written for; so what two laws
have in common is worked out once.
"""

from __future__ import annotations

from collections.abc import Hashable
from typing import TYPE_CHECKING

from homeward.screen.expressions import Carried, Counted, Sql
from homeward.screen.scopes import Pair, Scope

if TYPE_CHECKING:
    from homeward.screen.relations import Group


class Alike:
    """Knows the expressions of a plan by what they say.

    It may be asked about values of rows of their own, and not of pairs: these are still in
    the making while their values are.
    """

    def __init__(self) -> None:
        """Know none yet."""
        self._numbers: dict[Hashable, int] = {}
        self._known: dict[Sql, int] = {}
        self._first: dict[int, Sql] = {}

    def first(self, value: Sql) -> Sql:
        """The first expression that was asked about and means the same."""
        return self._first.setdefault(self._number(value), value)

    def _number(self, value: Sql) -> int:
        """The number of what an expression says."""
        if value not in self._known:
            parts = tuple(map(self._number, value.parts))
            self._known[value] = self._of(
                type(value).__name__, value.template, parts, self._rows(value)
            )
        return self._known[value]

    def _of(self, *told: Hashable) -> int:
        return self._numbers.setdefault(told, len(self._numbers))

    def _rows(self, value: Sql) -> Hashable:
        """What an expression says of the rows that it is about, beside its parts."""
        if isinstance(value, Carried):
            return value.of_outer, self._beginning(value.pair)
        return self._group(value.group) if isinstance(value, Counted) else None

    def _beginning(self, scope: Scope) -> Hashable:
        """Which rows a pair begins with: none of its tests, which may read the pair itself."""
        if not isinstance(scope, Pair):
            return scope
        return self._of(scope.within, scope.leaving_out, self._beginning(scope.outer))

    def _group(self, group: Group) -> Hashable:
        """Which rows are counted together."""
        if not isinstance(group.source, Pair):
            return group
        keys = tuple(map(self._number, (*group.keys, *group.found_by)))
        return self._of(keys, group.asks, self._tests(group.source))

    def _tests(self, scope: Scope) -> Hashable:
        """The tests that each pair passes, and those of the pair that it starts from."""
        if not isinstance(scope, Pair):
            return scope
        where = frozenset(map(self._number, scope.where))
        return self._of(where, self._tests(scope.outer))
