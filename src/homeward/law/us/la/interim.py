"""Interim expungement of a felony arrest: C.Cr.P. art. 985.1."""

from homeward.law.us.la.body import BODY
from homeward.law.us.la.custody import not_in_custody
from homeward.law.us.la.steps import OBJECTION
from homeward.law.us.la.terms import (
    in_louisiana_court,
    is_conviction,
    is_felony,
    is_misdemeanor,
    is_pending,
    louisiana_case,
)
from homeward.rules import (
    all_of,
    both,
    charge,
    claim,
    condition,
    either,
    exists,
    group_of,
    holds_if,
    latest,
    on_the_same_day,
    waits_while,
)
from homeward.rules.node import Node
from homeward.rules.rule import Step

_985_1 = "C.Cr.P. art. 985.1"
_of_the_arrest = group_of(both(in_louisiana_court, on_the_same_day(charge("arrest_date"))))
_arrested_for = charge("arrest_charge")
_felony_arrest = either(
    is_felony,
    _arrested_for.tagged("felony"),
    _arrested_for.mentions("felony"),
    # of these titles the section alone does not tell the level
    both(_arrested_for.tagged("title-14-or-40"), claim(charge("arrest_was_felony"))),
)
_misdemeanors = _of_the_arrest.that(both(is_misdemeanor, is_conviction))
_open = exists(_of_the_arrest.that(is_pending))


@BODY.rule(
    "interim",
    question="interim.985_1",
    subject="charge",
    cite=_985_1,
    since="2014-08-01",
    title="Interim expungement of a felony arrest",
    holds="you can ask the court to clear the felony arrest, and leave the misdemeanor",
    how="petition",
    effect="felony arrest expunged",
    no_is_news="for_tenants",
    steps=(
        Step("File a motion for interim expungement, form of art. 994", _985_1),
        OBJECTION,
    ),
)
def interim() -> Node:
    """A felony arrest that ended in a misdemeanor conviction: at once, any number of times."""
    return all_of(
        louisiana_case(_985_1),
        not_in_custody(),
        condition(
            "felony_arrest", _985_1, "the arrest was for a felony",
            holds_if(exists(_of_the_arrest.that(_felony_arrest))),
            unmet="the arrest was not for a felony",
        ),
        condition(
            "no_felony_conviction", _985_1, "it did not end in a felony conviction",
            holds_if(~exists(_of_the_arrest.that(both(is_felony, is_conviction)))),
            unmet="it ended in a felony conviction",
        ),
        condition(
            "misdemeanor_conviction", _985_1, "it ended in a misdemeanor conviction",
            all_of(
                holds_if(exists(_misdemeanors)),
                latest(_misdemeanors, charge("disposition_date")),
                waits_while(_open, "the end of the charges of this arrest"),
            ),
            unmet="it did not end in a misdemeanor conviction",
        ),
    )  # fmt: skip
