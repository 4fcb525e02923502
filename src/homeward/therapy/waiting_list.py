"""A waiting list over whole days, by a stated policy: who starts when, and who never does.

Each day in order: seats come free, people join, the released leave, and seats are filled.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from homeward.facts import Problem, RecordError

TOO_LITTLE, RELEASED = "too little time before release", "released before a place came free"
ORDERS = ("first come", "strict", "ageing")


@dataclass
class Waiter:
    """One person on the list, and what becomes of them."""

    id: str
    joined_on: date
    urgency: int
    release_on: date | None
    started_on: date | None = None
    left: str = ""


@dataclass(frozen=True)
class Policy:
    """How places are given: all that a reform could change.

    Attributes:
        group_starts: the only days on which anyone may start; None for any day.
        must_finish: whether who would be released before the end is passed over.
    """

    seats: int
    course: timedelta
    order: str
    must_finish: bool
    group_starts: frozenset[date] | None
    points: Mapping[str, float]
    points_per_day: float

    def place(self, day: date) -> Callable[[Waiter], tuple[float, date, str]]:
        """The sort key of a day: who is first has the lowest; ties go by joining day, then id."""

        def key(one: Waiter) -> tuple[float, date, str]:
            waited = (day - one.joined_on).days
            first = {
                "first come": 0.0,
                "strict": float(one.urgency),
                "ageing": -(self.points.get(str(one.urgency), 0) + self.points_per_day * waited),
            }[self.order]
            return first, one.joined_on, one.id

        return key

    def may_start(self, one: Waiter, day: date) -> bool:
        """Whether the person has time left for the whole course, where that is asked."""
        leaves = one.release_on
        return not self.must_finish or leaves is None or leaves >= day + self.course


def answer(data: Any, file: str) -> dict[str, Any]:  # noqa: ANN401  JSON may be anything until it is checked here
    """The list of one line, under its policy and under a reform of it.

    Raises:
        RecordError: when a field is missing or cannot be read.
    """
    try:
        found = {"id": data.get("id"), **_outcome(data, data["policy"])}
        if data.get("reform"):
            found["expected_under_reform"] = _outcome(data, data["reform"])
    except KeyError as missing:
        problem = Problem(file, "", str(missing.args[0]), "", "is missing", "Add it to the line")
        raise RecordError([problem]) from missing
    except (AttributeError, TypeError, ValueError) as bad:
        problem = Problem(file, "", "", "", f"is not a waiting list: {bad}", "Mend that field")
        raise RecordError([problem]) from bad
    return found


def _outcome(data: Mapping[str, Any], policy: Mapping[str, Any]) -> dict[str, Any]:
    last = date.fromisoformat(data["last_day"])
    people = [_waiter(one) for one in data["people"]]
    run(people, _policy(policy), date.fromisoformat(data["first_day"]), last)
    waits = [(one.started_on - one.joined_on).days for one in people if one.started_on]
    rows = [_row(one, last) for one in people]
    return {
        "people": rows,
        "started": len(waits),
        "never": sum(row["status"] == "never" for row in rows),
        "still_waiting": sum(row["status"] == "waiting" for row in rows),
        "mean_wait_days_of_started": round(sum(waits) / len(waits), 6) if waits else None,
        "longest_wait_days_of_started": max(waits) if waits else None,
    }


def run(people: Sequence[Waiter], policy: Policy, first: date, last: date) -> None:
    """Let the days pass; writes into each person what became of them."""
    ends: list[date] = []
    for day in (first + timedelta(days=n) for n in range((last - first).days + 1)):
        ends = [end for end in ends if end > day]
        waiting = [p for p in people if p.joined_on <= day and not p.started_on and not p.left]
        for one in waiting:
            if one.release_on is not None and one.release_on <= day:
                one.left = TOO_LITTLE if policy.must_finish else RELEASED
        if policy.group_starts is not None and day not in policy.group_starts:
            continue
        ready = [one for one in waiting if not one.left and policy.may_start(one, day)]
        for one in sorted(ready, key=policy.place(day))[: policy.seats - len(ends)]:
            one.started_on = day
            ends.append(day + policy.course)


def as_text(found: Mapping[str, Any]) -> str:
    """A list in a few lines: each person, then the sums, then the same under a reform."""
    parts = {"": found, "reform: ": found.get("expected_under_reform")}
    lines = [f"{found['id'] or 'list'}"]
    for name, own in parts.items():
        if own is None:
            continue
        for one in own["people"]:
            said = f"starts {one['from']}" if one["from"] else f"{one['status']}: {one['why']}"
            lines.append(f"  {name}{one['id']}: {said}")
        sums = f"{own['started']} start, {own['never']} never do, {own['still_waiting']} still wait"
        lines.append(f"  {name}{sums}")
    return "\n".join(lines) + "\n"


def _row(one: Waiter, last: date) -> dict[str, Any]:
    if one.started_on:
        started = one.started_on.isoformat()
        return {"id": one.id, "status": "started", "from": started, "why": ""}
    status, why = ("never", one.left) if one.left else ("waiting", f"still waiting on {last}")
    return {"id": one.id, "status": status, "from": None, "why": why}


def _waiter(own: Mapping[str, Any]) -> Waiter:
    leaves = own.get("release_on")
    return Waiter(
        own["id"],
        date.fromisoformat(own["joined_on"]),
        own["urgency"],
        date.fromisoformat(leaves) if leaves else None,
    )


def _policy(own: Mapping[str, Any]) -> Policy:
    if own["order"] not in ORDERS:
        msg = f"order {own['order']!r} is not one of {', '.join(ORDERS)}"
        raise ValueError(msg)
    starts = own["group_starts"] if own["kind"] == "groups" else None
    return Policy(
        seats=own["seats"],
        course=timedelta(days=own["course_days"]),
        order=own["order"],
        must_finish=own["must_finish"],
        group_starts=None if starts is None else frozenset(map(date.fromisoformat, starts)),
        points=own.get("points", {}),
        points_per_day=own.get("points_per_day", 0),
    )
