"""Programs: which columns of which rows are worked out when, and the SQL that does it.

Work goes in generations. A generation adds columns to the rows of each table,
counts groups of rows (and of pairs of rows), and joins the counts to the rows of
the next. Only what some answer reads is ever worked out.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from homeward.screen.expressions import Carried, Counted, Sql
from homeward.screen.relations import Group
from homeward.screen.scopes import CHARGE, TABLES, Pair, Scope
from homeward.screen.sheet import Sheet


@dataclass
class Program:
    """The SQL for some outputs of each table, over the tables ``charge_start`` and so on.

    ``called`` is put before the names of all tables, those at the start with them;
    ``outputs`` are expressions of a table's rows; ``wanted`` what a table must
    hold after a generation, ``counted`` what is counted of a group in one.
    """

    outputs: Mapping[Scope, Mapping[str, Sql]]
    called: str = ""
    wanted: dict[tuple[Scope, int], dict[Sql, None]] = field(default_factory=dict)
    counted: dict[tuple[Group, int], dict[Counted, None]] = field(default_factory=dict)
    _generation: dict[tuple[Scope, Sql], int] = field(default_factory=dict)
    _names: dict[Sql, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Find out what is read, from the outputs back to the tables."""
        self.last = {
            scope: max((self.generation(scope, value) for value in named.values()), default=0)
            for scope, named in self.outputs.items()
        }
        for generation in range(max(self.last.values(), default=0), -1, -1):
            for scope, last in self.last.items():
                if last == generation:
                    self._ask(scope, generation, self.outputs[scope].values())
            self._ask_pairs(generation)
            for scope in TABLES.values():
                if (scope, generation) in self.wanted:
                    self._ask(scope, generation, self.wanted[scope, generation])

    # --- when a value can be read -----------------------------------------------------

    def generation(self, scope: Scope, value: Sql) -> int:
        """The first generation in which a value of a scope's rows can be read."""
        key = (scope, value)
        if key not in self._generation:
            self._generation[key] = self._find_generation(scope, value)
        return self._generation[key]

    def _find_generation(self, scope: Scope, value: Sql) -> int:
        if isinstance(value, Counted):
            group = value.group
            read = (self.generation(group.source, part) for part in (*value.parts, *group.keys))
            return 1 + max(self._rows_are_there(group.source), *read)
        if isinstance(value, Carried):
            return self.generation(_side(value), value.parts[0])
        return max((self.generation(scope, part) for part in value.parts), default=0)

    def _rows_are_there(self, scope: Scope) -> int:
        """The first generation in which a scope's rows can be found."""
        if not isinstance(scope, Pair):
            return 0
        tests = (self.generation(scope, test) for test in _filters(scope))
        return max(self._rows_are_there(scope.outer), *tests)

    # --- what is read -------------------------------------------------------------------

    def _ask(self, scope: Scope, generation: int, values: Iterable[Sql]) -> None:
        """Ask for what some values of a table's rows are made of."""
        for value in _read(values, lambda v: self._is_made(scope, v, generation)):
            if isinstance(value, Counted) and self.generation(scope, value) == generation:
                self._ask_count(value, generation - 1)
                for key in value.group.found_by:
                    self._want(scope, generation - 1, key)
            elif generation > 0:
                self._want(scope, generation - 1, value)

    def _is_made(self, scope: Scope, value: Sql, generation: int) -> bool:
        """Whether a value is made in a generation, from parts, and not read from the one before."""
        is_whole = value.is_leaf or isinstance(value, Counted)
        return not is_whole and self.generation(scope, value) == generation

    def _want(self, scope: Scope, generation: int, value: Sql) -> None:
        if not value.is_constant:
            self.wanted.setdefault((scope, generation), {})[value] = None

    def _ask_count(self, value: Counted, generation: int) -> None:
        self.counted.setdefault((value.group, generation), {})[value] = None
        if not isinstance(value.group.source, Pair):
            for part in (*value.parts, *value.group.keys):
                self._want(value.group.source, generation, part)

    def _ask_pairs(self, generation: int) -> None:
        for (group, when), values in list(self.counted.items()):
            if when == generation and isinstance(group.source, Pair):
                parts = [part for value in values for part in value.parts]
                self._ask_pair(group.source, generation, [*parts, *group.keys])

    def _ask_pair(self, pair: Pair, generation: int, values: Iterable[Sql]) -> None:
        """Ask for what is read of a pair: of both its rows, and counted of its own pairs."""
        for value in _read_of_pair([*values, *_filters(pair)]):
            if isinstance(value, Counted):
                self._ask_count(value, self.generation(pair, value) - 1)
            elif isinstance(value, Carried):
                side = _side(value)
                if isinstance(side, Pair):
                    self._ask_pair(side, generation, value.parts)
                else:
                    self._want(side, generation, value.parts[0])

    # --- SQL ------------------------------------------------------------------------------

    def statements(self) -> Iterator[str]:
        """Statements that lay out everything but the answers, in order."""
        for generation in range(max((g for _, g in self.wanted), default=-1) + 1):
            for scope in TABLES.values():
                if (scope, generation) in self.wanted:
                    wanted = self.wanted[scope, generation]
                    query = self._rows(scope, generation, wanted)
                    table = self._table(scope.name, generation)
                    yield f"CREATE OR REPLACE TEMP TABLE {table} AS {query}"
            for (group, when), values in self.counted.items():
                if when == generation:
                    yield self._count(group, generation, values)

    def answers(self, scope: Scope) -> str:
        """The query for a table's outputs, under their names."""
        named = self.outputs[scope]
        query = self._rows(scope, self.last[scope], named.values())
        columns = ", ".join(f'{self._output(value)} AS "{name}"' for name, value in named.items())
        return f"SELECT {columns} FROM ({query})"

    def _table(self, name: str, generation: int | str) -> str:
        return f"{self.called}{name}_{generation}"

    def _output(self, value: Sql) -> str:
        return value.template if value.is_constant else self.name_of(value)

    def name_of(self, value: Sql) -> str:
        """The name of a value's column."""
        if value.is_column:
            return value.template
        if value not in self._names:
            self._names[value] = f"c{len(self._names)}"
        return self._names[value]

    def _rows(self, scope: Scope, generation: int, values: Iterable[Sql]) -> str:
        values = [value for value in values if not value.is_constant]
        made = list(_read(values, lambda v: self._is_made(scope, v, generation)))
        inputs = {value: self.name_of(value) for value in made}
        counted = [value for value in made if isinstance(value, Counted)
                   and self.generation(scope, value) == generation]  # fmt: skip
        source = self._table(scope.name, generation - 1 if generation else "start")
        source = self._joined(source, self._when(scope, counted))
        return Sheet(inputs, self.name_of).select(source, values)

    def _when(self, scope: Scope, counted: Iterable[Counted]) -> dict[tuple[Group, int], None]:
        """The counts that some values are read from: of which group, in which generation."""
        return {(v.group, self.generation(scope, v) - 1): None for v in counted}

    def _joined(self, source: str, counts: Iterable[tuple[Group, int]]) -> str:
        """A source with counts joined to its rows."""
        joins, read = [], ["t.*"]
        for place, (group, when) in enumerate(counts):
            tests = " AND ".join(
                f"t.{self.name_of(here)} = j{place}.k{n}" for n, here in enumerate(group.found_by)
            )
            keys = ", ".join(f"k{n}" for n in range(len(group.keys)))
            joins.append(f" LEFT JOIN {self._table(group.name, when)} AS j{place} ON {tests}")
            read.append(f"j{place}.* EXCLUDE ({keys})")
        return f"(SELECT {', '.join(read)} FROM {source} AS t{''.join(joins)})" if joins else source

    def _count(self, group: Group, generation: int, values: Iterable[Counted]) -> str:
        values = list(values)
        read = [*group.keys, *(part for value in values for part in value.parts)]
        source = self._table(group.source.name, generation)
        if isinstance(group.source, Pair):
            source = f"({self._pairs(group.source, generation, read)})"
        keys = [f"{self.name_of(key)} AS k{place}" for place, key in enumerate(group.keys)]
        sums = [
            f"{value.template.format(*map(self._output, value.parts))} AS {self.name_of(value)}"
            for value in values
        ]
        by = ", ".join(str(place + 1) for place in range(len(group.keys)))
        return (
            f"CREATE OR REPLACE TEMP TABLE {self._table(group.name, generation)} AS "
            f"SELECT {', '.join([*keys, *sums])} FROM {source} GROUP BY {by}"
        )

    def _pairs(self, pair: Pair, generation: int, values: Iterable[Sql]) -> str:
        """The pairs of rows that pass their tests, with some values of each."""
        where = [test for test in dict.fromkeys(pair.where) if not test.is_constant]
        values = [value for value in dict.fromkeys(values) if not value.is_constant]
        read = list(_read_of_pair([*values, *where]))
        counted = [value for value in read if isinstance(value, Counted)]
        sides = [value for value in read if isinstance(value, Carried)]
        source = self._joined(self._two_sides(pair, generation, sides), self._when(pair, counted))
        sheet = Sheet({value: self.name_of(value) for value in read}, self.name_of)
        query = sheet.select(source, [*values, *where])
        passed = " AND ".join(self.name_of(test) for test in where)
        return f"SELECT * FROM ({query}) WHERE {passed}" if where else query

    def _two_sides(self, pair: Pair, generation: int, sides: Iterable[Carried]) -> str:
        """Both rows of each pair, side by side."""
        outer, inner = (self._table(one, generation) for one in (pair.outer.name, CHARGE.name))
        if isinstance(pair.outer, Pair):
            keys = [part for test in pair.joined() for part in test.parts]
            read = [v.parts[0] for v in (*sides, *keys) if isinstance(v, Carried) and v.of_outer]
            outer = f"({self._pairs(pair.outer, generation, read)})"
        columns = ", ".join(f"{self._on_side(value)} AS {self.name_of(value)}" for value in sides)
        tests = " AND ".join(test.written(self._on_side) for test in pair.joined())
        return f"(SELECT {columns} FROM {outer} AS o JOIN {inner} AS x ON {tests})"

    def _on_side(self, value: Sql) -> str | None:
        if not isinstance(value, Carried):
            return None
        return f"{'o' if value.of_outer else 'x'}.{self.name_of(value.parts[0])}"

    # --- what the tables must have from the start -------------------------------------------

    def reads(self, scope: Scope) -> set[str]:
        """The names of the columns that a table must have from the start."""
        asked = [*self.wanted.get((scope, 0), ())]
        if self.last.get(scope) == 0:
            asked += self.outputs[scope].values()
        leaves = _read(asked, lambda value: not value.is_leaf)
        return {value.template.strip('"') for value in leaves if value.is_column}


def _side(value: Carried) -> Scope:
    return value.pair.outer if value.of_outer else CHARGE


def _filters(scope: Scope) -> list[Sql]:
    return [*scope.where, *scope.joined()] if isinstance(scope, Pair) else []


def _read(values: Iterable[Sql], is_made: Callable[[Sql], bool]) -> Iterator[Sql]:
    """What some values are made from, down to what is not made any more."""
    seen: set[Sql] = set()
    waiting = list(values)
    while waiting:
        value = waiting.pop()
        if value in seen or value.is_constant:
            continue
        seen.add(value)
        if is_made(value):
            waiting.extend(value.parts)
        else:
            yield value


def _read_of_pair(values: Iterable[Sql]) -> Iterator[Sql]:
    """What values of a pair are made from: values of its rows, and counts with their keys."""
    found = list(_read(values, lambda v: not isinstance(v, Counted | Carried)))
    keys = [key for v in found if isinstance(v, Counted) for key in v.group.found_by]
    yield from dict.fromkeys([*found, *keys])
