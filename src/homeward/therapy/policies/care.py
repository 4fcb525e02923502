"""What every policy on care says in the same way: levels, findings, and days on which to act."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from homeward.facts import CitationForm
from homeward.rules import all_of, both, claim, condition, either, holds_if, param, person, since
from homeward.rules.body import About, Body
from homeward.rules.dates import Unit
from homeward.rules.logic import TruthNode
from homeward.rules.node import Node

CHECKED_ON = date(2026, 11, 23)


def policy_body(body_id: str, title: str, beside: str) -> Body:
    """A body of rules whose numbers lie beside the file that enters it."""
    return Body(
        id=body_id,
        title=title,
        folder=Path(beside).parent,
        citation=CitationForm(r"(?P<chapter>\d+)\.(?P<section>\d+)"),
        rounding="forward",
        rounding_cite="the policies do not say; the next day is the safe reading",
        checked_on=CHECKED_ON,
    )


@dataclass(frozen=True)
class Ladder:
    """The levels of a policy from the highest down, each with the findings that reach it.

    A person has the highest level that a clinician's findings reach.
    """

    findings: Mapping[str, tuple[str, ...]]

    def reached(self, level: str) -> TruthNode:
        """A clinician found one of the needs of this level."""
        return found(*self.findings[level])

    def any(self) -> TruthNode:
        """A clinician found a need of some level."""
        return found(*(need for needs in self.findings.values() for need in needs))

    def at(self, level: str) -> TruthNode:
        """This level is reached, and none above it."""
        names = list(self.findings)
        above = names[: names.index(level)]
        return both(self.reached(level), *(~self.reached(name) for name in above))


def found(*needs: str) -> TruthNode:
    """A clinician found at least one of these needs."""
    claims = [claim(person(f"care.{need}")) for need in needs]
    return claims[0] if len(claims) == 1 else either(*claims)


@dataclass(frozen=True)
class Section:
    """Where in which policy a rule stands, since when, and how sure we are of it."""

    body: Body
    cite: str
    since: str
    certainty: str = "high"

    def level(self, name: str, tree: Node) -> None:
        """Enter a level of care."""
        self.body.rule(
            name,
            question=f"level.{name}",
            subject="person",
            cite=self.cite,
            since=self.since,
            title=name,
            holds="this level of care is yours",
            certainty=self.certainty,
        )(lambda: all_of(tree))

    def due(self, name: str, says: str, tree: Node, *, at: Node | None = None) -> None:
        """Enter a day by which staff have to act; ``at`` is who it is owed to, where not to all.

        What stands after a dot in the name tells several rules of one duty apart.
        """
        about = About(
            question=f"due.{name.partition('.')[0]}",
            subject="person",
            cite=self.cite,
            since=self.since,
            title=says,
            holds=says,
            owed_by="prison",
            certainty=self.certainty,
        )
        if at is not None:
            about["applies"] = lambda: at
        self.body.rule(f"due_{name.replace('.', '_')}", **about)(
            lambda: all_of(condition(name, self.cite, says, tree))
        )


def level_asked(name: str, cite: str, says: str, unmet: str, reached: Node) -> Node:
    """The one condition of a level that rests on a clinician's findings."""
    return condition(name, cite, says, holds_if(reached), unmet=unmet)


def within(event: str, parameter: str, unit: Unit = "days") -> Node:
    """So many days after an event, as the table of numbers has it."""
    return since(person(f"care.{event}"), param(parameter), unit)
