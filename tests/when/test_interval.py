"""The algebra of spans: its laws, its ends, and that knowing more never widens an answer."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from homeward.when import ALWAYS, FIRST, LAST, NEVER, UNKNOWN, When, all_of, any_of, hull, on
from tests.when.spans import LINE, spans, trees, values_of, worlds

DAY = date(2027, 3, 3)
DATE = on(DAY)
LATER = on(date(2031, 5, 1))
PARTLY = When(DAY, LAST)


# --- the order of never, unknown and a date -------------------------------------------


@pytest.mark.parametrize(
    ("parts", "together", "either"),
    [
        pytest.param((NEVER, UNKNOWN), NEVER, UNKNOWN, id="never beats unknown when all must hold"),
        pytest.param((NEVER, DATE), NEVER, DATE, id="never beats a date when all must hold"),
        pytest.param((ALWAYS, UNKNOWN), UNKNOWN, ALWAYS, id="one open way is enough"),
        pytest.param((ALWAYS, NEVER), NEVER, ALWAYS, id="always and never"),
        pytest.param(
            (UNKNOWN, DATE), When(DAY, LAST), When(FIRST, DAY), id="a date bounds unknown"
        ),
        pytest.param((DATE, LATER), LATER, DATE, id="the later and the earlier day"),
        pytest.param(
            (PARTLY, LATER), When(LATER[0], LAST), When(DAY, LATER[0]), id="a known floor"
        ),
        pytest.param((UNKNOWN, DATE, NEVER), NEVER, When(FIRST, DAY), id="never ends the matter"),
        pytest.param((), ALWAYS, NEVER, id="nothing is asked, and no way is there"),
    ],
)
def test_two_answers_together(parts, together, either):
    assert all_of(*parts) == together
    assert any_of(*parts) == either


# --- laws -------------------------------------------------------------------------------

JOINS = pytest.mark.parametrize("join", [all_of, any_of], ids=["all", "any"])


@JOINS
@given(a=spans, b=spans, c=spans)
def test_the_order_and_grouping_of_parts_do_not_matter(join, a, b, c):
    assert join(a, b) == join(b, a)
    assert join(a, join(b, c)) == join(join(a, b), c) == join(a, b, c)


@JOINS
@given(a=spans)
def test_saying_a_part_twice_changes_nothing(join, a):
    assert join(a, a) == join(a) == a


@given(a=spans)
def test_always_and_never_are_the_ends(a):
    assert all_of(a, ALWAYS) == a == any_of(a, NEVER)
    assert all_of(a, NEVER) == NEVER
    assert any_of(a, ALWAYS) == ALWAYS


@given(a=spans, b=spans)
def test_absorption(a, b):
    assert all_of(a, any_of(a, b)) == a == any_of(a, all_of(a, b))


@given(a=spans, b=spans, c=spans)
def test_all_and_any_distribute_over_each_other(a, b, c):
    assert all_of(a, any_of(b, c)) == any_of(all_of(a, b), all_of(a, c))
    assert any_of(a, all_of(b, c)) == all_of(any_of(a, b), any_of(a, c))


@given(a=spans, b=spans, c=spans)
def test_a_hull_covers_its_parts_and_no_more(a, b, c):
    whole = hull(a, b, c)
    assert all(whole.soonest <= part.soonest and part.latest <= whole.latest for part in (a, b, c))
    assert whole.soonest in {part.soonest for part in (a, b, c)}
    assert whole.latest in {part.latest for part in (a, b, c)}
    assert hull(a) == hull(a, a) == a
    assert hull(a, b, c) == hull(c, hull(b, a))


def test_a_hull_of_nothing_says_what_is_wrong():
    with pytest.raises(ValueError, match="at least one part"):
        hull()


# --- trees ------------------------------------------------------------------------------

ANY_TREE = trees(how=("all", "any", "hull"))


@given(ANY_TREE)
def test_the_bounds_of_a_tree_keep_their_order(given_tree):
    tree, leaves = given_tree
    soonest, latest = tree.value(leaves)
    assert FIRST <= soonest <= latest <= LAST


@given(ANY_TREE, st.data())
def test_learning_a_fact_never_leaves_the_old_bounds(given_tree, data):
    tree, leaves = given_tree
    place = data.draw(st.sampled_from(range(len(leaves))))
    old = tree.value(leaves)
    for learned in values_of(leaves[place]):
        new = tree.value([*leaves[:place], learned, *leaves[place + 1 :]])
        assert old.soonest <= new.soonest <= new.latest <= old.latest


@given(ANY_TREE, st.data())
def test_narrowing_a_span_never_widens_the_answer(given_tree, data):
    tree, leaves = given_tree
    place = data.draw(st.sampled_from(range(len(leaves))))
    inside = data.draw(
        spans.filter(lambda s: leaves[place][0] <= s[0] and s[1] <= leaves[place][1])
    )
    old, new = tree.value(leaves), tree.value([*leaves[:place], inside, *leaves[place + 1 :]])
    assert old.soonest <= new.soonest <= new.latest <= old.latest


@given(trees())
def test_the_bounds_are_exact_where_each_fact_stands_once(given_tree):
    """Both bounds are the answer in some world that the record allows."""
    tree, leaves = given_tree
    answers = [tree.value(world).soonest for world in worlds(leaves)]
    assert tree.value(leaves) == (min(answers), max(answers))


@given(
    trees(how=("all", "any", "hull")), st.lists(st.sampled_from(range(5)), min_size=5, max_size=5)
)
def test_the_bounds_are_safe_where_a_fact_stands_more_than_once(given_tree, same):
    """Leaves that are one and the same fact: the answer of each world lies inside the bounds."""
    tree, leaves = given_tree
    shared = [leaves[same[place] % len(leaves)] for place in range(len(leaves))]
    old = tree.value(shared)
    for world in worlds(leaves):
        new = tree.value([world[same[place] % len(leaves)] for place in range(len(leaves))])
        assert old.soonest <= new.soonest <= new.latest <= old.latest


# --- one answer -------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("answer", "said"),
    [
        (ALWAYS, "always"),
        (NEVER, "never"),
        (UNKNOWN, "unknown"),
        (DATE, "from 2027-03-03"),
        (PARTLY, "not before 2027-03-03"),
        (When(FIRST, DAY), "by 2027-03-03"),
        (When(DAY, date(2031, 5, 1)), "not before 2027-03-03; by 2031-05-01"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_an_answer_in_words(answer, said):
    assert str(answer) == said


@pytest.mark.parametrize(
    ("answer", "on_day", "holds"),
    [
        pytest.param(DATE, date(2027, 3, 2), False, id="not the day before"),
        pytest.param(DATE, DAY, True, id="on the day itself"),
        pytest.param(PARTLY, date(2027, 3, 2), False, id="surely not before the soonest day"),
        pytest.param(PARTLY, DAY, None, id="perhaps from the soonest day on"),
        pytest.param(When(FIRST, DAY), date(2027, 3, 2), None, id="perhaps before the latest day"),
        pytest.param(When(FIRST, DAY), DAY, True, id="surely from the latest day on"),
        pytest.param(ALWAYS, DAY, True, id="always"),
        pytest.param(NEVER, DAY, False, id="never"),
        pytest.param(NEVER, LAST, False, id="never, even on the last day of all"),
        pytest.param(UNKNOWN, DAY, None, id="unknown"),
    ],
)
def test_whether_it_holds_on_a_day(answer, on_day, holds):
    assert answer.holds_on(on_day) is holds


@given(spans, st.sampled_from(LINE[1:-1]))
def test_what_holds_on_a_day_is_what_holds_in_every_world(span, day):
    in_worlds = {world.soonest <= day for world in values_of(span)}
    assert span.holds_on(day) is (in_worlds.pop() if len(in_worlds) == 1 else None)


@pytest.mark.parametrize(
    ("day", "answer"),
    [
        pytest.param(date(1799, 12, 31), ALWAYS, id="before the first day is always"),
        pytest.param(FIRST, ALWAYS, id="the first day is always"),
        pytest.param(
            date(1800, 1, 2), When(date(1800, 1, 2), date(1800, 1, 2)), id="the day after"
        ),
        pytest.param(LAST, NEVER, id="the last day is never"),
        pytest.param(date(2201, 1, 1), NEVER, id="after the last day is never"),
    ],
)
def test_a_day_beyond_the_line_stops_at_its_end(day, answer):
    assert on(day) == answer
    assert answer.is_settled
