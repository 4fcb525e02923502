"""Expungement at once after a court's program: C.Cr.P. art. 985.3."""

from homeward.law.us.la.body import BODY
from homeward.law.us.la.terms import louisiana_case, was_sentenced
from homeward.rules import (
    all_of,
    answer_of,
    any_of,
    both,
    charge,
    condition,
    discretion,
    holds_if,
    open_law,
)
from homeward.rules.node import Node

_985_3 = "C.Cr.P. art. 985.3; Acts 2024 No. 560"
_done_on = charge("court_program_completed_on")


@BODY.rule(
    "court-program",
    question="clear.985_3",
    family="clear",
    subject="charge",
    cite=_985_3,
    since="2024-08-01",
    title="Clearing a record after a court's program",
    holds="the judge may order this record cleared, without a motion of yours",
    how="judge",
    standard="may",
    effect="expunged",
    certainty="medium",
    applies=lambda: both(was_sentenced, _done_on.happened),
)
def court_program() -> Node:
    """Who completes a court-ordered program may have the record cleared at once."""
    no_wait = holds_if(open_law("program_waits"))
    return all_of(
        louisiana_case(_985_3),
        condition(
            "program_completed", _985_3, "the court's program is completed", _done_on,
            certainty="medium",
        ),
        condition(
            "otherwise_eligible", _985_3,
            "the person is otherwise eligible, where it is open if the years have to pass",
            any_of(no_wait, answer_of("clear.977"), answer_of("clear.978")), certainty="low",
        ),
        discretion("court_orders_it", _985_3, "it should be ordered at the end of the program"),
    )  # fmt: skip
