"""Cannabis convictions from before Proposition 64: HS 11361.8 on petition, 11361.9 by itself."""

from homeward.law.us.ca.body import BODY
from homeward.law.us.ca.terms import (
    convicted,
    convicted_on,
    is_cannabis,
    is_superstrike,
    other_convictions,
    registrable,
    statute,
)
from homeward.rules import (
    all_of,
    before,
    both,
    by,
    charge,
    claim,
    condition,
    count,
    discretion,
    either,
    exists,
    finding,
    holds_if,
    law_says,
    number,
    opposite,
    param,
    person,
    recorded,
    this,
)
from homeward.rules.logic import Or, TruthNode
from homeward.rules.node import Node
from homeward.rules.rule import Step

by_county = either(
    law_says(param("prop64.bulk.applies")), law_says(param("prop64.los_angeles.applies"))
)
"""A county's own rule is asked in place of the statute."""

_earlier = other_convictions.that(before(convicted_on, this(convicted_on)))
_had_superstrike = recorded(charge("prior_superstrike"), exists(_earlier.that(is_superstrike)))
_had_to_register = either(exists(_earlier.that(registrable)), claim(person("registered_290")))
_never_felony = statute.tagged("cannabis-11357")
"""Having cannabis (11357) is no felony under the act, whoever had it: no prior keeps it one."""

SECTIONS = ("11358", "11359", "11360")


def repeated(section: str) -> TruthNode:
    """Two or more earlier convictions of the same section."""
    tag = f"cannabis-{section}"
    earlier = count(_earlier.that(statute.tagged(tag)))
    return both(statute.tagged(tag), ~by(earlier, number(1)))


def is_repeated() -> Or:
    """Two or more earlier convictions of the section of this one, whichever it is."""
    return either(*(repeated(section) for section in SECTIONS))


def _eligible() -> Node:
    """HS 11361.8(a), (e): no crime, or a lesser one, had the act been in force."""
    return all_of(
        condition(
            "cannabis_conviction", "HS 11361.8(e)",
            "it is a conviction of having, growing, selling or moving cannabis",
            holds_if(both(convicted, is_cannabis)), unmet="it is not a cannabis conviction",
        ),
        condition(
            "before_the_act", "HS 11361.8(e)", "the conviction is from before 9 November 2016",
            holds_if(before(convicted_on, param("prop64.in_force"))), certainty="medium",
            unmet="the conviction is from after the act, and was already decided under it",
        ),
        condition(
            "not_left_out", "HS 11358(d), 11359(c)(3), (d), 11360(a)(3)(C), (D)",
            "it is not about minors, or about moving larger amounts over the border of the state",
            holds_if(~statute.tagged("cannabis-still-felony")),
            unmet="today it would still be a felony: it is about minors, or about import or export",
        ),
        condition(
            "no_grave_prior", "HS 11358(c), 11359(c)(1), 11360(a)(3)(A)",
            "having cannabis, or no earlier conviction of one of the gravest felonies",
            holds_if(either(_never_felony, opposite(_had_superstrike))), certainty="medium",
            unmet="with an earlier conviction of one of the gravest felonies it is still a felony",
        ),
        condition(
            "no_registration", "HS 11358(c), 11359(c)(1), 11360(a)(3)(A)",
            "having cannabis, or no earlier conviction that makes the person register as a sex "
            "offender",
            holds_if(either(_never_felony, ~_had_to_register)), certainty="medium",
            unmet="with an earlier duty to register as a sex offender it is still a felony",
        ),
        condition(
            "not_repeated", "HS 11358(c), 11359(c)(2), 11360(a)(3)(B)",
            "not two or more earlier convictions of the same section",
            holds_if(~is_repeated()), certainty="medium",
            unmet="with two or more earlier convictions of the same section it is still a felony",
        ),
        condition(
            "act_in_force", "HS 11361.8", "the act is in force",
            all_of(param("prop64.in_force"), convicted_on),
        ),
    )  # fmt: skip


@BODY.rule(
    "cannabis",
    question="clear.11361_8",
    family="clear.prop64",
    general=True,
    subject="charge",
    cite="HS 11361.8",
    since="2016-11-09",
    title="Clearing a cannabis conviction from before Proposition 64",
    holds="you can ask the court to dismiss or reduce this cannabis conviction",
    how="petition",
    standard="shall",
    effect="dismissed or reduced, and sealed",
    applies=lambda: both(convicted, is_cannabis, ~by_county),
    steps=(
        Step(
            "File a petition (form CR-400) in the court of the conviction. There is no fee and no "
            "deadline; the court takes it that you qualify unless there is clear proof against it",
            "HS 11361.8(b), (f)",
        ),
    ),
)
def cannabis() -> Node:
    """What would be no crime, or a lesser one, today may be cleared or made less."""
    return all_of(
        _eligible(),
        discretion(
            "no_danger", "HS 11361.8(b)",
            "while the sentence is still being served: it would not be an unreasonable danger",
        ),
    )  # fmt: skip


@BODY.rule(
    "cannabis-automatic",
    question="clear.11361_9",
    family="clear.prop64",
    subject="charge",
    cite="HS 11361.9",
    since="2019-01-01",
    title="Clearing a cannabis conviction without a petition",
    holds="the court must dismiss or reduce this cannabis conviction without being asked",
    how="automatic",
    standard="shall",
    effect="dismissed or reduced, and sealed",
    certainty="medium",
    applies=lambda: both(convicted, is_cannabis, ~by_county),
)
def cannabis_automatic() -> Node:
    """What no prosecutor challenged by July 2020 had to be granted by March 2023."""
    return all_of(
        _eligible(),
        finding(
            "not_challenged", "HS 11361.9(c)", "no prosecutor challenged it by 1 July 2020",
            holds_if(~claim(charge("prop64_challenged"))),
            unmet="a prosecutor challenged it; you can still ask the court yourself",
        ),
        condition(
            "orders_due", "HS 11361.9; AB 1706 (2022)", "the court's orders were due",
            param("prop64.orders_due"), certainty="medium",
        ),
    )  # fmt: skip
