"""Sex offenses (G.L. c. 6 s. 178C) and sealing: the numbered rule 6 of 100A."""

from homeward.law.us.ma.terms import AT_ONCE, found_guilty, is_felony, statute
from homeward.rules import (
    YES,
    at_least,
    both,
    charge,
    claim,
    either,
    first_match,
    holds_if,
    param,
    person,
    recorded,
    waits_while,
)
from homeward.rules.node import Node

_with_its_fact = either(
    claim(charge("victim_under_16")),
    claim(charge("victim_minor")),
    claim(charge("subsequent_offense")),
)
is_sex_offense = either(
    statute.tagged("sex-offense"),
    both(statute.tagged("sex-offense-if"), _with_its_fact),
    both(statute.tagged("attempt-or-plan"), claim(charge("offense_aimed_at_sexual"))),
)
is_felony_sex_offense = both(is_sex_offense, is_felony)
convicted_of_one = both(found_guilty, is_sex_offense)

_level_bars = at_least(person("sex_offender_level"), param("seal.never_from_level"))


def never_at_that_level() -> Node:
    """Rule 6: once at level 2 or 3, the sex offense is never sealed."""
    return holds_if(~both(convicted_of_one, _level_bars))


def duty_over() -> Node:
    """Rule 6: not while there is a duty to register."""
    ended, ends = person("registration_ended_on"), person("registration_ends_on")
    over = first_match(
        (ended.happened, ended),
        (claim(person("registration_duty")),
         recorded(ends, waits_while(YES, "the end of the duty to register"))),
        otherwise=AT_ONCE,
    )  # fmt: skip
    return first_match((convicted_of_one, over), otherwise=AT_ONCE)
