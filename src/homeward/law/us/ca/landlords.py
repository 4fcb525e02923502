"""What a landlord in California may no longer use: 2 CCR 12264 to 12271."""

from homeward.law.us.ca.body import BODY
from homeward.law.us.ca.home import here_or_untold
from homeward.law.us.ca.terms import convicted, is_infraction
from homeward.law.us.renting.endings import juvenile, no_conviction, sealed_on, undone_on
from homeward.law.us.renting.landlord import HOLDS, TITLE
from homeward.rules import any_of, both, charge, claim, condition, either, finding, holds_if
from homeward.rules.node import Node
from homeward.rules.rule import Step

_CITE = "2 CCR 12269(a)"
_was_cleared = either(
    *(
        charge(event).happened
        for event in (
            "sealed_on",
            "expunged_on",
            "pardoned_on",
            "vacated_on",
            "relief_granted_on",
            "certificate_granted_on",
        )
    )
)
"""Then the day of the relief tells from when; what was weighed before it matters no more."""


@BODY.rule(
    "landlords",
    question="landlord_use_barred",
    subject="charge",
    cite="2 CCR 12264-12271",
    since="2020-01-01",
    title=TITLE,
    holds=HOLDS,
    how="automatic",
    effect="barred",
    no_is_news="for_tenants",
    applies=here_or_untold,
    steps=(
        Step(
            "Tell the landlord what has changed since then: it has to look at you as one person, "
            "and at what speaks for you, before it refuses",
            "2 CCR 12266",
            on=("unknown", "never"),
        ),
        Step("If it was used all the same, complain to the Civil Rights Department", "2 CCR 12269"),
    ),
)
def landlords() -> Node:
    """Some records never; any other only where it bears directly on the safety of the home."""
    return any_of(
        condition("no_conviction", f"{_CITE}(1), (2)", "no conviction came of the arrest or charge",
                  holds_if(no_conviction), unmet="it is a conviction"),
        condition("infraction", f"{_CITE}(3)", "or: it is an infraction",
                  holds_if(both(convicted, is_infraction)), unmet="it is no infraction"),
        condition("cleared", f"{_CITE}(3)",
                  "or: it was dismissed after it, sealed, expunged, pardoned or vacated, or there "
                  "is a certificate of rehabilitation",
                  any_of(sealed_on, undone_on, charge("relief_granted_on"),
                         charge("certificate_granted_on")),
                  unmet="it was not dismissed, sealed, expunged, pardoned or vacated"),
        condition("juvenile", f"{_CITE}(4)", "or: it is a case of a juvenile court",
                  holds_if(juvenile), unmet="it is not a case of a juvenile court"),
        finding("not_directly_related", "2 CCR 12266",
                "or: it does not bear directly on the safety of the home or its people; there "
                "is no number of years",
                holds_if(both(~_was_cleared, ~claim(charge("directly_related_finding")))),
                unmet="it was found to bear directly on safety"),
    )  # fmt: skip
