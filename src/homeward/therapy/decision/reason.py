"""Why a person does not start now: a closed list of codes.

That a list is full says nothing about the person, so it is kept apart from not qualifying
in the data and in the words.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Literal

Kind = Literal["rule", "capacity", "facts", "choice"]


@dataclass(frozen=True)
class Reason:
    """One reason of the list: its code, what kind it is, its sentence, and what would change it."""

    code: str
    kind: Kind
    says: str
    change: str


@cache
def reasons() -> Mapping[str, Reason]:
    """Every reason there is, by its code.

    >>> reasons()["list_full"].kind, reasons()["level_too_low"].kind
    ('capacity', 'rule')
    """
    text = Path(__file__).with_name("reasons.toml").read_text(encoding="utf-8")
    return {code: Reason(code, **own) for code, own in tomllib.loads(text).items()}
