"""California: clearing convictions and arrests, cannabis, background reports, renting."""

from homeward.law.us.ca import (
    arrest,
    automatic,
    cannabis,
    cannabis_bulk,
    cannabis_los_angeles,
    landlords,
    low_term,
    petition,
    reduction,
    rehabilitation,
    reports,
    survivors,
)

__all__ = [
    "arrest",
    "automatic",
    "cannabis",
    "cannabis_bulk",
    "cannabis_los_angeles",
    "landlords",
    "low_term",
    "petition",
    "reduction",
    "rehabilitation",
    "reports",
    "survivors",
]
