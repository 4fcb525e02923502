"""Words that Virginia's sections share, each said once: convicted, deferred, reportable."""

from homeward.rules import (
    all_of,
    at_least,
    both,
    bounded,
    case,
    charge,
    claim,
    condition,
    either,
    first_match,
    holds_if,
    on,
    open_law,
    param,
    recorded,
    since,
    waits_while,
)
from homeward.rules.conditions import Certainty, Condition
from homeward.rules.logic import TruthNode
from homeward.rules.node import Node
from homeward.when import FIRST

AT_ONCE = on(FIRST)
ENACTED = "2025-12-31"  # Acts 2025 cc. 634, 671; the day was not looked up, the year was

statute = charge("statute")
in_virginia = case("jurisdiction").is_in("us-va")

is_felony = charge("severity").is_in("felony")
is_misdemeanor = charge("severity").is_in("misdemeanor")
is_infraction = charge("severity").is_in("infraction")

convicted = charge("disposition").is_in("convicted")
_dismissed = charge("disposition").is_in("dismissed", "no_true_bill", "quashed")
# a clerk may write "dismissed" at the end of a deferral; the plea is the only trace of it
_after_plea_of_guilt = both(
    _dismissed,
    charge("plea").is_in("Guilty", "Alford", "Nolo Contendere"),
    open_law("dismissed_after_plea"),
)
deferred = either(charge("disposition").is_in("deferred_dismissed"), _after_plea_of_guilt)
is_pending = charge("disposition").is_in("pending")
dropped = charge("disposition").is_in("nolle_prosequi")
dismissed = both(_dismissed, ~_after_plea_of_guilt)
# whether an acquittal by reason of insanity counts as one was not found
_sane = either(~claim(charge("not_guilty_by_insanity")), open_law("insanity_acquittal"))
acquitted = both(charge("disposition").is_in("acquitted"), _sane)
ended_without_conviction = either(acquitted, dropped, dismissed)

decided_on = charge("disposition_date")
offense_on = bounded(charge("offense_date"), no_later=decided_on)

# --- what counts against a person --------------------------------------------------------------

# Classes 3 and 4 carry no jail. The list of s. 19.2-390(A) was not read; a fact may settle it.
_is_reportable = recorded(
    charge("reportable"),
    either(
        is_felony,
        both(
            is_misdemeanor,
            ~charge("class").is_in("3", "4"),
            either(charge("class").is_in("1", "2"), claim(charge("reportable"))),
        ),
    ),
)
counts_as_reportable = both(~is_infraction, either(~in_virginia, _is_reportable))
reportable_conviction = both(convicted, counts_as_reportable)

# --- conditions that several sections share ------------------------------------------------------


def chapter_in_force(cite: str) -> Condition:
    """Nothing is sealed under chapter 23.2 before it starts."""
    return condition(
        "chapter_in_force", f"{cite}; Acts 2025 cc. 634, 671", "the sealing law has started",
        param("chapter.starts_on"),
    )  # fmt: skip


def not_too_old(cite: str, certainty: Certainty = "high") -> Condition:
    """The chapter reaches offenses since 1986."""
    return condition(
        "offense_since_1986", cite, "the offense was on or after 1 January 1986",
        holds_if(since_floor()), certainty=certainty,
        unmet="the offense was before 1986, and the section does not reach it",
    )  # fmt: skip


def since_floor() -> TruthNode:
    """The offense was not before the day that the chapter reaches back to."""
    return at_least(offense_on, param("chapter.offense_floor"))


def ended_in(claim: Node, then: Node = AT_ONCE) -> Node:
    """The charge ended in a certain way, and a day after that; an open one may still do so."""
    still_open = waits_while(is_pending, "the end of this open charge")
    return first_match((is_pending, still_open), otherwise=all_of(holds_if(claim), then))


def years_after(day: Node, years: str) -> Node:
    """So many calendar years after a day, by a number of the law."""
    return since(day, param(years), "years")
