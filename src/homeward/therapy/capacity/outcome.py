"""What becomes of a list over some years: the mean of many runs, each with its span."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from homeward.therapy.capacity.finding import Found, found_in
from homeward.therapy.capacity.scenario import Scenario
from homeward.therapy.capacity.simulation.draws import generator, random_people
from homeward.therapy.capacity.simulation.groups import in_groups
from homeward.therapy.capacity.simulation.intervals import Mean
from homeward.therapy.capacity.simulation.orders import FirstCome, Order, Ranked, points_rank
from homeward.therapy.capacity.simulation.people import People, Places, Starts
from homeward.therapy.capacity.simulation.rolling import first_come, in_order

YEAR = 365.25
_WEEK = 7
_TRIES = 5
"""So many runs for each number of places that is tried."""

_MORE = 1.2
"""A few more people are drawn than are expected, so that the days are filled."""


@dataclass(frozen=True)
class Outcome:
    """One world over its years.

    Everyone who joins counts, those who still wait and those who never start too: the mean wait
    of those who start alone looks better when a list gets worse.

    Attributes:
        load: work that comes in, over what the places can do; over 1, the list only grows.
        in_time: of those who joined early enough to tell, the share that starts within the target.
        waits: the middle and the ninetieth of a hundred waits of those who started, in days.
        never: the share that is released first, or has too little time left.
        waiting: who still wait at the end.
        hours: hours of therapists a year, with what comes on top of the sessions.
    """

    scenario: Scenario
    found: Found
    load: float
    started: Mean
    never: Mean
    waiting: Mean
    in_time: Mean
    waits: tuple[Mean, Mean]
    hours: Mean | None
    in_time_by_urgency: tuple[tuple[int, Mean], ...] = ()


Watch = Callable[[], None]


def outcome(scenario: Scenario, watch: Watch = lambda: None) -> Outcome:
    """Run a scenario; the same seed gives the same numbers on every machine.

    Raises:
        ScenarioError: when the scenario lacks a number.
    """
    found = found_in(scenario)
    runs = []
    for run in range(scenario.runs):
        runs.append(_run(scenario, found, run))
        watch()
    mean = {name: Mean.of([one[name] for one in runs]) for name in runs[0]}
    a_person = scenario.maybe("course.hours_a_person")
    over = 1 + (scenario.maybe("course.overhead") or 0.0)
    classes = sorted(scenario.urgency)
    return Outcome(
        scenario, found, found.joins / YEAR * scenario.number("course.days")
        / scenario.number("places.seats"),
        mean["started"], mean["never"], mean["waiting"], mean["in_time"],
        (mean["middle"], mean["ninetieth"]),
        None if a_person is None else _times(mean["started"], a_person * over / scenario.years),
        tuple((own, mean[f"in_time {own}"]) for own in classes),
    )  # fmt: skip


def _times(mean: Mean, factor: float) -> Mean:
    return replace(mean, value=mean.value * factor, low=mean.low * factor, high=mean.high * factor)


def _run(scenario: Scenario, found: Found, run: int) -> dict[str, float]:
    last = scenario.years * YEAR
    people, urgency = _people(scenario, found, run, last)
    starts = _starts(scenario, people, urgency, last)
    waits = sorted(start - joined for start, joined in zip(starts, people.joined, strict=True)
                   if start is not None)  # fmt: skip
    leaves = people.all_leaves()
    waiting = sum(
        start is None and leave > last for start, leave in zip(starts, leaves, strict=True)
    )
    all_of_them = len(starts) or 1
    told = {
        "started": float(len(waits)),
        "never": (len(starts) - len(waits) - waiting) / all_of_them,
        "waiting": float(waiting),
        "middle": _quantile(waits, 0.5),
        "ninetieth": _quantile(waits, 0.9),
        "in_time": _in_time(scenario, people, starts, last, range(len(starts))),
    }
    for own in scenario.urgency:
        mine = [one for one, level in enumerate(urgency) if level == own]
        told[f"in_time {own}"] = _in_time(scenario, people, starts, last, mine)
    return told


def _quantile(values: Sequence[float], share: float) -> float:
    return values[min(int(share * len(values)), len(values) - 1)] if values else 0.0


def _in_time(
    scenario: Scenario, people: People, starts: Starts, last: float, among: Sequence[int]
) -> float:
    """The share that started within the target, of those who joined that long before the end."""
    days = scenario.maybe("target.days")
    limit = 90.0 if days is None else days
    asked = [one for one in among if people.joined[one] + limit <= last]
    soon = sum(
        (start := starts[one]) is not None and start - people.joined[one] <= limit for one in asked
    )
    return soon / len(asked) if asked else 0.0


def _people(
    scenario: Scenario, found: Found, run: int, last: float
) -> tuple[People, Sequence[int]]:
    """Who joins in one run, and how urgent each one's need is."""
    a_day = found.joins / YEAR
    draw = generator(scenario.seed, run)
    many = int(a_day * last * _MORE) + 100
    drawn = random_people(many, a_day, scenario.number("course.days"), draw,
                          scenario.maybe("course.spread") or 0.0,
                          scenario.maybe("people.mean_days_left"))  # fmt: skip
    kept = sum(day < last for day in drawn.joined)
    people = People(drawn.joined[:kept], drawn.course[:kept], drawn.leaves[:kept])
    if not scenario.urgency:
        return people, [1] * kept
    levels = sorted(scenario.urgency)
    ends = list(_running(scenario.urgency[one] for one in levels))
    places = draw.random(kept) * ends[-1]
    return people, [levels[sum(end <= place for end in ends[:-1])] for place in places.tolist()]


def _running(shares: Iterator[float]) -> Iterator[float]:
    total = 0.0
    for share in shares:
        total += share
        yield total


def _starts(scenario: Scenario, people: People, urgency: Sequence[int], last: float) -> Starts:
    places = Places(int(scenario.number("places.seats")), scenario.must_finish, last=last)
    order = scenario.words["places.order"]
    if scenario.words["places.kind"] == "groups":
        gap = scenario.number("places.days_between")
        days = [gap * number for number in range(int(last / gap) + 1)]
        return in_groups(people, places, _order(scenario, people, urgency), days)
    if order == "first come":
        return first_come(people, places)
    return in_order(people, places, _order(scenario, people, urgency))


def _order(scenario: Scenario, people: People, urgency: Sequence[int]) -> Order:
    order = scenario.words["places.order"]
    if order == "first come":
        return FirstCome()
    if order == "strict":
        return Ranked([float(level) for level in urgency])
    points = [scenario.points.get(level, 0.0) for level in urgency]
    return Ranked(
        points_rank(people.joined, points, scenario.maybe("places.points_per_day") or 1.0)
    )


def cost_a_year(found: Outcome) -> tuple[float, float] | None:
    """Dollars a year, from the least to the most that the scenario states; None without a cost."""
    numbers, years = found.scenario.numbers, found.scenario.years
    cost, much = numbers.get("staff.cost_an_hour"), found.hours
    if cost is None or much is None:
        cost, much = numbers.get("course.cost_a_person"), _times(found.started, 1 / years)
    if cost is None:
        return None
    low, high = (cost.value if end is None else end for end in (cost.low, cost.high))
    return low * much.value, high * much.value


def hours_a_week(scenario: Scenario, seats: float) -> float | None:
    """Hours of therapists a week with every place in use; None where a course has no hours."""
    a_person = scenario.maybe("course.hours_a_person")
    if a_person is None:
        return None
    over = 1 + (scenario.maybe("course.overhead") or 0.0)
    return seats * a_person * over / (scenario.number("course.days") / _WEEK)


@dataclass(frozen=True)
class Target:
    """Whether places alone can meet the target.

    Attributes:
        seats: the fewest places that do; None where no number does.
        most: the share that starts in time where there is a place for everyone at once.
        leave: then, the share that goes home first or has too little time left for the course.
    """

    seats: int | None
    most: float
    leave: float


def target(scenario: Scenario) -> Target | None:
    """The fewest places with which the target is met in the mean of the runs; None without one.

    The same people join in each try, so more places never look worse by chance.
    """
    share = scenario.maybe("target.share")
    if share is None or scenario.maybe("target.days") is None:
        return None
    low, high = 0, int(found_in(scenario).joins * scenario.years) + 1
    with_all = _with(scenario, high)
    most, leave = with_all.in_time.value, with_all.never.value
    if most < share:
        return Target(None, most, leave)
    while high - low > 1:
        middle = (low + high) // 2
        if _with(scenario, middle).in_time.value >= share:
            high = middle
        else:
            low = middle
    return Target(high, most, leave)


def _with(scenario: Scenario, seats: int) -> Outcome:
    numbers = dict(scenario.numbers)
    numbers["places.seats"] = replace(numbers["places.seats"], value=float(seats))
    return outcome(replace(scenario, numbers=numbers, runs=min(scenario.runs, _TRIES)))
