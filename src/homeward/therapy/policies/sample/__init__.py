"""A made-up policy: the form in which a state whose manual is not public can write its own."""

from homeward.therapy.policies.sample import admission, deadlines
from homeward.therapy.policies.sample.body import BODY

__all__ = ["BODY", "admission", "deadlines"]
