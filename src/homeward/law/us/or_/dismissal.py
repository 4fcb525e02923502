"""Setting aside a dismissal or an acquittal: ORS 137.225(1)(d) and (8)."""

from homeward.law.us.or_.body import BODY
from homeward.law.us.or_.kinds import is_offense, is_traffic_violation, statute
from homeward.law.us.or_.steps import MOTION, OBJECTION
from homeward.law.us.or_.terms import (
    AT_ONCE,
    convicted,
    ended_in,
    ended_without_conviction,
    excused_by_insanity,
    is_parking_case,
    never_charged,
    not_juvenile,
    once_decided,
    oregon_court,
)
from homeward.law.us.or_.waits import clean_period
from homeward.rules import (
    all_of,
    both,
    charge,
    claim,
    condition,
    discretion,
    either,
    first_match,
    holds_if,
    law_says,
    open_law,
    param,
    reading,
)
from homeward.rules.conditions import Condition
from homeward.rules.logic import TruthNode
from homeward.rules.node import Node

_for_lesser_charge = claim(charge("lesser_charge"))
_diverted_duii = both(statute.tagged("duii"), claim(charge("facts.dismissed_by_diversion")))


def _else_at_once(claim: TruthNode) -> Node:
    """A charge that gave way to a lesser one, and a parking case, are asked nothing else."""
    special = either(_for_lesser_charge, is_parking_case)
    return first_match((special, AT_ONCE), otherwise=holds_if(claim))


def an_offense() -> Condition:
    """A civil matter has nothing to set aside; a parking case was not settled."""
    return condition(
        "an_offense", "ORS 137.225(1)", "it is about a crime, a violation or a contempt",
        first_match((_for_lesser_charge, AT_ONCE),
                    (is_parking_case, holds_if(open_law("dismissed_parking"))),
                    otherwise=holds_if(is_offense)),
        certainty="medium", unmet="it is a civil matter, and there is no charge to set aside",
    )  # fmt: skip


def no_traffic_violation() -> Condition:
    """(8): since the act of 2025 a dismissed traffic citation stays."""
    barred = both(is_traffic_violation, law_says(param("dismissed_traffic_violation_barred")))
    return condition(
        "no_traffic_violation", "ORS 137.225(8); 2025 c.349", "it is not a traffic violation",
        _else_at_once(~barred), certainty="medium",
        unmet="the law leaves out traffic violations, dismissed ones too",
    )  # fmt: skip


def clean_period_before_2026() -> Condition:
    """(9) as it stood: a cross-reference that may have made dismissals wait as convictions do."""
    waits = reading(
        "dismissal_clean_period", "did a dismissal have a clean period, as a conviction has",
        none=AT_ONCE, as_a_conviction=once_decided(clean_period()),
    )  # fmt: skip
    return condition(
        "clean_period", "ORS 137.225(7)(b), (9)",
        "no conviction in the last years, if dismissals had a clean period at all",
        waits, certainty="low", until="2026-01-01",
    )  # fmt: skip


@BODY.rule(
    "dismissal",
    question="clear.137_225",
    family="clear",
    subject="charge",
    cite="ORS 137.225(1)(d), (8)",
    since="2022-01-01",
    title="Setting aside a dismissal or an acquittal",
    holds="you can ask the court to set this charge aside",
    how="petition",
    standard="shall",
    effect="set aside",
    applies=lambda: ~either(convicted, never_charged, excused_by_insanity),
    steps=(MOTION, OBJECTION),
)
def dismissal() -> Node:
    """A charge that was dismissed or ended in an acquittal may be set aside at any time after.

    It is not settled whether a pending charge stands in the way, or whether some
    dismissals have a clean period of their own; see the open questions.
    """
    return all_of(
        oregon_court(),
        not_juvenile(),
        condition(
            "ended_without_conviction", "ORS 137.225(1)(d)",
            "the charge was dismissed or ended in an acquittal",
            ended_in(ended_without_conviction), certainty="medium",
            unmet="the charge was not dismissed",
        ),
        condition(
            "after_the_dismissal", "ORS 137.225(1)(d)", "it is over: at any time from that day on",
            once_decided(charge("disposition_date")), certainty="medium",
        ),
        an_offense(),
        condition(
            "lesser_conviction", "ORS 137.225(1)(d)",
            "if it gave way to a conviction of a lesser charge, that one can be set aside",
            first_match((_for_lesser_charge,
                         holds_if(claim(charge("facts.lesser_charge_target_eligible")))),
                        otherwise=AT_ONCE),
            certainty="medium",
            unmet="it gave way to a conviction that cannot be set aside",
        ),
        condition(
            "no_duii_diversion", "ORS 137.225(8)(a)",
            "it was not driving under the influence, dismissed by a diversion program",
            once_decided(_else_at_once(~_diverted_duii)), certainty="medium",
            unmet="a charge of driving under the influence that ended in diversion stays",
        ),
        no_traffic_violation(),
        clean_period_before_2026(),
        discretion("no_risk_to_public_safety", "ORS 137.225(3)(a)",
                   "setting it aside would put public safety at risk, which the prosecutor has to "
                   "prove clearly"),
    )  # fmt: skip
