"""Oregon: setting aside convictions, findings and charges; renting with a record."""

from homeward.law.us.or_ import (
    conviction,
    dismissal,
    insanity,
    juvenile,
    marijuana,
    no_complaint,
    renting,
)

__all__ = [
    "conviction",
    "dismissal",
    "insanity",
    "juvenile",
    "marijuana",
    "no_complaint",
    "renting",
]
