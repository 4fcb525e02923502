"""Every number, day and list row of a law is noticed by some test, or says why not."""

from functools import cache

import pytest

from homeward import law
from tests.mutation.reasons import FILES, by_reason, not_needed
from tests.mutation.survivors import survivors


@cache
def found(body_id):
    return survivors(law.body(body_id))


@pytest.mark.slow
@pytest.mark.parametrize("part", ["alive", "unread_parameters", "unread_tags"])
@pytest.mark.parametrize("body_id", law.body_ids())
def test_what_no_test_notices_has_its_reason(body_id, part):
    names = getattr(found(body_id), part)
    assert by_reason(body_id, part, names)[""] == []
    assert not_needed(body_id, part, names) == []  # a reason that is no longer needed


def test_every_file_of_reasons_is_of_a_place_that_we_know():
    assert set(FILES) <= set(law.body_ids())
