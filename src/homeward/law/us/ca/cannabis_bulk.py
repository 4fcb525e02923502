"""Proposition 64 by county: what a district attorney chose to dismiss or reduce in bulk.

The choices are numbers and lists of the law, laid over it with ``prop64-bulk``. Without
them the statute is asked, and these rules are not.
"""

from homeward.law.us.ca.body import BODY
from homeward.law.us.ca.terms import (
    NEVER,
    convicted,
    convicted_on,
    is_cannabis,
    is_felony,
    statute,
)
from homeward.rules import (
    all_of,
    any_of,
    before,
    birthday,
    both,
    by,
    charges_of_person,
    claim,
    condition,
    every,
    first_match,
    holds_if,
    latest,
    law_says,
    number,
    param,
    person,
    since,
)
from homeward.rules.node import Node
from homeward.rules.truth import LawSays

_CITE = "HS 11361.9, as a county chose"
_DISMISSED, _REDUCED = "dismissed", "reduced"
convictions = charges_of_person.that(convicted)
only_cannabis = every(convictions, is_cannabis)


def _applies() -> Node:
    return both(convicted, is_cannabis, law_says(param("prop64.bulk.applies")))


def if_chosen(name: str, tree: Node) -> Node:
    """A way that a county may choose by a number; zero is not chosen."""
    return first_match((by(param(name), number(0)), NEVER), otherwise=tree)


def _chosen(name: str) -> LawSays:
    return law_says(param(name))


def no_conviction_in(years: str, unit: str = "years") -> Node:
    """The latest conviction of any kind, anywhere, lies more than so many years back."""
    return since(latest(convictions, convicted_on), param(years), unit, "day_after")  # type: ignore[arg-type]


@BODY.rule(
    "cannabis-bulk-dismissal",
    question="clear.prop64_dismissal",
    family="clear.prop64",
    general=True,
    subject="charge",
    cite=_CITE,
    since="2016-11-09",
    title="Cannabis convictions that a county dismisses in bulk",
    holds="the county dismisses this cannabis conviction, by what it chose",
    how="automatic",
    effect=_DISMISSED,
    applies=_applies,
)
def dismissal() -> Node:
    """One of the ways that the county chose is enough; the earliest counts."""
    young = "prop64.bulk.under_21"
    age, since_years = "prop64.bulk.age", "prop64.bulk.years_since_conviction"
    free = "prop64.bulk.years_free"
    return any_of(
        condition(
            "not_a_felony", _CITE, "it is a misdemeanor or an infraction", holds_if(~is_felony),
            unmet="it is a felony",
        ),
        condition(
            "section_dismissed", _CITE, "or: the county dismisses every conviction of the section",
            holds_if(statute.tagged("prop64-dismiss")),
            unmet="the county does not dismiss every conviction of this section",
        ),
        condition(
            "under_21", _CITE, "or: the person was under 21 on the day of the conviction",
            holds_if(both(_chosen(young), before(convicted_on, birthday(number(21))))),
            unmet="not chosen, or 21 or older on the day of the conviction",
        ),
        condition(
            "old_enough", _CITE, "or: the person has reached the age that the county chose",
            if_chosen(age, birthday(param(age))), unmet="the county chose no age",
        ),
        condition(
            "long_ago", _CITE, "or: the conviction lies as many years back as the county chose",
            if_chosen(since_years, since(convicted_on, param(since_years), "years")),
            unmet="the county chose no number of years",
        ),
        condition(
            "crime_free", _CITE, "or: no conviction at all in the years that the county chose",
            if_chosen(free, no_conviction_in(free)), unmet="the county chose no number of years",
        ),
        condition(
            "only_cannabis", _CITE, "or: every conviction on the record is about cannabis",
            holds_if(both(_chosen("prop64.bulk.only_cannabis"), only_cannabis)),
            unmet="not chosen, or there are other convictions",
        ),
        condition(
            "deceased", _CITE, "or: the person has died",
            holds_if(both(_chosen("prop64.bulk.deceased"), claim(person("deceased")))),
            unmet="not chosen, or the person is alive",
        ),
    )  # fmt: skip


@BODY.rule(
    "cannabis-bulk-reduction",
    question="clear.prop64_reduction",
    family="clear.prop64",
    subject="charge",
    cite=_CITE,
    since="2016-11-09",
    title="Cannabis convictions that a county reduces in bulk",
    holds="the county makes this cannabis conviction a lesser one, by what it chose",
    how="automatic",
    effect=_REDUCED,
    applies=_applies,
)
def reduction() -> Node:
    """What is not dismissed may be made a lesser offense."""
    return all_of(
        condition(
            "section_reduced", _CITE, "the county reduces every conviction of the section",
            holds_if(statute.tagged("prop64-reduce")),
            unmet="the county does not reduce every conviction of this section",
        ),
    )  # fmt: skip
