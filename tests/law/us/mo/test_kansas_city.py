"""Kansas City's limit on landlords, from 2024-08-01 until the state ended it on 2025-08-28."""

import pytest

from tests.law.us.mo.records import ask


@pytest.mark.parametrize(
    ("as_of", "expected"),
    [
        ("2024-07-31", "not_applicable"),
        ("2024-08-01", "now 2024-08-01"),
        ("2025-08-27", "now 2024-08-01"),
        ("2025-08-28", "never: state_allows_it"),
        ("2026-11-23", "never: state_allows_it"),
    ],
    ids=["the day before it began", "its first day", "its last day", "the day the state ended it",
         "today"],
)  # fmt: skip
def test_the_city_limit_holds(as_of, expected):
    assert ask("housing.local_limit.kansas_city", as_of=as_of) == expected
