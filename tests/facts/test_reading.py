"""Reading a record: what a value becomes, what silence means, what is said when it is wrong."""

from datetime import UTC, date, datetime
from typing import NamedTuple

import pytest

from homeward import law
from homeward.facts import Fact, RecordError, Truth, Vocabulary, read_record
from homeward.facts.absence import absent
from homeward.when import FIRST, LAST

DAY = date(2021, 3, 1)
UNKNOWN_DAY, NO_DAY = (FIRST, LAST), (LAST, LAST)


def record(person=None, case=None, charge=None, **top):
    """A record of one charge, with these fields."""
    charges = [{"charge_id": "1", **(charge or {})}]
    cases = [{"case_id": "c1", "charges": charges, **(case or {})}]
    return {"person": person or {}, "cases": cases, **top}


def read(data, **how):
    return read_record(data, law.vocabulary(), file="people.jsonl, line 3", **how)


def problems(data, **how):
    with pytest.raises(RecordError) as caught:
        read(data, **how)
    return caught.value.problems


def fact_of(data, name):
    found = read(data)
    return found.charges[0].holder(name.partition(".")[0]).facts.get(name)


# --- values ---------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "value", "typed"),
    [
        pytest.param("offense_date", "2021-03-01", (DAY, DAY), id="a day is a span of one"),
        pytest.param("offense_date", "2024-02-29", (date(2024, 2, 29),) * 2, id="a leap day"),
        pytest.param("offense_date", DAY, (DAY, DAY), id="a day from Python"),
        pytest.param("offense_date", "1800-01-02", (date(1800, 1, 2),) * 2, id="the first day"),
        pytest.param("offense_date", "2200-12-30", (date(2200, 12, 30),) * 2, id="the last day"),
        pytest.param("death_element", True, Truth.YES, id="yes"),
        pytest.param("death_element", False, Truth.NO, id="no"),
        pytest.param("weight_lb", 0.2, (0.2, 0.2), id="a number"),
        pytest.param("weight_lb", 0, (0, 0), id="nothing is a number"),
        pytest.param("severity", "felony", "felony", id="a word"),
        pytest.param("severity", " felony ", "felony", id="a word between spaces"),
        pytest.param("class", "D", "D", id="a letter"),
        pytest.param("class", 3, "3", id="a class that is a number"),
        pytest.param("class", 3.0, "3", id="a class out of a spreadsheet"),
        pytest.param("statute", "570.030", "570.030", id="a citation"),
    ],
)
def test_a_value_becomes(name, value, typed):
    assert fact_of(record(charge={name: value}), f"charge.{name}") == typed


@pytest.mark.parametrize(
    ("value", "typed"),
    [
        (["2020-03-03", "2021-03-01"], ((date(2020, 3, 3),) * 2, (DAY, DAY))),
        ("2021-03-01", ((DAY, DAY),)),
        ([], ()),
    ],
    ids=["a list of days", "one day alone", "an empty list is known to be empty"],
)
def test_a_list_becomes(value, typed):
    data = record(person={"alcohol_enforcement_contacts": value})
    assert fact_of(data, "person.alcohol_enforcement_contacts") == typed


@pytest.mark.parametrize(
    "written", [{"sentence": {"years": 3}}, {"sentence.years": 3}], ids=["nested", "with its dot"]
)
def test_a_fact_inside_an_object(written):
    assert fact_of(record(charge=written), "charge.sentence.years") == (3, 3)


def test_another_name_for_a_fact():
    found = read(record(charge={"registrable": True, "sentence": {"began_on": "2021-03-01"}}))
    facts = found.charges[0].facts
    assert facts["charge.requires_sex_registration"] == Truth.YES
    assert facts["charge.sentence.effective_start"] == (DAY, DAY)
    assert not found.notes


# --- silence, null and the word for it --------------------------------------------------------


class Meaning(NamedTuple):
    absence: str
    null: str


WORDS = Vocabulary(
    {
        f"charge.{kind}_{a}_{n}": Fact(
            f"charge.{kind}_{a}_{n}", kind, "x", when_absent=a, null_is=n, example="x",
            unknown_values=("unsure",) if kind == "code" else (),
        )
        for kind in ("date", "truth", "number", "code", "text", "citation", "dates", "numbers")
        for a in ("unknown", "none_recorded")
        for n in ("unknown", "none_recorded")
    }
    | dict(law.vocabulary())
)  # fmt: skip
UNKNOWN = {"date": UNKNOWN_DAY, "truth": Truth.UNKNOWN, "number": (float("-inf"), float("inf"))}
NONE = {
    "date": NO_DAY, "truth": Truth.NO, "number": (0, 0), "code": "", "text": "", "citation": "",
    "dates": (), "numbers": (),
}  # fmt: skip


def meant(name, charge):
    (row,) = read_record(record(charge=charge), WORDS).charges
    return row.facts.get(name, absent(WORDS[name]))


@pytest.mark.parametrize("kind", NONE)
@pytest.mark.parametrize("null_is", ["unknown", "none_recorded"])
@pytest.mark.parametrize("when_absent", ["unknown", "none_recorded"])
def test_silence_and_null_mean_what_is_declared(kind, when_absent, null_is):
    name = f"charge.{kind}_{when_absent}_{null_is}"
    field = name.removeprefix("charge.")
    meaning = {"unknown": UNKNOWN.get(kind), "none_recorded": NONE[kind]}
    assert meant(name, {}) == meaning[when_absent]
    assert meant(name, {field: None}) == meaning[null_is]
    if kind in ("code", "text", "citation"):
        assert meant(name, {field: "  "}) == meaning[null_is], "empty text says no more than null"
    if kind == "code":
        assert meant(name, {field: "unsure"}) is None, "the word for unknown is not silence"


@pytest.mark.parametrize(
    ("said", "complete"),
    [
        pytest.param({}, Truth.YES, id="silence is taken as complete"),
        pytest.param({"record_complete": None}, Truth.UNKNOWN, id="null is not known"),
        pytest.param({"record_complete": False}, Truth.NO, id="said to lack cases"),
    ],
)
def test_a_record_is_complete_unless_it_says_otherwise(said, complete):
    name = "person.record_complete"
    found = read(record(person=said)).person.facts
    assert found.get(name, absent(law.vocabulary()[name])) == complete


@pytest.mark.parametrize("order", [1, -1], ids=["null first", "null last"])
def test_a_null_beside_the_same_fact_under_another_name_says_nothing(order):
    pairs = [("registrable", True), ("requires_sex_registration", None)][::order]
    name = "charge.requires_sex_registration"
    assert fact_of(record(charge=dict(pairs)), name) == Truth.YES


# --- what is wrong, and how it is said ----------------------------------------------------------

MIDNIGHT = datetime(2021, 3, 1, tzinfo=UTC)
ON_CHARGE = "case c1, charge 1"
DATE_FIX = 'Write the day as "YYYY-MM-DD", like "2017-02-03"'
WORD_FIX = "Use one of: felony, misdemeanor, infraction, violation, ordinance, civil, other"


@pytest.mark.parametrize(
    ("field", "value", "shown", "problem", "fix"),
    [
        pytest.param("offense_date", "2021-02-29", "'2021-02-29'", "is not a day of the calendar",
                     DATE_FIX, id="29 February of a common year"),
        pytest.param("offense_date", "2100-02-29", "'2100-02-29'", "is not a day of the calendar",
                     DATE_FIX, id="2100 has no leap day"),
        pytest.param("offense_date", "2021-13-01", "'2021-13-01'", "is not a day of the calendar",
                     DATE_FIX, id="a thirteenth month"),
        pytest.param("offense_date", "03/01/2021", "'03/01/2021'", "is not a date", DATE_FIX,
                     id="the American order"),
        pytest.param("offense_date", "2021-3-1", "'2021-3-1'", "is not a date", DATE_FIX,
                     id="digits left out"),
        pytest.param("offense_date", "2021-W01-1", "'2021-W01-1'", "is not a date", DATE_FIX,
                     id="a week of the year"),
        pytest.param("offense_date", "20210301", "'20210301'", "is not a date", DATE_FIX,
                     id="no hyphens"),
        pytest.param("offense_date", "2021-03-01T00:00", "'2021-03-01T00:00'", "is not a date",
                     DATE_FIX, id="a time of day"),
        pytest.param("offense_date", MIDNIGHT, repr(MIDNIGHT)[:60] + "…",
                     "is not a date", DATE_FIX, id="a time from Python"),
        pytest.param("offense_date", "", "", "is not a date", DATE_FIX, id="an empty date"),
        pytest.param("offense_date", 20210301, "20210301", "is not a date", DATE_FIX,
                     id="a number for a day"),
        pytest.param("offense_date", "1800-01-01", "'1800-01-01'", "lies outside 1800 to 2200",
                     "Check the year", id="the day that stands for always"),
        pytest.param("offense_date", "2200-12-31", "'2200-12-31'", "lies outside 1800 to 2200",
                     "Check the year", id="the day that stands for never"),
        pytest.param("offense_date", "0219-05-01", "'0219-05-01'", "lies outside 1800 to 2200",
                     "Check the year", id="a slip in the year"),
        pytest.param("offense_date", {"year": 2021}, "{'year': 2021}", "is not a date", DATE_FIX,
                     id="an object for a day"),
        pytest.param("offense_date", ["2021-03-01"], "['2021-03-01']", "is not a date", DATE_FIX,
                     id="a list for a day"),
        pytest.param("death_element", "true", "'true'", "is neither true nor false",
                     "Write true or false without quotes", id="yes in quotes"),
        pytest.param("death_element", 1, "1", "is neither true nor false",
                     "Write true or false without quotes", id="1 for yes"),
        pytest.param("death_element", "", "", "is neither true nor false",
                     "or leave it out if not known", id="an empty yes or no"),
        pytest.param("weight_lb", True, "True", "is not a number",
                     "Write pounds as digits, like 0.2", id="yes for a number"),
        pytest.param("weight_lb", "0.2", "'0.2'", "is not a number", "Write pounds as digits",
                     id="a number in quotes"),
        pytest.param("weight_lb", float("nan"), "nan", "is not a number", "Write pounds as digits",
                     id="not a number"),
        pytest.param("weight_lb", float("inf"), "inf", "is outside 0 to 1000000",
                     "the unit is pounds", id="without end"),
        pytest.param("weight_lb", -0.1, "-0.1", "is outside 0 to 1000000", "the unit is pounds",
                     id="below the least"),
        pytest.param("weight_lb", 10**400, "a number of 1329 bits", "is outside 0 to 1000000",
                     "the unit is pounds", id="more digits than a float holds"),
        pytest.param("weight_lb", 10**5000, "a number of 16610 bits", "is outside 0 to 1000000",
                     "the unit is pounds", id="more digits than Python prints"),
        pytest.param("severity", "felonie", "'felonie'",
                     "is not one of the words that this field knows",
                     f'Did you mean "felony"? {WORD_FIX}', id="a word misspelled"),
        pytest.param("severity", "Felony", "'Felony'",
                     "is not one of the words that this field knows", 'Did you mean "felony"?',
                     id="a word with a capital"),
        pytest.param("severity", "xyz", "'xyz'", "is not one of the words that this field knows",
                     WORD_FIX, id="a word that is like no other"),
        pytest.param("severity", True, "True", "is not text", 'Write it in quotes, like "felony"',
                     id="yes for a word"),
        pytest.param("severity", 2, "2", "is not one of the words that this field knows", WORD_FIX,
                     id="a number for a word"),
        pytest.param("class", 1.5, "1.5", "is not text", "Write it in quotes", id="half a class"),
        pytest.param("statute", 10**5000, "a number of 16610 bits", "is not text",
                     "Write it in quotes", id="a citation of 5,000 digits"),
        pytest.param("statute", ["570.030"], "['570.030']", "is not text",
                     'Write it in quotes, like "565.021"', id="a list for a citation"),
        pytest.param("sentence", 3, "3", "is not an object",
                     'Write it as {"sentence": {"name": value, …}}', id="a number for an object"),
        pytest.param("sentence", [{"years": 3}], "[{'years': 3}]", "is not an object",
                     'Write it as {"sentence"', id="a list for an object"),
    ],
)  # fmt: skip
def test_a_value_outside_its_domain_is_named_with_its_place_and_the_fix(
    field, value, shown, problem, fix
):
    (found,) = problems(record(charge={field: value}))
    assert (found.file, found.row) == ("people.jsonl, line 3", ON_CHARGE)
    assert (found.field, found.value, found.problem) == (f"charge.{field}", shown, problem)
    assert fix in found.fix
    place = f"people.jsonl, line 3, {ON_CHARGE}: charge.{field}: {problem}"
    assert str(found).startswith(place)
    assert set(found.as_dict()) == {"file", "row", "field", "value", "problem", "fix"}


@pytest.mark.parametrize(
    ("person", "problem"),
    [
        pytest.param({"alcohol_enforcement_contacts": ["2020-03-03", "2021-02-29"]},
                     "entry 2 is not a day of the calendar", id="one day of a list"),
        pytest.param({"alcohol_enforcement_contacts": [None]}, "entry 1 is not a date",
                     id="null in a list"),
        pytest.param({"alcohol_enforcement_contacts": {"on": "2020-03-03"}}, "is not a date",
                     id="an object for a list"),
        pytest.param({"alcohol_enforcement_contacts": [["2020-03-03"]]}, "entry 1 is not a date",
                     id="a list in a list"),
    ],
)  # fmt: skip
def test_what_is_wrong_in_a_list(person, problem):
    (found,) = problems(record(person=person))
    assert (found.row, found.problem) == ("person", problem)
    assert "2020-03-03" in found.fix, "the example is one entry of the list"


@pytest.mark.parametrize(
    ("data", "row", "field", "problem"),
    [
        pytest.param([], "", "", "is not a record", id="a list"),
        pytest.param("x", "", "", "is not a record", id="a word"),
        pytest.param(None, "", "", "is not a record", id="nothing"),
        pytest.param({}, "", "cases", "is missing", id="no list of cases"),
        pytest.param({"cases": None}, "", "cases", "is missing", id="null for the list of cases"),
        pytest.param({"cases": {}}, "cases", "", "is not a list", id="an object of cases"),
        pytest.param({"cases": ["x"]}, "case 1", "", "is not an object", id="a word for a case"),
        pytest.param({"cases": [{"charges": 3}]}, "case 1: charges", "", "is not a list",
                     id="a number for the charges"),
        pytest.param({"cases": [{"charges": [[]]}]}, "case c1, charge 1", "", "is not an object",
                     id="a list for a charge"),
        pytest.param({"person": [], "cases": []}, "person", "", "is not an object",
                     id="a list for the person"),
        pytest.param({"person": 0, "cases": []}, "person", "", "is not an object",
                     id="0 for the person"),
        pytest.param({"tenancy": "rent", "cases": []}, "tenancy", "", "is not an object",
                     id="a word for the tenancy"),
        pytest.param({"as_of": "soon", "cases": []}, "", "as_of", "is not a date",
                     id="a day that is none"),
        pytest.param({"law": [3], "cases": []}, "", "law", "is not text", id="a number for a law"),
        pytest.param({"id": {}, "cases": []}, "", "id", "is not text", id="an object for an id"),
    ],
)  # fmt: skip
def test_a_record_of_another_shape(data, row, field, problem):
    (found,) = problems(data)
    assert (found.row, found.field, found.problem) == (row, field, problem)
    assert found.fix


def test_every_problem_of_a_record_is_told_at_once():
    data = record(person={"birth_date": "soon"}, case={"open": "no"}, charge={"severity": "felon"})
    assert [problem.field for problem in problems(data)] == [
        "person.birth_date", "case.open", "charge.severity",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("charge", "field", "problem"),
    [
        pytest.param({"requires_sex_registration": False, "registrable": True},
                     "charge.registrable",
                     "says otherwise than charge.requires_sex_registration", id="two names"),
        pytest.param({"sentence": {"years": 3}, "sentence.years": 4}, "charge.sentence.years",
                     "says otherwise than charge.sentence.years", id="an object and a dot"),
    ],
)  # fmt: skip
def test_one_fact_said_twice_and_differently(charge, field, problem):
    (found,) = problems(record(charge=charge))
    assert (found.field, found.problem, found.fix) == (field, problem, "Keep one of them")


def test_one_fact_said_twice_and_alike_is_no_problem():
    data = record(charge={"requires_sex_registration": True, "registrable": True})
    assert fact_of(data, "charge.requires_sex_registration") == Truth.YES


# --- ids --------------------------------------------------------------------------------------


def cases(*ids):
    return {"cases": [{} if one is None else {"case_id": one} for one in ids]}


@pytest.mark.parametrize(
    ("given", "read_as"),
    [
        ((None, None), ["c1", "c2"]),
        (("K7", None), ["K7", "c2"]),
        (("c2", None), ["c2", "c3"]),
        ((None, "c1"), ["c3", "c1"]),
        ((None, "c1", "c4"), ["c5", "c1", "c4"]),
        ((7, "8"), ["7", "8"]),
    ],
    ids=["no ids", "one id", "a later row has the number", "an earlier row", "both", "numbers"],
)
def test_a_row_without_an_id_gets_one_that_no_other_has(given, read_as):
    assert [case.id for case in read(cases(*given)).cases] == read_as


def test_an_id_that_stands_twice_is_a_problem_of_the_second_row():
    (found,) = problems(cases("K7", "K8", "K7"))
    assert (found.row, found.field, found.value) == ("case 3", "case.case_id", "'K7'")
    assert found.problem == "stands twice"


def test_charges_are_told_apart_within_their_case():
    charge = {"charge_id": "1"}
    twice = {"cases": [{"charges": [charge]}, {"charges": [charge, charge]}]}
    (found,) = problems(twice)
    assert (found.row, found.field) == ("case c2, charge 2", "charge.charge_id")


@pytest.mark.parametrize(
    ("data", "record_id", "person_id"),
    [
        ({"cases": []}, None, "person"),
        ({"id": "r1", "cases": []}, "r1", "r1"),
        ({"id": 7, "person": {"person_id": "p1"}, "cases": []}, "7", "p1"),
        ({"person": {"id": "p1"}, "cases": []}, None, "p1"),
        ({"id": " ", "cases": []}, None, "person"),
    ],
    ids=["none", "the record's", "both", "another name", "an empty one"],
)
def test_the_ids_of_a_record_and_its_person(data, record_id, person_id):
    found = read(data)
    assert (found.record_id, found.person_id) == (record_id, person_id)


def test_the_order_of_a_record_is_kept():
    data = {"cases": [{"charges": [{}, {}]}, {"charges": [{}]}]}
    found = read(data)
    assert [(row.key, row.position) for row in found.charges] == [
        ("c1/1", 0), ("c1/2", 1), ("c2/1", 2),
    ]  # fmt: skip
    assert [len(case.charges) for case in found.cases] == [2, 1]


# --- oddities ----------------------------------------------------------------------------------


def test_a_field_that_nobody_knows_is_named_with_the_nearest():
    (note,) = read(record(charge={"severety": "felony", "shoe_size": 9}, colour="red")).notes
    assert note == (
        "These fields are not known here and were not used: colour, "
        "charge.severety (did you mean charge.severity?), charge.shoe_size."
    )


def test_under_strict_such_a_field_is_a_problem():
    (found,) = problems(record(charge={"severety": "felony"}), strict=True)
    assert (found.row, found.field) == (ON_CHARGE, "charge.severety")
    assert found.fix == 'Did you mean "charge.severity"?'


def test_a_field_that_is_nested_without_end_is_one_that_nobody_knows():
    deep = {}
    for _ in range(200):
        deep = {"a": deep}
    (note,) = read(record(charge={"sentence": deep})).notes
    assert "charge.sentence.a.a" in note


@pytest.mark.parametrize(
    ("person", "charge", "said"),
    [
        pytest.param({}, {"offense_date": "2021-03-02", "arrest_date": "2021-03-01"},
                     "charge.arrest_date (2021-03-01) lies before charge.offense_date (2021-03-02)",
                     id="arrested the day before the conduct"),
        pytest.param({}, {"offense_date": "2021-03-02", "disposition_completed_on": "2021-03-01"},
                     "charge.disposition_completed_on (2021-03-01) lies before charge.offense_date",
                     id="done before the conduct, with nothing between"),
        pytest.param({"birth_date": "2021-03-02"}, {"offense_date": "2021-03-01"},
                     "charge.offense_date (2021-03-01) lies before person.birth_date (2021-03-02)",
                     id="before birth"),
    ],
)  # fmt: skip
def test_dates_in_a_strange_order(person, charge, said):
    (note,) = read(record(person=person, charge=charge)).notes
    assert said in note
    (found,) = problems(record(person=person, charge=charge), strict=True)
    assert found.problem.startswith("lies before")
    assert found.fix == "Check both dates against the court's paper"


@pytest.mark.parametrize(
    "charge",
    [
        {"offense_date": "2021-03-01", "arrest_date": "2021-03-01"},
        {"offense_date": "2021-03-01", "arrest_date": None, "disposition_date": "2021-03-02"},
    ],
    ids=["on one day", "a day between is not known"],
)
def test_dates_in_order_are_not_remarked(charge):
    assert not read(record(charge=charge)).notes


def test_what_the_record_asks_for():
    found = read({"cases": [], "as_of": "2026-11-23", "law": "us-mo", "with": ["a.toml", "b.toml"]})
    assert found.as_of == date(2026, 11, 23)
    assert (found.laws, found.overlays) == (("us-mo",), ("a.toml", "b.toml"))


@pytest.mark.parametrize(
    ("given", "asked"),
    [
        pytest.param({}, (), id="none asked for"),
        pytest.param({"with": None}, (), id="said to be none"),
        pytest.param({"with": "wide"}, ("wide",), id="one name"),
        pytest.param({"with": {"program": "wide"}}, ({"program": "wide"},), id="one object"),
        pytest.param({"rule": {"program": "wide"}}, ({"program": "wide"},), id="as cases have it"),
        pytest.param({"parameter_set": "default"}, (), id="the law as it stands, by name"),
    ],
)
def test_changes_to_the_law_that_a_record_asks_for(given, asked):
    assert read({"cases": [], **given}).overlays == asked


def test_what_is_no_change_to_the_law_is_a_problem():
    (found,) = problems({"cases": [], "with": [7]})
    assert (found.field, found.problem) == ("with", "is no change to the law")
