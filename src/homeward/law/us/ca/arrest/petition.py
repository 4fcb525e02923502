"""Asking a court to seal an arrest: Penal Code 851.91."""

from homeward.law.us.ca.arrest.automatic import is_long, program_done_on
from homeward.law.us.ca.body import BODY
from homeward.law.us.ca.terms import (
    AT_ONCE,
    NEVER,
    acquitted,
    arrested_on,
    convicted_on,
    dismissed,
    diverted,
    ended_without_conviction,
    is_felony,
    is_pending,
    listed,
    never_charged,
    statute,
    until_decided,
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
    limb,
    number,
    open_law,
    param,
    recorded,
    since,
)
from homeward.rules.node import Node
from homeward.rules.rule import Step

_CITE = "PC 851.91"
_offense_on = recorded(charge("offense_date"), arrested_on)
"""A criminal history tells the day of the arrest, and often no day of the offense: no later one."""

_has_a_limit = charge("limitation_period_end").is_stated
_no_limit = both(
    is_felony,
    either(
        listed("no-limitation"),
        by(number(99), charge("max_years")),
        both(
            statute.tagged("no-limitation-in-part"), ~_has_a_limit, open_law("limits.none_for_some")
        ),
    ),
)
_by_length = first_match(
    (_no_limit, NEVER),
    (~is_felony, since(_offense_on, param("limitation.misdemeanor_years"), "years")),
    (is_long, since(_offense_on, param("limitation.long_felony_years"), "years")),
    otherwise=since(_offense_on, param("limitation.felony_years"), "years"),
)
limitation_over = recorded(charge("limitation_period_end"), _by_length)
"""The last day for filing, where the record tells it; else by the section's years."""

_may_not_come_back = claim(charge("refiling_barred"))
_of_abuse_in_a_pattern = charge("pattern").mentions("domestic*", "child*", "elder*")


def _ways() -> Node:
    return any_of(
        condition(
            "never_charged", f"{_CITE}(a)(1)(A)",
            "nothing was filed, and the time in which a charge could be filed is over (counted "
            "from the arrest where no day of the offense is on record: it may be over sooner)",
            all_of(holds_if(never_charged), limitation_over), certainty="medium",
            unmet="a charge was filed",
        ),
        condition(
            "dismissed", f"{_CITE}(a)(1)(B)(i)",
            "or: the charge was dismissed and can not be filed again",
            all_of(
                holds_if(either(dismissed, diverted)),
                first_match((_may_not_come_back, program_done_on), otherwise=limitation_over),
            ),
            unmet="it was not dismissed",
        ),
        condition(
            "acquitted", f"{_CITE}(a)(1)(B)(ii)", "or: acquitted",
            all_of(holds_if(acquitted), convicted_on), unmet="there was no acquittal",
        ),
        condition(
            "vacated", f"{_CITE}(a)(1)(B)(iii)", "or: the conviction was taken back for good",
            charge("vacated_on"), unmet="no conviction was taken back",
        ),
        condition(
            "still_open", f"{_CITE}(a)(1)(B)", "or: the charge is open, and its end decides",
            until_decided, unmet="the charge is not open",
        ),
    )  # fmt: skip


@BODY.rule(
    "arrest-petition",
    question="arrest.petition",
    family="clear",
    subject="charge",
    cite=_CITE,
    since="2018-01-01",
    title="Asking to seal an arrest",
    holds="you can ask the court to seal this arrest",
    how="petition",
    effect="sealed",
    applies=lambda: either(ended_without_conviction, is_pending, charge("vacated_on").is_stated),
    steps=(
        Step(
            "File the petition (form CR-409) in the court of the charge or of the place of the "
            "arrest",
            f"{_CITE}(b)",
        ),
        Step(
            "A company that still spreads a sealed arrest owes $500 to $2,500 each time",
            "PC 851.92(c), (d)(3)",
        ),
    ),
)
def arrest_petition() -> Node:
    """A matter of right, save where a pattern of abuse leaves it to the court."""
    return all_of(
        condition(
            "limited", f"{_CITE}(a)(2)(A)",
            "acquitted, or it is an offense that can not be charged at any time, as murder can",
            holds_if(either(acquitted, is_pending, ~_no_limit)), certainty="medium",
            unmet="it is an offense that may be charged at any time",
        ),
        condition(
            "not_evaded", f"{_CITE}(a)(2)(B)",
            "the person did not evade the charge by leaving or with another name",
            holds_if(~claim(charge("evaded"))), unmet="the person evaded the charge",
        ),
        _ways(),
        any_of(
            limb(holds_if(~_of_abuse_in_a_pattern), standard="shall"),
            limb(AT_ONCE, standard="may"),
        ),
    )  # fmt: skip
