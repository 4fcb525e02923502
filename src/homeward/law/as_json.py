"""The law as plain data: every place, one place with its rules, or one rule."""

from __future__ import annotations

from datetime import date
from typing import Any

from homeward.law.coverage import coverage
from homeward.law.index import coverage_data, index_data
from homeward.law.pages import named
from homeward.rules.rule import Rule
from homeward.when import FIRST

_SHAPE = "1"


def law_data(name: str | None, day: date) -> dict[str, Any]:
    """All places, or a body of law (``us-mo``), or a rule (``us-mo/expungement``).

    Raises:
        LawError: naming the nearest, when there is none of this name.
    """
    head = {"homeward": _SHAPE, "as_of": day.isoformat()}
    if name is None:
        return {**head, "law": index_data(day)}
    found = named(name)
    if isinstance(found, Rule):
        return {**head, "rule": _rule(found, day)}
    rules = [_in_short(rule) for rule in found.rules.values() if rule.in_force(day)]
    return {**head, "law": [{**coverage_data(coverage(found, day)), "rules": rules}]}


def _in_short(rule: Rule) -> dict[str, Any]:
    return {
        "rule": rule.name, "question": rule.question, "title": rule.title, "cite": rule.cite,
        "since": _day(rule.since), "until": _day(rule.until), "certainty": rule.certainty,
    }  # fmt: skip


def _rule(rule: Rule, day: date) -> dict[str, Any]:
    conditions = [
        {
            "name": one.name, "cite": one.cite, "says": one.says, "since": _day(one.since),
            "until": _day(one.until), "in_force": one.in_force(day), "certainty": one.certainty,
        }
        for one in rule.conditions
    ]  # fmt: skip
    weighed = [{"name": w.name, "cite": w.cite, "says": w.says} for w in rule.discretions]
    return {**_in_short(rule), "about": rule.about, "conditions": conditions, "weighed": weighed}


def _day(day: date | None) -> str | None:
    """A day; None where there is none, or where it was not looked up."""
    return None if day is None or day <= FIRST else day.isoformat()
