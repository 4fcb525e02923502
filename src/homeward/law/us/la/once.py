"""How often a record could be cleared until 2020: C.Cr.P. arts. 977 and 978 of 2014."""

from homeward.law.us.la.terms import AT_ONCE, is_dwi
from homeward.rules import condition, first_match, param, person, since
from homeward.rules.conditions import Condition
from homeward.rules.node import Node

_last_on = person("last_expungement_on")


def once_in_misdemeanor_years() -> Condition:
    """977(D) of 2014: one in five years, drunk driving one in ten."""
    years = first_match(
        (is_dwi, param("frequency.dwi_years")), otherwise=param("frequency.misdemeanor_years")
    )
    return _not_too_soon_after_another("C.Cr.P. art. 977(D) of 2014", years)


def once_in_felony_years() -> Condition:
    """978(D) of 2014: one in fifteen years."""
    return _not_too_soon_after_another(
        "C.Cr.P. art. 978(D) of 2014", param("frequency.felony_years")
    )


def _not_too_soon_after_another(cite: str, years: Node) -> Condition:
    """Ended by Acts 2020 No. 78."""
    return condition(
        "not_too_soon_after_another", cite, "enough years since another expungement",
        first_match((_last_on.happened, since(_last_on, years, "years")), otherwise=AT_ONCE),
        until="2020-08-01", certainty="medium",
    )  # fmt: skip
