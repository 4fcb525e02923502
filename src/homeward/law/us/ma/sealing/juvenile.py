"""Sealing a juvenile record: G.L. c. 276 s. 100B."""

from homeward.law.us.ma.body import BODY
from homeward.law.us.ma.custody import (
    other_committed,
    release_of_another,
    supervision_of_another_over,
    supervision_over,
)
from homeward.law.us.ma.terms import (
    decided_on,
    found_delinquent,
    found_guilty,
    in_massachusetts_court,
    is_ignored_driving,
    is_juvenile_case,
    was_cleared,
)
from homeward.rules import (
    all_of,
    both,
    condition,
    either,
    holds_if,
    latest,
    latest_listed,
    other_charges,
    param,
    person,
    since,
)
from homeward.rules.node import Node
from homeward.rules.rule import Step

_B = "G.L. c. 276 s. 100B"
_years = param("juvenile.wait_years")
_found = both(either(found_guilty, found_delinquent), ~is_ignored_driving)


def free_for_years() -> Node:
    """No time in jail or committed in those years."""
    return all_of(
        since(latest(other_committed, release_of_another), _years, "years"),
        since(latest_listed(person("imprisonments.to")), _years, "years"),
    )


@BODY.rule(
    "juvenile-sealing",
    question="clear.100B",
    family="clear",
    subject="charge",
    cite=_B,
    since="1800-01-01",  # start not looked up
    title="Sealing a juvenile record",
    holds="you can have this juvenile record sealed by mail",
    how="petition",
    standard="shall",
    effect="sealed",
    applies=lambda: both(is_juvenile_case, ~was_cleared),
    steps=(
        Step(
            "Send the form for juvenile records to the Commissioner of Probation: it is free, and "
            "what it says is sworn",
            _B,
        ),
    ),
)
def juvenile_sealing() -> Node:
    """The commissioner of probation seals a juvenile record three years after everything ended.

    Since 2024-02-14 this reaches youthful offenders too (493 Mass. 470).
    """
    return all_of(
        condition(
            "massachusetts_record", _B, "the case was in a Massachusetts court",
            holds_if(in_massachusetts_court), unmet="the case was not in a Massachusetts court",
        ),
        condition(
            "everything_over", _B,
            "three years have passed since the disposition and the end of supervision, probation, "
            "commitment and parole",
            since(supervision_over, _years, "years"),
        ),
        condition(
            "other_cases_over", _B,
            "three years have passed since the same of every other case",
            since(latest(other_charges.that(_found), supervision_of_another_over), _years, "years"),
        ),
        condition(
            "no_other_finding", _B,
            "no other finding of guilt or delinquency in those years, small motor vehicle offenses "
            "apart",
            since(latest(other_charges.that(_found), decided_on), _years, "years"),
        ),
        condition(
            "none_elsewhere", _B, "no such finding elsewhere in those years",
            since(latest_listed(person("out_of_state_convictions.date")), _years, "years"),
        ),
        condition(
            "not_imprisoned", _B, "no time in jail or committed in those years", free_for_years(),
        ),
    )  # fmt: skip
