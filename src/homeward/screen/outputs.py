"""The columns of the answers: how they are named, typed, and read from a plan.

A question Q has ``Q:soonest`` and ``Q:latest``, ``Q:closes`` where its law ends,
``Q:binding`` (the number of the condition that holds it back the longest), and
the bits ``Q:unmet``, ``Q:missing`` and ``Q:waits``. Where several rules answer
one question, each has the same columns under ``Q|rule``. With reasons the days of
a condition are ``Q#condition:soonest`` and ``Q#condition:latest``. Bits beyond the
62nd are in further words: ``Q:missing:2``.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from homeward.screen.bit_moves import WORD, BitSet, word, word_count
from homeward.screen.condition_dates import condition_dates
from homeward.screen.plan import KEYS, Column, Plan
from homeward.screen.wish import Wish
from homeward.when import LAST

TOGETHER = "*"
CONDITION = "#"
"""Stands between a question and one of its conditions in the name of a column."""

BITS = ("unmet", "missing", "waits")


class Named(NamedTuple):
    """What a bit or a number stands for: a condition of a rule, or a fact, law or event."""

    name: str
    rule: str = ""
    cite: str = ""
    says: str = ""

    def told(self) -> dict[str, str] | str:
        """As plain data: a condition with its citation, anything else by its name."""
        return self._asdict() if self.rule else self.name


@dataclass(frozen=True)
class Day:
    """A day as a plan gives it."""

    sql: str


@dataclass(frozen=True)
class Number:
    """The number of one of several names, or NULL."""

    sql: str
    names: tuple[Named, ...]


@dataclass(frozen=True)
class Bits:
    """Sets of bits that are one set in the answers."""

    sets: tuple[BitSet[Named], ...]


Source = Day | Number | Bits


@dataclass(frozen=True)
class Output:
    """One column of the answers, the same in every part.

    ``names`` are what its bits, or its numbers, stand for; ``part`` is the number
    of the word, from 0.
    """

    name: str
    type: str
    names: tuple[Named, ...] = ()
    part: int = 0

    def sql(self, source: Source | None) -> str:
        """The column as read from a plan; NULL where the plan does not ask it."""
        if isinstance(source, Day):
            return source.sql
        places = {name: place for place, name in enumerate(self.names)}
        if isinstance(source, Bits):
            return word(self.part, source.sets, places)
        if isinstance(source, Number) and source.names:
            if all(places[name] == number for number, name in enumerate(source.names)):
                return f"{source.sql}::{self.type}"
            whens = " ".join(f"WHEN {n} THEN {places[name]}" for n, name in enumerate(source.names))
            return f"(CASE {source.sql} {whens} END)::{self.type}"
        return f"NULL::{self.type}"


@dataclass
class Reading:
    """How the columns of one table are read from one plan.

    ``raw`` are the expressions that more than one column is made of, by name.
    """

    table: str
    sources: dict[str, Source] = field(default_factory=dict)
    raw: dict[str, str] = field(default_factory=dict)

    def shared(self, text: str) -> str:
        """The name of an expression that is worked out once."""
        known = {known: name for name, known in self.raw.items()}
        name = known.get(text) or f"raw{len(self.raw)}"
        self.raw[name] = text
        return name

    def select(self, outputs: Sequence[Output]) -> str:
        """The rows of a table with their keys and columns, in SQL."""
        keys = ", ".join(f'"{key}"' for key in KEYS[self.table])
        raw = "".join(f", {text} AS {name}" for name, text in self.raw.items())
        columns = "".join(f', {one.sql(self.source(one))} AS "{one.name}"' for one in outputs)
        return f"SELECT {keys}{columns} FROM (SELECT *{raw} FROM {self.table}_answers)"

    def source(self, output: Output) -> Source | None:
        """Where a column comes from."""
        return self.sources.get(_whole_name(output))


def _whole_name(output: Output) -> str:
    """The name of a set of bits, whichever of its words this is."""
    return output.name.removesuffix(f":{output.part + 1}") if output.part else output.name


def rules_of(plans: Iterable[Plan]) -> dict[tuple[str, str], set[str]]:
    """The rules that answer each question of each table, over all plans."""
    found: dict[tuple[str, str], set[str]] = {}
    for plan in plans:
        for column in plan.answers:
            if column.rule != TOGETHER:
                found.setdefault((column.table, column.question), set()).add(column.rule)
    return found


def readings(
    plan: Plan, wish: Wish, rules: Mapping[tuple[str, str], Collection[str]]
) -> dict[str, Reading]:
    """How the columns of each table are read from a plan.

    ``rules`` are those of all plans: a rule has columns of its own where there are several.
    """
    found = {table: Reading(table) for table in KEYS}
    for together in plan.answers:
        if together.rule != TOGETHER:
            continue
        ways = [column for column in plan.answers if _answers(column, together)]
        own = [column for column in ways if column.question == together.question]
        if not wish.wants(together.question, own=bool(own)):
            continue
        reading = found[together.table]
        _add(reading, together.question, together, ways)
        for column in own:
            is_alone = len(rules[column.table, column.question]) == 1
            name = column.question if is_alone else f"{column.question}|{column.rule}"
            if not is_alone:
                _add(reading, name, column, [column])
            if wish.reasons:
                _add_reasons(reading, name, plan, column)
    return found


def _answers(column: Column, together: Column) -> bool:
    """Whether a rule's column is one of those that answer a question together."""
    rule = column.source
    return (rule is not None and column.rule != TOGETHER and column.table == together.table
            and together.question in (rule.question, rule.family))  # fmt: skip


def _add(reading: Reading, name: str, column: Column, rules: list[Column]) -> None:
    """Add the columns of one question, or of one rule."""
    sources = reading.sources
    sources[f"{name}:soonest"], sources[f"{name}:latest"] = (
        Day(column.low.text), Day(column.high.text),
    )  # fmt: skip
    if column.closes is not None:
        sources[f"{name}:closes"] = Day(column.closes.text)
    first = _first(reading, rules)
    sources[f"{name}:binding"] = _binding(reading, rules, first)
    sources[f"{name}:unmet"] = _unmet(reading, rules, first)
    for kind in ("missing", "waits"):
        sources[f"{name}:{kind}"] = Bits((_set(reading, column, kind, _listed(column, kind)),))


def _add_reasons(reading: Reading, name: str, plan: Plan, column: Column) -> None:
    """Add the days of every condition of a rule."""
    for condition, low, high in condition_dates(plan, column):
        own = f"{name}{CONDITION}{condition}"
        reading.sources[f"{own}:soonest"] = Day(f"{low.text}::DATE")
        reading.sources[f"{own}:latest"] = Day(f"{high.text}::DATE")


def _first(reading: Reading, rules: list[Column]) -> str:
    """The number of the rule that opens a question: it begins, then ends, soonest, and applies.

    One that does not apply has no condition that binds; among equals it is the first.
    """
    if len(rules) == 1:
        return "0"
    never = f"DATE '{LAST}'"
    spans = [
        f"({rule.low.text}, {rule.high.text},"
        f" {rule.low.text} = {never} AND {rule.bits['binding'].text} IS NULL)"
        for rule in rules
    ]
    whens = " ".join(
        f"WHEN {' AND '.join(f'{span} <= {other}' for other in spans[n + 1 :])} THEN {n}"
        for n, span in enumerate(spans[:-1])
    )
    return reading.shared(f"CASE {whens} ELSE {len(spans) - 1} END")


def _binding(reading: Reading, rules: list[Column], first: str) -> Number:
    names = [_conditions(rule) for rule in rules]
    numbers = [
        f"{rule.bits['binding'].text} + {sum(map(len, names[:place]))}"
        for place, rule in enumerate(rules)
    ]
    whens = " ".join(f"WHEN {place} THEN {number}" for place, number in enumerate(numbers))
    text = numbers[0] if len(rules) == 1 else f"CASE {first} {whens} END"
    return Number(reading.shared(text), tuple(name for named in names for name in named))


def _unmet(reading: Reading, rules: list[Column], first: str) -> Bits:
    """What is unmet of the rule that opens the question."""
    sets = [_set(reading, rule, "unmet", _conditions(rule)) for rule in rules]
    if len(rules) > 1:
        sets = [
            bits._replace(sql=f"(CASE {first} WHEN {place} THEN {bits.sql} ELSE 0 END)")
            for place, bits in enumerate(sets)
        ]
    return Bits(tuple(sets))


def _set(reading: Reading, column: Column, kind: str, names: tuple[Named, ...]) -> BitSet[Named]:
    return BitSet(reading.shared(column.bits[kind].text), names)


def _conditions(column: Column) -> tuple[Named, ...]:
    rule = column.source
    if rule is None:
        return ()
    known = {condition.name: condition for condition in rule.conditions}
    names = column.dictionary.get("condition", [])
    return tuple(Named(name, rule.name, known[name].cite, known[name].says) for name in names)


def _listed(column: Column, kind: str) -> tuple[Named, ...]:
    return tuple(Named(name) for name in column.dictionary.get(kind, []))


# --- the same columns for every plan ---------------------------------------------------------


def outputs(table_readings: Iterable[Reading]) -> list[Output]:
    """The columns of a table over all plans; what is common to several keeps its place."""
    merged: dict[str, list[Source]] = {}
    for reading in table_readings:
        for name, source in reading.sources.items():
            merged.setdefault(name, []).append(source)
    return [output for name, sources in merged.items() for output in _outputs(name, sources)]


def _outputs(name: str, sources: list[Source]) -> Iterator[Output]:
    names = tuple(dict.fromkeys(one for source in sources for one in _names(source)))
    if isinstance(sources[0], Day):
        yield Output(name, "DATE")
    elif isinstance(sources[0], Number):
        yield Output(name, "SMALLINT", names)
    else:
        for part in range(word_count(names)):
            yield Output(f"{name}:{part + 1}" if part else name, "BIGINT", names, part)


def _names(source: Source) -> tuple[Named, ...]:
    if isinstance(source, Number):
        return source.names
    if isinstance(source, Bits):
        return tuple(name for bits in source.sets for name in bits.names)
    return ()


def dictionary(columns: Mapping[str, Sequence[Output]]) -> dict[str, dict[str, object]]:
    """What the numbers and bits of each table's columns stand for, as plain data."""
    return {
        table: {one.name: _described(one) for one in found if one.type != "DATE"}
        for table, found in columns.items()
        if found
    }


def _described(output: Output) -> dict[str, object]:
    if output.type == "SMALLINT":
        return {"numbers": [name.told() for name in output.names]}
    first = output.part * WORD
    return {"bits": [name.told() for name in output.names[first : first + WORD]]}
