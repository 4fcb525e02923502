"""Asking a court in California to dismiss a conviction: Penal Code 1203.4 and its companions."""

from homeward.law.us.ca.petition import (
    before_realignment,
    custody,
    fire_crew,
    no_probation,
    probation,
)

__all__ = ["before_realignment", "custody", "fire_crew", "no_probation", "probation"]
