"""The way to appeal a decision: the first step with its last day, and the steps that follow.

A day that has passed is not the end of the matter by itself: a step that a person could not
use did not have to be used (see :mod:`homeward.therapy.appeal`).
"""

from __future__ import annotations

from homeward.therapy.appeal import due, steps
from homeward.therapy.decision.decision import Appeal
from homeward.therapy.decision.request import Request


def appeal_against(request: Request) -> Appeal | None:
    """The way to appeal; None where the policy names none."""
    first = request.policy.appeal
    if first is None:
        return None
    received = request.received_on or request.as_of
    line = {
        "system": first["system"],
        "step": first["step"],
        "starts_on": received.isoformat(),
        "unavailable_because": request.unavailable_because or None,
        "holidays": None if request.holidays is None else list(map(str, request.holidays)),
    }
    found = due(line, "")
    last = found["due_on"] or found["not_before"]  # the day that is safe whatever the holidays
    later = [
        {"step": own["step"], "days": own["days"], "business": own.get("business", False),
         "cite": own["cite"]}
        for (system, name), own in steps().items()
        if system == first["system"] and name != first["step"]
    ]  # fmt: skip
    return Appeal(
        step=first["step"],
        to=first["to"],
        due_on=last,
        counted=found["counted"],
        cite=found["cite"],
        certainty=found["certainty"],
        from_receipt=request.received_on is not None,
        unavailable_because=request.unavailable_because,
        says=found["says"],
        passed=last < request.as_of.isoformat(),
        later=tuple(later),
    )
