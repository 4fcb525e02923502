"""Conditional release: RSMo 558.011.4 and .5."""

from homeward.law.us.mo.body import BODY
from homeward.law.us.mo.release.minimum_term import is_dangerous
from homeward.law.us.mo.release.term import is_life, months, serves_a_term, starts_on, years
from homeward.rules import (
    all_of,
    answer_of,
    before,
    by,
    condition,
    discretion,
    first_match,
    holds_if,
    months_of,
    opposite,
    param,
    person,
    since,
)
from homeward.rules.amounts import Arithmetic
from homeward.rules.node import Node

# 558.011.4(1): the part of the term spent outside, taken off in one step
_part = first_match(
    (by(years, param("conditional.short_max_years")),
     Arithmetic(months, "*", param("conditional.short_part"))),
    (by(years, param("conditional.middle_max_years")), months_of(param("conditional.middle_years"))),
    otherwise=months_of(param("conditional.long_years")),
)  # fmt: skip


@BODY.rule(
    "conditional-release",
    question="release.conditional",
    subject="charge",
    cite="RSMo 558.011.4, .5",
    since="1979-01-01",
    title="Conditional release",
    holds="conditional release comes, unless the board holds it back for conduct",
    how="board",
    applies=lambda: serves_a_term,
)
def conditional_release() -> Node:
    """The last part of a term of years is served outside, under conditions."""
    return all_of(
        condition(
            "term_of_years", "RSMo 558.011.4", "the term is one of years, not for life",
            holds_if(~is_life), unmet="there is no conditional release from a life term",
        ),
        condition(
            "not_dangerous", "RSMo 558.011.4", "the felony is not a dangerous felony (RSMo 556.061)",
            holds_if(opposite(is_dangerous)),
            unmet="there is no conditional release from a term for a dangerous felony",
        ),
        condition(
            "not_fourth_remand", "RSMo 558.011.4",
            "this is not the fourth or a later time in prison",
            holds_if(before(person("prior_doc_commitments"), param("conditional.max_remands"))),
            unmet="there is no conditional release on a fourth or later remand",
        ),
        condition(
            "prison_part_served", "RSMo 558.011.4(1)",
            "the prison part of the term is served: all but a third, three or five years",
            since(starts_on, months - _part, "months"),
        ),
        condition(
            "minimum_term_served", "RSMo 558.019.5", "the minimum prison term is served",
            answer_of("release.minimum_prison_term"),
        ),
        discretion(
            "board_may_extend", "RSMo 558.011.5",
            "after a hearing the board may hold a person back for conduct, up to the whole term",
            decided_by="agency",
        ),
    )  # fmt: skip
