"""A folder of results: what is in it, and how it is put there whole or not at all.

::

    OUT/answers.charge.parquet/part-0000.parquet   one row a charge (or a question, if long)
    OUT/answers.case.parquet/ …                    one row a case; and so on for each subject
    OUT/people.parquet/ …                          one row a person
    OUT/fingerprints.parquet/ …                    what was known of each person, as one number
    OUT/dictionary.json                            what numbers and bits stand for
    OUT/set_aside.csv                              the rows that were not answered
    OUT/report.json                                what was asked and done; written last

Each table is a folder of parts, one for each partition of the store: a part is
written once and never copied, however large the state is, and it can be written
again by itself. DuckDB, Polars, pandas, Arrow and Spark read such a folder as
one file. Results without ``report.json`` are not whole.

While a screening runs it works in ``OUT/.run``; see :mod:`homeward.screen.run_record`.
"""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from homeward.screen.problem import ResultsError

REPORT = "report.json"
DICTIONARY = "dictionary.json"
PEOPLE = "people.parquet"
FINGERPRINTS = "fingerprints.parquet"
WORK = ".run"

IDS = {
    "charge": ("person_id", "case_id", "charge_id"),
    "case": ("person_id", "case_id"),
    "person": ("person_id",),
    "tenancy": ("person_id",),
}
"""The ids of a row of answers."""

ROW = {"charge": "row_id", "case": "case_key", "person": "person_key", "tenancy": "person_key"}
"""The key that a row of answers is ordered by."""

WRITTEN = "FORMAT parquet, COMPRESSION zstd, DICTIONARY_SIZE_LIMIT 2000"
"""How parts are written: a column of many different days is smaller without a dictionary."""

Meanings = dict[str, dict[str, dict[str, list[Any]]]]
"""For each table and column, what its ``bits`` or ``numbers`` stand for."""


def answers(table: str) -> str:
    """The folder of one subject's answers.

    >>> answers("charge")
    'answers.charge.parquet'
    """
    return f"answers.{table}.parquet"


def part_name(number: int) -> str:
    """The file of one part, in any of the folders."""
    return f"part-{number:04}.parquet"


@dataclass(frozen=True)
class Results:
    """Results that are whole."""

    path: Path
    report: Mapping[str, Any]

    @classmethod
    def open(cls, path: Path) -> Results:
        """Open a folder of results.

        Raises:
            ResultsError: when it holds none, or they are not whole.
        """
        report = read_report(path)
        if report is None:
            begun = (path / WORK).is_dir()
            why = "a screening was begun there and not finished" if begun else f"it has no {REPORT}"
            msg = f"{path} holds no whole results: {why}. Run homeward screen --out {path}"
            raise ResultsError(msg)
        return cls(path, report)

    @property
    def dictionary(self) -> Meanings:
        """What the numbers and bits of each table stand for."""
        told: Meanings = read_json(self.path / DICTIONARY)["columns"]
        return told

    def parts(self, name: str) -> str:
        """The parts of one folder, as a pattern."""
        return str(self.path / name / "part-*.parquet")

    @property
    def tables(self) -> list[str]:
        """The subjects that there are answers about."""
        return [table for table in self.dictionary if (self.path / answers(table)).is_dir()]


def read_report(path: Path) -> dict[str, Any] | None:
    """The report of whole results, or None."""
    try:
        told: dict[str, Any] = read_json(path / REPORT)
    except FileNotFoundError:
        return None
    return told


def read_json(file: Path) -> Any:  # noqa: ANN401  whatever was written
    """A JSON file that we wrote.

    Raises:
        ResultsError: when it is not whole.
    """
    try:
        return json.loads(file.read_text(encoding="utf-8"))
    except ValueError as problem:
        msg = f"{file} cannot be read ({problem}). Remove it and screen again"
        raise ResultsError(msg) from None


def write_json(file: Path, told: object) -> None:
    """Write a JSON file at one stroke."""
    unfinished = file.with_name(f".{file.name}.{os.getpid()}")
    unfinished.write_text(json.dumps(told, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
    put(unfinished, file)


def put(unfinished: Path, file: Path) -> None:
    """Give a file that is fully written its name, so that it is seen whole or not at all."""
    with unfinished.open("rb") as written:
        os.fsync(written.fileno())
    unfinished.replace(file)


def publish(work: Path, out: Path, names: Sequence[str], beside: Sequence[str] = ()) -> None:
    """Move finished results from the work folder to their place, the report last.

    It may be killed at any moment: what is not yet moved is still in the work
    folder, and there is no report until all of it is. What was made ``beside`` the
    results goes into folders of its own beside theirs.
    """
    (out / REPORT).unlink(missing_ok=True)
    for old in (*out.glob("answers.*.parquet"), out / PEOPLE, out / FINGERPRINTS):
        if old.name not in names:
            remove(old)
    places = [(name, out / name) for name in names] + [(name, out.parent / name) for name in beside]
    for name, place in places:
        if (work / name).exists():
            remove(place)
            place.parent.mkdir(parents=True, exist_ok=True)
            (work / name).rename(place)
    (work / REPORT).replace(out / REPORT)
    shutil.rmtree(work)


def remove(path: Path) -> None:
    """Remove a file or a folder of parts, if it is there."""
    if path.is_dir() and not path.is_symlink():
        shutil.rmtree(path)
    else:
        path.unlink(missing_ok=True)
