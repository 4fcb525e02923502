"""What is changed of a body of law: numbers set, rows of lists put on or taken off, conditions.

A patch is plain data that can be compared, kept as a key and sent to another process.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from homeward.when import FIRST, LAST


@dataclass(frozen=True, slots=True)
class Setting:
    """A parameter, the value that it gets, and the first day of the law on which it has it."""

    parameter: str
    value: Any
    since: date


@dataclass(frozen=True, slots=True)
class Listed:
    """A citation that is put on a list of offenses, or taken off it, from a day on."""

    tag: str
    citation: str
    since: date
    on: bool = True
    severity: str = ""
    classes: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Drop:
    """A condition, written ``rule/condition``, that is no longer asked for from a day on."""

    condition: str
    since: date


@dataclass(frozen=True, slots=True)
class Added:
    """A condition that a rule asks for from a day on, beside those that it has.

    ``asks`` is its text form, or empty where it is ``like`` a condition of another rule, written
    ``rule/condition``.
    """

    rule: str
    name: str
    since: date
    says: str = ""
    asks: str = ""
    like: str = ""


@dataclass(frozen=True, slots=True)
class Way:
    """Another way to meet a condition, written ``rule/condition``, from a day on.

    ``asks`` is its text form.
    """

    beside: str
    name: str
    since: date
    says: str
    asks: str


@dataclass(frozen=True, slots=True)
class Scope:
    """Which rows a patch is about: those of which a day lies in ``[since, before)``.

    ``fact`` is the day, such as ``charge.disposition_date``. While it is missing a row may be
    among them or not.
    """

    fact: str
    since: date = FIRST
    before: date = LAST

    def told(self) -> dict[str, str]:
        """The scope as a file has it."""
        return {
            "date": self.fact,
            **({"from": str(self.since)} if self.since > FIRST else {}),
            **({"before": str(self.before)} if self.before < LAST else {}),
        }


@dataclass(frozen=True, slots=True)
class Patch:
    """Changes to one body of law, by what name and by what authority.

    Attributes:
        title: what the changes are, in a few words.
        law: the id of the body of law that is changed.
        cite: by what authority; the title, where none is given.
        settings: the parameters that are set.
        listings: the citations put on lists or taken off them.
        emptied: tags whose lists are emptied first, with the day from which they are.
        drops: the conditions that are no longer asked for.
        adds: the conditions that are asked for beside them.
        ways: further ways to meet a condition that a rule has.
        applies_to: the rows that all of it is about; None is all rows.
        status: whether it is law, in a few words; empty where that is not said.
    """

    title: str
    law: str
    cite: str = ""
    settings: tuple[Setting, ...] = ()
    listings: tuple[Listed, ...] = ()
    emptied: tuple[tuple[str, date], ...] = ()
    drops: tuple[Drop, ...] = ()
    adds: tuple[Added, ...] = ()
    ways: tuple[Way, ...] = ()
    applies_to: Scope | None = None
    status: str = ""

    @property
    def authority(self) -> str:
        """The citation that changed parts carry."""
        return self.cite or self.title

    def told(self) -> dict[str, Any]:
        """The patch as plain data: what a report keeps, and what tells two patches apart."""
        return {
            "title": self.title, "law": self.law, "cite": self.cite,
            "set": [[one.parameter, str(one.value), str(one.since)] for one in self.settings],
            "list": [[one.tag, one.citation, one.severity, *sorted(one.classes), str(one.since),
                      "on" if one.on else "off"] for one in self.listings],
            "empty": [[tag, str(since)] for tag, since in self.emptied],
            "drop": [[one.condition, str(one.since)] for one in self.drops],
            **({"add": [[f"{one.rule}/{one.name}", one.asks or one.like, str(one.since)]
                        for one in self.adds]} if self.adds else {}),
            **({"way": [[one.beside, one.name, one.asks, str(one.since)]
                        for one in self.ways]} if self.ways else {}),
            **({"applies_to": self.applies_to.told()} if self.applies_to else {}),
            **({"status": self.status} if self.status else {}),
        }  # fmt: skip

    @property
    def touched(self) -> frozenset[tuple[str, ...]]:
        """Everything that it changes: two patches that change the same thing are in conflict.

        >>> longer = Patch("Longer", "us-zz", settings=(Setting("seal.years", 9, date.min),))
        >>> sorted(longer.touched)
        [('us-zz', 'parameter', 'seal.years')]
        """
        things: list[tuple[str, ...]]
        things = [("parameter", one.parameter) for one in self.settings]
        things += [("list", one.tag, one.citation) for one in self.listings]
        things += [("list", tag) for tag, _ in self.emptied]
        things += [("condition", one.condition) for one in self.drops]
        things += [("condition", f"{one.rule}/{one.name}") for one in self.adds]
        things += [
            ("condition", f"{one.beside.rpartition('/')[0]}/{one.name}") for one in self.ways
        ]
        return frozenset((self.law, *thing) for thing in things)

    @property
    def starts(self) -> frozenset[date]:
        """The days from which its parts hold."""
        days = [one.since for one in self.settings]
        days += [one.since for one in self.listings]
        days += [one.since for one in self.drops]
        days += [one.since for one in self.adds]
        days += [one.since for one in self.ways]
        return frozenset((*days, *(day for _, day in self.emptied)))
