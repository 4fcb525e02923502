"""Stores of a few people for the tests: from records, as loading would write them."""

from __future__ import annotations

import json
import zlib
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

from homeward import law
from homeward.facts import read_record
from homeward.screen.loading import facts_of, tables_of
from homeward.screen.store import FOLDERS, SET_ASIDE, SET_ASIDE_COLUMNS, Description, part

CASES = Path(__file__).parent.parent / "cases" / "us-mo.jsonl"


def people():
    """The records of the cases for Missouri, each as a person of its own."""
    with CASES.open(encoding="utf-8") as lines:
        for number, line in enumerate(lines):
            told = json.loads(line)
            person = {**told.get("person", {}), "person_id": f"p{number:04}"}
            yield {"person": person, "cases": told.get("cases", [])}


def write_store(path, told, partitions=3, facts=None):
    """Write the store of some records (plain data); its path."""
    words = law.vocabulary()
    records = [read_record(one, words) for one in told]
    names = sorted(facts_of(records) if facts is None else facts)
    held = [words[name] for name in names if name.partition(".")[2] not in IDS]
    found = tables_of(records, held)
    tables = [table for table in found if table != "tenancy"]
    for table in tables:
        (path / FOLDERS[table]).mkdir(parents=True)
        rows = found[table]
        places = [zlib.crc32(row.encode()) % partitions for row in rows["person_id"].to_pylist()]
        for number in range(partitions):
            mine = rows.filter(pa.array([place == number for place in places], pa.bool_()))
            pq.write_table(mine, part(path, table, number))
    rows = {FOLDERS[table]: len(found[table]) for table in tables}
    (path / SET_ASIDE).write_text(",".join(SET_ASIDE_COLUMNS) + "\n")
    held_names = tuple(fact.name for fact in held)
    Description(partitions, {**rows, "set_aside": 0}, held_names, tables=tuple(tables)).write(path)
    return path


IDS = {"person_id", "case_id", "charge_id"}


def charge(charge_id="1", **facts):
    """A misdemeanor that was completed on 28 February 2022, with what a case changes."""
    return {
        "charge_id": charge_id, "statute": "574.010", "severity": "misdemeanor", "class": "B",
        "offense_date": "2021-03-05", "disposition": "convicted",
        "disposition_date": "2021-06-01", "disposition_completed_on": "2022-02-28",
        "obligations_satisfied_on": "2021-12-31", "requires_sex_registration": False,
        "death_element": False, "cdl_at_offense": False, **facts,
    }  # fmt: skip


def person(person_id, *charges, jurisdiction="us-mo", **facts):
    """A person with one case."""
    case = {"case_id": "c1", "jurisdiction": jurisdiction, "charges": list(charges)}
    return {"person": {"person_id": person_id, "cdl_holder": False, **facts}, "cases": [case]}


def rows_of(out, table="charge", folder=None):
    """The rows of one table of results, in order."""
    return pq.read_table(out / (folder or f"answers.{table}.parquet")).to_pylist()


def files_of(out):
    """Every file of results with its bytes, but for the report, which tells the time."""
    return {
        str(file.relative_to(out)): file.read_bytes()
        for file in sorted(out.rglob("*"))
        if file.is_file() and file.name not in ("report.json", ".lock")
    }
