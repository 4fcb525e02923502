"""What a landlord in New York City may no longer use: Local Law 24 of 2024."""

from homeward.law.us.ny.nyc.body import BODY
from homeward.law.us.ny.nyc.covered import COVERED
from homeward.law.us.renting.clocks import released_or, sentenced_on
from homeward.law.us.renting.endings import (
    found_guilty,
    is_petty,
    registered,
)
from homeward.law.us.renting.landlord import enter_use, never_convicted, of_a_child, only_sealed
from homeward.rules import (
    all_of,
    any_of,
    both,
    charge,
    choose,
    condition,
    holds_if,
    on,
    opposite,
    param,
    since,
)
from homeward.rules.node import Node
from homeward.rules.rule import Step
from homeward.when import FIRST

_CITE = "NYC Admin. Code 8-102"
_RELEASED = released_or(sentenced_on)


def _over(years: str) -> Node:
    """Fewer than so many years may be looked at: on the anniversary itself it is over."""
    return since(_RELEASED, param(years), "years")


_OVER = choose(
    charge("severity"),
    {"felony": _over("rent.felony_years"), "misdemeanor": _over("rent.misdemeanor_years")},
    otherwise=on(FIRST),
)

RULE = enter_use(
    BODY,
    "NYC Admin. Code 8-102, 8-107(5)",
    all_of(
        COVERED,
        any_of(
            never_convicted(_CITE),
            only_sealed(_CITE),
            of_a_child(_CITE),
            condition(
                "petty", _CITE, "or: it is a violation or less",
                holds_if(is_petty), unmet="it is more than a violation",
            ),
            condition(
                "years_over", _CITE,
                "or: five years (a misdemeanor: three) have passed since the release from jail or "
                "prison (without it: the sentence), and it makes nobody register as a sex offender",
                all_of(holds_if(both(found_guilty, opposite(registered))), _OVER),
                certainty="medium",
                unmet="it makes the person register as a sex offender",
            ),
        ),
    ),
    since="2025-01-01",
    about="After an offer a landlord may look at a misdemeanor for three years, a felony for five, "
    "and a sex offense while one has to register. Probation and parole do not count.",
    steps=(
        Step(
            "Before it takes an offer back the landlord gives you a copy of the check and five "
            "business days to answer, weighs your own case, and gives its reasons in writing",
            "NYC Admin. Code 8-107(5)",
            on=("now", "later", "never", "unknown"),
        ),
        Step(
            "If the landlord used what it may not use, complain to the Commission on Human Rights, "
            "or go to court",
            "NYC Admin. Code 8-109, 8-502",
        ),
    ),
)  # fmt: skip
