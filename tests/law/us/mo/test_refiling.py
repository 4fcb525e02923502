"""RSMo 610.140.12: a new petition one year after the filing of a dismissed one."""

import pytest

from tests.law.us.mo.records import a_charge, ask


@pytest.mark.parametrize(
    ("filed_on", "expected"),
    [
        ("2025-11-23", "now 2026-11-23"),
        ("2025-11-24", "later 2026-11-24"),
        ("2024-02-29", "now 2025-03-01"),
        ("2026-02-14", "later 2027-02-14"),
        (..., "not_applicable"),
        (None, "unknown always..never: person.dismissed_petition_filed_on"),
    ],
    ids=["a year to the day", "and not a day less", "from a leap day", "the worked example",
         "no petition was dismissed", "whether one was dismissed is not known"],
)  # fmt: skip
def test_a_new_petition(filed_on, expected):
    assert ask("refile.610_140", a_charge(), dismissed_petition_filed_on=filed_on) == expected
