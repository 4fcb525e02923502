"""What is not known of the charges that may take a place under a lifetime limit."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from homeward.rules.limit import Budget
from homeward.rules.node import Node
from homeward.rules.rows import Rows
from homeward.screen.expressions import call
from homeward.screen.needs.days import routes
from homeward.screen.needs.others import Asked
from homeward.screen.needs.walker import Needs, Search
from homeward.screen.needs.window import WHOLE, Need, Seen
from homeward.screen.values import LAST_DAY, either, less


def budget(needs: Needs, node: Budget, seen: Seen) -> Iterator[Need]:
    """What the charges lack, then the limits and what is used of them."""
    asked = Asked(needs, Rows(), seen)
    answer = needs.compiler.answers(node.question, asked.pair)
    claims = needs.compiler.singles((kind.where for kind in node.kinds), asked.pair)
    takes = either(*(call("{} >= 1", claim) for claim in claims))
    asked.only(less(answer.low, LAST_DAY), takes)
    yield from asked.lifted(_lacking(needs, node, Seen(asked.pair)))
    for kind in node.kinds:
        yield from needs.number(kind.at_most, seen)
        yield from needs.number(kind.used, seen)


def _lacking(needs: Needs, node: Budget, seen: Seen) -> Iterator[Need]:
    """What is not known of a charge: which place it takes, with whom, and whether it ever does."""
    yield from needs.fact(node.grouped_by, seen.where(needs.unsettled(node.grouped_by, seen)))
    for kind in node.kinds:
        yield from needs.claim(kind.where, seen)
    answer = needs.compiler.answers(node.question, seen.scope)
    perhaps_never = seen.where(call("{} = {}", answer.high, LAST_DAY))
    whole = replace(perhaps_never, window=WHOLE.with_span(answer))
    yield from routes(needs, node.question, whole.item_of_any())


SEARCHES: Mapping[type[Node], Search] = {Budget: budget}
