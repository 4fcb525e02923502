"""Reforms that are shipped: each is read, fits its law, and says what it is."""

import tomllib
from datetime import date

import pytest

from homeward import law
from homeward.law.overlays import overlays_named
from homeward.rules.patch import lay
from homeward.rules.patch.direction import Direction
from homeward.rules.patch.moves import Moves

SHIPPED = sorted(law.file_of("us", "overlays").parent.rglob("overlays/*.toml"))
DAY = date(2026, 11, 25)
ONE_WAY = {
    "hb-3527": ("us-mo/survivor-parole", Moves.DOWN),
    "before-sb-1421": ("us-mo/automatic", Moves.UP),
    "expunge-before-26": ("us-ma/expungement-before-21", Moves.DOWN),
    "shorter-waits": ("us-ma/sealing-by-mail", Moves.DOWN),
    "va-lajc-no-lifetime-limit": ("us-va@va-lajc/sealing", Moves.DOWN),
}


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: path.stem)
def test_a_shipped_reform_fits_its_law_and_says_what_it_is(path):
    (patch,) = overlays_named([str(path)])
    lay(law.body(patch.law), [patch])
    text = path.read_text(encoding="utf-8")
    assert text.startswith("#"), "the first line says what it is, and its status"
    assert tomllib.loads(text)["title"]


@pytest.mark.parametrize("name", ONE_WAY)
def test_which_way_it_goes(name):
    (patch,) = overlays_named([name])
    rule, moves = ONE_WAY[name]
    before = law.body(patch.law)
    assert Direction(before, lay(before, [patch]), date(2028, 1, 1)).of_rule(rule) is moves
