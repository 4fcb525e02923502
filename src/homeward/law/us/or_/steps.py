"""What to do about an answer: the motion, its papers, and the court's days."""

from homeward.rules.rule import Step

MOTION = Step(
    "File a motion to set aside in the court of the case (the Oregon Judicial Department has a "
    "form; there is no filing fee), with a fingerprint card",
    "ORS 137.225(1)(g), (2)",
)
POLICE_CHECK = Step(
    "Pay the State Police once for their check, however many counties there are",
    "ORS 137.225(2)(d)",
)
OBJECTION = Step(
    "The prosecutor has {court.objection_days} days to object. Without an objection the court "
    "must grant the motion; with one there is a hearing",
    "ORS 137.225(3)",
    who="court",
)
ONCE_GRANTED = Step(
    "Once granted, you count as never convicted, arrested, cited or charged; it still counts "
    "against setting aside another conviction for its years",
    "ORS 137.225(4), (7)(b)",
)
