"""Formulas against printed tables, against one another at their limits, and against slow twins."""

import math
from itertools import pairwise

import pytest

from homeward.therapy.capacity.queues import (
    ageing,
    erlang,
    fixed_course,
    groups,
    one_therapist,
    priorities,
    random_walk,
    releases,
)
from homeward.therapy.capacity.queues.problem import Overload


@pytest.mark.parametrize(
    ("work", "places", "lost"),
    [
        # Traffic that loses 1 % of calls, from the printed tables of Erlang's B.
        (0.0101, 1, 0.01),
        (0.153, 2, 0.01),
        (1.361, 5, 0.01),
        (4.461, 10, 0.01),
        (12.03, 20, 0.01),
        (84.06, 100, 0.01),
    ],
)
def test_erlang_b_is_that_of_the_printed_tables(work, places, lost):
    assert erlang.share_turned_away(work, places) == pytest.approx(
        lost, rel=6e-3
    )  # three digits in print


def test_erlang_c_with_one_place_is_the_load():
    assert erlang.share_who_wait(0.7, 1) == pytest.approx(0.7)


def test_erlang_c_with_two_places_by_hand():
    """C = 2 rho^2 / (1 + rho)."""
    assert erlang.share_who_wait(1.6, 2) == pytest.approx(2 * 0.8**2 / 1.8)
    # W = C / (2 / course - joins); a course of 10 days, 0.16 joins a day.
    assert erlang.mean_wait(0.16, 10, 2) == pytest.approx((2 * 0.8**2 / 1.8) / 0.04)
    assert erlang.share_waiting_over(25, 0.16, 10, 2) == pytest.approx(
        2 * 0.8**2 / 1.8 * math.exp(-1)
    )


@pytest.mark.parametrize(
    ("spread", "wait"), [(0, 98), (1, 196), (2, 490)], ids=["alike", "exponential", "very mixed"]
)
def test_one_therapist_by_hand(spread, wait):
    """Load 0.7, course 84: 0.7 / 0.3 x (1 + spread^2) / 2 x 84."""
    assert one_therapist.mean_wait(1 / 120, 84, spread) == pytest.approx(wait)


def test_one_therapist_is_erlang_where_both_hold():
    assert one_therapist.mean_wait(0.01, 84, 1) == pytest.approx(erlang.mean_wait(0.01, 84, 1))


def left_waiting_by_chain(joins, places, most=1500, steps=20_000):
    """A slow twin: the chain Q' = max(Q + Poisson - places, 0), stepped until it stands still."""
    np = pytest.importorskip("numpy")
    counts = np.arange(200)
    chances = np.exp(
        counts * math.log(joins) - joins - np.array([math.lgamma(n + 1) for n in counts])
    )
    now = np.zeros(most)
    now[0] = 1.0
    for _ in range(steps):
        come = np.convolve(now, chances)
        then = np.append(come[: places + 1].sum(), come[places + 1 : places + most])
        if np.abs(then - now).max() < 1e-15:
            break
        now = then
    return float((np.arange(most) * now).sum() / now.sum())


@pytest.mark.parametrize(
    ("joins", "places"), [(0.3, 1), (0.9, 1), (1.6, 2), (4.5, 5), (9.0, 10), (7.6, 8), (20, 25)]
)
def test_a_random_walk_is_its_chain(joins, places):
    expected = left_waiting_by_chain(joins, places)
    assert random_walk.mean_left_waiting(joins, places) == pytest.approx(expected, rel=1e-6)


def left_waiting_by_sum(joins, places, terms):
    """Another twin: F. Spitzer's identity (1956), the sum of E[max(Poisson - places, 0)] / n."""
    total = 0.0
    for n in range(1, terms):
        mean, line = n * joins, n * places
        chance = math.exp(line * math.log(mean) - mean - math.lgamma(line + 1))
        for above in range(1, 400):
            chance *= mean / (line + above)
            total += above * chance / n
    return total


@pytest.mark.parametrize(("joins", "places", "terms"), [(0.5, 1, 80), (6, 10, 40), (35, 50, 30)])
def test_a_random_walk_is_the_sum_over_its_excursions(joins, places, terms):
    expected = left_waiting_by_sum(joins, places, terms)
    assert random_walk.mean_left_waiting(joins, places) == pytest.approx(expected, rel=1e-6)


@pytest.mark.parametrize("load", [0.1, 0.5, 0.9, 0.99])
def test_a_fixed_course_with_one_place_is_pollaczek_and_khinchine(load):
    assert fixed_course.mean_wait(load / 84, 84, 1) == pytest.approx(
        one_therapist.mean_wait(load / 84, 84, 0)
    )


@pytest.mark.parametrize("places", [2, 10, 40])
def test_a_fixed_course_waits_about_half_as_long_as_an_exponential_one_when_busy(places):
    """Kingman's limit of heavy traffic: (1 + 0) / (1 + 1)."""
    joins = 0.999 * places / 84
    ratio = fixed_course.mean_wait(joins, 84, places) / erlang.mean_wait(joins, 84, places)
    assert ratio == pytest.approx(0.5, rel=0.01)


@pytest.mark.parametrize("load", [0.2, 0.6, 0.95])
def test_groups_of_one_have_a_closed_form(load):
    """Bailey with b = 1: T / (2 (1 - load))."""
    assert groups.mean_wait(load / 42, 1, 42) == pytest.approx(42 / (2 * (1 - load)))


def test_no_group_is_so_large_that_one_does_not_wait_for_its_start():
    assert groups.mean_wait(0.1, 1000, 42) == pytest.approx(21)


CLASSES = [0.002, 0.005, 0.001]


def weighted(waits):
    return sum(rate * wait for rate, wait in zip(CLASSES, waits, strict=True)) / sum(CLASSES)


@pytest.mark.parametrize("places", [1, 2, 5])
def test_an_order_helps_one_class_only_at_the_cost_of_another(places):
    """Kleinrock's conservation law, for every order of the list."""
    everyone = erlang.mean_wait(sum(CLASSES), 84, places)
    strict = priorities.many_places(CLASSES, 84, places)
    aged = ageing.mean_waits(CLASSES, [3, 2, 1], 84, places)
    turned = ageing.mean_waits(CLASSES, [1, 5, 0.5], 84, places)
    assert [weighted(one) for one in (strict, aged, turned)] == pytest.approx([everyone] * 3)
    assert all(one < next_one for one, next_one in pairwise(strict))


def test_one_therapist_with_priorities_keeps_load_times_wait():
    joins, courses, spread = [0.002, 0.004], [40, 120], [0, 1]
    loads = [0.08, 0.48]
    first, second = (
        priorities.one_therapist(*(list(order)[::step] for order in (joins, courses, spread)))
        for step in (1, -1)
    )
    kept = sum(load * wait for load, wait in zip(loads, first, strict=True))
    left = 0.002 * 40**2 / 2 + 0.004 * 2 * 120**2 / 2
    assert kept == pytest.approx(0.56 * left / 0.44)
    assert sum(load * wait for load, wait in zip(loads[::-1], second, strict=True)) == (
        pytest.approx(kept)
    )


def test_equal_slopes_are_first_come():
    assert ageing.mean_waits(CLASSES, [2, 2, 2], 84, 2) == pytest.approx(
        [erlang.mean_wait(sum(CLASSES), 84, 2)] * 3
    )


def test_slopes_far_apart_are_strict_priority():
    assert ageing.mean_waits(CLASSES, [1e9, 1, 1e-9], 84, 2) == pytest.approx(
        priorities.many_places(CLASSES, 84, 2)
    )


@pytest.mark.parametrize(("joins", "places"), [(0.1, 5), (0.1, 12), (1.0, 20)])
def test_when_waiting_ends_as_fast_as_a_course_the_count_is_poisson(joins, places):
    """With the two rates alike, all leave alike: M/M/infinity."""
    work = joins * 84
    chances = [math.exp(n * math.log(work) - work - math.lgamma(n + 1)) for n in range(400)]
    waiting = sum(chance * max(n - places, 0) for n, chance in enumerate(chances))
    found = releases.steady_state(joins, 84, places, mean_days_left=84)
    assert found.mean_waiting == pytest.approx(waiting)
    assert found.share_never == pytest.approx(waiting / work)


def test_without_releases_it_is_erlang_c():
    found = releases.steady_state(1 / 60, 84, 2, math.inf)
    assert found.mean_days_on_list == pytest.approx(erlang.mean_wait(1 / 60, 84, 2))
    assert found.share_never == 0


@pytest.mark.parametrize(("joins", "mean_days_left"), [(0.5, 200), (2, 400), (40, 30)])
def test_what_is_done_and_what_is_lost_is_what_came(joins, mean_days_left):
    found = releases.steady_state(joins, 84, 30, mean_days_left)
    assert found.mean_busy / 84 + found.mean_waiting / mean_days_left == pytest.approx(joins)


def test_far_over_the_places_the_share_never_served_is_what_does_not_fit():
    found = releases.steady_state(10, 84, 420, mean_days_left=365)
    assert found.share_never == pytest.approx(0.5, abs=1e-6)


@pytest.mark.parametrize(
    "asked",
    [
        lambda: erlang.mean_wait(1, 2, 2),
        lambda: one_therapist.mean_wait(1, 1, 0),
        lambda: fixed_course.mean_wait(1, 2, 2),
        lambda: groups.mean_wait(1, 8, 8),
        lambda: priorities.many_places([0.5, 0.5], 2, 2),
        lambda: ageing.mean_waits([0.5, 0.5], [1, 2], 2, 2),
        lambda: releases.steady_state(1, 2, 2, math.inf),
    ],
    ids=["M/M/c", "M/G/1", "M/D/c", "groups", "priorities", "ageing", "releases"],
)
def test_a_load_of_one_has_no_steady_state_and_says_so(asked):
    with pytest.raises(Overload, match=r"load is 1\.000.*grows without end"):
        asked()
