"""Levels of care in California's prisons, from the highest: a clinician's finding each."""

from homeward.rules import all_of, condition, holds_if
from homeward.rules.node import Node
from homeward.therapy.policies.california.body import BODY, FIRST_DAY, GUIDE, LADDER
from homeward.therapy.policies.care import Section, level_asked

_WORDS = {
    "inpatient": ("you need to live in a hospital unit",
                  "staff found that you do not need to live in a hospital unit"),
    "mhcb": ("you need short, close care in a crisis", "staff found no crisis now"),
    "eop": ("you need to meet with staff each week or more",
            "staff found that you do not need to meet each week"),
    "cccms": ("you need steady meetings with staff",
              "staff found that you do not need steady meetings"),
}  # fmt: skip

for _name, (_says, _unmet) in _WORDS.items():
    Section(BODY, GUIDE, FIRST_DAY).level(
        _name, level_asked(_name, GUIDE, _says, _unmet, LADDER.reached(_name))
    )


@BODY.rule(
    "qualifies",
    question="qualifies",
    subject="person",
    cite=GUIDE,
    since=FIRST_DAY,
    title="Mental health care",
    holds="you qualify for mental health care",
    certainty="medium",
)
def qualifies() -> Node:
    """A level of care was found: any of the four."""
    return all_of(
        condition(
            "level_too_low", GUIDE, "staff found that you need one of the four levels of care",
            holds_if(LADDER.any()),
            unmet="staff found that you need none of the four levels of care", certainty="medium",
        )
    )  # fmt: skip
