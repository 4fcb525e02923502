"""What a landlord may no longer use in Colorado: CRS 38-12-904."""

from homeward.law.us.co.body import BODY
from homeward.law.us.renting.clocks import decided_on
from homeward.law.us.renting.endings import found_guilty, registered
from homeward.law.us.renting.landlord import enter_use, never_convicted
from homeward.rules import (
    all_of,
    any_of,
    both,
    charge,
    condition,
    either,
    holds_if,
    opposite,
    param,
    since,
)
from homeward.rules.rule import Step

_CITE = "CRS 38-12-904"
_words = charge("description")

_making_or_selling_meth = both(
    _words.mentions("meth*"),
    _words.mentions(
        "distribut*", "manufactur*", "sale", "sell*", "intent to", "precursor*", "18-18-405",
        "18-18-412 5",
    ),
)  # fmt: skip
_killing_or_stalking = _words.mentions(
    "murder", "manslaughter", "homicide", "stalking", "vehicular homicide"
)
at_any_age = either(_making_or_selling_meth, _killing_or_stalking, registered)
"""(1)(b)(I) to (IV): methamphetamine, homicide, stalking, an offense that makes one register."""

RULE = enter_use(
    BODY,
    _CITE,
    any_of(
        condition(
            "no_conviction", f"{_CITE}(1)(a)",
            "no conviction came of the arrest or charge (a deferred judgment for one of the "
            "offenses of any age is no such charge)",
            all_of(
                never_convicted(f"{_CITE}(1)(a)").tree,
                holds_if(opposite(both(charge("disposition").is_in("deferred_dismissed",
                                                                   "diverted"), at_any_age))),
            ),
            unmet="it is a conviction, or a deferred judgment that counts as one",
        ),
        condition(
            "five_years", f"{_CITE}(1)(b)",
            "or: more than five years lie between the conviction and the application, and the "
            "offense is not one of those that count at any age",
            all_of(
                holds_if(both(found_guilty, opposite(at_any_age))),
                since(decided_on, param("rent.years"), "years", "day_after"),
            ),
            unmet="it is methamphetamine, homicide, stalking or an offense that makes one "
            "register: these count at any age",
        ),
    ),
    since="2019-08-02",
    about="No arrest, and no conviction of more than five years before the application; some "
    "offenses count at any age. What counts is the day of the application.",
    steps=(
        Step(
            "If you are refused over a record, ask for the reasons in writing, and for a copy of "
            "the report",
            "CRS 38-12-904(2)",
            on=("now", "later", "never", "unknown"),
        ),
    ),
)  # fmt: skip
