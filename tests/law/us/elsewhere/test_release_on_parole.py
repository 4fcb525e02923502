"""A release on parole is the release that the laws on reports and renting count from."""

import pytest

from tests.law.us.homes import ask

REPORT, USE = "state_report_barred", "landlord_use_barred"
LATER = "later from 2026-11-24"


def paroled(on, **more):
    return {"disposition_date": "2012-01-01", "description": "forgery",
            "sentence": {"type": "prison", "paroled_on": on}, **more}  # fmt: skip


@pytest.mark.parametrize(
    ("question", "place", "charge", "expected"),
    [
        *[pytest.param(REPORT, place, paroled("2019-11-23"), LATER, id=f"{place}: seven years")
          for place in ("us-ca", "us-ks", "us-md", "us-mt", "us-nh", "us-nm", "us-ny", "us-wa")],
        *[pytest.param(REPORT, place, paroled("2019-11-23"),
                       f"unknown not before 2026-11-24: law:{place}/report.preempted",
                       id=f"{place}: seven years, if federal law leaves room")
          for place in ("us-co", "us-tx")],
        pytest.param(USE, "us-nj", paroled("2022-11-23", **{"class": "2"}), LATER,
                     id="New Jersey: four years of the second degree"),
        pytest.param(USE, "us-ny-nyc", paroled("2021-11-24"), LATER, id="New York City: five"),
        pytest.param(USE, "us-mi-detroit", paroled("2021-11-23"), LATER, id="Detroit: five"),
        pytest.param(USE, "us-ca-richmond",
                     paroled("2012-06-01", disposition_completed_on="2012-03-03",
                             directly_related_finding=True),
                     "now not before 2014-01-02; by 2014-06-02: law:us-ca-richmond/rent.event",
                     id="Richmond: two, from the release perhaps"),
    ],
)  # fmt: skip
def test_the_years_run_from_the_release_on_parole(question, place, charge, expected):
    assert ask(question, place, charge, home={"affordable": True}, law_of=place) == expected


def test_a_later_release_on_record_comes_first():
    back_in_prison = {"type": "prison", "paroled_on": "2015-05-05", "released_on": "2019-11-23"}
    assert ask(REPORT, "us-ks", paroled("", sentence=back_in_prison)) == LATER
