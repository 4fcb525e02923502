"""A waiting list run by homeward, by ciw, by SimPy and by a bare heap, on the same people.

Run: ``.venv/bin/python -m benchmarks.capacity --people 40000``. Everyone's time is for the same
people (drawn once), two places, exponential courses; with ``--urgent`` a tenth goes first.
"""

from __future__ import annotations

import argparse
import heapq
import math
import time
from collections.abc import Callable, Sequence

import ciw
import simpy

from homeward.therapy.capacity.simulation.draws import generator, random_people
from homeward.therapy.capacity.simulation.orders import Ranked
from homeward.therapy.capacity.simulation.people import People, Places
from homeward.therapy.capacity.simulation.rolling import first_come, in_order

SEATS, LOAD, COURSE, URGENT = 2, 0.8, 84.0, 0.1


def by_heap(people: People, _rank: Sequence[float]) -> None:
    """The least that a first-come list takes: a heap of the days on which places come free."""
    free = [0.0] * SEATS
    for joined, course in zip(people.joined, people.course, strict=True):
        heapq.heapreplace(free, max(joined, free[0]) + course)


def by_homeward(people: People, rank: Sequence[float]) -> None:
    """Our own, with the order that is asked."""
    if any(rank):
        in_order(people, Places(SEATS), Ranked(rank))
    else:
        first_come(people, Places(SEATS))


def by_simpy(people: People, rank: Sequence[float]) -> None:
    """Bare processes of SimPy."""
    world = simpy.Environment()
    places = simpy.PriorityResource(world, SEATS)

    def one(number: int):  # noqa: ANN202  a generator of SimPy's own events
        yield world.timeout(people.joined[number])
        with places.request(priority=rank[number]) as turn:
            yield turn
            yield world.timeout(people.course[number])

    for number in range(len(people.joined)):
        world.process(one(number))
    world.run()


def by_ciw(people: People, rank: Sequence[float]) -> None:
    """A network of one node of ciw; with ranks, a class for each."""
    levels = sorted(set(rank))
    arrivals, services = {}, {}
    for level in levels:
        own = [n for n, one in enumerate(rank) if one == level]
        days = [people.joined[n] for n in own]
        gaps = [now - before for before, now in zip([0.0, *days], days, strict=False)]
        arrivals[f"class {level}"] = [ciw.dists.Sequential([*gaps, math.inf])]
        services[f"class {level}"] = [ciw.dists.Sequential([people.course[n] for n in own])]
    network = ciw.create_network(
        arrival_distributions=arrivals, service_distributions=services, number_of_servers=[SEATS],
        priority_classes={f"class {level}": place for place, level in enumerate(levels)},
    )  # fmt: skip
    ciw.Simulation(network).simulate_until_max_customers(len(people.joined), method="Finish")


def seconds(run: Callable[[People, Sequence[float]], None], people: People,
            rank: Sequence[float]) -> float:  # fmt: skip
    """How long one takes."""
    began = time.perf_counter()
    run(people, rank)
    return time.perf_counter() - began


def main(number: int, *, urgent: bool) -> None:
    """Measure, and print a table."""
    draw = generator(1)
    people = random_people(number, LOAD * SEATS / COURSE, COURSE, draw)
    first = (draw.random(number) < URGENT).tolist()
    rank = [0.0 if own or not urgent else 1.0 for own in first]
    floor = seconds(by_heap, people, rank)
    print(f"{number:,} people, {SEATS} places, {'the urgent first' if urgent else 'first come'}")
    print(f"{'':<10} {'seconds':>8} {'x heap':>8}")
    print(f"{'heap':<10} {floor:>8.3f} {1:>8}")
    for name, run in (("homeward", by_homeward), ("SimPy", by_simpy), ("ciw", by_ciw)):
        taken = seconds(run, people, rank)
        print(f"{name:<10} {taken:>8.3f} {taken / floor:>8.1f}")


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--people", type=int, default=40_000)
    parser.add_argument("--urgent", action="store_true")
    given = parser.parse_args()
    main(given.people, urgent=given.urgent)
