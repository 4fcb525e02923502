"""Terms from which there is no parole at all, or only after fifty years."""

from homeward.law.us.mo.release.life import (
    has_no_parole,
    may_be_parolable,
    no_parole_for_fifty_years,
)
from homeward.law.us.mo.release.term import starts_on
from homeward.law.us.mo.terms import AT_ONCE
from homeward.rules import condition, either, first_match, holds_if, open_law, param, since
from homeward.rules.conditions import Condition


def release_is_possible() -> tuple[Condition, ...]:
    """What every early release asks of the kind of term, whatever its length."""
    fifty_years = since(starts_on, param("release.no_parole_years"), "years")
    return (
        condition(
            "not_without_parole",
            "RSMo 565.020; RSMo 558.019.1; RSMo 217.690.7",
            "the term is not one without parole, as for murder in the first degree",
            holds_if(~has_no_parole),
            unmet="it is a term without parole, and time served does not change that",
        ),
        condition(
            "child_murder_1",
            "RSMo 565.033; RSMo 558.047",
            "how a child's term for murder in the first degree is counted is settled (beside the "
            "review after 25 years)",
            holds_if(either(~may_be_parolable, open_law("child_murder_1_minimum"))),
            certainty="medium",
        ),
        condition(
            "fifty_years",
            "RSMo 217.692.1",
            "for life without parole for fifty years: fifty years are served",
            first_match((no_parole_for_fifty_years, fifty_years), otherwise=AT_ONCE),
        ),
    )
