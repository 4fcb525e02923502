"""California prisons: levels of the mental health program guide and its time limits."""

from homeward.therapy.policies.california import deadlines, levels
from homeward.therapy.policies.california.body import BODY

__all__ = ["BODY", "deadlines", "levels"]
