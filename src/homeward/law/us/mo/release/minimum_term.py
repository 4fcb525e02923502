"""Minimum prison terms: RSMo 558.019."""

from homeward.law.us.mo.body import BODY
from homeward.law.us.mo.dangerous import dangerous_felony
from homeward.law.us.mo.release.term import months_for_minimum, serves_a_term, starts_on
from homeward.law.us.mo.terms import AT_ONCE, convicted
from homeward.rules import (
    all_of,
    any_of,
    at_least,
    birthday,
    charge,
    condition,
    count,
    difference,
    first_match,
    law_says,
    number,
    other_charges,
    param,
    person,
    served,
    since,
)
from homeward.rules.node import Node

_statute = charge("statute")
is_dangerous = dangerous_felony(at=charge("offense_date"))
_is_listed = _statute.tagged("minimum-term-listed")
_is_armed_criminal_action = _statute.tagged("armed-criminal-action")
commitments = difference(person("prior_doc_commitments"), person("shock_559_115_incarcerations"))
"""558.019.2: earlier receipts by the department, first stays under 559.115 or 217.362 left out."""


def share(percent: str, age_percent: str) -> Node:
    """A share of the term, or the age of seventy with a smaller one, whichever comes first."""
    return any_of(
        served(starts_on, months_for_minimum, param(percent)),
        all_of(
            birthday(param("release.age")),
            served(starts_on, months_for_minimum, param(age_percent)),
        ),
    )


def dangerous_minimum() -> Node:
    """558.019.3; whether the list of .2 limits it too is open for sections not on that list."""
    eighty_five = share("release.dangerous_pct", "release.age_pct.dangerous")
    return first_match(
        (_is_listed, eighty_five),
        (law_says(param("release.dangerous_needs_listing")), AT_ONCE),
        otherwise=eighty_five,
    )


def repeat_minimum() -> Node:
    """558.019.2: by the number of earlier commitments, for listed offenses only."""
    by_commitments = first_match(
        (
            at_least(commitments, number(3)),
            share("release.prior_pct.three", "release.age_pct.three"),
        ),
        (at_least(commitments, number(2)), share("release.prior_pct.two", "release.age_pct.two")),
        (at_least(commitments, number(1)), share("release.prior_pct.one", "release.age_pct.one")),
        otherwise=AT_ONCE,
    )
    return first_match((_is_listed, by_commitments), otherwise=AT_ONCE)


def armed_criminal_action_minimum() -> Node:
    """571.015: years without parole, by how many such findings came before."""
    earlier = count(other_charges.that(_earlier_armed_criminal_action()))
    by_number = first_match(
        (at_least(earlier, number(2)), param("release.aca.third_years")),
        (at_least(earlier, number(1)), param("release.aca.second_years")),
        otherwise=param("release.aca.first_years"),
    )
    return first_match(
        (_is_armed_criminal_action, since(starts_on, by_number, "years")), otherwise=AT_ONCE
    )


def _earlier_armed_criminal_action() -> Node:
    return convicted & _is_armed_criminal_action


@BODY.rule(
    "minimum-term",
    question="release.minimum_prison_term",
    subject="charge",
    cite="RSMo 558.019",
    since="1994-08-28",
    title="Minimum prison term",
    holds="the minimum prison term is served, and parole or another early release is possible",
    how="automatic",
    applies=lambda: serves_a_term,
)
def minimum_term() -> Node:
    """The part of the term that must be served before any early release."""
    return all_of(
        condition(
            "dangerous_felony", "RSMo 558.019.3",
            "for a dangerous felony: 85 percent of the term is served, or the person is 70 and has "
            "served 40 percent", first_match((is_dangerous, dangerous_minimum()), otherwise=AT_ONCE),
            certainty="medium",
        ),
        condition(
            "earlier_commitments", "RSMo 558.019.2, .6",
            "for a listed felony after earlier prison commitments: 40, 50 or 80 percent is served, "
            "or less at the age of 70", first_match((is_dangerous, AT_ONCE), otherwise=repeat_minimum()),
        ),
        condition(
            "armed_criminal_action", "RSMo 571.015",
            "for armed criminal action: 3, 5 or 10 years are served",
            armed_criminal_action_minimum(),
        ),
    )  # fmt: skip
