"""Where to turn: danger first, and every number says whether it was checked."""

from homeward.therapy.guide import lines
from tests.cli.commands import homeward


def test_danger_and_suicide_come_first():
    assert [line["how"][:3] for line in lines()[:2]] == ["911", "988"]


def test_every_number_says_when_it_was_checked_or_that_it_was_not():
    said = homeward("guide").stdout
    assert said.count("  Number ") == len(lines())
    assert all(line["inside"] for line in lines())
