"""The day of birth, or what the year of birth tells of it."""

from datetime import date

from homeward.rules import bounded, difference, number, on, person, since
from homeward.rules.node import Node

_YEAR = 1801


def born_on() -> Node:
    """The day of birth; where only the year is known, some day of that year."""
    years = difference(person("birth_year"), number(_YEAR))
    return bounded(
        person("birth_date"),
        no_earlier=since(on(date(_YEAR, 1, 1)), years, "years"),
        no_later=since(on(date(_YEAR, 12, 31)), years, "years"),
    )
