"""What the language must be able to say: each notion of a statute with records on both sides."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest
from scripts.docs_examples import words

from homeward.rules import (
    ITSELF,
    all_of,
    any_of,
    at_least,
    before,
    birthday,
    both,
    bounded,
    business_days,
    by_highest,
    charge,
    charges_of_person,
    choose,
    claim,
    count,
    days_served,
    earliest,
    every,
    exists,
    first_match,
    group_of,
    had_passed,
    holds_if,
    in_mean_years,
    latest,
    limb,
    months_of,
    next_after,
    nth_latest,
    number,
    on_the_same_day,
    other_charges,
    previous_before,
    reading,
    recorded,
    same,
    served,
    since,
    this,
    waits_while,
)
from homeward.rules.dates import ever, on
from homeward.rules.node import Node
from homeward.rules.problem import LawError
from homeward.rules.truth import Compare
from homeward.rules.wording import pattern
from tests.rules.bench import record, say, span

NO, MAYBE, YES = 0, 1, 2
CONVICTED = charge("disposition").is_in("convicted")
FELONY = charge("severity").is_in("felony")
DECIDED, OFFENSE = charge("disposition_date"), charge("offense_date")
DONE, ARRESTED = charge("disposition_completed_on"), charge("arrest_date")
STARTED, YEARS = charge("sentence.effective_start"), charge("sentence.years")


def test_each_line_of_the_page_can_be_written():
    """The table "How to say it" is built, line by line."""
    page = (Path(__file__).parents[2] / "docs" / "language.md").read_text(encoding="utf-8")
    table = page.partition("## How to say it")[2].partition("\n## ")[0]
    lines = re.findall(r"^\| (.*?) \| `(.*)` \|$", table, re.MULTILINE)
    assert len(lines) >= 30
    for said, written in lines:
        assert isinstance(eval(written, words()), Node), said  # noqa: S307  our own page


# --- waits ----------------------------------------------------------------------------------

THREE_YEARS = since(DONE, number(3), "years")


@pytest.mark.parametrize(
    ("node", "facts", "expected"),
    [
        pytest.param(THREE_YEARS, {"disposition_completed_on": "2021-03-01"}, "2024-03-01",
                     id="three years end on the day itself"),
        pytest.param(THREE_YEARS, {"disposition_completed_on": "2024-02-29"}, "2027-03-01",
                     id="a leap day rounds forward here"),
        pytest.param(THREE_YEARS, {}, "unknown", id="no start, no end"),
        pytest.param(since(DONE, number(3), "years", "day_after"),
                     {"disposition_completed_on": "2021-03-01"}, "2024-03-02",
                     id="more than three years take a day more"),
        pytest.param(since(DONE, number(90), "days"), {"disposition_completed_on": "2021-03-01"},
                     "2021-05-30", id="ninety days"),
        pytest.param(since(DONE, in_mean_years(number(7)), "days"),
                     {"disposition_completed_on": "2014-01-01"},
                     # 7 x 365.2425 = 2556.6975 days: the 2557th is the first that is not within
                     "2021-01-01", id="seven mean years, here as long as seven on the calendar"),
        pytest.param(since(DONE, in_mean_years(number(3)), "days"),
                     {"disposition_completed_on": "2024-01-01"},
                     # 3 x 365.2425 = 1095.7275: 1,096 days, and 2024 alone has 366
                     "2027-01-01", id="three mean years from a leap year"),
        pytest.param(since(DONE, in_mean_years(number(3)), "days"),
                     {"disposition_completed_on": "2021-01-01"},
                     "2024-01-02", id="and a day longer than three common years"),
        pytest.param(business_days(DONE, number(2), holidays=frozenset({date(2026, 11, 26)})),
                     {"disposition_completed_on": "2026-11-25"}, "2026-11-30",
                     id="two business days over a holiday and a weekend"),
        pytest.param(business_days(DONE, number(2)), {}, "unknown", id="from a day not known"),
    ],
)  # fmt: skip
def test_waits(node, facts, expected):
    assert say(node, record(facts)).value == span(expected)


@pytest.mark.parametrize(
    ("decided", "expected"),
    [
        ("2022-02-28", "never"),
        ("2022-03-01", "always"),
        ("2030-01-01", "always"),
        (None, "unknown"),
    ],
    ids=["the day before the year was over", "on the day", "long after", "not known"],
)
def test_a_wait_measured_at_another_day_does_not_end_by_waiting(decided, expected):
    node = had_passed(ARRESTED, number(1), "years", measured_at=DECIDED)
    found = record({"arrest_date": "2021-03-01", "disposition_date": decided})
    assert say(node, found).value == span(expected)
    assert say(node, found).missing == ([] if decided else ["charge.disposition_date"])


@pytest.mark.parametrize(
    ("born", "expected"),
    [("2008-03-01", "2026-03-01"), ("2008-02-29", "2026-03-01"), (None, "unknown")],
    ids=["a birthday", "born on a leap day", "not known"],
)
def test_an_age(born, expected):
    assert say(birthday(number(18)), record({}, birth_date=born)).value == span(expected)


SHARE = months_of(YEARS)


@pytest.mark.parametrize(
    ("node", "years", "expected"),
    [
        pytest.param(served(STARTED, SHARE, number(85)), 10, "2023-12-15",
                     id="85 % of ten years are 102 months"),
        # 85 % of 12 months are 10.2: in days, 0.85 x 366 (15 June 2015 to 15 June 2016) = 311.1
        pytest.param(served(STARTED, SHARE, number(85)), 1, "2016-04-22",
                     id="85 % of a year in days, rounded up"),
        pytest.param(days_served(STARTED, SHARE, number(85)), 1, "2016-04-22", id="days, up"),
        pytest.param(days_served(STARTED, SHARE, number(85), "down"), 1, "2016-04-21",
                     id="days, down"),
        pytest.param(days_served(STARTED, SHARE, number(85), "nearest"), 1, "2016-04-21",
                     id="days, to the nearest"),
        # half of 3,653 days (15 June 2015 to 15 June 2025) = 1,826.5
        pytest.param(days_served(STARTED, SHARE, number(50), "nearest"), 10, "2020-06-15",
                     id="half a day counts with the nearest"),
        pytest.param(days_served(STARTED, SHARE, number(50), "down"), 10, "2020-06-14",
                     id="and not with down"),
        pytest.param(days_served(STARTED, SHARE, number(85)), None, "2015-06-15..",
                     id="the term is not known"),
        pytest.param(served(STARTED, SHARE, charge("weight_lb")), 10, "2015-06-15..",
                     id="the share is not known"),
    ],
)  # fmt: skip
def test_shares_of_a_term(node, years, expected):
    found = record({"sentence": {"effective_start": "2015-06-15", "years": years}})
    assert say(node, found).value == span(expected)


@pytest.mark.parametrize(
    ("released", "expected"),
    [("2019-01-01", "2019-01-01"), (None, "2015-06-15..2025-06-15")],
    ids=["a known day stands", "one not known lies between"],
)
def test_a_day_that_must_lie_between_two_others(released, expected):
    sentenced = charge("sentence.sentenced_on")
    node = bounded(charge("sentence.released_on"), no_earlier=sentenced,
                   no_later=since(sentenced, YEARS, "years"))  # fmt: skip
    sentence = {"sentenced_on": "2015-06-15", "years": 10, "released_on": released}
    assert say(node, record({"sentence": sentence})).value == span(expected)


# --- words in a text ---------------------------------------------------------------------------

DRUG = holds_if(charge("description").mentions("marij*", "mj", "attempt to commit"))


@pytest.mark.parametrize(
    ("description", "expected"),
    [
        pytest.param("Poss of MARIJUANA", "always", id="a word that goes on, in capitals"),
        pytest.param("remarijuana", "never", id="in the middle of another word"),
        pytest.param("Del MJ/Manu MJ", "always", id="a whole word before a slash"),
        pytest.param("MJX", "never", id="part of a longer word"),
        pytest.param("mj", "always", id="the word is the whole text"),
        pytest.param("Attempt  to commit theft", "always", id="several words, two spaces"),
        pytest.param("Attempted theft", "never", id="only the first of several words"),
        pytest.param(None, "unknown", id="the text is not known"),
    ],
)
def test_words_in_a_text(description, expected):
    found = say(DRUG, record({"description": description}))
    assert found.value == span(expected)
    assert found.missing == ([] if description else ["charge.description"])


@pytest.mark.parametrize("word", ["", "*", "a|b", "a.b", "(a)", "a{2}"])
def test_what_is_no_word_is_refused(word):
    with pytest.raises(LawError, match="is no word to look for"):
        pattern([word])


# --- branches ---------------------------------------------------------------------------------

BY_CLASS = since(DECIDED, choose(charge("class"), {("A", "B"): number(10)}, number(5)), "years")
BY_ORDER = first_match(
    (FELONY, since(DECIDED, number(7), "years")),
    (CONVICTED, since(DECIDED, number(3), "years")),
    otherwise=DECIDED,
)


@pytest.mark.parametrize(
    ("node", "facts", "expected", "missing"),
    [
        pytest.param(BY_CLASS, {"class": "B"}, "2030-01-01", [], id="a class of the list"),
        pytest.param(BY_CLASS, {"class": "C"}, "2025-01-01", [], id="any other class"),
        pytest.param(BY_CLASS, {}, "2025-01-01..2030-01-01", ["charge.class"],
                     id="the class is not known"),
        pytest.param(BY_ORDER, {"severity": "felony", "disposition": "convicted"}, "2027-01-01", [],
                     id="the first that fits, though two do"),
        pytest.param(BY_ORDER, {"severity": "infraction", "disposition": "convicted"},
                     "2023-01-01", [], id="the second"),
        pytest.param(BY_ORDER, {"severity": "infraction", "disposition": "dismissed"},
                     "2020-01-01", [], id="none"),
        pytest.param(BY_ORDER, {"disposition": "convicted"}, "2023-01-01..2027-01-01",
                     ["charge.severity"], id="the first may fit"),
        pytest.param(BY_ORDER, {"severity": "infraction"}, "2020-01-01..2023-01-01",
                     ["charge.disposition"], id="the second may"),
        pytest.param(BY_ORDER, {"severity": "felony"}, "2027-01-01", [],
                     id="what comes after the first that fits does not matter"),
        pytest.param(reading("wait", "?", long=BY_CLASS, short=DECIDED), {"class": "B"},
                     "2020-01-01..2030-01-01", ["law:us-zz/wait"], id="an open question of law"),
        pytest.param(reading("wait", "?", default="short", long=BY_CLASS, short=DECIDED),
                     {"class": "B"}, "2020-01-01", [], id="settled by default"),
        pytest.param(recorded(charge("sealed_on"), DECIDED), {"sealed_on": "2022-05-05"},
                     "2022-05-05", [], id="what the record states"),
    ],
)  # fmt: skip
def test_branches(node, facts, expected, missing):
    said = say(node, record({"disposition_date": "2020-01-01", **facts}))
    assert (said.value, said.missing) == (span(expected), missing)


def test_an_event_that_has_not_happened_is_waited_on_and_not_missing():
    node = waits_while(claim(charge("obligations_outstanding")), "payment")
    assert say(node, record({"obligations_outstanding": True})) == (
        span("unknown"),
        [],
        ["payment"],
    )
    assert say(node, record({})).value == span("always")
    assert say(node, record({"obligations_outstanding": None})) == (
        span("unknown"), ["charge.obligations_outstanding"], [],
    )  # fmt: skip


# --- other rows -------------------------------------------------------------------------------


def convicted(on=None, **facts):
    return {"disposition": "convicted", "disposition_date": on, "severity": "felony", **facts}


DISMISSED = {"disposition": "dismissed", "disposition_date": "2022-02-02", "severity": "felony"}
THREE = (convicted("2018-01-01"), convicted("2020-01-01"), convicted("2019-01-01"))
ALL_CONVICTED = charges_of_person.that(CONVICTED)
OTHERS = other_charges.that(CONVICTED)


@pytest.mark.parametrize(
    ("node", "cases", "expected", "missing"),
    [
        pytest.param(latest(OTHERS, DECIDED), THREE, "2020-01-01", [], id="the latest other"),
        pytest.param(latest(OTHERS, DECIDED), THREE[:1], "always", [], id="no other at all"),
        pytest.param(latest(OTHERS, DECIDED), (THREE[0], DISMISSED), "always", [],
                     id="no other that counts"),
        pytest.param(latest(OTHERS, DECIDED), (THREE[0], convicted()), "unknown",
                     ["charge.disposition_date@c2/1"], id="its day is not known"),
        pytest.param(latest(OTHERS, DECIDED), (THREE[0], {"disposition_date": "2022-02-02"}),
                     "..2022-02-02", ["charge.disposition@c2/1"], id="whether it counts is not"),
        pytest.param(nth_latest(ALL_CONVICTED, DECIDED, 2), THREE, "2019-01-01", [],
                     id="the second latest"),
        pytest.param(nth_latest(ALL_CONVICTED, DECIDED, 4), THREE, "always", [],
                     id="there is no fourth"),
        pytest.param(earliest(ALL_CONVICTED, DECIDED), THREE, "2018-01-01", [], id="the first"),
        pytest.param(earliest(OTHERS, DECIDED), THREE[:1], "never", [], id="no first"),
        pytest.param(next_after(OTHERS, DECIDED, DECIDED), THREE, "2019-01-01", [],
                     id="the next after this one"),
        pytest.param(next_after(OTHERS, DECIDED, DECIDED), (THREE[0], THREE[0]), "never", [],
                     id="the same day is not after"),
        pytest.param(previous_before(OTHERS, DECIDED, DECIDED),
                     (convicted("2020-06-06"), *THREE), "2020-01-01", [], id="the last before"),
    ],
)  # fmt: skip
def test_days_over_other_rows(node, cases, expected, missing):
    said = say(node, record(*cases))
    assert (said.value, said.missing) == (span(expected), missing)


def test_rows_that_the_record_may_lack_leave_the_answer_open():
    found = record(THREE[0], record_complete=False)
    assert say(latest(OTHERS, DECIDED), found) == (
        span("unknown"), ["person.record_complete"], [],
    )  # fmt: skip
    assert say(exists(OTHERS), found).value == MAYBE


WITHIN_SEVEN = exists(
    other_charges.that(
        both(
            at_least(OFFENSE, this(DECIDED)),
            before(OFFENSE, since(this(DECIDED), number(7), "years")),
        )
    )
)


@pytest.mark.parametrize(
    ("on", "expected"),
    [
        ("2017-12-31", NO), ("2018-01-01", YES), ("2024-12-31", YES), ("2025-01-01", NO),
        (None, MAYBE),
    ],
    ids=["the day before", "on the day", "the last day", "seven years later", "not known"],
)  # fmt: skip
def test_another_row_within_years_of_this_one(on, expected):
    said = say(WITHIN_SEVEN, record(THREE[0], {"offense_date": on}))
    assert said.value == expected
    assert said.missing == (["charge.offense_date@c2/1"] if on is None else [])


def test_filters_add_up():
    found = record(THREE[0], THREE[1], DISMISSED, convicted("2021-01-01", severity="misdemeanor"))
    assert say(count(charges_of_person.that(CONVICTED).that(FELONY)), found).value == (2, 2)


# --- groups -----------------------------------------------------------------------------------

OF_ARREST = group_of(on_the_same_day(ARRESTED))
OF_COURSE = group_of(same(charge("same_course_id")))
WAIT = by_highest(
    OF_ARREST,
    charge("severity"),
    {"felony": on(date(2030, 1, 1)), "misdemeanor": DECIDED},
    ARRESTED,
)


def arrested(on=None, **facts):
    return {"arrest_date": on, "disposition": "dismissed", **facts}


@pytest.mark.parametrize(
    ("node", "charges", "expected", "missing"),
    [
        pytest.param(count(OF_ARREST), (arrested("2020-01-01"), arrested("2020-01-01"),
                                        arrested("2020-01-02")), (2, 2), [], id="one arrest"),
        pytest.param(count(OF_ARREST), (arrested(), arrested("2020-01-01")), (1, 2),
                     ["charge.arrest_date"], id="a charge is of its own arrest, known or not"),
        pytest.param(count(OF_ARREST), (arrested("2020-01-01"), arrested()), (1, 2),
                     ["charge.arrest_date@c2/1"], id="another may be"),
        pytest.param(count(OF_COURSE), ({"same_course_id": "S1"}, {"same_course_id": "S1"},
                                        {"same_course_id": "S2"}, {}), (2, 3),
                     ["charge.same_course_id@c4/1"], id="one course of conduct"),
        pytest.param(count(other_charges.that(~same(charge("same_course_id")))),
                     ({"same_course_id": "S1"}, {"same_course_id": "S1"}, {"same_course_id": "S2"}),
                     (1, 1), [], id="all but those of the course"),
        pytest.param(every(OF_ARREST, charge("disposition").is_in("dismissed")),
                     (arrested("2020-01-01"), arrested("2020-01-01")), YES, [], id="every one"),
        pytest.param(every(OF_ARREST, charge("disposition").is_in("dismissed")),
                     (arrested("2020-01-01"), arrested("2020-01-01", disposition="convicted")),
                     NO, [], id="not every one"),
        pytest.param(every(OF_ARREST, charge("disposition").is_in("dismissed")),
                     (arrested("2020-01-01"), arrested("2021-01-01", disposition="convicted")),
                     YES, [], id="one of another arrest does not count"),
        pytest.param(every(OF_ARREST, charge("disposition").is_in("dismissed")),
                     (arrested("2020-01-01"), arrested(disposition="convicted")),
                     MAYBE, ["charge.arrest_date@c2/1"], id="one that may be of the arrest"),
        pytest.param(exists(OF_ARREST.that(CONVICTED)),
                     (arrested("2020-01-01"), arrested("2020-01-01", disposition="convicted")),
                     YES, [], id="any one"),
        pytest.param(WAIT, (arrested("2020-01-01", severity="misdemeanor"),
                            arrested("2020-01-01", severity="felony")), "2030-01-01", [],
                     id="by the highest of the arrest"),
        pytest.param(WAIT, (arrested("2020-01-01", severity="infraction"),), "2020-01-01", [],
                     id="below every level that is named"),
        pytest.param(WAIT, (arrested("2020-01-01", severity="infraction"),
                            arrested("2020-01-01", severity=None)), "unknown",
                     ["charge.severity@c2/1", "charge.disposition_date"],
                     id="the other may be the higher"),
    ],
)  # fmt: skip
def test_groups(node, charges, expected, missing):
    said = say(node, record(*charges))
    assert said.value == (span(expected) if isinstance(expected, str) else expected)
    assert said.missing == missing


def test_itself_is_this_row_alone():
    found = record(arrested(), arrested())
    assert say(count(charges_of_person.that(ITSELF)), found, at=1).value == (1, 1)
    assert say(count(charges_of_person.that(~ITSELF)), found, at=1).value == (1, 1)


FELONIES_SO_FAR = count(
    charges_of_person.that(
        both(FELONY, Compare(charge("position"), "<=", this(charge("position"))))
    )
)


@pytest.mark.parametrize(
    ("at", "expected"), [(0, (1, 1)), (1, (1, 1)), (2, (1, 2)), (3, (2, 3))],
    ids=["the first", "a misdemeanor adds none", "one that may be a felony", "the last"],
)  # fmt: skip
def test_a_running_count_in_the_order_of_the_record(at, expected):
    charges = [{"severity": "felony"}, {"severity": "misdemeanor"}, {}, {"severity": "felony"}]
    found = record(charges[:2], charges[2:])
    assert say(FELONIES_SO_FAR, found, at=at).value == expected


def test_an_order_that_the_record_states_comes_before_its_own():
    found = record({"severity": "felony", "position": 2}, {"severity": "felony", "position": 1})
    assert say(FELONIES_SO_FAR, found, at=0).value == (2, 2)
    assert say(FELONIES_SO_FAR, found, at=1).value == (1, 1)


# --- days that come at all, and comparisons at the ends of time ---------------------------------


@pytest.mark.parametrize(
    ("facts", "expected", "missing"),
    [
        pytest.param({"sealed_on": "2021-03-01"}, YES, [], id="it came"),
        pytest.param({"sealed_on": "2150-03-01"}, YES, [], id="it will come"),
        pytest.param({}, NO, [], id="a record would show it"),
        pytest.param({"disposition": None}, NO, [], id="something else is not known"),
    ],
)
def test_a_day_that_comes_at_all(facts, expected, missing):
    assert say(ever(charge("sealed_on")), record(facts))[:2] == (expected, missing)


def test_a_day_not_known_may_never_come_and_is_named():
    assert say(ever(OFFENSE), record({})) == (MAYBE, ["charge.offense_date"], [])


def test_a_day_not_known_against_one_that_never_comes_is_named():
    node = before(OFFENSE, charge("sealed_on"))
    assert say(node, record({})) == (MAYBE, ["charge.offense_date"], [])
    assert say(node, record({"offense_date": "2021-03-01"})).value == YES


# --- limbs --------------------------------------------------------------------------------------


def test_a_limb_moves_no_day():
    node = any_of(limb(DONE, how="automatic"), limb(all_of(DECIDED, holds_if(FELONY)), how="judge"))
    facts = {"disposition_date": "2020-01-01", "severity": "felony"}
    assert say(node, record(facts)) == (
        span("..2020-01-01"),
        ["charge.disposition_completed_on"],
        [],
    )
    assert say(node, record(convicted("2020-01-01", severity="infraction"))) == (
        span("unknown"), ["charge.disposition_completed_on"], [],
    )  # fmt: skip
