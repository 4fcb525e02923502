"""Minimum prison terms: RSMo 558.019."""

from homeward.law.us.mo.body import BODY
from homeward.law.us.mo.dangerous import dangerous_felony
from homeward.law.us.mo.release.armed_criminal_action import years_without_parole
from homeward.law.us.mo.release.term import months_for_minimum, serves_a_term, starts_on
from homeward.law.us.mo.release.without_parole import release_is_possible
from homeward.law.us.mo.terms import AT_ONCE
from homeward.rules import (
    all_of,
    any_of,
    at_least,
    before,
    birthday,
    both,
    charge,
    condition,
    difference,
    either,
    first_match,
    holds_if,
    law_says,
    number,
    open_law,
    param,
    person,
    served,
    within,
)
from homeward.rules.node import Node

_statute = charge("statute")
is_dangerous = dangerous_felony(at=charge("offense_date"))
is_older_offense = before(charge("offense_date"), param("release.offenses_from"))
_is_listed = _statute.tagged("minimum-term-listed")
_none = number(0)
commitments = difference(
    within(person("prior_doc_commitments"), least=_none),
    within(person("shock_559_115_incarcerations"), least=_none),
)
"""558.019.2: earlier receipts by the department, first stays under 559.115 or 217.362 left out."""


def share(months: Node, percent: Node, age_percent: Node) -> Node:
    """A share of the term, or the age of seventy with a smaller one, whichever comes first."""
    return any_of(
        served(starts_on, months, percent),
        all_of(birthday(param("release.age")), served(starts_on, months, age_percent)),
    )


def dangerous_share(months: Node) -> Node:
    """558.019.3: 85 percent, or seventy with 40 percent."""
    return share(months, param("release.dangerous_pct"), param("release.age_pct.dangerous"))


def dangerous_minimum() -> Node:
    """558.019.3; whether the list of .2 limits it too is open for sections not on that list."""
    limited = law_says(param("release.dangerous_needs_listing"))
    return first_match(
        (both(limited, ~_is_listed), AT_ONCE), otherwise=dangerous_share(months_for_minimum)
    )


def repeat_minimum() -> Node:
    """558.019.2: by the number of earlier commitments, for the felonies that it reaches."""
    return first_match(
        (both(_is_reached(), at_least(commitments, number(1))),
         share(months_for_minimum, _of_commitments("prior_pct"), _of_commitments("age_pct"))),
        otherwise=AT_ONCE,
    )  # fmt: skip


def _of_commitments(percent: str) -> Node:
    return first_match(
        (at_least(commitments, number(3)), param(f"release.{percent}.three")),
        (at_least(commitments, number(2)), param(f"release.{percent}.two")),
        otherwise=param(f"release.{percent}.one"),
    )


def _is_reached() -> Node:
    """Listed felonies since 2019; before, every felony but those of the drug chapters."""
    is_drug = _statute.tagged("minimum-term-drugs-left-out")
    return first_match((law_says(param("release.listed_only")), _is_listed), otherwise=~is_drug)


@BODY.rule(
    "minimum-term",
    question="release.minimum_prison_term",
    subject="charge",
    cite="RSMo 558.019",
    since="1994-08-28",
    title="Minimum prison term",
    holds="no minimum prison term of this charge stands in the way of an early release",
    how="automatic",
    tolerance_days=3,
    applies=lambda: serves_a_term,
)
def minimum_term() -> Node:
    """The part of the term that must be served before any early release."""
    return all_of(
        *release_is_possible(),
        condition(
            "older_offense",
            "RSMo 558.019",
            "the offense came after the minimum terms of 1994 (an older one keeps older rules)",
            holds_if(either(~is_older_offense, open_law("minimum_before_1994"))),
            certainty="medium",
        ),
        condition(
            "dangerous_felony",
            "RSMo 558.019.3",
            "for a dangerous felony: 85 percent of the term is served, or the person is 70 and has "
            "served 40 percent",
            first_match(
                (both(is_dangerous, ~is_older_offense), dangerous_minimum()), otherwise=AT_ONCE
            ),
            certainty="medium",
        ),
        condition(
            "earlier_commitments",
            "RSMo 558.019.2, .6",
            "for a listed felony after earlier times in prison: 40, 50 or 80 percent is served, "
            "or less at the age of 70",
            first_match(
                (either(is_dangerous, is_older_offense), AT_ONCE), otherwise=repeat_minimum()
            ),
        ),
        condition(
            "armed_criminal_action",
            "RSMo 571.015",
            "for armed criminal action: 3, 5 or 10 years are served",
            years_without_parole(starts_on),
        ),
    )
