"""Looking below branches: what decides matters where the branches differ in the window."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import cast

from homeward.explain.matters.search import Looks, Place, Search, is_days
from homeward.explain.value import Span, Value, hull_of
from homeward.facts import Truth
from homeward.rules import choice
from homeward.rules.node import Node
from homeward.when import Window


def choose(search: Search, node: choice.Choose, place: Place) -> None:
    """The branch of a known code, else every branch and the code that picks one."""
    code = search.engine.code(node.fact)(place.row, place.outer)
    known = [branch for value, branch in node.branches if value == code]
    rest = [] if node.otherwise is None else [node.otherwise]
    if code is not None and (known or rest):
        search.any((known or rest)[0], place)
        return
    branches = list({id(b): b for b in [*(b for _, b in node.branches), *rest]}.values())
    _split(search, branches, place, lambda: search.name(node.fact, place.row))


def first_match(search: Search, node: choice.FirstMatch, place: Place) -> None:
    """The branches that are still possible and the claims that are still open."""
    open_claims, branches = [], []
    for claim, branch in node.branches:
        held = search.holds(claim, place.row, place.outer)
        if held:
            branches.append(branch)
        if held == Truth.YES:
            break
        if held:
            open_claims.append(claim)
    else:
        branches.append(node.otherwise)

    def name_claims() -> None:
        for claim in open_claims:
            search.claim(claim, place.row, place.outer)

    _split(search, branches, place, name_claims)


def recorded(search: Search, node: choice.Recorded, place: Place) -> None:
    """The record could state it, or settle what it is worked out from."""
    search.name(node.fact, place.row)
    search.any(node.otherwise, place)


def reading(search: Search, node: choice.Reading, place: Place) -> None:
    """The open question, where its readings differ."""
    branches = [branch for _, branch in search.engine.readings(node)]
    _split(search, branches, place, lambda: search.enter_open_law(node.question))


def _split(
    search: Search, branches: Sequence[Node], place: Place, name_decider: Callable[[], None]
) -> None:
    """Several branches are possible."""
    values = [search.value(branch, place.row, place.outer) for branch in branches]
    if len(branches) > 1 and _differ(values, place):
        name_decider()
    for branch in branches:
        search.any(branch, place)


def _differ(values: Sequence[Value], place: Place) -> bool:
    if is_days(values[0]):
        spans = cast("Sequence[Span]", values)
        seen = {_clip(place.through(span), place.window) for span in spans}
        return len(seen) > 1 or any(low < high for low, high in seen)
    return any(value != values[0] for value in values) or hull_of(values) == Truth.UNKNOWN


def _clip(span: Span, window: Window) -> Span:
    low, high = window
    return min(max(span[0], low), high), min(max(span[1], low), high)


LOOKS: Looks = {
    choice.Choose: choose,
    choice.FirstMatch: first_match,
    choice.Recorded: recorded,
    choice.Reading: reading,
}
