"""What can go wrong when a sample is made.

SampleError
├── DistributionError   a file of distributions does not say what it must
└── OrderError          what was asked for cannot be made
"""

from __future__ import annotations


class SampleError(Exception):
    """A sample that cannot be made; the message says what to do."""


class DistributionError(SampleError):
    """A file of distributions that lacks a key, a source or a certainty."""


class OrderError(SampleError):
    """An order that cannot be filled: a number, a place, or a folder."""
