"""The label of each charge: (10) its own, (11) by the others of its day, (12) by its number."""

from homeward.law.us.va.readings.va_lajc.features import (
    convicted_after_felony,
    convicted_after_misdemeanor,
    has_arrest_before,
    has_conviction,
    hearing,
    is_conviction,
    is_deferral,
    is_dismissal,
    is_excluded,
    is_felony,
    is_kept,
    is_misdemeanor,
    no_felony_in_the_way,
    on_list_a,
    on_list_b,
)
from homeward.rules import (
    before,
    both,
    by,
    charge,
    charges_of_person,
    count,
    either,
    exists,
    group_of,
    law_says,
    on_the_same_day,
    param,
    this,
)

# --- (10) its own label ---------------------------------------------------------------------

_misdemeanor_conviction = both(is_misdemeanor, is_conviction, ~convicted_after_misdemeanor)
_unclear = either(has_arrest_before, has_conviction)

_by_itself = either(
    both(is_misdemeanor, is_dismissal, ~_unclear),
    both(is_misdemeanor, on_list_a),
    both(_misdemeanor_conviction, on_list_b),
)
_by_petition = either(
    both(is_misdemeanor, is_dismissal, _unclear),
    both(is_misdemeanor, is_deferral, ~on_list_a, ~is_excluded),
    both(_misdemeanor_conviction, ~on_list_b, ~is_excluded, no_felony_in_the_way),
    both(is_felony, is_dismissal),
    both(is_felony, either(is_conviction, is_deferral), ~is_excluded, no_felony_in_the_way,
         ~convicted_after_felony),
)  # fmt: skip
has_label = either(_by_itself, _by_petition)

# --- (11) the others of its day -------------------------------------------------------------

_of_its_day = group_of(on_the_same_day(hearing))
_is_caught = both(
    law_says(param("same_day.applies")),
    exists(_of_its_day.that(both(is_kept, ~_by_itself))),
)
is_by_itself = both(_by_itself, ~_is_caught)

# --- (12) its number ------------------------------------------------------------------------

_no_later = either(
    before(hearing, this(hearing)),
    both(on_the_same_day(hearing), by(charge("position"), this(charge("position")))),
)
_so_far = count(charges_of_person.that(both(is_kept, has_label, _no_later)))
is_beyond_the_limit = both(
    law_says(param("lifetime.applies")),
    either(is_conviction, both(is_deferral, _is_caught)),
    ~by(_so_far, param("lifetime.most")),
)
