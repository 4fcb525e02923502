"""Arrests that are sealed without asking: Penal Code 851.93."""

from homeward.law.us.ca.body import BODY
from homeward.law.us.ca.terms import (
    acquitted,
    arrested_on,
    convicted_on,
    dismissed,
    diverted,
    ended_without_conviction,
    is_felony,
    is_misdemeanor,
    is_pending,
    never_charged,
    until_decided,
)
from homeward.rules import (
    all_of,
    any_of,
    before,
    both,
    by,
    charge,
    condition,
    either,
    first_match,
    holds_if,
    param,
    recorded,
    since,
)
from homeward.rules.node import Node
from homeward.rules.rule import Step

_CITE = "PC 851.93(a)(2)"
is_long = by(param("arrest.long_term_years"), charge("max_years"))
"""Eight years or more in prison or jail may be given for it."""

_on_the_list = charge("diversion").tagged("listed-program")
"""The sections of (D)(i) to (v); judicial diversion (1001.95) and 1001.82 are not among them."""

program_done_on = recorded(charge("charge_dismissed_on"), convicted_on)


def _of_misdemeanors() -> tuple[Node, ...]:
    return (
        condition(
            "misdemeanor_dismissed", f"{_CITE}(A)", "a misdemeanor charge that was dismissed",
            all_of(
                holds_if(both(is_misdemeanor, either(dismissed, diverted))), program_done_on
            ),
            unmet="it is no misdemeanor charge that was dismissed",
        ),
        condition(
            "misdemeanor_never_charged", f"{_CITE}(B)",
            "or: an arrest for a misdemeanor, nothing was filed, and a year has passed",
            all_of(
                holds_if(both(is_misdemeanor, never_charged)),
                since(arrested_on, param("arrest.misdemeanor_years"), "years"),
            ),
            unmet="it is no arrest for a misdemeanor without a charge",
        ),
    )  # fmt: skip


def _of_felonies() -> tuple[Node, ...]:
    return (
        condition(
            "felony_never_charged", f"{_CITE}(C)(i), (ii)",
            "or: an arrest for a felony, nothing was filed, and three years have passed (six, "
            "where eight years or more may be given)",
            all_of(
                holds_if(both(is_felony, never_charged)),
                first_match(
                    (is_long, since(arrested_on, param("arrest.long_felony_years"), "years")),
                    otherwise=since(arrested_on, param("arrest.felony_years"), "years"),
                ),
            ),
            unmet="a felony charge that was filed and dismissed is sealed on request only",
        ),
        condition(
            "program_completed", f"{_CITE}(D)", "or: one of the listed programs was completed",
            all_of(holds_if(both(diverted, _on_the_list)), program_done_on), certainty="medium",
            unmet="no program of the list was completed",
        ),
    )  # fmt: skip


@BODY.rule(
    "arrest-automatic",
    question="arrest.auto",
    family="clear",
    subject="charge",
    cite="PC 851.93",
    since="2022-07-01",
    title="Sealing an arrest without a petition",
    holds="the state has to seal this arrest without being asked",
    how="automatic",
    standard="shall",
    effect="sealed",
    applies=lambda: either(ended_without_conviction, is_pending),
    steps=(
        Step(
            "Ask the Department of Justice for your record. If the arrest is still shown, you can "
            "ask the court to seal it",
            "PC 851.93(b), 851.91",
        ),
    ),
)
def arrest_automatic() -> Node:
    """By how it ended; a felony that was charged and dismissed fits none of the ways."""
    return all_of(
        condition(
            "since_1973", "PC 851.93(a)(2)", "arrested on or after 1 January 1973",
            holds_if(~before(arrested_on, param("arrest.arrested_from"))),
            unmet="the arrest is older than 1973",
        ),
        any_of(
            *_of_misdemeanors(),
            condition(
                "acquitted", f"{_CITE}(B), (C)", "or: acquitted",
                all_of(
                    holds_if(both(acquitted, either(is_misdemeanor, is_felony))), convicted_on
                ),
                unmet="there was no acquittal of a misdemeanor or felony",
            ),
            *_of_felonies(),
            condition(
                "still_open", _CITE, "or: the charge is open, and its end decides",
                until_decided, unmet="the charge is not open",
            ),
        ),
    )  # fmt: skip
