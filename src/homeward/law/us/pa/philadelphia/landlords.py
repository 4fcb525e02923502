"""What a landlord in Philadelphia may use: what its own criteria name, Code 9-810, 9-1108."""

from homeward.law.us.pa.philadelphia.body import BODY
from homeward.law.us.renting.landlord import enter_use
from homeward.rules import any_of, claim, condition, holds_if, opposite, tenancy
from homeward.rules.rule import Step

_CITE = "Philadelphia Code 9-1108"

RULE = enter_use(
    BODY,
    _CITE,
    any_of(
        condition(
            "not_in_criteria", _CITE,
            "the landlord's written criteria do not name such a record",
            holds_if(opposite(claim(tenancy("criteria_name_it")))),
            unmet="the landlord's written criteria name it, and the city sets no limit in years",
        )
    ),
    since="2021-10-13",
    about="A landlord gives its criteria in writing first, and holds to them. No limit in years "
    "was found.",
    certainty="medium",
    steps=(
        Step(
            "If you are refused: within 48 hours say that you ask for a new decision, and within "
            "seven business days give what speaks for you",
            _CITE,
            on=("now", "later", "never", "unknown"),
        ),
    ),
)  # fmt: skip
