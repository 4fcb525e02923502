"""A waiting list by a stated policy: the plan, what each person can expect, and a reform beside it.

The plan takes each fact as the list has it. What a person can expect is a span of days, since the
day that others go home may not be given (see :mod:`homeward.therapy.expected_start`).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict
from datetime import date
from typing import Any

from homeward.therapy.expected_start import Expected, expected_starts
from homeward.therapy.list_reading import WaitingList, read_list
from homeward.therapy.list_rules import ORDERS, Policy, Waiter, run

__all__ = ["ORDERS", "answer", "as_text"]


def answer(data: Any, file: str) -> dict[str, Any]:  # noqa: ANN401  JSON may be anything until it is checked here
    """The list of one line, under its policy and under a reform of it.

    Raises:
        RecordError: when a field is missing or cannot be read.
    """
    own = read_list(data, file)
    found = {"id": own.id, **_outcome(own, own.policy), "expected_starts": _spans(own, own.policy)}
    if own.reform is not None:
        found["expected_under_reform"] = _outcome(own, own.reform)
        found["expected_starts_under_reform"] = _spans(own, own.reform)
    found["not_counted"] = list(_not_counted(own))
    return found


def _outcome(own: WaitingList, policy: Policy) -> dict[str, Any]:
    people = own.people()
    run(people, policy, own.first, own.last)
    waits = [(one.started_on - one.joined_on).days for one in people if one.started_on]
    rows = [_row(one, own.last) for one in people]
    return {
        "people": rows,
        "started": len(waits),
        "never": sum(row["status"] == "never" for row in rows),
        "still_waiting": sum(row["status"] == "waiting" for row in rows),
        "mean_wait_days_of_started": round(sum(waits) / len(waits), 6) if waits else None,
        "longest_wait_days_of_started": max(waits) if waits else None,
    }


def _row(one: Waiter, last: date) -> dict[str, Any]:
    if one.started_on:
        started = one.started_on.isoformat()
        return {"id": one.id, "status": "started", "from": started, "why": ""}
    status, why = ("never", one.left) if one.left else ("waiting", f"still waiting on {last}")
    return {"id": one.id, "status": status, "from": None, "why": why}


def _spans(own: WaitingList, policy: Policy) -> list[dict[str, Any]]:
    spans = expected_starts(own.people(), policy, own.first, own.last, own.allowed)
    return [_span(one) for one in spans]


def _span(one: Expected) -> dict[str, Any]:
    days = {end: day.isoformat() if (day := getattr(one, end)) else None
            for end in ("soonest", "latest")}  # fmt: skip
    return asdict(one) | days


def _not_counted(own: WaitingList) -> Iterator[str]:
    """What can move a start and is not in the spans."""
    if not own.allowed.give_up:
        yield "people who give up their place"
    orders = {policy.order for policy in (own.policy, own.reform) if policy is not None}
    if orders != {"first come"} and not own.allowed.join_ahead_a_year:
        yield "people who join later in more urgent need"
    yield "days to go home that are moved, and places that are lost or added"


# --- in words ---------------------------------------------------------------------------------


def as_text(found: Mapping[str, Any]) -> str:
    """A list in a few lines: each person, then the sums, then the same under a reform."""
    lines = [f"{found['id'] or 'list'}", *_lines(found, found["expected_starts"], "")]
    reform = found.get("expected_under_reform")
    if reform is not None:
        lines += _lines(reform, found["expected_starts_under_reform"], "reform: ")
    lines.append(f"  not counted: {'; '.join(found['not_counted'])}")
    return "\n".join(lines) + "\n"


def _lines(own: Mapping[str, Any], spans: Sequence[Mapping[str, Any]], name: str) -> Iterator[str]:
    for one, span in zip(own["people"], spans, strict=True):
        yield f"  {name}{one['id']}: {_plan(one)}{_within(one, span)}"
    for word, says in (("yes", "leave"), ("unknown", "may leave")):
        who = [span["id"] for span in spans if span["leaves_first"] == word]
        if who:
            yield f"  {name}{says} before a place comes free: {', '.join(who)}"
    yield (f"  {name}{own['started']} start, {own['never']} never do,"
           f" {own['still_waiting']} still wait")  # fmt: skip


def _plan(one: Mapping[str, Any]) -> str:
    return f"starts {one['from']}" if one["from"] else f"{one['status']}: {one['why']}"


def _within(one: Mapping[str, Any], span: Mapping[str, Any]) -> str:
    """The span, where it says more than the plan."""
    soonest, latest = span["soonest"], span["latest"]
    if soonest is None or soonest == latest == one["from"]:
        return ""
    if latest is None:
        return f", expected {soonest} at the soonest"
    return f", expected {soonest}" + ("" if soonest == latest else f" to {latest}")
