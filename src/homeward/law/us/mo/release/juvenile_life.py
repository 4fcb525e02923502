"""Juvenile life terms: RSMo 558.047."""

from homeward.law.us.mo.body import BODY
from homeward.law.us.mo.release.term import is_life, serves_a_term, starts_on
from homeward.rules import (
    all_of,
    before,
    birthday,
    both,
    charge,
    condition,
    discretion,
    holds_if,
    param,
    since,
)
from homeward.rules.node import Node
from homeward.rules.rule import Step


@BODY.rule(
    "juvenile-life",
    question="parole.558_047",
    subject="charge",
    cite="RSMo 558.047",
    since="2016-07-13",
    title="Review of a juvenile life term",
    holds="the person may petition the parole board for a hearing",
    how="petition",
    standard="may",
    applies=lambda: both(serves_a_term, charge("statute").tagged("murder-1")),
    steps=(
        Step("Write to the parole board with the petition; a second one is open after "
             "{murder1.juvenile.second_years} years", "RSMo 558.047.1"),
    ),
)  # fmt: skip
def juvenile_life() -> Node:
    """Those sentenced to life for murder as children may ask the board after twenty-five years."""
    return all_of(
        condition(
            "life_term", "RSMo 558.047.1", "the term is for life", holds_if(is_life),
            unmet="the term is not for life",
        ),
        condition(
            "under_18", "RSMo 558.047.1", "the person was under 18 at the offense",
            holds_if(before(charge("offense_date"), birthday(param("parole.juvenile_under_age")))),
            unmet="the person was 18 or older at the offense",
        ),
        condition(
            "years_served", "RSMo 558.047.1", "25 years are served",
            since(starts_on, param("murder1.juvenile.first_years"), "years"),
        ),
        discretion(
            "board_decides", "RSMo 558.047.5", "the board weighs growth, conduct and risk",
            decided_by="agency",
        ),
    )  # fmt: skip
