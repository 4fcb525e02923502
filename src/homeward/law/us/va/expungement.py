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
    limb,
    open_law,
    other_charges,
)
from homeward.rules.conditions import Condition
from homeward.rules.logic import TruthNode
from homeward.rules.node import Node

_2 = "s. 19.2-392.2"
_facts_sufficient = claim(charge("facts_sufficient"))
_gave_way = claim(charge("lesser_charge"))
_any_conviction = exists(other_charges.that(both(convicted, ~is_infraction)))


def _asked() -> TruthNode:
    return both(in_virginia, ~is_infraction, ~convicted)


def _higher_charge() -> Condition:
    """A conviction of a lesser charge: the higher one was held not to be expungeable."""
    return condition(
        "not_reduced",
        _2,
        "the charge did not give way to a conviction of a lesser one",
        holds_if(either(~_gave_way, open_law("expungement_reduced_charge"))),
        certainty="low",
    )


@BODY.rule(
    "expungement",
    question="clear.19_2_392_2",
    family="clear",
    subject="charge",
    cite=f"{_2}(A), (D), (F)",
    since="1800-01-01",  # long before; the start was not looked up
    until="2026-12-01",
    title="Expunging a charge without a conviction",
    holds="you can ask the court to expunge this charge",
    how="petition",
    effect="expunged",
    applies=_asked,
    steps=(EXPUNGEMENT, OBJECTION),
)
def expungement() -> Node:
    """Acquitted, not prosecuted (nolle prosequi), or otherwise dismissed; there is no wait.

    A charge that was deferred, or dismissed after the facts were found sufficient for guilt, is
    not "otherwise dismissed" (Commonwealth v. Dotson).
    """
    minor = either(is_misdemeanor, charge("severity").is_in("civil"))
    must = both(minor, ~_any_conviction)
    return all_of(
        condition(
            "ended_without_conviction", f"{_2}(A)",
            "the charge ended in an acquittal, a nolle prosequi, or otherwise in a dismissal",
            ended_in(ended_without_conviction, decided_on),
            unmet="the charge was not dismissed in the sense of the section",
        ),
        condition(
            "facts_not_sufficient", f"{_2}(A); Commonwealth v. Dotson",
            "it was not deferred, or dismissed after the facts were found sufficient for guilt",
            holds_if(~either(deferred, _facts_sufficient)), certainty="medium",
            unmet="a deferral, or a dismissal after sufficient facts, is not expunged",
        ),
        _higher_charge(),
        any_of(limb(holds_if(must), standard="shall"), limb(holds_if(~must), standard="may")),
        discretion("manifest_injustice", f"{_2}(F)",
                   "without any prior record, a misdemeanor is expunged unless there is good cause "
                   "against it; otherwise the record must do manifest injustice, or may do so"),
    )  # fmt: skip


@BODY.rule(
    "expungement-of-2026",
    question="clear.19_2_392_2",
    family="clear",
    subject="charge",
    cite=f"{_2}, Acts 2026 c. 1127",
    since="2026-12-01",
    enacted="2026-07-18",  # the day on which both texts were seen; the act is older
    title="Expunging a charge without a conviction, from 1 December 2026",
    holds="you can ask the court to expunge this charge",
    how="petition",
    standard="may",
    effect="expunged",
    certainty="medium",
    applies=_asked,
    steps=(EXPUNGEMENT,),
)
def expungement_of_2026() -> Node:
    """Any outcome where the person was not convicted in the end, with one exception.

    The exception is about facts that were stipulated or found sufficient for guilt. Its words
    were not seen, so a deferral, or a dismissal after such facts, is an open question. One
    petition may cover charges of several events, and a prior conviction alone is no reason to
    refuse it.
    """
    doubtful = either(deferred, _facts_sufficient)
    not_convicted = either(ended_without_conviction, deferred)
    return all_of(
        condition(
            "not_convicted", "Acts 2026 c. 1127", "the person was not convicted in the end",
            ended_in(not_convicted, decided_on), certainty="medium",
            unmet="the charge did not end without a conviction",
        ),
        condition(
            "within_the_new_gateway", f"{_2}, Acts 2026 c. 1127",
            "the facts were not stipulated or found sufficient for guilt",
            holds_if(either(~doubtful, open_law("expungement_gateway"))), certainty="medium",
        ),
        _higher_charge(),
        discretion("manifest_injustice", _2, "the record may do manifest injustice"),
    )  # fmt: skip
