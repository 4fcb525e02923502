"""California's program guide as a body of rules."""

from homeward.therapy.policies.care import Ladder, policy_body

GUIDE = "Mental Health Services Delivery System Program Guide (2009 revision)"
FIRST_DAY = "2010-01-01"  # the guide is of 2009; the day itself was not read
BODY = policy_body("policy-us-ca", "California: mental health program guide", __file__)
LADDER = Ladder({
    "inpatient": ("needs_inpatient",),
    "mhcb": ("needs_crisis_care",),
    "eop": ("needs_enhanced_outpatient",),
    "cccms": ("needs_routine_outpatient",),
})  # fmt: skip
