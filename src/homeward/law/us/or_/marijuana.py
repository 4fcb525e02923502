"""Two shorter ways for marijuana: ORS 137.226(1) for the young, and ORS 475C.397."""

from homeward.law.us.or_.age import born_on
from homeward.law.us.or_.body import BODY
from homeward.law.us.or_.completion import complied
from homeward.law.us.or_.kinds import (
    is_marijuana,
    is_marijuana_violation,
    is_offense,
    is_traffic_violation,
    statute,
)
from homeward.law.us.or_.pending import nothing_pending
from homeward.law.us.or_.steps import MOTION, OBJECTION, ONCE_GRANTED, POLICE_CHECK
from homeward.law.us.or_.terms import (
    convicted,
    convicted_on,
    is_juvenile,
    is_parking_case,
    not_juvenile,
    oregon_court,
)
from homeward.rules import (
    all_of,
    before,
    both,
    condition,
    either,
    exists,
    holds_if,
    open_law,
    other_charges,
    param,
    since,
)
from homeward.rules.conditions import Condition
from homeward.rules.node import Node
from homeward.rules.rule import Step

_other_conviction = other_charges.that(
    both(convicted, is_offense, ~either(is_traffic_violation, is_juvenile, is_parking_case))
)
_too_old_on = since(born_on(), param("marijuana.under_age"), "years")


def convicted_of_marijuana(cite: str) -> Condition:
    """Possession, delivery or manufacture of marijuana, ended in a conviction."""
    return condition(
        "marijuana_conviction", cite,
        "it is a conviction of having, delivering or making marijuana",
        holds_if(both(convicted, is_marijuana)),
        unmet="it is not a marijuana conviction",
    )  # fmt: skip


@BODY.rule(
    "marijuana-under-21",
    question="clear.137_226",
    family="clear",
    subject="charge",
    cite="ORS 137.226(1)",
    since="2022-01-01",
    title="Setting aside a marijuana conviction from before the age of 21",
    holds="you can ask the court to set this conviction aside",
    how="petition",
    standard="shall",
    effect="set aside",
    applies=lambda: both(convicted, is_marijuana),
    steps=(MOTION, POLICE_CHECK, OBJECTION, ONCE_GRANTED),
)
def marijuana_under_21() -> Node:
    """One year is enough for a person who was under 21 and has no other conviction."""
    return all_of(
        oregon_court(),
        not_juvenile(),
        convicted_of_marijuana("ORS 137.226(1)"),
        condition(
            "not_a_grave_felony", "ORS 137.226", "it is not one of the graver marijuana felonies",
            holds_if(~statute.tagged("marijuana-never")), certainty="medium",
            unmet="it is one of the graver marijuana felonies",
        ),
        condition(
            "under_21", "ORS 137.226(1)", "the person was under 21 on the day of the conviction",
            holds_if(before(convicted_on, _too_old_on)),
            unmet="the person was 21 or older on the day of the conviction",
        ),
        condition(
            "no_other_conviction", "ORS 137.226(1)",
            "there is no other conviction, traffic violations apart",
            holds_if(~exists(_other_conviction)), unmet="there is another conviction",
        ),
        condition("sentence_complied_with", "ORS 137.226(1)", "the sentence is done", complied()),
        condition(
            "one_year", "ORS 137.226(1)", "a year has passed since the judgment",
            since(convicted_on, param("marijuana.young_years"), "years"),
        ),
        nothing_pending(),
    )  # fmt: skip


@BODY.rule(
    "qualifying-marijuana",
    question="clear.475C_397",
    family="clear",
    subject="charge",
    cite="ORS 475C.397",
    since="2022-01-01",
    title="Setting aside a qualifying marijuana conviction",
    holds="you can ask the court to set this conviction aside, with no fee and no fingerprints",
    how="petition",
    standard="shall",
    effect="set aside",
    applies=lambda: both(convicted, is_marijuana_violation),
    steps=(
        Step(
            "Ask the court, or a legal aid office, whether this is a qualifying marijuana "
            "conviction; the prosecutor has {court.qualifying_marijuana_objection_days} days to "
            "say that it is not",
            "ORS 475C.397",
            on=("now", "unknown"),
        ),
    ),
)
def qualifying_marijuana() -> Node:
    """Some old marijuana convictions may be set aside at any time; which ones was not read."""
    return all_of(
        oregon_court(),
        not_juvenile(),
        condition("after_the_conviction", "ORS 475C.397", "there is a conviction", convicted_on),
        condition(
            "qualifies", "ORS 475C.397", "it is a qualifying marijuana conviction",
            holds_if(open_law("qualifying_marijuana")), certainty="low",
        ),
    )  # fmt: skip
