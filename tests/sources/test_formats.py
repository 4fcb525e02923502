"""The same data in every form that can be read is the same store, row for row."""

import csv
import json
from datetime import date

import duckdb
import pandas as pd
import polars as pl
import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from homeward import law
from homeward.screen.store import Store
from homeward.sources import LoadWish, SourceError, load
from tests.sources.stores import rows

NEVER = date(2200, 12, 31)
PEOPLE = [
    {
        "person_id": "p1", "birth_date": date(1984, 2, 29), "cdl_holder": False,
        "prior_expungements.felony": 1,
        "alcohol_enforcement_contacts": [date(2020, 2, 29), date(2021, 1, 1)],
    },
    {
        "person_id": "p2", "birth_date": None, "cdl_holder": None,
        "prior_expungements.felony": None, "alcohol_enforcement_contacts": None,
    },
]  # fmt: skip
CASES = [
    {"case_id": "c1", "person_id": "p1", "county": 'St. "Genevieve", Ste.', "open": False},
    {"case_id": "c2", "person_id": "p1", "county": "Ñandú", "open": True},
    {"case_id": "c1", "person_id": "p2", "county": None, "open": None},
]
CHARGES = [
    {
        "person_id": "p1", "case_id": "c1", "charge_id": "1", "statute": "570.030",
        "severity": "felony", "offense_date": date(2020, 2, 29), "death_element": False,
        "sentence.years": 2.5, "sentence.consecutive_terms_years": [1.0, 0.5],
        "pardoned_on": date(2024, 2, 29),
    },
    {
        "person_id": "p1", "case_id": "c1", "charge_id": "2", "statute": "574.010",
        "severity": "unknown", "offense_date": None, "death_element": True,
        "sentence.years": None, "sentence.consecutive_terms_years": None, "pardoned_on": None,
    },
    {
        "person_id": "p1", "case_id": "c2", "charge_id": "1", "statute": None,
        "severity": "misdemeanor", "offense_date": date(1999, 12, 31), "death_element": None,
        "sentence.years": 30.0, "sentence.consecutive_terms_years": [4.0], "pardoned_on": None,
    },
    {
        "person_id": "p2", "case_id": "c1", "charge_id": "1", "statute": "570.030",
        "severity": None, "offense_date": date(2021, 3, 1), "death_element": None,
        "sentence.years": None, "sentence.consecutive_terms_years": None, "pardoned_on": None,
    },
]  # fmt: skip
TABLES = {"people": PEOPLE, "cases": CASES, "charges": CHARGES}

# Worked out by hand from what each fact declares of silence: NULL is not known, 1 is an unknown
# truth, and an event that a record would show has not happened.
STORED_PEOPLE = [
    {
        "person_id": "p1", "person.birth_date": date(1984, 2, 29), "person.cdl_holder": 0,
        "person.prior_expungements.felony": 1.0, "person.record_complete": 2,
        "person.alcohol_enforcement_contacts": [date(2020, 2, 29), date(2021, 1, 1)],
    },
    {
        "person_id": "p2", "person.birth_date": None, "person.cdl_holder": 1,
        "person.prior_expungements.felony": 0.0, "person.record_complete": 2,
        "person.alcohol_enforcement_contacts": [],
    },
]  # fmt: skip
STORED_CASES = [
    {
        "person_id": "p1", "case_id": "c1", "position": 0,
        "case.county": 'St. "Genevieve", Ste.', "case.open": 0,
    },
    {
        "person_id": "p1", "case_id": "c2", "position": 1,
        "case.county": "Ñandú", "case.open": 2,
    },
    {"person_id": "p2", "case_id": "c1", "position": 0, "case.county": None, "case.open": 0},
]  # fmt: skip
STORED_CHARGES = [
    {
        "person_id": "p1", "case_id": "c1", "charge_id": "1", "position": 0, "first_of_case": True,
        "charge.position": 1.0, "charge.statute": "570.030", "charge.severity": "felony",
        "charge.offense_date": date(2020, 2, 29), "charge.death_element": 0,
        "charge.sentence.years": 2.5, "charge.sentence.consecutive_terms_years": [1.0, 0.5],
        "charge.pardoned_on": date(2024, 2, 29),
    },
    {
        "person_id": "p1", "case_id": "c1", "charge_id": "2", "position": 1, "first_of_case": False,
        "charge.position": 2.0, "charge.statute": "574.010", "charge.severity": None,
        "charge.offense_date": None, "charge.death_element": 2, "charge.sentence.years": None,
        "charge.sentence.consecutive_terms_years": [], "charge.pardoned_on": NEVER,
    },
    {
        "person_id": "p1", "case_id": "c2", "charge_id": "1", "position": 2, "first_of_case": True,
        "charge.position": 3.0, "charge.statute": None, "charge.severity": "misdemeanor",
        "charge.offense_date": date(1999, 12, 31), "charge.death_element": 1,
        "charge.sentence.years": 30.0, "charge.sentence.consecutive_terms_years": [4.0],
        "charge.pardoned_on": NEVER,
    },
    {
        "person_id": "p2", "case_id": "c1", "charge_id": "1", "position": 0, "first_of_case": True,
        "charge.position": 1.0, "charge.statute": "570.030", "charge.severity": None,
        "charge.offense_date": date(2021, 3, 1), "charge.death_element": 1,
        "charge.sentence.years": None, "charge.sentence.consecutive_terms_years": [],
        "charge.pardoned_on": NEVER,
    },
]  # fmt: skip
STORED = {"people": STORED_PEOPLE, "cases": STORED_CASES, "charges": STORED_CHARGES}


def written(cell):
    """A cell as CSV holds it."""
    if isinstance(cell, list):
        return ";".join(map(str, cell))
    return "" if cell is None else str(cell)


def arrow(table):
    """A table as Arrow, each column with the type that its cells have."""
    names = TABLES[table][0]
    return pa.table({name: [row[name] for row in TABLES[table]] for name in names})


def flat():
    """One row a charge, with what is known of its case and its person."""
    person = {row["person_id"]: row for row in PEOPLE}
    case = {(row["person_id"], row["case_id"]): row for row in CASES}
    return [
        {**charge, **case[charge["person_id"], charge["case_id"]], **person[charge["person_id"]]}
        for charge in CHARGES
    ]


def records():
    """A record a person, without the facts that are not known."""
    for person in PEOPLE:
        own = [case for case in CASES if case["person_id"] == person["person_id"]]
        cases = [{**case, "charges": charges_of(case)} for case in own]
        yield nested({"person": person, "cases": cases})


def charges_of(case):
    ids = ("person_id", "case_id")
    return [charge for charge in CHARGES if all(charge[name] == case[name] for name in ids)]


def nested(value):
    """Dotted names as objects, days as text, and nothing of what is not known."""
    if isinstance(value, list):
        return [nested(item) for item in value]
    if not isinstance(value, dict):
        return str(value) if isinstance(value, date) else value
    found = {}
    for name, cell in value.items():
        *above, last = name.split(".")
        place = found
        for step in above:
            place = place.setdefault(step, {})
        if cell is not None and not (last == "person_id" and "case_id" in value):
            place[last] = nested(cell)
    return {name: cell for name, cell in found.items() if cell != {}}


def as_csv(folder, suffix=".csv", **form):
    for table, held in TABLES.items():
        with (folder / f"{table}{suffix}").open("w", newline="", encoding="utf-8") as file:
            writer = csv.writer(file, **form)
            writer.writerow(held[0])
            writer.writerows([written(cell) for cell in row.values()] for row in held)
    return [folder]


def as_flat_csv(folder):
    path = folder / "everything.csv"
    with path.open("w", newline="", encoding="utf-8") as file:
        writer = csv.DictWriter(file, flat()[0])
        writer.writeheader()
        writer.writerows({name: written(cell) for name, cell in row.items()} for row in flat())
    return [path]


def as_parquet(folder):
    for table in TABLES:
        pq.write_table(arrow(table), folder / f"{table}.parquet")
    return [folder / "*.parquet"]


def as_parquet_of_text(folder):
    for table, held in TABLES.items():
        texts = [{name: written(cell) or None for name, cell in row.items()} for row in held]
        pq.write_table(pa.Table.from_pylist(texts), folder / f"{table}.parquet")
    return [folder]


def as_arrow_file(folder):
    for table in TABLES:
        with pa.ipc.new_file(folder / f"{table}.arrow", arrow(table).schema) as file:
            file.write_table(arrow(table), max_chunksize=1)
    return [folder]


def as_arrow_stream(folder):
    for table in TABLES:
        with pa.ipc.new_stream(folder / f"{table}.arrows", arrow(table).schema) as file:
            file.write_table(arrow(table))
    return [folder / f"{table}.arrows" for table in TABLES]


def as_records(folder):
    path = folder / "people.jsonl"
    path.write_text("".join(json.dumps(record) + "\n" for record in records()))
    return [path]


def as_json_rows(folder):
    for table, held in TABLES.items():
        lines = [
            json.dumps({name: written_json(cell) for name, cell in row.items() if cell is not None})
            for row in held
        ]
        (folder / f"{table}.jsonl").write_text("\n".join(lines))
    return [f"{table}={folder / table}.jsonl" for table in TABLES]


def written_json(cell):
    if isinstance(cell, list):
        return [written_json(item) for item in cell]
    return str(cell) if isinstance(cell, date) else cell


def as_duckdb(folder):
    path = folder / "state.duckdb"
    with duckdb.connect(str(path)) as database:
        for table in TABLES:
            database.register("given", arrow(table))
            database.execute(f"CREATE TABLE {table} AS FROM given")
    return [path]


def as_pieces(folder):
    """One table over several files, whose columns do not stand in the same order."""
    as_csv(folder)
    charges = (folder / "charges.csv").read_text(encoding="utf-8").splitlines(keepends=True)
    (folder / "charges.csv").unlink()
    (folder / "charges-1.csv").write_text("".join(charges[:3]), encoding="utf-8")
    turned = [dict(reversed(row.items())) for row in CHARGES[2:]]
    pq.write_table(pa.Table.from_pylist(turned), folder / "charges-2.parquet")
    return [folder / "people.csv", folder / "cases.csv", str(folder / "charges-*")]


FORMS = {
    "CSV": as_csv,
    "CSV with semicolons, every cell in quotes": lambda folder: as_csv(
        folder, delimiter=";", quoting=csv.QUOTE_ALL
    ),
    "TSV": lambda folder: as_csv(folder, ".tsv", delimiter="\t"),
    "one flat CSV": as_flat_csv,
    "Parquet": as_parquet,
    "Parquet, all text": as_parquet_of_text,
    "Arrow file": as_arrow_file,
    "Arrow stream": as_arrow_stream,
    "records as JSON lines": as_records,
    "rows as JSON lines": as_json_rows,
    "DuckDB file": as_duckdb,
    "several files a table": as_pieces,
    "Arrow tables": lambda _: {table: arrow(table) for table in TABLES},
    "Polars frames": lambda _: {table: pl.DataFrame(held) for table, held in TABLES.items()},
    "lazy Polars frames": lambda _: {table: pl.LazyFrame(held) for table, held in TABLES.items()},
    "pandas frames": lambda _: {table: pd.DataFrame(held) for table, held in TABLES.items()},
    "a flat Polars frame": lambda _: pl.DataFrame(flat()),
    "a frame beside a file": lambda folder: {
        "people": pl.DataFrame(PEOPLE), "cases": arrow("cases"),
        "charges": as_parquet(folder)[0].parent / "charges.parquet",
    },
}  # fmt: skip


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("partitions", [1, 3])
def test_every_form_of_the_data_is_the_same_store(tmp_path, form, partitions):
    folder = tmp_path / "data"
    folder.mkdir()
    store = tmp_path / "store"
    loaded = load(FORMS[form](folder), LoadWish(store, partitions=partitions))
    assert loaded.set_aside == 0
    for table, expected in STORED.items():
        found = sorted(rows(store, table), key=lambda row: (row["person_id"], row.get("position")))
        assert found == expected
    Store.open(store, law.vocabulary())


def test_totals_add_up_and_are_kept_with_the_store(tmp_path):
    loaded = load({table: arrow(table) for table in TABLES}, LoadWish(tmp_path / "store"))
    read = {table: (total.read, total.kept) for table, total in loaded.totals.items()}
    assert read == {"people": (2, 2), "cases": (3, 3), "charges": (4, 4)}
    told = json.loads((tmp_path / "store" / "store.json").read_text())
    assert told["rows"] == {"people": 2, "cases": 3, "charges": 4, "set_aside": 0}
    assert told["loading"]["totals"]["cases"] == {"read": 3, "kept": 3, "set_aside": 0}


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        pytest.param(
            "charges.parquet", b"PAR1 and then nothing", "cannot be read", id="no Parquet"
        ),
        pytest.param("charges.arrow", b"nothing", "is not a whole Arrow file", id="no Arrow"),
        pytest.param("charges.duckdb", b"nothing at all", "cannot be opened", id="no DuckDB file"),
        pytest.param("charges.xlsx", b"", "of no kind that can be read", id="another kind of file"),
        pytest.param("charges.jsonl", b"", "is empty", id="an empty JSON file"),
        pytest.param("charges.csv", b"", "is empty", id="an empty CSV file"),
    ],
)
def test_a_file_that_cannot_be_used_stops_the_loading_before_it_begins(
    tmp_path, name, content, words
):
    (tmp_path / name).write_bytes(content)
    with pytest.raises(SourceError, match=words):
        load([tmp_path / name], LoadWish(tmp_path / "store"))
    assert not (tmp_path / "store").exists()


@pytest.mark.parametrize("kept", [0.3, 0.6, 0.99])
def test_a_truncated_parquet_file_leaves_no_store(tmp_path, kept):
    path = tmp_path / "charges.parquet"
    pq.write_table(arrow("charges"), path)
    path.write_bytes(path.read_bytes()[: int(path.stat().st_size * kept)])
    with pytest.raises(SourceError, match=r"charges\.parquet"):
        load([path], LoadWish(tmp_path / "store"))
    assert sorted(file.name for file in tmp_path.iterdir()) == ["charges.parquet"]


def test_a_parquet_file_with_spoiled_pages_leaves_no_store(tmp_path):
    path = tmp_path / "charges.parquet"
    pq.write_table(arrow("charges"), path, compression="zstd")
    content = bytearray(path.read_bytes())
    content[4:400] = bytes(396)  # the footer is whole, the first pages are not
    path.write_bytes(content)
    with pytest.raises(SourceError, match=r"charges\.parquet"):
        load([path], LoadWish(tmp_path / "store"))
    assert sorted(file.name for file in tmp_path.iterdir()) == ["charges.parquet"]


@pytest.mark.parametrize(
    ("data", "words"),
    [
        pytest.param([], "nothing to load", id="no file is named"),
        pytest.param(["none-*.csv"], "no such file", id="a glob without a file"),
        pytest.param(["none.csv"], "no such file", id="a file that is not there"),
        pytest.param({"crimes": "x.csv"}, '"crimes" is no table', id="an unknown table"),
        pytest.param({"charges": 7}, "no frame that is known", id="neither a frame nor a path"),
    ],
)
def test_data_that_is_not_there_is_named(tmp_path, data, words):
    with pytest.raises(Exception, match=words):
        load(data, LoadWish(tmp_path / "store"))


def test_a_duckdb_file_with_other_tables_must_say_which(tmp_path):
    path = tmp_path / "court.duckdb"
    with duckdb.connect(str(path)) as database:
        for name in ("a", "b"):
            database.register("given", arrow("charges"))
            database.execute(f"CREATE TABLE {name} AS FROM given")
    with pytest.raises(SourceError, match="which table"):
        load([path], LoadWish(tmp_path / "store"))
    loaded = load([f"charges={path}::b"], LoadWish(tmp_path / "store"))
    assert loaded.totals["charges"].kept == 4
