"""Life terms given to children: RSMo 558.047."""

from homeward.law.us.mo.body import BODY
from homeward.law.us.mo.release.life import (
    has_no_parole,
    is_life,
    is_murder_1,
    sentenced_since_2016,
    was_under_18,
)
from homeward.law.us.mo.release.term import own_years, serves_a_term, starts_on
from homeward.rules import (
    all_of,
    at_least,
    both,
    by,
    condition,
    discretion,
    either,
    holds_if,
    param,
    since,
)
from homeward.rules.node import Node
from homeward.rules.rule import Step

_thirty_to_forty = both(
    ~is_life,
    at_least(own_years, param("murder1.juvenile.term_least_years")),
    by(own_years, param("murder1.juvenile.term_most_years")),
)
_old_term = both(~sentenced_since_2016, is_life, has_no_parole)
_new_term = both(
    is_murder_1,
    sentenced_since_2016,
    either(both(is_life, ~has_no_parole), _thirty_to_forty),
)


@BODY.rule(
    "juvenile-life",
    question="parole.558_047",
    subject="charge",
    cite="RSMo 558.047",
    since="2016-07-13",
    title="Review of a life term given to a child",
    holds="the person may petition the parole board for a hearing",
    how="petition",
    standard="may",
    tolerance_days=3,
    applies=lambda: both(serves_a_term, either(is_murder_1, both(is_life, has_no_parole))),
    steps=(
        Step(
            "Write to the parole board with the petition, and send a copy to the prosecutor of "
            "the county; a person sentenced since 28 August 2016 may petition again after "
            "{murder1.juvenile.second_years} years",
            "RSMo 558.047.1, .2",
        ),
    ),
)
def juvenile_life() -> Node:
    """Those sentenced for murder as children may ask the board after twenty-five years."""
    return all_of(
        condition(
            "kind_of_term",
            "RSMo 558.047.1",
            "the term is life without parole given before 28 August 2016, or, since then, life or "
            "30 to 40 years for murder in the first degree",
            holds_if(either(_old_term, _new_term)),
            unmet="the term is not one of those that this section reviews",
        ),
        condition(
            "under_18",
            "RSMo 558.047.1",
            "the person was under 18 at the offense",
            holds_if(was_under_18),
            unmet="the person was 18 or older at the offense",
        ),
        condition(
            "years_served",
            "RSMo 558.047.1",
            "25 years are served",
            since(starts_on, param("murder1.juvenile.first_years"), "years"),
        ),
        discretion(
            "board_decides",
            "RSMo 558.047.5",
            "growth, conduct and risk speak for release",
            decided_by="board",
        ),
    )
