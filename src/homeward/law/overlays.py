"""Changes to the law for one run: read from a file, by the name of one that is shipped, or given.

A place ships the changes that others have written down (a county's choices under a statute, a
study's other waits) in its folder ``overlays``; ``options`` fill in what such a one leaves open.
"""

from __future__ import annotations

import difflib
import tomllib
from collections.abc import Iterable, Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any

from homeward import law
from homeward.rules.patch import Patch, read_patch
from homeward.rules.problem import LawError

_HERE = Path(__file__).parent
_SHIPPED = ("program", "options", "county")


def overlay(given: str | Mapping[str, Any]) -> Patch:
    """Changes to the law, as a record gives them.

    Args:
        given: the name of a shipped file, or what such a file holds, or
            ``{"program": name, "options": {…}}``.

    Raises:
        LawError: when there is none of that name, or it cannot be read.
    """
    if isinstance(given, str):
        return _shipped(given, {})
    if "program" in given:
        strange = sorted(set(given) - set(_SHIPPED))
        if strange:
            msg = f"the changes asked for have {strange[0]!r}; they have program and options"
            raise LawError(msg)
        return _shipped(str(given["program"]), given.get("options") or {})
    return read_patch(given)


def overlays_named(names: Iterable[str]) -> tuple[Patch, ...]:
    """Changes to the law, each by the path of a TOML file or by the name of a shipped one.

    Raises:
        LawError: when there is none, it cannot be read, or it does not fit the law.
    """
    patches = tuple(map(_named, names))
    for patch in patches:
        if law.body(patch.law, patches) is None:
            msg = f"{patch.title}: there are no rules for {patch.law} that could be changed"
            raise LawError(msg)
    return patches


def _named(name: str) -> Patch:
    path = Path(name)
    return _read(path, {}) if path.suffix == ".toml" or path.exists() else _shipped(name, {})


def _shipped(name: str, options: Mapping[str, Any]) -> Patch:
    files = shipped()
    path = files.get(name.replace("_", "-"))
    if path is None:
        near = difflib.get_close_matches(name, files, n=1, cutoff=0.5)
        hint = f"did you mean {near[0]}?" if near else f"there are {', '.join(files) or 'none'}"
        msg = f"no changes to the law are called {name!r} here; {hint}"
        raise LawError(msg)
    return _read(path, options)


@lru_cache(maxsize=1)
def shipped() -> dict[str, Path]:
    """The files of changes that come with the law, by name."""
    return {path.stem: path for path in sorted(_HERE.rglob("overlays/*.toml"))}


def _read(path: Path, options: Mapping[str, Any]) -> Patch:
    try:
        data = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as problem:
        msg = f"{path.name}: {getattr(problem, 'strerror', None) or problem}"
        raise LawError(msg) from problem
    try:
        return read_patch(data, options)
    except LawError as problem:
        msg = f"{path.name}: {problem}"
        raise LawError(msg) from problem
