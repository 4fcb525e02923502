"""The made-up policy as a body of rules."""

from homeward.therapy.policies.care import Ladder, policy_body

FIRST_DAY = "2026-01-01"
BODY = policy_body("policy-sample", "Sample policy: made up", __file__)
LADDER = Ladder({
    "level_4": ("needs_inpatient",),
    "level_3": ("needs_enhanced_outpatient",),
    "level_2": ("needs_routine_outpatient",),
})  # fmt: skip
