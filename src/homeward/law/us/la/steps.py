"""What to do about an answer: the motion, its price, and the time to oppose it."""

from homeward.rules.rule import Step

MOTION = Step(
    "File a motion for expungement in the court of the case, on the forms of arts. 986 to 996, "
    "with a background check of the State Police that is not older than {background_check.days} "
    "days",
    "C.Cr.P. arts. 977, 978, 979, 986",
)
FEE = Step(
    "It costs {fee.usd} dollars at most, paid when you file. If you have no conviction, ask the "
    "district attorney before you file for the certificate that frees you of the fee; a court can "
    "also let you off for lack of money",
    "C.Cr.P. arts. 983, 988",
)
OBJECTION = Step(
    "The district attorney, the police and the arresting agency have {court.objection_days} days "
    "to oppose it. If nobody does, or if the law gives you the right, the court must grant it",
    "C.Cr.P. art. 980",
    who="court",
)
SEVERAL_CHARGES = Step(
    "The record is that of the whole arrest. Where another charge of the arrest cannot be cleared, "
    "ask for interim expungement of a felony arrest that ended in a misdemeanor",
    "C.Cr.P. arts. 972, 985.1",
    on=("unknown",),
)
CERTIFICATE = Step(
    "Ask the district attorney for a certificate that you have no such conviction and no such "
    "open charge, and file it with the motion",
    "C.Cr.P. arts. 977(A)(2), 978(A)(2)",
)
