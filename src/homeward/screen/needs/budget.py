"""What is not known of the charges that may take a place under a lifetime limit."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from homeward.rules.limit import Budget
from homeward.rules.node import Node
from homeward.rules.rows import Rows
from homeward.screen.columns import call
from homeward.screen.needs.days import routes
from homeward.screen.needs.others import OF_CHARGES, of_others
from homeward.screen.needs.walker import Needs, Search
from homeward.screen.needs.window import Need, Seen
from homeward.screen.values import LAST_DAY


def budget(needs: Needs, node: Budget, seen: Seen) -> Iterator[Need]:
    """What the charges lack, then the limits and what is used of them."""
    for need in _counted(needs, node):
        yield from of_others(needs, need, Rows(), seen)
    for kind in node.kinds:
        yield from needs.number(kind.at_most, seen)
        yield from needs.number(kind.used, seen)


def _counted(needs: Needs, node: Budget) -> Iterator[Need]:
    """What is not known of each charge: which place, and with whom."""
    answer = needs.compiler.answers(node.question, "charge")
    claims = needs.compiler.singles((kind.where for kind in node.kinds), "charge")
    takes = call(" OR ".join("{} >= 1" for _ in claims), *claims)
    here = OF_CHARGES.where(call("{} < {}", answer.low, LAST_DAY), takes)
    alone = call("{} IS NULL", needs.compiler.single(node.grouped_by, "charge"))
    yield needs.fact(node.grouped_by, here.where(alone))
    for kind in node.kinds:
        yield from needs.claim(kind.where, here)
    yield from routes(needs, node.question, here.where(call("{} = {}", answer.high, LAST_DAY)))


SEARCHES: Mapping[type[Node], Search] = {Budget: budget}
