"""From when the years of a general petition count: s. 19.2-392.12(F)(2), the latest of its days."""

from homeward.law.us.va.terms import AT_ONCE, convicted, decided_on
from homeward.rules import (
    all_of,
    before,
    both,
    bounded,
    charge,
    claim,
    exists,
    first_match,
    latest,
    other_charges,
    this,
)
from homeward.rules.fact import FactRef
from homeward.rules.node import Node

_released_on = bounded(charge("sentence.released_on"), no_earlier=decided_on)


def _if_any(day: FactRef) -> Node:
    """A day of something that a record would show; at once where it did not happen."""
    return first_match((day.happened, day), otherwise=AT_ONCE)


# court files show findings of violation as rows of their own, and not which charge they are about
_later_findings = other_charges.that(
    both(
        claim(charge("ancillary")),
        charge("disposition").is_in("adjudicated", "convicted"),
        before(this(decided_on), decided_on),
    )
)


def _finding_of_its_own() -> Node:
    """A later finding that has a row of its own, where it was about this charge."""
    return first_match(
        (~exists(_later_findings), AT_ONCE),
        (claim(charge("violation_was_of_this_charge")), latest(_later_findings, decided_on)),
        otherwise=AT_ONCE,
    )


def anchor() -> Node:
    """Conviction or dismissal, release, a finding of violation, and release from its time.

    A violation counts from its finding, with or without time for it; where its day is not
    told the answer is open.
    """
    release = first_match((claim(charge("sentence.imprisoned")), _released_on), otherwise=AT_ONCE)
    return all_of(
        decided_on,
        first_match((convicted, release), otherwise=AT_ONCE),
        _if_any(charge("probation_revoked_on")),
        _if_any(charge("violation_found_on")),
        _if_any(charge("violation_released_on")),
        _finding_of_its_own(),
    )
