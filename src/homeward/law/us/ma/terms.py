"""Words that Massachusetts statutes share, each said once: found guilty, felony, decided."""

from homeward.rules import (
    both,
    by,
    case,
    charge,
    either,
    first_match,
    on,
    other_charges,
    param,
    recorded,
    waits_while,
)
from homeward.when import FIRST

AT_ONCE = on(FIRST)

statute = charge("statute")

in_massachusetts_court = case("jurisdiction").is_in("us-ma")

is_felony = charge("severity").is_in("felony")
is_misdemeanor = charge("severity").is_in("misdemeanor")
is_civil = charge("severity").is_in("civil")

said_to_be_civil = charge("severity").stated("civil")
"""A gate: a civil infraction (c. 90C) makes no criminal record."""

is_pending = charge("disposition").is_in("pending")
is_continued = charge("disposition").is_in("continued_without_finding", "pretrial_probation")
"""Continued without a finding (CWOF), or on probation before trial: a dismissal is to come."""
found_delinquent = charge("disposition").is_in("adjudicated_delinquent")
found_not_guilty = charge("disposition").is_in("acquitted", "no_true_bill", "no_probable_cause")
was_dropped = charge("disposition").is_in("dismissed", "nolle_prosequi")

_revoked = both(is_continued, charge("revised_disposition").is_in("convicted"))
found_guilty = either(charge("disposition").is_in("convicted"), _revoked)
"""A conviction, also one that came when a continuance without a finding was taken back."""

was_cleared = either(charge("sealed_on").happened, charge("expunged_on").happened)

decided_on = first_match(
    (is_pending, waits_while(is_pending, "the end of this open charge")),
    (_revoked, charge("revised_disposition_date")),
    otherwise=charge("disposition_date"),
)
"""The day of the plea, the finding or the dismissal; an open charge has no such day yet."""

_taken_back = charge("cwof_revoked_on").happened
continuance_over_on = first_match(
    (_taken_back, waits_while(_taken_back, "a new decision after the continuance was taken back")),
    otherwise=recorded(
        charge("dismissed_on"),
        recorded(charge("sentence.until"), charge("sentence.probation_until")),
    ),
)
"""The day on which a case that was continued without a finding is dismissed."""

is_driving_offense = recorded(charge("motor_vehicle"), statute.tagged("motor-vehicle"))

is_juvenile_case = either(
    charge("disposition").stated("adjudicated_delinquent"), case("court").stated("juvenile")
)
"""A gate: whether the record says that it is a case of a juvenile court."""

# 100A(3): motor vehicle offenses with a penalty of at most so small a fine do not count
_small_fine = by(charge("max_fine"), param("seal.ignored_fine_usd"))
is_ignored_driving = both(
    is_driving_offense, ~statute.tagged("motor-vehicle-over-fine"), _small_fine
)
other_findings = other_charges.that(
    both(found_guilty, ~is_civil, ~is_ignored_driving, ~charge("expunged_on").happened)
)
"""The other findings of guilt that the law counts, here or elsewhere."""
