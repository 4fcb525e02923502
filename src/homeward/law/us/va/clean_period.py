"""Years without a conviction: whether a conviction within them starts them again, or ends it."""

from homeward.law.us.va.terms import decided_on, is_infraction, reportable_conviction, years_after
from homeward.rules import (
    all_of,
    at_least,
    both,
    first_match,
    holds_if,
    latest,
    law_says,
    next_after,
    other_charges,
    param,
)
from homeward.rules.node import Node
from homeward.rules.rows import Rows

convictions = other_charges.that(both(reportable_conviction, ~is_infraction))


def clean_years(anchor: Node, years: str, starts_again: str) -> Node:
    """So many years after a day without a reportable conviction in them.

    Whether a conviction within them makes the years start again, or ends it for good, is a
    number of the law that is not certain; ``starts_again`` names it.
    """
    again = all_of(years_after(anchor, years), years_after(latest(convictions, decided_on), years))
    return first_match(
        (law_says(param(starts_again)), again), otherwise=first_years(anchor, years, convictions)
    )


def first_years(anchor: Node, years: str, rows: Rows) -> Node:
    """The years right after a day; the first conviction after it must lie beyond them."""
    over = years_after(anchor, years)
    return all_of(over, holds_if(at_least(next_after(rows, decided_on, anchor), over)))
