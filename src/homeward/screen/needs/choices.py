"""What could still move a choice: the branches that are possible, and what decides between them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from homeward.rules import choice
from homeward.rules.node import Node
from homeward.screen.expressions import Sql, call
from homeward.screen.needs.walker import Needs, Search
from homeward.screen.needs.window import Need, Seen
from homeward.screen.values import FALSE, TRUE, both, either, text, texts


class Branch(NamedTuple):
    """A branch, where it is possible, and where another one is too."""

    node: Node
    possible: Sql
    open: Sql


def recorded(needs: Needs, node: choice.Recorded, seen: Seen) -> Iterator[Need]:
    """The fact itself, and what the law makes of the rest."""
    below = seen.where(needs.unsettled(node.fact, seen))
    yield from needs.fact(node.fact, below)
    # where the record is silent the choice is what the law makes of it
    yield from needs.any(node.otherwise, below.inside())


def choose(needs: Needs, node: choice.Choose, seen: Seen) -> Iterator[Need]:
    """The branches of a code, then the code."""
    code = needs.compiler.single(node.fact, seen.scope)
    named = texts(value for value, _ in node.branches)
    missing = call("{} IS NULL", code)
    if node.otherwise is None:
        missing = call(f"coalesce({{}} NOT IN ({named}), TRUE)", code)
    branches = [
        Branch(branch, either(missing, call(f"{{}} = {text(value)}", code)), missing)
        for value, branch in node.branches
    ]
    if node.otherwise is not None:
        rest = call(f"coalesce({{}} NOT IN ({named}), TRUE)", code)
        branches.append(Branch(node.otherwise, rest, missing))
    yield from _below(needs, branches, seen)
    if len({branch.node for branch in branches}) > 1:
        yield from needs.fact(node.fact, seen.where(missing))


def first_match(needs: Needs, node: choice.FirstMatch, seen: Seen) -> Iterator[Need]:
    """The branches that may be reached, then the claims that decide."""
    claims = needs.compiler.singles((claim for claim, _ in node.branches), seen.scope)
    branches = list(_matches(node, claims))
    yield from _below(needs, branches, seen)
    decides = seen.where(branches[-1].open)
    before = TRUE
    for (claim_node, _), claim in zip(node.branches, claims, strict=True):
        yield from needs.claim(claim_node, decides.where(before))
        before = both(before, _is(claim, "< 2"))


def _matches(node: choice.FirstMatch, claims: list[Sql]) -> Iterator[Branch]:
    before, open_ = TRUE, FALSE
    for (_, branch), claim in zip(node.branches, claims, strict=True):
        open_ = either(open_, both(before, _is(claim, "= 1")))
        yield Branch(branch, both(before, _is(claim, ">= 1")), open_)
        before = both(before, _is(claim, "< 2"))
    yield Branch(node.otherwise, before, open_)


def _is(claim: Sql, test: str) -> Sql:
    if claim.is_constant:
        held = {"< 2": "01", "= 1": "1", ">= 1": "12"}[test]
        return TRUE if claim.template in held else FALSE
    return call(f"{{}} {test}", claim)


def reading(needs: Needs, node: choice.Reading, seen: Seen) -> Iterator[Need]:
    """The readings that are possible, then the question of law."""
    readings = needs.compiler.engine.readings(node)
    yield from _below(needs, [Branch(branch, TRUE, TRUE) for _, branch in readings], seen)
    if len(readings) > 1:
        yield from needs.law(node.question, seen)


def _below(needs: Needs, branches: list[Branch], seen: Seen) -> Iterator[Need]:
    for branch in branches:
        here = seen.where(branch.possible)
        if here.here is not FALSE:
            yield from needs.any(branch.node, here.branch())


SEARCHES: Mapping[type[Node], Search] = {
    choice.Choose: choose,
    choice.FirstMatch: first_match,
    choice.Recorded: recorded,
    choice.Reading: reading,
}
