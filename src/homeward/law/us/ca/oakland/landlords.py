"""What a landlord in Oakland may no longer use: OMC 8.25."""

from homeward.law.us.ca.oakland.body import BODY
from homeward.law.us.federal.assisted_bars import landlord_must_refuse
from homeward.law.us.renting.endings import registered_for_life
from homeward.law.us.renting.landlord import enter_use, not_owner_occupied
from homeward.rules import all_of, condition, holds_if, opposite
from homeward.rules.rule import Step

_CITE = "OMC 8.25"

COVERED = not_owner_occupied(
    _CITE, "rent.owner_units",
    "the home is not in a building of three homes or fewer in which the owner lives",
)  # fmt: skip

RULE = enter_use(
    BODY,
    _CITE,
    all_of(
        COVERED,
        condition(
            "not_for_life", _CITE,
            "it does not make the person register as a sex offender for life",
            holds_if(opposite(registered_for_life)),
            unmet="registration for life may be looked up after an offer, if the person consents",
        ),
        condition(
            "not_required", _CITE, "federal law does not require a refusal",
            holds_if(opposite(landlord_must_refuse)),
            unmet="federal law requires a refusal in this assisted home",
        ),
    ),
    since="2020-02-04",
    about="A landlord may not use any criminal history, however new. The one exception is "
    "registration for life.",
    steps=(
        Step("If it was used all the same, tell the landlord of this law in writing; you can sue",
             _CITE),
    ),
)  # fmt: skip
