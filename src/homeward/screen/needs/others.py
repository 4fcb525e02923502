"""Needs of other rows: facts that would settle which rows belong, and their days.

Every row that asks is paired with the rows of the relation that could still
matter to it, so each fact is seen through the window of the row that asks.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from homeward.rules import amounts, dates, truth
from homeward.rules.node import Node
from homeward.rules.rows import Rows
from homeward.screen.expressions import Sql, call
from homeward.screen.members import Members
from homeward.screen.needs.walker import Needs, Search
from homeward.screen.needs.window import Carry, Need, Seen, unchanged
from homeward.screen.nodes.neighbors import Neighbors, Relative, day_of, paired
from homeward.screen.scopes import Pair
from homeward.screen.values import FALSE, FIRST_DAY, LAST_DAY, TRUE, Span, either, when


class Asked:
    """The rows of a relation, each paired with the row that asks, where they could matter to it."""

    def __init__(
        self, needs: Needs, rows: Rows, seen: Seen, members: Members | None = None
    ) -> None:
        """Pair what is read where the whole is open with the rows that may belong."""
        self.needs = needs
        self.seen = seen
        self.rows = rows
        self.members = members or Members(needs.compiler, rows, seen.scope, paired=True, asks=True)
        self.pair: Pair = paired(self.members)
        self.inside = self.members.inside
        self.only(self.pair.of_outer(seen.here))

    def only(self, *tests: Sql) -> None:
        """Look only at pairs that pass these tests too."""
        self.pair.where += [test for test in tests if test is not TRUE]

    def beyond_record(self) -> Iterator[Need]:
        """Rows that the record may not hold."""
        beyond = self.members.beyond_record()
        if beyond is not FALSE:
            yield Need("person.record_complete", self.seen.where(beyond).here)

    def belonging(self, *tests: Sql) -> Iterator[Need]:
        """What would settle whether a row belongs, as seen from the pair."""
        if self.rows.where is not None:
            unsure = Seen(self.pair).where(call("{} = 1", self.inside), *tests)
            yield from self.needs.claim(self.rows.where, unsure)

    def lifted(self, found: Iterable[Need]) -> Iterator[Need]:
        """Needs of pairs as needs of the row that asks."""
        tests: dict[tuple[str, bool], list[Sql]] = {}
        for need in found:
            tests.setdefault((need.name, need.waits), []).append(need.when)
        for (name, waits), some in tests.items():
            yield Need(name, self.members.group.some(either(*some)), waits=waits)


def counted(needs: Needs, node: amounts.Count | truth.Exists, seen: Seen) -> Iterator[Need]:
    """Every row of which it is not sure that it belongs."""
    asked = Asked(needs, node.rows, seen)
    yield from asked.beyond_record()
    asked.only(call("{} = 1", asked.inside))
    yield from asked.lifted(asked.belonging())


def every(needs: Needs, node: truth.Every, seen: Seen) -> Iterator[Need]:
    """The rows that may fail the claim, and those of which it is not sure that they belong."""
    asked = Asked(needs, node.rows, seen)
    yield from asked.beyond_record()
    held = needs.compiler.single(node.claim, asked.pair)
    asked.only(call("{} >= 1", asked.inside), call("{} < 2", held))
    found = [*needs.claim(node.claim, Seen(asked.pair)), *asked.belonging()]
    yield from asked.lifted(found)


def extreme(needs: Needs, node: dates.Latest | dates.Earliest, seen: Seen) -> Iterator[Need]:
    """The rows that could still move the latest or earliest day."""
    asked = Asked(needs, node.rows, seen)
    yield from asked.beyond_record()
    absent = FIRST_DAY if isinstance(node, dates.Latest) else LAST_DAY
    item = seen.item_of_any()
    if isinstance(node, dates.Latest):
        # the second latest may lie before a row's own day: then both ends must be looked at
        item = seen.item_of_all() if node.nth == 1 else replace(seen, window=seen.window.plain)
    if node.rows.where is not None:
        # so it is where a row may not belong: the whole may then reach beyond the row's own day
        item = replace(item, window=item.window.plain)
    event = needs.compiler.span(node.event, asked.pair)
    unsure = call("{} = 1", asked.inside)
    part = Span(event.low, when(unsure, absent, event.high))
    if isinstance(node, dates.Latest):
        part = Span(when(unsure, absent, event.low), event.high)
    asked.only(call("{} >= 1", asked.inside))
    yield from _moving(asked, node, item.from_pair(asked.pair, _own_day), part)


def neighbors(needs: Needs, node: Relative, seen: Seen) -> Iterator[Need]:
    """The rows that could still be the next or the previous one, and the day they stand by."""
    near = Neighbors(needs.compiler, node, seen.scope, asks=True)
    asked = Asked(needs, node.rows, seen, near.members)
    yield from asked.beyond_record()
    item = seen.item_of_any() if near.later else seen.item_of_all()
    below = item.from_pair(asked.pair, lambda span, carry: near.part(span, TRUE, carry))
    asked.only(call("{} >= 1", asked.inside))
    part = near.part(near.event, near.sure, unchanged)
    yield from _moving(asked, node, replace(below, is_plain=False), part)
    yield from needs.when(day_of(node), seen.anew())


def _own_day(span: Span, _carry: Carry) -> Span:
    """A row that surely belongs gives its own day."""
    return span


def _moving(
    asked: Asked, node: dates.Latest | dates.Earliest | Relative, below: Seen, part: Span
) -> Iterator[Need]:
    """What would settle the rows whose part in the answer crosses its window, and their days."""
    whole = asked.seen.image(part, asked.pair.of_outer)
    asked.only(below.window.with_span(whole).is_open)
    found = [*asked.belonging(), *asked.needs.when(node.event, below)]
    yield from asked.lifted(found)


SEARCHES: Mapping[type[Node], Search] = {
    dates.Latest: extreme,
    dates.Earliest: extreme,
    dates.NextAfter: neighbors,
    dates.PreviousBefore: neighbors,
}
TRUTHS: Mapping[type[Node], Search] = {truth.Exists: counted, truth.Every: every}
NUMBERS: Mapping[type[Node], Search] = {amounts.Count: counted}
