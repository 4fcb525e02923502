"""Conditional release: RSMo 558.011.4 and .5."""

from homeward.law.us.mo.body import BODY
from homeward.law.us.mo.release.life import is_life
from homeward.law.us.mo.release.minimum_term import commitments, is_dangerous
from homeward.law.us.mo.release.term import (
    is_consecutive,
    months,
    serves_a_term,
    starts_on,
    years,
)
from homeward.rules import (
    NO,
    YES,
    all_of,
    answer_of,
    at_least,
    before,
    both,
    by,
    condition,
    discretion,
    first_match,
    holds_if,
    months_of,
    number,
    open_law,
    opposite,
    param,
    person,
    reading,
    since,
)
from homeward.rules.amounts import Arithmetic
from homeward.rules.node import Node

# 558.011.4(1): the part of the term spent outside, taken off in one step
_share = Arithmetic(months, "*", param("conditional.short_part"))
_part = first_match(
    (by(years, param("conditional.short_max_years")), _share),
    (
        by(years, param("conditional.middle_max_years")),
        months_of(param("conditional.middle_years")),
    ),
    otherwise=months_of(param("conditional.long_years")),
)
# of each term, the parts come to a third at most, and to three years at least beyond fifteen
_part_of_several = reading(
    "consecutive_conditional_release",
    "is the part taken of the sum of consecutive terms, or of each term",
    of_the_sum=_part,
    of_each_at_most=_share,
    of_each_at_least=first_match(
        (by(years, param("conditional.middle_max_years")), _part),
        otherwise=months_of(param("conditional.middle_years")),
    ),
)
_most = param("conditional.max_remands")
_earlier = person("prior_doc_commitments")
_had_a_short_stay = at_least(person("shock_559_115_incarcerations"), number(1))
_few_remands = first_match(
    (before(_earlier, _most), YES),
    (at_least(commitments, _most), NO),
    otherwise=both(_had_a_short_stay, open_law("remand_after_shock")),
)


@BODY.rule(
    "conditional-release",
    question="release.conditional",
    subject="charge",
    cite="RSMo 558.011.4, .5",
    since="1979-01-01",
    title="Conditional release",
    holds="conditional release from this term is due, unless the board holds it back for conduct",
    how="board",
    tolerance_days=3,
    applies=lambda: serves_a_term,
)
def conditional_release() -> Node:
    """The last part of a term of years is served outside, under conditions."""
    return all_of(
        condition(
            "term_of_years",
            "RSMo 558.011.4",
            "the term is one of years, not for life",
            holds_if(~is_life),
            unmet="there is no conditional release from a life term",
        ),
        condition(
            "not_dangerous",
            "RSMo 558.011.4",
            "the felony is not a dangerous felony (RSMo 556.061)",
            holds_if(opposite(is_dangerous)),
            unmet="there is no conditional release from a term for a dangerous felony",
        ),
        condition(
            "not_fourth_remand",
            "RSMo 558.011.4",
            "this is not the fourth or a later time in prison",
            holds_if(_few_remands),
            unmet="there is no conditional release on a fourth or later time in prison",
        ),
        condition(
            "prison_part_served",
            "RSMo 558.011.4(1)",
            "the prison part of the term is served: all but a third, three or five years",
            since(
                starts_on,
                months - first_match((is_consecutive, _part_of_several), otherwise=_part),
                "months",
            ),
        ),
        condition(
            "minimum_term_served",
            "RSMo 558.019.5",
            "the minimum prison term, if there is one, is served",
            answer_of("release.minimum_prison_term"),
            unmet="it is a term without parole, and time served does not change that",
            since="1994-08-28",
        ),
        discretion(
            "board_may_extend",
            "RSMo 558.011.5",
            "conduct in prison asks for holding the person back, after a hearing, at most to the "
            "end of the term",
            decided_by="board",
        ),
    )
