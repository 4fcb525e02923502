"""What a landlord in Oregon may no longer use: ORS 90.303."""

from homeward.law.us.or_.body import BODY
from homeward.law.us.renting.endings import found_guilty, not_convicted, pending
from homeward.law.us.renting.landlord import enter_use
from homeward.rules import (
    all_of,
    any_of,
    both,
    charge,
    claim,
    condition,
    either,
    holds_if,
    opposite,
)
from homeward.rules.rule import Step

_words = charge("description")
_marijuana_only = both(
    _words.mentions("marij*", "cannabis"),
    opposite(_words.mentions("meth*", "heroin", "cocaine", "fentanyl")),
)
_listed = _words.mentions(
    "drug*", "controlled substance", "meth*", "heroin", "cocaine", "fentanyl", "pcs", "dcs", "mcs",
    "murder", "manslaughter", "homicide", "assault*", "robber*", "kidnap*", "menacing",
    "strangulation",
    "harassment", "stalking", "rape", "sodomy", "sex*", "fraud*", "forge*", "identity theft",
)  # fmt: skip
_harms_property = _words.mentions(
    "burglar*", "theft", "steal*", "arson", "criminal mischief", "vandal*", "trespass*",
    "reckless burning", "unauthorized use",
)  # fmt: skip
_usable = either(_listed, _harms_property, claim(charge("conduct_harms_housing")))

RULE = enter_use(
    BODY,
    "ORS 90.303(2)-(3)",
    any_of(
        condition(
            "no_conviction", "ORS 90.303(2)", "no conviction came of it, and it is not open",
            holds_if(not_convicted), unmet="it is a conviction or still open",
        ),
        condition(
            "diverted", "ORS 90.303(2)", "or: the open charge was sent to a program",
            all_of(holds_if(pending), charge("diversion_on")),
            unmet="it is no open charge that was sent to a program",
        ),
        condition(
            "not_listed", "ORS 90.303(3)",
            "or: it is no drug crime (marijuana alone is none), crime against a person, sex "
            "offense or fraud, and nothing that harms the home or its people",
            holds_if(both(either(found_guilty, pending),
                          either(_marijuana_only, opposite(_usable)))),
            unmet="it is one of the kinds that a landlord may use",
        ),
    ),
    since="2014-01-01",
    about="An arrest only if a conviction came of it or it is open. A conviction or open charge "
    "only if it is of a kind that the law names; there is no limit in years.",
    steps=(
        Step(
            "Give the landlord, with the application, what speaks for you: it has to weigh that "
            "before it refuses",
            "ORS 90.304",
            on=("now", "later", "never", "unknown"),
        ),
    ),
)  # fmt: skip
