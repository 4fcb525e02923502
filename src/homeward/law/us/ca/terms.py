"""Words that California's statutes share, each said once: felony, convicted, the judgment."""

from homeward.rules import (
    all_of,
    both,
    bounded,
    charge,
    claim,
    either,
    holds_if,
    on,
    open_law,
    other_charges,
    recorded,
    waits_while,
)
from homeward.rules.logic import NO, And
from homeward.rules.node import Node
from homeward.when import FIRST

AT_ONCE = on(FIRST)
NEVER = holds_if(NO)

is_felony = charge("severity").is_in("felony")
is_misdemeanor = charge("severity").is_in("misdemeanor")
is_infraction = charge("severity").is_in("infraction", "violation", "ordinance")

convicted = charge("disposition").is_in("convicted")
is_pending = charge("disposition").is_in("pending")
convicted_on = charge("disposition_date")
judged_on = recorded(charge("sentence.sentenced_on"), convicted_on)
"""The day of the judgment; that of the conviction where the record has no other."""

statute = charge("statute")
is_cannabis = statute.tagged("cannabis")

_is_inchoate = statute.mentions("664*", "182")
"""An attempt (PC 664) or a conspiracy (PC 182) to do what the section punishes."""


def listed(tag: str) -> And:
    """On a list of offenses; of attempts and conspiracies most lists do not say."""
    return both(statute.tagged(tag), ~both(_is_inchoate, open_law("attempts")))


registrable = recorded(
    charge("requires_sex_registration"),
    both(statute.tagged("registrable"), ~statute.tagged("registrable-in-part")),
)
"""The conviction makes the person register as a sex offender: PC 290(c), attempts too."""

_stated_violent = both(charge("violent").is_stated, claim(charge("violent")))
_stated_violent_felony = both(charge("violent_felony").is_stated, claim(charge("violent_felony")))
_on_the_lists = either(
    statute.tagged("serious-felony"), statute.tagged("violent-felony"),
    _stated_violent, _stated_violent_felony,
)  # fmt: skip
is_graver_felony = both(
    is_felony,
    either(
        _on_the_lists,
        claim(charge("serious")),
    ),
)
"""Serious or violent. Weapons and injuries make many a felony serious: off the lists it is open."""
is_violent_felony = both(
    is_felony,
    either(
        listed("violent-felony"),
        statute.tagged("violent-murder"),
        recorded(charge("violent"), claim(charge("violent_felony"))),
    ),
)

_ended = charge("disposition")
dismissed = _ended.is_in("dismissed", "nolle_prosequi", "quashed")
acquitted = _ended.is_in("acquitted")
never_charged = _ended.is_in("no_complaint", "no_charge_filed", "arrest_only")
diverted = _ended.is_in("diverted", "deferred_dismissed")
ended_without_conviction = either(dismissed, acquitted, never_charged, diverted)
until_decided: Node = all_of(
    holds_if(is_pending), waits_while(is_pending, "the end of this open charge")
)
"""How an open charge ends decides; meanwhile it is neither open to relief nor shut out."""

arrested_on = bounded(charge("arrest_date"), no_earlier=charge("offense_date"))

other_convictions = other_charges.that(convicted)
is_superstrike = both(
    is_felony,
    either(listed("superstrike"), statute.tagged("homicide")),
    ~statute.tagged("superstrike-in-part"),
)
"""Of homicides the attempts too."""
