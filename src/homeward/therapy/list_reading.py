"""A line with a waiting list, read and checked: who waits, by which policy, over which days."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from homeward.facts import Problem, RecordError
from homeward.therapy.expected_start import Allowance
from homeward.therapy.list_rules import ORDERS, Policy, Waiter

NEVER = "never"
"""The word for a day to go home that does not come."""

KINDS = ("rolling", "groups")
_ALLOWANCES = ("give_up", "join_ahead_a_year")


@dataclass(frozen=True)
class WaitingList:
    """One line: the list with its policy, a reform of it, and what the place allows for."""

    id: Any
    first: date
    last: date
    policy: Policy
    reform: Policy | None
    allowed: Allowance
    rows: tuple[Mapping[str, Any], ...]

    def people(self) -> list[Waiter]:
        """Everyone on the list, nothing yet decided."""
        return [_waiter(row) for row in self.rows]


def read_list(data: Any, file: str) -> WaitingList:  # noqa: ANN401  JSON may be anything until it is checked here
    """The list of one line.

    Raises:
        RecordError: naming every field that is missing or cannot be read, with the fix.
    """
    if not isinstance(data, dict):
        raise RecordError([Problem(file, "", "", repr(data)[:60], "is not a waiting list",
                                   'Write {"policy": …, "people": […]}')])  # fmt: skip
    found = _Line(data, file)
    first, last = found.day("first_day"), found.day("last_day")
    if first is not None and last is not None and last < first:
        found.wrong("last_day", str(last), f"is before first_day ({first})", "Write a later day")
    policy, reform = found.policy("policy"), found.policy("reform") if data.get("reform") else None
    allowed, rows = found.allowed(), found.rows()
    if found.problems or first is None or last is None or policy is None:
        raise RecordError(found.problems)
    return WaitingList(data.get("id"), first, last, policy, reform, allowed, rows)


def _waiter(row: Mapping[str, Any]) -> Waiter:
    leaves = row.get("release_on")
    home = None if leaves in (None, NEVER) else date.fromisoformat(leaves)
    return Waiter(str(row["id"]), date.fromisoformat(row["joined_on"]), row["urgency"], home,
                  stays=leaves is not None)  # fmt: skip


class _Line:
    """Reads the fields of a line, and keeps what is wrong with each."""

    def __init__(self, data: Mapping[str, Any], file: str) -> None:
        self.data, self.file = data, file
        self.problems: list[Problem] = []

    def wrong(self, name: str, value: object, problem: str, fix: str) -> None:
        shown = "" if value is None else repr(value)[:60]
        told = "is missing" if value is None else problem
        self.problems.append(Problem(self.file, "", name, shown, told, fix))

    def day(self, name: str) -> date | None:
        return self._day(name, self.data.get(name))

    def _day(self, name: str, value: object) -> date | None:
        try:
            return date.fromisoformat(value)  # type: ignore[arg-type]  # what is no text is told
        except (TypeError, ValueError):
            self.wrong(name, value, "is not a day", "Write the day as YYYY-MM-DD")
            return None

    def number(self, name: str, value: object, least: float, *, whole: bool = True) -> Any:  # noqa: ANN401  a whole number or not
        fits = isinstance(value, int if whole else int | float) and not isinstance(value, bool)
        if not fits or value < least:  # type: ignore[operator]  # a number, where it fits
            kind = "a whole number" if whole else "a number"
            self.wrong(name, value, f"is not {kind} of {least:g} or more", f"Write {kind}")
            return least
        return value

    def days(self, name: str, value: object) -> tuple[date, ...]:
        if not isinstance(value, list):
            self.wrong(name, value, "is not a list of days", 'Write ["2026-02-02", …]')
            return ()
        return tuple(day for one in value if (day := self._day(name, one)) is not None)

    def policy(self, name: str) -> Policy | None:
        own = self.data.get(name)
        if not isinstance(own, dict):
            self.wrong(name, own, "is not a policy", 'Write {"kind": "rolling", "seats": …}')
            return None
        self._one_of(f"{name}.kind", own.get("kind"), KINDS)
        self._one_of(f"{name}.order", own.get("order"), ORDERS)
        in_groups = own.get("kind") == "groups"
        starts = self.days(f"{name}.group_starts", own.get("group_starts")) if in_groups else ()
        finish = own.get("must_finish")
        if not isinstance(finish, bool):
            self.wrong(f"{name}.must_finish", finish, "is not yes or no", "Write true or false")
        return Policy(
            seats=self.number(f"{name}.seats", own.get("seats"), 0),
            course=timedelta(days=self.number(f"{name}.course_days", own.get("course_days"), 1)),
            order=str(own.get("order")),
            must_finish=bool(finish),
            group_starts=frozenset(starts) if in_groups else None,
            points=self._points(f"{name}.points", own.get("points", {})),
            points_per_day=self.number(
                f"{name}.points_per_day", own.get("points_per_day", 0), 0, whole=False
            ),
            taken_until=self.days(f"{name}.taken_until", own.get("taken_until", [])),
        )

    def _points(self, name: str, given: object) -> dict[str, float]:
        if not isinstance(given, dict):
            self.wrong(name, given, "is not a table", 'Write {"1": 60, "2": 30}')
            return {}
        return {str(level): self.number(f"{name}.{level}", own, 0, whole=False)
                for level, own in given.items()}  # fmt: skip

    def _one_of(self, name: str, given: object, known: tuple[str, ...]) -> None:
        if given not in known:
            self.wrong(name, given, "is not known here", f"Write one of {', '.join(known)}")

    def allowed(self) -> Allowance:
        own = self.data.get("allow") or {}
        if not isinstance(own, dict):
            self.wrong("allow", own, "is not a table", 'Write {"give_up": 0.2}')
            return Allowance()
        for name in sorted(set(own) - set(_ALLOWANCES)):
            self.wrong(f"allow.{name}", own[name], "is not known here",
                       f"Use {' or '.join(_ALLOWANCES)}")  # fmt: skip
        share, many = (
            self.number(f"allow.{name}", own.get(name, 0), 0, whole=False) for name in _ALLOWANCES
        )
        if share > 1:
            self.wrong("allow.give_up", share, "is not a share", "Write one between 0 and 1")
        return Allowance(share, many)

    def rows(self) -> tuple[Mapping[str, Any], ...]:
        given = self.data.get("people")
        if not isinstance(given, list):
            self.wrong("people", given, "is not a list", 'Write [{"id": …, "joined_on": …}, …]')
            return ()
        rows = [row for place, row in enumerate(given, start=1) if self._row(place, row)]
        many = Counter(str(row["id"]) for row in rows)
        for name in (one for one, times in many.items() if times > 1):
            self.wrong("people", name, "is there more than once", "Give each person one line")
        return tuple(rows)

    def _row(self, place: int, row: object) -> bool:
        where, before = f"people.{place}", len(self.problems)
        if not isinstance(row, dict):
            self.wrong(where, row, "is not a person", 'Write {"id": …, "joined_on": …}')
            return False
        if row.get("id") is None:
            self.wrong(f"{where}.id", None, "", "Give each person an id")
        self._day(f"{where}.joined_on", row.get("joined_on"))
        self.number(f"{where}.urgency", row.get("urgency"), 0)
        if row.get("release_on") not in (None, NEVER):
            self._day(f"{where}.release_on", row["release_on"])
        return len(self.problems) == before
