"""Asking a court in California to dismiss a conviction: Penal Code 1203.4 and its companions."""

from homeward.law.us.ca.petition import (
    before_realignment,
    custody,
    deferred_entry,
    fire_crew,
    no_probation,
    probation,
    under_eighteen,
)

__all__ = [
    "before_realignment",
    "custody",
    "deferred_entry",
    "fire_crew",
    "no_probation",
    "probation",
    "under_eighteen",
]
