"""Programs: which counts are made when, and the SQL that makes them and answers everyone.

Rows are not kept between steps. What is worked out for a row is worked out anew in
each query that reads it, from the columns of the start and from the counts that
have been made by then; only counts are kept, which are few. A count is made as soon
as what it reads can be read, so counts come in generations.

Most of what a rule asks of a charge depends on its kind alone: the statute, the
class, how it ended. That is worked out once for each kind that there is, and joined.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from homeward.screen.expressions import Carried, Counted, Derived, Sql, column
from homeward.screen.relations import Group
from homeward.screen.scopes import CHARGE, Pair, Scope
from homeward.screen.sheet import Sheet

KIND = "kind"
"""The column that says of which kind a charge is."""


@dataclass(frozen=True)
class Source:
    """Where a query reads the rows of a table from.

    Attributes:
        table: the table's name.
        known: the values that its rows have as columns already.
        kinds: the table that says what depends on the kind of charge alone.
    """

    table: str
    known: Mapping[Sql, str] = field(default_factory=dict)
    kinds: str = "kinds"


@dataclass
class Names:
    """The names of values that are not columns from the start."""

    known: dict[Sql, str] = field(default_factory=dict)

    def __call__(self, value: Sql) -> str:
        """The name of a value's column."""
        if value.is_leaf:
            return value.template
        return self.known.setdefault(value, f"c{len(self.known)}")


@dataclass
class Program:
    """Counts in their order, and queries over rows that read them.

    Attributes:
        called: goes before the names of the counts' tables.
        rows: where each table's rows are read from.
        asking: where those rows are read from that ask about others, if these are fewer.
        made: the table of each count, those of an earlier program with them.
        name_of: the names of columns, shared between programs.
        of_kind: what the queries read from each table of kinds of charges.
    """

    called: str
    rows: Mapping[Scope, Source]
    asking: dict[Scope, Source]
    made: dict[Counted, str] = field(default_factory=dict)
    name_of: Names = field(default_factory=Names)
    of_kind: dict[str, dict[Sql, None]] = field(default_factory=dict)
    _times: dict[tuple[Scope, Sql], int] = field(default_factory=dict)

    # --- counts ---------------------------------------------------------------------

    def counts(self, asked: Iterable[tuple[Scope, Sql]]) -> Iterator[str]:
        """The statements that make the counts which some values read, in order."""
        tables: dict[tuple[int, Group], list[Counted]] = {}
        for count in self._lacking(asked):
            when = max(self._time(count.group.source, part) for part in _reads(count))
            tables.setdefault((when, count.group), []).append(count)
        for when, group in sorted(tables, key=lambda made: made[0]):
            counts = tables[when, group]
            table = f"{self.called}{group.name}_{when}"
            yield f"CREATE OR REPLACE TEMP TABLE {table} AS {self._counting(group, counts)}"
            self.made |= dict.fromkeys(counts, table)

    def _lacking(self, asked: Iterable[tuple[Scope, Sql]]) -> list[Counted]:
        """The counts that are read, directly or not, and are not made yet."""
        found: dict[Counted, None] = {}
        seen: set[tuple[Scope, Sql]] = set()
        waiting = list(asked)
        while waiting:
            scope, value = here = waiting.pop()
            if here in seen:
                continue
            seen.add(here)
            if isinstance(value, Counted):
                if value not in self.made:
                    found[value] = None
                    waiting += [(value.group.source, part) for part in _reads(value)]
            elif isinstance(value, Carried):
                waiting.append((_side(value), value.parts[0]))
            elif value not in self.rows.get(scope, _NOWHERE).known:
                waiting += [(scope, part) for part in value.parts]
        return list(found)

    def _time(self, scope: Scope, value: Sql) -> int:
        """How many generations of counts must be made before a value can be read."""
        key = (scope, value)
        if key not in self._times:
            self._times[key] = self._find_time(scope, value)
        return self._times[key]

    def _find_time(self, scope: Scope, value: Sql) -> int:
        if isinstance(value, Counted):
            if value in self.made:
                return 0
            return 1 + max(self._time(value.group.source, part) for part in _reads(value))
        if isinstance(value, Carried):
            return self._time(_side(value), value.parts[0])
        return max((self._time(scope, part) for part in value.parts), default=0)

    def _counting(self, group: Group, counts: list[Counted]) -> str:
        read = [*group.keys, *(part for count in counts for part in count.parts)]
        source = self._source_of(group, read)
        keys = [f"{self.name_of(key)} AS k{place}" for place, key in enumerate(group.keys)]
        sums = [
            f"{count.template.format(*map(self._said, count.parts))} AS {self.name_of(count)}"
            for count in counts
        ]
        by = ", ".join(str(place + 1) for place in range(len(keys)))
        return f"SELECT {', '.join([*keys, *sums])} FROM ({source}) GROUP BY {by}"

    def _source_of(self, group: Group, values: Iterable[Sql]) -> str:
        if isinstance(group.source, Pair):
            return self._pairs(group.source, values, self.asking if group.asks else self.rows)
        return self.query(group.source, values, self.rows)

    def _said(self, value: Sql) -> str:
        return value.template if value.is_constant else self.name_of(value)

    # --- queries --------------------------------------------------------------------

    def query(
        self, scope: Scope, values: Iterable[Sql], rows: Mapping[Scope, Source] | None = None
    ) -> str:
        """The rows of a table with some values of each, under their names."""
        source = (rows or self.rows)[scope]
        return self._sheet(source, values, scope.keys[0], by_kind=scope is CHARGE)

    def kinds(self, table: str) -> list[str]:
        """The statement that works out what is read of each kind of charge, once a kind.

        Its table is no temporary one: whoever works beside us in the database reads it too.
        """
        if table not in self.of_kind:
            return []
        values = [column(KIND), *self.of_kind[table]]
        traits = _read(values, lambda value: not isinstance(value, Derived))
        inputs = {value: trait_name(value) for value in traits}
        query = Sheet(inputs, self.name_of).select("kinds_start", values)
        return [f"CREATE OR REPLACE TABLE {table} AS {query}"]

    def _sheet(
        self, source: Source, values: Iterable[Sql], key: str = "", *, by_kind: bool = False
    ) -> str:
        values = [value for value in dict.fromkeys(values) if not value.is_constant]
        known = dict(source.known)
        counts: dict[str, Counted] = {}
        of_kind: dict[Sql, None] = {}

        def is_made(value: Sql) -> bool:
            return value not in source.known and not (by_kind and value.is_of_kind)

        for value in _read(values, is_made):
            known.setdefault(value, self.name_of(value))
            if isinstance(value, Counted):
                counts.setdefault(self.made[value], value)
            elif by_kind and value.is_of_kind and value not in source.known:
                of_kind[value] = None
        if of_kind:
            self.of_kind.setdefault(source.kinds, {}).update(of_kind)
        joined = self._with_counts(source.table, counts, key)
        return Sheet(known, self.name_of).select(self._with_kinds(source, joined, of_kind), values)

    def _with_kinds(self, source: Source, rows: str, of_kind: Iterable[Sql]) -> str:
        """Rows with what depends on the kind of charge alone."""
        read = "".join(f", k.{self.name_of(value)}" for value in of_kind)
        if not read:
            return rows
        same = f't."{KIND}" = k."{KIND}"'
        return f"(SELECT t.*{read} FROM {rows} AS t JOIN {source.kinds} AS k ON {same})"

    def _with_counts(self, rows: str, counts: Mapping[str, Counted], key: str) -> str:
        """Rows with counts; where these are many, only the keys go from join to join."""
        if len(counts) > _FEW_JOINS and key:
            chain = self._link_by_link(rows, counts, key)
            return f'(SELECT * FROM {rows} JOIN {chain} USING ("{key}"))'
        return self._chained(rows, counts, "t.*") if counts else rows

    def _link_by_link(self, rows: str, counts: Mapping[str, Counted], key: str) -> str:
        """The key of each row with counts: a link of the chain is done with before the next."""
        names = {self.name_of(here) for one in counts.values() for here in one.group.found_by}
        others = sorted(names - {f'"{key}"'})
        columns = ", ".join([f'"{key}"', *others])
        source, tables, links = f"(SELECT {columns} FROM {rows})", list(counts), []
        for place, start in enumerate(range(0, len(tables), _LINK)):
            some = {table: counts[table] for table in tables[start : start + _LINK]}
            links.append(f"n{place} AS MATERIALIZED {self._chained(source, some, 't.*')}")
            source = f"n{place}"
        kept = f"* EXCLUDE ({', '.join(others)})" if others else "*"
        return f"(WITH {', '.join(links)} SELECT {kept} FROM {source})"

    def _chained(self, rows: str, counts: Mapping[str, Counted], kept: str) -> str:
        """Some columns of rows with counts, joined one after another."""
        joins, read = [], [kept]
        for place, (table, count) in enumerate(counts.items()):
            keys = count.group.found_by
            tests = [f"t.{self.name_of(here)} = j{place}.k{n}" for n, here in enumerate(keys)]
            joins.append(f" LEFT JOIN {table} AS j{place} ON {' AND '.join(tests)}")
            read.append(f"j{place}.* EXCLUDE ({', '.join(f'k{n}' for n in range(len(keys)))})")
        return f"(SELECT {', '.join(read)} FROM {rows} AS t{''.join(joins)})"

    # --- what several queries work out --------------------------------------------------

    def shared(self, scope: Scope, asked: Iterable[tuple[Scope, Sql]]) -> list[Sql]:
        """What more than one query over rows that ask would work out, if each did by itself.

        One query gives the answers; one more goes over each group of pairs.
        """
        asked = list(asked)
        queries = [[value for here, value in asked if here is scope]]
        counts = self._lacking(asked)
        queries += [
            [side.parts[0] for side in _sides_of(group.source, counts)]
            for group in dict.fromkeys(count.group for count in counts)
            if group.asks and isinstance(group.source, Pair) and group.source.outer is scope
        ]
        known = self.asking[scope].known
        read = [set(self._ready(values, known)) for values in queries]
        often = {value for some in read for value in some
                 if sum(value in other for other in read) > 1}  # fmt: skip
        inner = {part for value in often for part in value.parts}
        tops = [value for some in read for value in some - often for value in value.parts]
        found = (often - inner) | (often & {*tops, *(v for some in queries for v in some)})
        return sorted(found, key=self.name_of)

    def _ready(self, values: Iterable[Sql], known: Mapping[Sql, str]) -> Iterator[Sql]:
        """What some values are made of that takes work for each row, and can be done already."""
        seen: set[Sql] = set()
        ready: dict[Sql, bool] = {}
        waiting = list(values)
        while waiting:
            value = waiting.pop()
            if value in seen or value.is_fixed or value in known or value.is_of_kind:
                continue
            seen.add(value)
            if isinstance(value, Counted | Carried):
                continue
            waiting.extend(value.parts)
            takes_steps = any(part.parts for part in value.parts)
            if takes_steps and self._is_ready(value, ready):
                yield value

    def _is_ready(self, value: Sql, ready: dict[Sql, bool]) -> bool:
        """Whether every count that a value is made of is made."""
        if value not in ready:
            ready[value] = (
                value in self.made
                if isinstance(value, Counted)
                else all(self._is_ready(part, ready) for part in value.parts)
            )
        return ready[value]

    # --- pairs ----------------------------------------------------------------------

    def _pairs(self, pair: Pair, values: Iterable[Sql], outer: Mapping[Scope, Source]) -> str:
        """The pairs of rows that pass their tests, with some values of each."""
        where = [test for test in dict.fromkeys(pair.where) if not test.is_constant]
        values = [value for value in dict.fromkeys(values) if not value.is_constant]
        read = list(_read([*values, *where], lambda _: True))
        keys = [key for value in read if isinstance(value, Counted) for key in value.group.found_by]
        sides = [v for v in dict.fromkeys([*read, *keys]) if isinstance(v, Carried)]
        query = self._sheet(Source(self._two_sides(pair, sides, outer)), [*values, *where])
        passed = " AND ".join(self.name_of(test) for test in where)
        return f"SELECT * FROM ({query}) WHERE {passed}" if where else query

    def _two_sides(self, pair: Pair, sides: Iterable[Carried], rows: Mapping[Scope, Source]) -> str:
        """Both rows of each pair, side by side."""
        joined = pair.joined()
        read = [*sides, *_carried(joined)]
        asks = [value.parts[0] for value in read if value.of_outer]
        asked = [value.parts[0] for value in read if not value.of_outer]
        if isinstance(pair.outer, Pair):
            outer = self._pairs(pair.outer, asks, rows)
        else:
            outer = self.query(pair.outer, asks, rows)
        inner = self.query(CHARGE, asked)
        columns = ", ".join(f"{self._on_side(value)} AS {self.name_of(value)}" for value in sides)
        tests = " AND ".join(test.written(self._on_side) for test in joined)
        return f"(SELECT {columns} FROM ({outer}) AS o JOIN ({inner}) AS x ON {tests})"

    def _on_side(self, value: Sql) -> str | None:
        if not isinstance(value, Carried):
            return None
        return f"{'o' if value.of_outer else 'x'}.{self.name_of(value.parts[0])}"


_NOWHERE = Source("")
_FEW_JOINS = 4
"""So many joins may carry every column of their rows; more would copy wide rows too often."""
_LINK = 16
"""How many joins are done at once: each holds memory from the first row to the last."""


def _sides_of(pair: Pair, counts: Iterable[Counted]) -> list[Carried]:
    """What is read of the row that asks, in pairs that some counts are made over."""
    counted = [count for count in counts if count.group.source is pair]
    values = [*pair.where, *(part for count in counted for part in count.parts)]
    read = _read(values, lambda _: True)
    return [side for side in read if isinstance(side, Carried) and side.of_outer]


def _side(value: Carried) -> Scope:
    return value.pair.outer if value.of_outer else CHARGE


def _reads(count: Counted) -> list[Sql]:
    """What must be there before a count can be made, of the rows that are counted."""
    read = [*count.parts, *count.group.keys]
    return read + _filters(count.group.source)


def _filters(scope: Scope) -> list[Sql]:
    """The tests that a pair must pass, and those of the pair that it starts from."""
    if not isinstance(scope, Pair):
        return []
    above = [scope.of_outer(test) for test in _filters(scope.outer)]
    return [*scope.where, *scope.joined(), *above]


def _carried(tests: Iterable[Sql]) -> list[Carried]:
    return [part for test in tests for part in test.parts if isinstance(part, Carried)]


def _read(values: Iterable[Sql], is_made: Callable[[Sql], bool]) -> Iterator[Sql]:
    """What some values are made from: columns, counts, and values of the rows of a pair."""
    seen: set[Sql] = set()
    waiting = list(values)
    while waiting:
        value = waiting.pop()
        if value in seen or value.is_constant:
            continue
        seen.add(value)
        if value.is_leaf or isinstance(value, Counted | Carried) or not is_made(value):
            yield value
        else:
            waiting.extend(value.parts)


def leaves(asked: Iterable[tuple[Scope, Sql]]) -> set[tuple[Scope, Sql]]:
    """The columns that some values read from the tables of the start, however far back."""
    return {(scope, value) for scope, value in behind(asked)
            if value.is_column or _is_trait(scope, value)}  # fmt: skip


def behind(asked: Iterable[tuple[Scope, Sql]]) -> set[tuple[Scope, Sql]]:
    """Everything that some values are made of, however far back, and they themselves."""
    seen: set[tuple[Scope, Sql]] = set()
    waiting = list(asked)
    while waiting:
        scope, value = here = waiting.pop()
        if here in seen:
            continue
        seen.add(here)
        if isinstance(value, Counted):
            waiting += [(value.group.source, part) for part in _reads(value)]
            waiting += [(scope, key) for key in value.group.found_by]
        elif isinstance(value, Carried):
            waiting.append((_side(value), value.parts[0]))
        elif not _is_trait(scope, value):
            waiting += [(scope, part) for part in value.parts]
    return seen


def _is_trait(scope: Scope, value: Sql) -> bool:
    return scope is CHARGE and isinstance(value, Derived)


def trait_name(value: Sql) -> str:
    """The name of a trait's column among the kinds of charges."""
    return f'"{value.name}"' if isinstance(value, Derived) else value.template
