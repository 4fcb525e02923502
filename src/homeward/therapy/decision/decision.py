"""A decision under a written policy: who qualifies, why, what would change it, and by when to act.

Whether a person qualifies and whether there is a place are two answers, kept apart: a full list
says nothing about the person. A missing fact leaves the decision open; it never makes it a no.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import Any, Literal

from homeward.therapy.decision.duty import Duty
from homeward.therapy.decision.reason import Reason
from homeward.therapy.decision.request import Request
from homeward.therapy.policies import Level, Policy

Verdict = Literal["yes", "no", "unknown"]
Outcome = Literal[
    "qualifies", "waits_for_a_place", "not_held_here", "does_not_qualify", "not_known_yet",
    "declined", "time_limits_only",
]  # fmt: skip


@dataclass(frozen=True)
class Fact:
    """A fact that a test rests on, as the record has it, with its source where that is known."""

    name: str
    says: str
    value: Any
    source: str
    on: str


@dataclass(frozen=True)
class Test:
    """One test of the policy and how it stands.

    Attributes:
        code: its code in the closed list of reasons.
        met: ``yes``, ``no`` or ``unknown`` on the day of the decision.
        from_on: the day from which it is met, where it is not yet and that day is known.
        missing: the facts that would settle it.
        assumed: events that a record would show, that it does not show, and that were taken as
            not having happened.
        near: how far the facts are from the line: a form with its total and the line, or the day
            from which a date to go home would do.
    """

    code: str
    cite: str
    says: str
    unmet: str
    certainty: str
    met: Verdict
    from_on: date | None
    facts: tuple[Fact, ...]
    missing: tuple[str, ...]
    assumed: tuple[str, ...] = ()
    near: str = ""


@dataclass(frozen=True)
class Appeal:
    """The first step against a decision: its last day, to whom, and the steps that follow."""

    step: str
    to: str
    due_on: str
    counted: str
    cite: str
    certainty: str
    from_receipt: bool
    unavailable_because: str
    says: str
    passed: bool
    later: tuple[dict[str, Any], ...] = ()


@dataclass(frozen=True)
class Decision:
    """What was decided for one request.

    Attributes:
        qualifies: under the policy's tests alone; None where the policy has none.
        from_on: the day from which the person qualifies, where it is not yet and is known.
        place: whether a place is free: ``free``, ``none``, ``not_held_here``, ``unknown``.
        reasons: the codes that stand in the way, of the closed list.
        level: the level of care; None while it is not known.
        possible_levels: those it may be, where it is not known.
    """

    request: Request
    qualifies: Verdict | None
    from_on: date | None
    place: Literal["free", "none", "not_held_here", "unknown"]
    outcome: Outcome
    reasons: tuple[Reason, ...]
    tests: tuple[Test, ...]
    level: Level | None
    possible_levels: tuple[Level, ...]
    duties: tuple[Duty, ...]
    appeal: Appeal | None
    notes: tuple[str, ...] = field(default=())

    @property
    def policy(self) -> Policy:
        """The policy that was asked."""
        return self.request.policy

    @property
    def as_of(self) -> date:
        """The day of the decision."""
        return self.request.as_of

    @property
    def missing(self) -> tuple[str, ...]:
        """Every fact that would help to settle the tests, once each."""
        return tuple(dict.fromkeys(name for test in self.tests for name in test.missing))

    @property
    def only_reason(self) -> bool:
        """Whether one thing alone stands in the way."""
        return len(self.reasons) == 1
