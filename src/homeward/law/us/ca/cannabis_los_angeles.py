"""Proposition 64 as a pilot in Los Angeles drafted it, laid over with ``prop64-bulk-la``."""

from homeward.law.us.ca.body import BODY
from homeward.law.us.ca.cannabis import is_repeated
from homeward.law.us.ca.cannabis_bulk import no_conviction_in, only_cannabis
from homeward.law.us.ca.sentence_end import every_term_over
from homeward.law.us.ca.terms import (
    AT_ONCE,
    convicted,
    convicted_on,
    is_cannabis,
    is_felony,
    other_convictions,
    registrable,
    statute,
)
from homeward.rules import (
    all_of,
    any_of,
    before,
    birthday,
    both,
    charge,
    claim,
    condition,
    either,
    exists,
    finding,
    first_match,
    holds_if,
    law_says,
    number,
    param,
    person,
    this,
)
from homeward.rules.conditions import Condition
from homeward.rules.node import Node

_CITE = "HS 11361.9, as a Los Angeles pilot had it"
_earlier = other_convictions.that(before(convicted_on, this(convicted_on)))
_superstrike = both(
    is_felony,
    either(
        statute.tagged("superstrike"), statute.tagged("homicide"),
        statute.tagged("superstrike-los-angeles"),
    ),
)  # fmt: skip
_registers = either(exists(_earlier.that(registrable)), claim(person("registered_290")))
_simple = statute.tagged("cannabis-simple-possession")
_other_possession = both(statute.tagged("cannabis-11357"), ~_simple)
_reviewed_well = charge("prop64_review").is_in("dismiss")


def _applies() -> Node:
    return both(convicted, is_cannabis, law_says(param("prop64.los_angeles.applies")))


def _for_felonies(node: Node) -> Node:
    """The list of 11357(a) and (b) comes before the bars, and other 11357 goes to a person."""
    return first_match((either(~is_felony, statute.tagged("cannabis-11357")), AT_ONCE),
                       otherwise=node)  # fmt: skip


def _bars() -> Node:
    return all_of(
        condition(
            "before_the_act", _CITE, "a felony conviction is from before 9 November 2016",
            first_match((~is_felony, AT_ONCE),
                        otherwise=holds_if(before(convicted_on, param("prop64.in_force")))),
            unmet="the conviction is from after the act",
        ),
        condition(
            "no_grave_prior", "PC 667(e)(2)(C)(iv)", "no earlier conviction of a gravest felony",
            _for_felonies(holds_if(~exists(_earlier.that(_superstrike)))),
            unmet="there is an earlier conviction of one of the gravest felonies",
        ),
        condition(
            "no_registration", "PC 290", "no earlier sex offense, and no duty to register",
            _for_felonies(holds_if(~_registers)),
            unmet="the person has to register as a sex offender, or had an offense that asks it",
        ),
        condition(
            "not_repeated", _CITE, "not two or more earlier convictions of the same section",
            _for_felonies(holds_if(~is_repeated())),
            unmet="there are two or more earlier convictions of the same section",
        ),
    )  # fmt: skip


def _by_hand() -> Condition:
    return finding(
        "reviewed", _CITE, "or: a prosecutor looked at it by hand, and would dismiss it",
        holds_if(_reviewed_well), unmet="a prosecutor looked at it, and would leave it as it is",
    )  # fmt: skip


def _of_felonies(name: str, says: str, node: Node, unmet: str) -> Condition:
    """A way for felonies of growing, selling and moving."""
    kept = holds_if(both(is_felony, ~statute.tagged("cannabis-11357")))
    return condition(name, _CITE, says, all_of(kept, node), unmet=unmet)


@BODY.rule(
    "cannabis-los-angeles",
    question="clear.prop64_los_angeles",
    family="clear.prop64",
    general=True,
    subject="charge",
    cite=_CITE,
    since="2016-11-09",
    title="Cannabis convictions, as a pilot in Los Angeles had it",
    holds="the pilot dismisses this cannabis conviction",
    how="automatic",
    effect="dismissed",
    applies=_applies,
)
def los_angeles() -> Node:
    """Misdemeanors go to the city's attorney, and what fits none of the ways to a person."""
    age, years = "prop64.los_angeles.age", "prop64.los_angeles.years_free"
    return all_of(
        _bars(),
        any_of(
            condition(
                "simple_possession", "HS 11357(a), (b)", "it is a felony of 11357(a) or (b)",
                holds_if(both(is_felony, _simple)), unmet="it is no felony of 11357(a) or (b)",
            ),
            _of_felonies("old_enough", "or: the person has reached the age of the pilot",
                         birthday(param(age)), "the person is too young"),
            _of_felonies("young", "or: the person was 21 or younger on the day of the record",
                         holds_if(before(person("recorded_on"), birthday(number(22)))),
                         "the person was 22 or older"),
            _of_felonies("only_cannabis", "or: only cannabis convictions, and all sentences over",
                         all_of(holds_if(only_cannabis), every_term_over()),
                         "there are other convictions"),
            _of_felonies("crime_free", "or: no conviction at all in the years of the pilot",
                         no_conviction_in(years), "there is a newer conviction"),
            _of_felonies("deceased", "or: the person has died",
                         all_of(holds_if(claim(person("deceased"))), every_term_over()),
                         "the person is alive"),
            _by_hand(),
        ),
    )  # fmt: skip
