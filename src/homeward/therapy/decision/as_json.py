"""A decision as plain keys, for JSON; docs/therapy.md says what each means."""

from __future__ import annotations

from dataclasses import asdict
from datetime import date
from typing import Any

from homeward.therapy.decision.decision import Decision, Test
from homeward.therapy.decision.duty import Duty
from homeward.therapy.scoring import NOT_A_DIAGNOSIS


def as_dict(found: Decision) -> dict[str, Any]:
    """The keys of a decision."""
    own = found.policy
    return {
        "homeward": "1",
        "id": found.request.id,
        "as_of": found.as_of.isoformat(),
        "policy": {"name": own.name, "title": own.title, "edition": own.edition,
                   "is_sample": own.is_sample, "note": own.note},
        "asked_for": found.request.asked_for,
        "decided_by": dict(found.request.decided_by),
        "outcome": found.outcome,
        "qualifies": found.qualifies,
        "qualifies_from": _day(found.from_on),
        "place": found.place,
        "reasons": [{"code": one.code, "kind": one.kind, "says": one.says, "change": one.change}
                    for one in found.reasons],
        "only_reason": found.only_reason,
        "tests": [_test(test) for test in found.tests],
        "missing": list(found.missing),
        "level": None if found.level is None else asdict(found.level),
        "possible_levels": [level.id for level in found.possible_levels],
        "due": [_duty(duty) for duty in found.duties],
        "appeal": None if found.appeal is None else asdict(found.appeal),
        "notes": list(found.notes),
        "says": NOT_A_DIAGNOSIS,
    }  # fmt: skip


def _test(test: Test) -> dict[str, Any]:
    return asdict(test) | {
        "from_on": _day(test.from_on),
        "facts": [asdict(fact) for fact in test.facts],
        "missing": list(test.missing),
        "assumed": list(test.assumed),
    }


def _duty(duty: Duty) -> dict[str, Any]:
    days = {key: _day(getattr(duty, key)) for key in ("by", "not_before", "not_after", "done_on")}
    lists = {key: list(getattr(duty, key)) for key in ("missing", "counts_from", "working_days")}
    return asdict(duty) | days | lists


def _day(day: date | None) -> str | None:
    return None if day is None else day.isoformat()
