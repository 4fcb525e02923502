"""A rule's tree with some of its nodes exchanged; what is shared stays shared."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import fields, replace
from typing import Any

from homeward.rules.node import Node


def rewritten(tree: Node, exchange: Callable[[Node], Node]) -> Node:
    """The tree with each node put through ``exchange``, the parts before the whole."""
    done: dict[int, Node] = {}

    def one(node: Node) -> Node:
        if id(node) not in done:
            held = {field.name: getattr(node, field.name) for field in fields(node) if field.init}
            new = {name: value(old) for name, old in held.items()}
            moved = {name: new[name] for name, old in held.items() if new[name] is not old}
            done[id(node)] = exchange(replace(node, **moved) if moved else node)
        return done[id(node)]

    def value(held: Any) -> Any:  # noqa: ANN401  what a field holds: nodes, or anything
        if isinstance(held, Node):
            return one(held)
        if isinstance(held, tuple):
            new = tuple(value(item) for item in held)
            return new if any(a is not b for a, b in zip(new, held, strict=True)) else held
        return held

    return one(tree)
