"""Who reads a part of the law, and from which day on: rules, through their conditions."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date

from homeward.explain.engines import routes
from homeward.rules.amounts import Parameter
from homeward.rules.body import Body
from homeward.rules.conditions import Condition, Discretion
from homeward.rules.dates import AnswerOf
from homeward.rules.fact import Tagged
from homeward.rules.limit import Budget
from homeward.rules.node import Node
from homeward.rules.rule import Rule


@dataclass(frozen=True)
class Reading:
    """A node that a rule reads, and the first day on which it can matter."""

    rule: Rule
    node: Node
    since: date

    @property
    def is_dated(self) -> bool:
        """Whether a record's own day decides, and not the day of the law."""
        return isinstance(self.node, Parameter | Tagged) and self.node.at is not None


def readings(body: Body) -> list[Reading]:
    """Every node of every rule, through the answers that it asks for too."""
    return [one for rule in body.rules.values() for one in _of(body, rule, rule, rule.since)]


def _of(body: Body, asked: Rule, rule: Rule, since: date) -> Iterator[Reading]:
    for tree in rule.trees:
        yield from _below(body, asked, tree, since)


def _below(body: Body, asked: Rule, node: Node, since: date) -> Iterator[Reading]:
    if isinstance(node, Condition | Discretion) and node.since:
        since = max(since, node.since)
    yield Reading(asked, node, since)
    if isinstance(node, AnswerOf | Budget):
        for other in routes(body, node.question, body.checked_on):
            yield from _of(body, asked, other, max(since, other.since))
    for part in node.parts:
        yield from _below(body, asked, part, since)


def of_parameter(found: list[Reading], name: str) -> list[Reading]:
    """The readings of one parameter."""
    return _that(found, lambda node: isinstance(node, Parameter) and node.name == name)


def of_tag(found: list[Reading], tag: str) -> list[Reading]:
    """The readings of one list of offenses."""
    return _that(found, lambda node: isinstance(node, Tagged) and node.tag == tag)


def _that(found: list[Reading], is_it: Callable[[Node], bool]) -> list[Reading]:
    return [one for one in found if is_it(one.node)]
