"""What a landlord may no longer use in New Jersey: the Fair Chance in Housing Act."""

from homeward.law.us.nj.body import BODY
from homeward.law.us.nj.covered import COVERED
from homeward.law.us.nj.grades import look_back_years, not_listed, usable_for_ever
from homeward.law.us.renting.clocks import decided_on, released_or
from homeward.law.us.renting.endings import found_guilty
from homeward.law.us.renting.landlord import cleared, enter_use, never_convicted, of_a_child
from homeward.rules import all_of, any_of, both, condition, holds_if, opposite, since
from homeward.rules.rule import Step

_CITE = "NJSA 46:8-55, 46:8-56"

RULE = enter_use(
    BODY,
    "NJSA 46:8-52 to 46:8-64",
    all_of(
        COVERED,
        any_of(
            never_convicted(_CITE),
            cleared(_CITE),
            of_a_child(_CITE),
            condition(
                "not_listed", "NJSA 46:8-56",
                "or: it is a disorderly persons offense or less, for which the Act has no years",
                holds_if(both(found_guilty, not_listed)), certainty="medium",
                unmet="it is an indictable offense",
            ),
            condition(
                "years_over", "NJSA 46:8-56",
                "or: more than six, four or one years (by its degree) have passed since the "
                "conviction and the end of prison, and it is no offense that counts for ever",
                all_of(
                    holds_if(both(found_guilty, opposite(usable_for_ever))),
                    since(all_of(decided_on, released_or(decided_on)), look_back_years, "years",
                          "day_after"),
                ),
                unmet="it is one of the offenses that count for ever",
            ),
        ),
    ),
    since="2022-01-01",
    about="A landlord who has offered a home may use a conviction only for some years, by its "
    "degree. What counts is the day of the offer; the end of prison is the release, not the end "
    "of parole.",
    steps=(
        Step(
            "If the offer is taken back: within 30 days ask in writing for everything that the "
            "landlord relied on. It has 10 days to hand it over, free",
            "NJSA 46:8-57",
            on=("now", "later", "never", "unknown"),
        ),
        Step(
            "If the landlord used what it may not use, complain to the Division on Civil Rights",
            "NJSA 46:8-60",
        ),
    ),
)  # fmt: skip
