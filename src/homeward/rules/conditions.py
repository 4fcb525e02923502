"""Named, cited conditions: what a rule is made of and what people are shown.

A condition names one requirement of the statute, in the statute's order, with
its subsection. What a court weighs is a discretion: it never moves a date and
is always shown. What a court finds is a fact of the record, unknown until found.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import ClassVar, Literal

from homeward.rules.node import Node, Sort

Certainty = Literal["high", "medium", "low"]
DecidedBy = Literal["record", "court", "agency", "board"]


@dataclass(frozen=True, eq=False)
class Condition(Node):
    """One requirement: its name, citation, plain words, and the tree that decides it.

    ``says`` completes "the law asks that …"; ``unmet`` is the sentence shown
    when it fails for good. ``since`` and ``until`` bound the days of the law on
    which it is in force; None leaves them to the rule. ``foreseen`` is for days that
    were known long before, as those of a reform are.
    """

    name: str
    cite: str
    says: str
    tree: Node
    unmet: str = ""
    since: date | None = None
    until: date | None = None
    certainty: Certainty = "high"
    decided_by: DecidedBy = "record"
    foreseen: bool = False

    sort: ClassVar[Sort] = "when"

    def in_force(self, day: date) -> bool:
        """Whether the condition is part of the law on a day."""
        return (self.since is None or self.since <= day) and (
            self.until is None or day < self.until
        )


@dataclass(frozen=True, eq=False)
class Discretion(Node):
    """What a court or board weighs: shown with its citation, never computed."""

    name: str
    cite: str
    says: str
    decided_by: DecidedBy = "court"
    since: date | None = None
    until: date | None = None

    sort: ClassVar[Sort] = "when"

    def in_force(self, day: date) -> bool:
        """Whether the discretion is part of the law on a day."""
        return (self.since is None or self.since <= day) and (
            self.until is None or day < self.until
        )


def condition(  # noqa: PLR0913  a requirement is told whole, in one place
    name: str,
    cite: str,
    says: str,
    tree: Node,
    *,
    unmet: str = "",
    since: str | None = None,
    until: str | None = None,
    certainty: Certainty = "high",
) -> Condition:
    """A requirement that the record decides; days of the law are written as ISO dates."""
    days = (_day(since), _day(until))
    return Condition(name, cite, says, tree, unmet, *days, certainty)


def finding(name: str, cite: str, says: str, tree: Node, *, unmet: str = "") -> Condition:
    """A requirement that turns on what a court finds; unknown until it is found."""
    return Condition(name, cite, says, tree, unmet, decided_by="court")


def discretion(name: str, cite: str, says: str, *, decided_by: DecidedBy = "court") -> Discretion:
    """Something that is weighed and never computed."""
    return Discretion(name, cite, says, decided_by)


def _day(text: str | None) -> date | None:
    return None if text is None else date.fromisoformat(text)
