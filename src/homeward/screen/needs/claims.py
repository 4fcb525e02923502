"""What could still settle a truth or a number: every part that is itself unsettled."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from homeward.rules import amounts, fact, truth
from homeward.rules.node import Node
from homeward.screen.expressions import Sql, call
from homeward.screen.needs.walker import Needs, Search
from homeward.screen.needs.window import Need, Seen, Window
from homeward.screen.nodes.facts import stands_in
from homeward.screen.nodes.numbers import entries_here, gaps_here
from homeward.screen.scopes import Pair
from homeward.screen.sorts import is_number
from homeward.screen.values import either, not_any


def leaf(needs: Needs, node: fact.FactRef, seen: Seen) -> Iterator[Need]:
    """A fact of the record itself."""
    yield from needs.fact(node, seen)


def outer(needs: Needs, node: fact.Outer, seen: Seen) -> Iterator[Need]:
    """A fact of the row that a filter starts from."""
    yield from needs.outer(node, seen)


def same(needs: Needs, node: truth.Same, seen: Seen) -> Iterator[Need]:
    """The code on either row that lacks it."""
    yield from needs.fact(node.fact, seen.where(needs.unsettled(node.fact, seen)))
    if isinstance(seen.scope, Pair):
        there = needs.compiler.single(node.fact, seen.scope.outer)
        lacking = seen.scope.of_outer(call("{} IS NULL", there))
        yield from needs.outer(fact.Outer(node.fact), seen.where(lacking))


def tagged(needs: Needs, node: fact.Tagged, seen: Seen) -> Iterator[Need]:
    """The citation, its class, the open law, or the date that counts."""
    law, offenses = needs.compiler.engine.law, needs.compiler.offenses
    name = needs.compiler.engine.vocabulary[node.fact.name].name
    if node.at is None:
        yield from _listing(needs, offenses.needs(law, name, node.tag, law.day), seen)
        return
    span = needs.compiler.span(node.at, seen.scope)
    for first, last in offenses.stretches(law, node.tag):
        here = seen.where(stands_in(span, first, last))
        yield from _listing(needs, offenses.needs(law, name, node.tag, first), here)
    yield from needs.when(node.at, seen.where(span.is_open))


def _listing(needs: Needs, asked: list[tuple[str, Sql]], seen: Seen) -> Iterator[Need]:
    """What would settle a listing."""
    for need, test in asked:
        here = seen.scope.of_inner(test) if isinstance(seen.scope, Pair) else test
        yield from needs.name(need, seen.where(here))


def compare(needs: Needs, node: truth.Compare, seen: Seen) -> Iterator[Need]:
    """Each side matters where it can still cross the other."""
    engine = needs.compiler.engine
    if is_number(engine, node.left) or is_number(engine, node.right):
        yield from needs.number(node.left, seen)
        yield from needs.number(node.right, seen)
        return
    left, right = needs.compiler.spans((node.left, node.right), seen.scope)
    for side, other in ((node.left, right), (node.right, left)):
        window = Window((call("{} - 1", other.low),), (call("{} + 1", other.high),))
        yield from needs.when(side, replace(seen, window=window))


def includes(needs: Needs, node: truth.Includes, seen: Seen) -> Iterator[Need]:
    """The list, or the number looked for in it."""
    yield from needs.claim(node.fact, seen)
    yield from needs.number(node.item, seen)


def law_says(needs: Needs, node: truth.LawSays, seen: Seen) -> Iterator[Need]:
    """The parameter behind a yes or no of the law."""
    yield from needs.number(node.parameter, seen)


def open_law(needs: Needs, node: truth.OpenLaw, seen: Seen) -> Iterator[Need]:
    """The open question itself."""
    yield from needs.law(node.question, seen)


def parameter(needs: Needs, node: amounts.Parameter, seen: Seen) -> Iterator[Need]:
    """The open law behind a parameter, or the date that decides which entry counts."""
    if node.at is None:
        if needs.compiler.engine.law.parameter(node.name)[2]:
            yield from needs.law(node.name, seen)
        return
    span = needs.compiler.span(node.at, seen.scope)
    yield from needs.law(node.name, seen.where(_open_law(needs, node, seen)))
    yield from needs.when(node.at, seen.where(span.is_open))


def _open_law(needs: Needs, node: amounts.Parameter, seen: Seen) -> Sql:
    """Where the law itself leaves a parameter open: between readings, or outside of its history."""
    table = needs.compiler.engine.law.body.parameters[node.name]
    here = entries_here(needs.compiler, node, seen.scope)
    read = [test for entry, test in zip(table.history, here, strict=True) if entry.readings]
    return either(not_any(here), *gaps_here(needs.compiler, node, seen.scope), *read)


TRUTHS: Mapping[type[Node], Search] = {
    fact.FactRef: leaf,
    fact.Outer: outer,
    fact.Tagged: tagged,
    truth.Same: same,
    truth.Compare: compare,
    truth.Includes: includes,
    truth.LawSays: law_says,
    truth.OpenLaw: open_law,
}
NUMBERS: Mapping[type[Node], Search] = {
    fact.FactRef: leaf,
    fact.Outer: outer,
    amounts.Parameter: parameter,
}
