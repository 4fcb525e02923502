"""A pardon, and survivors of trafficking: G.L. c. 127 s. 152 and c. 265 s. 59."""

from homeward.law.us.ma.body import BODY
from homeward.law.us.ma.sealing.no_longer_a_crime import about_marijuana
from homeward.law.us.ma.terms import (
    decided_on,
    found_guilty,
    in_massachusetts_court,
    is_misdemeanor,
    statute,
    was_cleared,
)
from homeward.rules import (
    NO,
    all_of,
    before,
    both,
    charge,
    claim,
    condition,
    discretion,
    first_match,
    holds_if,
    param,
    person,
)
from homeward.rules.node import Node
from homeward.rules.rule import Step

_PARDON = "G.L. c. 127 s. 152"
_59 = "G.L. c. 265 s. 59"
_marijuana_pardon = both(
    about_marijuana, is_misdemeanor, before(decided_on, param("marijuana.pardon_before"))
)


def pardoned_on() -> Node:
    """The pardon of this offense, or that of all marijuana possession in 2024."""
    own = charge("pardoned_on")
    return first_match(
        (own.happened, own),
        (claim(person("pardoned")), decided_on),
        (_marijuana_pardon, param("marijuana.pardoned_on")),
        otherwise=holds_if(NO),
    )


@BODY.rule(
    "pardon",
    question="clear.pardon",
    family="clear",
    subject="charge",
    cite=_PARDON,
    since="1800-01-01",  # start not looked up
    title="Sealing after a pardon",
    holds="the record of this offense is to be sealed because of the pardon",
    how="automatic",
    effect="sealed",
    certainty="medium",
    applies=lambda: both(found_guilty, ~was_cleared),
    steps=(
        Step(
            "Ask the governor's office for the certificate of pardon, and show it to the "
            "Commissioner of Probation",
            _PARDON,
        ),
    ),
)
def pardon() -> Node:
    """Records of an offense that was pardoned are sealed."""
    return all_of(
        condition(
            "massachusetts_record", _PARDON, "the case was in a Massachusetts court",
            holds_if(in_massachusetts_court), unmet="the case was not in a Massachusetts court",
        ),
        condition(
            "pardoned", f"{_PARDON}; Governor's pardon of 2024", "the offense is pardoned",
            pardoned_on(), certainty="medium", unmet="there is no pardon of this offense",
        ),
    )  # fmt: skip


@BODY.rule(
    "trafficking-survivors",
    question="clear.265_59",
    family="clear",
    subject="charge",
    cite=_59,
    since="1800-01-01",  # start not looked up
    title="Vacating the conviction of a survivor of trafficking",
    holds="you can ask the court to vacate this conviction; then it can be sealed",
    how="judge",
    standard="may",
    effect="vacated",
    certainty="medium",
    applies=lambda: both(found_guilty, person("trafficking_survivor").is_stated, ~was_cleared),
    steps=(Step("File a motion to vacate in the court of the conviction", _59),),
)
def trafficking_survivors() -> Node:
    """A survivor of trafficking may have prostitution and possession convictions vacated."""
    return all_of(
        condition(
            "massachusetts_record", _59, "the case was in a Massachusetts court",
            holds_if(in_massachusetts_court), unmet="the case was not in a Massachusetts court",
        ),
        condition(
            "offense", _59, "the offense is prostitution or simple possession of a drug",
            holds_if(statute.tagged("trafficking-vacatur")), certainty="medium",
            unmet="the offense is neither prostitution nor simple possession of a drug",
        ),
        condition(
            "survivor", _59, "the person is a survivor of trafficking",
            holds_if(claim(person("trafficking_survivor"))), certainty="medium",
            unmet="the person is no survivor of trafficking",
        ),
        condition("convicted", _59, "there is a conviction", decided_on, certainty="medium"),
        discretion("result_of_trafficking", _59, "the offense came of being trafficked"),
    )  # fmt: skip
