"""The end of a federal prison term with all good conduct time: 18 USC 3624(b)."""

from homeward.law.us.body import BODY
from homeward.rules import (
    all_of,
    at_least,
    before,
    both,
    case,
    charge,
    claim,
    condition,
    discretion,
    either,
    first_match,
    holds_if,
    months_of,
    number,
    open_law,
    opposite,
    param,
    since,
)
from homeward.rules.amounts import Arithmetic
from homeward.rules.node import Node
from homeward.rules.rule import Step

_CITE = "18 USC 3624(b); 28 CFR 523.20"
_type = charge("sentence.type")
_years, _days = charge("sentence.years"), charge("sentence.days")
_is_life = either(claim(charge("sentence.life")), _type.is_in("life", "life_without_parole"))

_full_term = since(since(charge("sentence.effective_start"), months_of(_years), "months"),
                   _days, "days")  # fmt: skip
_year = param("release.good_conduct.over_years")
_is_longer_than_a_year = either(
    before(_year, _years), both(at_least(_years, _year), before(number(0), _days))
)
_credit = Arithmetic(
    Arithmetic(_years, "+", Arithmetic(_days, "*", number(1 / 365))),
    "*",
    param("release.good_conduct.days_per_year"),
)
"""523.20: part of a year earns its part of the days; part of a day is not taken off."""


def _asked() -> Node:
    return both(
        case("jurisdiction").stated("us", "us-fed"),
        charge("disposition").is_in("convicted"),
        _type.stated("prison", "incarceration", "term", "determinate", "split", "life",
                     "life_without_parole"),
    )  # fmt: skip


@BODY.rule(
    "good-conduct",
    question="release.good_conduct",
    subject="charge",
    cite=_CITE,
    since="2019-07-19",
    title="The end of a federal term with all good conduct time",
    holds="the term is over, if no good conduct time was taken away",
    how="automatic",
    certainty="high",
    tolerance_days=3,
    applies=_asked,
    steps=(
        Step(
            "Compare with the sentence computation sheet of the Bureau of Prisons. Terms that run "
            "together, or one after another, count there as one term",
            "18 USC 3584(c), 3585",
            on=("later", "unknown"),
        ),
    ),
)
def good_conduct() -> Node:
    """The full term, less 54 days for each year that the court imposed.

    A term of one year or less earns nothing, and a life term has no end. Time credits of the
    First Step Act, halfway houses and home confinement can move a person out earlier: they
    are not counted here.
    """
    return all_of(
        condition(
            "not_for_life",
            "18 USC 3624(b)(1)",
            "the term is not for life",
            holds_if(opposite(_is_life)),
            unmet="a life term has no end from which days could be taken",
        ),
        condition(
            "not_before_1987",
            "Pub. L. 98-473",
            "the offense came after parole ended in the federal courts (older ones keep old rules)",
            holds_if(
                either(
                    at_least(charge("offense_date"), param("release.offenses_from")),
                    open_law("release.before_1987"),
                )
            ),
            certainty="medium",
        ),
        condition(
            "served",
            _CITE,
            "the term is served, but for 54 days of each year that was imposed",
            first_match(
                (_is_longer_than_a_year, since(_full_term, number(0) - _credit, "days")),
                otherwise=_full_term,
            ),
        ),
        discretion(
            "conduct",
            "18 USC 3624(b)(1); 28 CFR 541.3",
            "the Bureau of Prisons took days away for a broken rule, or gave fewer without a high "
            "school diploma or work on one",
            decided_by="agency",
        ),
    )
