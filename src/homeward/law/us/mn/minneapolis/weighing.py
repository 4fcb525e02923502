"""The look at one's own case in Minneapolis: Code 244.2030."""

from homeward.law.us.mn.minneapolis.body import BODY
from homeward.law.us.renting.weighing import enter_assessment
from homeward.rules import condition, holds_if, tenancy

_CITE = "Minneapolis Code 244.2030"

RULES = enter_assessment(
    BODY,
    _CITE,
    condition(
        "own_criteria",
        _CITE,
        "the landlord did not take the city's inclusive criteria",
        holds_if(~tenancy("path").is_in("inclusive")),
        unmet="the landlord took the city's inclusive criteria, which have limits in years",
    ),
    since="2020-12-01",
    about="A landlord with criteria of its own weighs all that the applicant sends along.",
    says="the landlord weighs all that you send along about your own case",
)
