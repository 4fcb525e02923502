"""Every number, day and list row of a law is noticed by some test, or says why not."""

import tomllib
from fnmatch import fnmatchcase
from functools import cache
from pathlib import Path

import pytest

from homeward import law
from tests.mutation.survivors import survivors

LISTS = {file.stem: file for file in Path(__file__).parent.glob("us-*.toml")}
"""The reasons of each place beside this file; a place is held to this test once it has them."""


@cache
def found(body_id):
    return survivors(law.body(body_id))


@pytest.mark.slow
@pytest.mark.parametrize("part", ["alive", "unread_parameters", "unread_tags"])
@pytest.mark.parametrize("body_id", sorted(LISTS))
def test_what_no_test_notices_has_its_reason(body_id, part):
    patterns = tomllib.loads(LISTS[body_id].read_text(encoding="utf-8"))[part]
    names = getattr(found(body_id), part)
    fits = {name: [p for p in patterns if fnmatchcase(name, p)] for name in names}
    assert [name for name, reasons in fits.items() if not reasons] == []
    used = {pattern for reasons in fits.values() for pattern in reasons}
    assert sorted(set(patterns) - used) == []  # a reason that is no longer needed
