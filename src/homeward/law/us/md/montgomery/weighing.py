"""The days for an answer in Montgomery County: Code 27-15A."""

from homeward.law.us.md.montgomery.body import BODY
from homeward.law.us.renting.weighing import ANSWER, enter_last_day

RULE = enter_last_day(
    BODY,
    ANSWER,
    "Montgomery County Code 27-15A",
    since="2021-07-30",
    days="rent.answer_days",
    about="The applicant gets a copy and a notice, and seven days to answer.",
    certainty="high",
)
