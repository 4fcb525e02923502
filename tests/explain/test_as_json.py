"""The JSON of an explanation: the documented shape, however it is written."""

import json

import pytest
from jsonschema import Draft202012Validator

from homeward.explain import explain
from tests.explain.people import ROOT, a_person, everybody, example

SCHEMA = json.loads((ROOT / "docs" / "explanation.schema.json").read_text(encoding="utf-8"))
SHAPE = Draft202012Validator(
    {**SCHEMA["$defs"]["explanation"], "$defs": SCHEMA["$defs"]},
    format_checker=Draft202012Validator.FORMAT_CHECKER,
)
PEOPLE = [pytest.param(one, id=str(one.get("id"))) for one in everybody()]


def test_the_schema_is_one():
    Draft202012Validator.check_schema(SCHEMA)


@pytest.mark.parametrize("record", PEOPLE)
def test_every_answer_has_the_documented_shape(record):
    assert [problem.message for problem in SHAPE.iter_errors(explain(record).as_dict())] == []


@pytest.mark.parametrize("record", PEOPLE)
def test_a_line_says_the_same_as_the_dictionary(record):
    told = explain(record)
    line = told.as_line()
    assert "\n" not in line
    assert json.loads(line) == told.as_dict()


def test_quotes_and_other_scripts_in_a_record_come_through_a_line():
    charge = {"charge_id": 'x"y\\', "description": "dommages à la propriété 🏠\n", "statute": "§"}
    told = explain(a_person(charge, id='a "quoted" id'))
    assert json.loads(told.as_line()) == told.as_dict()
    assert told.as_dict()["id"] == 'a "quoted" id'


def answers_of(name, **wanted):
    answers = explain(example(name)).as_dict()["answers"]
    return [one for one in answers if all(one[key] == value for key, value in wanted.items())]


def test_each_rule_has_its_row_and_every_question_one_for_all_of_them():
    rows = {}
    for one in answers_of("choose"):
        subject = tuple(sorted(one["subject"].items()))
        rows.setdefault((one["question"], subject), []).append(one["rule"])
    for (question, _), rules in rows.items():
        assert rules[-1] == "*"
        assert rules.count("*") == 1
        assert len(rules) > 1 or question == "clear"  # a family has no rule of its own


def test_a_family_is_the_earliest_of_its_routes():
    subject = {"kind": "charge", "id": "1", "case_id": "13-CR-0455"}
    routes = [one for one in answers_of("choose", subject=subject)
              if one["question"].startswith("clear.") and one["rule"] != "*"
              and one["status"] != "not_applicable"]  # fmt: skip
    (family,) = answers_of("choose", subject=subject, question="clear")
    order = {"always": "0000", "never": "9999"}
    days = [order.get(one["soonest"], one["soonest"]) for one in routes]
    assert order.get(family["soonest"], family["soonest"]) == min(days)


def test_every_condition_has_a_citation_and_what_is_weighed_has_no_date():
    for answer in answers_of("missing-dates"):
        for one in answer["conditions"]:
            assert one["cite"]
            assert (one["soonest"] is None) == (one["latest"] is None)
    weighed = [one for answer in answers_of("missing-dates", rule="us-mo/expungement")
               for one in answer["conditions"] if one["soonest"] is None]  # fmt: skip
    assert {one["cite"] for one in weighed} == {"RSMo 610.140.6(5)", "RSMo 610.140.6(6)"}


def test_a_condition_names_the_recorded_facts_it_rests_on():
    subject = {"kind": "charge", "id": "1", "case_id": "24-CR-0031"}
    (answer,) = answers_of("missing-dates", subject=subject, rule="us-mo/expungement")
    facts = {one["name"]: one["facts"] for one in answer["conditions"]}
    assert facts["wait_since_completion"]["charge.disposition_completed_on"] == "2025-06-01"


def test_of_the_other_charges_only_the_one_that_decides_is_named():
    """610.140.6(2) turns on the last finding of guilt: that of 1 June 2024."""
    subject = {"kind": "charge", "id": "1", "case_id": "17-CR-0900"}
    (answer,) = answers_of("missing-dates", subject=subject, rule="us-mo/expungement")
    facts = {one["name"]: one["facts"] for one in answer["conditions"]}["no_other_guilt"]
    days = {name: value for name, value in facts.items() if "disposition_date" in name}
    assert days == {"charge.disposition_date@24-CR-0031/1": "2024-06-01"}


def test_a_missing_fact_of_another_charge_says_whose_it_is():
    """Whether the other charge broke the clean years depends on when it was decided."""
    mine = {"charge_id": "1", "statute": "570.030", "severity": "felony", "class": "D",
            "disposition": "convicted", "disposition_date": "2015-06-01",
            "disposition_completed_on": "2016-06-01", "obligations_satisfied_on": "2016-06-01",
            "requires_sex_registration": False, "death_element": False}  # fmt: skip
    other = {**mine, "charge_id": "2", "disposition_date": None, "class": "E"}
    answers = explain(a_person(mine, other), questions=["clear.610_140"]).as_dict()["answers"]
    (answer,) = [one for one in answers if one["rule"] == "*" and one["subject"]["id"] == "1"]
    assert "charge.disposition_date@c1/2" in answer["missing"]
    assert "charge.disposition_date" not in answer["missing"]
