"""Conditions in their text form: what they mean, and what is refused with the nearest name."""

from datetime import date

import pytest

from homeward import law
from homeward.facts.vocabulary import core_vocabulary
from homeward.rules.patch import lay, read_patch
from homeward.rules.patch.direction import Direction
from homeward.rules.patch.moves import Moves
from homeward.rules.patch.text_form import Words, read_condition
from homeward.rules.problem import LawError
from tests.rules.bench import record, say, span

FACTS = {
    "severity": "felony", "class": "D", "disposition": "convicted",
    "disposition_completed_on": "2020-02-29", "offense_date": "2018-01-01",
    "obligations_outstanding": False, "death_element": False, "sentence.years": 4,
}  # fmt: skip


def read(text, subject="charge"):
    return read_condition(text, Words(core_vocabulary(), {"barred", "mild"}, subject))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("charge.severity is in felony", "always"),
        ("charge.severity is in misdemeanor, ordinance", "never"),
        ("charge.severity is not in misdemeanor", "always"),
        ("not charge.severity is in felony", "never"),
        ("charge.obligations_outstanding is no", "always"),
        ("charge.obligations_outstanding is yes", "never"),
        ("charge.offense_date is before 2018-01-02", "always"),
        ("charge.offense_date is before 2018-01-01", "never"),
        ("5 years after charge.disposition_completed_on", "2025-03-01"),
        ("6 months after charge.offense_date", "2018-07-01"),
        ("10 days after charge.offense_date", "2018-01-11"),
        ("charge.severity is in felony and charge.class is in A", "never"),
        ("charge.severity is in misdemeanor or charge.class is in D", "always"),
        ("charge.severity is in misdemeanor or 5 years after charge.disposition_completed_on",
         "2025-03-01"),
        ("charge.severity is in felony and 5 years after charge.disposition_completed_on",
         "2025-03-01"),
        ("(charge.class is in A or charge.class is in D) and not charge.death_element is yes",
         "always"),
        ("charge.class is in A and charge.class is in D or charge.sentence.years < 5", "always"),
    ],
)  # fmt: skip
def test_what_a_condition_means(text, expected):
    assert say(read(text), record(FACTS)).value == span(expected)


def test_a_missing_fact_leaves_it_open_and_is_named():
    found = say(read("charge.severity is in felony"), record({**FACTS, "severity": None}))
    assert (found.value, found.missing) == (span("unknown"), ["charge.severity"])


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("charge.severty is in felony", "did you mean charge.severity?"),
        ("charge.severity is in felonies", "did you mean felony?"),
        ("charge.statute is listed bared", "did you mean barred?"),
        ("5 yeers after charge.offense_date", "did you mean years?"),
        ("charge.severity in felony", "did you mean is?"),
        ("charge.severity is yes", "a truth has to stand there"),
        ("charge.obligations_outstanding is in felony", "a code has to stand there"),
        ("3 years after charge.severity", "a date has to stand there"),
        ("charge.severity is in felony charge.class", "cannot stand there; join claims"),
        ("(charge.severity is in felony", "the condition ends where it needs )"),
        ("", "the condition ends where it needs a fact"),
        ("not 5 years after charge.offense_date", "a wait is no claim"),
        ("charge.offense_date is before soon", "'soon' is not a day"),
        ("__import__('os')", "cannot be read"),
        ("charge.severity is in felony; drop", "cannot be read"),
    ],
)  # fmt: skip
def test_what_cannot_be_read_is_said(text, said):
    with pytest.raises(LawError) as problem:
        read(text)
    assert said in str(problem.value)


def test_a_rule_about_a_person_cannot_ask_of_a_charge():
    with pytest.raises(LawError, match="cannot be asked of a person"):
        read("charge.severity is in felony", subject="person")


# --- added to a rule --------------------------------------------------------------------------


def patch(**rows):
    return read_patch({"title": "More", "law": "us-mo", "add": [rows]})


def laid(**rows):
    return lay(law.body("us-mo"), [patch(**rows)])


TEXT = {"rule": "expungement", "name": "only_misdemeanors", "says": "it is a misdemeanor",
        "asks": "charge.severity is in misdemeanor"}  # fmt: skip


def test_an_added_condition_is_asked_for_beside_the_others():
    names = [own.name for own in laid(**TEXT).rules["us-mo/expungement"].conditions]
    before = [own.name for own in law.body("us-mo").rules["us-mo/expungement"].conditions]
    assert names == [*before, "only_misdemeanors"]


def test_a_condition_of_another_rule_can_be_asked_for_too():
    rule = laid(rule="automatic", like="expungement/not_listed").rules["us-mo/automatic"]
    assert rule.conditions[-1].name == "not_listed"
    assert rule.conditions[-1].cite.startswith("RSMo 610.140.3")


def test_it_can_only_put_off_and_never_bring_forward():
    moves = Direction(law.body("us-mo"), laid(**TEXT), date(2026, 11, 23))
    assert moves.of_rule("us-mo/expungement") is Moves.UP


def test_it_is_no_law_before_its_day():
    later = laid(**TEXT, **{"from": date(2028, 1, 1)})
    assert later.rules["us-mo/expungement"].conditions[-1].since == date(2028, 1, 1)


@pytest.mark.parametrize(
    ("rows", "said"),
    [
        ({**TEXT, "rule": "expungment"}, "did you mean expungement?"),
        ({**TEXT, "name": "not_listed"}, "give the added one another name"),
        ({**TEXT, "name": "two words"}, "a name of one word"),
        ({**TEXT, "like": "expungement/not_listed"}, "or like ="),
        ({"rule": "automatic", "like": "expungement/not_lsted"}, "expungement/not_listed?"),
        ({**TEXT, "says": ""}, "says is missing"),
        ({**TEXT, "ask": "x"}, "did you mean asks?"),
    ],
)  # fmt: skip
def test_what_cannot_be_added_is_said(rows, said):
    with pytest.raises(LawError) as problem:
        laid(**rows)
    assert said in str(problem.value)


def test_two_that_add_the_same_condition_are_in_conflict():
    with pytest.raises(LawError, match="both change"):
        lay(law.body("us-mo"), [patch(**TEXT), patch(**TEXT)])
