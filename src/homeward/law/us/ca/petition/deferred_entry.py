"""A drug charge dismissed after deferred entry of judgment: Penal Code 1203.43."""

from homeward.law.us.ca.arrest.automatic import program_done_on
from homeward.law.us.ca.body import BODY
from homeward.law.us.ca.petition.ways import EFFECT
from homeward.law.us.ca.terms import dismissed, diverted
from homeward.rules import all_of, before, charge, condition, either, holds_if, param
from homeward.rules.node import Node
from homeward.rules.rule import Step

_CITE = "PC 1203.43"
_granted_on = charge("deferred_entry_on")


@BODY.rule(
    "petition-deferred-entry",
    question="clear.1203_43",
    family="clear",
    subject="charge",
    cite=_CITE,
    since="2016-01-01",
    title="Taking back a plea that deferred entry of judgment asked for",
    holds="you can ask the court to take back the plea and dismiss the charge",
    how="petition",
    standard="shall",
    effect=EFFECT,
    applies=lambda: _granted_on.is_stated,
    steps=(
        Step(
            "Ask the court of the charge. Where its files are gone, your own signed statement and "
            "what the Department of Justice has are enough",
            f"{_CITE}(b)",
        ),
    ),
)
def deferred_entry() -> Node:
    """The plea was told to be without consequence, and was not: federal law still counts it."""
    return all_of(
        condition(
            "granted_since_1997", f"{_CITE}(b)", "granted on or after 1 January 1997",
            holds_if(~before(_granted_on, param("deferred_entry.granted_from"))),
            unmet="it was granted before 1997",
        ),
        condition(
            "dismissed", f"{_CITE}(b); PC 1000.3",
            "what the court asked was done, and the charge was dismissed",
            all_of(holds_if(either(dismissed, diverted)), program_done_on),
            unmet="the charge was not dismissed",
        ),
    )  # fmt: skip
