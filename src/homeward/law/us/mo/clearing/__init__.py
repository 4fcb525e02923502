"""Clearing a Missouri record: by petition, by the calendar, by the constitution."""

from homeward.law.us.mo.clearing import (
    arrest,
    arrest_record,
    automatic,
    closed_record,
    expungement,
    first_dwi,
    lifetime_limit,
    marijuana,
    minor_in_possession,
    refiling,
    special_routes,
)

__all__ = [
    "arrest",
    "arrest_record",
    "automatic",
    "closed_record",
    "expungement",
    "first_dwi",
    "lifetime_limit",
    "marijuana",
    "minor_in_possession",
    "refiling",
    "special_routes",
]
