"""An arrest that did not end in a conviction: C.Cr.P. art. 976."""

from homeward.law.us.la.body import BODY
from homeward.law.us.la.custody import not_in_custody
from homeward.law.us.la.limitation import time_to_prosecute_over
from homeward.law.us.la.steps import FEE, MOTION, OBJECTION, SEVERAL_CHARGES
from homeward.law.us.la.terms import (
    AT_ONCE,
    found_innocent,
    is_conviction,
    is_dwi,
    is_juvenile,
    is_pending,
    louisiana_case,
    never_prosecuted,
    others_of_the_arrest,
    was_declined,
    was_diverted,
    was_dropped,
    was_sentenced,
    was_vacated,
)
from homeward.rules import (
    NO,
    all_of,
    any_of,
    both,
    charge,
    claim,
    condition,
    either,
    exists,
    first_match,
    holds_if,
    open_law,
    param,
    recorded,
    since,
    waits_while,
)
from homeward.rules.node import Node

_never = holds_if(NO)
_ended_on = charge("disposition_date")
_declined_on = first_match(
    (was_diverted, recorded(charge("disposition_completed_on"), _ended_on)), otherwise=_ended_on
)
_da_declined = either(
    was_declined, was_diverted, both(never_prosecuted, claim(charge("da_declined")))
)
_vacated_only = both(was_vacated, ~found_innocent)


def ended_without_conviction() -> Node:
    """A(3): the day of the dismissal; what follows a conviction taken back, the record tells."""
    after_vacating = all_of(charge("vacated_on"), holds_if(open_law("after_vacating")))
    return first_match(
        (is_pending, waits_while(is_pending, "the end of this open charge")),
        (was_dropped, _ended_on),
        (_vacated_only, after_vacating),
        (is_juvenile, holds_if(open_law("juvenile_record"))),
        otherwise=_never,
    )


def years_since_diverted_dwi() -> Node:
    """976(B): five years from the arrest, where drunk driving ended in a program."""
    waited = since(charge("arrest_date"), param("dwi_diversion.years"), "years")
    return first_match((both(was_diverted, is_dwi), waited), otherwise=AT_ONCE)


def rest_of_the_arrest() -> Node:
    """972: the records are those of one arrest, with all of its charges."""
    others_open = exists(others_of_the_arrest.that(is_pending))
    a_conviction = exists(others_of_the_arrest.that(is_conviction))
    return all_of(
        waits_while(others_open, "the end of another charge of this arrest"),
        first_match((a_conviction, holds_if(open_law("mixed_arrest"))), otherwise=AT_ONCE),
    )


@BODY.rule(
    "arrest",
    question="clear.976",
    family="clear",
    subject="charge",
    cite="C.Cr.P. art. 976",
    since="2014-08-01",
    title="Clearing an arrest without a conviction",
    holds="you can ask the court to clear the record of this arrest",
    how="petition",
    standard="shall",
    effect="expunged",
    applies=lambda: ~both(was_sentenced, ~found_innocent),
    steps=(MOTION, FEE, OBJECTION, SEVERAL_CHARGES),
)
def arrest() -> Node:
    """Any one of four: never prosecuted in time, declined, ended without conviction, innocent."""
    return all_of(
        louisiana_case("C.Cr.P. art. 976"),
        not_in_custody(),
        any_of(
            condition(
                "time_to_prosecute_over", "C.Cr.P. art. 976(A)(1), arts. 571, 572",
                "either: it was never prosecuted, and the time to do so is over",
                first_match((never_prosecuted, time_to_prosecute_over()), otherwise=_never),
                certainty="low",
            ),
            condition(
                "declined", "C.Cr.P. art. 976(A)(2)",
                "or: the district attorney declined to prosecute, also after a program in place "
                "of a trial (pretrial diversion)",
                first_match((_da_declined, _declined_on), otherwise=_never),
            ),
            condition(
                "ended_without_conviction", "C.Cr.P. art. 976(A)(3)",
                "or: it ended in a dismissal, was quashed, or ended in an acquittal",
                ended_without_conviction(),
            ),
            condition(
                "factually_innocent", "C.Cr.P. art. 976(A)(4); R.S. 15:572.8",
                "or: a court found the person innocent and owed compensation",
                charge("factually_innocent_comp_on"),
            ),
        ),
        condition(
            "years_since_diverted_dwi", "C.Cr.P. art. 976(B); R.S. 15:578.1",
            "five years from the arrest, for drunk driving that ended in a program",
            years_since_diverted_dwi(),
        ),
        condition(
            "rest_of_the_arrest", "C.Cr.P. art. 972",
            "no other charge of the same arrest is open or ended in a conviction",
            rest_of_the_arrest(), certainty="medium",
        ),
    )  # fmt: skip
