"""An answer: from when a rule holds for a row, and everything a person is told with it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Literal

from homeward.facts import Row
from homeward.rules.rule import Rule
from homeward.when import LAST

Status = Literal["now", "later", "never", "unknown", "not_applicable"]
Pair = tuple[date, date]


@dataclass(frozen=True, slots=True)
class Reason:
    """One requirement of the rule and how it stands for this row.

    ``when`` is the span of days from which it holds; None for what a court or
    board weighs, which has no date. ``facts`` are the recorded facts it rests on.
    """

    name: str
    cite: str
    says: str
    unmet: str
    when: Pair | None
    facts: Mapping[str, Any]
    decided_by: str
    certainty: str


@dataclass(slots=True)
class Answer:
    """One question's answer for one row, by one rule or, as ``*``, by all its rules."""

    question: str
    rule: str
    subject: Row
    when: Pair
    as_of: date
    applies: bool = True
    closes: date | None = None
    missing: list[str] = field(default_factory=list)
    waits_on: list[str] = field(default_factory=list)
    assumed: list[str] = field(default_factory=list)
    reasons: list[Reason] = field(default_factory=list)
    because: str = ""
    source: Rule | None = None

    @property
    def status(self) -> Status:
        """How the answer stands on its day."""
        soonest, latest = self.when
        if not self.applies:
            return "not_applicable"
        if soonest == LAST or (self.closes is not None and self.closes <= self.as_of):
            return "never"
        if latest <= self.as_of:
            return "now"
        if soonest == latest or (self.waits_on and not self.missing):
            return "later"
        return "unknown"

    @property
    def holds_today(self) -> Literal["yes", "no", "unknown"]:
        """Whether it holds on the day asked."""
        if self.status == "now":
            return "yes"
        if self.status != "unknown" or self.when[0] > self.as_of:
            return "no"
        return "unknown"

    @property
    def binding(self) -> Reason | None:
        """The reason that holds the answer back the longest, or None when nothing does."""
        dated = [reason for reason in self.reasons if reason.when is not None]
        return next((r for r in dated if r.when and r.when[0] == self.when[0]), None)


def subject_id(row: Row) -> dict[str, str]:
    """A row as machine formats name it."""
    named = {"kind": row.table, "id": row.id}
    return named | {"case_id": row.case.id} if row.table == "charge" else named
