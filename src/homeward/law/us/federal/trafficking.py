"""Relief for victims of trafficking with a federal case: 18 USC 3771A."""

from homeward.law.us.body import BODY
from homeward.rules import (
    all_of,
    both,
    case,
    charge,
    claim,
    condition,
    discretion,
    either,
    holds_if,
    opposite,
    param,
    person,
    recorded,
)
from homeward.rules.conditions import Condition
from homeward.rules.node import Node
from homeward.rules.rule import Step

_CITE = "18 USC 3771A"
_convicted = charge("disposition").is_in("convicted")
_violent = claim(charge("violent_crime"))
_child = claim(charge("child_victim"))
_STEPS = (
    Step(
        "File a motion in the court of the case; there is no fee, and it is kept under seal. A "
        "sworn paper of someone who helped you can be enough",
        _CITE,
    ),
)


def _asked() -> Node:
    return person("trafficking_victim").is_stated


def _federal_case() -> Condition:
    return condition(
        "federal_case", _CITE, "it is a case of a federal court",
        holds_if(case("jurisdiction").is_in("us", "us-fed")),
        unmet="it is a case of a state; that state may have a law of its own",
    )  # fmt: skip


def _in_force() -> Condition:
    return condition(
        "in_force", "Pub. L. 119-73", "the act is in force, and the case was decided",
        all_of(param("trafficking.from"),
               recorded(charge("sentence.sentenced_on"), charge("disposition_date"))),
    )  # fmt: skip


def _merits(says: str) -> Node:
    return all_of(
        condition(
            "victim", _CITE, "the person tells of having been trafficked",
            holds_if(claim(person("trafficking_victim"))),
            unmet="the person does not tell of having been trafficked",
        ),
        discretion("merits", _CITE, says),
    )  # fmt: skip


@BODY.rule(
    "trafficking-vacatur", question="may_apply.3771A_vacate", subject="charge", cite=_CITE,
    since="2026-01-23", title="Taking back a conviction of a victim of trafficking",
    holds="you can ask the court to take the conviction back", how="judge", standard="shall",
    effect="vacated", certainty="medium", applies=_asked, steps=_STEPS,
)  # fmt: skip
def vacatur() -> Node:
    """A conviction of an offense that is no violent crime, if trafficking led straight to it."""
    return all_of(
        _federal_case(),
        condition("convicted", _CITE, "it is a conviction", holds_if(_convicted),
                  unmet="it is no conviction"),
        condition("level_a", _CITE, "it is no violent crime", holds_if(opposite(_violent)),
                  certainty="medium", unmet="it is a violent crime"),
        _in_force(),
        _merits("more likely than not, what was done was the direct result of being trafficked"),
    )  # fmt: skip


@BODY.rule(
    "trafficking-arrest", question="may_apply.3771A_expunge", subject="charge", cite=_CITE,
    since="2026-01-23", title="Expunging an arrest of a victim of trafficking",
    holds="you can ask the court to expunge the arrest", how="judge", standard="shall",
    effect="expunged", certainty="medium", applies=_asked, steps=_STEPS,
)  # fmt: skip
def arrest() -> Node:
    """The arrest for no violent crime; for one without a child victim, if no conviction came."""
    return all_of(
        _federal_case(),
        condition(
            "level", _CITE,
            "it is no violent crime; or it has no child victim, and no conviction came of it",
            holds_if(either(opposite(_violent), both(opposite(_child), opposite(_convicted)))),
            certainty="medium", unmet="it is a violent crime that the act leaves out",
        ),
        _in_force(),
        _merits("more likely than not, what was done was the direct result of being trafficked"),
    )  # fmt: skip


@BODY.rule(
    "trafficking-sentence", question="may_apply.3771A_sentence", subject="charge", cite=_CITE,
    since="2026-01-23", title="A lower sentence for a victim of trafficking",
    holds="you can ask the court for a lower sentence", how="judge", standard="may",
    effect="reduced", certainty="medium", applies=_asked, steps=_STEPS,
)  # fmt: skip
def sentence() -> Node:
    """Who serves a federal term, unless for a violent crime with a child victim."""
    return all_of(
        _federal_case(),
        condition("convicted", _CITE, "it is a conviction", holds_if(_convicted),
                  unmet="it is no conviction"),
        condition("level_a_or_b", _CITE, "it is no violent crime with a child victim",
                  holds_if(either(opposite(_violent), opposite(_child))), certainty="medium",
                  unmet="it is a violent crime with a child victim"),
        condition("prisoner", _CITE, "the person is in prison now",
                  holds_if(claim(person("confined"))), certainty="medium",
                  unmet="the person is not in prison now"),
        _in_force(),
        _merits("more likely than not, what was done had to do with being trafficked"),
    )  # fmt: skip
