"""Yes, no, or unknown: the truth of a claim that the record may not settle.

The order *no < unknown < yes* makes *and* the least, *or* the greatest and
*not* a mirror, so three-valued logic is arithmetic in every engine:

>>> min(Truth.YES, Truth.UNKNOWN).name, max(Truth.YES, Truth.UNKNOWN).name
('UNKNOWN', 'YES')
>>> Truth.UNKNOWN.negated.name
'UNKNOWN'
"""

from __future__ import annotations

from enum import IntEnum


class Truth(IntEnum):
    """A claim's truth, ordered from no to yes."""

    NO = 0
    UNKNOWN = 1
    YES = 2

    @property
    def negated(self) -> Truth:
        """The truth of the opposite claim."""
        return Truth(2 - self)
