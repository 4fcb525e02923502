"""A stretch of responses scored at once: each form by its own query."""

# ruff: noqa: S608  SQL is written from the forms' own data and our own names, texts quoted

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field, replace

import duckdb
import pyarrow as pa

from homeward.sources import Entry
from homeward.sources.reading_sql import quoted, text
from homeward.therapy.bulk.form_query import form_query
from homeward.therapy.bulk.heads import Heads
from homeward.therapy.bulk.keys import TWICE, types
from homeward.therapy.bulk.laying import entries, lay_out
from homeward.therapy.bulk.nested import Shape
from homeward.therapy.bulk.source import Source, Stretch
from homeward.therapy.instrument import instrument
from homeward.therapy.one_by_one import Aside, answered
from homeward.therapy.repeated import Verdict

_NOTED = """
UPDATE scored SET notes = list_concat(scored.notes, more.notes) FROM (
    SELECT line, list_concat(CASE WHEN note IS NOT NULL AND NOT coalesce(amends, false)
                             THEN [note] ELSE [] END, coalesce(said, [])) AS notes
    FROM read LEFT JOIN said USING (line) WHERE note IS NOT NULL OR len(said) > 0
) more WHERE scored.line = more.line"""
"""Other responses of the file, and an amended status, add to the notes."""


@dataclass
class Scorer:
    """Scores one stretch after another.

    Attributes:
        verdicts: what is said of responses whose ids came more than once.
    """

    database: duckdb.DuckDBPyConnection
    source: Source
    verdicts: Mapping[int, Verdict]
    shape: Shape
    heads: Heads = field(init=False)

    def __post_init__(self) -> None:
        """Make the tables that every stretch uses."""
        self.heads = Heads(self.database, self.source.name)
        said = {
            "line": pa.array(self.verdicts, pa.int64()),
            "said": pa.array([own.notes for own in self.verdicts.values()], pa.list_(pa.string())),
            "amends": pa.array([own.amends for own in self.verdicts.values()], pa.bool_()),
            "aside": pa.array([bool(own.problem) for own in self.verdicts.values()], pa.bool_()),
        }
        self.database.register("homeward_said", pa.table(said))
        self.database.execute("CREATE TEMP TABLE said AS SELECT * FROM homeward_said")
        self.database.unregister("homeward_said")

    def score(self, stretch: Stretch) -> list[Aside]:
        """Make the table ``scored`` of what counts; what is set aside is given back, in order."""
        columns = ", ".join(f"{quoted(name)} {kind}" for name, kind in types(self.shape).items())
        self.database.execute(f"CREATE OR REPLACE TEMP TABLE scored ({columns})")
        unread = lay_out(self.database, stretch, self.source)
        self.heads.read()
        forms = self.database.execute("SELECT DISTINCT form FROM read WHERE form IS NOT NULL")
        for (name,) in forms.fetchall():
            rows = f"(SELECT * FROM read WHERE form = {text(name)})"
            self.database.execute(
                f"INSERT INTO scored {form_query(instrument(name), rows, self.shape)}"
            )
        unread = [*unread, *self._twice()]
        aside = [*self._set_aside(), *map(self._unread, unread)]
        self.database.execute(_NOTED)
        return sorted(aside, key=lambda one: one.number or 0)

    def _twice(self) -> list[Entry]:
        """Those in which an answer stands twice, as Python says it."""
        found = self.database.execute(
            "SELECT line FROM scored WHERE twice UNION ALL SELECT line FROM read "
            f"WHERE form IS NULL AND json_type(answers) = 'OBJECT' AND {TWICE}"
        ).fetchall()
        lines = [line for (line,) in found]
        if not lines:
            return []
        for table in ("scored", "read"):
            self.database.execute(f"DELETE FROM {table} WHERE line IN (SELECT unnest(?))", [lines])
        return entries(self.database, lines, self.source)

    def _set_aside(self) -> list[Aside]:
        """What does not count, for its head or because another one takes its place."""
        found = self.database.execute(
            "SELECT line, read.id, read.number, flags FROM read LEFT JOIN said USING (line) "
            "LEFT JOIN scored USING (line) WHERE refused OR aside"
        ).fetchall()
        aside = [self._aside(*row) for row in found]
        if aside:
            self.database.execute(
                "DELETE FROM scored WHERE line IN "
                "(SELECT line FROM read LEFT JOIN said USING (line) WHERE refused OR aside)"
            )
        return aside

    def _aside(self, line: int, given: str | None, head: int, flags: list[str] | None) -> Aside:
        verdict = self.verdicts.get(line)
        own = verdict.as_problem(self.source.name) if verdict else None
        problems = (own,) if own is not None else self.heads.problems[head]
        told = not (verdict and own) or verdict.flags
        return Aside(
            line,
            None if given is None else json.loads(given),
            tuple(replace(one, row=one.row or f"{self.source.counted} {line}") for one in problems),
            tuple(flags or ()) if told else (),
        )

    def _unread(self, entry: Entry) -> Aside:
        """A line that is not JSON, or no object."""
        if entry.problem is not None:
            return Aside(entry.line, None, (entry.problem,))
        found = answered(entry.data, self.source.name, entry.line, counted=self.source.counted)
        if not isinstance(found, Aside):
            raise TypeError(entry)
        return found
