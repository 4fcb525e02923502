"""Louisiana: arrests without a conviction, art. 976, and who may not file, art. 975."""

import pytest

from tests.law.us.la.records import ask, ended, felony, misdemeanor

OTHER_OPEN = "later 2010-06-01..never: waits on the end of another charge of this arrest"
MISDEMEANOR = {"severity": "misdemeanor", "statute": "14:35"}


@pytest.mark.parametrize(
    ("charge", "expected"),
    [
        pytest.param(ended("dismissed"), "now 2010-06-01", id="dismissed: from that day"),
        pytest.param(ended("quashed"), "now 2010-06-01", id="quashed"),
        pytest.param(ended("acquitted", statute="14:64"), "now 2010-06-01",
                     id="acquitted of armed robbery: nothing is left out"),
        pytest.param(ended("no_complaint"), "now 2010-06-01", id="declined"),
        pytest.param(ended("diverted"), "now 2010-06-01", id="a program in place of a trial"),
        pytest.param(ended("diverted", disposition_completed_on="2011-02-28"), "now 2011-02-28",
                     id="from the day the program was done"),
        pytest.param(ended("dismissed", "2026-11-23"), "now 2026-11-23", id="dismissed today"),
        pytest.param(ended("dismissed", "2026-11-24"), "later 2026-11-24", id="tomorrow"),
        pytest.param(ended("dismissed", None),
                     "unknown always..never: charge.disposition_date", id="the day is not known"),
        pytest.param(ended("pending", None),
                     "later always..never: waits on the end of this open charge", id="open"),
        pytest.param(ended("dismissed", jurisdiction="us-tx"), "never", id="a case of Texas"),
        pytest.param(ended("adjudicated"), "unknown always..never: law:us-la/juvenile_record",
                     id="a finding of a juvenile court"),
    ],
)  # fmt: skip
def test_how_it_ended(charge, expected):
    assert ask(charge, question="clear.976") == expected


@pytest.mark.parametrize(
    ("charge", "expected"),
    [
        pytest.param(ended("arrest_only", None, **MISDEMEANOR, offense_date="2024-11-22"),
                     "now 2026-11-23", id="a misdemeanor: two years and a day"),
        pytest.param(ended("arrest_only", None, **MISDEMEANOR, offense_date="2024-11-23"),
                     "later 2026-11-24", id="and not a day less"),
        pytest.param(ended("no_charge_filed", None, **MISDEMEANOR, offense_date="2024-02-29"),
                     "now 2026-03-02", id="from a leap day: 1 March and a day"),
        pytest.param(ended("arrest_only", None, **MISDEMEANOR, fine_only=True,
                           offense_date="2026-05-22"),
                     "now 2026-11-23", id="a fine at most: six months and a day"),
        pytest.param(ended("arrest_only", None, **MISDEMEANOR, fine_only=True,
                           offense_date="2026-05-23"),
                     "later 2026-11-24", id="a fine at most, a day less"),
        pytest.param(ended("arrest_only", None, hard_labor=False, offense_date="2022-11-22"),
                     "now 2026-11-23", id="a felony: four years and a day"),
        pytest.param(ended("arrest_only", None, hard_labor=True, offense_date="2020-11-22"),
                     "now 2026-11-23", id="at hard labor: six"),
        pytest.param(ended("arrest_only", None, offense_date="2020-11-23"),
                     "unknown 2024-11-24..2026-11-24: charge.limitation_period_end, "
                     "charge.hard_labor",
                     id="not known which: from four to six"),
        pytest.param(ended("arrest_only", None, statute="14:30.1"), "never",
                     id="no limit for murder"),
        pytest.param(ended("arrest_only", None, statute="14:43.1"),
                     "unknown always..never: charge.limitation_period_end, "
                     "law:us-la/sex_offense_limitation",
                     id="the longer limits of sex offenses are open"),
        pytest.param(ended("arrest_only", None, limitation_period_end="2026-11-22"),
                     "now 2026-11-23", id="the day after the limit that the record states"),
        pytest.param(ended("arrest_only", None, limitation_period_end="2026-11-23"),
                     "later 2026-11-24", id="not on its last day"),
        pytest.param(ended("arrest_only", "2025-05-05", da_declined=True, hard_labor=True,
                           offense_date="2025-01-01"),
                     "now 2025-05-05", id="declined before the limit"),
        pytest.param(ended("arrest_only", None, da_declined=None, hard_labor=True,
                           offense_date="2025-01-01"),
                     "unknown always..2031-01-02: charge.da_declined, charge.disposition_date",
                     id="not known if it was declined"),
    ],
)  # fmt: skip
def test_never_prosecuted(charge, expected):
    assert ask(charge, question="clear.976") == expected


@pytest.mark.parametrize(
    ("facts", "expected"),
    [
        pytest.param({"arrest_date": "2021-11-23"}, "now 2026-11-23", id="five years to the day"),
        pytest.param({"arrest_date": "2021-11-24"}, "later 2026-11-24", id="a day less"),
        pytest.param({"arrest_date": "2020-02-29"}, "now 2025-03-01", id="from a leap day"),
        pytest.param({"arrest_date": ...}, "unknown 2010-06-01..never: charge.arrest_date",
                     id="the day of the arrest is not known"),
        pytest.param({"statute": "33:1", "ordinance_equivalent_of": "14:98",
                      "arrest_date": "2021-11-24"}, "later 2026-11-24", id="a city's like offense"),
        pytest.param({"disposition": "dismissed", "arrest_date": "2021-11-24"}, "now 2010-06-01",
                     id="dismissed without a program: no wait"),
    ],
)  # fmt: skip
def test_drunk_driving_that_ended_in_a_program(facts, expected):
    dwi = {**MISDEMEANOR, "statute": "14:98", **facts}
    charge = ended(dwi.pop("disposition", "diverted"), **dwi)
    assert ask(charge, question="clear.976") == expected


@pytest.mark.parametrize(
    ("facts", "expected"),
    [
        pytest.param({"vacated_on": "2022-05-10", "factually_innocent_comp_on": "2023-07-07"},
                     "now 2023-07-07", id="innocent and owed compensation"),
        pytest.param({"factually_innocent_comp_on": "2026-11-24"}, "later 2026-11-24",
                     id="from tomorrow"),
        pytest.param({"vacated_on": "2022-05-10"},
                     "unknown 2022-05-10..never: law:us-la/after_vacating",
                     id="only taken back: what followed is not known"),
    ],
)  # fmt: skip
def test_a_conviction_taken_back(facts, expected):
    assert ask(felony(**facts), question="clear.976") == expected
    assert ask(felony("2011-01-01", **facts), question="clear.976") == expected


@pytest.mark.parametrize(
    ("other", "expected"),
    [
        pytest.param(ended("pending", None), OTHER_OPEN, id="open"),
        pytest.param(ended("dismissed"), "now 2010-06-01", id="dismissed too"),
        pytest.param(felony(), "unknown 2010-06-01..never: law:us-la/mixed_arrest",
                     id="a conviction: open law"),
        pytest.param(felony(vacated_on="2011-01-01"), "now 2010-06-01",
                     id="a conviction taken back"),
        pytest.param(felony(set_aside_893E_on="2013-01-01"), "now 2010-06-01",
                     id="a conviction set aside"),
        pytest.param(ended("pending", None, arrest_date="2010-01-06"), "now 2010-06-01",
                     id="of another arrest"),
        pytest.param(ended("pending", None, arrest_date=...),
                     "unknown 2010-06-01..never: charge.arrest_date@c2/1",
                     id="not known of which arrest"),
        pytest.param(ended("pending", None, jurisdiction="us-tx"), "now 2010-06-01",
                     id="in another state"),
    ],
)  # fmt: skip
def test_another_charge_of_the_arrest(other, expected):
    assert ask(ended("dismissed"), other, question="clear.976") == expected


SERVING = felony("2030-01-01", arrest_date="2024-08-01", disposition_date="2025-03-03")
RELEASED = "waits on release from custody"


@pytest.mark.parametrize(
    ("other", "person", "expected"),
    [
        pytest.param(SERVING, {"incarcerated": True}, f"later 2010-06-01..never: {RELEASED}",
                     id="serving a felony term"),
        pytest.param(SERVING, {"incarcerated": True, "release_projected_on": "2027-04-30"},
                     "later 2027-04-30", id="until the day of release"),
        pytest.param(SERVING, {"incarcerated": False}, "now 2010-06-01",
                     id="on probation or parole: no bar"),
        pytest.param(SERVING, {}, "now 2010-06-01", id="silence is taken as not in custody"),
        pytest.param(SERVING, {"incarcerated": None},
                     "unknown 2010-06-01..never: person.incarcerated", id="custody is not known"),
        pytest.param(misdemeanor("2030-01-01"), {"incarcerated": True},
                     f"unknown 2010-06-01..never: law:us-la/custody_bar, {RELEASED}",
                     id="a misdemeanor term: the texts disagree"),
        pytest.param(misdemeanor("2030-01-01"),
                     {"incarcerated": True, "release_projected_on": "2027-04-30"},
                     "unknown 2010-06-01..2027-04-30: law:us-la/custody_bar",
                     id="a misdemeanor term, until the release at most"),
        pytest.param(felony("2026-11-23"), {"incarcerated": True},
                     f"unknown 2010-06-01..never: law:us-la/custody_bar, {RELEASED}",
                     id="a felony term that is done"),
    ],
)  # fmt: skip
def test_custody(other, person, expected):
    charge = ended("dismissed", arrest_date="2010-01-01")
    assert ask(charge, other, question="clear.976", **person) == expected


@pytest.mark.parametrize(
    ("as_of", "expected"),
    [("2014-07-31", "not_applicable"), ("2014-08-01", "now 2010-06-01")],
    ids=["the day before the law", "its first day"],
)
def test_the_first_day_of_the_law(as_of, expected):
    assert ask(ended("dismissed"), question="clear.976", as_of=as_of) == expected


@pytest.mark.parametrize("severity", ["felony", "misdemeanor"])
def test_an_open_charge_waits_for_its_end_by_every_article(severity):
    """No day of an open charge is missing: it has not come (LA-D3 of the reading of dates)."""
    waits = "later always..never: waits on the end of this open charge"
    assert ask(ended("pending", None, severity=severity)) == waits
