"""Oregon: the waits of ORS 137.225(1), both sides of each line."""

import pytest

from tests.law.us.or_.records import ask, convicted, pending, since

ABUSE = {"statute": "33.065", "description": "Contempt", "contempt_about_abuse": True}


@pytest.mark.parametrize(
    ("as_of", "level", "expected"),
    [
        pytest.param("2027-03-10", "FB", "now 2027-03-10", id="class B felony: seven years"),
        pytest.param("2027-03-09", "FB", "later 2027-03-10", id="and not a day less"),
        pytest.param("2025-03-10", "FC", "now 2025-03-10", id="class C felony: five years"),
        pytest.param("2025-03-09", "FC", "later 2025-03-10", id="not a day less for class C"),
        pytest.param("2023-03-10", "MA", "now 2023-03-10", id="class A misdemeanor: three years"),
        pytest.param("2023-03-09", "MA", "later 2023-03-10", id="not a day less for class A"),
        pytest.param("2023-03-10", "MU", "now 2023-03-10", id="unclassified, as class A"),
        pytest.param("2022-01-01", "MB", "now 2021-03-10", id="class B misdemeanor: one year"),
        pytest.param("2022-01-01", "MC", "now 2021-03-10", id="class C misdemeanor: one year"),
        pytest.param("2022-01-01", "VB", "now 2021-03-10", id="violation: one year"),
        pytest.param("2026-11-23", "FA", "never", id="class A felony: never"),
        pytest.param("2026-11-23", "M", "now 2021-03-10..2023-03-10",
                     id="a misdemeanor of which the class is not known, past both waits"),
        pytest.param("2022-06-01", "M", "unknown 2021-03-10..2023-03-10",
                     id="and between the two"),
        pytest.param("2026-11-23", "F", "unknown 2025-03-10..never",
                     id="a felony of which the class is not known"),
    ],
)  # fmt: skip
def test_the_wait_by_level(as_of, level, expected):
    assert since(convicted(level), as_of=as_of) == expected


@pytest.mark.parametrize(
    ("on", "level", "expected"),
    [
        pytest.param("2020-02-29", "FC", "now 2025-02-28", id="a leap day, five years on"),
        pytest.param("2020-02-29", "MA", "now 2023-02-28", id="a leap day, three years on"),
        pytest.param("2021-02-28", "MA", "now 2024-02-28", id="to a leap year, not to its 29th"),
        pytest.param("2023-11-23", "MA", "now 2026-11-23", id="over on the day asked"),
        pytest.param("2023-11-24", "MA", "later 2026-11-24", id="over on the day after"),
        pytest.param("2024-08-31", "MB", "now 2025-08-31", id="the end of a month"),
        pytest.param(None, "MA", "unknown always..never", id="the day is not known"),
    ],
)  # fmt: skip
def test_days_on_the_calendar(on, level, expected):
    assert since(convicted(level, on)) == expected


@pytest.mark.parametrize(
    ("facts", "expected"),
    [
        pytest.param({"sentence": {"imprisoned": True, "released_on": "2021-05-01"},
                      "disposition_completed_on": "2024-05-01"},
                     "now 2024-05-01", id="from release, if later"),
        pytest.param({"sentence": {"imprisoned": True, "released_on": "2020-03-01"}},
                     "now 2023-03-10", id="released before the conviction"),
        pytest.param({"sentence": {"imprisoned": True}, "disposition_completed_on": "2023-11-24"},
                     "unknown 2023-11-24..2026-11-24: charge.sentence.released_on",
                     id="the day of release is not known, but the whole sentence was done"),
        pytest.param({"sentence": {"imprisoned": True}, "disposition_completed_on": "2023-11-23"},
                     "now 2023-11-23..2026-11-23: charge.sentence.released_on",
                     id="and that was three years ago: nobody is let out later"),
        pytest.param({"sentence": {}, "disposition_completed_on": "2023-11-24"},
                     "unknown 2023-11-24..2026-11-24: charge.sentence.imprisoned, "
                     "charge.sentence.released_on", id="imprisonment is not known"),
        pytest.param({"sentence": {}, "disposition_completed_on": "2023-11-23"},
                     "now 2023-11-23..2026-11-23: charge.sentence.imprisoned, "
                     "charge.sentence.released_on",
                     id="imprisonment is not known, and it was all done three years ago"),
        pytest.param({"sentence": {"imprisoned": True}, "disposition_completed_on": None},
                     "unknown 2023-03-10..never: charge.disposition_completed_on, "
                     "charge.sentence.released_on",
                     id="neither the release nor the end of the sentence is known"),
        pytest.param({"sentence": {"released_on": "2021-05-01"}},
                     "now 2023-03-10..2024-05-01: charge.sentence.imprisoned",
                     id="a release that may belong to it"),
        pytest.param({"probation_revoked_on": "2021-06-01"}, "now 2024-06-01",
                     id="probation revoked: three years from then"),
        pytest.param({"probation_revoked_on": "2020-03-10"}, "now 2023-03-10",
                     id="revoked on the day itself: the table"),
        pytest.param({"probation_revoked_on": "2023-11-24"}, "later 2026-11-24",
                     id="revoked a day too late"),
        pytest.param({"disposition_completed_on": "2026-11-23"}, "now 2026-11-23",
                     id="the sentence was done today"),
        pytest.param({"disposition_completed_on": "2026-11-24"}, "later 2026-11-24",
                     id="the sentence will be done tomorrow"),
        pytest.param({"disposition_completed_on": None},
                     "unknown 2023-03-10..never: charge.disposition_completed_on",
                     id="whether the sentence is done is not known"),
        pytest.param({"restitution_owed": True},
                     "later 2023-03-10..never: waits on payment of what is still owed",
                     id="restitution is owed"),
        pytest.param({"restitution_owed": None},
                     "unknown 2023-03-10..never: case.restitution_owed",
                     id="whether restitution is owed is not known"),
        pytest.param({"obligations_outstanding": True},
                     "later 2023-03-10..never: waits on payment of what is still owed",
                     id="other money ordered in the case is owed"),
        pytest.param({"obligations_outstanding": None},
                     "unknown 2023-03-10..never: charge.obligations_outstanding",
                     id="whether money is owed is not known"),
        pytest.param({"jurisdiction": "us-wa"}, "never", id="a case elsewhere"),
        pytest.param({"jurisdiction": None}, "unknown 2023-03-10..never: case.jurisdiction",
                     id="where the case was is not known"),
    ],
)  # fmt: skip
def test_what_the_wait_runs_from(facts, expected):
    assert ask(convicted(**facts)) == expected


@pytest.mark.parametrize(
    ("level", "facts", "expected"),
    [
        pytest.param("O", {**ABUSE, "contempt_about_abuse": False}, "now 2021-03-10",
                     id="contempt: one year"),
        pytest.param("O", ABUSE, "now 2025-03-10", id="contempt about abuse: five"),
        pytest.param("VU", ABUSE, "now 2025-03-10", id="whatever level the register shows"),
        pytest.param("MA", ABUSE, "now 2025-03-10", id="a misdemeanor too"),
        pytest.param("O", {**ABUSE, "contempt_about_abuse": None}, "now 2021-03-10..2025-03-10",
                     id="not known which, and past both"),
        pytest.param("O", {**ABUSE, "statute": "107.732"}, "now 2025-03-10",
                     id="contempt by the words alone, where no level is shown"),
    ],
)  # fmt: skip
def test_contempt(level, facts, expected):
    assert since(convicted(level, **facts)) == expected


@pytest.mark.parametrize(
    ("as_of", "expected"),
    [("2025-12-31", "now 2021-03-10"), ("2026-01-01", "now 2025-03-10")],
    ids=["one year until the act of 2025", "five from 2026 on"],
)
def test_contempt_about_abuse_over_time(as_of, expected):
    assert since(convicted("O", **ABUSE), as_of=as_of) == expected


@pytest.mark.parametrize(
    ("as_of", "expected"),
    [("2021-12-31", "not_applicable"), ("2022-01-01", "now 2021-03-10")],
    ids=["the day before the law", "its first day"],
)
def test_the_first_day_of_the_law(as_of, expected):
    assert since(convicted("MB"), as_of=as_of) == expected


PENDING = "later 2023-03-10..never: waits on the end of another open charge"


@pytest.mark.parametrize(
    ("other", "expected"),
    [
        pytest.param(pending("MA"), PENDING, id="a misdemeanor"),
        pytest.param(pending("FC"), PENDING, id="a felony"),
        pytest.param(pending("FC", jurisdiction="us-wa"), PENDING, id="a felony elsewhere"),
        pytest.param(pending("VB"), "now 2023-03-10", id="a violation is no criminal charge"),
        pytest.param(pending("O", **ABUSE), PENDING, id="contempt about abuse"),
        pytest.param(pending("O", **{**ABUSE, "contempt_about_abuse": False}), "now 2023-03-10",
                     id="another contempt"),
        pytest.param(pending("O", **{**ABUSE, "contempt_about_abuse": None}),
                     "unknown 2023-03-10..never: charge.contempt_about_abuse@c2/1",
                     id="a contempt about something not known"),
        pytest.param(pending("MA", severity=None),
                     "unknown 2023-03-10..never: charge.severity@c2/1",
                     id="something of a level not known"),
    ],
)  # fmt: skip
def test_a_pending_charge(other, expected):
    assert ask(convicted(), other) == expected


@pytest.mark.parametrize(
    ("as_of", "expected"),
    [("2025-12-31", "now 2023-03-10"), ("2026-01-01", PENDING.partition(":")[0])],
    ids=["not yet before the act of 2025", "from 2026 on"],
)
def test_pending_contempt_about_abuse_over_time(as_of, expected):
    assert since(convicted(), pending("O", **ABUSE), as_of=as_of) == expected


def test_the_charge_itself_is_open():
    assert ask(pending()) == "later always..never: waits on the end of this open charge"
