"""The end of the whole term: RSMo 558.011, 558.031."""

from homeward.law.us.mo.body import BODY
from homeward.law.us.mo.release.life import is_life
from homeward.law.us.mo.release.term import months, serves_a_term, starts_on
from homeward.rules import all_of, condition, holds_if, since
from homeward.rules.node import Node
from homeward.rules.rule import Step


@BODY.rule(
    "term-end",
    question="release.term_end",
    subject="charge",
    cite="RSMo 558.011, 558.031",
    since="1979-01-01",
    title="End of the whole term",
    holds="the whole of this term is over",
    how="automatic",
    tolerance_days=3,
    applies=lambda: serves_a_term,
    steps=(
        Step(
            "Compare with the face sheet of the department (the page with a person's terms and "
            "dates): check the day the term counts from and the jail days that the sheriff "
            "certified; days in jail for this charge count",
            "RSMo 558.031.2, .3",
            on=("later", "unknown"),
        ),
    ),
)
def term_end() -> Node:
    """The term counts from its start, with certified credit for time in jail before it."""
    return all_of(
        condition(
            "not_for_life",
            "RSMo 558.011.1",
            "the term is one of years, not for life",
            holds_if(~is_life),
            unmet="a life term does not end by the calendar",
        ),
        condition(
            "term_served",
            "RSMo 558.011.1, 558.031",
            "every year of the term has passed, credit for time in jail counted",
            since(starts_on, months, "months"),
        ),
    )
