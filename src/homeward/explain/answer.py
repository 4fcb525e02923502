"""An answer: from when a rule holds for a row, and everything a person is told with it."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from homeward.explain.reasons import Reason
from homeward.facts import Row
from homeward.rules.outcome import UNSAID, Outcome
from homeward.rules.rule import Rule
from homeward.when import FIRST, LAST

Status = Literal["now", "later", "never", "unknown", "not_applicable"]
Pair = tuple[date, date]

RULES_TOGETHER = "*"
"""Stands for all the rules of a question."""


@dataclass(slots=True)
class Answer:
    """One question's answer for one row, by one rule or, as ``*``, by all its rules.

    ``when`` is the span of days from which it holds, ``closes`` the span from
    which it no longer does; None where it never ends. ``brings`` is the outcome
    of the limb that decides.
    """

    question: str
    rule: str
    subject: Row
    when: Pair
    as_of: date
    applies: bool = True
    closes: Pair | None = None
    missing: list[str] = field(default_factory=list)
    waits_on: list[str] = field(default_factory=list)
    assumed: list[str] = field(default_factory=list)
    reasons: list[Reason] = field(default_factory=list)
    because: str = ""
    source: Rule | None = None
    brings: Outcome = UNSAID

    def of_all_rules(self, question: str) -> Answer:
        """The same answer, given for a question by all its rules; reasons stay with the rules."""
        return Answer(
            question, RULES_TOGETHER, self.subject, self.when, self.as_of, self.applies,
            self.closes, self.missing, self.waits_on, self.assumed, [], self.because, self.source,
            self.brings,
        )  # fmt: skip

    @property
    def status(self) -> Status:
        """How the answer stands on its day."""
        soonest, latest = self.when
        ends, ended = self.closes or (LAST, LAST)
        if not self.applies:
            return "not_applicable"
        if soonest == LAST or ended <= max(soonest, self.as_of):
            return "never"
        if latest <= self.as_of:
            return "now" if ends > self.as_of else "unknown"
        if soonest == latest:
            return "later" if ends > soonest else "unknown"
        return "later" if self.waits_on and not self.missing else "unknown"

    @property
    def holds_today(self) -> Literal["yes", "no", "unknown"]:
        """Whether it holds on the day asked."""
        status = self.status
        if status == "unknown" and self.when[0] <= self.as_of:
            return "unknown"
        return "yes" if status == "now" else "no"

    @property
    def binding(self) -> Reason | None:
        """The reason that holds the answer back the longest, or None when nothing does."""
        if self.when[0] == FIRST:
            return None
        dated = [reason for reason in self.reasons if reason.when is not None]
        return next((r for r in dated if r.when and r.when[0] == self.when[0]), None)

    @property
    def grounds(self) -> list[Reason]:
        """The reasons why it never holds, each enough by itself."""
        failing = [one for one in self.reasons if one.when is not None and one.when[0] == LAST]
        alone = [reason for reason in failing if not reason.requirement.alternative]
        return alone or failing


def subject_id(row: Row) -> dict[str, str]:
    """A row as machine formats name it."""
    named = {"kind": row.table, "id": row.id}
    return named | {"case_id": row.case.id} if row.table == "charge" else named
