"""Therapy in prison: screening instruments, deadlines to complain, and the waiting list.

A score is never a diagnosis. A missing answer is unknown, never zero.
"""

from homeward.therapy.instrument import Instrument, instrument, instruments
from homeward.therapy.response import Response, read_response
from homeward.therapy.scoring import Score, score

__all__ = [
    "Instrument",
    "Response",
    "Score",
    "instrument",
    "instruments",
    "read_response",
    "score",
]
