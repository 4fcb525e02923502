"""Marijuana offenses, cleared by the courts themselves: Mo. Const. art. XIV s. 2.10."""

from homeward.law.us.mo.body import BODY
from homeward.law.us.mo.terms import (
    AT_ONCE,
    completed_on,
    decided_on,
    found_guilty,
    in_missouri_court,
    is_intoxication_offense,
    is_misdemeanor,
    is_ordinance,
    is_pending,
)
from homeward.rules import (
    all_of,
    any_of,
    before,
    both,
    bounded,
    by,
    charge,
    choose,
    claim,
    condition,
    either,
    first_match,
    holds_if,
    open_law,
    param,
    since,
    waits_while,
)
from homeward.rules.node import Node
from homeward.rules.rule import Step

_ARTICLE = "Mo. Const. art. XIV s. 2.10"
_statute = charge("statute")
_is_drug_offense = either(
    _statute.tagged("controlled-substances"),
    charge("ordinance_equivalent_of").tagged("controlled-substances"),
)
_is_marijuana_offense = both(_is_drug_offense, charge("substance").is_in("marijuana"))
_to_a_minor = either(
    _statute.tagged("delivery-to-minor"),
    both(_statute.tagged("delivery-perhaps-to-minor"), claim(charge("delivered_to_minor"))),
)
_offended_on = bounded(charge("offense_date"), no_later=charge("disposition_date"))
_done_on = bounded(completed_on, no_earlier=decided_on)
_small_possession = both(
    _statute.tagged("drug-possession"),
    either(
        is_misdemeanor,
        both(_statute.tagged("marijuana-petition-class"),
             by(charge("weight_lb"), param("marijuana.weight_lb"))),
    ),
)  # fmt: skip


def guilt_found() -> Node:
    """A conviction or a suspended sentence; of other endings the sources seen do not speak."""
    return first_match(
        (is_pending, waits_while(is_pending, "the end of this open charge")),
        (found_guilty, AT_ONCE),
        otherwise=holds_if(open_law("marijuana.without_guilt")),
    )


def courts_deadline() -> Node:
    """The day by which courts had to have cleared what was completed by then."""
    misdemeanor = param("marijuana.deadline.misdemeanor")
    return choose(
        charge("severity"), {"felony": param("marijuana.deadline.felony")}, otherwise=misdemeanor
    )


def completed() -> Node:
    """The sentence is done, and the courts have had their time."""
    done_on = first_match((either(found_guilty, is_pending), _done_on), otherwise=AT_ONCE)
    return all_of(done_on, courts_deadline())


def still_serving() -> Node:
    """2.10(7): a sentence that was running when the amendment came is vacated, within limits."""
    serving = both(found_guilty, before(param("marijuana.adopted_on"), _done_on))
    days = param("marijuana.deadline.supervised_days")
    return all_of(
        holds_if(both(serving, _small_possession)),
        decided_on,
        since(param("marijuana.adopted_on"), days, "days"),
    )


@BODY.rule(
    "marijuana",
    question="clear.marijuana",
    family="clear",
    subject="charge",
    cite=_ARTICLE,
    since="2022-12-08",
    title="Clearing a marijuana offense",
    holds="the court must clear this marijuana offense on its own, with nothing to file",
    how="automatic",
    standard="shall",
    effect="expunged",
    steps=(
        Step(
            "Look the case up on Case.net. If it still shows, file a motion in the court that "
            "sentenced you: its time to clear the record is over",
            _ARTICLE,
        ),
        Step(
            "If you are in prison or jail for it: ask the sentencing court by petition to vacate "
            "the sentence",
            f"{_ARTICLE}(7)",
            on=("now", "unknown"),
        ),
    ),
)
def marijuana() -> Node:
    """Courts must expunge past marijuana offenses, without a petition."""
    return all_of(
        condition(
            "missouri_court", _ARTICLE, "the case was in a Missouri court",
            holds_if(in_missouri_court), unmet="the case was not in a Missouri court",
        ),
        condition(
            "not_a_weapons_offense", f"{_ARTICLE}; C.S. v. MSHP, SC100944 (Mo. banc 2025)",
            "the offense is not having a weapon together with a drug (571.030.1(11))",
            holds_if(~_statute.tagged("weapons-use-with-controlled-substance")),
            unmet="having a weapon together with a drug is not a marijuana offense",
        ),
        condition(
            "not_driving", _ARTICLE, "the offense is not driving under the influence",
            holds_if(~is_intoxication_offense), certainty="medium",
            unmet="driving under the influence of marijuana is left out",
        ),
        condition(
            "marijuana_offense", _ARTICLE, "the offense is a drug offense about marijuana",
            holds_if(both(_is_marijuana_offense,
                          either(~is_ordinance, open_law("marijuana.ordinance")))),
            unmet="the offense is not a marijuana offense",
        ),
        condition(
            "before_the_amendment", _ARTICLE, "the offense came before the amendment",
            holds_if(either(before(_offended_on, param("marijuana.adopted_on")),
                            open_law("marijuana.later_offense"))),
            certainty="medium",
        ),
        condition(
            "not_to_a_minor", _ARTICLE, "it was not delivery to a minor", holds_if(~_to_a_minor),
            certainty="medium", unmet="delivery to a minor is left out",
        ),
        condition(
            "no_violence", _ARTICLE, "there was no violence in it",
            holds_if(~claim(charge("involved_violence"))),
            certainty="medium", unmet="an offense with violence is left out",
        ),
        condition(
            "guilt_found", _ARTICLE, "there was a conviction or a suspended sentence",
            guilt_found(), certainty="medium",
        ),
        any_of(
            condition(
                "sentence_completed", f"{_ARTICLE}(8)",
                "the sentence is done, and the courts' time to clear it is over: six months for a "
                "misdemeanor, twelve for a felony",
                completed(), certainty="medium",
            ),
            condition(
                "still_serving", f"{_ARTICLE}(7)",
                "or: the sentence was still running then, for having three pounds or less, as a "
                "misdemeanor or a class D or E felony",
                still_serving(), certainty="medium",
            ),
        ),
    )  # fmt: skip
