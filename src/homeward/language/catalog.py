"""A catalog: texts in another language by their English, in a TOML file with tables to read by.

The tables only group what belongs together (a rule, a letter); a text counts wherever it stands.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any


@cache
def texts_of(path: Path) -> Mapping[str, str]:
    """The translated texts of a file by their English; those that are still empty are left out.

    Raises:
        ValueError: when one English text has two translations.
    """
    given = tomllib.loads(path.read_text(encoding="utf-8"))
    return joined((text, said) for text, said in _pairs(given) if said)


def joined(pairs: Iterable[tuple[str, str]]) -> Mapping[str, str]:
    """Translations of several places as one list.

    >>> joined([("wait", "espera"), ("day", "día"), ("wait", "espera")])
    {'wait': 'espera', 'day': 'día'}

    Raises:
        ValueError: when one English text has two translations.
    """
    found: dict[str, str] = {}
    for text, said in pairs:
        if found.setdefault(text, said) != said:
            msg = f"{text!r} is translated as {found[text]!r} and as {said!r}: choose one"
            raise ValueError(msg)
    return found


def _pairs(table: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    for text, said in table.items():
        if isinstance(said, Mapping):
            yield from _pairs(said)
        else:
            yield text, str(said)
