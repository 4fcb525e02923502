"""Expungement without a wait, for error, identity theft or what is no crime: 100K."""

from homeward.law.us.ma.body import BODY
from homeward.law.us.ma.sealing.no_longer_a_crime import no_longer_a_crime
from homeward.law.us.ma.terms import decided_on, in_massachusetts_court, said_to_be_civil
from homeward.rules import (
    all_of,
    any_of,
    charge,
    claim,
    condition,
    discretion,
    either,
    finding,
    holds_if,
    param,
    person,
)
from homeward.rules.node import Node
from homeward.rules.rule import Step

_K = "G.L. c. 276 s. 100K"


@BODY.rule(
    "expungement-without-wait",
    question="clear.100K",
    family="clear",
    subject="charge",
    cite=_K,
    since="2018-10-13",
    title="Expungement for error or an offense that is none now",
    holds="you can ask a judge to have this record destroyed",
    how="judge",
    standard="may",
    effect="expunged",
    applies=lambda: ~either(said_to_be_civil, charge("expunged_on").happened),
    steps=(
        Step(
            "File a petition in the court of the case, with proof that is clear and convincing; "
            "for marijuana there is a form",
            _K,
        ),
    ),
)
def expungement_without_wait() -> Node:
    """A record made by error, by another's use of a name, or for what is no crime now.

    The interest of justice alone is never enough (489 Mass. 67 (2022)).
    """
    return all_of(
        condition(
            "massachusetts_record", _K, "the case was in a Massachusetts court",
            holds_if(in_massachusetts_court), unmet="the case was not in a Massachusetts court",
        ),
        any_of(
            condition(
                "identity", f"{_K}(a)(1)",
                "either: another person used this person's name",
                holds_if(claim(person("identity_theft"))),
            ),
            condition(
                "no_crime_now", f"{_K}(a)(2); Com. v. Ambrose A. (2024)",
                "or: what was done is no longer a crime, whatever the age of the person",
                all_of(holds_if(no_longer_a_crime), param("marijuana.legal_on")),
                certainty="medium",
            ),
            finding(
                "error", f"{_K}(a)(3) to (6)",
                "or: police, a witness, an expert or the court's staff made an error, or there was "
                "fraud on the court",
                holds_if(claim(charge("error_found"))),
            ),
        ),
        condition("decided", _K, "the charge has ended", decided_on, certainty="medium"),
        discretion("interests_of_justice", _K, "it is in the best interests of justice"),
    )  # fmt: skip
