"""Sealing under chapter 23.2 of title 19.2, in force since 1 July 2026."""

from homeward.law.us.va.sealing import (
    at_conclusion,
    automatic,
    clean_record,
    marijuana,
    minor_petition,
    petition,
    traffic,
)

__all__ = [
    "at_conclusion",
    "automatic",
    "clean_record",
    "marijuana",
    "minor_petition",
    "petition",
    "traffic",
]
