"""What could still move a day or an answer: each part is searched through its own window."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace

from homeward.rules import amounts, conditions, dates, fact
from homeward.rules.node import Node
from homeward.rules.outcome import Limb
from homeward.screen.expressions import call
from homeward.screen.needs.walker import Needs, Search
from homeward.screen.needs.window import Carry, Need, Seen, unchanged
from homeward.screen.nodes.waits import Move, later, shares, working
from homeward.screen.values import Span


def leaf(needs: Needs, node: fact.FactRef, seen: Seen) -> Iterator[Need]:
    """A date of the record itself."""
    yield from needs.fact(node, seen)


def outer(needs: Needs, node: fact.Outer, seen: Seen) -> Iterator[Need]:
    """A date of the row that a filter starts from."""
    yield from needs.outer(node, seen)


def holds_if(needs: Needs, node: dates.HoldsIf, seen: Seen) -> Iterator[Need]:
    """The claim behind an answer."""
    yield from needs.claim(node.claim, seen)


def waits_while(needs: Needs, node: dates.WaitsWhile, seen: Seen) -> Iterator[Need]:
    """An event that has not happened, where it is sure that it is waited for."""
    claim = needs.compiler.single(node.claim, seen.scope)
    yield Need(node.event, seen.where(call("{} = 2", claim)).here, waits=True)
    yield from needs.claim(node.claim, seen)


def all_of(needs: Needs, node: dates.AllOf, seen: Seen) -> Iterator[Need]:
    """Each part that is law."""
    for item in needs.compiler.engine.in_force(node.items):
        yield from needs.when(item, seen.item_of_all())


def any_of(needs: Needs, node: dates.AnyOf, seen: Seen) -> Iterator[Need]:
    """Each part that is law."""
    for item in needs.compiler.engine.in_force(node.items):
        yield from needs.when(item, seen.item_of_any())


def since(needs: Needs, node: dates.Since, seen: Seen) -> Iterator[Need]:
    """The wait, then the event as the wait moves it."""
    yield from needs.number(node.amount, seen)
    waits = needs.compiler.span(node.amount, seen.scope)
    moved = _moving(lambda carried: later(needs.compiler, node, carried[0]), waits)
    yield from needs.when(node.event, seen.moved(moved))


def business_days(needs: Needs, node: dates.BusinessDays, seen: Seen) -> Iterator[Need]:
    """The count, then the event as the count moves it."""
    yield from needs.number(node.amount, seen)
    counts = needs.compiler.span(node.amount, seen.scope)
    moved = _moving(lambda carried: working(node, carried[0]), counts)
    yield from needs.when(node.event, seen.moved(moved))


def served(needs: Needs, node: dates.Served | dates.DaysServed, seen: Seen) -> Iterator[Need]:
    """The term, the share, then the start as they move it."""
    yield from needs.number(node.months, seen)
    yield from needs.number(node.percent, seen)
    spans = needs.compiler.spans((node.months, node.percent), seen.scope)
    moved = _moving(lambda carried: shares(needs.compiler, node, *carried), *spans)
    yield from needs.when(node.start, seen.moved(moved))


def _moving(move: Callable[[list[Span]], Move], *spans: Span) -> Callable[[Span, Carry], Span]:
    """A move whose amounts are read wherever the day is."""
    return lambda span, carry: move([amount.map(carry) for amount in spans])(span)


def named(needs: Needs, node: conditions.Condition | Limb, seen: Seen) -> Iterator[Need]:
    """The tree of a named requirement, or of a limb."""
    yield from needs.when(node.tree, seen.inside())


def answer_of(needs: Needs, node: dates.AnswerOf, seen: Seen) -> Iterator[Need]:
    """The rules of another question."""
    yield from routes(needs, node.question, seen.item_of_any())


def routes(needs: Needs, question: str, seen: Seen) -> Iterator[Need]:
    """Every rule that answers a question, where its answer could move the whole."""
    for _, rule in needs.compiler.engine.answers(question):
        answer = needs.compiler.answer(rule, seen.scope)
        crossed = seen.window.with_span(seen.image(answer, unchanged)).is_open
        below = seen.where(answer.is_open, crossed)
        # below its gate a rule may end sooner than its answer says
        yield from needs.rule(rule, replace(below, window=seen.window.plain))


def parameter(needs: Needs, node: amounts.Parameter, seen: Seen) -> Iterator[Need]:
    """A day of the law."""
    yield from needs.number(node, seen)


SEARCHES: Mapping[type[Node], Search] = {
    fact.FactRef: leaf,
    fact.Outer: outer,
    dates.HoldsIf: holds_if,
    dates.WaitsWhile: waits_while,
    dates.AllOf: all_of,
    dates.AnyOf: any_of,
    dates.Since: since,
    dates.BusinessDays: business_days,
    dates.Served: served,
    dates.DaysServed: served,
    dates.AnswerOf: answer_of,
    conditions.Condition: named,
    Limb: named,
    amounts.Parameter: parameter,
}
