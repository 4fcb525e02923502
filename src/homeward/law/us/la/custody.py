"""Who may not file from custody: C.Cr.P. art. 975."""

from homeward.law.us.la.terms import AT_ONCE, is_felony
from homeward.rules import (
    before,
    both,
    charge,
    charges_of_person,
    claim,
    condition,
    exists,
    first_match,
    person,
    reading,
    waits_while,
)
from homeward.rules.conditions import Condition

_in_custody = claim(person("incarcerated"))
_release_on = person("release_projected_on")
_at_hard_labor = exists(
    charges_of_person.that(
        both(
            is_felony,
            charge("disposition").is_in("convicted"),
            before(person("recorded_on"), charge("disposition_completed_on")),
        )
    )
)
_until_release = first_match(
    (_release_on.happened, _release_on),
    otherwise=waits_while(_in_custody, "release from custody"),
)


def not_in_custody() -> Condition:
    """975: held back while a felony term is served; of other custody the texts disagree.

    The text of 2014 bars everyone behind bars, later sources only who serves a
    sentence at hard labor in the department's physical custody.
    """
    other_custody = reading(
        "custody_bar", "does custody before trial, or for a misdemeanor, bar the motion",
        barred=_until_release, not_barred=AT_ONCE,
    )  # fmt: skip
    return condition(
        "not_in_custody", "C.Cr.P. art. 975", "the person is not serving a felony term in custody",
        first_match(
            (~_in_custody, AT_ONCE), (_at_hard_labor, _until_release), otherwise=other_custody
        ),
        certainty="medium",
    )  # fmt: skip
