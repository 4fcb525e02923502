"""California: relief without asking, PC 1203.425."""

import pytest

from tests.law.us.ca.records import ask, convicted, custody, probation

AUTO = "clear.auto"


@pytest.mark.parametrize(
    ("charge", "expected"),
    [
        pytest.param(probation("2026-11-23"), "now 2026-11-23", id="probation ends today"),
        pytest.param(probation("2018-04-02"), "now 2022-07-01", id="not before it began"),
        pytest.param(probation("2018-04-02", serious=True), "now 2022-07-01",
                     id="a serious felony with completed probation"),
        pytest.param(probation("2018-04-02", outcome="completed_with_violation"), "now 2022-07-01",
                     id="a violation is no revocation"),
        pytest.param(probation("1973-06-06", on="1972-12-31"), "never", id="older than 1973"),
        pytest.param(probation("1974-06-06", on="1973-01-01"), "now 2022-07-01", id="of 1973"),
        pytest.param(custody("jail", "2025-12-01", kind="misdemeanor", on="2025-11-23"),
                     "now 2026-11-23", id="a misdemeanor, a year since the judgment"),
        pytest.param(custody("jail", "2025-12-01", kind="misdemeanor", on="2025-11-24"),
                     "later 2026-11-24", id="a day short"),
        pytest.param(custody("jail", "2022-11-23"), "now 2026-11-23", id="a felony: four years"),
        pytest.param(custody("jail", "2022-11-24"), "later 2026-11-24", id="a day short of four"),
        pytest.param(custody("jail", "2012-11-24"), "now 2024-10-01", id="not before October 2024"),
        pytest.param(custody("jail", "2012-11-24", serious=True), "never", id="a serious felony"),
        pytest.param(custody("jail", "2012-11-24", statute="PC 211", serious=...), "never",
                     id="robbery is on the list"),
        pytest.param(custody("jail", "2012-11-24", serious=...),
                     "unknown 2024-10-01..never: charge.serious", id="off the list it is asked"),
        pytest.param(custody("jail", "2012-11-24", registrable=True), "never",
                     id="a duty to register"),
        pytest.param(custody("jail", "2012-11-24", auto_relief_denied_on="2024-11-11"), "never",
                     id="a court denied it"),
    ],
)  # fmt: skip
def test_relief_without_asking(charge, expected):
    assert ask(AUTO, charge) == expected


def test_who_has_to_register_is_left_out():
    assert ask(AUTO, probation("2018-04-02"), registered_290=True) == "never"
    assert ask(AUTO, probation("2018-04-02"), registered_290=...) == (
        "unknown 2022-07-01..never: person.registered_290"
    )


def test_a_new_felony_within_the_four_years_is_read_two_ways():
    old = custody("jail", "2012-11-24", on="2011-01-01")
    within = custody("jail", "2015-01-01", on="2014-06-06")
    after = custody("jail", "2018-01-01", on="2017-06-06")
    assert ask(AUTO, old, within) == "unknown 2024-10-01..never: law:us-ca/auto.new_felony"
    assert ask(AUTO, old, after) == "now 2024-10-01"


def test_an_open_charge_holds_it_back():
    still_open = convicted(disposition="pending", disposition_date=None)
    assert ask(AUTO, probation("2018-04-02"), still_open) == (
        "later 2022-07-01..never: waits on the end of an open charge"
    )
