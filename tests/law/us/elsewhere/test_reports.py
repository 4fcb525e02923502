"""States whose own limit is on reports alone: both sides of the seven years, and what has none."""

import pytest

from tests.law.us.homes import ask

REPORT = "state_report_barred"
SEVEN = ["us-mt", "us-nh", "us-ks", "us-ny"]


def convicted(on, **more):
    return {"disposition_date": on, **more}


def sentenced(on):
    return {"sentence": {"type": "probation", "sentenced_on": on}}


def released(on):
    return {"sentence": {"type": "prison", "released_on": on, "release_type": "parole"}}


@pytest.mark.parametrize("place", SEVEN)
@pytest.mark.parametrize(
    ("charge", "expected"),
    [
        pytest.param(convicted("2019-11-22"), "now from 2026-11-23", id="seven years and a day"),
        pytest.param(convicted("2019-11-23"), "later from 2026-11-24", id="on the anniversary"),
        pytest.param(convicted("2020-02-29"), "later from 2027-03-02", id="from a leap day"),
        pytest.param(convicted("2012-01-01", **released("2019-11-23")), "later from 2026-11-24",
                     id="from the release on parole"),
        pytest.param(convicted("2012-01-01", **released(None)),
                     "unknown not before 2019-01-02: charge.sentence.released_on", id="not known"),
        pytest.param(convicted("2012-01-01", **sentenced("2019-11-23")), "later from 2026-11-24",
                     id="from the sentence, where it came later"),
        pytest.param({"disposition": "pending"}, "later unknown: the end of this open charge",
                     id="an open charge"),
    ],
)  # fmt: skip
def test_seven_years_for_a_conviction(place, charge, expected):
    assert ask(REPORT, place, charge) == expected


@pytest.mark.parametrize("place", ["us-mt", "us-nh", "us-ks", "us-nv"])
@pytest.mark.parametrize(
    ("charge", "expected"),
    [
        pytest.param({"disposition_date": "2019-11-22"}, "now from 2026-11-23", id="7 and a day"),
        pytest.param({"disposition_date": "2019-11-23"}, "later from 2026-11-24", id="not yet"),
    ],
)
def test_seven_years_for_a_dismissal(place, charge, expected):
    assert ask(REPORT, place, {"disposition": "dismissed", **charge}) == expected


ARRESTED = {"disposition": "arrest_only", "disposition_date": ..., "sentence": ...}


@pytest.mark.parametrize("place", ["us-mt", "us-nh", "us-ks", "us-nv"])
@pytest.mark.parametrize(
    ("arrested", "expected"),
    [
        pytest.param("2019-11-22", "now from 2026-11-23", id="7 and a day"),
        pytest.param("2019-11-23", "later from 2026-11-24", id="not yet"),
        pytest.param("2020-02-29", "later from 2027-03-02", id="from a leap day"),
    ],
)
def test_seven_years_for_an_arrest_alone(place, arrested, expected):
    assert ask(REPORT, place, {**ARRESTED, "arrest_date": arrested}) == expected


@pytest.mark.parametrize("place", ["us-ny", "us-nm"])
def test_an_arrest_alone_is_barred_from_its_own_day(place):
    assert ask(REPORT, place, {**ARRESTED, "arrest_date": "2026-11-23"}) == "now from 2026-11-23"
    told = ask(REPORT, place, {**ARRESTED, "arrest_date": "2026-11-24"})
    assert told == "later from 2026-11-24"


OPEN_ENDING = {"disposition": "convicted", "juvenile": True}


@pytest.mark.parametrize(
    ("place", "expected"),
    [
        *[(place, "now from 2017-01-02") for place in ("us-mt", "us-nh", "us-ks")],
        ("us-ny", "now not before 2010-01-01; by 2017-01-02: law:us-ny/unclear_ending"),
        ("us-nm", "now not before 2010-01-01; by 2017-01-02: law:us-nm/unclear_ending"),
        ("us-nv", "unknown not before 2017-01-02: law:us-nv/unclear_ending"),
        ("us-ky", "unknown unknown: law:us-ky/unclear_ending"),
    ],
)
def test_a_childs_case_may_count_as_a_conviction_or_not(place, expected):
    charge = {**OPEN_ENDING, "disposition_date": "2010-01-01"}
    assert ask(REPORT, place, charge) == expected


@pytest.mark.parametrize("place", ["us-ny", "us-nm"])
def test_a_charge_without_conviction_is_barred_from_its_end(place):
    ended = {"disposition": "dismissed", "disposition_date": "2026-11-23"}
    assert ask(REPORT, place, ended) == "now from 2026-11-23"
    assert ask(REPORT, place, {**ended, "disposition_date": "2026-11-24"}) == (
        "later from 2026-11-24"
    )


@pytest.mark.parametrize(
    ("charge", "expected"),
    [
        pytest.param(convicted("2012-01-01", **released("2019-11-22")), "now from 2026-11-23",
                     id="seven years from parole"),
        pytest.param(convicted("2012-01-01", **released("2019-11-23")), "later from 2026-11-24",
                     id="a day short"),
        pytest.param(convicted("2019-11-22"), "now from 2026-11-23", id="without custody"),
        pytest.param(convicted("2012-01-01", **sentenced("2019-11-23")), "later from 2026-11-24",
                     id="without custody, from the sentence"),
        pytest.param(convicted("2025-01-01", pardoned_on="2026-04-01"), "now from 2026-04-01",
                     id="a full pardon"),
    ],
)  # fmt: skip
def test_new_mexico(charge, expected):
    assert ask(REPORT, "us-nm", charge) == expected


@pytest.mark.parametrize(
    ("charge", "expected"),
    [
        pytest.param(convicted("1990-01-01"), "never", id="a conviction has no limit"),
        pytest.param({"disposition": "dismissed"}, "now always", id="no conviction"),
        pytest.param({"disposition": "pending"}, "now always", id="nor an open charge"),
    ],
)
def test_kentucky(charge, expected):
    assert ask(REPORT, "us-ky", charge) == expected


@pytest.mark.parametrize(("as_of", "expected"), [
    ("2015-06-08", "not_applicable"), ("2015-06-09", "never"),
])  # fmt: skip
def test_nevada_has_no_limit_on_convictions_since_2015(as_of, expected):
    assert ask(REPORT, "us-nv", convicted("2001-05-05"), as_of=as_of) == expected


@pytest.mark.parametrize(
    ("charge", "expected"),
    [
        pytest.param(convicted("2012-01-01"), "unknown not before 2019-01-02: law:us-tx/"
                     "report.preempted", id="seven years, if federal law leaves room"),
        pytest.param({"disposition": "dismissed", "disposition_date": "2012-01-01"},
                     "unknown not before 2019-01-02: law:us-tx/report.preempted", id="dismissed"),
        pytest.param({**ARRESTED, "arrest_date": "2018-02-02"},
                     "unknown not before 2025-02-03: law:us-tx/report.preempted", id="arrested"),
        pytest.param(convicted("2012-01-01", **sentenced("2014-03-03")),
                     "unknown not before 2021-03-04: law:us-tx/report.preempted", id="sentenced"),
        pytest.param(convicted("2012-01-01", **released("2015-04-04")),
                     "unknown not before 2022-04-05: law:us-tx/report.preempted", id="released"),
        pytest.param(convicted("2012-01-01", juvenile=True),
                     "unknown not before 2019-01-02: law:us-tx/report.preempted,"
                     " law:us-tx/unclear_ending", id="juvenile"),
    ],
)  # fmt: skip
def test_texas(charge, expected):
    assert ask(REPORT, "us-tx", charge) == expected


@pytest.mark.parametrize(
    ("charge", "expected"),
    [
        pytest.param(convicted("2000-01-01"), "never", id="no limit in years"),
        pytest.param(convicted("2020-01-01", expunged_on="2026-01-01"),
                     "unknown not before 2026-01-01: law:us-mn/report.preempted", id="expunged"),
        pytest.param(convicted("2020-01-01", sealed_on="2026-01-02"),
                     "unknown not before 2026-01-02: law:us-mn/report.preempted", id="sealed"),
        pytest.param(convicted("2020-01-01", pardoned_on="2026-01-03"),
                     "unknown not before 2026-01-03: law:us-mn/report.preempted", id="pardoned"),
    ],
)  # fmt: skip
def test_minnesota(charge, expected):
    assert ask(REPORT, "us-mn", charge) == expected


INDIANA_OPEN = "law:us-in/report.preempted"


@pytest.mark.parametrize(
    ("charge", "expected"),
    [
        pytest.param(convicted("1990-01-01"), "never", id="a conviction has no limit in years"),
        pytest.param(convicted("2020-01-01", expunged_on="2026-01-01"),
                     f"unknown not before 2026-01-01: {INDIANA_OPEN}", id="expunged"),
        pytest.param(convicted("2020-01-01", sealed_on="2026-01-02"),
                     f"unknown not before 2026-01-02: {INDIANA_OPEN}", id="restricted"),
        pytest.param(convicted("2020-01-01", pardoned_on="2026-01-03"), "never",
                     id="a pardon is not on its list"),
        pytest.param({"disposition": "dismissed", "disposition_date": "2026-11-23"},
                     f"unknown not before 2026-11-23: {INDIANA_OPEN}",
                     id="dismissed, if federal law leaves room: from the day itself"),
        pytest.param({"disposition": "acquitted", "disposition_date": "2026-11-24"},
                     f"unknown not before 2026-11-24: {INDIANA_OPEN}",
                     id="and not before the day"),
        pytest.param({"disposition": "arrest_only", "disposition_date": ...,
                      "arrest_date": "2024-02-29"},
                     f"unknown not before 2024-02-29: {INDIANA_OPEN}",
                     id="an arrest alone: from the arrest"),
        pytest.param(convicted("2012-01-01", juvenile=True),
                     f"unknown not before 2012-01-01: law:us-in/unclear_ending, {INDIANA_OPEN}",
                     id="a child's case may count as a conviction or not"),
    ],
)  # fmt: skip
def test_indiana(charge, expected):
    assert ask(REPORT, "us-in", charge) == expected


def test_an_open_charge_may_be_shown_in_indiana():
    told = ask(REPORT, "us-in", {"disposition": "pending"})
    assert "the end of this open charge" in told


@pytest.mark.parametrize(("as_of", "expected"), [
    ("2013-06-30", "not_applicable"), ("2013-07-01", "never"),
])  # fmt: skip
def test_indianas_law_began_in_2013(as_of, expected):
    assert ask(REPORT, "us-in", convicted("2001-05-05"), as_of=as_of) == expected


@pytest.mark.parametrize("place", ["us-mi-detroit", "us-pa-philadelphia", "us-mi", "us-pa"])
def test_no_limit_was_found(place):
    assert ask(REPORT, place, convicted("1990-01-01")) == "never"


MA = "us-ma"


@pytest.mark.parametrize(
    ("charge", "expected"),
    [
        pytest.param({"disposition_date": "2016-01-11", "offense_date": "2015-06-01",
                      "sentence": {"type": "jail", "released_on": "2017-06-01"}},
                     "now from 2024-06-02", id="seven years from the release"),
        pytest.param({"disposition_date": "2024-01-11", "sealed_on": "2026-05-05",
                      "sentence": {"type": "fine"}}, "now from 2026-05-05", id="sealed before"),
        pytest.param({"disposition_date": "2024-01-11", "expunged_on": "2026-05-06",
                      "sentence": {"type": "fine"}}, "now from 2026-05-06", id="expunged before"),
    ],
)  # fmt: skip
def test_massachusetts(charge, expected):
    assert ask(REPORT, MA, charge, out_of_state_convictions=[], imprisonments=[]) == expected


@pytest.mark.parametrize("place", [*SEVEN, "us-nm", "us-ky", "us-tx", "us-mn", "us-in", MA])
def test_a_home_elsewhere_is_under_another_law(place):
    home = {"jurisdiction": "us-wy"}
    assert ask(REPORT, place, convicted("2000-01-01"), home=home) == "not_applicable"
