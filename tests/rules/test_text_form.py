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
        ("from charge.offense_date", "2018-01-01"),
        ("from charge.offense_date else charge.disposition_completed_on", "2018-01-01"),
        ("from charge.arrest_date else charge.disposition_completed_on", "2020-02-29"),
        ("1 years after charge.arrest_date else charge.disposition_completed_on", "2021-03-01"),
        ("charge.severity is in felony and from charge.offense_date", "2018-01-01"),
        ("charge.severity is in misdemeanor and from charge.offense_date", "never"),
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
        ("from charge.severity", "a date has to stand there"),
        ("from charge.offens_date", "did you mean charge.offense_date?"),
        ("from charge.offense_date else", "the condition ends where it needs a day"),
        ("as clear.100B", "there is no question about a charge clear.100B"),
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


# --- another way to meet a condition ------------------------------------------------------------

WAY = {"beside": "expungement/wait_since_completion", "name": "decided_long_ago",
       "says": "or: ten years since the case was decided",
       "asks": "10 years after charge.disposition_date"}  # fmt: skip


def with_way(**rows):
    return lay(law.body("us-mo"), [read_patch({"title": "More", "law": "us-mo", "way": [rows]})])


def test_another_way_stands_beside_the_condition_and_can_only_bring_forward():
    after = with_way(**WAY)
    names = [own.name for own in after.rules["us-mo/expungement"].conditions]
    before = [own.name for own in law.body("us-mo").rules["us-mo/expungement"].conditions]
    assert sorted(names) == sorted([*before, "decided_long_ago"])
    moves = Direction(law.body("us-mo"), after, date(2026, 11, 23))
    assert moves.of_rule("us-mo/expungement") is Moves.DOWN
    assert moves.of_rule("us-mo/automatic") is Moves.NOT


def test_what_another_question_answers_may_be_a_way():
    asks = {**WAY, "beside": "automatic/one_of_four", "asks": "as clear.610_140"}
    rule = with_way(**asks).rules["us-mo/automatic"]
    (way,) = [own for own in rule.conditions if own.name == "decided_long_ago"]
    assert way.tree.question == "clear.610_140"


@pytest.mark.parametrize(
    ("rows", "said"),
    [
        ({**WAY, "beside": "expungement/wait_since"}, "expungement/wait_since_completion?"),
        ({**WAY, "beside": "expungement"}, "beside is a condition"),
        ({**WAY, "name": "not_listed"}, "give the added one another name"),
        ({**WAY, "name": "two words"}, "a name of one word"),
        ({**WAY, "says": ""}, "says is missing"),
        ({**WAY, "asks": "10 years after charge.dispositon_date"}, "charge.disposition_date?"),
        ({**WAY, "asks": "as clear.automatc"}, "did you mean clear.automatic?"),
        ({**WAY, "besides": "x"}, "did you mean beside?"),
    ],
)  # fmt: skip
def test_a_way_that_cannot_be_is_said(rows, said):
    with pytest.raises(LawError) as problem:
        with_way(**rows)
    assert said in str(problem.value)


def test_a_way_that_goes_round_in_a_circle_is_refused():
    # what is sealed by mail asks nothing of what is sealed by itself; the other way round it would
    ways = [{"beside": "sealed-by-itself/not_guilty", "name": "a", "says": "a", "asks": asks}
            for asks in ("as clear.100A",)]  # fmt: skip
    once = read_patch({"title": "Once", "law": "us-ma", "way": ways})
    back = [{**ways[0], "beside": "sealing-by-mail/wait", "name": "b", "asks": "as clear.100C"}]
    again = read_patch({"title": "Again", "law": "us-ma", "way": back})
    lay(law.body("us-ma"), [once])
    with pytest.raises(LawError, match="goes round in a circle"):
        lay(law.body("us-ma"), [once, again])


def test_two_that_add_the_same_condition_are_in_conflict():
    with pytest.raises(LawError, match="both change"):
        lay(law.body("us-mo"), [patch(**TEXT), patch(**TEXT)])
