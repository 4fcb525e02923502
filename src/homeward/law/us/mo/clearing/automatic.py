"""Expungement without a petition, for four drug offenses: RSMo 610.141 (SB 1421 of 2026)."""

from homeward.law.us.mo.body import BODY
from homeward.law.us.mo.clearing.expungement import nothing_pending
from homeward.law.us.mo.terms import (
    AT_ONCE,
    completed_on,
    convicted,
    decided_on,
    in_missouri_court,
    is_felony,
    is_felony_or_misdemeanor,
    is_ignored_traffic,
    is_misdemeanor,
    is_pending,
    paid_on,
    was_expunged,
)
from homeward.rules import (
    NO,
    all_of,
    at_least,
    before,
    both,
    bounded,
    charge,
    charges_of_case,
    charges_of_other_cases,
    choose,
    claim,
    condition,
    count,
    every,
    first_match,
    holds_if,
    latest,
    law_says,
    open_law,
    other_charges,
    param,
    person,
    since,
    waits_while,
)
from homeward.rules.node import Node
from homeward.rules.rule import Step

# the section that counts is the one of the day of the offense: two numbers ended in 2017
_offended_on = bounded(charge("offense_date"), no_later=charge("disposition_date"))
_one_of_four = charge("statute").tagged("automatic-drug", at=_offended_on)


def waiting_years() -> Node:
    """610.141.1(3): the years by the level of the offense."""
    lesser = param("automatic.wait.misdemeanor_years")
    return choose(
        charge("severity"), {"felony": param("automatic.wait.felony_years")}, otherwise=lesser
    )


def final_conviction() -> Node:
    """610.141.1(3): a conviction; an open charge is none yet."""
    return first_match(
        (is_pending, waits_while(is_pending, "the end of this open charge")),
        otherwise=holds_if(convicted),
    )


def time_since_disposition() -> Node:
    """610.141.1(3): all terms of the court are done; whether money is a term is open."""
    done_on = bounded(completed_on, no_earlier=decided_on)
    years = waiting_years()
    money = first_match(
        (law_says(param("automatic.fines_are_terms")), since(paid_on, years, "years")),
        otherwise=AT_ONCE,
    )
    return all_of(since(done_on, years, "years"), money)


def no_other_conviction() -> Node:
    """610.141.1(3): the same stretch of years without another conviction, traffic apart."""
    others = other_charges.that(
        both(convicted, is_felony_or_misdemeanor, ~is_ignored_traffic, ~was_expunged)
    )
    return since(latest(others, charge("disposition_date")), waiting_years(), "years")


def place_left() -> Node:
    """610.141.6: the lifetime limits are shared with the petition of 610.140.

    Where more convictions qualify than there are places, the text does not say
    which of them the state takes first.
    """
    return choose(
        charge("severity"),
        {
            "felony": _place("felony", is_felony),
            "misdemeanor": _place("misdemeanor", is_misdemeanor),
        },
        otherwise=AT_ONCE,
    )


def _place(level: str, is_level: Node) -> Node:
    used, at_most = person(f"prior_expungements.{level}"), param(f"automatic.limit.{level}")
    rivals = count(
        charges_of_other_cases.that(both(convicted, is_level, _one_of_four, ~was_expunged))
    )
    return first_match(
        (at_least(used, at_most), holds_if(NO)),
        (before(rivals + used, at_most), AT_ONCE),
        otherwise=holds_if(open_law("automatic.which_first")),
    )


@BODY.rule(
    "automatic",
    question="clear.automatic",
    family="clear",
    subject="charge",
    cite="RSMo 610.141",
    since="2026-08-28",
    enacted="2026-07-09",
    title="Clearing without a petition",
    holds="the state clears this conviction on its own, with nothing to file",
    how="automatic",
    standard="shall",
    effect="closed",
    certainty="medium",
    applies=lambda: ~was_expunged,
    steps=(
        Step(
            "Nothing to file, and no way to hurry it. If the record still shows after that, file a "
            "petition for expungement under 610.140: that is the only remedy",
            "RSMo 610.141.8",
            on=("now", "later"),
        ),
    ),
)
def automatic() -> Node:
    """Courts and the Highway Patrol close certain drug possession convictions on their own."""
    return all_of(
        condition(
            "missouri_conviction", "RSMo 610.141.1(3)", "the conviction is one of a Missouri court",
            holds_if(in_missouri_court), certainty="medium",
            unmet="the case was not in a Missouri court",
        ),
        condition(
            "one_of_four", "RSMo 610.141.1(3)",
            "the offense is possession of a drug or of drug paraphernalia (195.202 and 195.233 "
            "before 2017, 579.015, 579.074)",
            holds_if(_one_of_four), certainty="medium",
            unmet="the offense is not one of the four drug offenses that are cleared this way",
        ),
        condition(
            "final_conviction", "RSMo 610.141.1(3)", "it ended in a conviction", final_conviction(),
            certainty="medium", unmet="it did not end in a conviction",
        ),
        condition(
            "whole_case", "RSMo 610.141.1(3)",
            "every conviction of the case is for one of these four offenses",
            holds_if(every(charges_of_case.that(convicted), _one_of_four)), certainty="medium",
            unmet="the case holds a conviction for another offense",
        ),
        condition(
            "wait_since_disposition", "RSMo 610.141.1(3)",
            "enough years have passed since everything the court ordered was done: three for a "
            "felony, one for a misdemeanor",
            time_since_disposition(), certainty="medium",
        ),
        condition(
            "no_other_conviction", "RSMo 610.141.1(3)",
            "no other misdemeanor or felony conviction in those years, traffic apart",
            no_other_conviction(), certainty="medium",
        ),
        condition(
            "nothing_pending", "RSMo 610.141.1(3)", "no arrest and no charge is open",
            nothing_pending(), certainty="medium",
        ),
        condition(
            "not_class_a", "RSMo 610.141.1(3)", "it is not a class A felony",
            holds_if(~both(is_felony, charge("class").is_in("A"))), certainty="medium",
            unmet="it is a class A felony",
        ),
        condition(
            "electronic_record", "RSMo 610.141.2", "the record is kept on a computer",
            holds_if(~claim(charge("paper_record_only"))), certainty="medium",
            unmet="the record is on paper only, which the state does not screen",
        ),
        condition(
            "place_left", "RSMo 610.141.6", "a place is left under the lifetime limits",
            place_left(), certainty="medium", unmet="the lifetime limit of expungements is used up",
        ),
        condition(
            "in_operation", "RSMo 610.141.10",
            "the system runs, which the law asks for on 1 January 2027 at the latest",
            param("automatic.operative_on"), certainty="medium",
        ),
    )  # fmt: skip
