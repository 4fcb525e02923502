"""How the columns of the answers are read from a plan that has run."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from homeward.screen.bit_moves import BitSet
from homeward.screen.condition_dates import condition_dates
from homeward.screen.outputs import CONDITION, TOGETHER, Bits, Day, Named, Number, Output, Source
from homeward.screen.plan import KEYS, Column, Plan
from homeward.screen.wish import Wish
from homeward.when import LAST


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
        return self.sources.get(output.whole_name)


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


def bare_reading(
    together: Column,
    ways: Iterable[Column],
    rules: Mapping[tuple[str, str], Collection[str]],
    raw: dict[str, str],
) -> Reading:
    """How the days and missing facts of a question are read, and the days of its rules.

    The columns have the names that they have with all that is told of an answer. ``raw`` are
    the expressions that several readings have in common.
    """
    found = Reading(together.table, raw=raw)
    _add_days(found, together.question, together)
    missing = _set(found, together, "missing", _listed(together, "missing"))
    found.sources[f"{together.question}:missing"] = Bits((missing,))
    for column in ways:
        is_alone = len(rules.get((column.table, column.question), ())) == 1
        name = column.question if is_alone else f"{column.question}|{column.rule}"
        if f"{name}:soonest" not in found.sources:
            _add_days(found, name, column)
    return found


def _answers(column: Column, together: Column) -> bool:
    """Whether a rule's column is one of those that answer a question together."""
    rule = column.source
    return (rule is not None and column.rule != TOGETHER and column.table == together.table
            and together.question in (rule.question, rule.family))  # fmt: skip


def _add(reading: Reading, name: str, column: Column, rules: list[Column]) -> None:
    """Add the columns of one question, or of one rule."""
    sources = reading.sources
    _add_days(reading, name, column)
    first = _first(reading, rules)
    sources[f"{name}:binding"] = _binding(reading, rules, first)
    sources[f"{name}:unmet"] = _unmet(reading, rules, first)
    for kind in ("missing", "waits"):
        sources[f"{name}:{kind}"] = Bits((_set(reading, column, kind, _listed(column, kind)),))


def _add_days(reading: Reading, name: str, column: Column) -> None:
    """Add the days from which it holds, and no longer holds."""
    sources = reading.sources
    sources[f"{name}:soonest"] = Day(column.low.text)
    sources[f"{name}:latest"] = Day(column.high.text)
    if column.closes is not None:
        sources[f"{name}:closes"] = Day(column.closes.text)
    if column.closed is not None and column.closed is not column.closes:
        sources[f"{name}:closes_latest"] = Day(column.closed.text)


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
