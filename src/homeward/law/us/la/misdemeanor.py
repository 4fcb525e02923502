"""A misdemeanor conviction: C.Cr.P. art. 977."""

from homeward.law.us.la.body import BODY
from homeward.law.us.la.clean import clean_years, nothing_pending
from homeward.law.us.la.custody import not_in_custody
from homeward.law.us.la.excluded import not_left_out_of_977
from homeward.law.us.la.once import once_in_misdemeanor_years
from homeward.law.us.la.steps import CERTIFICATE, FEE, MOTION, OBJECTION
from homeward.law.us.la.terms import (
    completed_on,
    decided_on,
    is_felony,
    is_misdemeanor,
    is_pending,
    louisiana_case,
    statute,
    trafficking_is_certified,
    was_sentenced,
)
from homeward.rules import (
    all_of,
    any_of,
    both,
    by,
    charge,
    claim,
    condition,
    either,
    first_match,
    holds_if,
    param,
    since,
    waits_while,
)
from homeward.rules.node import Node
from homeward.rules.rule import Step

_years = param("misdemeanor.wait_years")


def set_aside_on() -> Node:
    """977(A)(1): the dismissal under art. 894(B)."""
    deferred = charge("disposition").is_in("deferred_dismissed")
    return first_match((deferred, decided_on), otherwise=charge("set_aside_894B_on"))


def wait() -> Node:
    """977(A)(2)(a): more than five years; none for who was made to do it by traffickers."""
    return first_match(
        (trafficking_is_certified, decided_on),
        otherwise=since(completed_on, _years, "years", "day_after"),
    )


def _marijuana() -> Node:
    is_small_first = both(
        statute.tagged("marijuana-possession"),
        claim(charge("first_offense")),
        by(charge("grams"), param("marijuana.grams")),
    )
    return all_of(holds_if(is_small_first), since(decided_on, param("marijuana.days"), "days"))


@BODY.rule(
    "misdemeanor",
    question="clear.977",
    family="clear",
    subject="charge",
    cite="C.Cr.P. art. 977",
    since="2014-08-01",
    title="Clearing a misdemeanor conviction",
    holds="you can ask the court to clear this misdemeanor conviction",
    how="petition",
    standard="shall",
    effect="expunged",
    applies=lambda: both(either(was_sentenced, is_pending), ~is_felony),
    steps=(
        MOTION,
        CERTIFICATE,
        FEE,
        Step(
            "For a first offense of having a little marijuana it costs {fee.marijuana_usd} dollars "
            "at most",
            "C.Cr.P. art. 983(M)",
        ),
        OBJECTION,
    ),
)
def misdemeanor() -> Node:
    """Set aside, or more than five years past, or a first small marijuana offense."""
    return all_of(
        louisiana_case("C.Cr.P. art. 977"),
        not_in_custody(),
        condition(
            "convicted_of_a_misdemeanor", "C.Cr.P. art. 977(A)",
            "it ended in a conviction of a misdemeanor",
            first_match(
                (is_pending, waits_while(is_pending, "the end of this open charge")),
                otherwise=holds_if(both(is_misdemeanor, was_sentenced)),
            ),
            unmet="it is not a misdemeanor conviction",
        ),
        not_left_out_of_977(),
        any_of(
            condition(
                "set_aside", "C.Cr.P. art. 977(A)(1), art. 894(B)",
                "either: the conviction was set aside and dismissed under art. 894(B)",
                set_aside_on(),
            ),
            condition(
                "five_years", "C.Cr.P. art. 977(A)(2)",
                "or: more than five years since the sentence was done, in order and without open "
                "felony charges",
                all_of(
                    wait(),
                    condition(
                        "no_felony_in_five_years", "C.Cr.P. art. 977(A)(2)(b)",
                        "no felony conviction in the five years",
                        clean_years("clean_five_years", is_felony, _years), certainty="medium",
                    ),
                    nothing_pending(
                        "no_felony_charge_pending", "C.Cr.P. art. 977(A)(2)(c)", is_felony,
                        "felony charge",
                    ),
                ),
            ),
            condition(
                "first_marijuana_offense", "C.Cr.P. art. 977(D)",
                "or: it is a first offense of having 14 grams of marijuana or less, and 90 days "
                "have passed since the conviction", _marijuana(), since="2023-08-01",
            ),
        ),
        once_in_misdemeanor_years(),
    )  # fmt: skip
