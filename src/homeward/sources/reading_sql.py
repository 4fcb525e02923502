"""The same reading of cells as :mod:`homeward.sources.reading`, in bulk, as DuckDB SQL.

The SQL only finds what is wrong; the words for it come from the slow twin. A value
that cannot be read is kept as text beside its field's name, never a silent NULL.
Between the two passes of loading, NULL is an empty cell, and a value that is said
not to be known is a mark that no value can be (see :data:`UNKNOWN`).
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from homeward.facts import Fact
from homeward.screen.store import STORED
from homeward.sources.date_form import MONTHS, DateForm
from homeward.sources.problem import MappingError
from homeward.sources.reading import BETWEEN, NUMBER, SPACES, Reading
from homeward.when import FIRST, LAST

MARK = "\U0010ffff"
"""The text that stands for "said not to be known": a code point that is never a character."""

UNKNOWN: Mapping[str, str] = {
    "date": f"DATE '{FIRST}'", "truth": "1::TINYINT", "number": "'NaN'::DOUBLE",
    "code": f"'{MARK}'", "text": f"'{MARK}'", "citation": f"'{MARK}'",
    "dates": f"[DATE '{FIRST}']", "numbers": "['NaN'::DOUBLE]",
}  # fmt: skip
"""A value that is said not to be known, by kind of fact, until the store is written."""

NO_TYPE = '"NULL"'
"""The type of a column without any value, as DuckDB names it."""

_WHOLE = {"TINYINT", "SMALLINT", "INTEGER", "BIGINT", "HUGEINT", "UTINYINT", "USMALLINT",
          "UINTEGER", "UBIGINT", "UHUGEINT"}  # fmt: skip
_REAL = {"FLOAT", "DOUBLE", "DECIMAL"}
_TIMES = {"TIMESTAMP", "TIMESTAMP_S", "TIMESTAMP_MS", "TIMESTAMP_NS", "DATETIME"}
_FITTING: Mapping[str, frozenset[str]] = {
    "date": frozenset({"DATE", *_TIMES}),
    "truth": frozenset({"BOOLEAN"}),
    "number": frozenset(_WHOLE | _REAL),
    "code": frozenset({*_WHOLE, *_REAL, "ENUM", "UUID"}),
}
_WORDS = ("code", "text", "citation")
_NO_CODE = "\U0010fffe"
"""Stands for a number that is no whole number, where a code is wanted."""


@dataclass(frozen=True)
class Column:
    """One column of a source that is read as a fact: its name, its type in DuckDB, the reading."""

    name: str
    type: str
    reading: Reading

    @property
    def fact(self) -> Fact:
        """The fact that it holds."""
        return self.reading.fact

    @property
    def raw(self) -> str:
        """The column itself, in SQL."""
        return quoted(self.name)

    def check_type(self) -> None:
        """See that cells of this type can be values of the fact at all.

        Raises:
            MappingError: saying what to do.
        """
        kind = {"dates": "date", "numbers": "number"}.get(self.fact.kind, self.fact.kind)
        found = self.plain_type
        fitting = _FITTING["code" if kind in _WORDS else kind]
        if found in fitting | {"VARCHAR", NO_TYPE} or self.reading.as_text:
            return
        msg = (
            f'column "{self.name}" holds {found}, and {self.fact.name} is a {kind}. '
            f"Give it as {' or '.join(_GIVE[kind])}"
        )
        raise MappingError(msg)

    @property
    def plain_type(self) -> str:
        """The type's name without its parameters; a list's is that of its items."""
        item = self.type.removesuffix("[]") if self.is_list else self.type
        return item.partition("(")[0]

    @property
    def is_list(self) -> bool:
        """Whether a cell is a list."""
        return self.fact.kind in ("dates", "numbers") and self.type.endswith("[]")

    @property
    def is_text(self) -> bool:
        """Whether the cells are read as text."""
        return self.type == "VARCHAR" or self.reading.as_text or self.fact.kind in _WORDS

    @property
    def _is_real_code(self) -> bool:
        """Whether a code comes as a number that may have decimals, as spreadsheets give it."""
        return self.fact.is_text and self.plain_type in _REAL and not self.reading.as_text

    # --- the three steps of a cell ------------------------------------------------

    @property
    def said(self) -> str:
        """What the cell says, in SQL: NULL when empty, the mark when it says "not known"."""
        reading = self.reading
        said = self._said_text() if self.is_text else self.raw
        if self._is_real_code:
            whole = f"abs({self.raw}) < {2**53} AND {self.raw} = trunc({self.raw})"
            digits = f"{self.raw}::DECIMAL(18, 0)::VARCHAR"
            said = (
                f"CASE WHEN {whole} THEN {digits} WHEN {self.raw} IS NOT NULL THEN '{_NO_CODE}' END"
            )
        if reading.empty == "unknown":
            empty = f"'{MARK}'" if self.is_text else UNKNOWN[self.fact.kind]
            said = f"coalesce({said}, {empty})"
        return said

    def _said_text(self) -> str:
        trimmed = _trimmed(self.raw if self.type == "VARCHAR" else f"{self.raw}::VARCHAR")
        said = trimmed
        if self.reading.words:
            pairs = ", ".join(f"{text(a)}: {text(b)}" for a, b in self.reading.words.items())
            said = f"coalesce(MAP {{{pairs}}}[{trimmed}], {trimmed})"
        said = f"nullif({said}, '')"
        if self.reading.unknown:
            said = (
                f"CASE WHEN {trimmed} {_among(self.reading.unknown)} THEN '{MARK}' ELSE {said} END"
            )
        return said

    def value(self, said: str) -> str:
        """The stored value of what the cell says, in SQL: NULL when it says nothing readable."""
        unknown = UNKNOWN[self.fact.kind]
        if self._is_real_code:
            return f"nullif({Column(self.name, 'VARCHAR', self.reading).value(said)}, '{_NO_CODE}')"
        if not self.is_text:
            return self._or_unknown(said, _native(self, said))
        return (
            f"CASE WHEN {said} = '{MARK}' THEN {unknown} ELSE {_from_text(self.reading, said)} END"
        )

    def _or_unknown(self, said: str, value: str) -> str:
        if self.reading.empty != "unknown":
            return value
        unknown = UNKNOWN[self.fact.kind]
        return f"CASE WHEN {said} = {unknown} THEN {unknown} ELSE {value} END"

    @property
    def shown(self) -> str:
        """The cell as text, for the person who has to mend it."""
        return (
            f"array_to_string({self.raw}, '{BETWEEN}')" if self.is_list else f"{self.raw}::VARCHAR"
        )


_GIVE = {
    "date": ("dates", "text (YYYY-MM-DD, or with date_format in a mapping)"),
    "truth": ("true and false", "words that a mapping explains"),
    "number": ("numbers", "text"),
    "code": ("text",), "text": ("text, digits and all",), "citation": ("text",),
}  # fmt: skip


def quoted(name: str) -> str:
    """A name of a column or table, in SQL."""
    escaped = name.replace('"', '""')
    return f'"{escaped}"'


def text(value: str) -> str:
    """A text, in SQL."""
    escaped = value.replace("'", "''")
    return f"'{escaped}'"


def _trimmed(expression: str) -> str:
    """A text without the spaces around it; nearly always there are none, and looking is quick."""
    first, last = f"ord({expression})", f"ord(right({expression}, 1))"
    bare = f"{expression} = '' OR ({first} BETWEEN 33 AND 126 AND {last} BETWEEN 33 AND 126)"
    return f"CASE WHEN {bare} THEN {expression} ELSE trim({expression}, {text(SPACES)}) END"


def _among(values: Sequence[str]) -> str:
    return f"IN ({', '.join(map(text, values))})"


def _from_text(reading: Reading, said: str) -> str:
    kind = reading.fact.kind
    if kind in ("dates", "numbers"):
        items = f"list_transform(string_split({said}, '{BETWEEN}'), lambda x: {_trimmed('x')})"
        items = f"list_filter({items}, lambda x: x <> '')"
        one = "date" if kind == "dates" else "number"
        return _all_read(f"list_transform({items}, lambda x: {_one(reading, one, 'x')})")
    return _one(reading, kind, said)


def _all_read(items: str) -> str:
    """A list, if each of its items could be read."""
    return f"CASE WHEN len(list_filter({items}, lambda x: x IS NULL)) = 0 THEN {items} END"


def _one(reading: Reading, kind: str, said: str) -> str:
    if kind == "date":
        return _in_calendar(_day(reading.date_form, said))
    if kind == "truth":
        return f"CASE lower({said}) WHEN 'true' THEN 2::TINYINT WHEN 'false' THEN 0::TINYINT END"
    if kind == "number":
        shaped = f"regexp_full_match({said}, {text(NUMBER)})"
        return _in_range(reading.fact, f"CASE WHEN {shaped} THEN TRY_CAST({said} AS DOUBLE) END")
    return _word(reading.fact, said)


def _day(form: DateForm | None, said: str) -> str:
    """A day from text. Written back it must be the very same text: a cast takes 2021-3-1 too."""
    if form is None:
        day = f"TRY_CAST({said} AS DATE)"
        return f"CASE WHEN {day}::VARCHAR = {said} THEN {day} END"
    parts = {
        part: f"regexp_extract(lower({said}), {text(f'^{form.pattern}$')}, {group})"
        for part, (group, _) in form.groups.items()
    }
    month = parts["month"]
    if form.groups["month"][1] != "%m":
        known = ", ".join(map(text, MONTHS))
        month = f"list_position([{known}], {month}[1:3])::VARCHAR"
    year, month, day = _year(form, parts["year"]), _two(month), _two(parts["day"])
    return _day(None, f"({year} || '-' || {month} || '-' || {day})")


def _two(digits: str) -> str:
    return f"lpad({digits}, 2, '0')"


def _year(form: DateForm, year: str) -> str:
    if form.last_year is None:
        return year
    full = f"({form.last_year - form.last_year % 100} + TRY_CAST({year} AS INTEGER))"
    return f"(CASE WHEN {full} > {form.last_year} THEN {full} - 100 ELSE {full} END)::VARCHAR"


def _in_calendar(day: str) -> str:
    return f"CASE WHEN {day} > DATE '{FIRST}' AND {day} < DATE '{LAST}' THEN {day} END"


def _in_range(fact: Fact, number: str) -> str:
    tests = [f"isfinite({number})"]
    tests += [f"{number} >= {fact.least}"] if math.isfinite(fact.least) else []
    tests += [f"{number} <= {fact.most}"] if math.isfinite(fact.most) else []
    return f"CASE WHEN {' AND '.join(tests)} THEN {number} END"


def _word(fact: Fact, said: str) -> str:
    known = f"CASE WHEN {said} {_among(fact.values)} THEN {said} END" if fact.values else said
    if not fact.unknown_values:
        return known
    return f"CASE WHEN {said} {_among(fact.unknown_values)} THEN '{MARK}' ELSE {known} END"


def _native(column: Column, said: str) -> str:
    """A value from a column whose type fits its fact."""
    kind = column.fact.kind
    if column.type == NO_TYPE:
        return f"NULL::{STORED[kind]}"
    if kind in ("dates", "numbers"):
        items = said if column.is_list else f"[{said}]"
        if column.plain_type == "VARCHAR":  # a list of texts
            one = _one(column.reading, kind.removesuffix("s"), _trimmed("x"))
        else:
            one = _item(column.fact, kind.removesuffix("s"), "x")
        read = _all_read(f"list_transform({items}, lambda x: {one})")
        return f"CASE WHEN {said} IS NOT NULL THEN {read} END"
    return _item(column.fact, kind, said)


def _item(fact: Fact, kind: str, said: str) -> str:
    if kind == "date":
        return _in_calendar(f"{said}::DATE")
    if kind == "truth":
        return f"CASE {said} WHEN true THEN 2::TINYINT WHEN false THEN 0::TINYINT END"
    return _in_range(fact, f"{said}::DOUBLE")
