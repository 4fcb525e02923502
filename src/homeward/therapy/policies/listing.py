"""What policies are here: their editions, levels and numbers, each with its citation."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from homeward.rules.parameter_table import Parameter
from homeward.therapy.policies.policy import Policy, policies


def as_dicts(day: date) -> list[dict[str, Any]]:
    """Every policy with its levels and the numbers of a day."""
    return [_as_dict(own, day) for own in policies()]


def as_text(day: date) -> str:
    """The same in lines to read."""
    return "\n".join(line for own in policies() for line in _lines(own, day))


def _as_dict(own: Policy, day: date) -> dict[str, Any]:
    return {
        "name": own.name,
        "title": own.title,
        "edition": own.edition,
        "is_sample": own.is_sample,
        "decides": own.decides,
        "note": own.note,
        "levels": [{"id": one.id, "title": one.title, "services": one.services}
                   for one in own.levels],
        "numbers": [number for one in own.body.parameters.values() for number in _number(one, day)],
        "questions": sorted(own.body.questions),
        "appeal": None if own.appeal is None else dict(own.appeal),
    }  # fmt: skip


def _number(one: Parameter, day: date) -> Iterator[dict[str, Any]]:
    entry = one.on(day)
    if entry is not None:
        yield {"name": one.name, "says": one.says, "value": entry.value,
               "readings": dict(entry.readings), "unit": one.unit,
               "cite": entry.cite, "certainty": entry.certainty,
               "since": entry.since.isoformat()}  # fmt: skip


def _lines(own: Policy, day: date) -> Iterator[str]:
    yield f"{own.name}: {own.title}"
    yield f"  edition: {own.edition}"
    yield f"  {own.note}"
    yield from (f"  level {one.title}: {one.services}" for one in own.levels)
    for one in own.body.parameters.values():
        for number in _number(one, day):
            sure = "" if number["certainty"] == "high" else f"; certainty {number['certainty']}"
            yield f"  {number['says']}: {_value(number)} ({number['cite']}{sure})"
    if own.appeal is not None:
        yield f"  appeal: {own.appeal['step']}, to {own.appeal['to']}"
    yield ""


def _value(number: dict[str, Any]) -> str:
    if number["readings"]:
        perhaps = " or ".join(f"{value} ({name})" for name, value in number["readings"].items())
        return f"not known, perhaps {perhaps}"
    return str(number["value"])
