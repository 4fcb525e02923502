"""Survivors in Illinois: a forcible felony, and a window that may close after two years."""

import pytest

from tests.law.us.survivors import ask

FORCIBLE = {"forcible_felony": True, "abuse_evidence_at_sentencing": "none"}


@pytest.mark.parametrize(
    ("charge", "expected"),
    [
        pytest.param({**FORCIBLE, "disposition_date": "2024-11-23"},
                     "now from 2024-11-23: law:us-il/"
                     "survivor.two_years", id="the two years end today at the soonest"),
        pytest.param({**FORCIBLE, "disposition_date": "2024-11-22"}, "unknown from 2024-11-22: "
                     "law:us-il/survivor.two_years", id="and then it is open"),
        pytest.param({**FORCIBLE, "disposition_date": "2023-03-01"}, "unknown from 2024-01-01: "
                     "law:us-il/survivor.two_years", id="from before the wider text"),
        pytest.param({**FORCIBLE, "forcible_felony": False}, "never", id="no forcible felony"),
        pytest.param({**FORCIBLE, "abuse_evidence_at_sentencing": "full"}, "never",
                     id="the court heard it all"),
        pytest.param({**FORCIBLE, "disposition_date": "2025-03-01", "forcible_felony": ...},
                     "unknown not before 2025-03-01: charge.forcible_felony,"
                     " law:us-il/survivor.two_years", id="not known whether it is one"),
        pytest.param({**FORCIBLE, "disposition_date": "2024-10-01",
                      "sentence": {"type": "term", "sentenced_on": "2025-03-01"}},
                     "now from 2025-03-01: law:us-il/survivor.two_years",
                     id="from the day of the sentence"),
        pytest.param({**FORCIBLE, "disposition_date": "2025-03-01",
                      "abuse_evidence_at_sentencing": ...},
                     "unknown not before 2025-03-01: charge.abuse_evidence_at_sentencing,"
                     " law:us-il/survivor.two_years", id="not known what the court heard"),
        pytest.param({**FORCIBLE, "disposition_date": ...},
                     "unknown not before 2024-01-01: charge.sentence.sentenced_on,"
                     " charge.disposition_date, law:us-il/survivor.two_years",
                     id="the day of the sentence is not known"),
        pytest.param({**FORCIBLE, "disposition": "dismissed"}, "not_applicable", id="no sentence"),
    ],
)  # fmt: skip
def test_illinois(charge, expected):
    assert ask("may_apply", "us-il", charge) == expected


def test_who_tells_of_trafficking_is_asked_too():
    charge = {**FORCIBLE, "disposition_date": "2025-03-01"}
    told = ask("may_apply", "us-il", charge, abuse=..., trafficking_victim=True)
    assert told == "now from 2025-03-01: law:us-il/survivor.two_years"
    assert ask("may_apply", "us-il", charge, abuse=...) == "not_applicable"
