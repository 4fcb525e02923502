"""The people of the hand-made tables of law are answered alike one by one and all at once."""

from datetime import date

import pytest

from homeward import law
from tests.mutation.checks import checks_of
from tests.screen.both_ways import differences

PLACES = ["us-ca", "us-va", "us-va@va-lajc"]
DAY = date(2026, 11, 23)


@pytest.mark.slow
@pytest.mark.parametrize("body_id", PLACES)
def test_tables_are_answered_alike_one_by_one_and_all_at_once(body_id):
    asked = [one.record for check in checks_of(body_id) for one in check.asked]
    records = list({id(record): record for record in asked}.values())
    assert records
    assert differences(records, DAY, [law.body(body_id)]) == []
