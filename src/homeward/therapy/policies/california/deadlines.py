"""Days by which staff in California's prisons have to act."""

from homeward.rules import all_of, business_days, choose, claim, first_match, param, person, since
from homeward.therapy.policies.california.body import BODY, FIRST_DAY, GUIDE, LADDER
from homeward.therapy.policies.care import Section, within

_GUIDE = Section(BODY, GUIDE, FIRST_DAY, "medium")
_ORDER = Section(BODY, "Coleman order (2017); program guide", FIRST_DAY)
_RULE = Section(BODY, "15 CCR 3335.3(d)", FIRST_DAY)

_GUIDE.due("screen", "staff have to screen you", within("arrived_on", "screen.days"))
_GUIDE.due("evaluation", "a trained person has to see you in full",
           within("arrived_on", "evaluation.days"))  # fmt: skip
_GUIDE.due(
    "answer", "staff have to see you after you were sent to them",
    choose(person("care.referral"), {
        "emergent": within("referred_on", "answer.emergent_days"),
        "urgent": within("referred_on", "answer.urgent_days"),
        "routine": business_days(person("care.referred_on"), param("answer.routine_days")),
    }),
)  # fmt: skip
_GUIDE.due("contact.cccms", "staff have to meet with you",
           within("last_contact_on", "contact.cccms_days"), at=LADDER.at("cccms"))  # fmt: skip
_GUIDE.due("contact.eop", "staff have to meet with you",
           within("last_contact_on", "contact.eop_days"), at=LADDER.at("eop"))  # fmt: skip
_GUIDE.due("review.cccms", "staff have to look at your care plan again",
           within("last_plan_on", "review.cccms_months", "months"),
           at=LADDER.at("cccms"))  # fmt: skip
_GUIDE.due("review.eop", "staff have to look at your care plan again",
           within("last_plan_on", "review.eop_days"), at=LADDER.at("eop"))  # fmt: skip
_ORDER.due("move.mhcb", "staff have to move you to your new level of care",
           within("level_changed_on", "move.mhcb_days"), at=LADDER.at("mhcb"))  # fmt: skip
_GUIDE.due(
    "move.eop", "staff have to move you to your new level of care",
    first_match(
        (claim(person("care.move_is_urgent")), within("level_changed_on", "move.eop_urgent_days")),
        otherwise=within("level_changed_on", "move.eop_days"),
    ),
    at=LADDER.at("eop"),
)  # fmt: skip
_RULE.due(
    "housing", "staff have to move you to a unit with care",
    all_of(  # the days that do not count make it later, never sooner
        within("in_restricted_housing_on", "move.rhu_days"),
        since(within("in_restricted_housing_on", "move.rhu_days"),
              person("care.move_paused_days"), "days"),
    ),
    at=LADDER.at("cccms"),
)  # fmt: skip
