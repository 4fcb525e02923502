"""Reading the research file: its rows by DuckDB, each count of a step as one charge.

A file may have a header or none. Rows of a person need not stand together. A count that
stands on several rows has a sentence of several parts.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

import duckdb

from homeward.sources.formats.ca_doj.charges import CHARGE, charges, courts, facts, layer, people
from homeward.sources.formats.ca_doj.values import meanings, names, refusal
from homeward.sources.formats.converting import Converted, PlainTable, SetAsideError
from homeward.sources.problem import SourceError
from homeward.sources.reading_sql import quoted, text

_STEP = "STP_TYPE_DESCR"


class ResearchFile:
    """The format as a whole."""

    def knows(self, header: Sequence[str]) -> bool:
        """A header of the file, or a first row of 95 cells with a step of the kind it has."""
        cells = list(header[:-1] if len(header) == len(names()) + 1 and not header[-1] else header)
        if len(cells) != len(names()):
            return False
        step = cells[names().index(_STEP)].strip()
        return cells[0] == names()[0] or ("STP_TYPE_DESCR", step) in meanings()

    def tables(
        self, sources: Sequence[Path], folder: Path, done: Converted
    ) -> Iterator[PlainTable]:
        """One table of charges a file; what is told of a person is gathered over all files.

        Raises:
            SourceError: when a file cannot be read.
        """
        with duckdb.connect(config={"temp_directory": str(folder / "spill")}) as database:
            database.execute("SET enable_progress_bar = false")
            refused = [list(self._read(database, place, source))
                       for place, source in enumerate(sources)]  # fmt: skip
            database.execute(f"CREATE TABLE people AS {people(len(sources))}")
            database.execute(f"CREATE TABLE courts AS {courts(len(sources))}")
            for place, source in enumerate(sources):
                table = PlainTable(source, folder / f"charges-{place:04}.csv", refused[place])
                self._write(database, place, table, done)
                yield table

    def _read(
        self, database: duckdb.DuckDBPyConnection, place: int, source: Path
    ) -> Iterator[tuple[int, SetAsideError]]:
        """Lay the rows of a file; those that are no rows, or say what was never seen."""
        columns = ", ".join(f"{text(name)}: 'VARCHAR'" for name in names())
        # every byte is a letter of Latin-1, so no name makes a file unreadable
        options = (
            "header = false, strict_mode = false, encoding = 'latin-1', delim = ',', quote = '\"',"
            " ignore_errors = true, store_rejects = true, rejects_table = 'torn',"
            " rejects_scan = 'torn_scan'"
        )
        for name in ("torn", "torn_scan"):
            database.execute(f"DROP TABLE IF EXISTS {name}")
        try:
            database.execute(
                f"CREATE TABLE raw AS SELECT *, row_number() OVER () AS line FROM read_csv("
                f"{text(str(source))}, columns = {{{columns}}}, {options})"
            )
            torn = database.execute("SELECT DISTINCT line, csv_line FROM torn ORDER BY line")
        except duckdb.Error as problem:
            msg = f"{source}: cannot be read ({str(problem).splitlines()[0]}). Check the file"
            raise SourceError(msg) from None
        lines = [(int(line), str(row)) for line, row in torn.fetchall()]
        for line, row in lines:
            yield line, _no_row(row)
        database.execute(f"CREATE TABLE rows_{place} AS {layer(place)}")
        database.execute("DROP TABLE raw")
        bad = f"SELECT line, wrong, {', '.join(map(quoted, names()))} FROM rows_{place}"
        for line, wrong, *cells in database.execute(f"{bad} WHERE wrong <> ''").fetchall():
            value = cells[names().index(wrong)]
            yield _line_in_file(line, [torn for torn, _ in lines]), refusal(wrong, value)

    def _write(
        self, database: duckdb.DuckDBPyConnection, place: int, table: PlainTable, done: Converted
    ) -> None:
        """Write the charges of a file, and count what became of its rows."""
        told = ", ".join(map(quoted, facts()))
        database.execute(
            f"COPY (SELECT {told} FROM ({charges(place)}) ORDER BY line)"
            f" TO {text(str(table.path))} (FORMAT csv, HEADER true)"
        )
        counted = database.execute(
            f"SELECT count(*), count(*) FILTER (is_charge AND first),"
            f" count(*) FILTER (is_charge AND NOT first),"
            f" count(*) FILTER (kind = 'charge' AND NOT is_charge),"
            f" count(*) FILTER (kind IN ('registration', 'deceased')),"
            f" count(*) FILTER (kind = 'other')"
            f" FROM (SELECT *, {CHARGE} AS is_charge FROM rows_{place} AS p WHERE wrong = '')"
        ).fetchall()
        ((taken, kept, parts, arrests, of_people, other),) = counted
        done.read += taken + len(table.refused)
        done.kept += kept
        folded = {
            "a further part of a sentence": parts,
            "a count of an arrest that a court's counts follow": arrests,
            "tells of the person": of_people,
            "no count of an arrest or a court": other,
        }
        done.folded.update({what: rows for what, rows in folded.items() if rows})


def _no_row(row: str) -> SetAsideError:
    return SetAsideError("row", row, f"does not have {len(names())} cells", "Mend the line")


def _line_in_file(row: int, torn: Sequence[int]) -> int:
    """The line of a row in the file, where the torn lines before it were left out."""
    line = row
    for left_out in torn:
        if left_out <= line:
            line += 1
    return line
