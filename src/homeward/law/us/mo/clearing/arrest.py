"""An arrest that led to no charge: RSMo 610.140.7."""

from homeward.law.us.mo.body import BODY
from homeward.law.us.mo.clearing.exclusions import excluded_offenses
from homeward.law.us.mo.terms import (
    AT_ONCE,
    arrest_only,
    found_guilty,
    in_missouri_court,
    is_felony_or_misdemeanor,
)
from homeward.rules import (
    NO,
    all_of,
    before,
    both,
    bounded,
    case,
    charge,
    condition,
    either,
    first_match,
    holds_if,
    latest,
    law_says,
    next_after,
    number,
    other_charges,
    param,
    since,
)
from homeward.rules.node import Node
from homeward.rules.rule import Step

_arrested_on = bounded(charge("arrest_date"), no_earlier=charge("offense_date"))
_the_day_before = since(_arrested_on, number(-1), "days")
_charges = other_charges.that(both(is_felony_or_misdemeanor, ~arrest_only))
_findings = other_charges.that(both(is_felony_or_misdemeanor, found_guilty))
# a charge is filed after the offense and before its end, which bounds a missing filing date
_filed_on = bounded(
    case("filed_on"), no_earlier=charge("offense_date"), no_later=charge("disposition_date")
)
_found_on = charge("disposition_date")


def _wait_from(event: Node) -> Node:
    return since(event, param("expunge.wait.arrest_months"), "months")


def clean_since_arrest() -> Node:
    """610.140.7(3): no charge and no finding of guilt in the months after the arrest.

    Where the months were not clean the text does not say whether later ones count.
    """
    broken = either(
        before(next_after(_charges, _filed_on, _the_day_before), _wait_from(_arrested_on)),
        before(next_after(_findings, _found_on, _the_day_before), _wait_from(_arrested_on)),
    )
    later_spell = _wait_from(all_of(latest(_charges, _filed_on), latest(_findings, _found_on)))
    again = first_match(
        (law_says(param("arrest.clean_spell")), later_spell), otherwise=holds_if(NO)
    )
    return first_match((broken, again), otherwise=AT_ONCE)


@BODY.rule(
    "arrest",
    question="clear.arrest",
    family="clear",
    subject="charge",
    cite="RSMo 610.140.7",
    since="2018-01-01",
    title="Clearing an arrest without charge",
    holds="you can ask the court to clear this arrest",
    how="petition",
    standard="shall",
    effect="closed",
    steps=(
        Step(
            "File a petition in the circuit court of the county of the arrest; name every office "
            "that holds a record of it",
            "RSMo 610.140.4, .5, .7, .14",
        ),
    ),
)
def arrest() -> Node:
    """A person may ask a court to expunge an arrest for an eligible crime, never charged."""
    return all_of(
        condition(
            "missouri_arrest", "RSMo 610.140.2(2)", "the arrest was in Missouri",
            holds_if(in_missouri_court), unmet="the arrest was not in Missouri",
        ),
        condition(
            "never_charged", "RSMo 610.140.7", "the arrest led to no charge",
            holds_if(arrest_only),
            unmet="a charge was filed, and the arrest goes with the charge",
        ),
        excluded_offenses(),
        condition(
            "wait_since_arrest", "RSMo 610.140.7",
            "eighteen months have passed since the arrest (three years under the law before 2025)",
            _wait_from(_arrested_on),
        ),
        condition(
            "clean_since_arrest", "RSMo 610.140.7",
            "no charge and no finding of guilt of a misdemeanor or felony in that time",
            clean_since_arrest(),
            unmet="there was a charge or a finding of guilt in the months after the arrest",
        ),
    )  # fmt: skip
