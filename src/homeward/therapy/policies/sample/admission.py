"""Who gets therapy under the made-up policy: each condition is named by its reason code."""

from homeward.rules import (
    YES,
    all_of,
    at_least,
    claim,
    condition,
    first_match,
    holds_if,
    param,
    person,
    since,
)
from homeward.rules.node import Node
from homeward.therapy.policies.care import Section, level_asked
from homeward.therapy.policies.sample.body import BODY, FIRST_DAY, LADDER

_WORDS = {
    "level_4": ("you need to live in a hospital unit",
                "staff found that you do not need to live in a hospital unit"),
    "level_3": ("you need to meet with staff each week or more",
                "staff found that you do not need to meet each week"),
    "level_2": ("you need steady meetings with staff",
                "staff found that you do not need steady meetings"),
}  # fmt: skip

for _name, (_says, _unmet) in _WORDS.items():
    Section(BODY, "Sample policy 2", FIRST_DAY).level(
        _name, level_asked(_name, "Sample policy 2", _says, _unmet, LADDER.reached(_name))
    )


@BODY.rule(
    "qualifies",
    question="qualifies",
    subject="person",
    cite="Sample policy 3",
    since=FIRST_DAY,
    title="Therapy in a group",
    holds="you qualify for the program",
)
def qualifies() -> Node:
    """The screen, the finding, the level, the time left, and what bars a place."""
    write_up = person("care.last_write_up_on")
    return all_of(
        condition(
            "score_under_cut", "Sample policy 3(a)",
            "your answers on one of the forms show that you may need help",
            holds_if(claim(person("care.screen_positive"))),
            unmet="your answers on the forms do not show it",
        ),
        condition(
            "no_qualifying_diagnosis", "Sample policy 3(b)",
            "a trained person found a health problem that the program treats",
            holds_if(claim(person("care.qualifying_diagnosis"))),
            unmet="a trained person did not find such a problem",
        ),
        condition(
            "level_too_low", "Sample policy 3(c)", "staff found that you need steady care",
            holds_if(LADDER.any()),
            unmet="staff found that you do not need steady care",
        ),
        condition(
            "too_little_time_left", "Sample policy 3(d)",
            "there is time to finish the program before you go home",
            holds_if(at_least(person("care.release_on"), since(
                person("care.decided_on"), person("care.course_days"), "days"))),
            unmet="you go home before the program would end",
        ),
        condition(
            "security_or_housing_bar", "Sample policy 3(e)",
            "where you must live does not keep you out of the group",
            holds_if(~claim(person("care.housing_bar"))),
            unmet="where you must live now keeps you out of the group",
        ),
        condition(
            "conduct_bar", "Sample policy 3(f)", "enough time has passed since your last write-up",
            first_match((~write_up.happened, holds_if(YES)),
                        otherwise=since(write_up, param("conduct.clean_days"), "days")),
        ),
    )  # fmt: skip
