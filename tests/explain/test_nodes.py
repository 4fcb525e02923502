"""Every kind of node of the language has a meaning for one person, and a way to look below it."""

import pytest

from homeward.explain.matters import LOOKS
from homeward.explain.meaning import MEANINGS
from homeward.rules import amounts, conditions, dates, groups, logic
from homeward.rules.limit import Kind
from homeward.rules.rows import Rows
from tests.rules.test_printing import kinds_of_node

INSIDE_OTHERS = {Kind: "a part of a budget, never a value of its own"}
NOTHING_BELOW = {
    logic.Const: "the law itself settles it",
    amounts.Number: "a number is known",
    dates.On: "a day is known",
    conditions.Discretion: "what is weighed never moves a date",
    groups.Itself: "which row it is is known",
    Rows: "the nodes that look at rows look below them",
}


@pytest.mark.parametrize("kind", kinds_of_node(), ids=lambda kind: kind.__name__)
def test_a_kind_of_node_has_a_meaning(kind):
    assert (kind in MEANINGS) != (kind in INSIDE_OTHERS)


@pytest.mark.parametrize("kind", kinds_of_node(), ids=lambda kind: kind.__name__)
def test_a_kind_of_node_can_be_looked_below(kind):
    assert (kind in LOOKS) != (kind in {**INSIDE_OTHERS, **NOTHING_BELOW})
