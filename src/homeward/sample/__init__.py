"""Synthetic people: a whole state's records, drawn from stated distributions.

Nobody in a sample exists, and every file of one says so.
"""

from homeward.sample.distributions import Distributions, covered, read_distributions
from homeward.sample.making import Order, Progress, make_sample
from homeward.sample.problem import DistributionError, OrderError, SampleError

__all__ = [
    "DistributionError",
    "Distributions",
    "Order",
    "OrderError",
    "Progress",
    "SampleError",
    "covered",
    "make_sample",
    "read_distributions",
]
