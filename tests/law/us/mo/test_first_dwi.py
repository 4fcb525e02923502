"""RSMo 610.130: a first drunk driving or boating offense, ten years on."""

import pytest

from tests.law.us.mo.records import a_charge, ask


def a_dwi(on="2012-05-05", **facts):
    return a_charge(
        **{
            "statute": "577.010",
            "severity": "misdemeanor",
            "class": "B",
            "offense_date": "2012-01-01",
            "disposition_date": on,
            "disposition_completed_on": "2014-05-05",
            **facts,
        }
    )


def illinois(**facts):
    return a_charge(
        **{
            "jurisdiction": "us-il",
            "statute": "625-5/11-501",
            "severity": "misdemeanor",
            "disposition_date": "2015-06-01",
            **facts,
        }
    )


@pytest.mark.parametrize(
    ("cases", "person", "expected"),
    [
        pytest.param([a_dwi("2016-11-23")], {}, "now 2026-11-23", id="ten years to the day"),
        pytest.param([a_dwi("2016-11-24")], {}, "later 2026-11-24", id="and not a day less"),
        pytest.param([a_dwi("2016-02-29")], {}, "now 2026-03-01", id="from a leap day"),
        pytest.param([a_dwi("2006-02-28", offense_date="2006-01-01")], {}, "now 2016-02-28",
                     id="to a leap year"),
        pytest.param([a_dwi(disposition="sis")], {}, "now 2022-05-05",
                     id="a suspended imposition follows a plea"),
        pytest.param([a_dwi(severity="ordinance")], {}, "now 2022-05-05", id="a city ordinance"),
        pytest.param([a_dwi(severity="felony", **{"class": "E"})], {}, "never: not_a_felony",
                     id="a felony"),
        pytest.param([a_charge()], {}, "never: intoxication_offense", id="another offense"),
        pytest.param([a_dwi(disposition="dismissed")], {}, "never: guilt_found",
                     id="a dismissed charge has nothing to clear"),
        pytest.param([a_dwi(disposition="pending", disposition_date=None)], {},
                     "later 2022-01-01..never: waits on the end of this open charge",
                     id="an open charge waits"),
        pytest.param([a_dwi(), a_dwi("2011-05-05", offense_date="2011-01-01")], {},
                     "never: first_offense",
                     id="an earlier one"),
        pytest.param([a_dwi(), a_dwi("2019-05-05")], {}, "never: no_other_since", id="a later one"),
        pytest.param([a_dwi(), a_dwi()], {}, "never: no_other_since", id="another one that day"),
        pytest.param([a_dwi(), a_dwi("2019-05-05", disposition="acquitted")], {},
                     "now 2022-05-05", id="a later one that was lost"),
        pytest.param([a_dwi(), a_dwi(None, disposition="pending")], {},
                     "later 2022-05-05..never: waits on the end of another open DWI or BWI charge",
                     id="one that is open"),
        pytest.param([a_dwi(), illinois(intoxication_related=True)], {}, "never: no_other_since",
                     id="a later one in another state"),
        pytest.param([a_dwi(), illinois(intoxication_related=False)], {}, "now 2022-05-05",
                     id="another state's other offense"),
        pytest.param([a_dwi(), illinois()], {},
                     "unknown 2022-05-05..never: charge.intoxication_related@c2/1",
                     id="another state's offense of an unknown kind"),
        pytest.param([a_dwi()], {"alcohol_enforcement_contacts": ["2012-05-06"]},
                     "never: no_contact_since", id="a contact on the day after"),
        pytest.param([a_dwi()], {"alcohol_enforcement_contacts": ["2012-01-01", "2012-05-05"]},
                     "now 2022-05-05", id="contacts of the same event are no other contacts"),
        pytest.param([a_dwi()], {"cdl_holder": True}, "never: no_commercial_license",
                     id="a commercial driver"),
        pytest.param([a_dwi(cdl_at_offense=True)], {}, "never: no_commercial_license",
                     id="a commercial driver at the time"),
        pytest.param([a_dwi(cdl_at_offense=False)], {"cdl_holder": True},
                     "never: no_commercial_license", id="a commercial driver since"),
        pytest.param([a_dwi(commercial_vehicle=True)], {}, "never: no_commercial_vehicle",
                     id="a commercial vehicle"),
        pytest.param([a_dwi()], {"dwi_expungement_used": True}, "never: not_used_before",
                     id="once in a lifetime"),
        pytest.param([a_dwi(jurisdiction="us-il")], {}, "never: missouri_court",
                     id="another state's offense is not Missouri's to clear"),
        pytest.param([a_dwi(None)], {}, "unknown 2022-01-01..never: charge.disposition_date",
                     id="the day of the plea is missing"),
        pytest.param([a_dwi(statute=None)], {}, "unknown 2022-05-05..never: charge.statute",
                     id="the section is missing"),
        pytest.param([a_dwi(severity=None)], {}, "unknown 2022-05-05..never: charge.severity",
                     id="the severity is missing"),
        pytest.param([a_dwi(disposition=None)], {}, "unknown 2022-01-01..never: charge.disposition",
                     id="the ending is missing"),
        pytest.param([a_dwi()], {"cdl_holder": None},
                     "unknown 2022-05-05..never: charge.cdl_at_offense, person.cdl_holder",
                     id="whether a commercial driver is missing"),
        pytest.param([a_dwi()], {"alcohol_enforcement_contacts": None},
                     "unknown 2022-05-05..never: person.alcohol_enforcement_contacts",
                     id="the contacts are said to be unknown"),
        pytest.param([a_dwi()], {"record_complete": False},
                     "unknown 2022-05-05..never: person.record_complete",
                     id="the record is not complete"),
    ],
)  # fmt: skip
def test_a_first_dwi_clears(cases, person, expected):
    assert ask("clear.610_130", *cases, **person) == expected
