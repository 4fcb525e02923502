"""Words that Missouri's statutes share, each said once: felony, found guilty, pending."""

from homeward.rules import (
    both,
    case,
    charge,
    claim,
    either,
    first_match,
    on,
    recorded,
    waits_while,
)
from homeward.when import FIRST

AT_ONCE = on(FIRST)

in_missouri_court = case("jurisdiction").is_in("us-mo")

is_felony = charge("severity").is_in("felony")
is_misdemeanor = charge("severity").is_in("misdemeanor")
is_ordinance = charge("severity").is_in("ordinance")
is_felony_or_misdemeanor = charge("severity").is_in("felony", "misdemeanor")

convicted = charge("disposition").is_in("convicted")
suspended_imposition = charge("disposition").is_in("sis")
# RSMo 556.061: a plea with suspended imposition of sentence (SIS) is a finding of guilt
found_guilty = charge("disposition").is_in("convicted", "sis")
is_pending = charge("disposition").is_in("pending")
is_juvenile = charge("disposition").is_in("adjudicated", "adjudicated_delinquent")
arrest_only = charge("disposition").is_in("no_charge_filed", "arrest_only", "no_complaint")
ended_without_guilt = charge("disposition").is_in(
    "dismissed", "nolle_prosequi", "acquitted", "quashed", "deferred_dismissed", "no_true_bill",
    "no_probable_cause",
)  # fmt: skip
is_diverted = charge("disposition").is_in("diverted")
"""Sent to a program outside court, which ends in a dismissal or in court after all."""

is_intoxication_offense = either(
    charge("statute").tagged("intoxication-related"),
    charge("ordinance_equivalent_of").tagged("intoxication-related"),
)
is_ignored_traffic = charge("statute").tagged("traffic-ignored")

# 610.140.8 to .11: status is restored as if the events had not happened
was_expunged = charge("expunged_on").happened
guilty_of_crime = both(found_guilty, is_felony_or_misdemeanor, ~was_expunged)
"""A finding of guilt of a misdemeanor or a felony, anywhere, that was not expunged since."""

_its_end = waits_while(is_pending, "the end of this open charge")
decided_on = first_match((is_pending, _its_end), otherwise=charge("disposition_date"))
"""The day of the plea, the finding or the dismissal; an open charge has no such day yet."""

_done_on = charge("disposition_completed_on")
# RSMo 557.011: a fine is a disposition of its own, done when it is paid
_fine_paid_on = first_match(
    (charge("sentence.type").stated("fine"), charge("sentence.fine_paid_on")), otherwise=_done_on
)
completed_on = first_match((is_pending, _its_end), otherwise=recorded(_done_on, _fine_paid_on))
"""The day the whole disposition is done; an open charge has no such day yet."""

money_is_owed = claim(charge("obligations_outstanding"))
paid_on = first_match(
    (money_is_owed, waits_while(money_is_owed, "payment of what is still owed")),
    (is_pending, AT_ONCE),
    otherwise=charge("obligations_satisfied_on"),
)
"""The day the last fine, cost or restitution was paid; unpaid money has no such day yet."""
