"""What can go wrong while many people are screened, said with the place and the fix.

ScreenError
├── StoreError    a store of people cannot be read, or cannot be written
├── ResultsError  earlier results cannot be used, or new ones cannot be written
└── WishError     the call asks for what cannot be done
"""

from __future__ import annotations


class ScreenError(Exception):
    """Screening stopped; the message says why and what to do."""


class StoreError(ScreenError):
    """A store is not whole, not of this version, or cannot be read."""


class ResultsError(ScreenError):
    """Results are not whole, or there is no room to write them."""


class WishError(ScreenError):
    """What was asked for cannot be done as it was asked."""
