"""The dice and the picking: exact on any machine, even, and independent of one another."""

import hashlib

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from homeward.sample import read_distributions
from homeward.sample.dice import Dice, _mixed, keys
from homeward.sample.shares import NOT_KNOWN, Bands, Grid, Shares, lognormal_quantiles

MISSOURI = read_distributions("us-mo")
WORD = 2**64


def test_numbers_are_mixed_as_splitmix64_does():
    # The first outputs for the seed 1234567, as Rosetta Code gives them for "Splitmix64".
    states = [(1_234_567 + 0x9E3779B97F4A7C15 * step) % WORD for step in (1, 2, 3)]
    assert _mixed(np.array(states, np.uint64)).tolist() == [
        6457827717110365317, 3203168211198807973, 9817491932198370423,
    ]  # fmt: skip


def mixed_slowly(number):
    number = (number ^ (number >> 30)) * 0xBF58476D1CE4E5B9 % WORD
    number = (number ^ (number >> 27)) * 0x94D049BB133111EB % WORD
    return number ^ (number >> 31)


@given(
    person=st.integers(0, 99_999_998),
    case=st.integers(0, 9_999),
    charge=st.integers(0, 255),
    seed=st.integers(0, 2**63 - 1),
)
def test_an_even_number_is_the_one_that_whole_numbers_give(person, case, charge, seed):
    row = mixed_slowly((person << 24) + (case << 8) + charge)
    name = int.from_bytes(hashlib.sha256(f"{seed} a draw".encode()).digest()[:8], "little")
    expected = (mixed_slowly(row ^ name) >> 11) / 2**53
    one = keys(np.array([person]), np.array([case]), np.array([charge]))
    assert Dice(MISSOURI, seed, one).even("a draw").tolist() == [expected]


def test_a_name_cannot_be_drawn_twice_for_the_same_rows():
    dice = Dice(MISSOURI, 1, keys(np.arange(3)))
    dice.even("a draw")
    with pytest.raises(ValueError, match="a draw is drawn twice"):
        dice.even("a draw")


def test_draws_are_even_and_say_nothing_of_one_another():
    count = 200_000
    dice = Dice(MISSOURI, 1, keys(np.arange(count)))
    one, two = dice.even("one draw"), dice.even("another draw")
    tenths = np.bincount((one * 10).astype(int), minlength=10) / count
    assert np.abs(tenths - 0.1).max() < 5 * (0.1 * 0.9 / count) ** 0.5
    for left, right in ((one, two), (one[:-1], one[1:])):
        assert abs(np.corrcoef(left, right)[0, 1]) < 5 / count**0.5


LOGNORMALS = [name for name, entry in MISSOURI.entries.items() if "median" in entry]


@pytest.mark.parametrize("name", LOGNORMALS)
def test_no_bin_of_a_lognormal_ends_where_machines_could_differ(name):
    entry = MISSOURI.entries[name]
    ends = np.array(lognormal_quantiles(entry["median"], entry["spread"]))
    from_whole = np.abs(ends - np.round(ends))
    # Half of the last bin but one is certain: 1e-9 is a million times what a logarithm may err.
    exact = from_whole == 0
    assert np.all(exact | (from_whole > 1e-9 * ends))


def test_a_lognormal_has_its_median_and_its_greatest_value():
    drawn = Bands.lognormal(100, 1.0, 900).pick((np.arange(100_000) + 0.5) / 100_000)
    assert np.median(drawn) == pytest.approx(100, abs=1)
    # One deviation above the median lies the 84.13th hundredth: 100 e = 271.8.
    assert np.quantile(drawn, 0.8413) == pytest.approx(271.8, abs=2)
    assert drawn.max() == 900


@pytest.mark.parametrize(
    ("even", "number"),
    [(0.0, 1), (0.249, 1), (0.25, 5), (0.499, 5), (0.5, 6), (0.75, 7), (0.999999, 7)],
)
def test_a_band_is_even_within(even, number):
    assert Bands.of({"1": 1, "5-7": 3}).pick(np.array([even])).tolist() == [number]


@pytest.mark.parametrize(("even", "number"), [(0.0, 0), (0.249, 0), (0.25, 1), (0.999, NOT_KNOWN)])
def test_a_share_begins_where_the_one_before_it_ends(even, number):
    shares = Shares.of({"a": 1, "b": 1, "unknown": 2})
    assert shares.pick(np.array([even])).tolist() == [number]


def test_a_word_without_weight_is_never_picked():
    grid = Grid.of([{"a": 1}, {"b": 1}])
    rows = np.array([0, 0, 1, 1])
    almost = np.nextafter(1.0, 0.0)
    assert grid.pick(rows, np.array([0.0, almost, 0.0, almost])).tolist() == [0, 0, 1, 1]
