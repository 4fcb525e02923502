"""Missouri: every number, day and list row of the law is noticed by some test, or says why not."""

import tomllib
from fnmatch import fnmatchcase
from pathlib import Path

import pytest

from homeward import law
from tests.mutation.survivors import survivors

REASONS = tomllib.loads(Path(__file__).with_name("us-mo.toml").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def found():
    return survivors(law.body("us-mo"))


@pytest.mark.slow
@pytest.mark.parametrize("part", ["alive", "unread_parameters", "unread_tags"])
def test_what_no_test_notices_has_its_reason(found, part):
    patterns = REASONS[part]
    names = getattr(found, part)
    fits = {name: [p for p in patterns if fnmatchcase(name, p)] for name in names}
    assert [name for name, reasons in fits.items() if not reasons] == []
    used = {pattern for reasons in fits.values() for pattern in reasons}
    assert sorted(set(patterns) - used) == []  # a reason that is no longer needed
