"""Federal Bureau of Prisons: the four care levels for mental health."""

from homeward.therapy.policies.bop import levels
from homeward.therapy.policies.bop.levels import BODY

__all__ = ["BODY", "levels"]
