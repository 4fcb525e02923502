"""The language of rules: a small tree of typed operations that reads like a statute.

A rule is a function that builds a tree of these once. Nothing here knows an
engine or a state.
"""

from homeward.rules.amounts import count, difference, months_of, number, param, total
from homeward.rules.choice import choose, first_match, reading, recorded
from homeward.rules.conditions import condition, discretion, finding
from homeward.rules.dates import (
    all_of,
    answer_of,
    any_of,
    birthday,
    bounded,
    day_after,
    earliest,
    holds_if,
    latest,
    latest_listed,
    next_after,
    nth_latest,
    on,
    previous_before,
    served,
    since,
    waits_while,
)
from homeward.rules.fact import case, charge, person, tenancy, this
from homeward.rules.limit import budget, kind
from homeward.rules.logic import NO, YES, both, either, opposite
from homeward.rules.rows import (
    charges_of_case,
    charges_of_other_cases,
    charges_of_person,
    other_charges,
    other_charges_of_case,
)
from homeward.rules.truth import (
    at_least,
    before,
    by,
    claim,
    every,
    exists,
    law_says,
    open_law,
)

__all__ = [
    "NO",
    "YES",
    "all_of",
    "answer_of",
    "any_of",
    "at_least",
    "before",
    "birthday",
    "both",
    "bounded",
    "budget",
    "by",
    "case",
    "charge",
    "charges_of_case",
    "charges_of_other_cases",
    "charges_of_person",
    "choose",
    "claim",
    "condition",
    "count",
    "day_after",
    "difference",
    "discretion",
    "earliest",
    "either",
    "every",
    "exists",
    "finding",
    "first_match",
    "holds_if",
    "kind",
    "latest",
    "latest_listed",
    "law_says",
    "months_of",
    "next_after",
    "nth_latest",
    "number",
    "on",
    "open_law",
    "opposite",
    "other_charges",
    "other_charges_of_case",
    "param",
    "person",
    "previous_before",
    "reading",
    "recorded",
    "served",
    "since",
    "tenancy",
    "this",
    "total",
    "waits_while",
]
