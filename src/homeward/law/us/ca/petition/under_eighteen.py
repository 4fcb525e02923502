"""A misdemeanor of a person under 18 in an adult court: Penal Code 1203.45."""

from homeward.law.us.ca.body import BODY
from homeward.law.us.ca.terms import (
    convicted,
    is_misdemeanor,
    other_convictions,
    registrable,
    statute,
)
from homeward.rules import (
    all_of,
    answer_of,
    any_of,
    before,
    birthday,
    both,
    charge,
    condition,
    discretion,
    either,
    exists,
    holds_if,
    number,
    open_law,
    opposite,
    person,
)
from homeward.rules.node import Node

_CITE = "PC 1203.45"
_other_code = both(statute.mentions("vc", "hs"), open_law("under_eighteen.left_out"))
_told = both(charge("offense_date").is_stated, person("birth_date").is_stated)


@BODY.rule(
    "petition-under-eighteen",
    question="clear.1203_45",
    family="clear",
    subject="charge",
    cite=_CITE,
    since="1961-09-15",
    title="Asking to seal a misdemeanor from before the age of 18",
    holds="you can ask the court to seal this conviction, its arrest and the case's other charges",
    how="petition",
    standard="may",
    effect="sealed",
    certainty="medium",
    applies=lambda: both(convicted, is_misdemeanor, _told),
)
def under_eighteen() -> Node:
    """It comes with relief under 1203.4 or 1203.4a, which is due or was given."""
    return all_of(
        condition(
            "under_eighteen", f"{_CITE}(a)", "the person was under 18 on the day of the offense",
            holds_if(before(charge("offense_date"), birthday(number(18)))),
            unmet="the person was 18 or older",
        ),
        condition(
            "not_left_out", f"{_CITE}(c)",
            "it does not make the person register as a sex offender, and is not about drugs or "
            "driving",
            holds_if(opposite(either(registrable, statute.tagged("no-1203.45"), _other_code))),
            certainty="medium",
            unmet="it makes the person register as a sex offender, or is about drugs or driving",
        ),
        condition(
            "one_offense", f"{_CITE}(d)", "the person was convicted of no other offense",
            holds_if(~both(exists(other_convictions), open_law("under_eighteen.one_offense"))),
            certainty="low",
            unmet="there is another conviction",
        ),
        condition(
            "relief_due", f"{_CITE}(a)", "relief under PC 1203.4 or 1203.4a is due or was given",
            any_of(charge("relief_granted_on"), answer_of("clear.petition")),
            unmet="neither PC 1203.4 nor 1203.4a reaches it",
        ),
        discretion("in_the_courts_view", f"{_CITE}(a)", "it is just to seal it"),
    )  # fmt: skip
