"""From when something holds: the date operations of the language.

A date and an answer are the same sort: a date read as an answer means "from
that day on". All waits are added in one step.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import ClassVar, Literal

from homeward.rules.amounts import Number
from homeward.rules.fact import FactRef
from homeward.rules.node import Node, Sort
from homeward.rules.rows import Rows
from homeward.rules.truth import Compare
from homeward.when import LAST, PartDay

Boundary = Literal["holds_on", "day_after"]
Unit = Literal["years", "months", "days"]


@dataclass(frozen=True, eq=False)
class WhenNode(Node):
    """A span of days from which something holds."""

    sort: ClassVar[Sort] = "when"


@dataclass(frozen=True, eq=False)
class On(WhenNode):
    """A fixed day; the sentinel days stand for always and never."""

    day: date


@dataclass(frozen=True, eq=False)
class HoldsIf(WhenNode):
    """Always where the claim is true, never where it is not."""

    claim: Node


@dataclass(frozen=True, eq=False)
class WaitsWhile(WhenNode):
    """Held back, without a known end, while the claim is true.

    ``event`` says in words what must happen first.
    """

    claim: Node
    event: str


@dataclass(frozen=True, eq=False)
class AllOf(WhenNode):
    """Every part must hold: the latest of them."""

    items: tuple[Node, ...]


@dataclass(frozen=True, eq=False)
class AnyOf(WhenNode):
    """One part is enough: the earliest of them."""

    items: tuple[Node, ...]


@dataclass(frozen=True, eq=False)
class Since(WhenNode):
    """So many years, months or days after a day, in the jurisdiction's rounding.

    ``holds_on``: from the anniversary itself. ``day_after``: "more than" so many.
    """

    event: Node
    amount: Node
    unit: Unit
    boundary: Boundary = "holds_on"


@dataclass(frozen=True, eq=False)
class Served(WhenNode):
    """A share of a term, in percent, has been served; the term is in months."""

    start: Node
    months: Node
    percent: Node


@dataclass(frozen=True, eq=False)
class DaysServed(WhenNode):
    """A share of a term, in percent, has been served, counted in days; the term is in months."""

    start: Node
    months: Node
    percent: Node
    part_day: PartDay


@dataclass(frozen=True, eq=False)
class BusinessDays(WhenNode):
    """So many business days after a day."""

    event: Node
    amount: Node
    holidays: frozenset[date] = frozenset()


@dataclass(frozen=True, eq=False)
class Bounded(WhenNode):
    """A date that must lie between two others, which bound it while it is missing."""

    event: Node
    no_earlier: Node | None = None
    no_later: Node | None = None


@dataclass(frozen=True, eq=False)
class Latest(WhenNode):
    """The ``nth`` latest date over the rows of a relation; always when there are fewer."""

    rows: Rows
    event: Node
    nth: int = 1


@dataclass(frozen=True, eq=False)
class Earliest(WhenNode):
    """The earliest date over the rows of a relation; never when there is none."""

    rows: Rows
    event: Node


@dataclass(frozen=True, eq=False)
class NextAfter(WhenNode):
    """The earliest date over the rows that lies after a day of this row; never when none does."""

    rows: Rows
    event: Node
    after: Node


@dataclass(frozen=True, eq=False)
class PreviousBefore(WhenNode):
    """The latest date over the rows that lies before a day of this row; always when none does."""

    rows: Rows
    event: Node
    before: Node


@dataclass(frozen=True, eq=False)
class LatestListed(WhenNode):
    """The latest of a list of dates that a fact holds; always when the list is empty."""

    fact: FactRef


@dataclass(frozen=True, eq=False)
class AnswerOf(WhenNode):
    """The answer to another question about the same row, found through the registry."""

    question: str


def on(day: date) -> On:
    """A fixed day."""
    return On(day)


def holds_if(claim: Node) -> HoldsIf:
    """Holds, whatever the day, exactly where the claim is true."""
    return HoldsIf(claim)


def waits_while(claim: Node, event: str) -> WaitsWhile:
    """Waits on an event without a date while the claim is true."""
    return WaitsWhile(claim, event)


def all_of(*items: Node) -> AllOf:
    """Every item must hold."""
    return AllOf(items)


def any_of(*items: Node) -> AnyOf:
    """One item is enough."""
    return AnyOf(items)


def since(event: Node, amount: Node, unit: Unit, boundary: Boundary = "holds_on") -> Since:
    """So much time has passed since an event."""
    return Since(event, amount, unit, boundary)


def had_passed(
    event: Node, amount: Node, unit: Unit, *, measured_at: Node, boundary: Boundary = "holds_on"
) -> HoldsIf:
    """So much time had passed since an event when another came; waiting longer changes nothing."""
    return HoldsIf(Compare(Since(event, amount, unit, boundary), "<=", measured_at))


def birthday(years: Node) -> Since:
    """The person reaches an age."""
    return Since(FactRef("person.birth_date"), years, "years")


def day_after(event: Node) -> Since:
    """The day after a day."""
    return Since(event, Number(1), "days")


def bounded(
    event: Node, *, no_earlier: Node | None = None, no_later: Node | None = None
) -> Bounded:
    """A date with what is known of it while it is missing."""
    return Bounded(event, no_earlier, no_later)


def served(start: Node, months: Node, percent: Node) -> Served:
    """A share of a term, in percent, has been served."""
    return Served(start, months, percent)


def days_served(start: Node, months: Node, percent: Node, part_day: PartDay = "up") -> DaysServed:
    """A share of a term, in percent, has been served, counted in days throughout."""
    return DaysServed(start, months, percent, part_day)


def business_days(
    event: Node, amount: Node, *, holidays: frozenset[date] = frozenset()
) -> BusinessDays:
    """So many business days after a day; weekends and the holidays are left out."""
    return BusinessDays(event, amount, holidays)


def latest_listed(fact: FactRef) -> LatestListed:
    """The latest of the dates in a list fact."""
    return LatestListed(fact)


def latest(rows: Rows, event: Node) -> Latest:
    """The latest such date over the rows."""
    return Latest(rows, event)


def nth_latest(rows: Rows, event: Node, nth: int) -> Latest:
    """The second, third … latest such date over the rows."""
    return Latest(rows, event, nth)


def earliest(rows: Rows, event: Node) -> Earliest:
    """The earliest such date over the rows."""
    return Earliest(rows, event)


def next_after(rows: Rows, event: Node, after: Node) -> NextAfter:
    """The first such date after a day of this row."""
    return NextAfter(rows, event, after)


def previous_before(rows: Rows, event: Node, before: Node) -> PreviousBefore:
    """The last such date before a day of this row."""
    return PreviousBefore(rows, event, before)


def answer_of(question: str) -> AnswerOf:
    """What another question answers for this row."""
    return AnswerOf(question)


def ever(answer: Node) -> Compare:
    """The claim that a day comes at all, be it long ago or still ahead."""
    return Compare(answer, "<", On(LAST))
