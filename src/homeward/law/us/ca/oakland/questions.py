"""When a landlord in Oakland may ask about a record: OMC 8.25."""

from homeward.law.us.ca.oakland.body import BODY
from homeward.law.us.ca.oakland.landlords import COVERED
from homeward.law.us.renting.endings import registered_for_life
from homeward.law.us.renting.landlord import enter_inquiry, not_covered, offered_on
from homeward.rules import all_of, condition, holds_if

_CITE = "OMC 8.25"

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
    not_covered(COVERED, "or: the owner lives in this building of three homes or fewer"),
    since="2020-02-04",
    about="A landlord may not ask about criminal history at any time.",
)  # fmt: skip
