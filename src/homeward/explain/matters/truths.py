"""Looking below claims and numbers: every part that is itself unsettled could matter."""

from __future__ import annotations

from datetime import timedelta
from typing import cast

from homeward.explain.matters.search import Looks, Place, Search, every_claim, every_number, is_days
from homeward.explain.value import Span
from homeward.rules import amounts, logic, truth


def same(search: Search, node: truth.Same, place: Place) -> None:
    """The code on either row that lacks it."""
    for side in (place.row, place.outer):
        if search.engine.value(node.fact, side) is None:
            search.name(node.fact, side)


def compared(search: Search, node: truth.Compare, place: Place) -> None:
    """Each side matters where it can still cross the other."""
    row, outer = place.row, place.outer
    left = search.value(node.left, row, outer)
    if not is_days(left):
        every_number(search, node, place)
        return
    right = search.days(node.right, place)
    for side, (low, high) in ((node.left, right), (node.right, cast("Span", left))):
        # a step over the sentinels too: "never" differs from the day before it
        search.when(side, Place(row, outer, (low - timedelta(days=1), high + timedelta(days=1))))


def includes(search: Search, node: truth.Includes, place: Place) -> None:
    """The list, or the number looked for in it."""
    if search.engine.value(node.fact, place.row, place.outer) is None:
        search.name(node.fact, place.row)
    search.number(node.item, place.row, place.outer)


def law_says(search: Search, node: truth.LawSays, place: Place) -> None:
    """The parameter's own open question."""
    search.number(node.parameter, place.row, place.outer)


def open_law(search: Search, node: truth.OpenLaw, _place: Place) -> None:
    """The open question itself."""
    search.enter_open_law(node.question)


def parameter(search: Search, node: amounts.Parameter, place: Place) -> None:
    """The open question behind a parameter, and the date that decides which entry counts."""
    span = None if node.at is None else search.days(node.at, place)
    question = search.engine.law.parameter(node.name, span)[2]
    if question:
        search.lacks[question, None] = None
    if node.at is not None and span is not None and span[0] != span[1]:
        search.when(node.at, Place(place.row, place.outer))


LOOKS: Looks = {
    logic.And: every_claim,
    logic.Or: every_claim,
    logic.Not: every_claim,
    truth.Same: same,
    truth.Compare: compared,
    truth.Includes: includes,
    truth.LawSays: law_says,
    truth.OpenLaw: open_law,
    amounts.Parameter: parameter,
    amounts.Arithmetic: every_number,
    amounts.Within: every_number,
}
