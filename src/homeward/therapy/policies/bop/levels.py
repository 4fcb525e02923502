"""The care levels of Program Statement 5310.16: a person has the highest that holds."""

from homeward.rules import all_of, both, claim, condition, either, holds_if, person
from homeward.rules.node import Node
from homeward.therapy.policies.care import Ladder, Section, level_asked, policy_body, within

_CITE = "BOP Program Statement 5310.16"
_SINCE = "2014-05-01"
BODY = policy_body("policy-us-bop", "Federal Bureau of Prisons: care levels", __file__)
LADDER = Ladder({
    "care4_mh": ("needs_inpatient",),
    "care3_mh": ("needs_enhanced_outpatient", "needs_residential_program"),
    "care2_mh": ("needs_routine_outpatient", "needs_crisis_care"),
})  # fmt: skip

_READ, _RECALLED, _UNSURE = (
    Section(BODY, _CITE, _SINCE, certainty) for certainty in ("high", "medium", "low")
)

_RECALLED.level("care4_mh", level_asked(
    "inpatient", _CITE, "you need to live in a hospital unit",
    "staff found that you do not need to live in a hospital unit", LADDER.reached("care4_mh"),
))  # fmt: skip
_RECALLED.level("care3_mh", level_asked(
    "enhanced", _CITE, "you need to meet with staff each week or more, or to live in a care unit",
    "staff found that you do not need to meet each week or live in a care unit",
    LADDER.reached("care3_mh"),
))  # fmt: skip
_READ.level("care2_mh", level_asked(
    "routine", _CITE, "you need steady meetings with staff, or short, close care in a crisis",
    "staff found that you do not need steady meetings or care in a crisis",
    LADDER.reached("care2_mh"),
))  # fmt: skip

_PAST = either(~claim(person("care.past_serious_impairment")),
               claim(person("care.steady_help_since")))  # fmt: skip
_CARE1 = both(~claim(person("care.impaired_now")), ~LADDER.any(), _PAST)


@BODY.rule(
    "care1_mh",
    question="level.care1_mh",
    subject="person",
    cite=_CITE,
    since=_SINCE,
    title="care1_mh",
    holds="this level of care is yours",
)
def care1_mh() -> Node:
    """No need for steady care now, and no bad past; or a bad past and steady asking for help."""
    return all_of(
        condition(
            "no_need_now", _CITE, "no mental health problem gets in the way of your days now",
            holds_if(~claim(person("care.impaired_now"))),
            unmet="a mental health problem gets in the way of your days now",
        ),
        condition(
            "no_steady_care", _CITE, "you need no steady care", holds_if(~LADDER.any()),
            unmet="staff found that you need steady care",
        ),
        condition(
            "past", _CITE, "you had no bad time in the past, or you have asked for help since",
            holds_if(_PAST),
            unmet="you had a bad time in the past, and you have not asked for help since",
        ),
    )  # fmt: skip


@BODY.rule(
    "qualifies",
    question="qualifies",
    subject="person",
    cite=_CITE,
    since=_SINCE,
    title="Steady therapy",
    holds="you qualify for steady therapy",
    certainty="medium",
)
def qualifies() -> Node:
    """Level 2 or higher: level 1 brings no steady care.

    Where the findings fit no level at all, only the level that a trained person chooses decides.
    """
    chosen = claim(person("care.steady_level_chosen"))
    return all_of(
        condition(
            "level_too_low", _CITE, "staff found that you need steady care, which is level 2 or up",
            holds_if(either(LADDER.any(), both(~_CARE1, chosen))),
            unmet="staff found that you do not need steady care", certainty="medium",
        )
    )  # fmt: skip


_UNSURE.due("contact.care2", "staff have to meet with you", at=LADDER.at("care2_mh"),
            tree=within("last_contact_on", "contact.care2_days"))  # fmt: skip
_RECALLED.due("contact.care3", "staff have to meet with you", at=LADDER.at("care3_mh"),
              tree=within("last_contact_on", "contact.care3_days"))  # fmt: skip
_RECALLED.due("contact.care4", "staff have to meet with you", at=LADDER.at("care4_mh"),
              tree=within("last_contact_on", "contact.care4_days"))  # fmt: skip
for _level in LADDER.findings:
    _short = _level.removesuffix("_mh")
    _UNSURE.due(f"review.{_short}", "staff have to look at your care plan again",
                at=LADDER.at(_level),
                tree=within("last_plan_on", f"review.{_short}_months", "months"))  # fmt: skip
