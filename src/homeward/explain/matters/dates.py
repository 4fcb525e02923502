"""Looking below dates and answers: the window narrows, the map above grows."""

from __future__ import annotations

from homeward.explain.matters.search import Looks, Place, Search, every_part
from homeward.explain.meaning.waits import adder, business_adder, server
from homeward.facts import Truth
from homeward.rules import conditions, dates
from homeward.rules.outcome import Limb
from homeward.when import each_through_all, each_through_any


def holds_if(search: Search, node: dates.HoldsIf, place: Place) -> None:
    """The claim matters whatever the window is: it opens or closes it all."""
    search.claim(node.claim, place.row, place.outer)


def waits_while(search: Search, node: dates.WaitsWhile, place: Place) -> None:
    """An event that surely has not happened is waited on; else it is a missing fact."""
    if search.holds(node.claim, place.row, place.outer) == Truth.YES:
        search.waits_on[node.event] = None
    else:
        search.claim(node.claim, place.row, place.outer)


def combined(search: Search, node: dates.AllOf | dates.AnyOf, place: Place) -> None:
    """Each item is seen through what the others leave open."""
    items = search.engine.in_force(node.items)
    narrow = each_through_all if isinstance(node, dates.AllOf) else each_through_any
    values = [place.through(search.days(item, place)) for item in items]
    for item, seen in zip(items, narrow(place.window, values), strict=True):
        search.when(item, place.seen(seen))


def since(search: Search, node: dates.Since, place: Place) -> None:
    """The amount, and the event below the wait."""
    add = adder(search.engine.law, node)
    least, most = search.amount(node.amount, place)
    search.number(node.amount, place.row, place.outer)
    search.when(node.event, place.moved(lambda span: (add(span[0], least), add(span[1], most))))


def business_days(search: Search, node: dates.BusinessDays, place: Place) -> None:
    """The count, and the event below it."""
    add = business_adder(node)
    least, most = search.amount(node.amount, place)
    search.number(node.amount, place.row, place.outer)
    search.when(node.event, place.moved(lambda span: (add(span[0], least), add(span[1], most))))


def served(search: Search, node: dates.Served | dates.DaysServed, place: Place) -> None:
    """The term, the share, and the start below both."""
    serve = server(search.engine.law, node)
    months, percent = search.amount(node.months, place), search.amount(node.percent, place)
    search.number(node.months, place.row, place.outer)
    search.number(node.percent, place.row, place.outer)
    search.when(
        node.start,
        place.moved(
            lambda span: (
                serve(span[0], months[0], percent[0]),
                serve(span[1], months[1], percent[1]),
            )
        ),
    )


def bounded(search: Search, node: dates.Bounded, place: Place) -> None:
    """Each part, through what the others leave open: a bound beyond the day moves nothing."""
    soonest, latest = place.through(search.days(node, place))
    window = max(place.window[0], soonest), min(place.window[1], latest)
    every_part(search, node, place.seen(window))


def named(search: Search, node: conditions.Condition | Limb, place: Place) -> None:
    """The tree under the name of a condition, or of a limb."""
    search.when(node.tree, place)


LOOKS: Looks = {
    dates.HoldsIf: holds_if,
    dates.WaitsWhile: waits_while,
    dates.AllOf: combined,
    dates.AnyOf: combined,
    dates.Since: since,
    dates.Served: served,
    dates.DaysServed: served,
    dates.BusinessDays: business_days,
    dates.Bounded: bounded,
    conditions.Condition: named,
    Limb: named,
}
