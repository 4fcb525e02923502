"""Places that come free one by one, and are given at once.

Whole days pass as in ``homeward therapy list``: at each moment places come free, people join, the
released leave, and then places are filled. Times that are not whole days work the same.

>>> people = People(joined=[0, 0, 1], course=[10, 10, 10], leaves=[99, 5, 99])
>>> first_come(people, Places(seats=1))
[0, None, 10]
>>> in_order(people, Places(seats=1), FirstCome())
[0, None, 10]
"""

from __future__ import annotations

import math
from heapq import heapreplace

from homeward.therapy.capacity.simulation.orders import FirstCome, Order
from homeward.therapy.capacity.simulation.people import People, Places, Starts

__all__ = ["FirstCome", "first_come", "in_order"]


def first_come(people: People, places: Places) -> Starts:
    """Who came first starts first: no list has to be kept."""
    free = places.free_from()
    starts: Starts = [None] * len(people.joined)
    if not free:
        return starts
    last, must_finish = places.last, places.must_finish
    rows = zip(people.joined, people.course, people.all_leaves(), strict=True)
    for one, (joined, course, leave) in enumerate(rows):
        start = max(joined, free[0])
        if start > last or leave <= start or (must_finish and leave < start + course):
            continue
        starts[one] = start
        heapreplace(free, start + course)
    return starts


def in_order(people: People, places: Places, order: Order) -> Starts:
    """The next in the order starts, whenever a place is free."""
    free, joined, course, leaves = (
        places.free_from(), people.joined, people.course, people.all_leaves()
    )  # fmt: skip
    starts: Starts = [None] * len(joined)
    if not free or not joined:
        return starts

    def fill(until: float, today: float) -> None:
        """Give the places that come free before a moment, or that are free today."""
        while order and (free[0] < until or free[0] <= today):
            now = max(free[0], today)
            if now > places.last:
                return
            one = order.take(now)
            end = now + course[one]
            if leaves[one] > now and not (places.must_finish and leaves[one] < end):
                starts[one] = now
                heapreplace(free, end)

    ahead = [*joined[1:], math.inf]
    for one, (now, then) in enumerate(zip(joined, ahead, strict=True)):
        order.join(one)
        if then > now:
            fill(then, now)
    return starts
