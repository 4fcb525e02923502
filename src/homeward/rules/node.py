"""The nodes of a rule's tree: what they have in common.

A rule is run once to build a tree of these; the tree is then interpreted,
compiled, printed and patched by others. A node knows its parts and its sort,
and nothing of engines or states.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, fields
from functools import cached_property
from typing import ClassVar, Literal

Sort = Literal["when", "truth", "number", "code", "rows", "any"]


@dataclass(frozen=True, eq=False)
class Node:
    """One operation of the language of rules.

    Nodes are compared by identity: a node used twice is one node, worked out once.
    """

    sort: ClassVar[Sort] = "any"

    @cached_property
    def parts(self) -> tuple[Node, ...]:
        """The nodes directly under this one, in the order of the fields that hold them."""
        return tuple(_nodes_in(getattr(self, field.name) for field in fields(self)))


def _nodes_in(values: Iterable[object]) -> Iterator[Node]:
    for value in values:
        if isinstance(value, Node):
            yield value
        elif isinstance(value, tuple):
            yield from _nodes_in(value)


def walk(node: Node) -> Iterator[Node]:
    """Every node of a tree, parents first, each shared node once."""
    seen: set[int] = set()
    waiting = [node]
    while waiting:
        here = waiting.pop()
        if id(here) not in seen:
            seen.add(id(here))
            yield here
            waiting.extend(reversed(here.parts))
