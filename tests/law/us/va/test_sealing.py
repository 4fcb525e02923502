"""Virginia: sealing without a petition, section by section, on both sides of every line."""

import pytest

from tests.law.us.va.records import (
    a_charge,
    against,
    ask,
    convicted,
    deferred,
    dismissed,
    since,
)

AUTOMATIC, MARIJUANA = "clear.19_2_392_6", "clear.19_2_392_6_1"
AT_END, CLEAN, TRAFFIC = "clear.19_2_392_8", "clear.19_2_392_11", "clear.19_2_392_17"
RECENT = {"offense_date": "2020-01-05", "on": "2020-03-10"}
PETTY, LARCENY, MARIJUANA_SALE = "18.2-96", "18.2-95", "18.2-248.1"

# --- s. 19.2-392.6 -------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("charges", "expected"),
    [
        pytest.param([convicted()], "now 2026-07-01", id="not before the law has started"),
        pytest.param([convicted(**RECENT)], "later 2027-03-10", id="seven years to the day"),
        pytest.param([convicted(on="2019-11-23", offense_date="2019-10-01")], "now 2026-11-23",
                     id="seven years on the day that is asked"),
        pytest.param([convicted(on="2019-11-24", offense_date="2019-10-01")], "later 2026-11-24",
                     id="and a day less"),
        pytest.param([convicted(on="2020-02-29", offense_date="2020-02-01")], "later 2027-03-01",
                     id="from a leap day"),
        *(pytest.param([convicted(statute=one)], "now 2026-07-01", id=one) for one in
          (PETTY, "18.2-103", "18.2-119", "18.2-120", "18.2-134", "18.2-415", MARIJUANA_SALE,
           "A.18.2-96", "18.2-119(A)")),
        pytest.param([convicted("F6", statute=PETTY)], "never", id="a felony of the section"),
        pytest.param([convicted("F6", statute="18.2-103")], "never", id="concealing as a felony"),
        pytest.param([convicted("F6", statute=MARIJUANA_SALE)], "never", id="a felony sale"),
        *(pytest.param([convicted(statute=one)], "never", id=f"not {one}") for one in
          ("4.1-305", "18.2-265.3(A)", "18.2-57", "18.2-1190")),
        pytest.param([deferred()], "not asked", id="a deferral"),
        pytest.param([dismissed()], "not asked", id="a dismissal"),
        pytest.param([convicted(offense_date="1986-01-01", on="1986-02-01")], "now 2026-07-01",
                     id="an offense of 1986"),
        pytest.param([convicted(offense_date="1985-12-31", on="1986-02-01")], "never",
                     id="and one of the day before"),
        pytest.param([convicted(offense_date=None, on="1985-12-31")], "never",
                     id="a conviction of before tells of the offense"),
        pytest.param([convicted(offense_date=None)], "unknown 2026-07-01..never",
                     id="the day of the offense is not known"),
        pytest.param([convicted(jurisdiction="us-mo")], "not asked", id="another state"),
    ],
)  # fmt: skip
def test_a_minor_conviction_is_sealed_by_itself(charges, expected):
    assert since(*charges, question=AUTOMATIC) == expected


@pytest.mark.parametrize(
    ("other", "expected"),
    [
        pytest.param(convicted(on="2019-03-09"), "never", id="in the seventh year"),
        pytest.param(convicted(on="2019-03-10"), "now 2026-07-01", id="when the seven are over"),
        pytest.param(convicted(on="2012-03-09"), "now 2026-07-01", id="before them"),
        pytest.param(convicted("M2", on="2015-01-01"), "never", id="class 2"),
        pytest.param(convicted("M3", on="2015-01-01"), "now 2026-07-01", id="class 3"),
        pytest.param(convicted("M4", on="2015-01-01"), "now 2026-07-01", id="class 4"),
        pytest.param(convicted("M4", on="2015-01-01", reportable=True), "never",
                     id="a fact settles it"),
        pytest.param(convicted("M1", on="2015-01-01", reportable=False), "now 2026-07-01",
                     id="either way"),
        pytest.param(convicted("F5", on="2015-01-01"), "never", id="a felony"),
        pytest.param(convicted("I", on="2015-01-01", statute="46.2-862"), "now 2026-07-01",
                     id="a traffic infraction"),
        pytest.param(convicted("M4", on="2015-01-01", jurisdiction="us-md"), "never",
                     id="any conviction of another state"),
        pytest.param(dismissed(on="2015-01-01"), "now 2026-07-01", id="no conviction"),
        pytest.param(convicted("M", on="2015-01-01"), "unknown 2026-07-01..never",
                     id="a class that is not known"),
    ],
)  # fmt: skip
def test_convictions_in_the_seven_years(other, expected):
    assert since(convicted(), other, question=AUTOMATIC) == expected


@pytest.mark.parametrize(
    ("other", "expected"),
    [
        pytest.param(convicted(statute="18.2-57"), ["nothing_else_that_day"], id="off the list"),
        pytest.param(convicted(statute=PETTY), [], id="on the list"),
        pytest.param(
            convicted(statute="18.2-57", on="2012-03-11"), ["clean_years"], id="the day after"
        ),
        pytest.param(dismissed(statute="18.2-57"), [], id="not convicted"),
        pytest.param(convicted("I", statute="46.2-862"), [], id="a traffic infraction"),
    ],
)
def test_other_convictions_of_the_day(other, expected):
    assert against(convicted(), other, question=AUTOMATIC) == expected


SALE = {"statute": MARIJUANA_SALE, "offense_date": "2020-01-05"}


def test_the_list_of_2027_is_open_for_marijuana_distribution():
    assert since(convicted(on="2020-06-30", **SALE), question=AUTOMATIC) == "later 2027-06-30"
    later = ask(convicted(on="2020-07-01", **SALE), question=AUTOMATIC)
    assert later == ("unknown 2027-07-01..never: law:us-va/automatic.marijuana_distribution")
    asked = ask(convicted(on="2020-07-01", **SALE), question="clear.19_2_392_12_1")
    assert asked == "unknown 2027-07-01..never: law:us-va/minor.marijuana_distribution"


def test_what_comes_in_2027_is_told_from_the_day_it_was_seen():
    sale = convicted(on="2020-07-01", **SALE)
    for question in (AUTOMATIC, "clear.19_2_392_12_1"):
        assert since(sale, question=question, as_of="2026-07-17") == "later 2027-07-01"
        assert since(sale, question=question, as_of="2026-07-18") == "unknown 2027-07-01..never"
    earlier = convicted(on="2020-06-30", **SALE)
    assert since(earlier, question="clear.19_2_392_12_1") == "later 2027-06-30"


# --- s. 19.2-392.6:1 -----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("charge", "expected"),
    [
        pytest.param(convicted(), "now 2026-07-01", id="a conviction"),
        pytest.param(deferred(), "now 2026-07-01", id="a deferral"),
        pytest.param(dismissed(), "now 2026-07-01", id="a dismissal"),
        pytest.param(convicted("C", on="2020-08-01"), "now 2026-07-01", id="a civil penalty"),
        pytest.param(
            convicted(offense_date="1979-05-01", on="1979-06-01"),
            "now 2026-07-01",
            id="however old",
        ),
        pytest.param(a_charge("M1", "pending", None), "later 2026-07-01..never", id="still open"),
    ],
)
def test_former_marijuana_possession(charge, expected):
    assert since(charge | {"statute": "18.2-250.1"}, question=MARIJUANA) == expected


def test_other_drugs_are_not_asked():
    assert ask(convicted(statute="18.2-250"), question=MARIJUANA) == "not asked"


# --- s. 19.2-392.8 -------------------------------------------------------------------------------


def ended(level="M1", ended="acquitted", on="2026-08-03", **facts):
    return a_charge(level, ended, on, offense_date="2026-05-02", **facts)


@pytest.mark.parametrize(
    ("charge", "expected"),
    [
        pytest.param(ended(), "now 2026-08-03", id="an acquittal"),
        pytest.param(ended(on="2026-07-01"), "now 2026-07-01", id="on the first day of the law"),
        pytest.param(ended(on="2026-06-30"), "not asked", id="on the day before"),
        pytest.param(ended(ended="dismissed", dismissed_with_prejudice=True), "now 2026-08-03",
                     id="with prejudice"),
        pytest.param(ended(ended="dismissed", dismissed_with_prejudice=False), "never",
                     id="without prejudice"),
        pytest.param(ended(ended="dismissed"), "unknown 2026-08-03..never", id="not told"),
        pytest.param(ended(ended="nolle_prosequi"), "not asked", id="nolle prosequi"),
        pytest.param(ended(ended="deferred_dismissed"), "not asked", id="a deferral"),
        pytest.param(ended("I"), "not asked", id="a traffic infraction"),
        pytest.param(ended(objected_to_sealing=True), "never", id="the person objected"),
        pytest.param(ended("F5", sealing_agreed_at_conclusion=True), "now 2026-08-03",
                     id="a felony, asked for and agreed"),
        pytest.param(ended("F5", sealing_agreed_at_conclusion=False), "never", id="not agreed"),
        pytest.param(ended("F5"), "unknown 2026-08-03..never", id="a felony, not told"),
        pytest.param(ended(not_guilty_by_insanity=True), "unknown 2026-08-03..never",
                     id="by reason of insanity"),
    ],
)  # fmt: skip
def test_sealing_when_the_case_ends(charge, expected):
    assert since(charge, question=AT_END) == expected


# --- s. 19.2-392.11 ------------------------------------------------------------------------------


def old(on="2012-03-10", **facts):
    return dismissed(on=on, **{"arrest_date": "2012-01-10", **facts})


@pytest.mark.parametrize(
    ("charges", "expected"),
    [
        pytest.param([old()], "now 2026-07-01", id="an old dismissal"),
        pytest.param([old() | {"disposition": "nolle_prosequi"}], "now 2026-07-01", id="nolle"),
        pytest.param([old() | {"disposition": "acquitted"}], "now 2026-07-01", id="acquitted"),
        pytest.param([old() | {"severity": "felony"}], "not asked", id="a felony"),
        pytest.param([deferred()], "not asked", id="a deferral"),
        pytest.param([old(), convicted(on="2001-03-10")], "never", id="any reported conviction"),
        pytest.param([old(), convicted(on="2001-03-10", sealed_on="2026-08-01")],
                     "now 2026-07-01", id="a sealed one does not count"),
        pytest.param([old(), convicted(on="2001-03-10", jurisdiction="us-md")],
                     "unknown 2026-07-01..never", id="one of another state"),
        pytest.param([old(), dismissed(on="2024-06-01", jurisdiction="us-md")],
                     "unknown 2026-07-01..2027-06-01", id="a charge of another state"),
        pytest.param([old(), convicted("M4", on="2001-03-10")], "now 2026-07-01",
                     id="one that is not reported"),
        pytest.param([old(), deferred(on="2001-03-10")], "never", id="a deferral elsewhere"),
        pytest.param([old(), dismissed(on="2024-06-01", offense_date="2024-01-05",
                                       arrest_date="2024-01-05")],
                     "unknown 2027-01-05..2027-06-01", id="three years since the last arrest"),
        pytest.param([old(), old(on="2024-06-01", offense_date="2024-01-05",
                                 arrest_date="2024-01-05", severity="infraction")],
                     "now 2026-07-01", id="a traffic stop is none"),
        pytest.param([old(offense_date="1985-12-31", on="1986-03-01", arrest_date="1986-01-01")],
                     "unknown 2026-07-01..never", id="an offense of before 1986"),
        pytest.param([old(offense_date="1986-01-01", on="1986-03-01", arrest_date="1986-01-01")],
                     "now 2026-07-01", id="an offense of 1986"),
        pytest.param([old(), a_charge("M1", "pending", None, offense_date="2026-10-01",
                                      arrest_date="2026-10-01")],
                     "unknown 2029-10-01..never", id="an open charge"),
    ],
)  # fmt: skip
def test_a_clean_record(charges, expected):
    assert since(*charges, question=CLEAN) == expected


# --- s. 19.2-392.17 ------------------------------------------------------------------------------


def speeding(on="2010-01-01", **facts):
    return convicted("I", on=on, **{"statute": "46.2-862", **facts})


@pytest.mark.parametrize(
    ("charge", "expected"),
    [
        pytest.param(speeding("2015-11-23"), "now 2026-11-23", id="eleven years"),
        pytest.param(speeding("2015-11-24"), "later 2026-11-24", id="and a day less"),
        pytest.param(speeding(disposition="dismissed"), "now 2026-07-01", id="dismissed"),
        pytest.param(speeding(statute="18.2-119"), "not asked", id="another title"),
        pytest.param(speeding(severity="misdemeanor"), "not asked", id="a crime of title 46.2"),
        pytest.param(speeding(kept_by_federal_rule=True), "never", id="a federal rule keeps it"),
        pytest.param(
            speeding(None, disposition="pending"), "later 2026-07-01..never", id="still open"
        ),
    ],
)
def test_traffic_infractions(charge, expected):
    assert since(charge, question=TRAFFIC) == expected


# --- what follows --------------------------------------------------------------------------------


@pytest.mark.parametrize("question", ["state_report_barred", "ask.19_2_392_15"])
def test_a_sealed_charge_is_not_shown_nor_asked_about(question):
    assert since(convicted(), question=question) == "never"
    assert since(convicted(sealed_on="2026-09-01"), question=question) == "now 2026-09-01"
    assert since(convicted(statute="18.2-250.1"), question=question) == "now 2026-07-01"
    assert since(speeding("2015-11-24"), question=question) == "later 2026-11-24"
