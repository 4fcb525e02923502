"""What could still move a day or an answer: each part is searched through its own window."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from homeward.explain.interpret import in_force
from homeward.rules import amounts, conditions, dates, fact
from homeward.rules.node import Node
from homeward.screen.columns import call
from homeward.screen.needs.walker import Needs, Search
from homeward.screen.needs.window import Need, Seen
from homeward.screen.nodes.waits import later, shares


def leaf(needs: Needs, node: fact.FactRef, seen: Seen) -> Iterator[Need]:
    """A date of the record itself."""
    yield needs.fact(node, seen)


def holds_if(needs: Needs, node: dates.HoldsIf, seen: Seen) -> Iterator[Need]:
    """The claim behind an answer."""
    yield from needs.claim(node.claim, seen)


def waits_while(needs: Needs, node: dates.WaitsWhile, seen: Seen) -> Iterator[Need]:
    """An event that has not happened, where it is sure that it is waited for."""
    claim = needs.compiler.single(node.claim, seen.scope)
    yield Need(node.event, seen.where(call("{} = 2", claim)).here, waits=True)
    yield from needs.claim(node.claim, seen)


def items(needs: Needs, node: dates.AllOf | dates.AnyOf, seen: Seen) -> Iterator[Need]:
    """Each part that is law."""
    for item in in_force(node.items, needs.compiler.engine.law.day):
        yield from needs.when(item, seen)


def since(needs: Needs, node: dates.Since, seen: Seen) -> Iterator[Need]:
    """The wait, then the event as the wait moves it."""
    yield from needs.number(node.amount, seen)
    compiler, scope = needs.compiler, seen.scope
    waits = compiler.span(node.amount, scope)
    image = seen.image
    moved = seen._replace(image=lambda span: image(later(compiler, node, span, waits, scope)))
    yield from needs.when(node.event, moved)


def served(needs: Needs, node: dates.Served, seen: Seen) -> Iterator[Need]:
    """The term, the share, then the start as they move it."""
    yield from needs.number(node.months, seen)
    yield from needs.number(node.percent, seen)
    compiler, scope = needs.compiler, seen.scope
    months, percent = compiler.spans((node.months, node.percent), scope)
    image = seen.image
    moved = seen._replace(image=lambda span: image(shares(compiler, span, months, percent, scope)))
    yield from needs.when(node.start, moved)


def condition(needs: Needs, node: conditions.Condition, seen: Seen) -> Iterator[Need]:
    """The tree of a named requirement."""
    yield from needs.when(node.tree, seen)


def answer_of(needs: Needs, node: dates.AnswerOf, seen: Seen) -> Iterator[Need]:
    """The rules of another question."""
    yield from routes(needs, node.question, seen)


def routes(needs: Needs, question: str, seen: Seen) -> Iterator[Need]:
    """Every rule that answers a question, its gate first."""
    for _, rule in needs.compiler.engine.answers(question):
        moved = seen.image(needs.compiler.answer(rule, seen.scope))
        below = seen.where(seen.window.crossed(moved))
        if rule.gate is not None:
            yield from needs.claim(rule.gate, below)
        yield from needs.when(rule.tree, below)


def parameter(needs: Needs, node: amounts.Parameter, seen: Seen) -> Iterator[Need]:
    """A day of the law."""
    yield from needs.number(node, seen)


SEARCHES: Mapping[type[Node], Search] = {
    fact.FactRef: leaf,
    dates.HoldsIf: holds_if,
    dates.WaitsWhile: waits_while,
    dates.AllOf: items,
    dates.AnyOf: items,
    dates.Since: since,
    dates.Served: served,
    dates.AnswerOf: answer_of,
    conditions.Condition: condition,
    amounts.Parameter: parameter,
}
