"""When a landlord in New Jersey may ask about a record: NJSA 46:8-55."""

from homeward.law.us.nj.body import BODY
from homeward.law.us.nj.covered import COVERED
from homeward.law.us.nj.grades import meth_in_assisted_housing
from homeward.law.us.renting.endings import registered_for_life
from homeward.law.us.renting.landlord import asks_after_offer, enter_inquiry, not_covered
from homeward.rules import condition, either, holds_if

RULE = enter_inquiry(
    BODY,
    "NJSA 46:8-55",
    asks_after_offer("NJSA 46:8-55"),
    condition(
        "asked_before", "NJSA 46:8-55",
        "or: it is methamphetamine made in federally assisted housing, or brings registration "
        "for life",
        holds_if(either(registered_for_life, meth_in_assisted_housing)),
        unmet="it is neither of the two that may be asked about before",
    ),
    not_covered(COVERED, "or: the owner lives in this building of four homes or fewer"),
    since="2022-01-01",
    about="A landlord may ask only after a conditional offer; two kinds of records may be asked "
    "about before.",
)  # fmt: skip
