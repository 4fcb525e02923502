"""What a landlord in Portland may no longer use: City Code 30.01.086."""

from homeward.law.us.or_.portland.body import BODY
from homeward.law.us.renting.clocks import sentenced_on
from homeward.law.us.renting.endings import found_guilty, not_convicted
from homeward.law.us.renting.landlord import enter_use, of_a_child, sealed_or_vacated
from homeward.rules import (
    all_of,
    any_of,
    charge,
    choose,
    condition,
    holds_if,
    param,
    since,
    tenancy,
)
from homeward.rules.rule import Step

_CITE = "Portland City Code 30.01.086"
_YEARS = choose(charge("severity"), {"felony": param("rent.felony_years")},
                otherwise=param("rent.misdemeanor_years"))  # fmt: skip

RULE = enter_use(
    BODY,
    _CITE,
    all_of(
        condition(
            "low_barrier", _CITE, "the landlord chose the city's low-barrier criteria",
            holds_if(tenancy("path").is_in("low_barrier")),
            unmet="the landlord chose criteria of its own, and has to weigh your own case first",
        ),
        any_of(
            condition(
                "no_conviction", _CITE, "no conviction came of it, and it is not open",
                holds_if(not_convicted), unmet="it is a conviction or still open",
            ),
            sealed_or_vacated(_CITE),
            of_a_child(_CITE),
            condition(
                "years_over", _CITE,
                "or: more than seven years (a misdemeanor: three) lie between the sentence and the "
                "application",
                all_of(holds_if(found_guilty), since(sentenced_on, _YEARS, "years", "day_after")),
                unmet="it is no conviction",
            ),
        ),
    ),
    since="2020-03-01",
    about="A landlord may take the city's low-barrier criteria, with limits in years, or criteria "
    "of its own, and then weighs each applicant's case.",
    steps=(
        Step(
            "A refusal over a record needs a look at your own case first, on both ways. You have "
            "30 days to appeal it",
            _CITE,
            on=("now", "later", "never", "unknown"),
        ),
    ),
)  # fmt: skip
