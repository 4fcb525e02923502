"""Parole eligibility: RSMo 217.690 and 14 CSR 80-2.010."""

from homeward.law.us.mo.body import BODY
from homeward.law.us.mo.release.term import is_life, months, serves_a_term, starts_on, years
from homeward.rules import (
    NO,
    all_of,
    answer_of,
    any_of,
    at_least,
    before,
    birthday,
    both,
    charge,
    choose,
    condition,
    discretion,
    either,
    first_match,
    holds_if,
    law_says,
    opposite,
    param,
    served,
    since,
)
from homeward.rules.node import Node
from homeward.rules.rule import Step

_statute = charge("statute")
_group = charge("sentence.parole_offense_group")

_by_class = choose(
    charge("class"),
    {
        ("D", "E"): param("parole.pct.de_nonviolent"),
        "C": first_match(
            (_group.is_in("dwi"), param("parole.pct.ab_nonviolent")),
            otherwise=param("parole.pct.c_nonviolent"),
        ),
        ("A", "B"): param("parole.pct.ab_nonviolent"),
    },
)
_percent = first_match(
    (_group.is_in("violent", "sexual", "child_abuse"), param("parole.pct.violent_or_sexual")),
    otherwise=_by_class,
)


def table_date() -> Node:
    """14 CSR 80-2.010(1): a share of the term by class and group; fifteen years of the longest."""
    longest = either(is_life, at_least(years, param("parole.long_term_years")))
    fifteen = since(starts_on, param("parole.life_years"), "years")
    return first_match((longest, fifteen), otherwise=served(starts_on, months, _percent))


def juvenile_date() -> Node:
    """217.690.6: fifteen years, for long terms of those who were under eighteen."""
    under_age = before(charge("offense_date"), birthday(param("parole.juvenile_under_age")))
    long_term = either(is_life, at_least(years, param("parole.juvenile_term_years")))
    is_left_out = first_match(
        (_statute.tagged("murder-2"), law_says(param("parole.juvenile_murder_2_excluded"))),
        otherwise=NO,
    )
    return all_of(
        holds_if(both(under_age, long_term)),
        holds_if(opposite(is_left_out)),
        since(starts_on, param("parole.juvenile_years"), "years"),
    )


@BODY.rule(
    "parole",
    question="parole.eligibility",
    subject="charge",
    cite="RSMo 217.690; 14 CSR 80-2.010",
    since="2017-01-01",
    title="Parole eligibility",
    holds="the parole board may consider release",
    how="board",
    standard="may",
    certainty="medium",
    applies=lambda: serves_a_term,
    steps=(
        Step(
            "Ask the institutional parole office for your hearing date, and work on a school "
            "diploma or its equivalent: the board asks for it",
            "RSMo 217.690",
            on=("now", "later"),
        ),
    ),
)
def parole() -> Node:
    """The later of the board's own table and the minimum prison term."""
    return all_of(
        condition(
            "not_murder_1", "RSMo 565.020", "the offense is not murder in the first degree",
            holds_if(~_statute.tagged("murder-1")),
            unmet="there is no parole from a term for murder in the first degree",
        ),
        any_of(
            all_of(
                condition(
                    "table_share", "14 CSR 80-2.010(1)",
                    "the share of the term in the board's table is served (15 to 33 percent by "
                    "class and kind of offense; 15 years of life or of 45 years and more)",
                    table_date(), certainty="medium",
                ),
                condition(
                    "minimum_term_served", "RSMo 558.019.5", "the minimum prison term is served",
                    answer_of("release.minimum_prison_term"),
                ),
            ),
            condition(
                "young_at_offense", "RSMo 217.690.6, .7",
                "or: under 18 at the offense, a term of 15 years or more, and 15 years served",
                juvenile_date(), certainty="medium",
            ),
        ),
        discretion(
            "board_decides", "RSMo 217.690.2",
            "release fits the best interest of society, by an assessment of risk and needs",
            decided_by="agency",
        ),
    )  # fmt: skip
