"""Synthetic people: a whole state's records, drawn from stated distributions.

Nobody in a sample exists, and every file of one says so.
"""

from homeward.sample.distributions import Distributions, covered, read_distributions
from homeward.sample.making import Order, check_size, make_sample
from homeward.sample.problem import DistributionError, OrderError, SampleError
from homeward.sample.records import people, records

__all__ = [
    "DistributionError",
    "Distributions",
    "Order",
    "OrderError",
    "SampleError",
    "check_size",
    "covered",
    "make_sample",
    "people",
    "read_distributions",
    "records",
]
