"""Which parts can still move an answer, against trying every world."""

from collections.abc import Iterator

from hypothesis import given
from hypothesis import strategies as st

from homeward.when import (
    WHOLE,
    each_through_all,
    each_through_any,
    moves,
    through_all,
    through_any,
)
from tests.when.spans import spans, trees, values_of, worlds

THROUGH = {"all": through_all, "any": through_any}


def named(tree, leaves, window=WHOLE) -> Iterator[int]:
    """The leaves that the windows name, passed down the tree."""
    if tree.how == "leaf":
        if moves(leaves[tree.leaf], window):
            yield tree.leaf
        return
    values = [part.value(leaves) for part in tree.parts]
    for index, part in enumerate(tree.parts):
        yield from named(part, leaves, THROUGH[tree.how](window, values, index))


def moving(tree, leaves, place) -> bool:
    """Whether in some world of the other leaves two values of this one differ in the answer."""
    others = [leaf if index != place else leaf[:1] * 2 for index, leaf in enumerate(leaves)]
    return any(
        len({tree.value([*w[:place], v, *w[place + 1 :]]) for v in values_of(leaves[place])}) > 1
        for w in worlds(others)
    )


@given(trees())
def test_a_part_is_named_exactly_when_some_value_of_it_moves_the_answer(given_tree):
    tree, leaves = given_tree
    expected = {place for place in range(len(leaves)) if moving(tree, leaves, place)}
    assert set(named(tree, leaves)) == expected


@given(trees())
def test_an_answer_is_settled_exactly_when_no_part_is_named(given_tree):
    tree, leaves = given_tree
    assert tree.value(leaves).is_settled == (not set(named(tree, leaves)))


@given(st.lists(spans, max_size=6), spans)
def test_the_windows_of_all_parts_at_once_are_those_of_each(parts, window):
    places = range(len(parts))
    assert each_through_all(window, parts) == [through_all(window, parts, n) for n in places]
    assert each_through_any(window, parts) == [through_any(window, parts, n) for n in places]
