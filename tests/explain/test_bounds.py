"""A fact that goes missing only widens an answer, and is named where the answer turned on it."""

import copy

import pytest

from homeward import law
from homeward.explain import Explainer
from tests.explain.people import cases, example

EXPLAINER = Explainer()
VOCABULARY = law.vocabulary()
KEPT = {"case.jurisdiction", "case.case_id", "charge.charge_id", "person.person_id"}


def answers(record):
    """The span, status and missing facts of each question about each row."""
    told = EXPLAINER.explain(EXPLAINER.read({**record, "law": ["us-mo"]}))
    return {
        (one.question, one.subject.table, one.subject.key): one
        for one in told.answers
        if one.rule == "*"
    }


def known_facts(record):
    """Every fact that the record knows and could lack: where it stands, and its name."""
    places = [("person", record["person"])]
    for case in record["cases"]:
        places.append(("case", case))
        places += [("charge", charge) for charge in case.get("charges", [])]
    for number, (table, row) in enumerate(places):
        for name, value in leaves(table, row):
            may_lack = name in VOCABULARY and VOCABULARY[name].null_is == "unknown"
            if value is not None and may_lack and name not in KEPT:
                yield number, name


def leaves(prefix, row):
    """Each fact of a row with its full name."""
    for key, value in row.items():
        name = f"{prefix}.{key}"
        if isinstance(value, dict) and name not in VOCABULARY:
            yield from leaves(name, value)
        elif key != "charges":
            yield name, value


def without(record, place, name):
    """The record with one fact not known."""
    record = copy.deepcopy(record)
    places = [record["person"]]
    for case in record["cases"]:
        places += [case, *case.get("charges", [])]
    *path, last = name.split(".")[1:]
    row = places[place]
    for key in path:
        row = row[key]
    row[last] = None
    return record


PEOPLE = {one["id"]: one for one in (*cases(), example("choose"), example("missing-dates"))}
LOST = [
    pytest.param(name, place, fact, id=f"{name} without {fact} of row {place}")
    for name, record in PEOPLE.items()
    for place, fact in known_facts(record)
]
WHOLE = {name: answers(record) for name, record in PEOPLE.items()}


@pytest.mark.parametrize(("who", "place", "fact"), LOST)
def test_a_fact_that_goes_missing_only_widens_and_is_named(who, place, fact):
    before, after = WHOLE[who], answers(without(PEOPLE[who], place, fact))
    assert before.keys() == after.keys()
    for key, known in before.items():
        lacking = after[key]
        if "not_applicable" in (known.status, lacking.status):
            continue  # whether a question is worth asking may turn on what the record states
        assert lacking.when[0] <= known.when[0], key
        assert known.when[1] <= lacking.when[1], key
        if lacking.when != known.when:
            named = {name.partition("@")[0] for name in lacking.missing}
            assert VOCABULARY[fact].name in named, (key, lacking.missing)
