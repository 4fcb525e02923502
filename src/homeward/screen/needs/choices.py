"""What could still move a choice: the branches that are possible, and what decides between them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from homeward.rules import choice
from homeward.rules.node import Node
from homeward.screen.columns import Sql, call
from homeward.screen.needs.walker import Needs, Search
from homeward.screen.needs.window import FALSE, TRUE, Need, Seen, both
from homeward.screen.values import text, texts


class Branch(NamedTuple):
    """A branch, where it is possible, and where another one is too."""

    node: Node
    possible: Sql
    open: Sql


def recorded(needs: Needs, node: choice.Recorded, seen: Seen) -> Iterator[Need]:
    """The fact itself, and what the law makes of the rest."""
    below = seen.where(needs.unsettled(node.fact, seen.scope))
    yield needs.fact(node.fact, below)
    yield from needs.any(node.otherwise, below)


def choose(needs: Needs, node: choice.Choose, seen: Seen) -> Iterator[Need]:
    """The branches of a code, then the code."""
    code = needs.compiler.single(node.fact, seen.scope)
    missing = call("{} IS NULL", code)
    branches = [
        Branch(branch, call(f"({{0}} IS NULL OR {{0}} = {text(value)})", code), missing)
        for value, branch in node.branches
    ]
    if node.otherwise is not None:
        named = texts(value for value, _ in node.branches)
        rest = call(f"({{0}} IS NULL OR {{0}} NOT IN ({named}))", code)
        branches.append(Branch(node.otherwise, rest, missing))
    yield from _below(needs, branches, seen)
    yield needs.fact(node.fact, seen.where(branches[-1].open))


def first_match(needs: Needs, node: choice.FirstMatch, seen: Seen) -> Iterator[Need]:
    """The branches that may be reached, then the claims that decide."""
    claims = needs.compiler.singles((claim for claim, _ in node.branches), seen.scope)
    branches = list(_matches(node, claims))
    yield from _below(needs, branches, seen)
    decides = seen.where(branches[-1].open)
    before = TRUE
    for (claim_node, _), claim in zip(node.branches, claims, strict=True):
        yield from needs.claim(claim_node, decides.where(before))
        before = both(before, call("{} < 2", claim))


def _matches(node: choice.FirstMatch, claims: list[Sql]) -> Iterator[Branch]:
    before, open_ = TRUE, FALSE
    for (_, branch), claim in zip(node.branches, claims, strict=True):
        open_ = call("({} OR ({} AND {} = 1))", open_, before, claim)
        yield Branch(branch, both(before, call("{} >= 1", claim)), open_)
        before = both(before, call("{} < 2", claim))
    yield Branch(node.otherwise, before, open_)


def reading(needs: Needs, node: choice.Reading, seen: Seen) -> Iterator[Need]:
    """The readings that are possible, then the question of law."""
    readings = needs.compiler.engine.readings(node)
    yield from _below(needs, [Branch(branch, TRUE, TRUE) for _, branch in readings], seen)
    if len(readings) > 1:
        yield needs.law(node.question, seen)


def _below(needs: Needs, branches: list[Branch], seen: Seen) -> Iterator[Need]:
    for branch in branches:
        yield from needs.any(branch.node, seen.where(branch.possible))


SEARCHES: Mapping[type[Node], Search] = {
    choice.Choose: choose,
    choice.FirstMatch: first_match,
    choice.Recorded: recorded,
    choice.Reading: reading,
}
