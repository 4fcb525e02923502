"""Arrests at age 17, free of charge: C.Cr.P. arts. 999 and 999.1."""

from homeward.law.us.la.body import BODY
from homeward.law.us.la.terms import (
    is_conviction,
    louisiana_case,
    others_of_the_arrest,
    statute,
    was_declined,
    was_diverted,
    was_dropped,
)
from homeward.rules import (
    NO,
    all_of,
    before,
    birthday,
    both,
    charge,
    claim,
    condition,
    either,
    exists,
    first_match,
    holds_if,
    open_law,
    param,
)
from homeward.rules.node import Node
from homeward.rules.rule import Step

_999 = "C.Cr.P. arts. 999, 999.1; Acts 2024 No. 270"
_arrested_on = charge("arrest_date")
_at_17 = both(
    ~before(_arrested_on, birthday(param("expedited.age"))),
    before(_arrested_on, birthday(param("expedited.under_age"))),
)
_declined = either(was_declined, was_diverted, claim(charge("da_declined")))


@BODY.rule(
    "age-17",
    question="clear.999",
    family="clear",
    subject="charge",
    cite=_999,
    since="2024-08-01",
    title="Clearing an arrest at age 17",
    holds="a judge can clear this arrest, free of charge and without a motion",
    how="judge",
    effect="expunged",
    certainty="medium",
    applies=lambda: both(_at_17, either(was_declined, was_diverted, was_dropped)),
    steps=(Step("Ask the court for the order of art. 999.1; it is free", _999),),
)
def age_17() -> Node:
    """For an arrest at 17 that brought no conviction; the two ways of ending are both asked for."""
    return all_of(
        louisiana_case(_999),
        condition(
            "at_17", _999, "the person was 17 when arrested", holds_if(_at_17),
            certainty="medium", unmet="the person was not 17 when arrested",
        ),
        condition(
            "title_14_or_40", _999, "the offense is one of Title 14 or Title 40",
            holds_if(statute.tagged("title-14-or-40")), certainty="medium",
            unmet="the offense is not one of Title 14 or Title 40",
        ),
        condition(
            "no_conviction", f"{_999} (B)", "the arrest brought no conviction of any kind",
            holds_if(~exists(others_of_the_arrest.that(is_conviction))), certainty="medium",
            unmet="the arrest brought a conviction",
        ),
        condition(
            "ended", f"{_999} (A)",
            "the district attorney declined it, and it ended without a conviction; the article "
            "asks for both, which exclude each other",
            first_match(
                (both(_declined, was_dropped), charge("disposition_date")),
                (either(_declined, was_dropped),
                 all_of(charge("disposition_date"), holds_if(open_law("expedited_both")))),
                otherwise=holds_if(NO),
            ),
            certainty="low",
        ),
    )  # fmt: skip
