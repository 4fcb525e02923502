"""The words of a preview, and which fact tells that relief came: the tables beside this file."""

from __future__ import annotations

import tomllib
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

_HERE = Path(__file__).parent


class Words(NamedTuple):
    """Who an answer is about, what is said once it holds, what until then, and as what follows.

    ``good`` is whether a yes is good news for the person.
    """

    who: str
    yes: str
    no: str
    then: str
    good: bool = True


@lru_cache(maxsize=1)
def wording() -> dict[str, Words]:
    """The words of each question about a home, in the order of telling."""
    tables = tomllib.loads(_HERE.joinpath("wording.toml").read_text(encoding="utf-8"))
    return {question: Words(**table) for question, table in tables.items()}


@lru_cache(maxsize=1)
def relief_facts() -> dict[str, str]:
    """The facts that tell the day on which a record was cleared, each with its word."""
    return _relief()["facts"]


def fact_of(question: str, effect: str | None) -> str | None:
    """The fact that a record shows once an answer's effect has come, if it closes a record.

    >>> fact_of("clear", "sealed"), fact_of("closed", "closed"), fact_of("may_apply", "reduced")
    ('charge.sealed_on', 'charge.sealed_on', None)
    """
    tables = _relief()
    return tables["questions"].get(question) or tables["effects"].get(effect or "")


@lru_cache(maxsize=1)
def _relief() -> dict[str, dict[str, str]]:
    return tomllib.loads(_HERE.joinpath("relief.toml").read_text(encoding="utf-8"))
