"""What could still settle a truth or a number: every part that is itself unsettled."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from homeward.rules import amounts, fact, truth
from homeward.rules.node import Node
from homeward.screen.columns import call
from homeward.screen.members import Member
from homeward.screen.needs.others import members, of_others
from homeward.screen.needs.walker import Needs, Search
from homeward.screen.needs.window import TRUE, Need, Seen, Window
from homeward.screen.sorts import is_number
from homeward.screen.values import day


def tagged(needs: Needs, node: fact.Tagged, seen: Seen) -> Iterator[Need]:
    """The citation, its class, the open law, or the date that counts."""
    law, offenses = needs.compiler.engine.law, needs.compiler.offenses
    name = needs.compiler.engine.vocabulary[node.fact.name].name
    if node.at is None:
        for need, test in offenses.needs(law, name, node.tag, law.day):
            yield Need(need, seen.where(test).here)
        return
    span = needs.compiler.span(node.at, seen.scope)
    for first, last in offenses.stretches(law, node.tag):
        overlap = call("{} < {} AND {} <= {}", span.low, day(last), day(first), span.high)
        for need, test in offenses.needs(law, name, node.tag, first):
            yield Need(need, seen.where(overlap, test).here)
    yield from needs.when(node.at, seen.where(call("{} < {}", *span)))


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
        yield from needs.when(side, seen._replace(window=window))


def law_says(needs: Needs, node: truth.LawSays, seen: Seen) -> Iterator[Need]:
    """The parameter behind a yes or no of the law."""
    yield from needs.number(node.parameter, seen)


def open_law(needs: Needs, node: truth.OpenLaw, seen: Seen) -> Iterator[Need]:
    """The open question itself."""
    yield needs.law(node.question, seen)


def exists(needs: Needs, node: truth.Exists, seen: Seen) -> Iterator[Need]:
    """The rows of which it is not sure that they belong."""
    yield from members(needs, node.rows, TRUE, seen)


def every(needs: Needs, node: truth.Every, seen: Seen) -> Iterator[Need]:
    """The rows that may fail the claim, and those of which it is not sure that they belong."""
    held = needs.compiler.single(node.claim, "charge")
    mark = call("{} < 2", held)
    member = Member(needs.compiler, node.rows, seen.scope)
    inside = seen._replace(scope="charge", here=TRUE).where(call("{} >= 1", member.inside), mark)
    for need in needs.claim(node.claim, inside):
        yield from of_others(needs, need, node.rows, seen)
    yield from members(needs, node.rows, mark, seen)


def count(needs: Needs, node: amounts.Count, seen: Seen) -> Iterator[Need]:
    """The rows of which it is not sure that they belong."""
    yield from members(needs, node.rows, TRUE, seen)


def parameter(needs: Needs, node: amounts.Parameter, seen: Seen) -> Iterator[Need]:
    """The open law behind a parameter, or the date that counts."""
    if node.at is None:
        yield needs.law(node.name, seen)
    else:
        yield from needs.when(node.at, seen)


TRUTHS: Mapping[type[Node], Search] = {
    fact.Tagged: tagged,
    truth.Compare: compare,
    truth.LawSays: law_says,
    truth.OpenLaw: open_law,
    truth.Exists: exists,
    truth.Every: every,
}
NUMBERS: Mapping[type[Node], Search] = {
    amounts.Count: count,
    amounts.Parameter: parameter,
}
