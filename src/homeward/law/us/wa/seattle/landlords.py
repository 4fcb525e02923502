"""What a landlord in Seattle may no longer use: SMC 14.09.025."""

from homeward.law.us.federal.assisted_bars import landlord_must_refuse
from homeward.law.us.renting.endings import registered
from homeward.law.us.renting.landlord import enter_use, not_owner_occupied
from homeward.law.us.wa.seattle.body import BODY
from homeward.rules import all_of, condition, holds_if, opposite
from homeward.rules.rule import Step

_CITE = "SMC 14.09.025"

RULE = enter_use(
    BODY,
    _CITE,
    all_of(
        not_owner_occupied(
            "SMC 14.09.115", "rent.owner_units",
            "the home is not a house, or a part of it, in which the owner lives", "medium",
        ),
        condition(
            "not_registered", _CITE,
            "it does not make the person register as a sex offender; about that the landlord may "
            "act for a written business reason",
            holds_if(opposite(registered)), unmet="it makes the person register as a sex offender",
        ),
        condition(
            "not_required", "SMC 14.09.115",
            "federal law does not require a refusal",
            holds_if(opposite(landlord_must_refuse)),
            unmet="federal law requires a refusal in this assisted home",
        ),
    ),
    since="2018-02-19",
    about="A landlord may not act on any arrest, conviction or criminal history, however new.",
    steps=(
        Step("If it was used all the same, complain to the Office for Civil Rights", "SMC 14.09"),
    ),
)  # fmt: skip
