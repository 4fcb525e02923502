"""RSMo 610.122: a false arrest, and a traffic charge that came to nothing."""

import pytest

from tests.law.us.mo.records import a_charge, ask, in_one_case

FOUND = {"arrest_on_false_information": True, "no_probable_cause": True}
FINDINGS = "charge.arrest_on_false_information, charge.no_probable_cause"


def speeding(**facts):
    return a_charge(
        **{
            "statute": "304.010",
            "severity": "misdemeanor",
            "class": "C",
            "offense_date": "2025-01-01",
            "arrest_date": "2025-01-01",
            "disposition": "dismissed",
            "disposition_date": "2025-03-03",
            "disposition_completed_on": None,
            **facts,
        }
    )


def an_arrest(**facts):
    return speeding(
        **{
            "statute": "570.030",
            "severity": "felony",
            "class": "D",
            "disposition": "no_charge_filed",
            "disposition_date": None,
            **facts,
        }
    )


def a_conviction(**facts):
    return a_charge(
        **{
            "statute": "574.010",
            "severity": "misdemeanor",
            "class": "B",
            "offense_date": "2019-06-01",
            "disposition_date": "2019-08-01",
            **facts,
        }
    )


@pytest.mark.parametrize(
    ("cases", "person", "expected"),
    [
        pytest.param([speeding()], {}, "now 2025-03-03", id="a dismissed moving violation"),
        pytest.param([speeding(disposition="acquitted")], {}, "now 2025-03-03", id="or lost"),
        pytest.param([speeding(statute="300.155")], {}, "now 2025-03-03",
                     id="or of the model traffic ordinance"),
        pytest.param([speeding(statute="301.020")], {}, f"unknown 2025-03-03..never: {FINDINGS}",
                     id="a registration offense is no moving violation"),
        pytest.param([speeding(statute="303.025")], {}, "now 2025-03-03",
                     id="or driving without insurance"),
        pytest.param([speeding(statute="303.025", severity="infraction")], {},
                     f"unknown 2025-03-03..never: {FINDINGS}",
                     id="an insurance infraction is no misdemeanor, so a finding is needed"),
        pytest.param([speeding(), a_conviction()], {}, "never: no_conviction",
                     id="an earlier misdemeanor conviction"),
        pytest.param([speeding(), a_conviction(disposition_date="2026-01-01")], {},
                     "never: no_conviction", id="or a later one"),
        pytest.param([speeding(), a_conviction(disposition="sis")], {}, "now 2025-03-03",
                     id="a suspended imposition is no conviction"),
        pytest.param([speeding(), a_conviction(severity="infraction")], {}, "now 2025-03-03",
                     id="an infraction is no misdemeanor"),
        pytest.param([speeding()], {"civil_action_pending": True},
                     "later 2025-03-03..never: waits on the end of the civil suit",
                     id="a civil suit about the arrest holds it back"),
        pytest.param([speeding(disposition="pending", disposition_date=None)], {},
                     "later always..never: waits on the end of the charges of this arrest",
                     id="an open charge waits"),
        pytest.param([speeding(disposition="convicted")], {}, "never: false_arrest",
                     id="a conviction for it was not for nothing"),
        pytest.param([speeding(commercial_vehicle=False, cdl_at_offense=False)],
                     {"civil_action_pending": False}, "now 2025-03-03",
                     id="no commercial driving and no civil suit, it says"),
        pytest.param([speeding(statute="City 3", severity="ordinance",
                               ordinance_equivalent_of="304.010")], {}, "now 2025-03-03",
                     id="a city's speeding ordinance"),
        pytest.param([speeding()], {"cdl_holder": True},
                     f"unknown 2025-03-03..never: {FINDINGS}",
                     id="a commercial driver needs the findings"),
        pytest.param([speeding()], {"cdl_holder": None},
                     f"unknown 2025-03-03..never: {FINDINGS}, "
                     "charge.cdl_at_offense, person.cdl_holder",
                     id="whether a commercial driver is not known"),
        pytest.param([speeding(commercial_vehicle=True)], {},
                     f"unknown 2025-03-03..never: {FINDINGS}", id="a commercial vehicle"),
        pytest.param([speeding(statute="577.010")], {},
                     f"unknown 2025-03-03..never: {FINDINGS}",
                     id="drunk driving is outside the traffic limb"),
        pytest.param([an_arrest()], {}, f"unknown 2025-01-01..never: {FINDINGS}",
                     id="an arrest without charge turns on the judge's findings"),
        pytest.param([an_arrest(**FOUND)], {}, "now 2025-01-01", id="with both findings it holds"),
        pytest.param([an_arrest(**{**FOUND, "no_probable_cause": False})], {},
                     "never: false_arrest", id="with probable cause it does not"),
        pytest.param([in_one_case(an_arrest(**FOUND), a_conviction(disposition="sis"))], {},
                     "never: false_arrest", id="a suspended sentence for a related charge"),
        pytest.param([in_one_case(speeding(), speeding(disposition_date="2025-04-04"))], {},
                     "now 2025-04-04", id="every related charge has to end"),
        pytest.param([in_one_case(speeding(), speeding(disposition="sis"))], {},
                     "never: false_arrest", id="and to end well"),
        pytest.param([in_one_case(speeding(), speeding(disposition="no_charge_filed"))], {},
                     f"unknown 2025-03-03..never: {FINDINGS}, law:us-mo/arrest_record.uncharged",
                     id="one never charged has no ending: open law"),
        pytest.param([speeding(jurisdiction="us-il")], {}, "never: missouri_arrest",
                     id="another state's arrest"),
        pytest.param([speeding(statute=None)], {},
                     f"unknown 2025-03-03..never: {FINDINGS}, charge.statute",
                     id="an unknown section"),
    ],
)  # fmt: skip
def test_an_arrest_record_clears(cases, person, expected):
    assert ask("clear.610_122", *cases, **person) == expected
