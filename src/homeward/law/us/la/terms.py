"""Words that Louisiana's articles share, each said once: felony, convicted, the same arrest."""

from homeward.rules import (
    both,
    bounded,
    case,
    charge,
    claim,
    condition,
    either,
    first_match,
    holds_if,
    on,
    on_the_same_day,
    other_charges,
    waits_while,
)
from homeward.rules.conditions import Condition
from homeward.rules.logic import Or
from homeward.when import FIRST

AT_ONCE = on(FIRST)

statute = charge("statute")

in_louisiana_court = case("jurisdiction").is_in("us-la")

is_felony = charge("severity").is_in("felony")
# C.Cr.P. art. 933: any offense that is no felony, a city's ordinance with them
is_misdemeanor = charge("severity").is_in("misdemeanor", "ordinance")

is_pending = charge("disposition").is_in("pending")
never_prosecuted = charge("disposition").is_in("arrest_only", "no_charge_filed")
was_declined = charge("disposition").is_in("no_complaint", "no_true_bill", "no_probable_cause")
was_diverted = charge("disposition").is_in("diverted")
was_dropped = charge("disposition").is_in("dismissed", "nolle_prosequi", "quashed", "acquitted")
is_juvenile = charge("disposition").is_in("adjudicated", "adjudicated_delinquent")

was_vacated = charge("vacated_on").happened
found_innocent = charge("factually_innocent_comp_on").happened
was_set_aside = either(charge("set_aside_893E_on").happened, charge("set_aside_894B_on").happened)

was_sentenced = both(charge("disposition").is_in("convicted", "deferred_dismissed"), ~was_vacated)
"""A conviction, also one that was deferred and dismissed since; not one taken back."""

is_conviction = both(charge("disposition").is_in("convicted"), ~either(was_vacated, was_set_aside))
"""A conviction that counts: arts. 893 and 894 give a dismissal the effect of an acquittal."""

_end_of_the_charge = waits_while(is_pending, "the end of this open charge")
decided_on = first_match((is_pending, _end_of_the_charge), otherwise=charge("disposition_date"))
"""The day of the plea, the finding or the dismissal; an open charge has no such day yet."""

completed_on = first_match(
    (is_pending, _end_of_the_charge),
    otherwise=bounded(charge("disposition_completed_on"), no_earlier=charge("disposition_date")),
)
"""The day the whole sentence was done, deferral, probation and parole with it."""

others_of_the_arrest = other_charges.that(
    both(in_louisiana_court, on_the_same_day(charge("arrest_date")))
)
"""C.Cr.P. art. 972: records are everything about one arrest."""

# C.Cr.P. art. 978(B): "commission or attempted commission"
_attempted = statute.tagged("attempt")


def is_on(tag: str) -> Or:
    """The claim that the offense is on a list, or was an attempt at one that is."""
    return either(statute.tagged(tag), both(_attempted, charge("attempted_statute").tagged(tag)))


is_dwi = either(statute.tagged("dwi"), charge("ordinance_equivalent_of").tagged("dwi"))
trafficking_is_certified = claim(charge("trafficking_certified"))


def louisiana_case(cite: str) -> Condition:
    """An order of a Louisiana court reaches Louisiana records only."""
    return condition(
        "louisiana_case", cite, "the arrest or the case was in Louisiana",
        holds_if(in_louisiana_court), unmet="the case was not in Louisiana",
    )  # fmt: skip
