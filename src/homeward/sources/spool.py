"""The first pass of loading: every row read and checked, and laid beside its person's others.

Rows flow from their source through one query into files by partition, a stretch of the
source at a time: whoever writes a Parquet file must remember what is in it until it is
done, so no file grows with the data. Between the passes a row has its source and line,
its ids, its facts with the marks of :mod:`homeward.sources.reading_sql`, and what was
wrong with it; nothing is dropped here.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import duckdb
import pyarrow as pa
import pyarrow.parquet as pq

from homeward.facts import Fact
from homeward.screen.arrow_form import arrow_type
from homeward.screen.store import PARTITION_OF
from homeward.sources.matching import CHARGE_POSITION, IDS, Match
from homeward.sources.reading_sql import UNKNOWN, Column, quoted, text
from homeward.sources.scan import LINE, Database

NO_PERSON = -1
"""The partition of rows that name no person."""

_PROBLEM = pa.struct([(name, pa.string()) for name in ("field", "value", "problem", "fix")])
_FIXED = pa.schema([
    ("source", pa.int32()), (LINE, pa.int64()), ("sub", pa.int32()), ("person_id", pa.string()),
    ("case_id", pa.string()), ("charge_id", pa.string()), ("place", pa.float64()),
    ("problems", pa.list_(_PROBLEM)), ("doubts", pa.list_(_PROBLEM)),
])  # fmt: skip
_ID_COLUMNS = {"person": "person_id", "case": "case_id", "charge": "charge_id"}
_STRETCH_ROWS = 500_000
_BATCH_ROWS = 20_480
_BUFFERED_ROWS = 40_000
_LEAST_ROWS = 1_024


def spool_schema(facts: Iterable[Fact]) -> pa.Schema:
    """The columns of spooled rows."""
    held = [pa.field(fact.name, arrow_type(fact)) for fact in facts]
    return pa.schema([*_FIXED, *held])


@dataclass
class Stretch:
    """The next rows of a source, up to a number of them.

    Attributes:
        ended: whether the source has no more rows.
        problem: why the source could not be read on.
    """

    source: pa.RecordBatchReader
    ended: bool = False
    problem: BaseException | None = None

    def reader(self) -> pa.RecordBatchReader:
        """The rows, to be read once."""
        return pa.RecordBatchReader.from_batches(self.source.schema, self._batches())

    def _batches(self) -> Iterator[pa.RecordBatch]:
        left = _STRETCH_ROWS
        while left > 0:
            try:
                batch = self.source.read_next_batch()
            except StopIteration:
                self.ended = True
                return
            except BaseException as problem:
                self.problem = problem
                raise
            left -= batch.num_rows
            yield batch


def _stretches(source: pa.RecordBatchReader) -> Iterator[Stretch]:
    """A source, stretch by stretch; each must be read before the next is asked for."""
    ended = False
    while not ended:
        stretch = Stretch(source)
        yield stretch
        ended = stretch.ended


@dataclass
class Spool:
    """The folder between the passes, and what is known of the rows in it.

    Attributes:
        folder: where the files are.
        partitions: how many partitions people are spread over.
        facts: the facts that some source holds, by the table whose rows hold them.
        rows: how many rows of each table were read.
    """

    database: Database
    folder: Path
    partitions: int
    facts: dict[str, dict[str, Fact]] = field(default_factory=dict)
    rows: dict[str, int] = field(default_factory=dict)

    def store(self, number: int, table: str, query: str, facts: Iterable[Fact]) -> None:
        """Lay checked rows into files by partition."""
        target = self.folder / table / f"source-{number:05}"
        source = self.database.sql(query).to_arrow_reader(_BATCH_ROWS)
        with self.database.cursor() as beside:
            buffered = max(_LEAST_ROWS, _BUFFERED_ROWS // self.partitions)
            beside.execute(f"SET partitioned_write_flush_threshold = {buffered}")
            beside.execute(f"SET partitioned_write_max_open_files = {self.partitions + 1}")
            for n, stretch in enumerate(_stretches(source)):
                self.rows[table] = self.rows.get(table, 0) + self._lay(
                    beside, stretch, target / f"stretch-{n:05}"
                )
        self.facts.setdefault(table, {}).update({fact.name: fact for fact in facts})

    def _lay(self, beside: Database, stretch: Stretch, target: Path) -> int:
        """Write one stretch into a file for each partition; how many rows it has."""
        target.mkdir(parents=True)
        partition = PARTITION_OF.format(person_id="person_id", partitions=self.partitions)
        beside.register("stretch", stretch.reader())
        try:
            ((done,),) = beside.execute(
                f"COPY (SELECT *, coalesce({partition}, {NO_PERSON}) AS part FROM stretch) "
                f"TO {text(str(target))} (FORMAT parquet, COMPRESSION lz4_raw, PARTITION_BY (part))"
            ).fetchall()
        except (duckdb.Error, RuntimeError):
            if stretch.problem is not None:  # of which the engine only hands on the text
                raise stretch.problem from None
            raise
        return int(done)

    def read(self, table: str, part: int | str) -> str:
        """A query for a partition's rows of a table (``"*"``: of all partitions).

        It has the columns of the table even where there are no rows.
        """
        schema = spool_schema(self.facts.get(table, {}).values())
        empty = self.folder / f"empty-{table}.parquet"
        if not empty.exists():
            pq.write_table(schema.empty_table(), empty)
        files = sorted((self.folder / table).glob(f"source-*/stretch-*/part={part}/*.parquet"))
        listed = ", ".join(text(str(file)) for file in (empty, *files))
        columns = ", ".join(map(quoted, schema.names))
        return (
            f"SELECT {columns} FROM read_parquet([{listed}], union_by_name = true, "
            "hive_partitioning = false)"
        )


def checked(number: int, match: Match, query: str) -> str:
    """The query that reads and checks the rows of one source."""
    columns = list(match.columns.values())
    said = [f"{column.said} AS s{n}" for n, column in enumerate(columns)]
    values = [f"{column.value(f's{n}')} AS v{n}" for n, column in enumerate(columns)]
    problems = _found(_unreadable(columns, "set_aside"))
    doubts = _found(_unreadable(columns, "unknown"))
    return (
        f"SELECT {number}::INTEGER AS source, {LINE}, 0::INTEGER AS sub, {_ids(match)}"
        f"{_place(match)} AS place, {problems} AS problems, {doubts} AS doubts"
        f"{''.join(_facts(columns))} FROM (SELECT *, {', '.join(values)} FROM "
        f"(SELECT *, {', '.join(said)} FROM ({query})))"
    )


def _ids(match: Match) -> str:
    places = {name: n for n, name in enumerate(match.columns)}
    found = {table: f"v{places[name]}" for table, name in IDS.items() if name in places}
    if match.case_from:
        found["case"] = _joined(match.case_from)
    unknown = UNKNOWN["text"]
    return "".join(
        f"nullif({found[table]}, {unknown}) AS {column}, "
        if table in found
        else f"NULL::VARCHAR AS {column}, "
        for table, column in _ID_COLUMNS.items()
    )


def _joined(names: Sequence[str]) -> str:
    """What several columns say together; NULL where all are empty."""
    parts = [f"coalesce(trim({quoted(name)}::VARCHAR), '')" for name in names]
    between = " || ' / ' || "
    return f"CASE WHEN {' || '.join(parts)} <> '' THEN {between.join(parts)} END"


def _place(match: Match) -> str:
    """The place that a row says it has in the record."""
    if CHARGE_POSITION in match.columns:
        value = f"v{list(match.columns).index(CHARGE_POSITION)}"
        return f"CASE WHEN NOT isnan({value}) THEN {value} END"
    if match.position is not None:
        return f"TRY_CAST({quoted(match.position)} AS DOUBLE)"
    return "NULL::DOUBLE"


def _facts(columns: Sequence[Column]) -> Iterator[str]:
    for n, column in enumerate(columns):
        if column.fact.name in IDS.values():
            continue
        value = f"v{n}"
        if column.reading.unreadable == "unknown":
            value = (
                f"CASE WHEN s{n} IS NOT NULL THEN coalesce(v{n}, {UNKNOWN[column.fact.kind]}) END"
            )
        yield f", {value} AS {quoted(column.fact.name)}"


def _unreadable(columns: Sequence[Column], fate: str) -> Mapping[str, str]:
    """A test for each column whose unreadable cells have this fate, and what names the cell."""
    return {
        f"(s{n} IS NOT NULL AND v{n} IS NULL)": (
            f"struct_pack(field := {text(column.fact.name)}, value := {column.shown}, "
            "problem := NULL::VARCHAR, fix := NULL::VARCHAR)"
        )
        for n, column in enumerate(columns)
        if column.reading.unreadable == fate
    }


def _found(tests: Mapping[str, str]) -> str:
    """The list of what is wrong in a row; NULL where nothing is."""
    kind = "STRUCT(field VARCHAR, value VARCHAR, problem VARCHAR, fix VARCHAR)[]"
    if not tests:
        return f"NULL::{kind}"
    each = ", ".join(f"CASE WHEN {test} THEN {named} END" for test, named in tests.items())
    return (
        f"CASE WHEN {' OR '.join(tests)} "
        f"THEN list_filter([{each}], lambda x: x IS NOT NULL) END::{kind}"
    )
