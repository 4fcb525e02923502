"""The mapping file: what the columns of a data set mean, where their names do not say it.

A mapping is a TOML file. Each table of the data has a section in which a column
(in quotes) is given the fact that it holds, or a small table of how it is read::

    jurisdiction = "us-mo"                  # for every row that says nothing else
    case_from = ["Filed", "Offense Date"]   # a case is what shares these, within a person

    [constants]
    "case.court" = "circuit"

    [charges]
    "Person ID" = "person.person_id"
    "Notes" = ""                            # not used

    [charges."Disposition"]
    fact = "charge.disposition"
    words = { "Guilty" = "convicted", "Nolle Pros" = "nolle_prosequi" }
    unknown = ["N/A"]

    [charges."Dispo Date"]
    fact = "charge.disposition_date"
    date_format = "%m/%d/%Y"
    unreadable = "unknown"
"""

from __future__ import annotations

import difflib
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from homeward.facts import Fact, Vocabulary
from homeward.facts.checking import BadValue
from homeward.screen.store import FOLDERS
from homeward.sources.date_form import DateForm
from homeward.sources.problem import MappingError
from homeward.sources.reading import Cell, Mark, Reading

JURISDICTION = "case.jurisdiction"
_TABLES = {folder: table for table, folder in FOLDERS.items()}
_TOP = frozenset({"jurisdiction", "case_from", "constants", *_TABLES})
_KEYS = frozenset(
    {"fact", "words", "unknown", "date_format", "last_year", "empty", "unreadable"}
)  # fmt: skip
_CHOICES = {"empty": ("silent", "unknown"), "unreadable": ("set_aside", "unknown")}


@dataclass(frozen=True)
class ColumnMap:
    """What a mapping file says of the columns.

    Attributes:
        columns: by table (person, case, charge, tenancy) and column, how it is read; None
            where it is not to be used.
        constants: facts with one value for every row that says nothing.
        case_from: the columns that make a case where there is no case number.
    """

    columns: Mapping[str, Mapping[str, Reading | None]] = field(default_factory=dict)
    constants: Mapping[str, Constant] = field(default_factory=dict)
    case_from: tuple[str, ...] = ()

    def of(self, table: str) -> Mapping[str, Reading | None]:
        """What it says of one table's columns."""
        return self.columns.get(table, {})


@dataclass(frozen=True)
class Constant:
    """One value of a fact for every row that says nothing else."""

    fact: Fact
    written: str

    @property
    def value(self) -> Cell:
        """The stored value."""
        return Reading(self.fact).read(self.written)


def read_mapping(path: Path, vocabulary: Vocabulary) -> ColumnMap:
    """Read a mapping file.

    Raises:
        MappingError: naming the file, the key and the fix.
    """
    try:
        tree = tomllib.loads(path.read_text(encoding="utf-8"))
    except OSError as problem:
        msg = f"{path}: cannot be read ({problem.strerror}). Check the path"
        raise MappingError(msg) from None
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as problem:
        msg = f"{path}: is not a TOML file: {problem}"
        raise MappingError(msg) from None
    return _Parser(path.name, vocabulary).mapping(tree)


class _Parser:
    """Turns the tree of a TOML file into a mapping, or says where it is wrong."""

    def __init__(self, file: str, vocabulary: Vocabulary) -> None:
        self.file = file
        self.vocabulary = vocabulary

    def mapping(self, tree: Mapping[str, Any]) -> ColumnMap:
        self.known(tree, _TOP, "")
        columns = {
            table: {name: self.column(folder, name, told) for name, told in tree[folder].items()}
            for folder, table in _TABLES.items()
            if self.is_table(tree.get(folder, {}), folder) and folder in tree
        }
        self.is_table(tree.get("constants", {}), "constants")
        told = dict(tree.get("constants", {}))
        if "jurisdiction" in tree:
            told[JURISDICTION] = tree["jurisdiction"]
        constants = [self.constant(name, value) for name, value in told.items()]
        case_from = self.texts(tree.get("case_from", []), "case_from")
        return ColumnMap(columns, {found.fact.name: found for found in constants}, case_from)

    def column(self, folder: str, name: str, told: Any) -> Reading | None:
        where = f'{folder}."{name}"'
        if isinstance(told, str):
            told = {"fact": told}
        self.is_table(told, where)
        self.known(told, _KEYS, where)
        for key, choices in _CHOICES.items():
            if told.get(key, choices[0]) not in choices:
                raise self.wrong(f"{where}: {key}", f'write "{choices[0]}" or "{choices[1]}"')
        if not told.get("fact"):
            return None
        fact = self.fact(told["fact"], where)
        reading = Reading(
            fact,
            words=self.words(fact, told.get("words", {}), where),
            unknown=self.texts(told.get("unknown", []), f"{where}: unknown"),
            date_form=self.date_form(fact, told, where),
            empty=told.get("empty", "silent"),
            unreadable=told.get("unreadable", "set_aside"),
        )
        for written, meant in reading.words.items():
            self.checked(Reading(fact), meant, f'{where}: words: "{written}"')
        return reading

    def words(self, fact: Fact, told: Any, where: str) -> dict[str, str]:
        self.is_table(told, f"{where}: words")
        if fact.kind in ("dates", "numbers") and told:
            raise self.wrong(f"{where}: words", f"{fact.name} is a list; leave words out")
        return {written.strip(): _plain(meant) for written, meant in told.items()}

    def date_form(self, fact: Fact, told: Mapping[str, Any], where: str) -> DateForm | None:
        text, last_year = told.get("date_format"), told.get("last_year")
        if text is None and last_year is None:
            return None
        if fact.kind not in ("date", "dates"):
            raise self.wrong(f"{where}: date_format", f"{fact.name} is not a date; leave it out")
        if not isinstance(text, str) or not isinstance(last_year, int | None):
            raise self.wrong(where, 'write date_format = "%m/%d/%Y", and last_year as a number')
        try:
            return DateForm(text, last_year)
        except MappingError as problem:
            raise self.wrong(where, str(problem)) from None

    def constant(self, name: str, value: Any) -> Constant:
        fact = self.fact(name, "constants")
        constant = Constant(fact, _plain(value))
        self.checked(Reading(fact), constant.written, f"constants: {name}")
        return constant

    def checked(self, reading: Reading, written: str, where: str) -> None:
        try:
            found = reading.read(written)
        except BadValue as bad:
            raise self.wrong(where, f"{written} {bad}. {bad.fix}") from None
        if found is Mark.SILENT:
            raise self.wrong(where, 'it says nothing; put what means "not known" under unknown')

    def fact(self, name: Any, where: str) -> Fact:
        if isinstance(name, str) and name in self.vocabulary:
            return self.vocabulary[name]
        near = self.vocabulary.nearest(str(name))
        hint = f'did you mean "{near}"?' if near else "docs/facts lists them all"
        raise self.wrong(where, f'"{name}" is not a fact; {hint}')

    def texts(self, told: Any, where: str) -> tuple[str, ...]:
        if not isinstance(told, list) or not all(isinstance(item, str) for item in told):
            raise self.wrong(where, 'write it as a list of texts: ["a", "b"]')
        return tuple(item.strip() for item in told)

    def is_table(self, told: Any, where: str) -> bool:
        if not isinstance(told, dict):
            raise self.wrong(where, f"write it as a section: [{where}]")
        return True

    def known(self, told: Mapping[str, Any], keys: Iterable[str], where: str) -> None:
        for key in told:
            if key not in keys:
                near = difflib.get_close_matches(key, keys, n=1)
                hint = f'did you mean "{near[0]}"?' if near else f"use {', '.join(sorted(keys))}"
                raise self.wrong(where, f'"{key}" is not a key of a mapping; {hint}')

    def wrong(self, where: str, what: str) -> MappingError:
        return MappingError(": ".join(part for part in (self.file, where, what) if part))


def _plain(value: Any) -> str:
    """A value of TOML as the text that a cell would hold."""
    return str(value).lower() if isinstance(value, bool) else str(value)
