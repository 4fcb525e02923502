"""Files of a published format among the data: turned into plain tables first, then read.

A file is known by its header. What its format sets aside is set aside like any other row.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from homeward.sources.aside import Aside, Entry
from homeward.sources.formats import FORMATS
from homeward.sources.formats.converting import Converted, SetAsideError, first_cells
from homeward.sources.inputs import Source
from homeward.sources.scan import CsvScan, ParquetScan

Refused = list[tuple[int, SetAsideError]]
"""The rows of a file that were set aside, each with its number."""


@dataclass
class Published:
    """The sources of a data set, those of a published format as plain tables.

    Attributes:
        sources: the sources by number, as they were named.
        formats: the format of each source that has one.
        refused: what was set aside of each of these.
        folded: how many rows are no charge of their own, in words.
    """

    sources: dict[int, Source]
    formats: dict[int, str] = field(default_factory=dict)
    refused: dict[int, Refused] = field(default_factory=dict)
    folded: Counter[str] = field(default_factory=Counter)

    @classmethod
    def of(cls, sources: Mapping[int, Source], work: Path) -> Published:
        """Convert what is of a published format into a folder.

        Raises:
            SourceError: when a file cannot be read.
        """
        found = cls(dict(sources), dict(_known(sources)))
        for name in dict.fromkeys(found.formats.values()):
            found._convert(name, work / f"published-{name}")
        return found

    def _convert(self, name: str, folder: Path) -> None:
        numbers = [number for number, other in self.formats.items() if other == name]
        scans = [scan for number in numbers if isinstance(scan := self.sources[number], CsvScan)]
        folder.mkdir()
        paths, done = [scan.path for scan in scans], Converted()
        tables = FORMATS[name].tables(paths, folder, done)
        for number, scan, table in zip(numbers, scans, tables, strict=True):
            self.sources[number] = _scan(scan.name, table.path)
            self.refused[number] = table.refused
        self.folded += done.folded

    def set_aside(self, aside: Aside) -> int:
        """Note the rows that were set aside; how many."""
        for number, rows in self.refused.items():
            for line, why in rows:
                aside.add(Entry(number, line, 0, f"line {line}", why.column, why.value,
                                why.problem, why.fix))  # fmt: skip
        return sum(map(len, self.refused.values()))

    def notes(self) -> Iterator[str]:
        """Which files were read as a published format."""
        for number, name in self.formats.items():
            yield f"{self.sources[number].name} was read as a file of the format {name}."
        for what, rows in self.folded.most_common():
            yield f"{rows:,} rows are no charge of their own: {what}."


def _scan(name: str, path: Path) -> CsvScan | ParquetScan:
    """A plain table as a source that has the name of the file it was made of."""
    if path.suffix == ".parquet":
        return ParquetScan("charge", name, path, "line", has_lines=True)
    return CsvScan("charge", name, path)


def _known(sources: Mapping[int, Source]) -> Iterator[tuple[int, str]]:
    """The sources with the header of a published format, whatever their names begin with."""
    for number, source in sources.items():
        if isinstance(source, CsvScan):
            cells = first_cells(source.path)
            for name, published in FORMATS.items():
                if published.knows(cells):
                    yield number, name
                    break
