"""What one person asked for, and what is known: a line of a file, read and checked."""

from __future__ import annotations

import difflib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from homeward.facts import Problem, Record, RecordError, read_record
from homeward.therapy.policies import Policy, folders, policy, vocabulary
from homeward.therapy.response import read_response
from homeward.therapy.scoring import Score, score

KEYS = (
    "id", "policy", "as_of", "name", "asked_for", "care", "screens", "decided_by", "sources",
    "received_on", "unavailable_because", "list", "help", "holidays",
)  # fmt: skip
_ABOUT_LIST = ("place", "group", "soonest", "latest", "as_of")


@dataclass(frozen=True)
class Request:
    """One person's request with the facts about it.

    Attributes:
        as_of: the day of the decision.
        record: the facts, under ``person.care``.
        screens: the forms that the person filled in, scored.
        decided_by: who decides: ``name`` and ``license``.
        sources: where a fact comes from, by the fact: ``from`` and ``on``.
        received_on: the day the person got the notice; the day of the decision where not given.
        unavailable_because: why the way to appeal could not be used, if it could not.
        place: where on a list: ``place``, ``group``, ``soonest`` and ``latest`` start.
        help: what help there is at this prison meanwhile.
        holidays: the days that are no working days; None where they are not given.
        notes: what was strange in the line.
    """

    id: Any
    policy: Policy
    as_of: date
    record: Record
    name: str = ""
    asked_for: str = ""
    screens: tuple[Score, ...] = ()
    decided_by: Mapping[str, str] = field(default_factory=dict)
    sources: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    received_on: date | None = None
    unavailable_because: str = ""
    place: Mapping[str, Any] = field(default_factory=dict)
    help: tuple[str, ...] = ()
    holidays: tuple[date, ...] | None = None
    notes: tuple[str, ...] = ()


def read_request(
    data: Any,  # noqa: ANN401  JSON may be anything until it is checked here
    file: str,
    *,
    as_of: date,
    policy_name: str | None = None,
) -> Request:
    """The request of one line; ``as_of`` and ``policy_name`` serve where the line has none.

    Raises:
        RecordError: naming the field, its value and the fix.
    """
    if not isinstance(data, dict):
        raise _refusal(file, "", data, "is not a request", 'Write {"policy": …, "care": {…}}')
    day = _day(data, "as_of", file) or as_of
    screens = tuple(_screens(data, file))
    record = read_record(_as_record(data, day), vocabulary(), file=file)
    return Request(
        id=data.get("id"),
        policy=_policy(data.get("policy") or policy_name, file),
        as_of=day,
        record=record,
        name=_text(data, "name", file),
        asked_for=_text(data, "asked_for", file),
        screens=screens,
        decided_by=_table(data, "decided_by", file),
        sources=_sources(data, file),
        received_on=_day(data, "received_on", file),
        unavailable_because=_text(data, "unavailable_because", file),
        place=_place(data, file),
        help=_lines(data, "help", file),
        holidays=_holidays(data, file),
        notes=(*_strange(data), *record.notes),
    )


def _as_record(data: Mapping[str, Any], day: date) -> dict[str, Any]:
    """The line as a record of facts; the day of the decision is known."""
    care = data.get("care")
    if isinstance(care, dict):
        care = {"decided_on": day.isoformat()} | care
    return {"id": data.get("id"), "person": {"care": care}, "cases": []}


def _screens(data: Mapping[str, Any], file: str) -> Iterator[Score]:
    given = data.get("screens")
    if given is None:
        return
    if not isinstance(given, list):
        raise _refusal(file, "screens", given, "is not a list of filled-in forms",
                       'Write [{"instrument": "phq-9", "answers": {…}}, …]')  # fmt: skip
    for place, one in enumerate(given, start=1):
        try:
            yield score(read_response(one, file))
        except RecordError as wrong:
            raise RecordError([
                Problem(own.file, own.row, f"screens.{place}.{own.field}".rstrip("."), own.value,
                        own.problem, own.fix)
                for own in wrong.problems
            ]) from wrong  # fmt: skip


def _policy(name: object, file: str) -> Policy:
    if isinstance(name, str) and name in folders():
        return policy(name)
    fix = f"The policies are: {', '.join(sorted(folders()))}"
    problem = "is missing" if name is None else "is not a policy that is here"
    raise _refusal(file, "policy", name, problem, fix)


def _place(data: Mapping[str, Any], file: str) -> dict[str, Any]:
    """Where on a list the person is, with days as days."""
    own: dict[str, Any] = dict(_table(data, "list", file))
    for key in sorted(set(own) - set(_ABOUT_LIST)):
        raise _refusal(file, f"list.{key}", own[key], "is not known here",
                       f"Use {', '.join(_ABOUT_LIST)}")  # fmt: skip
    return own | {key: _day(own, key, file) for key in ("soonest", "latest", "as_of") if key in own}


def _sources(data: Mapping[str, Any], file: str) -> dict[str, Mapping[str, str]]:
    given = _table(data, "sources", file)
    known = vocabulary()
    for name, own in given.items():
        if f"person.care.{name}" not in known:
            raise _refusal(file, f"sources.{name}", own, "is not the name of a fact",
                           _near(name, _names(known)))  # fmt: skip
        if not isinstance(own, dict):
            raise _refusal(file, f"sources.{name}", own, "is not a source",
                           'Write {"from": …, "on": "2026-11-12"}')  # fmt: skip
    return dict(given)


def _strange(data: Mapping[str, Any]) -> Iterator[str]:
    for key in sorted(map(str, set(data) - set(KEYS))):
        yield f"{key} is not known here and was left out. {_near(key, KEYS)}"


def _names(known: Mapping[str, Any]) -> list[str]:
    return [name.removeprefix("person.care.") for name in known if name.startswith("person.care.")]


def _near(name: str, known: Any) -> str:  # noqa: ANN401  any collection of names
    near = difflib.get_close_matches(name, list(known), n=1)
    return f"Did you mean {near[0]}?" if near else f"The names are: {', '.join(known)}."


def _text(data: Mapping[str, Any], key: str, file: str) -> str:
    given = data.get(key)
    if given is None or isinstance(given, str):
        return given or ""
    raise _refusal(file, key, given, "is not text", "Write it in quotes, or leave it out")


def _table(data: Mapping[str, Any], key: str, file: str) -> dict[str, Any]:
    given = data.get(key)
    if given is None or isinstance(given, dict):
        return given or {}
    raise _refusal(file, key, given, "is not a table", f'Write "{key}": {{…}}, or leave it out')


def _lines(data: Mapping[str, Any], key: str, file: str) -> tuple[str, ...]:
    given = data.get(key)
    if given is None or (isinstance(given, list) and all(isinstance(one, str) for one in given)):
        return tuple(given or ())
    raise _refusal(file, key, given, "is not a list of texts", f'Write "{key}": ["…", "…"]')


def _holidays(data: Mapping[str, Any], file: str) -> tuple[date, ...] | None:
    if data.get("holidays") is None:
        return None
    days = (_day({"holidays": one}, "holidays", file) for one in _lines(data, "holidays", file))
    return tuple(day for day in days if day is not None)


def _day(data: Mapping[str, Any], key: str, file: str) -> date | None:
    given = data.get(key)
    if given is None:
        return None
    try:
        return date.fromisoformat(given)
    except (TypeError, ValueError):
        raise _refusal(file, key, given, "is not a day", "Write it as YYYY-MM-DD") from None


def _refusal(file: str, name: str, value: object, problem: str, fix: str) -> RecordError:
    shown = "" if value is None else repr(value)[:60]
    return RecordError([Problem(file, "", name, shown, problem, fix)])
