"""When a landlord in Alameda County, outside its cities, may ask about a record."""

from homeward.law.us.ca.alameda.county.body import BODY
from homeward.law.us.ca.alameda.county.landlords import COVERED
from homeward.law.us.renting.endings import registered_for_life
from homeward.law.us.renting.landlord import enter_inquiry, not_covered, offered_on
from homeward.rules import all_of, condition, holds_if

_CITE = "Alameda County Code ch. 6.64 (2022)"

RULE = enter_inquiry(
    BODY,
    _CITE,
    condition(
        "for_life", _CITE,
        "it makes the person register as a sex offender for life, the home was offered, and the "
        "person consents",
        all_of(holds_if(registered_for_life), offered_on),
        unmet="no landlord may ask about any other record",
    ),
    not_covered(COVERED, "or: the owner lives in this building of four homes or fewer"),
    since="2023-01-19",
    about="A landlord may not ask about criminal history at any time.",
    certainty="medium",
)  # fmt: skip
