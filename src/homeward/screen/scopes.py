"""Scopes: the rows that an expression is worked out for.

Four tables hold rows of their own. A pair is a row that asks together with one of
the charges that it asks about; a pair may ask in turn.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from homeward.rules.problem import LawError
from homeward.rules.rows import Except, Rows, Within
from homeward.screen.expressions import Carried, Sql, call, column


@dataclass(eq=False)
class Scope:
    """A kind of rows. ``keys`` name the groups that a row belongs to; the first names the row."""

    name: str
    keys: tuple[str, ...]

    @property
    def kind(self) -> str:
        """Whose facts are this row's own: those of a charge, a case, a person or a tenancy."""
        return self.name

    def key(self, name: str) -> Sql:
        """One of the row's keys."""
        return column(name)

    def mark(self, name: str) -> Sql:
        """A mark that every row has from the start."""
        return column(name)

    @property
    def identity(self) -> tuple[Sql, ...]:
        """The keys that name one row of this scope."""
        return (column(self.keys[0]),)


CHARGE = Scope("charge", ("row_id", "person_key", "case_key"))
CASE = Scope("case", ("case_key", "person_key"))
PERSON = Scope("person", ("person_key",))
TENANCY = Scope("tenancy", ("person_key",))
TABLES = {scope.name: scope for scope in (CHARGE, CASE, PERSON, TENANCY)}


@dataclass(eq=False)
class Pair(Scope):
    """A row of ``outer`` with one of the charges that it asks about.

    ``where`` are tests that a pair must pass to be looked at.
    """

    outer: Scope = CHARGE
    within: Within = "person"
    leaving_out: Except = "none"
    where: list[Sql] = field(default_factory=list)

    @property
    def kind(self) -> str:
        """The row whose facts are read is a charge."""
        return "charge"

    def of_outer(self, value: Sql) -> Sql:
        """A value of the row that asks."""
        return Carried.into(self, value, of_outer=True)

    def of_inner(self, value: Sql) -> Sql:
        """A value of the charge that is asked about."""
        return Carried.into(self, value, of_outer=False)

    def key(self, name: str) -> Sql:
        """A key of the charge that is asked about."""
        return self.of_inner(column(name))

    def mark(self, name: str) -> Sql:
        """A mark of the charge that is asked about."""
        return self.of_inner(column(name))

    @property
    def identity(self) -> tuple[Sql, ...]:
        """The keys of the row that asks, and the charge's."""
        return (*(self.of_outer(key) for key in self.outer.identity), self.key("row_id"))

    def joined(self) -> list[Sql]:
        """The tests of keys that make two rows a pair."""
        home = "case_key" if self.within == "case" else "person_key"
        tests = [call("{} = {}", self.of_outer(self.outer.key(home)), self.key(home))]
        left = {"none": None, "self": "row_id", "case": "case_key"}[self.leaving_out]
        if left:
            tests.append(call("{} <> {}", self.of_outer(self.outer.key(left)), self.key(left)))
        return tests


def reach(scope: Scope, rows: Rows) -> tuple[Within, Except]:
    """Whose charges a relation looks at, and which it leaves out, for the rows of a scope.

    A case has no row of its own among its charges, and a person neither case nor row.

    Raises:
        LawError: where the relation says nothing for such rows.
    """
    if scope.kind == "charge":
        return rows.within, rows.leaving_out
    if scope.kind == "case":
        return rows.within, "case" if rows.leaving_out == "case" else "none"
    if scope.kind == "tenancy" and rows.within == "case":
        msg = "a rule about a tenancy cannot look at the charges of its case: it has none"
        raise LawError(msg)
    return "person", "none"


def keys_in(scope: Scope, names: Sequence[str]) -> tuple[Sql, ...]:
    """Several keys of a scope's rows."""
    return tuple(scope.key(name) for name in names)
