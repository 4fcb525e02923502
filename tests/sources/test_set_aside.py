"""Rows in error: set aside with their reasons, what hangs on them, and nothing lost."""

import hashlib
import itertools
import json

import pyarrow.parquet as pq
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from homeward.screen.store import SET_ASIDE_COLUMNS
from tests.sources.stores import aside, loaded, rows, write

PEOPLE = """
    person_id,birth_date
    p1,1985-04-12
    p2,1990-01-01
"""
CASES = """
    case_id,person_id,county
    c1,p1,Cole
    c2,p1,Boone
    c3,p2,Cole
"""
CHARGES = """
    charge_id,case_id,person_id,severity,offense_date
    1,c1,p1,felony,2020-02-29
    2,c1,p1,misdemeanor,2020-02-29
    1,c2,p1,felony,2021-01-01
    1,c3,p2,felony,2021-01-01
"""
WHOLE = {"people": PEOPLE, "cases": CASES, "charges": CHARGES}


def kept(store):
    """What is kept: people with their completeness, cases, charges."""
    return (
        {row["person_id"]: row["person.record_complete"] == 2 for row in rows(store, "people")},
        {(row["person_id"], row["case_id"]) for row in rows(store, "cases")},
        {(row["person_id"], row["case_id"], row["charge_id"]) for row in rows(store, "charges")},
    )


ALL_CASES = {("p1", "c1"), ("p1", "c2"), ("p2", "c3")}
ALL_CHARGES = {("p1", "c1", "1"), ("p1", "c1", "2"), ("p1", "c2", "1"), ("p2", "c3", "1")}
COMPLETE = {"p1": True, "p2": True}
BAD = [
    pytest.param(
        {},
        (COMPLETE, ALL_CASES, ALL_CHARGES),
        set(),
        id="nothing wrong",
    ),
    pytest.param(
        {"charges": CHARGES.replace("misdemeanor,2020-02-29", "misdemeanor,2021-02-29")},
        (
            {"p1": False, "p2": True},
            ALL_CASES - {("p1", "c1")},
            {("p1", "c2", "1"), ("p2", "c3", "1")},
        ),
        {
            (
                "charges.csv",
                "line 3",
                "charge.offense_date",
                "2021-02-29",
                "is not a day of the calendar",
            ),
            (
                "charges.csv",
                "line 2",
                "case.case_id",
                "c1",
                "is a case of which another charge was set aside",
            ),
            (
                "cases.csv",
                "line 2",
                "case.case_id",
                "c1",
                "is a case of which a charge was set aside",
            ),
        },
        id="a bad charge takes its case with it and the record is not complete",
    ),
    pytest.param(
        {"charges": CHARGES.replace("2,c1,p1,misdemeanor,2020-02-29", "2,c1,p1,Felony,soon")},
        (
            {"p1": False, "p2": True},
            ALL_CASES - {("p1", "c1")},
            {("p1", "c2", "1"), ("p2", "c3", "1")},
        ),
        {
            (
                "charges.csv",
                "line 3",
                "charge.severity",
                "Felony",
                "is not one of the words that this field knows",
            ),
            ("charges.csv", "line 3", "charge.offense_date", "soon", "is not a date"),
            (
                "charges.csv",
                "line 2",
                "case.case_id",
                "c1",
                "is a case of which another charge was set aside",
            ),
            (
                "cases.csv",
                "line 2",
                "case.case_id",
                "c1",
                "is a case of which a charge was set aside",
            ),
        },
        id="everything wrong with a row is told at once",
    ),
    pytest.param(
        {"people": PEOPLE.replace("1990-01-01", "1690-01-01")},
        ({"p1": True}, {("p1", "c1"), ("p1", "c2")}, ALL_CHARGES - {("p2", "c3", "1")}),
        {
            (
                "people.csv",
                "line 3",
                "person.birth_date",
                "1690-01-01",
                "lies outside 1800 to 2200",
            ),
            (
                "cases.csv",
                "line 4",
                "person.person_id",
                "p2",
                "is a person whose own row was set aside",
            ),
            (
                "charges.csv",
                "line 5",
                "person.person_id",
                "p2",
                "is a person whose own row was set aside",
            ),
        },
        id="a bad person takes everything of theirs with them, and nothing of others",
    ),
    pytest.param(
        {
            "cases": CASES.replace("case_id,person_id,county", "case_id,person_id,open")
            .replace("Cole", "true")
            .replace("Boone", "perhaps")
        },
        ({"p1": False, "p2": True}, ALL_CASES - {("p1", "c2")}, ALL_CHARGES - {("p1", "c2", "1")}),
        {
            ("cases.csv", "line 3", "case.open", "perhaps", "is neither true nor false"),
            (
                "charges.csv",
                "line 4",
                "case.case_id",
                "c2",
                "is a case whose own row was set aside",
            ),
        },
        id="a bad case takes its charges with it and the record is not complete",
    ),
    pytest.param(
        {"charges": CHARGES.replace("1,c3,p2,felony", "1,c9,p2,felony")},
        ({"p1": True, "p2": False}, ALL_CASES, ALL_CHARGES - {("p2", "c3", "1")}),
        {("charges.csv", "line 5", "case.case_id", "c9", "is not among the cases of this person")},
        id="a charge whose case is not there",
    ),
    pytest.param(
        {"charges": CHARGES.replace("1,c3,p2,felony", "1,c3,p9,felony")},
        (COMPLETE, ALL_CASES, ALL_CHARGES - {("p2", "c3", "1")}),
        {("charges.csv", "line 5", "person.person_id", "p9", "is not in the table of people")},
        id="a charge whose person is not there",
    ),
    pytest.param(
        {"cases": CASES.replace("c3,p2", "c3,p9")},
        ({"p1": True, "p2": False}, ALL_CASES - {("p2", "c3")}, ALL_CHARGES - {("p2", "c3", "1")}),
        {
            ("cases.csv", "line 4", "person.person_id", "p9", "is not in the table of people"),
            (
                "charges.csv",
                "line 5",
                "case.case_id",
                "c3",
                "is not among the cases of this person",
            ),
        },
        id="a case whose person is not there",
    ),
    pytest.param(
        {"charges": CHARGES.replace("2,c1,p1,misdemeanor", "1,c1,p1,misdemeanor")},
        (
            {"p1": False, "p2": True},
            ALL_CASES - {("p1", "c1")},
            {("p1", "c2", "1"), ("p2", "c3", "1")},
        ),
        {
            (
                "charges.csv",
                "line 2",
                "charge.charge_id",
                "1",
                "stands on several rows that do not say the same",
            ),
            (
                "charges.csv",
                "line 3",
                "charge.charge_id",
                "1",
                "stands on several rows that do not say the same",
            ),
            (
                "cases.csv",
                "line 2",
                "case.case_id",
                "c1",
                "is a case of which a charge was set aside",
            ),
        },
        id="an id of a charge that stands twice: nobody knows which row is right",
    ),
    pytest.param(
        {"charges": CHARGES + "1,c3,p2,felony,2021-01-01\n"},
        (COMPLETE, ALL_CASES, ALL_CHARGES),
        {
            (
                "charges.csv",
                "line 6",
                "charge.charge_id",
                "1",
                "stands twice, word for word; the first row is kept",
            )
        },
        id="a charge that stands twice word for word does no harm",
    ),
    pytest.param(
        {"people": PEOPLE + "p2,1990-01-02\n"},
        ({"p1": True}, {("p1", "c1"), ("p1", "c2")}, ALL_CHARGES - {("p2", "c3", "1")}),
        {
            (
                "people.csv",
                "line 3",
                "person.person_id",
                "p2",
                "stands on several rows that do not say the same",
            ),
            (
                "people.csv",
                "line 4",
                "person.person_id",
                "p2",
                "stands on several rows that do not say the same",
            ),
            (
                "cases.csv",
                "line 4",
                "person.person_id",
                "p2",
                "is a person whose own row was set aside",
            ),
            (
                "charges.csv",
                "line 5",
                "person.person_id",
                "p2",
                "is a person whose own row was set aside",
            ),
        },
        id="a person with two rows that differ",
    ),
    pytest.param(
        {"cases": CASES + "c3,p2,Cole\n"},
        (COMPLETE, ALL_CASES, ALL_CHARGES),
        {
            (
                "cases.csv",
                "line 5",
                "case.case_id",
                "c3",
                "stands twice, word for word; the first row is kept",
            )
        },
        id="a case that stands twice word for word does no harm",
    ),
    pytest.param(
        {"charges": CHARGES.replace("1,c3,p2,felony", "1,,p2,felony")},
        ({"p1": True, "p2": False}, ALL_CASES, ALL_CHARGES - {("p2", "c3", "1")}),
        {("charges.csv", "line 5", "case.case_id", "", "is empty")},
        id="a charge without a case",
    ),
    pytest.param(
        {"charges": CHARGES.replace("1,c3,p2,felony", "1,c3,,felony")},
        ({"p1": True, "p2": False}, ALL_CASES, ALL_CHARGES - {("p2", "c3", "1")}),
        {("charges.csv", "line 5", "person.person_id", "", "is empty")},
        id="a charge without a person marks whoever has that case",
    ),
    pytest.param(
        {"people": PEOPLE + ",1999-01-01\n"},
        (COMPLETE, ALL_CASES, ALL_CHARGES),
        {("people.csv", "line 4", "person.person_id", "", "is empty")},
        id="a person without an id",
    ),
    pytest.param(
        {"charges": CHARGES.replace("1,c3,p2,felony,2021-01-01", "1,c3,p2,felony")},
        ({"p1": True, "p2": False}, ALL_CASES, ALL_CHARGES - {("p2", "c3", "1")}),
        {
            (
                "charges.csv",
                "line 5",
                "",
                "1,c3,p2,felony",
                "has 4 cells where the first line names 5 columns",
            )
        },
        id="a line that is no row marks whoever is named in it",
    ),
    pytest.param(
        {"charges": CHARGES.replace("1,c3,p2,felony,2021-01-01", 'x,1,c3,p2,"felony,2021-01-01')},
        ({"p1": True, "p2": False}, ALL_CASES, ALL_CHARGES - {("p2", "c3", "1")}),
        {
            (
                "charges.csv",
                "line 5",
                "",
                'x,1,c3,p2,"felony,2021-01-01',
                "has a quotation mark in the wrong place",
            )
        },
        id="a line with an open quote marks whoever is named in it",
    ),
    pytest.param(
        {"charges": CHARGES.replace("1,c3,p2", ",c3,p2").replace("2,c1,p1", ",c1,p1")},
        (COMPLETE, ALL_CASES, ALL_CHARGES),
        set(),
        id="a charge without an id is known by its number in the case",
    ),
    pytest.param(
        {"charges": CHARGES.replace("1,c1,p1", "2,c1,p1").replace("2,c1,p1,misd", ",c1,p1,misd")},
        (COMPLETE, ALL_CASES, ALL_CHARGES - {("p1", "c1", "1")} | {("p1", "c1", "1000002")}),
        set(),
        id="a charge without an id, where another has its number for an id",
    ),
]


@pytest.mark.parametrize(("changed", "expected", "entries"), BAD)
@pytest.mark.parametrize("partitions", [1, 4])
def test_what_becomes_of_a_row_in_error(tmp_path, changed, expected, entries, partitions):
    paths = write(tmp_path, **(WHOLE | changed))
    result = loaded(tmp_path, paths, partitions=partitions)
    store = tmp_path / "store"
    assert kept(store) == expected
    found = [
        (entry["file"].rpartition("/")[2], *list(entry.values())[1:5]) for entry in aside(store)
    ]
    assert set(found) == entries
    assert all(entry["fix"] for entry in aside(store))
    assert result.set_aside == len({(file, row) for file, row, *_ in found})


def test_the_file_of_rows_that_were_set_aside_is_there_even_when_it_is_empty(tmp_path):
    loaded(tmp_path, write(tmp_path, **WHOLE))
    assert (tmp_path / "store" / "set_aside.csv").read_text().strip() == ",".join(SET_ASIDE_COLUMNS)


def test_entries_stand_in_the_order_of_the_files(tmp_path):
    charges = "charge_id,case_id,person_id,severity\n" + "".join(
        f"{n},c{n},p{n},bad{n}\n" for n in range(1, 40)
    )
    loaded(tmp_path, write(tmp_path, charges=charges), partitions=5)
    lines = [entry["row"] for entry in aside(tmp_path / "store")]
    assert lines == [f"line {n}" for n in range(2, 41)]


def test_exact_repeats_without_an_id_are_kept_for_nobody_can_tell_them_from_true_counts(tmp_path):
    charges = """
        person_id,case_id,severity
        p1,c1,felony
        p1,c1,felony
    """
    loaded(tmp_path, write(tmp_path, charges=charges))
    assert [row["charge_id"] for row in rows(tmp_path / "store", "charges")] == ["1", "2"]


def test_a_long_value_is_cut_in_the_file_of_rows_that_were_set_aside(tmp_path):
    charges = f"person_id,case_id,severity\np1,c1,{'x' * 5_000}\n"
    loaded(tmp_path, write(tmp_path, charges=charges))
    assert {
        len(entry["value"]) for entry in aside(tmp_path / "store") if "severity" in entry["field"]
    } == {200}


# --- records ------------------------------------------------------------------------


ANOTHER = "is a case of which another charge was set aside"
RECORDS = [
    {
        "person": {"person_id": "p1"},
        "cases": [
            {"case_id": "c1", "charges": [{"charge_id": "1"}, {"charge_id": "2", "class": []}]},
            {"case_id": "c2", "charges": [{"charge_id": "1"}]},
        ],
    },
    {"id": "p2", "person": {"birth_date": "1990-02-30"}, "cases": [{"charges": [{}]}]},
    {"id": "p3", "person": {}, "cases": [{"charges": [{}, {}]}], "tenancy": {}},
    {"id": "p4", "person": {}},
]  # fmt: skip


def test_records_in_error_are_set_aside_row_by_row_as_tables_are(tmp_path):
    path = tmp_path / "people.jsonl"
    path.write_text("\n".join(map(json.dumps, RECORDS)) + '\nnot json\n["no record"]\n')
    result = loaded(tmp_path, [path])
    people, cases, charges = kept(tmp_path / "store")
    assert people == {"p1": False, "p3": True}
    assert cases == {("p1", "c2"), ("p3", "c1")}
    assert charges == {("p1", "c2", "1"), ("p3", "c1", "1"), ("p3", "c1", "2")}
    found = {
        (entry["row"], entry["field"], entry["problem"]) for entry in aside(tmp_path / "store")
    }
    assert found >= {
        ("line 1, case c1, charge 2", "charge.class", "is not text"),
        ("line 1, case c1, charge 1", "case.case_id", ANOTHER),
        ("line 1, case c1", "case.case_id", "is a case of which a charge was set aside"),
        ("line 2", "person.birth_date", "is not a day of the calendar"),
        ("line 2, case c1", "person.person_id", "is a person whose own row was set aside"),
        ("line 4", "cases", "is missing"),
        ("line 6", "", "is not a record"),
    }  # fmt: skip
    assert [row for row, *_ in found].count("line 5") == 1
    assert {name: (total.read, total.kept) for name, total in result.totals.items()} == {
        "people": (6, 2), "cases": (4, 2), "charges": (6, 3), "tenancies": (1, 1),
    }  # fmt: skip


# --- flat tables ----------------------------------------------------------------------


FLAT = """
    person_id,case_id,severity,birth_date,county,deceased
    p1,c1,felony,1985-04-12,Cole,
    p1,c1,misdemeanor,,Cole,true
    p1,c2,felony,1985-04-12,,true
    p2,c1,felony,1990-01-01,Cole,
    p2,c1,felony,1990-01-02,Boone,
"""


def test_rows_of_a_flat_table_tell_of_their_case_and_person_together(tmp_path):
    loaded(tmp_path, write(tmp_path, charges=FLAT))
    store = tmp_path / "store"
    first, second = rows(store, "people")
    assert (str(first["person.birth_date"]), first["person.deceased"]) == ("1985-04-12", 2)
    assert (second["person.birth_date"], second["person.deceased"]) == (None, 0)
    assert [row["case.county"] for row in rows(store, "cases")] == ["Cole", None, None]


def test_rows_that_contradict_one_another_are_told_as_doubts(tmp_path):
    result = loaded(tmp_path, write(tmp_path, charges=FLAT))
    told = aside(tmp_path / "store", "doubts.csv")
    assert {(entry["row"], entry["field"], entry["value"]) for entry in told} == {
        ("line 5", "person.birth_date", "1990-01-01 and 1990-01-02"),
        ("line 5", "case.county", "Boone and Cole"),
    }
    assert result.set_aside == 0
    assert any("doubts.csv" in note for note in result.notes)


def test_a_contradicted_event_is_unknown_and_not_taken_as_not_having_happened(tmp_path):
    charges = "person_id,case_id,case.open\np1,c1,true\np1,c1,false\n"
    loaded(tmp_path, write(tmp_path, charges=charges))
    assert [row["case.open"] for row in rows(tmp_path / "store", "cases")] == [1]


# --- charges that know their person only through the case ---------------------------------


def test_charges_find_their_person_through_the_case(tmp_path):
    charges = "case_id,severity\nc1,felony\nc3,felony\nc9,felony\n"
    result = loaded(tmp_path, write(tmp_path, cases=CASES, charges=charges))
    assert kept(tmp_path / "store")[2] == {("p1", "c1", "1"), ("p2", "c3", "1")}
    told = [(entry["row"], entry["value"]) for entry in aside(tmp_path / "store")]
    assert told == [("line 4", "c9")]
    assert result.totals["charges"].set_aside == 1


def test_a_case_number_of_two_people_finds_nobody_and_marks_both(tmp_path):
    cases = CASES + "c3,p1,Cole\n"
    charges = "case_id,severity\nc1,felony\nc3,felony\n"
    loaded(tmp_path, write(tmp_path, cases=cases, charges=charges))
    people, _, charges = kept(tmp_path / "store")
    assert charges == {("p1", "c1", "1")}
    assert people == {"p1": False, "p2": False}


# --- nothing is lost --------------------------------------------------------------------


ids = st.sampled_from(["p1", "p2", "p3", ""])
numbers = st.sampled_from(["c1", "c2", ""])
days = st.sampled_from(["2020-02-29", "2021-02-29", "", "x"])
people_rows = st.lists(st.tuples(ids, days), max_size=5)
case_rows = st.lists(st.tuples(numbers, ids, days), max_size=6)
charge_rows = st.lists(
    st.tuples(st.sampled_from(["1", "2", ""]), numbers, ids, days, st.sampled_from(["", ",more"])),
    max_size=8,
)
counter = itertools.count()


@given(people=st.none() | people_rows, cases=st.none() | case_rows, charges=charge_rows,
       partitions=st.integers(1, 3))  # fmt: skip
@settings(max_examples=60)
def test_every_row_is_in_the_store_or_in_the_file_of_rows_set_aside(
    tmp_path_factory, people, cases, charges, partitions
):
    folder = tmp_path_factory.mktemp(f"any{next(counter)}")
    heads = {"people": "person_id,birth_date", "cases": "case_id,person_id,filed_on",
             "charges": "charge_id,case_id,person_id,offense_date,class"}  # fmt: skip
    given_rows = {"people": people, "cases": cases, "charges": charges}
    tables = {
        name: "\n".join(
            [heads[name], *(",".join(row).replace(",,more", ",A,more") for row in held)]
        )
        for name, held in given_rows.items()
        if held is not None
    }
    result = loaded(folder, write(folder, **tables), partitions=partitions)
    store = folder / "store"
    entries = {(entry["file"].rpartition("/")[2], entry["row"]) for entry in aside(store)}
    for name in tables:
        total = result.totals.get(name)
        lines = len([line for line in tables[name].splitlines()[1:] if line])
        assert (total.read if total else 0) == lines
        if total:
            assert total.kept == len(rows(store, name))
            assert total.set_aside == len([1 for file, _ in entries if file == f"{name}.csv"])
    people_kept = {row["person_id"] for row in rows(store, "people")}
    assert {row["person_id"] for row in rows(store, "charges")} <= people_kept
    cases_kept = {(row["person_id"], row["case_id"]) for row in rows(store, "cases")}
    assert {(row["person_id"], row["case_id"]) for row in rows(store, "charges")} <= cases_kept


# --- partitions -------------------------------------------------------------------------


def test_a_person_is_in_the_same_partition_whatever_else_there_is(tmp_path):
    people = ["p1", "p2", "Ñandú", "SYN-00000001"]
    charges = "person_id,case_id\n" + "".join(f"{person},c1\n" for person in people)
    loaded(tmp_path, write(tmp_path, charges=charges), partitions=7)
    for number in range(7):
        part = tmp_path / "store" / "people" / f"part-{number:04}.parquet"
        found = set(pq.read_table(part)["person_id"].to_pylist())
        digests = {
            name: hashlib.md5(name.encode(), usedforsecurity=False).digest() for name in people
        }
        expected = {
            name for name, digest in digests.items()
            if int.from_bytes(digest[8:], "little") % 7 == number
        }  # fmt: skip
        assert found == expected
