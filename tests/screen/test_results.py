"""What is read from results: people, who is due, and a summary, each counted by hand."""

from datetime import date

import pytest
from click.testing import CliRunner

from homeward.cli import main
from homeward.screen.due import due
from homeward.screen.problem import ResultsError, WishError
from homeward.screen.results import Results
from homeward.screen.running import screen
from homeward.screen.status import STATUSES
from homeward.screen.summary import summary
from homeward.screen.wish import Wish
from tests.screen.stores import charge, person, rows_of, write_store

DAY = date(2026, 11, 23)
FIRST, LAST = date(1800, 1, 1), date(2200, 12, 31)
QUESTION = "clear.610_140"

NOW = charge()  # complete on 28 February 2022 and paid: one year later, RSMo 610.140.6(1)
LATER = charge(
    offense_date="2024-03-01",
    disposition_date="2025-06-01",
    disposition_completed_on="2025-12-01",
    obligations_satisfied_on="2025-12-01",
)
NEVER = charge(severity="felony", **{"class": "A"})  # RSMo 610.140.3(1)
UNPAID = charge(obligations_satisfied_on=None)  # RSMo 610.140.6(3), and nothing else is missing

PEOPLE = [
    person("now", NOW),
    person("later", LATER),
    person("never", NEVER),
    person("unpaid", UNPAID),
    person("elsewhere", NOW, jurisdiction="us-ks"),
    {"person": {"person_id": "nothing"}, "cases": []},
]


@pytest.fixture(scope="module")
def out(tmp_path_factory):
    folder = tmp_path_factory.mktemp("results")
    screen(write_store(folder / "store", PEOPLE), folder / "out", Wish(DAY, DAY, (), (QUESTION,)))
    return folder / "out"


@pytest.mark.parametrize(
    ("who", "counts", "all_clear", "look_up"),
    [
        pytest.param("now", {"now": 1}, (date(2023, 2, 28),) * 2, None, id="cleared since 2023"),
        pytest.param("later", {"later": 1}, (date(2026, 12, 1),) * 2, None, id="a week from now"),
        pytest.param("never", {"never": 1}, (LAST, LAST), None, id="a class A felony"),
        pytest.param("unpaid", {"unknown": 1}, (date(2023, 2, 28), LAST),
                     ("charge.obligations_satisfied_on", 1, 1), id="the day of payment is missing"),
        pytest.param("elsewhere", {"not_asked": 1}, (None, None), None, id="a place without rules"),
        pytest.param("nothing", {}, (FIRST, FIRST), None, id="no charge at all"),
    ],
)  # fmt: skip
def test_a_row_of_people(out, who, counts, all_clear, look_up):
    (row,) = [row for row in rows_of(out, folder="people.parquet") if row["person_id"] == who]
    statuses = dict.fromkeys(STATUSES, 0) | counts
    assert {name: row[name] for name in statuses} == statuses
    assert row["charges"] == sum(counts.values())
    assert (row["all_clear:soonest"], row["all_clear:latest"]) == all_clear
    found = (row["look_up"], row["look_up_settles"], row["look_up_touches"])
    assert found == (look_up or (None, 0, 0))


def test_the_fact_to_look_up_is_the_one_that_settles_the_most(tmp_path):
    """Three lack the payment alone; a fourth lacks the class too, which settles nothing alone."""
    lacking = [charge(str(n), obligations_satisfied_on=None, same_course_id="a") for n in range(3)]
    both = charge("3", obligations_satisfied_on=None, requires_sex_registration=None,
                  same_course_id="a")  # fmt: skip
    store = write_store(tmp_path / "store", [person("p", *lacking, both)])
    screen(store, tmp_path / "out", Wish(DAY, DAY, (), (QUESTION,)))
    (row,) = rows_of(tmp_path / "out", folder="people.parquet")
    assert row["unknown"] == 4
    assert row["look_up"] == "charge.obligations_satisfied_on"
    assert (row["look_up_settles"], row["look_up_touches"]) == (3, 4)


# --- due -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("first", "last", "found"),
    [
        pytest.param("2026-11-24", "2026-11-30", [], id="the day before the span ends"),
        pytest.param("2026-11-24", "2026-12-01", ["later"], id="the last day counts"),
        pytest.param("2026-12-01", "2026-12-31", ["later"], id="the first day counts"),
        pytest.param("2026-12-02", "2027-12-31", [], id="the day after"),
        pytest.param("2023-02-28", "2023-02-28", ["now"], id="a day that is past"),
    ],
)
def test_who_becomes_eligible(out, first, last, found):
    days = date.fromisoformat(first), date.fromisoformat(last)
    assert [one.person_id for one in due(Results.open(out), *days)] == found


def test_those_who_may_become_eligible_are_listed_when_they_are_asked_for(out):
    day = date(2023, 2, 28)
    found = {one.person_id: one for one in due(Results.open(out), day, day, perhaps=True)}
    assert set(found) == {"now", "unpaid"}
    assert found["unpaid"].how == "perhaps from"
    assert found["unpaid"].missing == ("charge.obligations_satisfied_on",)
    assert found["now"].missing == ()


def test_a_question_that_was_not_asked_is_named_with_those_that_were(out):
    with pytest.raises(WishError, match=r"closed.*clear\.610_140"):
        list(due(Results.open(out), DAY, DAY, ["closed"]))


def test_a_folder_without_results_is_named(tmp_path):
    with pytest.raises(ResultsError, match="homeward screen"):
        Results.open(tmp_path)


def call(*arguments):
    return CliRunner().invoke(main, [str(one) for one in arguments])


def test_due_as_text_and_as_csv(out):
    span = ("--between", "2026-12-01", "2026-12-31")
    assert call("due", out, *span).stdout == (
        "2026-12-01\n  later  c1/1  clear.610_140\n1 from 2026-12-01 to 2026-12-31\n"
    )
    done = call("due", out, *span, "--format", "csv")
    assert done.stdout == (
        "day,how,question,person_id,case_id,charge_id,missing\n"
        "2026-12-01,from,clear.610_140,later,c1,1,\n"
    )
    assert "1 from" in done.stderr


def test_a_span_that_ends_before_it_begins_is_refused(out):
    done = call("due", out, "--between", "2026-12-31", "2026-12-01")
    assert done.exit_code == 2
    assert "lies before" in done.stderr


def test_results_with_a_row_a_question_are_refused(tmp_path):
    store = write_store(tmp_path / "store", PEOPLE)
    screen(store, tmp_path / "out", Wish(DAY, questions=(QUESTION,), long=True))
    for command in (
        ["due", tmp_path / "out", "--between", DAY, DAY],
        ["summary", tmp_path / "out"],
    ):
        done = call(*command)
        assert done.exit_code == 2
        assert "without --long" in done.stderr


def test_without_a_question_about_charges_every_question_is_looked_at(tmp_path):
    store = write_store(tmp_path / "store", PEOPLE)
    screen(store, tmp_path / "out", Wish(DAY, questions=("limit.610_140",)))
    assert {"person_id": "now"} in rows_of(tmp_path / "out", folder="people.parquet")
    assert list(due(Results.open(tmp_path / "out"), DAY, DAY)) == []
    done = call("summary", tmp_path / "out")
    assert done.exit_code == 0
    assert "limit.610_140" in done.stdout
    assert "6  people" in done.stdout


# --- summary ---------------------------------------------------------------------------------


def test_a_summary_counts_what_there_is(out):
    found = summary(Results.open(out))
    assert found.statuses["charge"][QUESTION] == {
        "now": 1, "later": 1, "never": 1, "unknown": 1, "not_applicable": 0, "not_asked": 1,
    }  # fmt: skip
    assert found.people["people"] == 6
    assert found.people["have a charge"] == 5
    assert found.people["have a charge for which it holds now"] == 1
    assert found.curve[0] == (2026, 2, 3)
    assert found.curve[-1] == (2037, 2, 3)
    assert [(named["name"], rows) for named, rows in found.barring] == [("not_class_a_felony", 1)]
    assert [(named["cite"], rows) for named, rows in found.holding_back] == [
        ("RSMo 610.140.6(1)", 1)
    ]
    assert found.missing == [("charge.obligations_satisfied_on", 1)]


def test_a_summary_fits_one_screen_and_names_the_law(out):
    text = call("summary", out).stdout
    assert len(text.splitlines()) < 60
    assert "RSMo 610.140.3(1)" in text
    assert "the day the last fine, cost or restitution was paid" in text
    assert max(map(len, text.splitlines())) <= 96
