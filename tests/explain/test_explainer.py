"""Which day, which law and which questions are asked, and what the reader is told about that."""

from datetime import date

import pytest

from homeward.explain import Explainer, explain
from homeward.explain.engines import Engines
from homeward.facts import RecordError
from homeward.rules.problem import LawError
from tests.explain.people import a_person, cases, example

TODAY = date(2030, 1, 31)
ENGINES = Engines()
THEFT = {"charge_id": "1", "statute": "570.030", "severity": "felony", "class": "D",
         "disposition": "convicted", "disposition_date": "2015-06-01",
         "disposition_completed_on": "2016-06-01", "obligations_satisfied_on": "2016-06-01",
         "requires_sex_registration": False, "death_element": False}  # fmt: skip


def told(record, **choices):
    explainer = Explainer(today=TODAY, engines=ENGINES, **choices)
    return explainer.explain(explainer.read(record))


@pytest.mark.parametrize(
    ("flag", "own", "day"),
    [
        pytest.param("2024-05-05", "2026-11-23", "2024-05-05", id="the flag comes first"),
        pytest.param(None, "2026-11-23", "2026-11-23", id="then the record's own day"),
        pytest.param(None, None, "2030-01-31", id="then today"),
    ],
)
def test_the_day_to_answer_for(flag, own, day):
    as_of = None if flag is None else date.fromisoformat(flag)
    assert told(a_person(THEFT, as_of=own), as_of=as_of).as_of.isoformat() == day


def test_days_may_be_text_in_the_short_call():
    assert explain(a_person(THEFT), as_of="2024-05-05").as_of == date(2024, 5, 5)


def answer_to(told, question):
    return next(one for one in told.answers if one.rule == "*" and one.question == question)


def test_the_law_of_the_day_decides():
    """Three years since 28 August 2021, seven before: SB 26 of 2021."""
    record = a_person(THEFT)
    before = answer_to(told(record, as_of=date(2021, 6, 1), known_on=date(2021, 6, 1)),
                       "clear.610_140")  # fmt: skip
    after = answer_to(told(record, as_of=date(2021, 8, 28)), "clear.610_140")
    assert before.when[0] > date(2021, 8, 27)
    assert (after.status, after.when[0]) == ("now", date(2019, 6, 1))


def test_law_that_is_known_but_not_yet_in_force_counts_only_for_those_who_know_it():
    """610.141 was enacted in July 2026, is law from 28 August 2026, and operates by 2027."""
    (record,) = [one for one in cases() if one["id"] == "mo-s07"]
    day = date(2026, 8, 1)
    knows = answer_to(told(record, as_of=day, known_on=day), "clear.automatic")
    ignorant = answer_to(told(record, as_of=day, known_on=date(2026, 1, 1)), "clear.automatic")
    assert (knows.status, knows.when[0]) == ("later", date(2027, 1, 1))
    assert ignorant.status == "not_applicable"


def test_by_default_the_law_asked_is_that_of_the_cases():
    assert {one.rule.partition("/")[0] for one in told(a_person(THEFT)).answers} == {
        "us", "us-mo", "*",
    }  # fmt: skip


def test_a_record_may_name_the_law_and_a_flag_comes_before_it():
    record = a_person(THEFT, law=["us-wy"])
    assert {one.rule.partition("/")[0] for one in told(record).answers} == {"us", "*"}
    assert told(record, laws=["us-mo"]).answers


def test_a_place_without_rules_is_a_note_and_never_a_failure():
    record = a_person(THEFT)
    record["cases"].append({"case_id": "c2", "jurisdiction": "us-wy", "charges": [THEFT]})
    found = told(record)
    (note,) = [note for note in found.notes if "us-wy" in note]
    assert note.startswith("There are no rules for us-wy yet. Here is what is covered: ")
    assert "us-mo (Missouri)" in note
    assert {one.subject.case.id for one in found.answers if one.subject.table == "charge"} == {
        "c1", "c2",
    }  # fmt: skip


def test_a_record_without_a_place_says_what_to_do():
    record = {"person": {}, "cases": [{"case_id": "c1", "charges": [THEFT]}]}
    found = told(record)
    assert found.answers == []
    assert any("jurisdiction" in note and "--law" in note for note in found.notes)


SHORTER = {"title": "Two years for felonies", "law": "us-mo", "cite": "a made-up bill",
           "set": {"expunge.wait.felony_years": 2}}  # fmt: skip


def test_a_record_is_answered_under_the_changes_that_it_asks_for():
    """Three years from 1 June 2016 by the law; two by the change."""
    found = told(a_person(THEFT, **{"with": SHORTER}), as_of=date(2026, 11, 23))
    assert answer_to(found, "clear.610_140").when[0] == date(2018, 6, 1)
    assert any("was changed for these answers: Two years for felonies" in n for n in found.notes)
    as_it_stands = told(a_person(THEFT), as_of=date(2026, 11, 23))
    assert answer_to(as_it_stands, "clear.610_140").when[0] == date(2019, 6, 1)
    assert not any("changed" in note for note in as_it_stands.notes)


def test_changes_that_cannot_be_made_are_a_problem_of_the_record():
    with pytest.raises(RecordError, match=r"with: no changes to the law are called 'county'"):
        told(a_person(THEFT, **{"with": ["county"]}))
    wrong = {**SHORTER, "set": {"expunge.wait.felony_year": 2}}
    with pytest.raises(RecordError, match=r"did you mean expunge\.wait\.felony_years\?"):
        told(a_person(THEFT, **{"with": wrong}))


def test_changes_to_a_law_that_is_not_asked_are_named():
    other = {"title": "A county's choice", "law": "us-or"}
    notes = told(a_person(THEFT, **{"with": other})).notes
    assert "A county's choice changes us-or, which was not asked here." in notes


def test_only_the_questions_asked_are_answered():
    found = told(example("choose"), questions=["closed"])
    assert {one.question for one in found.answers} == {"closed"}


def test_a_family_asked_shows_its_routes_and_no_plan_for_what_was_not_asked():
    found = told(example("choose"), questions=["clear"])
    assert {"clear", "clear.610_140"} <= {one.question for one in found.answers}
    assert found.plans == []


def test_a_limit_asked_shows_its_plan():
    assert told(example("choose"), questions=["limit.610_140"]).plans


def test_a_question_that_no_rule_answers_anywhere_is_an_error_that_names_those_that_are():
    with pytest.raises(LawError, match=r"no rule answers 'clear.everything'; .*clear\.610_140"):
        told(a_person(THEFT), questions=["clear.everything"])


def test_a_question_that_another_place_answers_is_a_note():
    record = a_person(THEFT, law=["us-wy"])
    found = told(record, questions=["clear.610_140"])
    assert found.answers == []
    assert any("No rule of us answers clear.610_140" in note for note in found.notes)


@pytest.mark.parametrize(
    "words",
    [
        pytest.param("information, not legal advice", id="that it is no legal advice"),
        pytest.param("Missouri: the law of 23 November 2026", id="which law it is"),
        pytest.param("What a court or a board decides", id="what a court decides"),
    ],
)
@pytest.mark.parametrize("name", ["ten-years", "choose", "missing-dates", "already-closed"])
def test_every_page_says(name, words):
    found = told(example(name))
    assert sum(words in note for note in found.notes) == 1
    assert words in " ".join(found.as_text().split())


def test_a_reading_of_law_known_on_another_day_says_so():
    notes = told(a_person(THEFT), known_on=date(2026, 1, 1)).notes
    assert any("enacted by 1 January 2026" in note for note in notes)


def test_the_answers_to_one_record_do_not_depend_on_those_before_it():
    explainer = Explainer(today=TODAY, engines=ENGINES)
    first = explainer.explain(explainer.read(example("choose"))).as_line()
    for name in ("ten-years", "missing-dates", "already-closed"):
        explainer.explain(explainer.read(example(name)))
    assert explainer.explain(explainer.read(example("choose"))).as_line() == first


def test_a_file_that_asks_for_a_thousand_days_keeps_few_sessions():
    explainer = Explainer(today=TODAY, engines=ENGINES, questions=["closed"])
    for number in range(200):
        record = a_person(THEFT, as_of=date.fromordinal(738_000 + number).isoformat())
        explainer.explain(explainer.read(record))
    assert len(explainer._sessions) <= 64
