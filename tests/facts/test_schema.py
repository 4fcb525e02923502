"""The JSON Schema of a record: current, true to what ships, and as strict as the reader."""

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator
from scripts.docs_facts import PAGE, SCHEMA, page, schema

from homeward import law
from homeward.facts import RecordError, read_record
from homeward.facts.schema import record_schema

ROOT = Path(__file__).parents[2]
HINT = "out of date: run scripts/docs, read what changed, and commit it"

SCHEMA_OF_A_RECORD = record_schema(law.vocabulary())
VALIDATOR = Draft202012Validator(
    SCHEMA_OF_A_RECORD, format_checker=Draft202012Validator.FORMAT_CHECKER
)


def test_the_committed_schema_is_the_one_that_the_vocabulary_gives():
    assert SCHEMA.read_text(encoding="utf-8") == schema(), HINT


def test_the_committed_page_is_the_one_that_the_vocabulary_gives():
    assert PAGE.read_text(encoding="utf-8") == page(), HINT


def test_every_fact_is_on_the_page_once():
    text = page()
    assert all(text.count(f'<a id="{name}"></a>') == 1 for name in law.vocabulary())


def test_it_is_a_valid_schema():
    Draft202012Validator.check_schema(SCHEMA_OF_A_RECORD)


def records():
    """The example records and those of the cases of law; those of therapy are no records."""
    for path in sorted([*ROOT.glob("examples/*.json*"), *ROOT.glob("tests/cases/us*.jsonl")]):
        text = path.read_text(encoding="utf-8")
        lines = text.splitlines() if path.suffix == ".jsonl" else [text]
        for number, line in enumerate(lines, 1):
            yield pytest.param(json.loads(line), id=f"{path.name}:{number}")


@pytest.mark.parametrize("data", list(records()))
def test_every_record_that_ships_is_valid(data):
    assert not list(VALIDATOR.iter_errors(data))


# --- as strict as the reader ----------------------------------------------------------------------

FACTS = list(law.vocabulary().values())
IDS = ("person.person_id", "case.case_id", "charge.charge_id")
ODD_VALUES = (
    [None, True, False, 0, 3, -1, 1.5, 3.0, 10**20, 1e300, "", "x", "3", "felony", "unknown",
     "2021-03-01", "2021-02-29", "2021-3-1", "2021-W01-1", "1800-01-01", "2200-12-30",
     "2200-12-31", "1799-12-31", "2201-01-01", [], [3], ["2021-03-01"], ["2021-02-29"], [None],
     [[]], {}, {"x": 1}]
)  # fmt: skip
ODD = st.sampled_from(ODD_VALUES)


def example(fact):
    value = list(fact.example) if isinstance(fact.example, tuple) else fact.example
    return json.loads(json.dumps(value, default=str))


def row_of(table):
    """Facts of a row, most with their example and some with an odd value, nested or dotted."""
    facts = [fact for fact in FACTS if fact.table == table and fact.name not in IDS]
    return st.lists(
        st.tuples(st.sampled_from(facts), ODD | st.none(), st.booleans(), st.booleans()),
        max_size=4,
        unique_by=lambda entry: entry[0].name,
    ).map(_as_object)


def _as_object(entries):
    row = {}
    for fact, odd, is_odd, dotted in entries:
        *above, last = [fact.field] if dotted else fact.field.split(".")
        inner = row
        for name in above:
            inner = inner.setdefault(name, {})
        inner[last] = odd if is_odd else example(fact)
    return row


charges = st.lists(row_of("charge"), max_size=2)
rows_of_cases = st.tuples(row_of("case"), charges | ODD, st.booleans()).map(
    lambda made: {**made[0], "charges": made[1]} if made[2] else made[0]
)
made_records = st.fixed_dictionaries(
    {"cases": st.lists(rows_of_cases, max_size=2) | ODD},
    optional={
        "person": row_of("person") | ODD,
        "as_of": st.just("2026-11-23") | ODD,
        "law": st.just(["us-mo"]) | ODD,
        "with": ODD,
        "id": ODD,
        "tenancy": ODD,
    },
)


def is_read(data):
    try:
        read_record(data, law.vocabulary())
    except RecordError:
        return False
    return True


@given(made_records)
def test_what_the_reader_refuses_the_schema_refuses_and_the_other_way_round(data):
    assert is_read(data) == VALIDATOR.is_valid(data)


@pytest.mark.parametrize("fact", FACTS, ids=lambda fact: fact.name)
@pytest.mark.parametrize("dotted", [False, True], ids=["nested", "dotted"])
def test_an_odd_value_of_any_fact_is_refused_by_both_or_by_neither(fact, dotted):
    values = [*ODD_VALUES, example(fact), *fact.values, *fact.unknown_values]
    for value in values:
        row = _as_object([(fact, value, True, dotted)])
        data = {
            "person": {"cases": [], "person": row},
            "case": {"cases": [row]},
            "charge": {"cases": [{"charges": [row]}]},
            "tenancy": {"cases": [], "tenancy": row},
        }[fact.table]
        assert is_read(data) == VALIDATOR.is_valid(data), value


@pytest.mark.parametrize("fact", FACTS, ids=lambda fact: fact.name)
def test_every_name_of_a_fact_is_in_the_schema(fact):
    properties = SCHEMA_OF_A_RECORD["$defs"][fact.table]["properties"]
    for name in (fact.field, *fact.aliases):
        inner = properties
        *above, last = name.split(".")
        for step in above:
            inner = inner[step]["properties"]
        assert inner[last]["description"].lower().startswith(fact.says.lower())
        assert inner[last]["examples"] == [example(fact)]
