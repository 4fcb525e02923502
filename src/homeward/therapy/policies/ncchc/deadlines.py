"""Days by which staff have to act under the 2018 standards of the NCCHC."""

from homeward.therapy.policies.care import Section, policy_body, within

BODY = policy_body("policy-ncchc", "NCCHC standards for prisons", __file__)
_READ, _RECALLED = (
    Section(BODY, "NCCHC Standards for Health Services in Prisons (2018)", "2018-01-01", certainty)
    for certainty in ("high", "medium")
)

_READ.due("assessment", "staff have to check your health in full",
          within("arrived_on", "assessment.days"))  # fmt: skip
_READ.due("screen", "staff have to screen you", within("arrived_on", "screen.days"))
_RECALLED.due("evaluation", "a trained person has to see you in full",
              within("screened_positive_on", "evaluation.days"))  # fmt: skip
_RECALLED.due("answer", "staff have to see you face to face after you asked",
              within("asked_on", "answer.days"))  # fmt: skip
