"""The last day of a step to complain or appeal, with its rule.

A day that has passed is never the end of the matter by itself: a step that a person could not
use did not have to be used (Perry v. Precythe, No. 23-1455, 8th Cir. 2024).
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from datetime import date, timedelta
from functools import cache
from pathlib import Path
from typing import Any

from homeward.facts import Problem, RecordError
from homeward.when import add_business_days

NOT_SETTLED = "not settled"
_KINDS = {False: "calendar", True: "business", NOT_SETTLED: "calendar or working"}
UNAVAILABLE = "42 U.S.C. 1997e(a); Perry v. Precythe, No. 23-1455 (8th Cir. 2024)"


@cache
def steps() -> Mapping[tuple[str, str], Mapping[str, Any]]:
    """Every step that is known, by its system and its name."""
    text = Path(__file__).with_name("appeals.toml").read_text(encoding="utf-8")
    return {
        (system, step["step"]): step
        for system, table in tomllib.loads(text).items()
        for step in table["steps"]
    }


def due(data: Any, file: str) -> dict[str, Any]:  # noqa: ANN401  JSON may be anything until it is checked here
    """The last day of one step; business days count from the day after the start.

    Where a step counts business days and the holidays are not given, ``due_on`` is None, and the
    day lies from ``not_before`` (no holiday falls into the time) to ``not_after`` (as many as can).

    Raises:
        RecordError: when the step is not known, or a day is not a date.

    >>> line = {"system": "us-bop", "step": "warden answers, emergency", "starts_on": "2028-02-27"}
    >>> due(line, "example")["due_on"]
    '2028-03-01'
    """
    if not isinstance(data, dict):
        raise _refusal(file, "", data, "is not a step", 'Write {"system": …, "step": …}')
    step = _step(data, file)
    start = _day(data.get("starts_on"), "starts_on", file)
    because = data.get("unavailable_because")
    soonest, latest = _ends(step, start, data, file)
    return {
        "id": data.get("id"),
        "system": data["system"],
        "step": step["step"],
        "due_on": soonest.isoformat() if soonest == latest else None,
        "not_before": soonest.isoformat(),
        "not_after": latest.isoformat(),
        "cite": step["cite"],
        "certainty": step["certainty"],
        "counted": f"{step['days']} {_KINDS[step.get('business', False)]} days",
        "open": _open(step) if soonest != latest else None,
        "unavailable_because": because,
        "says": _says(because),
    }


def as_text(found: Mapping[str, Any]) -> str:
    """One step in a few lines."""
    head = f"{found['id'] or 'step'}: {found['step']} ({found['system']})"
    day = f"  by {when(found)}: {found['counted']} ({found['cite']})"
    return f"{head}\n{day}\n  {found['says']}\n"


def when(found: Mapping[str, Any]) -> str:
    """The last day of a step in words; or from when to when, and what would settle it."""
    if found["due_on"] is not None:
        return str(found["due_on"])
    return (f"{found['not_before']} at the soonest, {found['not_after']} at the latest, as"
            f" {found['open']}")  # fmt: skip


def _open(step: Mapping[str, Any]) -> str:
    """What leaves the day of a step open."""
    if step["business"] == NOT_SETTLED:
        return "it is not settled if calendar or working days are meant; act by the soonest"
    return "the holidays are not given [holidays]"


def _says(because: str | None) -> str:
    if because:
        return f"The step could not be used: {because}. It may then not be needed ({UNAVAILABLE})."
    return f"If the step cannot be used in time, write down why ({UNAVAILABLE})."


def _ends(
    step: Mapping[str, Any], start: date, data: Mapping[str, Any], file: str
) -> tuple[date, date]:
    """The soonest and the latest that the last day can be."""
    if not step.get("business"):
        day = start + timedelta(days=step["days"])
        return day, day
    holidays = data.get("holidays")
    soonest = add_business_days(start, step["days"])
    if step["business"] == NOT_SETTLED:
        soonest = start + timedelta(days=step["days"])
    if holidays is None:
        return soonest, add_business_days(start, step["days"] + step["holidays_most"])
    if not isinstance(holidays, list):
        raise _refusal(file, "holidays", holidays, "is not a list of days",
                       'Write ["2026-12-25", …], or [] where there is none')  # fmt: skip
    days = frozenset(_day(day, "holidays", file) for day in holidays)
    day = add_business_days(start, step["days"], holidays=days)
    return (soonest if step["business"] == NOT_SETTLED else day), day


def _step(data: Mapping[str, Any], file: str) -> Mapping[str, Any]:
    system, name = str(data.get("system")), str(data.get("step"))
    if (system, name) in steps():
        return steps()[system, name]
    known = [own for where, own in steps() if where == system]
    if known:
        fix = f"The steps of {system} are: {'; '.join(known)}"
        raise _refusal(file, "step", name, "is not a step that is known here", fix)
    fix = f"The systems are: {', '.join(sorted({where for where, _ in steps()}))}"
    raise _refusal(file, "system", system, "is not a system that is known here", fix)


def _day(value: Any, field: str, file: str) -> date:  # noqa: ANN401  as the file has it
    try:
        return date.fromisoformat(value)
    except (TypeError, ValueError):
        fix = "Write the day as YYYY-MM-DD"
        raise _refusal(file, field, value, "is not a day", fix) from None


def _refusal(file: str, field: str, value: Any, problem: str, fix: str) -> RecordError:  # noqa: ANN401  as the file has it
    shown = "" if value is None else repr(value)[:60]
    return RecordError([Problem(file, "", field, shown, problem, fix)])
