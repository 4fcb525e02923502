"""A felony conviction: C.Cr.P. art. 978."""

from homeward.law.us.la.body import BODY
from homeward.law.us.la.clean import clean_years, is_crime, nothing_pending, since_the_last
from homeward.law.us.la.custody import not_in_custody
from homeward.law.us.la.excluded import (
    drug_offense_fits,
    no_domestic_abuse_battery,
    no_sex_offense,
    not_violent,
)
from homeward.law.us.la.once import once_in_felony_years
from homeward.law.us.la.pardon import first_offender_pardon
from homeward.law.us.la.steps import CERTIFICATE, FEE, MOTION, OBJECTION
from homeward.law.us.la.terms import (
    AT_ONCE,
    completed_on,
    decided_on,
    is_conviction,
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
    charge,
    condition,
    discretion,
    either,
    exists,
    first_match,
    holds_if,
    limb,
    open_law,
    other_charges,
    param,
    since,
    waits_while,
)
from homeward.rules.node import Node

_years = param("felony.wait_years")
_more_than_ten_years = since(completed_on, _years, "years", "day_after")
_one_of_four = statute.tagged("once-in-ten-years")


def set_aside() -> Node:
    """978(A)(1): the dismissal under art. 893(E)."""
    deferred = charge("disposition").is_in("deferred_dismissed")
    set_aside_on = first_match((deferred, decided_on), otherwise=charge("set_aside_893E_on"))
    return condition(
        "set_aside", "C.Cr.P. art. 978(A)(1), art. 893(E)",
        "either: the conviction was set aside and dismissed under art. 893(E)",
        all_of(set_aside_on, not_violent("set_aside_not_violent")),
    )  # fmt: skip


def ten_years() -> Node:
    """978(A)(2): more than ten years, without a felony before the motion."""
    wait = first_match((trafficking_is_certified, decided_on), otherwise=_more_than_ten_years)
    return condition(
        "ten_years", "C.Cr.P. art. 978(A)(2)",
        "or: more than ten years since the sentence was done, in order and without open charges",
        all_of(
            wait,
            not_violent("ten_years_not_violent"),
            drug_offense_fits(),
            condition(
                "no_conviction_in_ten_years", "C.Cr.P. art. 978(A)(2)(b) of 2014",
                "no conviction of any crime in the ten years",
                clean_years("clean_ten_years", is_crime, _years),
                until="2024-08-01", certainty="low",
            ),
            condition(
                "no_felony_in_ten_years", "C.Cr.P. art. 978(A)(2)(b); Acts 2024 No. 580",
                "no felony conviction in the ten years before the motion",
                since_the_last(is_felony, _years), since="2024-08-01", certainty="medium",
            ),
            nothing_pending(
                "no_charge_pending", "C.Cr.P. art. 978(A)(2)(c)", is_crime, "criminal charge"
            ),
        ),
    )  # fmt: skip


def six_crimes_of_violence() -> Node:
    """978(E): more than ten years without any conviction, and the court decides."""
    tree = condition(
        "one_of_six_crimes_of_violence", "C.Cr.P. art. 978(E)",
        "or: it is one of six crimes of violence that a judge may clear after a hearing, more than "
        "ten years after the sentence was done",
        all_of(
            holds_if(statute.tagged("violent-may-clear")),
            _more_than_ten_years,
            condition(
                "no_conviction_at_all", "C.Cr.P. art. 978(E)",
                "no conviction of any crime in the ten years",
                clean_years("clean_ten_years", is_crime, _years), certainty="medium",
            ),
            nothing_pending(
                "nothing_at_all_pending", "C.Cr.P. art. 978(E)", is_crime, "criminal charge"
            ),
            discretion(
                "hearing", "C.Cr.P. art. 978(E)",
                "one of the six crimes of violence should be cleared, after hearing both sides",
            ),
        ),
        certainty="medium",
    )  # fmt: skip
    return limb(tree, how="judge", standard="may")


def one_of_four() -> Node:
    """978(F): a bill would have allowed one of four crimes in ten years; the act's digest does not.

    Asked where the record holds another of the four.
    """
    another = exists(other_charges.that(both(_one_of_four, is_conviction)))
    is_open = both(_one_of_four, another)
    return first_match((is_open, holds_if(open_law("one_of_four"))), otherwise=AT_ONCE)


@BODY.rule(
    "felony",
    question="clear.978",
    family="clear",
    general=True,
    subject="charge",
    cite="C.Cr.P. art. 978",
    since="2014-08-01",
    title="Clearing a felony conviction",
    holds="you can ask the court to clear this felony conviction",
    how="petition",
    standard="shall",
    effect="expunged",
    applies=lambda: both(either(was_sentenced, is_pending), ~is_misdemeanor),
    steps=(MOTION, CERTIFICATE, FEE, OBJECTION),
)
def felony() -> Node:
    """Set aside, or ten years past, or a first offender's pardon, or one of six after a hearing."""
    return all_of(
        louisiana_case("C.Cr.P. art. 978"),
        not_in_custody(),
        condition(
            "convicted_of_a_felony", "C.Cr.P. art. 978(A)", "it ended in a felony conviction",
            first_match(
                (is_pending, waits_while(is_pending, "the end of this open charge")),
                otherwise=holds_if(both(is_felony, was_sentenced)),
            ),
            unmet="it is not a felony conviction",
        ),
        no_sex_offense(),
        no_domestic_abuse_battery("C.Cr.P. art. 978(B)(4)"),
        any_of(set_aside(), ten_years(), first_offender_pardon(), six_crimes_of_violence()),
        condition(
            "one_of_four", "C.Cr.P. art. 978(F); Acts 2024 No. 580",
            "no other conviction of the same four crimes, if those are limited to one in ten years",
            one_of_four(), certainty="low", since="2024-08-01",
        ),
        once_in_felony_years(),
    )  # fmt: skip
