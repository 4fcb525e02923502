"""What a landlord in Montgomery County may no longer use: Code 27-15A."""

from homeward.law.us.md.montgomery.body import BODY
from homeward.law.us.renting.clocks import decided_on
from homeward.law.us.renting.endings import convicted, found_guilty, is_misdemeanor, registered
from homeward.law.us.renting.landlord import enter_use, never_convicted
from homeward.rules import (
    all_of,
    any_of,
    before,
    both,
    charge,
    condition,
    either,
    exists,
    holds_if,
    opposite,
    other_charges,
    param,
    since,
    this,
)
from homeward.rules.rule import Step

_CITE = "Montgomery County Code 27-15A"
_words = charge("description")
_sex_offense = either(registered, _words.mentions("sexual", "sex offense", "rape"))
_low_level = both(
    is_misdemeanor,
    either(
        _words.mentions("trespass*", "theft", "indecent exposure", "public urination",
                        "open container", "refus*", "failure to leave"),
        both(_words.mentions("marij*", "cannabis"), _words.mentions("possess*", "poss")),
    ),
)  # fmt: skip
_earlier = exists(
    other_charges.that(both(convicted, before(decided_on, this(charge("disposition_date")))))
)

RULE = enter_use(
    BODY,
    _CITE,
    any_of(
        never_convicted(_CITE),
        condition(
            "low_level", _CITE,
            "or: it is one of the small misdemeanors that are listed (trespass, theft, open "
            "container, possession of marijuana and others)",
            holds_if(both(found_guilty, _low_level, opposite(_sex_offense))),
            unmet="it is not one of the small misdemeanors that are listed",
        ),
        condition(
            "two_years", _CITE,
            "or: it is another misdemeanor, the person's first conviction, of more than two years "
            "ago",
            all_of(
                holds_if(both(found_guilty, is_misdemeanor, opposite(_sex_offense),
                              opposite(_earlier))),
                since(decided_on, param("rent.misdemeanor_years"), "years", "day_after"),
            ),
            certainty="medium",
            unmet="it is no first conviction of a misdemeanor",
        ),
    ),
    since="2021-07-30",
    about="No arrest without conviction and no small misdemeanor; another first misdemeanor not "
    "after two years. Sex offenses may always be used.",
    steps=(
        Step(
            "Before it takes an offer back the landlord gives you a copy and a notice, and seven "
            "days to answer",
            _CITE,
            on=("now", "later", "never", "unknown"),
        ),
    ),
)  # fmt: skip
