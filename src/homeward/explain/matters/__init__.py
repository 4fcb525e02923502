"""Which missing facts can still move an answer: the window is passed down the tree.

Every node is seen through the window that the rest of the tree leaves open
(:mod:`homeward.when.window`) and through the monotone map that the operations
above it apply to its days. A leaf matters when its interval, so mapped, crosses
the inside of its window. This is exact while no missing fact stands twice in
one tree, and never leaves out a fact that matters.

How to look below each kind of node is one function a kind, one table a file.
"""

from homeward.explain.interpret import Interpreter
from homeward.explain.matters import choices, dates, facts, limits, relations, truths
from homeward.explain.matters.search import Looks, Search
from homeward.facts import Row

LOOKS: Looks = {
    **facts.LOOKS,
    **truths.LOOKS,
    **relations.LOOKS,
    **dates.LOOKS,
    **choices.LOOKS,
    **limits.LOOKS,
}


def search_below(engine: Interpreter, row: Row) -> Search:
    """A search for what could still move a row's answers, with the law of one day."""
    return Search(engine, row, LOOKS)


__all__ = ["LOOKS", "Search", "search_below"]
