"""A prison term: from when it counts, and how long it is (RSMo 558.011, 558.031)."""

from homeward.law.us.mo.terms import convicted, is_felony
from homeward.rules import (
    at_least,
    both,
    bounded,
    charge,
    claim,
    either,
    first_match,
    months_of,
    number,
    param,
    recorded,
    total,
)

is_prison_sentence = charge("sentence.type").is_in(
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
serves_a_term = both(convicted, is_felony, is_prison_sentence)
"""Convicted of a felony and sentenced to prison: the question of release makes sense."""

is_life = either(
    claim(charge("sentence.life")),
    charge("sentence.type").is_in("life", "life_without_parole", "life_no_parole_50"),
)
starts_on = bounded(
    charge("sentence.effective_start"),
    no_earlier=recorded(charge("sentence.jail_credit_from"), charge("arrest_date")),
    no_later=charge("disposition_date"),
)
"""558.031: the term counts from the day of receipt less credited days.

Without the sheriff's certified credit the day lies between the arrest (full
credit) and the sentence (none).
"""

_consecutive = charge("sentence.consecutive_terms_years")
years = first_match(
    (at_least(total(_consecutive), number(1)), total(_consecutive)),
    otherwise=charge("sentence.years"),
)
"""The term in years; terms that run one after another are added up."""

_capped = first_match(
    (at_least(years, param("release.aggregate_cap_years")), param("release.aggregate_cap_years")),
    otherwise=years,
)
months = months_of(years)
months_for_minimum = months_of(
    first_match((is_life, param("release.life_years")), otherwise=_capped)
)
"""558.019.4: life counts as thirty years, more than seventy-five as seventy-five."""
