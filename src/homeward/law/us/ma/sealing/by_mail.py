"""Sealing by mail: G.L. c. 276 s. 100A."""

from homeward.law.us.ma.body import BODY
from homeward.law.us.ma.custody import custody_over, supervision_over
from homeward.law.us.ma.levels import sealing_years
from homeward.law.us.ma.sealing.clean_years import clean_elsewhere, clean_here, free_for_years
from homeward.law.us.ma.sealing.no_longer_a_crime import no_longer_a_crime, of_legal_age
from homeward.law.us.ma.sealing.sex_offenses import (
    convicted_of_one,
    duty_over,
    never_at_that_level,
)
from homeward.law.us.ma.terms import (
    AT_ONCE,
    continuance_over_on,
    decided_on,
    found_guilty,
    in_massachusetts_court,
    is_continued,
    is_juvenile_case,
    said_to_be_civil,
    statute,
    was_cleared,
)
from homeward.rules import (
    all_of,
    any_of,
    both,
    charges_of_person,
    condition,
    either,
    exists,
    first_match,
    holds_if,
    law_says,
    param,
    since,
)
from homeward.rules.node import Node
from homeward.rules.rule import Step

_A = "G.L. c. 276 s. 100A"
_excluded = both(found_guilty, statute.tagged("excluded-100A"), ~statute.tagged("resisting-arrest"))


def time_since() -> Node:
    """(1), (2) and rule 6: the wait of the offense."""
    sex_offense = since(supervision_over, param("seal.wait.sex_offense_years"), "years")
    return first_match(
        (convicted_of_one, sex_offense), otherwise=since(custody_over, sealing_years(), "years")
    )


def continuance_over() -> Node:
    """A case continued without a finding has to be dismissed first."""
    return first_match((both(is_continued, ~found_guilty), continuance_over_on), otherwise=AT_ONCE)


def at_once() -> Node:
    """Rule 2: from the day on which what was done was a crime no more."""
    return all_of(
        holds_if(both(no_longer_a_crime, of_legal_age)), decided_on, param("marijuana.legal_on")
    )


@BODY.rule(
    "sealing-by-mail",
    question="clear.100A",
    family="clear",
    general=True,
    subject="charge",
    cite=_A,
    since="1800-01-01",  # start not looked up
    title="Sealing by mail",
    holds="you can have this charge sealed by mail, and no judge decides",
    how="petition",
    standard="shall",
    effect="sealed",
    applies=lambda: ~either(said_to_be_civil, is_juvenile_case, was_cleared),
    steps=(
        Step(
            "Send the form for sealing to the Commissioner of Probation: it is free, and what it "
            "says is sworn. If the conditions are met, the commissioner must seal the record",
            _A,
        ),
        Step(
            'Once it is sealed you may answer "no record" to employers, landlords and licensing '
            "boards that ask about it",
            _A,
        ),
    ),
)
def sealing_by_mail() -> Node:
    """The commissioner of probation seals a record once its years have passed."""
    waited = all_of(
        condition(
            "wait", f"{_A}(1), (2)",
            "enough years have passed since the disposition and any time in custody: three for a "
            "misdemeanor, seven for a felony, fifteen for a sex offense",
            time_since(),
        ),
        condition(
            "continuance_over", _A, "a case that was continued without a finding is dismissed",
            continuance_over(), certainty="medium",
        ),
        condition(
            "no_other_finding", f"{_A}(3)",
            "no other finding of guilt in Massachusetts in those years, small motor vehicle "
            "offenses apart", clean_here(),
        ),
        condition(
            "none_elsewhere", f"{_A}(4)", "no conviction elsewhere in those years",
            clean_elsewhere(),
        ),
        condition(
            "not_imprisoned", f"{_A}(4)", "no time in jail or prison in those years",
            free_for_years(), certainty="medium",
        ),
    )  # fmt: skip
    return all_of(
        condition(
            "massachusetts_record", _A, "the case was in a Massachusetts court",
            holds_if(in_massachusetts_court),
            unmet="the case was not in a Massachusetts court",
        ),
        any_of(
            waited,
            condition(
                "no_longer_a_crime", f"{_A} (numbered rule 2)",
                "or: what was done is no longer a crime", at_once(), certainty="medium",
            ),
        ),
        condition(
            "not_excluded", f"{_A}(5)",
            "it is no conviction under c. 268 or 268A (resisting arrest apart) or c. 140 "
            "ss. 121 to 131H",
            holds_if(~_excluded),
            unmet="a conviction under c. 268, c. 268A or the firearms sections of c. 140 is left "
            "out",
        ),
        condition(
            "no_excluded_record", f"{_A}(5)",
            "no other conviction that is left out stands in the way",
            holds_if(~both(law_says(param("seal.clause5_blocks_all")),
                           exists(charges_of_person.that(_excluded)))),
            certainty="medium",
            unmet="another conviction that is left out stands in the way",
        ),
        condition(
            "level", f"{_A} (numbered rule 6)",
            "for a sex offense: the person was never at level 2 or 3",
            never_at_that_level(), certainty="medium",
            unmet="a person once classified at level 2 or 3 cannot seal the sex offense",
        ),
        condition(
            "duty_over", f"{_A} (numbered rule 6)",
            "for a sex offense: the duty to register is over", duty_over(), certainty="medium",
        ),
    )  # fmt: skip
