"""Older misdemeanor charges without a conviction, on a clean record: s. 19.2-392.11."""

from homeward.law.us.va.body import BODY
from homeward.law.us.va.terms import (
    ENACTED,
    chapter_in_force,
    convicted,
    counts_as_reportable,
    decided_on,
    deferred,
    ended_in,
    ended_without_conviction,
    in_virginia,
    is_infraction,
    is_misdemeanor,
    offense_on,
    since_floor,
    years_after,
)
from homeward.rules import (
    all_of,
    both,
    bounded,
    case,
    charge,
    charges_of_person,
    condition,
    either,
    exists,
    holds_if,
    latest,
    law_says,
    open_law,
    param,
)
from homeward.rules.node import Node
from homeward.rules.rule import Step

# "reported to the exchange" is said of Virginia's offenses; whether another state's count is open
_counts = both(
    ~is_infraction,
    either(
        both(in_virginia, counts_as_reportable),
        both(~in_virginia, open_law("clean_record_other_states")),
    ),
)
_unsealed = ~charge("sealed_on").happened
_unsealed_convictions = charges_of_person.that(both(convicted, _counts, _unsealed))
_deferrals = charges_of_person.that(both(deferred, ~is_infraction, _unsealed))

# an arrest or a charge lies between the conduct and the end of the charge
_arrested_on = bounded(charge("arrest_date"), no_earlier=offense_on, no_later=decided_on)
_charged_on = bounded(case("filed_on"), no_earlier=offense_on, no_later=decided_on)


@BODY.rule(
    "clean-record",
    question="clear.19_2_392_11",
    family="clear",
    subject="charge",
    cite="s. 19.2-392.11",
    since="2026-07-01",
    enacted=ENACTED,
    title="A misdemeanor charge without a conviction, on a clean record",
    holds="this charge is to be sealed without a petition",
    how="automatic",
    standard="shall",
    effect="sealed",
    applies=lambda: both(in_virginia, is_misdemeanor, ended_without_conviction),
    steps=(
        Step(
            "You need not file anything. State Police look through the records once a year, so "
            "it may show for some time after this day",
            "s. 19.2-392.11",
        ),
    ),
)
def clean_record() -> Node:
    """An acquittal, a nolle prosequi or a dismissal, when nothing else stands on the record."""
    arrested_or_charged = all_of(_arrested_on, _charged_on)
    recent = latest(charges_of_person.that(_counts), arrested_or_charged)
    return all_of(
        chapter_in_force("s. 19.2-392.11"),
        condition(
            "ended_without_conviction", "s. 19.2-392.11",
            "the charge ended in an acquittal, a nolle prosequi or a dismissal",
            ended_in(ended_without_conviction, decided_on),
        ),
        condition(
            "no_conviction", "s. 19.2-392.11",
            "nowhere on the record is there a conviction that is reported to the State Police and "
            "not sealed", holds_if(~exists(_unsealed_convictions)), certainty="medium",
            unmet="a reported conviction stands on the record; once it is sealed it does not count",
        ),
        condition(
            "no_deferral", "s. 19.2-392.11", "nowhere is there a deferred and dismissed offense",
            holds_if(either(~law_says(param("sweep.deferral_bars")), ~exists(_deferrals))),
            certainty="medium", unmet="a charge on the record was deferred and dismissed",
        ),
        condition(
            "no_recent_arrest", "s. 19.2-392.11",
            "there was no reported arrest or charge in the three years before the review",
            years_after(recent, "sweep.years"),
        ),
        condition(
            "old_offense", "s. 19.2-392.11",
            "the offense was on or after 1 January 1986, if that is asked for here at all",
            holds_if(either(since_floor(), open_law("clean_record_floor"))), certainty="low",
        ),
    )  # fmt: skip
