"""A prison term: from when it counts, and how long it is (RSMo 558.011, 558.031)."""

from homeward.law.us.mo.release.class_range import longest_of_class, shortest_in_prison
from homeward.law.us.mo.release.life import is_life
from homeward.law.us.mo.terms import convicted, is_felony
from homeward.rules import (
    at_least,
    before,
    both,
    bounded,
    by,
    charge,
    claim,
    either,
    first_match,
    includes,
    months_of,
    number,
    param,
    recorded,
    since,
    total,
    within,
)

_type = charge("sentence.type")
_years = charge("sentence.years")
_start = charge("sentence.effective_start")

is_prison_sentence = _type.is_in(
    "prison",
    "incarceration",
    "term",
    "determinate",
    "indeterminate",
    "life",
    "life_without_parole",
    "life_no_parole_50",
    "SES probation, revoked, executed",
)
_is_told = either(
    _type.is_stated, _years.is_stated, _start.is_stated, claim(charge("sentence.life"))
)
serves_a_term = both(convicted, is_felony, is_prison_sentence, _is_told)
"""Convicted of a felony and sentenced to prison: the question of release makes sense."""

# --- from when ------------------------------------------------------------------------

received_on = charge("sentence.received_on")
_commenced = since(received_on, number(0) - charge("sentence.jail_credit_days"), "days")
_custody_began = recorded(
    charge("sentence.jail_credit_from"), recorded(charge("arrest_date"), charge("offense_date"))
)
starts_on = since(
    bounded(recorded(_start, _commenced), no_earlier=_custody_began, no_later=received_on),
    charge("sentence.days_at_large"),
    "days",
)
"""558.031: the term counts from the day of receipt less credited days; an escape stops it.

Without the sheriff's certified credit the day lies between full credit (from the
arrest) and none (the day of receipt).
"""

_paroled_on = charge("sentence.paroled_on")
_released_on = charge("sentence.released_on")
was_released = either(_paroled_on.happened, _released_on.is_stated)
released_on = first_match((_paroled_on.happened, _paroled_on), otherwise=_released_on)
"""The day supervision outside began: on parole, or on conditional release."""

# --- how long -------------------------------------------------------------------------

own_years = within(within(_years, least=number(0)), least=shortest_in_prison, most=longest_of_class)
"""558.011.1: where the length is not recorded, the class bounds it."""

_terms = charge("sentence.consecutive_terms_years")
_sum = total(_terms)
is_consecutive = before(number(0), _sum)
_here = recorded(_years, _sum)
_is_the_sum = both(by(_here, _sum), at_least(_here, _sum))
_is_listed = includes(_terms, _here)
# a list of one entry, or one that this term is not in, names the other terms only
_names_others_only = either(both(_is_the_sum, _is_listed), both(~_is_the_sum, ~_is_listed))
years = first_match(
    (~is_consecutive, own_years),
    (_names_others_only, own_years + _sum),
    otherwise=within(_sum, least=_years),
)
"""The term in years; terms that run one after another are added up."""

months = months_of(years)

# --- how long for a minimum ------------------------------------------------------------

_counted = first_match((is_life, _sum + param("release.life_years")), otherwise=years)
_cap = param("release.aggregate_cap_years")
_at_one_time = either(~is_consecutive, claim(charge("sentence.consecutive_at_one_time")))
months_for_minimum = months_of(
    first_match((by(_counted, _cap), _counted), (_at_one_time, _cap), otherwise=_counted)
)
"""558.019.4: life counts as thirty years, more than seventy-five as seventy-five."""
