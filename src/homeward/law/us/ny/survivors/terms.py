"""A sentence of a New York court, its minimum, and the section that it was given under."""

from homeward.law.us.surviving.telling import convicted
from homeward.rules import both, case, charge, first_match, recorded

sentenced_in_new_york = both(case("jurisdiction").stated("us-ny"), convicted)

_type = charge("sentence.type")
least_years = recorded(
    charge("sentence.minimum_years"),
    first_match(
        (_type.is_in("determinate", "term"), charge("sentence.years")),
        otherwise=charge("sentence.minimum_years"),
    ),
)
"""The minimum of an indeterminate term, or a determinate term."""

sentenced_on = recorded(charge("sentence.sentenced_on"), charge("disposition_date"))
