"""What to do about an answer under Virginia's sections: the petition, its court, its form."""

from homeward.rules.rule import Step

PETITION = Step(
    "File a petition to seal in the circuit court of the city or county where the charge was "
    "decided (form CC-1201). There is no court fee, and no fingerprint card is needed",
    "s. 19.2-392.12(B), (C), (E)",
)
TWO_IN_A_LIFETIME = Step(
    "Choose with care: {petition.limit} petitions can be granted in a lifetime, each for the "
    "charges of one event. What is sealed by itself, or under s. 19.2-392.12:1, takes none",
    "s. 19.2-392.12(C), 19.2-392.12:1(E)",
)
MINOR_PETITION = Step(
    "File a petition to seal in the circuit court of the city or county where the charge was "
    "decided. There is no court fee, and it uses none of your two petitions",
    "s. 19.2-392.12:1(C), (E)",
)
STILL_OWED = Step(
    "Fines and court costs do not stand in the way, but you still owe them after the sealing",
    "s. 19.2-392.5(F)",
)
NO_RIGHTS = Step(
    "Sealing does not give back civil rights or firearm rights: ask for those on their own",
    "form CC-1201",
)
BY_ITSELF = Step(
    "You need not file anything. State Police list such charges from time to time and a court "
    "orders the sealing, so it may show for some time after this day. If it still shows, ask "
    "under s. 19.2-392.12:1",
    "s. 19.2-392.7",
)
EXPUNGEMENT = Step(
    "File a petition to expunge in the circuit court of the city or county where the charge was "
    "decided, with your fingerprints",
    "s. 19.2-392.2",
)
OBJECTION = Step(
    "The Commonwealth's Attorney has {expungement.objection_days} days to object",
    "s. 19.2-392.2(D)",
    who="court",
)
