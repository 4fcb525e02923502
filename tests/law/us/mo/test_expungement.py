"""RSMo 610.140: from when a charge can be cleared by petition, condition by condition."""

import pytest

from tests.law.us.mo.records import a_charge, ask, in_one_case

Q = "clear.610_140"


def burglary_2(**facts):
    return a_charge(statute="569.170", **facts)


def peace_disturbance(**facts):
    return a_charge(**{"statute": "574.010", "severity": "misdemeanor", "class": "B", **facts})


def another(on, **facts):
    """A misdemeanor finding of some day, complete on that day."""
    return peace_disturbance(
        **{"offense_date": on, "disposition_date": on, "disposition_completed_on": on, **facts}
    )


# --- 610.140.6(1): the wait, under the law of the day ---------------------------------

OLD = {
    "offense_date": "1988-01-01", "disposition_date": "1988-06-01",
    "disposition_completed_on": "1990-05-01", "obligations_satisfied_on": "1990-05-01",
}  # fmt: skip
NOT_HELD = "never: law:us-mo/closed_list, law:us-mo/expunge.limit"


@pytest.mark.parametrize(
    ("as_of", "felony", "misdemeanor"),
    [
        ("2012-08-27", "not_applicable", "not_applicable"),
        ("2012-08-28", f"unknown 2010-05-01..{NOT_HELD}.felony",
         f"unknown 2000-05-01..{NOT_HELD}.misdemeanor"),
        ("2017-12-31", f"unknown 2010-05-01..{NOT_HELD}.felony",
         f"unknown 2000-05-01..{NOT_HELD}.misdemeanor"),
        ("2018-01-01", "now 1997-05-01", "now 1993-05-01"),
        ("2021-08-27", "now 1997-05-01", "now 1993-05-01"),
        ("2021-08-28", "now 1993-05-01", "now 1991-05-01"),
        ("2024-12-31", "now 1993-05-01", "now 1991-05-01"),
        ("2025-01-01", "now 1993-05-01", "now 1991-05-01"),
    ],
    ids=["before the act of 2012", "20 and 10 years from its first day", "to its last",
         "7 and 3 from the act of 2016", "to its last day", "3 and 1 from the act of 2021",
         "to its last day", "and under the act of 2024"],
)  # fmt: skip
def test_the_wait_of_each_version_of_the_law(as_of, felony, misdemeanor):
    assert ask(Q, burglary_2(**OLD), as_of=as_of) == felony
    assert ask(Q, peace_disturbance(**OLD), as_of=as_of) == misdemeanor


def done(on, **facts):
    return burglary_2(disposition_completed_on=on, **facts)


@pytest.mark.parametrize(
    ("charge", "expected"),
    [
        pytest.param(done("2023-11-23"), "now 2026-11-23", id="three years to the day"),
        pytest.param(done("2023-11-24"), "later 2026-11-24", id="and not a day less"),
        pytest.param(done("2024-02-29"), "later 2027-03-01",
                     id="a leap day has no third anniversary: the next day"),
        pytest.param(done("2021-02-28"), "now 2024-02-28",
                     id="the last of February stays the 28th in a leap year"),
        pytest.param(done("2020-12-31"), "now 2023-12-31", id="the last day of a year"),
        pytest.param(peace_disturbance(disposition_completed_on="2025-11-23"), "now 2026-11-23",
                     id="one year for a misdemeanor"),
        pytest.param(peace_disturbance(disposition_completed_on="2025-11-24"), "later 2026-11-24",
                     id="and not a day less for it"),
        pytest.param(done("2023-11-23", severity="infraction"), "now 2024-11-23",
                     id="one year for an infraction"),
        pytest.param(done("2023-11-23", severity="ordinance"), "now 2024-11-23",
                     id="one year for an ordinance"),
        pytest.param(done("2030-11-23"), "later 2033-11-23", id="an end that is still to come"),
        pytest.param(done(None), "unknown 2018-06-01..never: charge.disposition_completed_on",
                     id="the end is not known: not before the finding and three years"),
        pytest.param(done(None, severity=None),
                     "unknown 2016-06-01..never: charge.severity, "
                     "charge.disposition_completed_on",
                     id="nor is the severity: one year at least"),
        pytest.param(done("2023-11-24", severity=None),
                     "unknown 2024-11-24..2026-11-24: charge.severity",
                     id="only the severity is not known"),
        pytest.param(done(None, disposition_date=None),
                     "unknown 2016-06-01..never: charge.disposition_completed_on, "
                     "charge.disposition_date",
                     id="neither the end nor the finding is known"),
        pytest.param(done(None, sentence={"type": "fine", "fine_paid_on": "2020-03-03"}),
                     "now 2023-03-03", id="a fine is done when it is paid"),
        pytest.param(done("2021-03-03", sentence={"type": "fine", "fine_paid_on": "2020-03-03"}),
                     "now 2024-03-03", id="unless the record says otherwise"),
        pytest.param(done(None, sentence={"type": "fine"}),
                     "unknown 2018-06-01..never: charge.disposition_completed_on, "
                     "charge.sentence.fine_paid_on", id="when the fine was paid is not known"),
        pytest.param(done(None, sentence={"type": "jail", "fine_paid_on": "2020-03-03"}),
                     "unknown 2018-06-01..never: charge.disposition_completed_on",
                     id="a fine beside jail completes nothing"),
    ],
)  # fmt: skip
def test_the_wait_runs_from_the_end_of_the_disposition(charge, expected):
    assert ask(Q, charge) == expected


# --- who and what ------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("charge", "expected"),
    [
        pytest.param(burglary_2(), "now 2019-06-01", id="a conviction"),
        pytest.param(burglary_2(disposition="sis"), "now 2019-06-01",
                     id="a suspended imposition of sentence"),
        pytest.param(burglary_2(jurisdiction="us-il"), "never: missouri_crime", id="Illinois"),
        pytest.param(burglary_2(jurisdiction="us"), "never: missouri_crime",
                     id="the United States"),
        pytest.param(burglary_2(jurisdiction=None),
                     "unknown 2019-06-01..never: case.jurisdiction", id="whose case is not known"),
        pytest.param(burglary_2(disposition="dismissed"), "not_applicable",
                     id="a dismissed charge closes by itself"),
        pytest.param(burglary_2(disposition="acquitted"), "not_applicable", id="so does one lost"),
        pytest.param(burglary_2(disposition="diverted"), "not_applicable",
                     id="a program outside court is no finding"),
        pytest.param(burglary_2(expunged_on="2023-05-05"), "not_applicable",
                     id="what was expunged is not asked about again"),
        pytest.param(burglary_2(disposition="no_charge_filed"), "not_applicable",
                     id="an arrest without charge has a subsection of its own"),
        pytest.param(burglary_2(disposition="adjudicated_delinquent"),
                     "unknown 2019-06-01..never: law:us-mo/juvenile_adjudication",
                     id="the juvenile case of a child is open law"),
        pytest.param(burglary_2(disposition="adjudicated"),
                     "unknown 2019-06-01..never: law:us-mo/juvenile_adjudication",
                     id="in either word"),
        pytest.param(burglary_2(disposition=None),
                     "unknown always..never: charge.disposition, "
                     "law:us-mo/juvenile_adjudication", id="how it ended is not known"),
        pytest.param(burglary_2(disposition="pending", disposition_date=None,
                                disposition_completed_on=None),
                     "later always..never: waits on the end of this open charge",
                     id="an open charge waits"),
    ],
)  # fmt: skip
def test_what_the_section_reaches(charge, expected):
    assert ask(Q, charge) == expected


# --- 610.140.6(2): the clean years before the petition --------------------------------------


@pytest.mark.parametrize(
    ("cases", "expected"),
    [
        pytest.param([burglary_2(), another("2023-11-23")], "now 2026-11-23",
                     id="a finding three years ago to the day"),
        pytest.param([burglary_2(), another("2023-11-24")], "later 2026-11-24",
                     id="and a day later"),
        pytest.param([burglary_2(), another("2024-02-29")], "later 2027-03-01",
                     id="a finding on a leap day"),
        pytest.param([burglary_2(), another("2015-06-01"), another("2025-01-10"),
                      another("2020-01-01")], "later 2028-01-10", id="the latest of them counts"),
        pytest.param([peace_disturbance(), another("2025-11-24")], "later 2026-11-24",
                     id="one year for a misdemeanor"),
        pytest.param([burglary_2(), another("2025-01-10", severity="felony", statute="570.030")],
                     "later 2028-01-10", id="a felony"),
        pytest.param([burglary_2(), another("2025-01-10", disposition="sis")],
                     "later 2028-01-10", id="a suspended imposition is a finding of guilt"),
        pytest.param([burglary_2(), another("2025-01-10", disposition="dismissed")],
                     "now 2025-01-10", id="a dismissed charge was pending until then"),
        pytest.param([burglary_2(), another("2025-01-10", expunged_on="2026-02-01")],
                     "now 2025-01-10", id="a finding that was expunged since does not count"),
        pytest.param([burglary_2(), another("2018-01-10", severity="infraction")],
                     "now 2019-06-01", id="an infraction does not count"),
        pytest.param([burglary_2(), another("2018-01-10", severity="ordinance")],
                     "now 2019-06-01", id="nor does an ordinance"),
        pytest.param([burglary_2(), another("2025-01-10", jurisdiction="us-il")],
                     "later 2028-01-10", id="a finding in Illinois counts"),
        pytest.param([burglary_2(), another("2025-01-10", severity=None)],
                     "unknown 2025-01-10..2028-01-10: charge.severity@c2/1",
                     id="a finding of unknown severity"),
        pytest.param([burglary_2(), another("2025-01-10", disposition=None)],
                     "unknown 2019-06-01..never: charge.disposition@c2/1",
                     id="a charge of unknown ending may be pending too"),
        pytest.param([burglary_2(), another("2025-01-10", statute=None)],
                     "unknown 2025-01-10..2028-01-10: charge.statute@c2/1",
                     id="a finding under an unknown section may be traffic"),
        pytest.param([burglary_2(), another(None)],
                     "unknown 2019-06-01..never: charge.disposition_date@c2/1",
                     id="a finding on an unknown day"),
        pytest.param([in_one_case(burglary_2(), peace_disturbance())], "now 2019-06-01",
                     id="the other count of the case, of the same day"),
    ],
)  # fmt: skip
def test_no_other_finding_in_the_last_years(cases, expected):
    assert ask(Q, *cases) == expected


OPEN_TRAFFIC = "law:us-mo/ignored_traffic_before_2021"


@pytest.mark.parametrize("section", ["304.010", "307.178"])
@pytest.mark.parametrize("as_of", ["2018-01-01", "2021-08-27", "2021-08-28", "2026-11-23"])
def test_two_chapters_of_traffic_never_counted(section, as_of):
    wait = 3 if as_of >= "2021-08-28" else 7
    expected = f"{1990 + wait}-05-01"
    cases = [burglary_2(**OLD), another("1990-02-01", statute=section)]
    assert ask(Q, *cases, as_of=as_of) == f"now {expected}"
    cases = [burglary_2(**OLD), another("1992-02-01", statute=section)]
    assert ask(Q, *cases, as_of=as_of) == f"now {expected}"


@pytest.mark.parametrize("section", ["301.020", "302.020", "303.025"])
@pytest.mark.parametrize(
    ("as_of", "expected"),
    [
        ("2017-12-31", f"unknown 2012-02-01..{NOT_HELD}.felony"),
        ("2018-01-01", f"now 1997-05-01..1999-02-01: {OPEN_TRAFFIC}"),
        ("2021-08-27", f"now 1997-05-01..1999-02-01: {OPEN_TRAFFIC}"),
        ("2021-08-28", "now 1993-05-01"),
        ("2026-11-23", "now 1993-05-01"),
    ],
    ids=["before 2018", "open from 2018", "until 27 August 2021", "and settled since", "and today"],
)
def test_three_chapters_of_traffic_do_not_count_since_2021(section, as_of, expected):
    cases = [burglary_2(**OLD), another("1992-02-01", statute=section)]
    assert ask(Q, *cases, as_of=as_of) == expected


# --- 610.140.6(3): what is owed; .6(4): what is pending --------------------------------------


@pytest.mark.parametrize(
    ("charge", "expected"),
    [
        pytest.param(burglary_2(obligations_satisfied_on="2026-11-23"), "now 2026-11-23",
                     id="the last payment today"),
        pytest.param(burglary_2(obligations_satisfied_on="2026-11-24"), "later 2026-11-24",
                     id="and tomorrow"),
        pytest.param(burglary_2(obligations_satisfied_on=None),
                     "unknown 2019-06-01..never: charge.obligations_satisfied_on",
                     id="the last payment is not known"),
        pytest.param(burglary_2(obligations_outstanding=False), "now 2019-06-01",
                     id="nothing is owed, it says"),
        pytest.param(burglary_2(obligations_satisfied_on=None, obligations_outstanding=True),
                     "later 2019-06-01..never: waits on payment of what is still owed",
                     id="money is owed"),
        pytest.param(burglary_2(obligations_satisfied_on=None, obligations_outstanding=None),
                     "unknown 2019-06-01..never: charge.obligations_outstanding, "
                     "charge.obligations_satisfied_on", id="whether money is owed is not known"),
    ],
)  # fmt: skip
def test_everything_is_paid(charge, expected):
    assert ask(Q, charge) == expected


@pytest.mark.parametrize(
    ("other", "expected"),
    [
        pytest.param(another(None, offense_date="2026-07-01", disposition="pending"),
                     "later 2019-06-01..never: waits on the end of another open charge",
                     id="a pending charge"),
        pytest.param(another(None, offense_date="2026-07-01", disposition="pending",
                             jurisdiction="us-il"),
                     "later 2019-06-01..never: waits on the end of another open charge",
                     id="a pending charge in Illinois"),
        pytest.param(another("2026-11-23", disposition="nolle_prosequi"), "now 2026-11-23",
                     id="a charge that was dropped today"),
        pytest.param(another(None, disposition="no_charge_filed"), "now 2019-06-01",
                     id="an arrest is no charge"),
        pytest.param(another(None, disposition="dismissed"),
                     "now 2019-06-01..2026-11-23: charge.disposition_date@c2/1",
                     id="a charge dropped on an unknown day is over by the day of the record"),
    ],
)  # fmt: skip
def test_nothing_is_pending(other, expected):
    assert ask(Q, burglary_2(), other) == expected


@pytest.mark.parametrize(
    ("recorded_on", "expected"),
    [
        pytest.param("2020-02-29", "now 2019-06-01..2020-02-29: charge.disposition_date@c2/1",
                     id="before the day asked about"),
        pytest.param("2019-06-01", "now 2019-06-01", id="on the day that the wait is over"),
        pytest.param("2026-11-24", "unknown 2019-06-01..2026-11-24: charge.disposition_date@c2/1",
                     id="after the day asked about: it may have been open then"),
        pytest.param(None, "unknown 2019-06-01..never: charge.disposition_date@c2/1, "
                     "person.recorded_on", id="the record has no day"),
    ],
)  # fmt: skip
def test_a_charge_that_ended_had_ended_by_the_day_that_the_record_shows(recorded_on, expected):
    dropped = another(None, disposition="dismissed")
    assert ask(Q, burglary_2(), dropped, recorded_on=recorded_on) == expected


def test_an_incomplete_record_may_hide_a_finding_or_a_pending_charge():
    assert ask(Q, burglary_2(), record_complete=False) == (
        "unknown 2019-06-01..never: person.record_complete"
    )


# --- 610.140.13: a place is left --------------------------------------------------------------


def used(felonies=0, misdemeanors=0):
    return {"prior_expungements": {"felony": felonies, "misdemeanor": misdemeanors}}


FULL = "never: place_left"


@pytest.mark.parametrize(
    ("as_of", "felonies", "clears"),
    [
        ("2018-01-01", 0, True), ("2018-01-01", 1, False), ("2024-12-31", 0, True),
        ("2024-12-31", 1, False), ("2025-01-01", 1, True), ("2025-01-01", 2, False),
    ],
)  # fmt: skip
def test_felonies_in_a_lifetime(as_of, felonies, clears):
    found = ask(Q, burglary_2(**OLD), as_of=as_of, **used(felonies, 9))
    assert (found == FULL) is not clears


@pytest.mark.parametrize(
    ("as_of", "misdemeanors", "clears"),
    [
        ("2018-01-01", 1, True), ("2018-01-01", 2, False), ("2024-12-31", 1, True),
        ("2024-12-31", 2, False), ("2025-01-01", 2, True), ("2025-01-01", 3, False),
    ],
)  # fmt: skip
def test_misdemeanors_in_a_lifetime(as_of, misdemeanors, clears):
    jailable = {"severity": "ordinance", "ordinance_jailable": True, **OLD}
    for charge in (peace_disturbance(**OLD), peace_disturbance(**jailable)):
        found = ask(Q, charge, as_of=as_of, **used(9, misdemeanors))
        assert (found == FULL) is not clears


@pytest.mark.parametrize(
    ("charge", "person", "expected"),
    [
        pytest.param(peace_disturbance(severity="infraction"), used(9, 9), "now 2017-06-01",
                     id="infractions are without limit"),
        pytest.param(peace_disturbance(severity="ordinance", ordinance_jailable=False), used(9, 9),
                     "now 2017-06-01", id="so are ordinances that allow no jail"),
        pytest.param(peace_disturbance(severity="ordinance"), used(9, 9),
                     "unknown 2017-06-01..never: charge.ordinance_jailable",
                     id="whether an ordinance allows jail is not known"),
        pytest.param(burglary_2(), {"prior_expungements": {"felony": None}},
                     "unknown 2019-06-01..never: person.prior_expungements.felony",
                     id="how many felonies were cleared is not known"),
        pytest.param(peace_disturbance(), {"prior_expungements": {"misdemeanor": None}},
                     "unknown 2017-06-01..never: person.prior_expungements.misdemeanor",
                     id="how many misdemeanors were cleared is not known"),
        pytest.param(burglary_2(), {}, "now 2019-06-01", id="none was, by the record"),
    ],
)  # fmt: skip
def test_a_place_is_left(charge, person, expected):
    assert ask(Q, charge, **person) == expected
