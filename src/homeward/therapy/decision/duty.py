"""A day by which staff have to act, and whether they did."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from homeward.explain.answer import Answer
from homeward.facts import Record
from homeward.therapy.policies import vocabulary
from homeward.when import FIRST, LAST

State = Literal["open", "done", "done_late", "late", "passed", "unknown"]
DONE_BY = {
    "assessment": "person.care.assessed_on",
    "screen": "person.care.screened_on",
    "evaluation": "person.care.evaluated_on",
    "answer": "person.care.seen_on",
    "move": "person.care.moved_on",
    "housing": "person.care.moved_on",
}
"""The fact that shows that a duty was done; a duty without one comes back and is never done."""

_NEVER = (LAST, LAST)


@dataclass(frozen=True)
class Duty:
    """Something that staff have to do by a day.

    Attributes:
        name: ``screen``, ``evaluation``, ``answer``, ``contact``, ``review``, ``move`` …
        by: the day; None where a fact is missing, or where nothing has started the clock.
        not_before: the soonest that day can be, where something is known of it.
        applies: ``no`` never is a duty here; ``unknown`` where the level is not known.
        done_on: the day on which it was done; None where it was not, or where that is not known.
        state: ``late`` where the day has passed and it was not done, ``passed`` where the day has
            passed and the record does not say whether it was done.
    """

    name: str
    rule: str
    says: str
    cite: str
    certainty: str
    by: date | None
    not_before: date | None
    applies: Literal["yes", "unknown"]
    done_on: date | None
    state: State
    missing: tuple[str, ...]

    @property
    def done_fact(self) -> str | None:
        """The fact that would show that it was done."""
        return DONE_BY.get(self.name)

    @property
    def counts_from(self) -> tuple[str, ...]:
        """The missing days from which it is counted."""
        known = vocabulary()
        return tuple(one for one in self.missing if one in known and known[one].kind == "date")


def duty_of(answer: Answer, record: Record, *, applies: Literal["yes", "unknown"]) -> Duty:
    """A duty as the answer of its rule has it."""
    rule, (soonest, latest) = answer.source, answer.when
    assert rule is not None  # noqa: S101  the answer of a rule, never of all rules together
    name = rule.question.removeprefix("due.")
    by = latest if applies == "yes" and soonest == latest and latest < LAST else None
    known = record.person.facts.get(DONE_BY[name]) if name in DONE_BY else _NEVER
    done = known[0] if known and known[0] == known[1] < LAST else None
    return Duty(
        name=name,
        rule=rule.name,
        says=rule.holds,
        cite=rule.cite,
        certainty=rule.certainty,
        by=by,
        not_before=soonest if by is None and FIRST < soonest < LAST else None,
        applies=applies,
        done_on=done,
        state=_state(by, done, answer.as_of, told=known is not None),
        missing=tuple(answer.missing),
    )


def _state(by: date | None, done: date | None, as_of: date, *, told: bool) -> State:
    """How it stands; ``told`` is whether the record says when it was done, or that it was not."""
    if by is None:
        return "unknown"
    if done is not None and done <= as_of:
        return "done" if done <= by else "done_late"
    if by >= as_of:
        return "open"
    return "late" if told else "passed"
