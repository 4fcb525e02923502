"""A day by which staff have to act, and whether they did."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

from homeward.explain.answer import Answer
from homeward.facts import Record
from homeward.rules.body import Body
from homeward.rules.parameter_table import Parameter
from homeward.therapy.policies import vocabulary
from homeward.when import FIRST, LAST, add_business_days

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

BUSINESS_DAYS = "business days"
"""The unit of a number of a policy that leaves weekends and holidays out."""

_NEVER = (LAST, LAST)


@dataclass(frozen=True)
class Duty:
    """Something that staff have to do by a day.

    Attributes:
        name: ``screen``, ``evaluation``, ``answer``, ``contact``, ``review``, ``move`` …
        by: the day; None where a fact is missing, or where nothing has started the clock.
        not_before: the soonest that day can be, where something is known of it.
        not_after: the latest that it can be, where that is known.
        applies: ``no`` never is a duty here; ``unknown`` where the level is not known.
        done_on: the day on which it was done; None where it was not, or where that is not known.
        state: ``late`` where the day has passed and it was not done, ``passed`` where the day has
            passed and the record does not say whether it was done.
        working_days: those of the missing that are numbers of working days: the holidays are open.
    """

    name: str
    rule: str
    says: str
    cite: str
    certainty: str
    by: date | None
    not_before: date | None
    not_after: date | None
    applies: Literal["yes", "unknown"]
    done_on: date | None
    state: State
    missing: tuple[str, ...]
    working_days: tuple[str, ...] = ()

    @property
    def done_fact(self) -> str | None:
        """The fact that would show that it was done."""
        return DONE_BY.get(self.name)

    @property
    def counts_from(self) -> tuple[str, ...]:
        """The missing days from which it is counted."""
        known = vocabulary()
        return tuple(one for one in self.missing if one in known and known[one].kind == "date")


def duty_of(
    answer: Answer,
    record: Record,
    body: Body,
    holidays: Sequence[date] | None,
    *,
    applies: Literal["yes", "unknown"],
) -> Duty:
    """A duty as the answer of its rule has it, past the holidays where those are given."""
    rule, (soonest, latest), missing = answer.source, answer.when, tuple(answer.missing)
    assert rule is not None  # noqa: S101  the answer of a rule, never of all rules together
    working = _working_days(missing, body)
    if holidays is not None and working:
        if working == missing:
            number = body.parameters[_number(working[0])]
            soonest = latest = _past(soonest, number, answer.as_of, holidays)
        missing, working = tuple(one for one in missing if one not in working), ()
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
        not_after=latest if by is None and FIRST < latest < LAST else None,
        applies=applies,
        done_on=done,
        state="unknown"
        if applies == "unknown"
        else _state((soonest, latest), done, answer.as_of, told=known is not None),
        missing=missing,
        working_days=working,
    )


def _working_days(missing: Sequence[str], body: Body) -> tuple[str, ...]:
    """Those of the missing that are numbers of working days of the policy."""
    known = (one for one in missing if _number(one) in body.parameters)
    return tuple(one for one in known if body.parameters[_number(one)].unit == BUSINESS_DAYS)


def _number(name: str) -> str:
    return name.rpartition("/")[2] if name.startswith("law:") else ""


def _past(soonest: date, number: Parameter, day: date, holidays: Sequence[date]) -> date:
    """So many working days from where they began: ``soonest`` is that without a holiday."""
    entry = number.on(day)
    working = 0 if entry is None else int(entry.span[0])
    began = add_business_days(soonest, -working)
    return add_business_days(began, working, holidays=frozenset(holidays))


def _state(ends: tuple[date, date], done: date | None, as_of: date, *, told: bool) -> State:
    """How it stands; ``told`` is whether the record says when it was done, or that it was not."""
    soonest, latest = ends
    if latest >= LAST or soonest <= FIRST:
        return "unknown"
    if done is not None and done <= as_of:
        if done <= soonest:
            return "done"
        return "done_late" if done > latest else "unknown"
    if as_of <= soonest:
        return "open"
    if latest >= as_of:
        return "unknown"
    return "late" if told else "passed"
