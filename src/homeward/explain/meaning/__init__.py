"""What each kind of node means for one person: one function a kind, one table a file.

``MEANINGS`` is all the tables together. A new kind of node is a function and a
line in the table of its file.
"""

from homeward.explain.interpret import Meanings
from homeward.explain.meaning import (
    amounts,
    choices,
    dates,
    facts,
    limits,
    relations,
    truths,
    waits,
)

MEANINGS: Meanings = {
    **facts.MEANINGS,
    **truths.MEANINGS,
    **relations.MEANINGS,
    **amounts.MEANINGS,
    **dates.MEANINGS,
    **waits.MEANINGS,
    **choices.MEANINGS,
    **limits.MEANINGS,
}

__all__ = ["MEANINGS"]
