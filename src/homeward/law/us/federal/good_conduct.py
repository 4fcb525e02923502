"""The end of a federal prison term with all good conduct time: 18 USC 3624(b)."""

from homeward.law.us.body import BODY
from homeward.law.us.federal.prison_term import (
    is_life,
    served_but_for_good_conduct,
    serves_a_federal_term,
)
from homeward.rules import (
    all_of,
    at_least,
    charge,
    condition,
    discretion,
    either,
    holds_if,
    open_law,
    opposite,
    param,
)
from homeward.rules.node import Node
from homeward.rules.rule import Step

_CITE = "18 USC 3624(b); 28 CFR 523.20"


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
    applies=serves_a_federal_term,
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
            holds_if(opposite(is_life)),
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
            served_but_for_good_conduct,
        ),
        discretion(
            "conduct",
            "18 USC 3624(b)(1); 28 CFR 541.3",
            "the Bureau of Prisons took days away for a broken rule, or gave fewer without a high "
            "school diploma or work on one",
            decided_by="agency",
        ),
    )
