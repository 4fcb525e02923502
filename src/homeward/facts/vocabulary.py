"""The vocabulary: every fact that a record may hold, declared once.

A declaration is a table in a TOML file named by the fact itself, for example
``[charge.disposition_completed_on]``. It says the kind of value, what it
means, its unit, an example, and what it means when the fact is absent.

>>> fact = core_vocabulary()["charge.disposition_date"]
>>> fact.kind, fact.table
('date', 'charge')
"""

from __future__ import annotations

import difflib
import math
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields
from functools import cached_property, lru_cache
from pathlib import Path
from typing import Any, Literal, get_args

from homeward.facts.problem import VocabularyError

Kind = Literal["date", "truth", "number", "code", "text", "citation", "dates", "numbers"]
Absence = Literal["unknown", "none_recorded", "true"]

TABLES = ("person", "case", "charge", "tenancy")


@dataclass(frozen=True, slots=True)
class Fact:
    """One fact: its name, the kind of its value, and what its absence means.

    ``when_absent`` is ``none_recorded`` for events that a record would show;
    then absence is read as "has not happened" and listed as assumed. ``true``
    takes a claim as true. ``null_is`` says the same for an explicit null.
    ``aliases`` are other names in use for the same fact. ``never_values`` are words for
    a day that never comes; ``yes_is`` and ``no_is`` are what a code means that is given
    as yes or no. ``in_list_of`` names a list of things, each with its kind: the fact is
    true where one of that kind is listed, and else not known, since there may be more.
    """

    name: str
    kind: Kind
    says: str
    when_absent: Absence = "unknown"
    null_is: Absence = "unknown"
    unit: str = ""
    example: Any = None
    values: tuple[str, ...] = ()
    unknown_values: tuple[str, ...] = ()
    never_values: tuple[str, ...] = ()
    yes_is: str = ""
    no_is: str = ""
    in_list_of: str = ""
    least: float = -math.inf
    most: float = math.inf
    aliases: tuple[str, ...] = ()
    ask: str = ""

    @property
    def table(self) -> str:
        """The kind of thing that the fact is about: person, case, charge or tenancy."""
        return self.name.partition(".")[0]

    @property
    def field(self) -> str:
        """The field's path inside its row, such as ``sentence.years``."""
        return self.name.partition(".")[2]

    @property
    def is_list(self) -> bool:
        """Whether the value is a list of days or numbers."""
        return self.kind in _LISTS

    @property
    def is_text(self) -> bool:
        """Whether the value is written as text, so that an empty one says nothing."""
        return self.kind in _WRITTEN


_WRITTEN = ("code", "text", "citation")
_LISTS = ("dates", "numbers")


class Vocabulary(Mapping[str, Fact]):
    """The facts by name; aliases find the fact that they stand for."""

    def __init__(self, facts: Mapping[str, Fact]) -> None:
        """Index facts by name and by alias.

        Raises:
            VocabularyError: when two facts claim one name.
        """
        self._facts = dict(facts)
        self._aliases: dict[str, str] = {}
        for fact in self._facts.values():
            for alias in fact.aliases:
                self._add_alias(f"{fact.table}.{alias}", fact.name)

    def _add_alias(self, alias: str, name: str) -> None:
        taken = self._aliases.get(alias, alias if alias in self._facts else name)
        if taken != name:
            msg = f"{alias} is an alias of {name} and also means {taken}: drop one of them"
            raise VocabularyError(msg)
        self._aliases[alias] = name

    def __getitem__(self, name: str) -> Fact:
        """The fact with this name or alias."""
        return self._facts[self._aliases.get(name, name)]

    def __contains__(self, name: object) -> bool:
        """Whether a name or an alias is known."""
        return name in self._facts or name in self._aliases

    def __iter__(self) -> Iterator[str]:
        """The names of all facts, in the order of their declaration."""
        return iter(self._facts)

    def __len__(self) -> int:
        """How many facts there are."""
        return len(self._facts)

    def nearest(self, name: str) -> str | None:
        """The known name that looks most like this one, or None."""
        known = [*self._facts, *self._aliases]
        return next(iter(difflib.get_close_matches(name, known, n=1, cutoff=0.7)), None)

    def lists_under(self, name: str) -> Mapping[str, Fact]:
        """The facts under a name by their fields, where they are lists and nothing else is there.

        Such lists may be written as one list of objects.
        """
        return self._lists.get(name, {})

    def marks_under(self, name: str) -> Mapping[str, Fact]:
        """The yes-or-no facts under a name that may be written as a list of things, by kind."""
        return {
            fact.name.rpartition(".")[2]: fact
            for fact in self._facts.values()
            if fact.in_list_of == name
        }

    @cached_property
    def _lists(self) -> Mapping[str, Mapping[str, Fact]]:
        groups: dict[str, dict[str, Fact]] = {}
        for name, fact in self._facts.items():
            above, _, field = name.rpartition(".")
            groups.setdefault(above, {})[field] = fact
        return {
            name: found
            for name, found in groups.items()
            if name not in TABLES and all(fact.is_list for fact in found.values())
        }

    def with_facts(self, others: Mapping[str, Fact]) -> Vocabulary:
        """This vocabulary with the facts that a body of law adds.

        Raises:
            VocabularyError: when a name is declared twice and differently.
        """
        for name, fact in others.items():
            if self._facts.get(name, fact) != fact:
                msg = f"{name} is declared twice: keep the general one, or give this a new name"
                raise VocabularyError(msg)
        return Vocabulary({**self._facts, **others})


@lru_cache(maxsize=1)
def core_vocabulary() -> Vocabulary:
    """The facts that belong to no one jurisdiction."""
    return Vocabulary(read_facts(Path(__file__).with_name("vocabulary.toml")))


def read_facts(path: Path) -> dict[str, Fact]:
    """Read the facts that a TOML file declares.

    Raises:
        VocabularyError: naming the fact, the key and the fix.
    """
    with path.open("rb") as file:
        tree = tomllib.load(file)
    return {fact.name: fact for fact in _facts_in(tree, ())}


def _facts_in(tree: Mapping[str, Any], path: tuple[str, ...]) -> Iterator[Fact]:
    for key, value in tree.items():
        here = (*path, key)
        if isinstance(value.get("kind"), str):
            yield _fact(".".join(here), value)
        else:
            yield from _facts_in(value, here)


_KEYS = frozenset(field.name for field in fields(Fact)) - {"name"}


def _fact(name: str, declared: Mapping[str, Any]) -> Fact:
    problem = next(_wrong(name, declared), None)
    if problem:
        raise VocabularyError(f"{name}: {problem}")
    tidy: dict[str, Any] = {
        key: tuple(value) if isinstance(value, list) else value for key, value in declared.items()
    }
    return Fact(name=name, **tidy)


def _wrong(name: str, declared: Mapping[str, Any]) -> Iterator[str]:
    """What is wrong with a declaration, with the fix."""
    if unknown := sorted(set(declared) - _KEYS):
        yield f"{', '.join(unknown)} says nothing here; the keys are {', '.join(sorted(_KEYS))}"
    for key, one, allowed in (
        ("name", name.partition(".")[0], TABLES),
        ("kind", declared["kind"], get_args(Kind)),
        ("when_absent", declared.get("when_absent", "unknown"), get_args(Absence)),
        ("null_is", declared.get("null_is", "unknown"), get_args(Absence)),
    ):
        if one not in allowed:
            yield f"{key}: {one} is not one of {', '.join(allowed)}"
    for key in ("says", "example"):
        if declared.get(key) in (None, ""):
            yield f"{key} is missing; every fact has its meaning and an example"
    yield from _wrong_for_its_kind(declared["kind"], declared)


def _wrong_for_its_kind(kind: str, declared: Mapping[str, Any]) -> Iterator[str]:
    if "true" in (declared.get("when_absent"), declared.get("null_is")) and kind != "truth":
        yield "only a yes-or-no fact can be taken as true"
    if kind in ("number", "numbers") and {"unit", "least", "most"} - set(declared):
        yield "a number needs its unit, its least and its most"
    if "values" in declared and kind != "code":
        yield "only a code has a list of values"
    if {"yes_is", "no_is"} & set(declared) and kind != "code":
        yield "only a code can stand for a yes or a no"
    if "never_values" in declared and kind != "date":
        yield "only a date has words for never"
