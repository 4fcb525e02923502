"""What one Spark task does: load its people into a store of one part, and screen that.

Rows stream to files on the task's own disk and answers stream back, so a task
needs no more memory than the engine takes. A task that is lost is begun again by
Spark and gives the same rows.
"""

from __future__ import annotations

import csv
import json
import tempfile
from collections.abc import Iterable, Iterator, Mapping
from contextlib import ExitStack
from dataclasses import dataclass, replace
from pathlib import Path

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from homeward.screen.job import Job
from homeward.screen.report import came_in
from homeward.screen.results import part_name
from homeward.screen.screener import Screener
from homeward.screen.store import SET_ASIDE
from homeward.sources.loading import LoadWish, load

KIND = "kind"
"""The column that says which of the others is filled."""

ASIDE, DONE, TOLD = "set_aside", "done", "told"
_ROWS = 20_000
_MAPPING = "mapping.toml"


@dataclass(frozen=True)
class Task:
    """The work on one partition; it is sent to where the rows are.

    Attributes:
        job: what is asked; its folders are replaced by the task's own.
        tables: the names of the user's tables.
        mapping: the text of the mapping file, if there is one.
        schema: the columns of what comes back: one of structs for each kind of row.
    """

    job: Job
    tables: tuple[str, ...]
    mapping: str | None
    schema: pa.Schema

    def __call__(self, batches: Iterable[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
        """Answer the people of one partition."""
        with tempfile.TemporaryDirectory(prefix="homeward-") as folder:
            here = Path(folder)
            files = self._gather(batches, here)
            if files:
                yield from self._answer(here, files)

    def _gather(self, batches: Iterable[pa.RecordBatch], here: Path) -> Mapping[str, Path]:
        """Each table's rows in a file of their own; a table without rows has an empty one."""
        files = {name: here / f"{name}.parquet" for name in self.tables}
        writers: dict[str, pq.ParquetWriter] = {}
        with ExitStack() as open_files:
            for batch in batches:
                for name, file in files.items():
                    rows = _rows_of(batch, name)
                    if name not in writers:
                        writer = pq.ParquetWriter(file, rows.schema)
                        writers[name] = open_files.enter_context(writer)
                    writers[name].write_batch(rows)
        return files if writers else {}

    def _answer(self, here: Path, files: Mapping[str, Path]) -> Iterator[pa.RecordBatch]:
        mapping = None
        if self.mapping is not None:
            mapping = here / _MAPPING
            mapping.write_text(self.mapping, encoding="utf-8")
        wish = LoadWish(here / "store", mapping, partitions=1, memory_mb=self.job.memory)
        load([f"{name}={file}" for name, file in files.items()], wish)
        work = here / "results"
        work.mkdir()
        screener = Screener(replace(self.job, store=wish.out, work=work, earlier=None))
        done = screener.run(0)
        for kind in screener.folders():
            if kind in self.schema.names:
                file = pq.ParquetFile(work / kind / part_name(0))
                yield from (self._tagged(kind, rows) for rows in file.iter_batches(_ROWS))
        yield from self._set_aside(wish.out / SET_ASIDE)
        told = {**done.told(), "loaded": came_in(screener.store)}
        yield self._tagged(DONE, pa.RecordBatch.from_pylist([{TOLD: json.dumps(told)}]))

    def _set_aside(self, file: Path) -> Iterator[pa.RecordBatch]:
        with file.open(encoding="utf-8", newline="") as lines:
            rows = [{**row, "file": Path(row["file"]).stem} for row in csv.DictReader(lines)]
        if rows:
            yield self._tagged(ASIDE, pa.RecordBatch.from_pylist(rows))

    def _tagged(self, kind: str, rows: pa.RecordBatch) -> pa.RecordBatch:
        """Rows of one kind as rows of what comes back."""
        count = rows.num_rows
        arrays = [pa.array([kind] * count)]
        for field in list(self.schema)[1:]:
            if field.name == kind:
                columns = [rows.column(one.name).cast(one.type) for one in field.type]
                arrays.append(pa.StructArray.from_arrays(columns, fields=list(field.type)))
            else:
                arrays.append(pa.nulls(count, field.type))
        return pa.RecordBatch.from_arrays(arrays, schema=self.schema)


def _rows_of(batch: pa.RecordBatch, name: str) -> pa.RecordBatch:
    """The rows of one table in a batch, in that table's own columns."""
    structs = batch.column(name)
    held = structs.filter(pc.is_valid(structs))
    return pa.RecordBatch.from_struct_array(held)
