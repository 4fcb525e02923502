"""Records that close without a petition: RSMo 610.100 and 610.105."""

from homeward.law.us.mo.body import BODY
from homeward.law.us.mo.terms import (
    AT_ONCE,
    arrest_only,
    ended_without_guilt,
    in_missouri_court,
    is_diverted,
    is_pending,
    suspended_imposition,
)
from homeward.rules import (
    all_of,
    bounded,
    charge,
    condition,
    either,
    exists,
    first_match,
    holds_if,
    latest,
    open_law,
    other_charges_of_case,
    param,
    since,
    waits_while,
)
from homeward.rules.node import Node
from homeward.rules.rule import Step

_probation_over_on = bounded(
    charge("disposition_completed_on"), no_earlier=charge("disposition_date")
)
_ended_on = first_match(
    (arrest_only, AT_ONCE),
    (suspended_imposition, _probation_over_on),
    otherwise=charge("disposition_date"),
)


def thirty_days_uncharged() -> Node:
    """610.100: the report of an arrest closes when thirty days bring no charge."""
    arrested_on = bounded(charge("arrest_date"), no_earlier=charge("offense_date"))
    closes_on = since(arrested_on, param("arrest.closed_if_uncharged_days"), "days")
    return first_match((arrest_only, closes_on), otherwise=AT_ONCE)


def no_conviction() -> Node:
    """610.105.1: the ways to end that close a record; an open charge has not ended yet.

    A program outside court is not one of the endings that the text names.
    """
    return first_match(
        (is_pending, waits_while(is_pending, "the end of this open charge")),
        (is_diverted, holds_if(open_law("closed.diverted"))),
        otherwise=holds_if(either(arrest_only, ended_without_guilt, suspended_imposition)),
    )


def finally_terminated() -> Node:
    """610.105.1: this charge has ended, and so has every other charge of its case."""
    others = other_charges_of_case
    still_open = exists(others.that(is_pending))
    return first_match(
        (either(arrest_only, is_pending), AT_ONCE),
        otherwise=all_of(
            _ended_on,
            waits_while(still_open, "the end of another charge of this case"),
            latest(others.that(~either(is_pending, arrest_only)), _ended_on),
        ),
    )


def probation_kept() -> Node:
    """A suspended sentence that is imposed after all is a conviction."""
    revoked = charge("probation_revoked_on").happened
    return first_match((suspended_imposition, holds_if(~revoked)), otherwise=AT_ONCE)


@BODY.rule(
    "closed",
    question="closed",
    subject="charge",
    cite="RSMo 610.100; RSMo 610.105",
    since="1800-01-01",  # start not looked up
    title="Closed without a petition",
    holds="the record is closed to the public, with nothing to file",
    how="automatic",
    effect="closed",
    steps=(
        Step(
            "Look the case up on Case.net. If it still shows, ask the circuit clerk to close it, "
            "and show the final order",
            "RSMo 610.105; RSMo 610.115",
        ),
        Step(
            "You need not tell anyone about a closed record, except where a law says so",
            "RSMo 610.110",
        ),
    ),
)
def closed_record() -> Node:
    """Records of an arrest without charge, or of a case without a conviction, are closed."""
    return all_of(
        condition(
            "missouri_record", "RSMo 610.105.1", "the record is one of a Missouri court or police",
            holds_if(in_missouri_court), unmet="the case was not in a Missouri court",
        ),
        condition(
            "thirty_days_uncharged", "RSMo 610.100",
            "after an arrest, thirty days have passed without a charge",
            thirty_days_uncharged(), certainty="medium",
        ),
        condition(
            "no_conviction", "RSMo 610.105.1",
            "the charge was dropped, dismissed or found not proved, or the sentence was held back "
            "(suspended imposition, SIS)",
            no_conviction(),
            unmet="the charge ended in a conviction, which these sections leave open to the public",
        ),
        condition(
            "probation_kept", "RSMo 610.105.1",
            "a sentence that was held back (SIS) was never imposed after all", probation_kept(),
            unmet="probation was taken back, so the case did not end without a sentence",
        ),
        condition(
            "finally_terminated", "RSMo 610.105.1",
            "the case is over: every charge in it has ended, and probation too",
            finally_terminated(),
        ),
    )  # fmt: skip
