"""What a landlord in Detroit may no longer use: City Code 26-5."""

from homeward.law.us.mi.detroit.body import BODY
from homeward.law.us.renting.clocks import decided_on, released_or
from homeward.law.us.renting.endings import found_guilty, is_felony, registered_for_life
from homeward.law.us.renting.landlord import enter_use, never_convicted, offered_on
from homeward.rules import (
    all_of,
    any_of,
    at_least,
    both,
    charge,
    condition,
    either,
    first_match,
    holds_if,
    on,
    opposite,
    param,
    since,
    tenancy,
)
from homeward.rules.rule import Step
from homeward.when import FIRST

_CITE = "Detroit City Code 26-5"
_words = charge("description")
_grave = _words.mentions(
    "arson", "murder", "manslaughter", "homicide", "assault*", "robber*", "rape", "sexual", "csc",
    "criminal sexual conduct", "kidnap*", "carjack*", "drug*", "controlled substance", "meth*",
    "heroin", "cocaine", "fentanyl",
)  # fmt: skip
_of_property = _words.mentions(
    "burglar*", "home invasion", "larceny", "theft", "steal*", "breaking",
    "destruction of property",
    "vandal*",
)  # fmt: skip
_listed = either(registered_for_life, _words.mentions("arson"), both(is_felony, _grave),
                 _of_property)  # fmt: skip
_LAST_10 = first_match((is_felony, since(decided_on, param("rent.felony_years"), "years",
                                         "day_after")), otherwise=on(FIRST))  # fmt: skip

RULE = enter_use(
    BODY,
    _CITE,
    all_of(
        condition(
            "covered", _CITE, "the landlord has five homes or more",
            holds_if(at_least(tenancy("units"), param("rent.fewest_units"))), certainty="medium",
            unmet="the ordinance does not reach a landlord with fewer than five homes",
        ),
        any_of(
            never_convicted(_CITE, "medium"),
            condition(
                "years_over", _CITE,
                "or: it is not on the list, a felony is more than ten years old, and more than "
                "five years have passed since any imprisonment for it",
                all_of(
                    holds_if(both(found_guilty, opposite(_listed))),
                    _LAST_10,
                    since(released_or(on(FIRST)), param("rent.release_years"), "years",
                          "day_after"),
                ),
                certainty="medium",
                unmet="it is on the list: arson, violence, drugs, property, registration for life",
            ),
        ),
    ),
    since="2019-08-01",
    about="After an offer a landlord of five homes or more may refuse for a list of records only, "
    "and has to hear what speaks for the person.",
    certainty="medium",
    steps=(
        Step("Give the landlord what shows how you live now: it has to be heard", _CITE,
             on=("never", "later", "unknown")),
    ),
)  # fmt: skip

OFFERED = offered_on
