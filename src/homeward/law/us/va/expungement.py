"""Expungement of charges without a conviction: s. 19.2-392.2, now and from 1 December 2026."""

from homeward.law.us.va.body import BODY
from homeward.law.us.va.steps import EXPUNGEMENT, OBJECTION
from homeward.law.us.va.terms import (
    convicted,
    decided_on,
    deferred,
    ended_in,
    ended_without_conviction,
    in_virginia,
    is_infraction,
    is_misdemeanor,
)
from homeward.rules import (
    all_of,
    any_of,
    both,
    charge,
    claim,
    condition,
    discretion,
    either,
    exists,
    holds_if,
    law_says,
    limb,
    open_law,
    other_charges,
    param,
)
from homeward.rules.node import Node

_2 = "s. 19.2-392.2"
_new_text = law_says(param("expungement.not_convicted_is_enough"))
_facts_sufficient = claim(charge("facts_sufficient"))
_gave_way = claim(charge("lesser_charge"))
_any_conviction = exists(other_charges.that(both(convicted, ~is_infraction)))

# Commonwealth v. Dotson: neither is "otherwise dismissed". The words of the new text were not seen.
_not_otherwise_dismissed = either(deferred, _facts_sufficient)
_within_the_new_text = both(_new_text, open_law("expungement_gateway"))

_minor = either(is_misdemeanor, charge("severity").is_in("civil"))
_unless_good_cause = both(_minor, ~_any_conviction, ~_new_text)


@BODY.rule(
    "expungement",
    question="clear.19_2_392_2",
    family="clear",
    subject="charge",
    cite=f"{_2}; from 2026-12-01 as in Acts 2026 c. 1127",
    since="1800-01-01",  # long before; the start was not looked up
    title="Expunging a charge without a conviction",
    holds="you can ask the court to expunge this charge",
    how="petition",
    effect="expunged",
    applies=lambda: both(in_virginia, ~is_infraction, ~convicted),
    steps=(EXPUNGEMENT, OBJECTION),
)
def expungement() -> Node:
    """Acquitted, not prosecuted (nolle prosequi), or otherwise dismissed; there is no wait.

    From 1 December 2026 the section reaches any outcome where the person was not convicted in
    the end, save where facts sufficient for guilt were stipulated or found; one petition may
    then cover charges of several events, and a prior conviction alone is no reason to refuse.
    """
    return all_of(
        condition(
            "ended_without_conviction", f"{_2}(A)",
            "the charge ended in an acquittal, a nolle prosequi, or otherwise in a dismissal",
            ended_in(either(ended_without_conviction, deferred), decided_on),
            unmet="the charge did not end without a conviction",
        ),
        condition(
            "facts_not_sufficient", f"{_2}(A); Commonwealth v. Dotson; Acts 2026 c. 1127",
            "it was not deferred, or dismissed after the facts were found sufficient for guilt; "
            "from 1 December 2026 that is open",
            holds_if(either(~_not_otherwise_dismissed, _within_the_new_text)),
            certainty="medium",
            unmet="a deferral, or a dismissal after sufficient facts, is not expunged",
        ),
        condition(
            "not_reduced", _2,
            "the charge did not give way to a conviction of a lesser one",
            holds_if(either(~_gave_way, open_law("expungement_reduced_charge"))),
            certainty="low",
        ),
        any_of(
            limb(holds_if(_unless_good_cause), standard="shall"),
            limb(holds_if(~_unless_good_cause), standard="may"),
        ),
        discretion("manifest_injustice", f"{_2}(F)",
                   "the record does the person manifest injustice, or may do so; until 30 November "
                   "2026 a misdemeanor without any prior record is expunged unless there is good "
                   "cause against it"),
    )  # fmt: skip
