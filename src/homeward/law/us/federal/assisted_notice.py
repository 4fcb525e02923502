"""The notice that an assisted landlord owes before it refuses over a record: 24 CFR 5.903(f)."""

from homeward.law.us.body import BODY
from homeward.law.us.federal.assisted_bars import in_assisted_home
from homeward.law.us.renting.reasons import enter_notice

RULES = enter_notice(
    BODY,
    "42 USC 1437d(q)(2); 24 CFR 5.903(f), 960.204(c), 982.553(d)",
    since="2001-06-25",
    about="Before the refusal holds, the person gets notice with a copy of the record, and the "
    "chance to dispute that it is right and that it matters.",
    name="assisted-notice",
    applies=lambda: in_assisted_home,
)
