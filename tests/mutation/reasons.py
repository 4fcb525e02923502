"""Why a moved value of a law may go unnoticed: the files of this folder, named after the law."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable
from fnmatch import fnmatchcase
from functools import cache
from pathlib import Path

FILES = {file.stem: file for file in Path(__file__).parent.glob("*.toml")}
"""The reasons of each place that needs any; every place is held to them."""


@cache
def reasons(body_id: str) -> dict[str, dict[str, str]]:
    """The reasons of a place, by the part of the hunt and a pattern of names."""
    file = FILES.get(body_id)
    return {} if file is None else tomllib.loads(file.read_text(encoding="utf-8"))


def by_reason(body_id: str, part: str, names: Iterable[str]) -> dict[str, list[str]]:
    """Names under the reason that each has; those without one stand under an empty text."""
    known = reasons(body_id).get(part, {})
    found: dict[str, list[str]] = {"": []}
    for name in names:
        reason = next((why for fits, why in known.items() if fnmatchcase(name, fits)), "")
        found.setdefault(reason, []).append(name)
    return found


def not_needed(body_id: str, part: str, names: Iterable[str]) -> list[str]:
    """The patterns that fit nothing any more."""
    listed = list(names)
    known = reasons(body_id).get(part, {})
    return sorted(p for p in known if not any(fnmatchcase(name, p) for name in listed))
