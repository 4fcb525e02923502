"""A policy: its body of rules, its levels from the highest down, and how to appeal."""

from __future__ import annotations

import importlib
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

from homeward.facts import Vocabulary
from homeward.facts.vocabulary import core_vocabulary, read_facts
from homeward.rules.body import Body

_HERE = Path(__file__).parent


@dataclass(frozen=True)
class Level:
    """A level of care and what it brings; ``id`` is that of its rule."""

    id: str
    title: str
    services: str


@dataclass(frozen=True)
class Policy:
    """A written policy.

    Attributes:
        body: its rules and numbers.
        levels: from the highest down; a person has the highest that holds.
        appeal: the first step against a decision: its system and step (as ``homeward therapy
            appeal`` names them) and to whom it goes.
        is_sample: whether it is made up, to show the form.
        every_person_has_a_level: whether the levels are meant to cover everyone.
    """

    name: str
    title: str
    edition: str
    note: str
    body: Body
    levels: tuple[Level, ...] = ()
    appeal: Mapping[str, str] | None = None
    is_sample: bool = False
    every_person_has_a_level: bool = False

    @property
    def decides(self) -> bool:
        """Whether the policy says who qualifies; a standard of time limits alone does not."""
        return "qualifies" in self.body.questions


@cache
def folders() -> Mapping[str, Path]:
    """The folder of each policy, by its name; a folder with a ``policy.toml`` is a policy."""
    found = sorted(_HERE.glob("*/policy.toml"))
    return {_table(path.parent)["name"]: path.parent for path in found}


@cache
def policy(name: str) -> Policy:
    """One policy by its name.

    Raises:
        KeyError: when there is none of that name.

    >>> policy("us-bop").levels[0].title
    'CARE4-MH'
    """
    folder = folders()[name]
    table = _table(folder)
    levels = tuple(Level(**level) for level in table.pop("levels", ()))
    package = importlib.import_module(f"{__package__}.{folder.name}")
    return Policy(**table, body=package.BODY, levels=levels)


def policies() -> tuple[Policy, ...]:
    """Every policy, by name."""
    return tuple(map(policy, sorted(folders())))


@lru_cache(maxsize=1)
def vocabulary() -> Vocabulary:
    """The general facts with those about care."""
    return core_vocabulary().with_facts(read_facts(_HERE / "facts.toml"))


def _table(folder: Path) -> dict[str, Any]:
    return tomllib.loads((folder / "policy.toml").read_text(encoding="utf-8"))
