"""What silence means: the value of a fact that the record does not hold.

A missing fact is unknown. An event that a record would show has not happened
where the record is silent; and one fact, that the record is complete, is taken
as true. Each fact declares which of these it is.

>>> from homeward.facts.vocabulary import core_vocabulary
>>> for name in ("disposition_date", "pardoned_on", "obligations_outstanding"):
...     print(name, absent(core_vocabulary()[f"charge.{name}"]))
disposition_date (datetime.date(1800, 1, 1), datetime.date(2200, 12, 31))
pardoned_on (datetime.date(2200, 12, 31), datetime.date(2200, 12, 31))
obligations_outstanding 0
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from homeward.facts.truth import Truth
from homeward.facts.vocabulary import Absence, Fact
from homeward.when import FIRST, LAST

NEVER_HAPPENED: Mapping[str, Any] = {
    "date": (LAST, LAST),
    "truth": Truth.NO,
    "number": (0, 0),
    "code": "",
    "text": "",
    "citation": "",
    "dates": (),
    "numbers": (),
}
"""The typed value of a fact that a record shows as not having happened, by kind."""

UNKNOWN_VALUE: Mapping[str, Any] = {
    "date": (FIRST, LAST),
    "truth": Truth.UNKNOWN,
    "number": (float("-inf"), float("inf")),
}
"""The typed value of a missing fact, by kind; strings and lists are None inside the engine."""


def absent(fact: Fact) -> Any:
    """The typed value of a fact of which the record says nothing."""
    return meant(fact, fact.when_absent)


def meant(fact: Fact, absence: Absence) -> Any:
    """The typed value that an absence of this meaning stands for."""
    if absence == "true":
        return Truth.YES
    return NEVER_HAPPENED[fact.kind] if absence == "none_recorded" else UNKNOWN_VALUE.get(fact.kind)
