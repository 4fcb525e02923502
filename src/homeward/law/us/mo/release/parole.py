"""Parole eligibility: RSMo 217.690 and 14 CSR 80-2.010."""

from homeward.law.us.mo.body import BODY
from homeward.law.us.mo.release.life import (
    is_life,
)
from homeward.law.us.mo.release.minimum_term import dangerous_share, is_dangerous
from homeward.law.us.mo.release.parole_table import life_date, table_date
from homeward.law.us.mo.release.term import (
    is_consecutive,
    serves_a_term,
    starts_on,
    years,
)
from homeward.law.us.mo.release.without_parole import release_is_possible
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
    condition,
    discretion,
    either,
    first_match,
    holds_if,
    law_says,
    months_of,
    opposite,
    param,
    reading,
    since,
)
from homeward.rules.node import Node
from homeward.rules.rule import Step

_statute = charge("statute")


def consecutive_cap() -> Node:
    """217.690.5: added minimums never pass that of an ordinary life sentence."""
    of_a_dangerous_term = reading(
        "cap_of_dangerous_terms",
        "is the ordinary life sentence one for a dangerous felony",
        fifteen_years=life_date,
        share_of_thirty_years=dangerous_share(months_of(param("release.life_years"))),
    )
    return all_of(
        holds_if(is_consecutive),
        first_match((is_dangerous, of_a_dangerous_term), otherwise=life_date),
    )


def juvenile_date() -> Node:
    """217.690.6: fifteen years, for long terms of those who were under eighteen."""
    under_age = before(charge("offense_date"), birthday(param("parole.juvenile_under_age")))
    long_term = either(is_life, at_least(years, param("parole.juvenile_term_years")))
    is_left_out = first_match(
        (_statute.tagged("felony-murder"), NO),
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
    holds="the parole board may consider release from this term (it need not grant it)",
    how="board",
    standard="may",
    certainty="medium",
    tolerance_days=3,
    applies=lambda: both(serves_a_term, ~charge("sentence.paroled_on").happened),
    steps=(
        Step(
            "Ask the institutional parole office for the day of the hearing and for the list of "
            "what the board reads, and work on a school diploma or its equivalent: the board asks "
            "for it, or for an honest effort",
            "RSMo 217.690",
            on=("now", "later"),
        ),
    ),
)
def parole() -> Node:
    """The later of the board's own table and the minimum prison term."""
    return all_of(
        *release_is_possible(),
        any_of(
            all_of(
                condition(
                    "table_share",
                    "14 CSR 80-2.010(1)",
                    "the share of the term in the board's table is served: 15 to 33 percent by "
                    "class and kind of offense, 15 years of life or of 45 years and more",
                    table_date(),
                    certainty="medium",
                ),
                condition(
                    "minimum_term_served",
                    "RSMo 558.019.5",
                    "the minimum prison term, if there is one, is served",
                    answer_of("release.minimum_prison_term"),
                    unmet="it is a term without parole, and time served does not change that",
                ),
            ),
            condition(
                "cap_of_added_terms",
                "RSMo 217.690.5",
                "or: for terms that run one after another, the minimum of one life sentence is "
                "served",
                consecutive_cap(),
                certainty="medium",
            ),
            condition(
                "young_at_offense",
                "RSMo 217.690.6, .7",
                "or: under 18 at the offense, a term of 15 years or more, and 15 years served",
                juvenile_date(),
                since="2021-08-28",
                certainty="medium",
            ),
        ),
        discretion(
            "board_decides",
            "RSMo 217.690.2",
            "release fits the best interest of society, by an assessment of risk and needs",
            decided_by="board",
        ),
    )
