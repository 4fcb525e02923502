"""The first pass over all sources: what each one is, and its rows into the spool."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from homeward.facts import Vocabulary
from homeward.sources.aside import Aside, Entry
from homeward.sources.checked_rows import CheckedRows
from homeward.sources.csv_rows import Rejected
from homeward.sources.faults import reading
from homeward.sources.inputs import JsonFile, Source
from homeward.sources.mapping import ColumnMap
from homeward.sources.matching import IDS, Match, match
from homeward.sources.problem import MappingError
from homeward.sources.reading_sql import quoted, text
from homeward.sources.record_rows import JsonRows
from homeward.sources.scan import CsvScan, Database, Scan
from homeward.sources.spool import Spool, checked, spool_schema
from homeward.sources.suspects import Suspects, candidates

_ORDER = ("person", "case", "charge", "tenancy")
_PER_JSON_LINE = 4
_OWNERS = (
    "SELECT case_id, CASE WHEN count(DISTINCT person_id) = 1 THEN min(person_id) END AS person_id "
    "FROM ({cases}) GROUP BY case_id"
)


@dataclass
class Taking:
    """Reads every source once, into the spool.

    Attributes:
        sources: the sources by number, as they were named.
        matches: what the columns of each are, where it has columns.
        unused: the columns and keys that no fact fits, with the nearest known name, by source.
        rejected: how many lines of each table were no rows.
        owned_by_case: the sources whose charges name no person, only a case.
    """

    database: Database
    sources: Mapping[int, Source]
    mapping: ColumnMap
    vocabulary: Vocabulary
    matches: dict[int, Match] = field(default_factory=dict)
    unused: dict[str, dict[str, str | None]] = field(default_factory=dict)
    rejected: dict[str, int] = field(default_factory=dict)
    owned_by_case: list[int] = field(default_factory=list)

    def match(self) -> None:
        """Find out what the columns of every source are, before any row is read.

        Raises:
            LoadError: when they are not enough, or two of them claim one fact.
        """
        for number, source in self.sources.items():
            if isinstance(source, JsonFile):
                continue
            types = source.types(self.database)
            found = match(source.table, types, self.mapping, self.vocabulary)
            self.matches[number] = found
            if found.unused:
                self.unused[source.name] = dict(found.unused)
            self._complete(number, source, found)
        self._no_name_in_vain()

    def charges(self) -> int:
        """About how many charges there are."""
        found = 0
        for source in self.sources.values():
            if isinstance(source, JsonFile):
                found += source.lines() * (_PER_JSON_LINE if source.records else 1)
            elif source.table == "charge":
                found += source.rows(self.database)
        return found

    # --- what a source must have ------------------------------------------------------

    @property
    def _tables(self) -> set[str]:
        found = {source.table for source in self.sources.values()}
        records = any(isinstance(s, JsonFile) and s.records for s in self.sources.values())
        return found | ({"person", "case", "charge"} if records else set())

    def _complete(self, number: int, source: Source, found: Match) -> None:
        has_case = IDS["case"] in found.columns or bool(found.case_from)
        if source.table in ("case", "charge") and not has_case:
            raise MappingError(
                f"{source.name}: no column says which case a row belongs to. Map one to "
                'case.case_id, or say what makes a case: case_from = ["filed_on", "county"]'
            )
        if IDS["person"] not in found.columns:
            if source.table != "charge" or "case" not in self._tables:
                raise MappingError(
                    f"{source.name}: no column says whose a row is. Map one to person.person_id"
                )
            self.owned_by_case.append(number)
        for fact in found.facts:
            if fact.table != source.table and fact.table in self._tables:
                raise MappingError(
                    f"{source.name}: {fact.name} stands in column "
                    f'"{found.columns[fact.name].name}", and there is a table of {fact.table} rows '
                    'too. Leave the column out in the mapping (= ""), or leave out that table'
                )

    def _no_name_in_vain(self) -> None:
        """A column that only the mapping knows is a slip of the pen."""
        for table, columns in self.mapping.columns.items():
            holding = [source for source in self.sources.values() if source.table == table]
            scans = [source for source in holding if not isinstance(source, JsonFile)]
            known = {name for scan in scans for name in scan.types(self.database)}
            for name in columns:
                if scans and len(scans) == len(holding) and name not in known:
                    raise MappingError(
                        f'the mapping names column "{name}", and no source of {table} rows has it. '
                        f"They have: {', '.join(sorted(known))}"
                    )

    # --- reading ----------------------------------------------------------------------

    def read(
        self, spool: Spool, suspects: Suspects, aside: Aside, watch: Callable[[str], None]
    ) -> None:
        """Read every source into the spool; cases come before the charges that lean on them."""
        ordered = sorted(self.sources.items(), key=lambda item: _ORDER.index(item[1].table))
        for number, source in ordered:
            watch(source.name)
            with reading(source.name):
                if isinstance(source, JsonFile):
                    self._json(number, source, spool)
                else:
                    self._scan(number, source, spool, self._reject(number, source, suspects, aside))

    def _scan(
        self, number: int, scan: Scan, spool: Spool, reject: Callable[[Rejected], None]
    ) -> None:
        found = self.matches[number]
        wanted = [column.name for column in found.columns.values()]
        wanted += [name for name in (found.position, *found.case_from) if name]
        query = scan.relation(self.database, list(dict.fromkeys(wanted)), reject)
        rows = checked(number, found, query)
        if number in self.owned_by_case:
            owners = _OWNERS.format(cases=spool.read("case", "*"))
            rows = (
                f"SELECT rows.* REPLACE (owners.person_id AS person_id) FROM ({rows}) AS rows "
                f"LEFT JOIN ({owners}) AS owners USING (case_id)"
            )
        spool.store(number, scan.table, rows, found.facts)

    def _json(self, number: int, source: JsonFile, spool: Spool) -> None:
        folder = spool.folder / f"json-{number}"
        folder.mkdir()
        with CheckedRows(folder, number, self.vocabulary) as rows:
            reader = JsonRows(source.path, rows, self.vocabulary)
            if source.records:
                reader.take_records()
            else:
                reader.take_rows(source.table, self.mapping)
        if reader.strange:
            self.unused[source.name] = reader.strange
        for table, facts in rows.seen.items():
            names = ", ".join(map(quoted, spool_schema(facts.values()).names))
            query = f"SELECT {names} FROM read_parquet({text(str(rows.file(table)))})"
            spool.store(number, table, query, facts.values())

    def _reject(
        self, number: int, scan: Scan, suspects: Suspects, aside: Aside
    ) -> Callable[[Rejected], None]:
        def reject(line: Rejected) -> None:
            self.rejected[scan.table] = self.rejected.get(scan.table, 0) + 1
            aside.add(Entry(number, line.line, 0, f"line {line.line}", "", line.text, line.problem,
                            line.fix))  # fmt: skip
            person = self.matches[number].columns.get(IDS["person"])
            if person is not None and isinstance(scan, CsvScan):
                place = scan.names.index(person.name)
                suspects.add(number, line.line, candidates(line, place, len(scan.names)))

        return reject
