"""Counting places: never *yes* where some way of filling the gaps breaks the limit, never *no*
where some way keeps it."""

from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from homeward.explain.meaning.limits import count

KINDS = (0, 1)
places = st.sets(st.sampled_from([0, 1, None]), min_size=1).map(frozenset)
rows = st.lists(st.tuples(places, st.sampled_from(["S1", "S2", None])), max_size=4)


def worlds(charges):
    """Every way to fill the gaps: a kind for each charge, and a group for each without one."""
    fresh = [f"new{n}" for n in range(len(charges))]
    groups = [[name] if name else ["S1", "S2", *fresh] for _, name in charges]
    for kinds in product(*(sorted(options, key=str) for options, _ in charges)):
        for names in product(*groups):
            yield list(zip(kinds, names, strict=True))


def used(world, kind):
    highest = {}
    for place, name in world:
        if place is not None:
            highest[name] = min(place, highest.get(name, place))
    return sum(found == kind for found in highest.values())


@given(rows)
def test_the_count_spans_every_way_to_fill_the_gaps(charges):
    for kind in KINDS:
        fewest, most = count(charges, kind)
        counts = [used(world, kind) for world in worlds(charges)]
        assert fewest <= min(counts)
        assert max(counts) <= most


@pytest.mark.parametrize(
    ("charges", "kind", "expected"),
    [
        ([], 0, (0, 0)),
        ([({0}, "S1"), ({0}, "S1"), ({0}, "S2")], 0, (2, 2)),
        ([({0}, None), ({0}, None), ({0}, None)], 0, (1, 3)),
        ([({0}, "S1"), ({1}, "S1")], 1, (0, 0)),
        ([({1}, "S1"), ({1}, "S2"), ({0}, None)], 1, (1, 2)),
        ([({1, None}, "S1")], 1, (0, 1)),
        ([({0, 1}, "S1")], 1, (0, 1)),
        ([({0, 1}, "S1")], 0, (0, 1)),
        ([({None}, "S1")], 0, (0, 0)),
    ],
    ids=["no charges", "a group counts once", "unknown groups may be one or many",
         "a group counts as its highest kind only", "a joining charge may lift one group",
         "a charge that may never be cleared", "a charge of either kind, as the lesser",
         "a charge of either kind, as the greater", "a charge that takes no place"],
)  # fmt: skip
def test_the_fewest_and_the_most(charges, kind, expected):
    assert count([(frozenset(options), name) for options, name in charges], kind) == expected
