"""What a landlord in Minneapolis may no longer use: Code 244.2030."""

from homeward.law.us.mn.minneapolis.body import BODY
from homeward.law.us.renting.clocks import sentenced_on
from homeward.law.us.renting.endings import (
    found_guilty,
    is_felony,
    registered_for_life,
    unresolved,
)
from homeward.law.us.renting.landlord import enter_use, of_a_child, sealed_or_vacated
from homeward.rules import (
    all_of,
    any_of,
    both,
    charge,
    condition,
    either,
    first_match,
    holds_if,
    opposite,
    param,
    since,
    tenancy,
)
from homeward.rules.rule import Step

_CITE = "Minneapolis Code 244.2030"
_words = charge("description")
_first_degree = either(
    _words.mentions("manslaughter 1", "criminal sexual conduct 1", "assault 1", "arson 1",
                    "aggravated robbery 1", "csc 1"),
    both(_words.mentions("manslaughter", "criminal sexual conduct", "assault", "arson",
                         "aggravated robbery"),
         _words.mentions("first degree", "1st degree", "first-degree", "1st-degree")),
)  # fmt: skip
_listed = both(is_felony, either(_words.mentions("murder", "kidnap*"), _first_degree))
_dealing = both(
    _words.mentions("manufactur*", "distribut*", "sale", "sell*", "deliver*"),
    _words.mentions("drug*", "controlled substance", "meth*", "heroin", "cocaine", "fentanyl",
                    "marij*", "opio*"),
)  # fmt: skip
_no_limit = either(_dealing, registered_for_life)
_YEARS = first_match(
    (_listed, param("rent.listed_felony_years")),
    (is_felony, param("rent.felony_years")),
    otherwise=param("rent.misdemeanor_years"),
)

RULE = enter_use(
    BODY,
    _CITE,
    all_of(
        condition(
            "inclusive", _CITE, "the landlord chose the city's inclusive criteria",
            holds_if(tenancy("path").is_in("inclusive")),
            unmet="the landlord weighs each applicant's own case, and may use more",
        ),
        any_of(
            condition(
                "no_conviction", _CITE, "no conviction came of the arrest or charge",
                holds_if(unresolved), unmet="it is a conviction",
            ),
            sealed_or_vacated(_CITE),
            of_a_child(_CITE),
            condition(
                "years_over", _CITE,
                "or: more than three years (a felony: seven; the gravest: ten) lie between the "
                "sentence and the application, and it is no dealing in drugs and no registration "
                "for life",
                all_of(
                    holds_if(both(found_guilty, opposite(_no_limit))),
                    since(sentenced_on, _YEARS, "years", "day_after"),
                ),
                unmet="dealing in drugs and registration for life count for ever",
            ),
        ),
    ),
    since="2020-12-01",
    about="A landlord may take the city's inclusive criteria, with limits in years, or weigh each "
    "applicant's case with criteria of its own.",
    steps=(
        Step(
            "If the landlord weighs your own case: give it everything that speaks for you, in "
            "writing",
            _CITE,
            on=("never", "unknown"),
        ),
    ),
)  # fmt: skip
