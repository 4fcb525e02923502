"""Looking below branches: what decides, and the branches that are still possible.

A choice is looked into only where its span crosses its window; then its branches
differ there, or one of them is itself open there.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from homeward.explain.matters.search import Looks, Place, Search
from homeward.facts import Truth
from homeward.rules import choice
from homeward.rules.node import Node


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
    """Several branches are possible: what decides matters, since the choice is still open here."""
    if len(branches) > 1:
        name_decider()
    for branch in branches:
        search.any(branch, place)


LOOKS: Looks = {
    choice.Choose: choose,
    choice.FirstMatch: first_match,
    choice.Recorded: recorded,
    choice.Reading: reading,
}
