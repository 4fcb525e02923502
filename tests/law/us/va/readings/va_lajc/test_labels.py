"""The analysis team's labels: each step of its reading, on both sides of every line.

365.2425 days times 3, 7 and 10 are 1095.7, 2556.7 and 3652.4: what lies 1095, 2556 or 3652 days
away is within them, and 1096, 2557 or 3653 days is not.
"""

from datetime import date, timedelta

import pytest

from tests.law.us.va.records import a_charge, answers, ask, convicted, deferred, dismissed, since

LAJC = "us-va@va-lajc"
START = "2005-06-01"


def days_after(count, start=START):
    return (date.fromisoformat(start) + timedelta(days=count)).isoformat()


def label(*charges, as_of="2020-12-31", **about):
    """The label as the team writes it."""
    found = answers("clear", *charges, laws=LAJC, as_of=as_of, **about)[-1]
    if found.status in ("never", "unknown"):
        return found.status
    return f"{found.brings.how}{', pending' if found.status == 'later' else ''}"


LISTED, ELSEWHERE, EXCLUDED = "18.2-119", "18.2-388", "18.2-266"


@pytest.mark.parametrize(
    ("charge", "expected"),
    [
        pytest.param(dismissed("M1", START), "automatic", id="a dismissed misdemeanor"),
        pytest.param(dismissed("F5", START), "petition", id="a dismissed felony"),
        pytest.param(deferred("M1", START, statute="4.1-305"), "automatic", id="deferred, list A"),
        pytest.param(deferred("M1", START, statute="18.2-250.1"), "automatic",
                     id="deferred, marijuana"),
        pytest.param(deferred("M1", START, statute=LISTED), "petition", id="deferred, list B"),
        pytest.param(deferred("M1", START, statute=ELSEWHERE), "petition", id="deferred, no list"),
        pytest.param(deferred("M1", START, statute=EXCLUDED), "never", id="deferred, left out"),
        pytest.param(deferred("F5", START, statute=ELSEWHERE), "petition", id="a deferred felony"),
        pytest.param(deferred("F5", START, statute=EXCLUDED), "never",
                     id="a deferred felony that is left out"),
        pytest.param(deferred("F5", START, statute="18.2-250.1"), "petition",
                     id="a deferred felony of list A"),
        *(pytest.param(convicted("M1", START, statute=one), "automatic", id=f"convicted, {one}")
          for one in ("4.1-305", "18.2-96", "18.2-103", "18.2-119", "18.2-120", "18.2-134",
                      "18.2-250.1", "18.2-415", "18.2-248.1")),
        pytest.param(convicted("F5", START, statute="18.2-248.1"), "petition",
                     id="a felony of the section that is listed for misdemeanors"),
        pytest.param(convicted("M1", START, statute=ELSEWHERE), "petition",
                     id="convicted, no list"),
        *(pytest.param(convicted("M1", START, statute=one), "never", id=f"left out, {one}")
          for one in ("18.2-36.1", "18.2-36.2", "18.2-51.4", "18.2-51.5", "18.2-57.2", "18.2-266",
                      "46.2-341.24")),
        pytest.param(convicted("M1", START, statute="A.18.2-266"), "petition",
                     id="the exact text counts: a court's own letter escapes the list"),
        pytest.param(convicted("F5", START, statute=EXCLUDED), "never", id="a felony left out"),
        pytest.param(dismissed("M1", START, statute=EXCLUDED), "automatic",
                     id="a dismissal is on no list"),
        pytest.param(dismissed("M1", START, plea="Guilty", statute=EXCLUDED), "never",
                     id="dismissed after a plea of guilty is a deferral"),
        pytest.param(dismissed("M1", START, plea="Alford", statute=LISTED), "petition",
                     id="an Alford plea"),
        pytest.param(dismissed("M1", START, plea="Nolo Contendere", statute=LISTED), "petition",
                     id="no contest"),
        pytest.param(dismissed("M1", START, plea="Not Guilty", statute=LISTED), "automatic",
                     id="not guilty"),
        pytest.param(dismissed("M1", START, plea="Tried In Absentia"), "automatic", id="absent"),
    ],
)  # fmt: skip
def test_a_charge_alone(charge, expected):
    assert label(charge) == expected


def test_other_outcomes_and_kinds_are_not_asked():
    assert ask(a_charge("M1", "pending", START), laws=LAJC) == "not asked"
    assert ask(convicted("I", START), laws=LAJC) == "not asked"


@pytest.mark.parametrize(
    ("charge", "as_of", "expected"),
    [
        pytest.param(convicted("M1", START), days_after(2556), "later 2012-06-01", id="7 years"),
        pytest.param(convicted("M1", START), days_after(2557), "now 2012-06-01", id="7 are over"),
        pytest.param(convicted("F5", START, statute=ELSEWHERE), days_after(3652),
                     "later 2015-06-02", id="10 years, and a day: 3653 days"),
        pytest.param(convicted("F5", START, statute=ELSEWHERE), days_after(3653),
                     "now 2015-06-02", id="10 are over"),
        pytest.param(deferred("F5", START, statute=ELSEWHERE), days_after(3652),
                     "later 2015-06-02", id="a deferred felony waits too"),
        pytest.param(dismissed("F5", START), days_after(1), f"now {START}", id="no wait"),
        pytest.param(deferred("M1", START), days_after(1), f"now {START}", id="no wait either"),
    ],
)  # fmt: skip
def test_what_is_pending(charge, as_of, expected):
    assert since(charge, as_of=as_of, laws=LAJC) == expected


@pytest.mark.parametrize(
    ("charge", "gap", "other", "expected"),
    [
        pytest.param(dismissed("M1", START), -1095, dismissed, "petition", id="3 years back"),
        pytest.param(dismissed("M1", START), -1096, dismissed, "automatic", id="more than 3"),
        pytest.param(dismissed("M1", START), 1, dismissed, "automatic", id="a later one is none"),
        pytest.param(dismissed("M1", START), 9000, convicted, "petition",
                     id="any conviction, ever"),
        pytest.param(convicted("M1", START), 2556, convicted, "never", id="within 7 years"),
        pytest.param(convicted("M1", START), 2557, convicted, "automatic", id="after 7 years"),
        pytest.param(convicted("M1", START), 100, dismissed, "automatic", id="no conviction"),
        pytest.param(convicted("F5", START, statute=ELSEWHERE), 3652, convicted, "never",
                     id="within 10 years"),
        pytest.param(convicted("F5", START, statute=ELSEWHERE), 3653, convicted, "petition",
                     id="after 10 years"),
    ],
)  # fmt: skip
def test_what_lies_around_it(charge, gap, other, expected):
    as_of = days_after(9001)
    assert label(charge, other("M1", days_after(gap), statute=LISTED), as_of=as_of) == expected


@pytest.mark.parametrize(
    ("level", "gap", "expected"),
    [
        pytest.param("F5", -3652, "never", id="a felony 10 years back"),
        pytest.param("F5", -3653, "petition", id="more than 10"),
        pytest.param("F5", 4000, "petition", id="a later one of class 5"),
        *(pytest.param(level, 4000, "never", id=f"{level}, ever") for level in
          ("F1", "F2", "F3", "F4")),
        pytest.param("F", -4000, "petition", id="a class that is not told is none of these"),
        pytest.param("FU", -4000, "petition", id="unclassified"),
    ],
)  # fmt: skip
def test_felonies_stand_in_the_way_of_a_petition(level, gap, expected):
    asked = convicted("M1", START, statute=ELSEWHERE)
    assert label(asked, convicted(level, days_after(gap), statute=ELSEWHERE)) == expected


def test_felonies_do_not_stand_in_the_way_of_what_is_listed():
    assert label(convicted("M1", START), convicted("F1", days_after(-10))) == "automatic"


@pytest.mark.parametrize(
    ("other", "expected"),
    [
        pytest.param(dismissed("F5", START), "petition", id="one that has to be asked for"),
        pytest.param(convicted("M1", START, statute=EXCLUDED), "petition", id="one left out"),
        pytest.param(convicted("M1", START, statute="18.2-96"), "automatic", id="one by itself"),
        pytest.param(dismissed("F5", days_after(1)), "automatic", id="the day after"),
    ],
)
def test_the_others_of_its_day(other, expected):
    assert label(convicted("M1", START), other) == expected


FIRST, SECOND, THIRD = (days_after(4000 * n, "1985-01-01") for n in range(3))


@pytest.mark.parametrize(
    ("charges", "expected"),
    [
        pytest.param([convicted("M1", THIRD), dismissed("F5", FIRST), dismissed("F5", SECOND)],
                     "never", id="the third, what was dismissed counts too"),
        pytest.param([convicted("M1", SECOND), dismissed("F5", FIRST), dismissed("F5", THIRD)],
                     "automatic", id="the second"),
        pytest.param([convicted("M1", THIRD), convicted("M1", FIRST, statute=EXCLUDED),
                      dismissed("F5", SECOND)],
                     "automatic", id="what cannot be sealed takes no place"),
        pytest.param([dismissed("F5", THIRD), dismissed("F5", FIRST), dismissed("F5", SECOND)],
                     "petition", id="a dismissal is never beyond the limit"),
        pytest.param([deferred("M1", THIRD, statute="4.1-305"), dismissed("F5", FIRST),
                      dismissed("F5", SECOND)],
                     "automatic", id="nor a deferral that is sealed by itself"),
        pytest.param([deferred("M1", THIRD), dismissed("F5", FIRST), dismissed("F5", SECOND)],
                     "never", id="but a deferral that has to be asked for is"),
    ],
)  # fmt: skip
def test_the_lifetime_limit(charges, expected):
    assert label(*charges) == expected


def test_on_one_day_the_order_of_the_record_counts():
    two = [dismissed("F5", FIRST), dismissed("F5", SECOND)]
    asked = convicted("M1", SECOND, statute="18.2-96")
    assert label(asked, *two) == "petition"
    assert since(asked, *two, laws=LAJC, as_of="2020-12-31") == f"now {days_after(2557, SECOND)}"
    last = answers("clear", *two, asked, laws=LAJC, as_of="2020-12-31")[-1]
    assert last.status == "now"  # the first of the record; the conviction is its third


@pytest.mark.parametrize(
    ("facts", "expected"),
    [
        pytest.param({"disposition_date": None}, "unknown: charge.disposition_date", id="day"),
        pytest.param({"statute": None}, "unknown", id="section"),
        pytest.param({"severity": None}, "unknown", id="level"),
        pytest.param({"disposition": None}, "unknown", id="end"),
    ],
)
def test_what_is_missing_makes_it_unknown(facts, expected):
    assert ask(convicted("M1", START) | facts, laws=LAJC, as_of="2020-12-31").startswith("unknown")
