"""Is the term within what the class of the felony allows? RSMo 558.011.1."""

from homeward.law.us.mo.body import BODY
from homeward.law.us.mo.release.class_range import longest_of_class, shortest_of_class
from homeward.law.us.mo.release.life import is_life
from homeward.law.us.mo.release.term import serves_a_term
from homeward.rules import all_of, at_least, both, by, charge, condition, either, holds_if, param
from homeward.rules.node import Node
from homeward.rules.rule import Step

_years = charge("sentence.years")
_is_class_a = charge("class").is_in("A")
_longest_of_class_a = param("term.max_years.A", at=charge("offense_date"))


@BODY.rule(
    "lawful-term",
    question="sentence.lawful_term",
    subject="charge",
    cite="RSMo 558.011.1",
    since="1979-01-01",
    title="Length of the term",
    holds="the term is within what the law allows for its class",
    how="automatic",
    yes_is_news=False,
    applies=lambda: both(
        serves_a_term, charge("class").stated("A", "B", "C", "D", "E"), _years.is_stated
    ),
    steps=(
        Step(
            "Show the judgment to a lawyer soon: a term outside the range of its class may be "
            "challenged, and the time to do so is short",
            "RSMo 558.011.1",
            on=("never",),
        ),
    ),
)
def lawful_term() -> Node:
    """A term of years lies between the shortest and the longest that its class allows."""
    return all_of(
        condition(
            "not_too_long",
            "RSMo 558.011.1",
            "the term is no longer than its class allows (one class higher for a persistent or "
            "dangerous offender, RSMo 558.016)",
            holds_if(
                either(
                    is_life,
                    both(_is_class_a, by(_years, _longest_of_class_a)),
                    both(~_is_class_a, by(_years, longest_of_class)),
                )
            ),
            unmet="the term is longer than its class of felony allows",
        ),
        condition(
            "not_too_short",
            "RSMo 558.011.1",
            "the term is no shorter than its class allows",
            holds_if(either(is_life, at_least(_years, shortest_of_class))),
            unmet="the term is shorter than its class of felony allows",
        ),
    )
