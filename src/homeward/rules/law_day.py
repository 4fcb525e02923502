"""A body of law as it stands on one day: its parameters, its lists, its open readings."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any, NamedTuple

from homeward.facts import Row, Truth
from homeward.rules.amounts import Parameter
from homeward.rules.body import Body
from homeward.rules.conditions import Condition, Discretion
from homeward.rules.fact import Tagged
from homeward.rules.node import Node
from homeward.rules.offense_table import Listing
from homeward.rules.rule import Rule
from homeward.when import FIRST, LAST


class Listed(NamedTuple):
    """Whether a citation is on a list, and what would settle it: facts or open law."""

    truth: int
    needs: tuple[str, ...]


_OFF = Listed(Truth.NO, ())


@dataclass(frozen=True)
class LawDay:
    """One body of law on one day; ``readings`` are the choices made for open questions."""

    body: Body
    day: date
    readings: Mapping[str, str] = field(default_factory=dict)

    def open_question(self, slug: str) -> str:
        """The name under which an open question is listed as missing."""
        return f"law:{self.body.id}/{slug}"

    def parameter(
        self, name: str, span: tuple[date, date] | None = None
    ) -> tuple[Any, Any, str | None]:
        """The least and greatest value of a parameter, and the open question between them.

        On the law's day, or over a span of days when a record's own date
        decides. A day without an entry is open law too: both values are None.

        Raises:
            LawError: when there is no such parameter.
        """
        days = span or (self.day, self.day)
        found = self.body.parameters[name]
        entries = found.between(*days)
        chosen = self.readings.get(name, "")
        if len(entries) == 1 and chosen in entries[0].readings:
            return entries[0].readings[chosen], entries[0].readings[chosen], None
        # one lone reading was recalled and never confirmed: it bounds nothing
        lone = any(len(entry.readings) == 1 for entry in entries)
        # the day that never comes has no entry either
        if not entries or lone or not found.is_told(*days):
            return None, None, self.open_question(name)
        low, high = min(e.span[0] for e in entries), max(e.span[1] for e in entries)
        is_open = any(entry.readings for entry in entries) and low != high
        return low, high, self.open_question(name) if is_open else None

    def listed(
        self,
        citation: str | None,
        tag: str,
        row: Row,
        span: tuple[date, date],
        *,
        fact: str = "charge.statute",
    ) -> Listed:
        """Whether a row's citation, the value of ``fact``, carries a tag on the days of ``span``.

        Another jurisdiction's citation is on no list of this body. A city's own
        number is on no list either; a missing or unreadable one leaves it open.
        """
        jurisdiction = row.case.facts.get("case.jurisdiction")
        if jurisdiction is not None and jurisdiction != self.body.place:
            return _OFF
        found = self.body.offenses.listed(citation) if citation else None
        severity = row.facts.get("charge.severity")
        if found is None:
            if citation == "" or (citation and severity == "ordinance"):
                return _OFF
            return Listed(Truth.UNKNOWN, (fact,))
        listings = found.get(tag)
        if not listings:
            return _OFF
        offense_class = row.facts.get("charge.class")
        return _over_days([
            _any([self._one(one, severity, offense_class, day) for one in listings])
            for day in _days_of_change(listings, span)
        ])  # fmt: skip

    def _one(
        self, one: Listing, severity: str | None, offense_class: str | None, day: date
    ) -> Listed:
        # a listing without an end stands on the day that never comes too
        if day < one.since or (one.until <= day and one.until < LAST):
            return _OFF
        needs: list[str] = []
        if one.severity and severity != one.severity:
            if severity is not None:
                return _OFF
            needs.append("charge.severity")
        if one.classes and (offense_class or "").upper() not in one.classes:
            if offense_class is not None:
                return _OFF
            needs.append("charge.class")
        if one.reading and self.readings.get(one.reading) != "listed":
            if self.readings.get(one.reading) == "not_listed":
                return _OFF
            needs.append(self.open_question(one.reading))
        return Listed(Truth.UNKNOWN if needs else Truth.YES, tuple(needs))

    def later_days(self, rule: Rule, known_on: date) -> list[date]:
        """Days after this one on which the rule's law changes, as known on a day."""
        days = {day for one in self._leading_to(rule) for node in one.dated
                for day in self._days_of(node, known_on)}  # fmt: skip
        return sorted(day for day in days if day > self.day)

    def _leading_to(self, rule: Rule) -> list[Rule]:
        """A rule, and the rules of this body whose answers it goes by, however far back."""
        found = {rule.name: rule}
        waiting = [rule]
        while waiting:
            asked = waiting.pop().goes_by
            further = {name: one for name, one in self.body.rules.items()
                       if asked & {one.question, one.family} and name not in found}  # fmt: skip
            found |= further
            waiting += further.values()
        return list(found.values())

    def _days_of(self, node: Node, known_on: date) -> Iterator[date]:
        if isinstance(node, Parameter) and node.at is None:
            for entry in self.body.parameters[node.name].history:
                if entry.known_from <= known_on:
                    yield entry.since
        elif isinstance(node, Condition | Discretion):
            is_foreseen = isinstance(node, Condition) and node.foreseen
            for day in (node.since, node.until):
                if day and (is_foreseen or day <= known_on):
                    yield day
        elif isinstance(node, Tagged) and node.at is None:
            for row in self.body.offenses.listings:
                if row.tag == node.tag and row.foreseen:
                    yield from (day for day in (row.since, row.until) if FIRST < day < LAST)


def _days_of_change(listings: Sequence[Listing], span: tuple[date, date]) -> list[date]:
    """The first day of a span, and each day in it on which a listing starts or ends."""
    changes = {day for one in listings for day in (one.since, one.until)}
    return [span[0], *sorted(day for day in changes if span[0] < day <= span[1] and day < LAST)]


def _any(found: list[Listed]) -> Listed:
    """On one day, one listing is enough."""
    truth = max(one.truth for one in found)
    needs = [need for one in found if one.truth == Truth.UNKNOWN for need in one.needs]
    return Listed(truth, tuple(needs) if truth == Truth.UNKNOWN else ())


def _over_days(found: list[Listed]) -> Listed:
    """Over days that differ, the row's own date decides; its facts are named by who asks."""
    truths = {one.truth for one in found}
    needs = tuple(dict.fromkeys(need for one in found for need in one.needs))
    return Listed(truths.pop() if len(truths) == 1 else Truth.UNKNOWN, needs)
