"""How a charge ended, in the few kinds that laws on reports and renting tell apart."""

from homeward.rules import any_of, both, charge, claim, either, open_law

_ended = charge("disposition")

convicted = _ended.is_in("convicted")
pending = _ended.is_in("pending")
never_charged = _ended.is_in("no_charge_filed", "arrest_only", "no_complaint")
"""An arrest of which no charge came."""

diverted = _ended.is_in("diverted", "deferred_dismissed", "pretrial_probation")
"""Sent to a program, or dismissed in the end; some places ask for a guilty plea first."""

plea_without_judgment = _ended.is_in("sis", "continued_without_finding")
"""Guilt was pleaded or found, but no conviction was entered."""

juvenile = either(claim(charge("juvenile")), _ended.is_in("adjudicated", "adjudicated_delinquent"))
"""A finding of a juvenile court."""

not_convicted = _ended.is_in(
    "dismissed", "nolle_prosequi", "acquitted", "quashed", "no_true_bill", "no_probable_cause",
    "no_charge_filed", "arrest_only", "no_complaint", "diverted", "deferred_dismissed",
    "pretrial_probation",
)  # fmt: skip
"""The charge is over and no conviction came of it."""

unresolved = either(not_convicted, pending)
"""No conviction, now at least: an arrest or charge and nothing more."""

sealed_on = any_of(charge("sealed_on"), charge("expunged_on"))
"""The record was sealed or expunged; a court's order that is only hoped for does not count."""

undone_on = any_of(charge("pardoned_on"), charge("vacated_on"))
"""The conviction was pardoned, or a court took it back."""

is_felony = charge("severity").is_in("felony")
is_misdemeanor = charge("severity").is_in("misdemeanor")
is_petty = charge("severity").is_in("violation", "infraction", "ordinance", "civil")

registered = charge("registration").is_in(
    "current", "required", "lifetime", "10_years", "15_years", "20_years", "25_years"
)
registered_for_life = charge("registration").is_in("lifetime")

_unclear = either(plea_without_judgment, juvenile, _ended.is_in("guilty_except_for_insanity"))
_may_be = both(_unclear, open_law("unclear_ending"))

found_guilty = either(convicted, _may_be)
no_conviction = either(unresolved, _may_be)
"""The two sides of a law that speaks of convictions; endings between them are open law."""
