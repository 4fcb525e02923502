"""What a landlord in Cook County, Chicago with it, may no longer use: Code 42-38."""

from homeward.law.us.il.cook.body import BODY
from homeward.law.us.renting.clocks import decided_on
from homeward.law.us.renting.endings import found_guilty, registered
from homeward.law.us.renting.landlord import cleared, enter_use, never_convicted, of_a_child
from homeward.rules import (
    all_of,
    any_of,
    both,
    condition,
    discretion,
    holds_if,
    opposite,
    param,
    since,
)
from homeward.rules.rule import Step

_CITE = "Cook County Code 42-38; Rules Part 700"

RULE = enter_use(
    BODY,
    _CITE,
    any_of(
        never_convicted(_CITE),
        cleared(_CITE),
        of_a_child(_CITE),
        condition(
            "three_years", _CITE,
            "or: more than three years lie between the conviction and the application, and the "
            "person does not have to register as a sex offender",
            all_of(
                holds_if(both(found_guilty, opposite(registered))),
                since(decided_on, param("rent.years"), "years", "day_after"),
                discretion(
                    "assessment", _CITE,
                    "within the three years the landlord weighs the person's own case first: how "
                    "serious it was, how long ago, and what has happened since",
                    decided_by="agency",
                ),
            ),
            unmet="who has to register as a sex offender may be refused",
        ),
    ),
    since="2020-01-01",
    about="Convictions of more than three years before the application may not be used. Younger "
    "ones only after a look at the person's own case.",
    steps=(
        Step(
            "The landlord gives you the report within five business days; then you have five "
            "business days to dispute or explain it, and the landlord decides within three more, "
            "with the reason in writing",
            _CITE,
            on=("now", "later", "never", "unknown"),
        ),
        Step(
            "If it was used all the same, complain to the county's Commission on Human Rights "
            "within 180 days",
            _CITE,
        ),
    ),
)  # fmt: skip
