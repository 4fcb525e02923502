"""Groups that start on their days, however few have joined.

>>> people = People(joined=[0, 1, 2], course=[84, 84, 84])
>>> in_groups(people, Places(seats=16), FirstCome(), starts_on=[0, 42, 84], group_size=1)
[0, 42, 84]
"""

from __future__ import annotations

from collections.abc import Iterable
from heapq import heapreplace

from homeward.therapy.capacity.simulation.orders import FirstCome, Order
from homeward.therapy.capacity.simulation.people import People, Places, Starts

__all__ = ["FirstCome", "in_groups"]


def in_groups(
    people: People,
    places: Places,
    order: Order,
    starts_on: Iterable[float],
    group_size: int | None = None,
) -> Starts:
    """The next in the order start together, on the days of a start only.

    Args:
        people: who joins.
        places: the seats in all, over the groups that run side by side.
        order: who is next.
        starts_on: the days on which a group starts, in rising order.
        group_size: how many may start on one such day; None for as many as there are seats.
    """
    free, joined, course, leaves = (
        places.free_from(), people.joined, people.course, people.all_leaves()
    )  # fmt: skip
    starts: Starts = [None] * len(joined)
    came = 0
    for now in starts_on:
        if now > places.last:
            break
        while came < len(joined) and joined[came] <= now:
            order.join(came)
            came += 1
        room = len(free) if group_size is None else group_size
        while order and room and free and free[0] <= now:
            one = order.take(now)
            end = now + course[one]
            if leaves[one] > now and not (places.must_finish and leaves[one] < end):
                starts[one] = now
                heapreplace(free, end)
                room -= 1
    return starts
