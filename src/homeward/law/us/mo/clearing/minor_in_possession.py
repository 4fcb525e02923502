"""A first offense of minor in possession: RSMo 311.326."""

from homeward.law.us.mo.body import BODY
from homeward.law.us.mo.clearing.alcohol import (
    alcohol_offense_anywhere,
    contact_since,
    found_on,
    found_since,
    guilt_found,
    other_findings,
)
from homeward.law.us.mo.clearing.commercial_driving import no_commercial_driving
from homeward.law.us.mo.terms import in_missouri_court, is_ordinance
from homeward.rules import (
    all_of,
    before,
    birthday,
    both,
    charge,
    claim,
    condition,
    earliest,
    either,
    exists,
    holds_if,
    law_says,
    param,
    person,
)
from homeward.rules.node import Node
from homeward.rules.rule import Step

_is_mip = either(
    charge("statute").tagged("minor-in-possession"),
    charge("ordinance_equivalent_of").tagged("minor-in-possession"),
)
# the text names the state offense; a city's ordinance may have its own copy of the rule
_is_covered = both(_is_mip, either(~is_ordinance, law_says(param("mip.ordinance_counts"))))
_others = other_findings(_is_mip)
_first_found_on = earliest(_others, charge("disposition_date"))
_earlier_one = both(exists(_others), before(_first_found_on, found_on))
_alcohol_since = found_since(other_findings(alcohol_offense_anywhere))


@BODY.rule(
    "minor-in-possession",
    question="clear.311_326",
    family="clear",
    subject="charge",
    cite="RSMo 311.326",
    since="1800-01-01",  # start not looked up
    title="Clearing a first minor in possession",
    holds="you can ask the court to clear this offense",
    how="petition",
    standard="shall",
    effect="expunged",
    steps=(
        Step(
            "Apply to the court that heard the case; there is no state form, and the section names "
            "no hearing. It can be done once in a lifetime",
            "RSMo 311.326",
        ),
    ),
)
def minor_in_possession() -> Node:
    """A year after reaching 21 a person may have a first minor-in-possession offense cleared."""
    return all_of(
        condition(
            "missouri_court", "RSMo 311.326", "the case was in a Missouri court",
            holds_if(in_missouri_court), unmet="the case was not in a Missouri court",
        ),
        condition(
            "minor_in_possession", "RSMo 311.326",
            "the offense is having alcohol while under age (311.325)", holds_if(_is_covered),
            unmet="the offense is not minor in possession of alcohol",
        ),
        condition(
            "guilt_found", "RSMo 311.326", "there was a plea or a finding of guilt", guilt_found(),
            unmet="there was no plea or finding of guilt, so this section has nothing to clear",
        ),
        condition(
            "first_offense", "RSMo 311.326", "it is the first such offense",
            holds_if(~_earlier_one), unmet="there was an earlier such offense",
        ),
        condition(
            "year_past_21", "RSMo 311.326",
            "a year has passed since the 21st birthday",
            birthday(param("mip.age_years")),
        ),
        condition(
            "case_decided", "RSMo 311.326", "the plea or the finding is there", found_on,
        ),
        condition(
            "no_alcohol_offense_since", "RSMo 311.326",
            "no other alcohol-related offense since", holds_if(~_alcohol_since),
            unmet="there is another alcohol-related offense since",
        ),
        condition(
            "no_contact_since", "RSMo 311.326; RSMo 302.525",
            "no alcohol contact with the police or the license office since",
            holds_if(~contact_since),
            unmet="there was an alcohol-related enforcement contact since",
        ),
        no_commercial_driving("RSMo 311.326", "RSMo 311.326"),
        condition(
            "not_used_before", "RSMo 311.326",
            "no offense was cleared under this section before",
            holds_if(~claim(person("mip_expungement_used"))),
            unmet="this can be done once in a lifetime, and it has been",
        ),
    )  # fmt: skip
