"""California: arrests that no conviction came of, PC 851.91 and 851.93."""

import pytest

from tests.law.us.ca.records import answer, arrest, ask

AUTO, PETITION = "arrest.auto", "arrest.petition"


@pytest.mark.parametrize(
    ("charge", "expected"),
    [
        pytest.param(arrest("misdemeanor", "dismissed", "2021-01-20"), "now 2021-01-20",
                     id="a misdemeanor, dismissed"),
        pytest.param(arrest("felony", "dismissed", "2021-01-20"), "never",
                     id="a felony, charged and dismissed, fits no way"),
        pytest.param(arrest("misdemeanor", "acquitted", "2021-01-20"), "now 2021-01-20",
                     id="acquitted of a misdemeanor"),
        pytest.param(arrest("felony", "acquitted", "2021-01-20"), "now 2021-01-20",
                     id="of a felony"),
        pytest.param(arrest("misdemeanor", "no_complaint"), "now 2021-08-08",
                     id="nothing filed: one year"),
        pytest.param(arrest("misdemeanor", "no_complaint", arrest_date="2025-11-24",
                            offense_date="2025-11-24"), "later 2026-11-24", id="a day short"),
        pytest.param(arrest("felony", "no_complaint", max_years=3), "now 2023-08-08",
                     id="a felony: three years"),
        pytest.param(arrest("felony", "no_complaint", max_years=7), "now 2023-08-08",
                     id="seven years may be given"),
        pytest.param(arrest("felony", "no_complaint", max_years=8), "now 2026-08-08",
                     id="eight: six years"),
        pytest.param(arrest("felony", "no_complaint", arrest_date="2022-08-08"),
                     "unknown 2025-08-08..2028-08-08: charge.max_years", id="term not known"),
        pytest.param(arrest("felony", "no_complaint"),
                     "now 2023-08-08..2026-08-08: charge.max_years",
                     id="not known, and both are over"),
        pytest.param(arrest("misdemeanor", "no_complaint", arrest_date="1972-12-31"), "never",
                     id="older than 1973"),
        pytest.param(arrest("felony", "diverted", "2024-05-05", diversion="PC 1001.36"),
                     "now 2024-05-05", id="mental health diversion"),
        pytest.param(arrest("felony", "diverted", "2024-05-05", diversion="PC 1001.95"), "never",
                     id="judicial diversion is not on the list"),
        pytest.param(arrest("misdemeanor", "diverted", "2024-05-05", diversion="PC 1001.95"),
                     "now 2024-05-05", id="of a misdemeanor it is a dismissal"),
    ],
)  # fmt: skip
def test_sealed_without_asking(charge, expected):
    assert ask(AUTO, charge) == expected


@pytest.mark.parametrize(
    ("charge", "expected"),
    [
        pytest.param(arrest("misdemeanor", "dismissed", "2021-01-20", refiling_barred=True),
                     "now 2021-01-20", id="dismissed, and can not be filed again"),
        pytest.param(arrest("misdemeanor", "dismissed", "2026-01-20", offense_date="2025-12-01",
                            arrest_date="2025-12-01", refiling_barred=False),
                     "later 2026-12-01", id="it can be: until the time for it is over"),
        pytest.param(arrest("felony", "no_complaint", max_years=3), "now 2023-08-08",
                     id="nothing filed: three years"),
        pytest.param(arrest("felony", "no_complaint", max_years=8), "now 2026-08-08",
                     id="six, where eight may be given"),
        pytest.param(arrest("felony", "no_complaint", max_years=99), "never", id="murder"),
        pytest.param(arrest("felony", "acquitted", "2021-01-20", max_years=99), "now 2021-01-20",
                     id="acquitted of murder"),
        pytest.param(arrest("misdemeanor", "acquitted", "2021-01-20", evaded=True), "never",
                     id="evaded the charge"),
    ],
)  # fmt: skip
def test_sealed_on_request(charge, expected):
    assert ask(PETITION, charge) == expected


def test_a_pattern_of_abuse_leaves_it_to_the_court():
    told = {"refiling_barred": True}
    plain = arrest("misdemeanor", "dismissed", "2021-01-20", **told)
    pattern = arrest(
        "misdemeanor", "dismissed", "2021-01-20", pattern="domestic violence: five", **told
    )
    assert answer(PETITION, plain).brings.standard == "shall"
    assert answer(PETITION, pattern).brings.standard == "may"


@pytest.mark.parametrize("question", [AUTO, PETITION, "clear"])
@pytest.mark.parametrize("severity", ["felony", "misdemeanor"])
def test_an_open_charge_waits_for_its_end(question, severity):
    waits = "later always..never: waits on the end of this open charge"
    assert ask(question, arrest(severity, "pending", None)) == waits


@pytest.mark.parametrize(
    ("severity", "facts", "expected"),
    [
        pytest.param("misdemeanor", {"arrest_date": "2025-11-23"}, "now 2026-11-23",
                     id="a misdemeanor: a year from the arrest"),
        pytest.param("misdemeanor", {"arrest_date": "2025-11-24"}, "later 2026-11-24",
                     id="a day later"),
        pytest.param("felony", {"max_years": 3}, "now 2023-08-08", id="a felony: three years"),
        pytest.param("felony", {"max_years": 9}, "now 2026-08-08", id="nine years may be given"),
        pytest.param("felony", {"max_years": 9, "offense_date": "2018-01-01"}, "now 2024-01-01",
                     id="the offense was long before, and that counts"),
        pytest.param("felony", {"max_years": 3, "arrest_date": ...},
                     "unknown always..never: charge.limitation_period_end, charge.offense_date, "
                     "charge.arrest_date", id="no day at all"),
    ],
)  # fmt: skip
def test_the_time_to_charge_runs_from_the_arrest_where_no_offense_is_dated(
    severity, facts, expected
):
    charge = arrest(severity, "no_complaint", **{"offense_date": ..., **facts})
    assert ask(PETITION, charge) == expected
