"""Changes laid over a body of law: what they reach, what they leave alone, and what is refused."""

import re
import tomllib
from datetime import date
from fractions import Fraction
from pathlib import Path

import pytest

from homeward import law
from homeward.rules import all_of, any_of, charge, condition, holds_if, param, since
from homeward.rules.patch import lay, read_patch
from homeward.rules.problem import LawError
from tests.rules.bench import a_body

START = date(2027, 1, 1)


@pytest.fixture
def body(tmp_path):
    """A body of law of one rule, two parameters and a list of three rows."""
    (tmp_path / "parameters.toml").write_text(
        """
        [wait.years]
        says = "Years to wait"
        unit = "years"
        cite = "Code 1"
        history = [
          { from = 2015-01-01, value = 7 },
          { from = 2021-08-28, value = 3 },
          { from = 2030-01-01, value = 1, enacted = 2026-01-01 },
        ]
        [share]
        says = "Share to serve"
        unit = "fraction"
        cite = "Code 2"
        history = [{ from = 2015-01-01, value = "1/3" }]
        [asked]
        says = "Whether it is asked"
        unit = "yes-no"
        cite = "Code 3"
        history = [{ from = 2015-01-01, value = true }]
        """,
        encoding="utf-8",
    )
    (tmp_path / "offenses.csv").write_text(
        "citation,tag,offense,severity,classes,from,until,cite,certainty,reading,note\n"
        "40.010,barred,,,,2015-01-01,,Code 4,high,,\n"
        "40.020,barred,,,,2015-01-01,,Code 4,high,,\n"
        "50.010,mild,,,,2015-01-01,,Code 5,high,,\n",
        encoding="utf-8",
    )
    body = a_body(tmp_path)

    @body.rule(
        "sealing", question="clear", subject="charge", cite="Code 1", since="2015-01-01",
        title="Sealing", holds="it can be sealed",
    )  # fmt: skip
    def sealing():
        """Sealing."""
        waited = since(charge("disposition_completed_on"), param("wait.years"), "years")
        return all_of(
            condition("wait", "Code 1", "years have passed", waited),
            any_of(
                condition("mild", "Code 5", "it is mild",
                          holds_if(charge("statute").tagged("mild"))),
                condition("not_barred", "Code 4", "it is not barred",
                          holds_if(~charge("statute").tagged("barred"))),
            ),
        )  # fmt: skip

    return body


def changes(**parts):
    return read_patch({"title": "A bill", "law": "us-zz", "cite": "Bill 1", **parts})


def years(body, day):
    return body.parameters["wait.years"].on(day).value


# --- numbers -----------------------------------------------------------------------------


def test_a_number_is_set_from_a_day_on_and_the_past_stays(body):
    changed = lay(body, [changes(**{"from": START, "set": {"wait": {"years": 2}}})])
    days = [date(2020, 1, 1), date(2026, 12, 31), START, date(2031, 1, 1)]
    assert [years(changed, day) for day in days] == [7, 3, 2, 2]
    assert [years(body, day) for day in days] == [7, 3, 3, 1], "the body itself stays as it was"


def test_without_a_day_it_has_always_been_so(body):
    assert years(lay(body, [changes(set={"wait.years": 2})]), date(2016, 1, 1)) == 2


def test_a_value_may_have_its_own_day_and_its_authority_is_named(body):
    one = {"wait.years": {"value": 2, "from": "2028-02-29"}}
    entry = lay(body, [changes(set=one)]).parameters["wait.years"].on(date(2028, 2, 29))
    assert (entry.value, entry.cite, entry.act) == (2, "Bill 1", "A bill")


@pytest.mark.parametrize(
    ("name", "value", "kept"),
    [
        ("share", "1/4", Fraction(1, 4)),
        ("share", 0.25, Fraction(1, 4)),
        ("asked", False, False),
        ("wait.years", 10, 10),
    ],
)
def test_a_value_of_the_right_kind(body, name, value, kept):
    found = lay(body, [changes(set={name: value})]).parameters[name].on(START).value
    assert (type(found), found) == (type(kept), kept)


@pytest.mark.parametrize(
    ("name", "value"), [("wait.years", True), ("wait.years", "long"), ("asked", 1)]
)
def test_a_value_of_another_kind_is_refused(body, name, value):
    with pytest.raises(LawError, match=f"{name} is set to {value!r}, and has to be like"):
        lay(body, [changes(set={name: value})])


# --- lists -------------------------------------------------------------------------------


def barred(body, citation, day=START):
    rows = (body.offenses.listed(citation) or {}).get("barred", [])
    return any(row.since <= day < row.until for row in rows)


def test_a_citation_is_put_on_a_list_and_another_is_taken_off(body):
    parts = {"list": {"barred": ["60.010"]}, "unlist": {"barred": ["40.010"]}}
    changed = lay(body, [changes(**{"from": START, **parts})])
    assert [barred(changed, one) for one in ("40.010", "40.020", "60.010")] == [False, True, True]
    before = date(2026, 12, 31)
    assert [barred(changed, one, before) for one in ("40.010", "60.010")] == [True, False]


def test_a_list_may_be_emptied_and_filled_again(body):
    changed = lay(body, [changes(empty=["barred"], list={"barred": [{"citation": "60"}]})])
    assert [barred(changed, one) for one in ("40.010", "40.020", "60.030")] == [False, False, True]


def test_what_is_not_on_the_list_cannot_be_taken_off(body):
    with pytest.raises(LawError, match=r"no row of the list barred 40\.011; did you mean 40\.010"):
        lay(body, [changes(unlist={"barred": ["40.011"]})])
    with pytest.raises(LawError, match="no list of offenses bared; did you mean barred"):
        lay(body, [changes(list={"bared": ["40.011"]})])


# --- conditions ---------------------------------------------------------------------------


@pytest.mark.parametrize("name", ["sealing/wait", "us-zz/sealing/wait"])
def test_a_condition_falls_from_a_day_on(body, name):
    rule = lay(body, [changes(**{"from": START, "drop": [name]})]).rules["us-zz/sealing"]
    wait = next(one for one in rule.conditions if one.name == "wait")
    assert (wait.in_force(date(2026, 12, 31)), wait.in_force(START)) == (True, False)
    others = [one for one in rule.conditions if one.name != "wait"]
    assert len(others) == 2
    assert all(one.in_force(START) for one in others)
    old = next(one for one in body.rules["us-zz/sealing"].conditions if one.name == "wait")
    assert old.in_force(START), "the body itself stays as it was"


def test_a_condition_that_is_not_there_is_refused_with_the_nearest(body):
    said = "the changes 'A bill': there is no condition sealing/waits; did you mean sealing/wait"
    with pytest.raises(LawError, match=said):
        lay(body, [changes(drop=["sealing/waits"])])


# --- several, and what is none ---------------------------------------------------------------


def test_two_changes_of_one_thing_are_a_conflict(body):
    two = [changes(set={"wait.years": 2}), changes(title="Another", set={"wait.years": 1})]
    with pytest.raises(LawError, match=r"'A bill' and 'Another' both change parameter wait\.years"):
        lay(body, two)


def test_two_changes_of_different_things_stack(body):
    two = [changes(set={"wait.years": 2}), changes(title="Another", set={"share": "1/2"})]
    changed = lay(body, two)
    assert years(changed, START) == 2
    assert changed.parameters["share"].on(START).value == Fraction(1, 2)


def test_changes_to_another_body_leave_this_one_as_it_is(body):
    assert lay(body, [changes(law="us-zy", set={"nothing": 1})]) is body


def test_options_fill_in_what_a_shipped_change_leaves_open(body):
    data = {"title": "County", "law": "us-zz", "set": {"wait.years": 9}, "empty": ["barred"],
            "options": {"years": "wait.years", "baseline.bar": {"list": "barred"}}}  # fmt: skip
    changed = lay(body, [read_patch(data, {"years": 4, "baseline": {"bar": ["70.010"]}})])
    assert years(changed, START) == 4
    assert [barred(changed, one) for one in ("40.010", "70.010")] == [False, True]
    assert years(lay(body, [read_patch(data)]), START) == 9
    with pytest.raises(LawError, match="there is no option 'year'; did you mean years"):
        read_patch(data, {"year": 4})


def test_the_example_of_the_documentation_fits_the_law():
    text = (Path(__file__).parents[2] / "docs" / "changes.md").read_text(encoding="utf-8")
    example = re.search(r"```toml\n(title.*?)```", text, re.DOTALL)
    patch = read_patch(tomllib.loads(example[1]))
    changed = law.body(patch.law, (patch,))
    assert [changed.parameters["expunge.wait.felony_years"].on(date(2027, 8, day)).value
            for day in (27, 28)] == [3, 2]  # fmt: skip


@pytest.mark.parametrize(
    ("parts", "said"),
    [
        pytest.param({"title": ""}, 'write title = "…"', id="no title"),
        pytest.param({"law": 7}, 'write law = "…"', id="no law"),
        pytest.param({"from": "soon"}, "'soon' is not a day", id="no day"),
        pytest.param({"set": [1]}, "set is a table", id="set is a list"),
        pytest.param({"set": {"wait.years": [1, 2]}}, "takes one number", id="two values"),
        pytest.param({"set": {"wait.years": {"value": 1, "form": 2}}}, "did you mean from",
                     id="a misspelled key inside"),
        pytest.param({"list": {"barred": "60.010"}}, "gets citations", id="one citation bare"),
        pytest.param({"list": {"barred": [7]}}, "not 7", id="a number as citation"),
        pytest.param({"list": ["60.010"]}, "list is a table", id="no tag"),
        pytest.param({"drop": "sealing/wait"}, "drop is a list of names", id="one name bare"),
        pytest.param({"remove": []}, "there is no 'remove'", id="a strange key"),
    ],
)  # fmt: skip
def test_what_cannot_be_read_is_said_in_a_sentence(parts, said):
    with pytest.raises(LawError, match=said):
        changes(**parts)
