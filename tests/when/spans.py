"""Spans of days and trees of them, for the properties of the algebra.

All days come from a short line, so that a property can try every one of them.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from itertools import product

from hypothesis import strategies as st

from homeward.when import FIRST, LAST, When, all_of, any_of, hull

LINE = (FIRST, date(2024, 2, 29), date(2026, 11, 23), date(2031, 5, 1), LAST)

days = st.sampled_from(LINE)
spans = st.builds(lambda a, b: When(min(a, b), max(a, b)), days, days)
settled = st.builds(lambda day: When(day, day), days)

COMBINE = {"all": all_of, "any": any_of, "hull": hull}


@dataclass(frozen=True)
class Tree:
    """A part known by its place among the leaves, or parts combined."""

    how: str
    parts: tuple[Tree, ...] = ()
    leaf: int = -1

    def value(self, leaves) -> When:
        """What the tree answers for these values of its leaves."""
        if self.how == "leaf":
            return leaves[self.leaf]
        return COMBINE[self.how](*(part.value(leaves) for part in self.parts))


@st.composite
def trees(draw, how=("all", "any"), most=5):
    """A nested tree in which each leaf stands once, and the spans of its leaves."""
    waiting = [Tree("leaf", leaf=place) for place in range(draw(st.integers(1, most)))]
    leaves = [draw(spans) for _ in waiting]
    while len(waiting) > 1:
        size = draw(st.integers(2, len(waiting)))
        joined = Tree(draw(st.sampled_from(how)), tuple(waiting[:size]))
        waiting = draw(st.permutations([*waiting[size:], joined]))
    return waiting[0], leaves


def values_of(span):
    """Every day of the line that a span may turn out to be."""
    return [When(day, day) for day in LINE if span[0] <= day <= span[1]]


def worlds(leaves):
    """Every way in which all leaves may turn out."""
    return product(*map(values_of, leaves))
