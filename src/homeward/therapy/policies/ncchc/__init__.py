"""NCCHC standards for health services in prisons: time limits, for places that have chosen them."""

from homeward.therapy.policies.ncchc import deadlines
from homeward.therapy.policies.ncchc.deadlines import BODY

__all__ = ["BODY", "deadlines"]
