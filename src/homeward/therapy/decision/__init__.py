"""Decisions under a written policy: the request, the tests, the reasons, the days to act."""

from homeward.therapy.decision.deciding import decide
from homeward.therapy.decision.decision import Appeal, Decision, Test
from homeward.therapy.decision.duty import Duty
from homeward.therapy.decision.reason import Reason, reasons
from homeward.therapy.decision.request import Request, read_request

__all__ = [
    "Appeal",
    "Decision",
    "Duty",
    "Reason",
    "Request",
    "Test",
    "decide",
    "read_request",
    "reasons",
]
