"""A first drunk driving or boating offense, ten years on: RSMo 610.130."""

from homeward.law.us.mo.body import BODY
from homeward.law.us.mo.clearing.alcohol import (
    contact_since,
    found_on,
    found_since,
    guilt_found,
    intoxication_offense_anywhere,
    other_findings,
)
from homeward.law.us.mo.clearing.commercial_driving import no_commercial_driving
from homeward.law.us.mo.terms import (
    in_missouri_court,
    is_intoxication_offense,
    is_misdemeanor,
    is_ordinance,
    is_pending,
)
from homeward.rules import (
    all_of,
    before,
    both,
    charge,
    claim,
    condition,
    earliest,
    either,
    exists,
    holds_if,
    other_charges,
    param,
    person,
    since,
    waits_while,
)
from homeward.rules.node import Node
from homeward.rules.rule import Step

_others = other_findings(intoxication_offense_anywhere)
_first_found_on = earliest(_others, charge("disposition_date"))
_earlier_one = both(exists(_others), before(_first_found_on, found_on))
_pending = exists(other_charges.that(both(intoxication_offense_anywhere, is_pending)))


@BODY.rule(
    "first-dwi",
    question="clear.610_130",
    family="clear",
    subject="charge",
    cite="RSMo 610.130",
    since="1800-01-01",  # start not looked up
    title="Clearing a first DWI or BWI",
    holds="you can ask the court to clear this first DWI or BWI",
    how="petition",
    standard="shall",
    effect="expunged",
    steps=(
        Step(
            "File a petition in the court of the plea or conviction; there is no state form. It "
            "can be done once in a lifetime",
            "RSMo 610.130",
        ),
    ),
)
def first_dwi() -> Node:
    """After ten clean years the court clears a first intoxication-related driving offense."""
    return all_of(
        condition(
            "missouri_court", "RSMo 610.130.1", "the case was in a Missouri court",
            holds_if(in_missouri_court), unmet="the case was not in a Missouri court",
        ),
        condition(
            "intoxication_offense", "RSMo 610.130.1",
            "the offense is driving or boating while intoxicated",
            holds_if(is_intoxication_offense),
            unmet="the offense is not driving or boating while intoxicated",
        ),
        condition(
            "guilt_found", "RSMo 610.130.1", "there was a plea or a finding of guilt",
            guilt_found(),
            unmet="there was no plea or finding of guilt, so this section has nothing to clear",
        ),
        condition(
            "first_offense", "RSMo 610.130.1", "it is the first such offense",
            holds_if(~_earlier_one), unmet="there was an earlier such offense",
        ),
        condition(
            "not_a_felony", "RSMo 610.130.1",
            "it is a misdemeanor, or breaks a county or city ordinance",
            holds_if(either(is_misdemeanor, is_ordinance)),
            unmet="it is a felony, and this section reaches only lesser offenses",
        ),
        condition(
            "ten_years", "RSMo 610.130.1", "ten years have passed since the plea or conviction",
            since(found_on, param("dwi.wait_years"), "years"),
        ),
        condition(
            "no_other_since", "RSMo 610.130.1",
            "no other such offense since, in any state", holds_if(~found_since(_others)),
            unmet="there is another such offense since",
        ),
        condition(
            "no_contact_since", "RSMo 610.130.1; RSMo 302.525.3",
            "no other alcohol contact with the police or the license office since",
            holds_if(~contact_since),
            unmet="there was an alcohol-related enforcement contact since",
        ),
        condition(
            "none_pending", "RSMo 610.130.1", "no such charge is pending",
            waits_while(_pending, "the end of another open DWI or BWI charge"),
        ),
        no_commercial_driving("RSMo 610.130.1", "RSMo 610.130.1"),
        condition(
            "not_used_before", "RSMo 610.130.2",
            "no offense was cleared under this section before",
            holds_if(~claim(person("dwi_expungement_used"))),
            unmet="this can be done once in a lifetime, and it has been",
        ),
    )  # fmt: skip
