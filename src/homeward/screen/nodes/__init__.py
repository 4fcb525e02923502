"""How each kind of node becomes columns: one file a sort, one table of builders in all."""

from homeward.screen.compiler import Builders
from homeward.screen.nodes import (
    budget,
    choices,
    days,
    facts,
    neighbors,
    numbers,
    others,
    truths,
    waits,
)

BUILDERS: Builders = {
    **facts.BUILDERS,
    **truths.BUILDERS,
    **numbers.BUILDERS,
    **days.BUILDERS,
    **waits.BUILDERS,
    **others.BUILDERS,
    **neighbors.BUILDERS,
    **choices.BUILDERS,
    **budget.BUILDERS,
}

__all__ = ["BUILDERS"]
