"""References to facts: ``charge("disposition_completed_on")`` reads like the record.

The four tables a rule may speak of are here as words, and so is what can be
claimed of one fact: ``charge("severity").is_in("felony")``. A fact of a row above is
reached from any row below: in a rule about a charge, ``person("birth_date")``
is the birth date of the person charged.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from homeward.rules.logic import TruthNode
from homeward.rules.node import Node, Sort


@dataclass(frozen=True, eq=False)
class FactRef(Node):
    """A fact of this row, or of the case or person that the row belongs to.

    Its sort is that of its kind in the vocabulary: a date serves as a *when*
    (from that day), a truth as a *truth*, a number as a *number*.
    """

    name: str

    sort: ClassVar[Sort] = "any"

    @property
    def table(self) -> str:
        """The table that holds the fact."""
        return self.name.partition(".")[0]

    def is_in(self, *codes: str) -> CodeIn:
        """The truth that a code is one of these."""
        return CodeIn(self, frozenset(codes))

    def mentions(self, *words: str) -> Mentions:
        """The truth that a text mentions one of these words: whole, in letters of any case.

        A word may be several, and a star at its end lets it go on: ``marij*``.
        """
        return Mentions(self, words)

    def stated(self, *codes: str) -> Stated:
        """The truth that the record states one of these codes; silence is no (gates only)."""
        return Stated(self, frozenset(codes))

    @property
    def is_stated(self) -> Stated:
        """The truth that the record states the fact at all; silence is no (gates only)."""
        return Stated(self, frozenset())

    def tagged(self, tag: str, *, at: Node | None = None) -> Tagged:
        """The truth that a citation carries an offense tag, on the law's day or ``at`` a date."""
        return Tagged(self, tag, at)

    @property
    def happened(self) -> Happened:
        """The truth that a dated event has happened at all."""
        return Happened(self)


@dataclass(frozen=True, eq=False)
class CodeIn(TruthNode):
    """A code is one of a few."""

    fact: FactRef
    codes: frozenset[str]


@dataclass(frozen=True, eq=False)
class Mentions(TruthNode):
    """A text mentions one of a few words."""

    fact: FactRef
    words: tuple[str, ...]


@dataclass(frozen=True, eq=False)
class Stated(TruthNode):
    """The record states one of these codes, or anything at all; silence counts as no.

    Only for whether a question is worth asking, never for an answer.
    """

    fact: FactRef
    codes: frozenset[str]


@dataclass(frozen=True, eq=False)
class Happened(TruthNode):
    """A dated event has happened."""

    fact: FactRef


@dataclass(frozen=True, eq=False)
class Tagged(TruthNode):
    """A citation stands on an offense list, as that list was on a day.

    ``at`` is the date that decides which list counts; None is the law's own day.
    """

    fact: FactRef
    tag: str
    at: Node | None = None


@dataclass(frozen=True, eq=False)
class Outer(Node):
    """Inside a relation's filter: a fact of the row that the rule is about."""

    fact: FactRef


@dataclass(frozen=True)
class Table:
    """A word for one table: calling it names one of its facts."""

    name: str

    def __call__(self, field: str) -> FactRef:
        """The fact of this table with this field path."""
        return FactRef(f"{self.name}.{field}")


person = Table("person")
case = Table("case")
charge = Table("charge")
tenancy = Table("tenancy")


def this(fact: FactRef) -> Outer:
    """Inside a filter over other rows: the fact of the row that the rule is about."""
    return Outer(fact)
