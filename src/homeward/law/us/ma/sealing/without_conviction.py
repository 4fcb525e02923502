"""Sealing a charge that did not end in a conviction: G.L. c. 276 s. 100C."""

from homeward.law.us.ma.body import BODY
from homeward.law.us.ma.terms import (
    AT_ONCE,
    continuance_over_on,
    decided_on,
    found_guilty,
    found_not_guilty,
    in_massachusetts_court,
    is_continued,
    is_juvenile_case,
    is_pending,
    said_to_be_civil,
    was_cleared,
    was_dropped,
)
from homeward.rules import (
    all_of,
    both,
    charge,
    claim,
    condition,
    discretion,
    either,
    first_match,
    holds_if,
    law_says,
    open_law,
    param,
    waits_while,
)
from homeward.rules.node import Node
from homeward.rules.rule import Step

_C = "G.L. c. 276 s. 100C"
_was_diverted = charge("disposition").is_in("diverted")
_was_dropped_at_last = either(
    was_dropped, both(is_continued, ~found_guilty), both(_was_diverted, open_law("diverted"))
)
_insane = claim(charge("not_guilty_by_insanity"))


def _unless_pending(tree: Node) -> Node:
    return first_match(
        (is_pending, waits_while(is_pending, "the end of this open charge")), otherwise=tree
    )


def ended_on() -> Node:
    """The day of the dismissal; where an indictment took the charge's place, that case's end."""
    went_on = claim(charge("continues_by_indictment"))
    return first_match(
        (is_continued, all_of(decided_on, continuance_over_on)),
        (went_on, all_of(decided_on, charge("indictment_ended_on"))),
        otherwise=decided_on,
    )


@BODY.rule(
    "sealed-by-itself",
    question="clear.100C",
    family="clear",
    subject="charge",
    cite=f"{_C} (first paragraph)",
    since="1800-01-01",  # start not looked up
    title="Sealed by itself after an acquittal",
    holds="the court seals this charge by itself, with nothing to file",
    how="automatic",
    standard="shall",
    effect="sealed",
    applies=lambda: ~either(said_to_be_civil, is_juvenile_case, was_cleared),
    steps=(
        Step(
            "Ask the clerk whether it was sealed: courts work backward in time and may not have "
            "come to it yet. You may ask in writing that it not be sealed",
            "G.L. c. 276 s. 100C; Com. v. J.F. (2023)",
        ),
    ),
)
def sealed_by_itself() -> Node:
    """Not guilty, no indictment or no probable cause: the charge is sealed at once."""
    return all_of(
        condition(
            "massachusetts_record", _C, "the case was in a Massachusetts court",
            holds_if(in_massachusetts_court), unmet="the case was not in a Massachusetts court",
        ),
        condition(
            "not_guilty", f"{_C} (first paragraph)",
            "the charge ended in not guilty, no indictment (no bill) or no probable cause",
            _unless_pending(holds_if(found_not_guilty)),
            unmet="the charge did not end in one of the three ways that are sealed at once",
        ),
        condition(
            "not_insanity", f"{_C} (first paragraph)",
            "it was not a verdict of not guilty by insanity",
            holds_if(either(~_insane, open_law("insanity"))), certainty="low",
        ),
        condition(
            "not_opted_out", f"{_C} (first paragraph)",
            "the person did not ask that it stay open",
            holds_if(~claim(charge("opted_out_of_sealing"))), certainty="medium",
            unmet="the person asked that it not be sealed",
        ),
        condition("since_the_end", f"{_C} (first paragraph)", "the charge has ended", decided_on),
    )  # fmt: skip


@BODY.rule(
    "sealed-by-a-judge",
    question="clear.100C",
    family="clear",
    subject="charge",
    cite=f"{_C} (second paragraph)",
    since="1800-01-01",  # start not looked up
    title="Sealing a dropped charge by a judge",
    holds="you can ask a judge to seal this charge, with no wait",
    how="judge",
    standard="may",
    effect="sealed",
    applies=lambda: ~either(said_to_be_civil, is_juvenile_case, was_cleared),
    steps=(
        Step(
            "File a motion to seal in the court of the case, and say how the record hurts work, "
            "housing or a license, what you have done since, and why the charge ended",
            "G.L. c. 276 s. 100C; Com. v. Pon, 469 Mass. 296 (2014)",
        ),
    ),
)
def sealed_by_a_judge() -> Node:
    """A charge that the prosecutor or the court dropped: a judge weighs whether to seal it."""
    after_probation = holds_if(law_says(param("nonconviction.after_probation")))
    return all_of(
        condition(
            "massachusetts_record", _C, "the case was in a Massachusetts court",
            holds_if(in_massachusetts_court), unmet="the case was not in a Massachusetts court",
        ),
        condition(
            "dropped", f"{_C} (second paragraph)", "the charge was dismissed or dropped",
            _unless_pending(holds_if(_was_dropped_at_last)),
            unmet="the charge was not dismissed or dropped (nolle prosequi)",
        ),
        condition(
            "after_probation", _C,
            "it did not end after probation or a continuance, or the law allows that",
            first_match((is_continued, after_probation), otherwise=AT_ONCE), certainty="medium",
        ),
        condition(
            "since_the_end", f"{_C} (second paragraph)",
            "the charge has ended, and so has an indictment that took its place", ended_on(),
        ),
        discretion(
            "good_cause", f"{_C}; Com. v. Pon, 469 Mass. 296 (2014)",
            "substantial justice is best served by it (good cause): the public's interest in the "
            "record against what it does to the person",
        ),
    )  # fmt: skip
