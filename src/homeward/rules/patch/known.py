"""Names that a reform's file may use: one that is not there is an error with the nearest."""

from __future__ import annotations

import difflib
from collections.abc import Iterable

from homeward.rules.problem import LawError


def see_known(what: str, name: str, names: Iterable[str]) -> None:
    """See that a name is one of those there are.

    Raises:
        LawError: with the nearest name.
    """
    names = list(names)
    if name not in names:
        raise unknown(what, name, names)


def unknown(what: str, name: str, names: Iterable[str]) -> LawError:
    """The error that there is no such thing, with the nearest that there is.

    >>> unknown("list of offenses", "bared", ["barred", "mild"])
    LawError('there is no list of offenses bared; did you mean barred?')
    """
    near = difflib.get_close_matches(name, list(names), n=1, cutoff=0.5)
    hint = f"; did you mean {near[0]}?" if near else ""
    return LawError(f"there is no {what} {name}{hint}")
