"""Laying a changed part over a body of law for a while, and taking it off again."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from typing import Any

from homeward.rules.body import Body
from homeward.rules.conditions import Condition, Discretion
from homeward.rules.offense_table import Listing, OffenseTable
from homeward.rules.parameter_table import ParameterTable
from homeward.rules.rule import Rule
from tests.mutation.checks import forget
from tests.mutation.mutants import Mutant


@contextmanager
def parameter_laid(body: Body, mutant: Mutant) -> Iterator[None]:
    """One parameter changed."""
    table = ParameterTable({**body.parameters, mutant.name: mutant.changed})
    with _replaced(body, "parameters", table):
        yield


@contextmanager
def listing_laid(body: Body, row: Listing, mutant: Mutant) -> Iterator[None]:
    """One row of the offense lists changed or left out."""
    rows = [mutant.changed if one is row else one for one in body.offenses.listings]
    table = OffenseTable([one for one in rows if one is not None], body.citation)
    with _replaced(body, "offenses", table):
        yield


@contextmanager
def rule_laid(body: Body, rule: Rule, mutant: Mutant) -> Iterator[None]:
    """One rule with another first or last day."""
    with _replaced(body, "rules", {**body.rules, rule.name: replace(rule, **mutant.changed)}):
        yield


@contextmanager
def condition_laid(body: Body, part: Condition | Discretion, mutant: Mutant) -> Iterator[None]:
    """One condition with another first or last day; it stands in its tree, so in place."""
    before = {key: getattr(part, key) for key in mutant.changed}
    _set(body, part, mutant.changed)
    try:
        yield
    finally:
        _set(body, part, before)


def _set(body: Body, part: object, values: dict[str, Any]) -> None:
    for key, value in values.items():
        object.__setattr__(part, key, value)
    body.__dict__.pop("change_days", None)
    forget()


@contextmanager
def _replaced(body: Body, what: str, with_: object) -> Iterator[None]:
    before = getattr(body, what)
    body.__dict__[what] = with_
    body.__dict__.pop("change_days", None)
    forget()
    try:
        yield
    finally:
        body.__dict__[what] = before
        body.__dict__.pop("change_days", None)
        forget()
