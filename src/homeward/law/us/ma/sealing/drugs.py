"""Sealing drug possession charges: G.L. c. 94C ss. 34 and 44."""

from homeward.law.us.ma.body import BODY
from homeward.law.us.ma.terms import (
    decided_on,
    found_guilty,
    in_massachusetts_court,
    is_continued,
    is_pending,
    said_to_be_civil,
    statute,
    was_cleared,
    was_dropped,
)
from homeward.rules import (
    all_of,
    at_least,
    before,
    both,
    bounded,
    charge,
    condition,
    discretion,
    either,
    exists,
    first_match,
    holds_if,
    number,
    other_charges,
    person,
    recorded,
    this,
    waits_while,
)
from homeward.rules.node import Node
from homeward.rules.rule import Step

_44 = "G.L. c. 94C s. 44"
_34 = "G.L. c. 94C s. 34"
_is_possession = statute.tagged("drug-possession")
_earlier_on_record = exists(
    other_charges.that(
        both(
            found_guilty,
            statute.tagged("drug-offense"),
            before(charge("disposition_date"), this(charge("offense_date"))),
        )
    )
)
_had_one_before = either(_earlier_on_record, at_least(person("prior_drug_convictions"), number(1)))
_under_probation = either(
    charge("sentence.type").is_in("probation", "cwof", "suspended"), is_continued
)


def proceedings_over() -> Node:
    """Probation or the continuance is done, or the court has dismissed the charge already."""
    dismissed_on = charge("dismissed_under_34_on")
    probation = recorded(charge("sentence.until"), charge("sentence.probation_until"))
    done_on = bounded(recorded(charge("dismissed_on"), probation), no_earlier=decided_on)
    return first_match((dismissed_on.happened, dismissed_on), otherwise=done_on)


@BODY.rule(
    "possession-not-convicted",
    question="clear.94C_44",
    family="clear",
    subject="charge",
    cite=_44,
    since="1800-01-01",  # start not looked up
    title="Sealing a possession charge that came to nothing",
    holds="you can ask the court to seal this possession charge",
    how="judge",
    standard="shall",
    effect="sealed",
    certainty="medium",
    applies=lambda: ~either(said_to_be_civil, was_cleared),
    steps=(Step("File a motion in the court of the case and name section 44", _44),),
)
def possession_not_convicted() -> Node:
    """Possession that ended in not guilty, a dismissal or nolle prosequi is sealed on motion."""
    ended_well = either(was_dropped, charge("disposition").is_in("acquitted"))
    return all_of(
        condition(
            "massachusetts_record", _44, "the case was in a Massachusetts court",
            holds_if(in_massachusetts_court), unmet="the case was not in a Massachusetts court",
        ),
        condition(
            "possession", _44, "the charge is possession of a drug (94C:34)",
            holds_if(_is_possession), unmet="the charge is not possession of a drug",
        ),
        condition(
            "not_convicted", _44, "it ended in not guilty, a dismissal or nolle prosequi",
            first_match(
                (is_pending, waits_while(is_pending, "the end of this open charge")),
                otherwise=holds_if(ended_well),
            ),
            unmet="it did not end in not guilty, a dismissal or nolle prosequi",
        ),
        condition("since_the_end", _44, "the charge has ended", decided_on),
        discretion(
            "on_motion", _44, "the court grants the motion: courts weigh it, though it says shall"
        ),
    )  # fmt: skip


@BODY.rule(
    "first-possession",
    question="clear.94C_34",
    family="clear",
    subject="charge",
    cite=_34,
    since="1800-01-01",  # start not looked up
    title="Sealing a first drug possession",
    holds="the court may dismiss this first possession charge and seal it",
    how="judge",
    standard="may",
    effect="sealed",
    certainty="medium",
    applies=lambda: ~either(said_to_be_civil, was_cleared),
    steps=(Step("Ask the court to dismiss the charge and to seal it under section 34", _34),),
)
def first_possession() -> Node:
    """A first possession may be dismissed and sealed once its probation or continuance is done."""
    return all_of(
        condition(
            "massachusetts_record", _34, "the case was in a Massachusetts court",
            holds_if(in_massachusetts_court), unmet="the case was not in a Massachusetts court",
        ),
        condition(
            "possession", _34, "the charge is possession of a drug (94C:34)",
            holds_if(_is_possession), unmet="the charge is not possession of a drug",
        ),
        condition(
            "first", _34, "there was no drug conviction before", holds_if(~_had_one_before),
            certainty="medium", unmet="there was a drug conviction before",
        ),
        condition(
            "probation", _34, "it was continued without a finding, or put on probation",
            holds_if(both(either(found_guilty, is_continued), _under_probation)),
            certainty="medium",
            unmet="it was neither continued without a finding nor put on probation",
        ),
        condition(
            "completed", _34, "the probation or the continuance is done", proceedings_over(),
            certainty="medium",
        ),
        discretion("dismissal", _34, "the charge should be dismissed and sealed"),
    )  # fmt: skip
