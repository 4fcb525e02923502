"""The best choice among groups is as good as the best of all choices, tried one by one."""

from itertools import product

from hypothesis import given
from hypothesis import strategies as st

from homeward.explain.choosing import Option, best

takes = st.tuples(st.integers(0, 1), st.integers(0, 1))
worths = st.tuples(st.integers(0, 3), st.integers(-3, 3))


@st.composite
def some_groups(draw):
    names = iter(range(1000))
    one = st.builds(lambda t, w: Option((next(names),), t, w), takes, worths)
    lists = st.lists(one, max_size=3)
    return [[Option(), *options] for options in draw(st.lists(lists, max_size=4))]


def total(choice):
    return tuple(map(sum, zip((0, 0), *(o.worth for o in choice if o.worth), strict=True)))


def fits(choice, places):
    used = [sum(o.takes[kind] for o in choice if o.takes) for kind in (0, 1)]
    return all(count <= have for count, have in zip(used, places, strict=True))


@given(some_groups(), st.tuples(st.integers(0, 3), st.integers(0, 3)))
def test_nothing_beats_the_choice(groups, places):
    found = best(groups, places)
    assert found is not None
    assert len(found) == len(groups)
    assert all(option in group for option, group in zip(found, groups, strict=True))
    assert fits(found, places)
    assert total(found) == max(total(c) for c in product(*groups) if fits(c, places))


def test_no_group_is_no_choice():
    assert best([], (1, 1)) == []


def test_a_group_without_a_way_to_leave_it_out_may_not_fit():
    assert best([[Option(("a",), (1, 0), (1, 0))]], (0, 1)) is None


def test_many_groups_are_quick_to_choose_among():
    groups = [[Option(), Option((n,), (n % 2, 1 - n % 2), (1, -n))] for n in range(500)]
    found = best(groups, (2, 3))
    assert found is not None
    assert sorted(row for option in found for row in option.rows) == [0, 1, 2, 3, 4]
