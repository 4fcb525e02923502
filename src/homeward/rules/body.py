"""A body of law: one jurisdiction's rules with their parameters, offense lists and facts."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from inspect import cleandoc
from pathlib import Path
from typing import Any, Required, TypedDict, Unpack, cast

from homeward.facts import CitationForm, Fact
from homeward.facts.vocabulary import read_facts
from homeward.rules.node import Node
from homeward.rules.offense_table import OffenseTable
from homeward.rules.outcome import How, Standard
from homeward.rules.parameter_table import ParameterTable
from homeward.rules.problem import LawError
from homeward.rules.rule import News, Rule, Step, Subject
from homeward.when import FIRST, Rounding


class About(TypedDict, total=False):
    """What a rule is entered with, beside its name: as in :class:`Rule`, days as ISO text."""

    question: Required[str]
    subject: Required[Subject]
    cite: Required[str]
    title: Required[str]
    holds: Required[str]
    since: Required[str]
    until: str
    enacted: str
    family: str
    general: bool
    how: How
    standard: Standard
    effect: str
    owed_by: str
    applies: Callable[[], Node]
    closes: Callable[[], Node]
    steps: tuple[Step, ...]
    certainty: str
    no_is_news: News
    yes_is_news: bool
    tolerance_days: int


_DAYS = ("since", "until", "enacted")


@dataclass
class Body:
    """One jurisdiction's law, read from its own folder.

    Attributes:
        id: ``us-mo``; a named reading of it is ``us-mo@name``.
        title: the jurisdiction in words.
        folder: where its tables lie: parameters.toml, offenses.csv, facts.toml.
        citation: how it writes citations (see :class:`~homeward.facts.CitationForm`).
        rounding: where an anniversary that does not exist falls.
        rounding_cite: by what authority, or why it was chosen.
        checked_on: the day the law was last compared with its sources.
    """

    id: str
    title: str
    folder: Path
    citation: CitationForm
    rounding: Rounding
    rounding_cite: str
    checked_on: date
    rules: dict[str, Rule] = field(default_factory=dict)

    def rule(self, name: str, **about: Unpack[About]) -> Callable[[Callable[[], Node]], Rule]:
        """Enter a function that builds a tree as a rule of this body.

        Raises:
            LawError: when the name is taken.
        """
        full = f"{self.id}/{name}"
        if full in self.rules:
            msg = f"two rules are called {full}"
            raise LawError(msg)
        given = cast("dict[str, Any]", about)
        given |= {key: date.fromisoformat(given[key]) for key in _DAYS if key in given}

        def enter(build: Callable[[], Node]) -> Rule:
            text = cleandoc(build.__doc__ or "")
            self.rules[full] = Rule(name=full, build=build, about=text, **given)
            return self.rules[full]

        return enter

    @cached_property
    def parameters(self) -> ParameterTable:
        """The numbers and dates of this law."""
        return ParameterTable.read(self.folder / "parameters.toml")

    @cached_property
    def offenses(self) -> OffenseTable:
        """The offense lists of this law."""
        return OffenseTable.read(self.folder / "offenses.csv", self.citation)

    @cached_property
    def facts(self) -> Mapping[str, Fact]:
        """The facts that this law adds to the vocabulary."""
        path = self.folder / "facts.toml"
        return read_facts(path) if path.exists() else {}

    @cached_property
    def change_days(self) -> tuple[date, ...]:
        """Every day on which some part of this law starts or ends, in order."""
        days = {day for rule in self.rules.values() for day in (rule.since, rule.until)}
        days |= {d for rule in self.rules.values() for c in rule.named for d in (c.since, c.until)}
        days |= {d for p in self.parameters.values() for e in p.history for d in (e.since, e.until)}
        days |= {d for row in self.offenses.listings for d in (row.since, row.until)}
        return tuple(sorted(day for day in days if day))

    def version(self, day: date) -> date:
        """The first day of the stretch of unchanged law that a day lies in."""
        place = bisect_right(self.change_days, day)
        return self.change_days[place - 1] if place else FIRST

    @property
    def place(self) -> str:
        """Whose law it is: the id without the name of the reading, where it is one."""
        return self.id.partition("@")[0]

    @property
    def questions(self) -> dict[str, list[Rule]]:
        """The questions answered here, each with its rules."""
        found: dict[str, list[Rule]] = {}
        for rule in self.rules.values():
            found.setdefault(rule.question, []).append(rule)
        return found
