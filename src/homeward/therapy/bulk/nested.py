"""The keys of a score that hold names and values: as JSON text, or as entries of a map.

DuckDB's own maps are slow to make, and a file needs one of the two alone.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from typing import Protocol

from homeward.sources.reading_sql import text
from homeward.therapy.bulk.sql import each_present

Pairs = Sequence[tuple[str, str]]
"""Names, and what they hold as SQL."""


class Shape(Protocol):
    """How names and values stand in a column.

    Attributes:
        kinds: the types of the columns that hold them.
    """

    kinds: Mapping[str, str]

    def words(self, pairs: Pairs) -> str:
        """Plain words by name."""

    def numbers(self, numbers: Pairs, words: Pairs) -> str:
        """Numbers by name, and then words that may hold any character."""

    def lists(self, pairs: Pairs, kept: Sequence[str]) -> str:
        """Lists of texts by name, each only where its condition in ``kept`` holds."""

    def forms(self, forms: Mapping[str, tuple[str, str, str]]) -> str:
        """The bounds of the total and the verdicts (of :meth:`words`) by form."""


class AsJson:
    """As the text of a JSON object; no short form is NULL."""

    kinds: Mapping[str, str] = dict.fromkeys(
        ("positive", "subscores", "settled_by", "short_forms"), "VARCHAR"
    )

    def words(self, pairs: Pairs) -> str:
        """Plain words by name."""
        return _object((name, ["'\"'", own, "'\"'"]) for name, own in pairs)

    def numbers(self, numbers: Pairs, words: Pairs) -> str:
        """Numbers by name, and then words."""
        return _object([
            *((name, [f"({own})"]) for name, own in numbers),
            *((name, [f"to_json({own})"]) for name, own in words),
        ])  # fmt: skip

    def lists(self, pairs: Pairs, kept: Sequence[str]) -> str:
        """Lists of texts by name, where their conditions hold."""
        if not pairs:
            return "'{}'"
        parts = each_present(
            (f"{text(json.dumps(name) + ':')} || to_json({own})" for name, own in pairs), kept
        )
        return f"concat('{{', array_to_string({parts}, ','), '}}')"

    def forms(self, forms: Mapping[str, tuple[str, str, str]]) -> str:
        """The bounds and verdicts by form."""
        if not forms:
            return "NULL"
        return _object(
            (name, ["'{\"total_min\":'", f"coalesce(({low})::VARCHAR, 'null')",
                    "',\"total_max\":'", f"coalesce(({high})::VARCHAR, 'null')",
                    "',\"positive\":'", verdicts, "'}'"])
            for name, (low, high, verdicts) in forms.items()
        )  # fmt: skip


class AsEntries:
    """As a list of keys and values."""

    _VERDICTS = "STRUCT(key VARCHAR, value VARCHAR)[]"
    kinds: Mapping[str, str] = {
        "positive": _VERDICTS,
        "subscores": _VERDICTS,
        "settled_by": "STRUCT(key VARCHAR, value VARCHAR[])[]",
        "short_forms": "STRUCT(key VARCHAR, value STRUCT(total_min INTEGER, total_max INTEGER, "
                       f"positive {_VERDICTS}))[]",
    }  # fmt: skip

    def words(self, pairs: Pairs) -> str:
        """Plain words by name."""
        return f"[{', '.join(_entry(*pair) for pair in pairs)}]::{self._VERDICTS}"

    def numbers(self, numbers: Pairs, words: Pairs) -> str:
        """Numbers by name, as text, and then words."""
        return self.words([*((name, f"({own})::VARCHAR") for name, own in numbers), *words])

    def lists(self, pairs: Pairs, kept: Sequence[str]) -> str:
        """Lists of texts by name, where their conditions hold."""
        return each_present((_entry(*pair) for pair in pairs), kept)

    def forms(self, forms: Mapping[str, tuple[str, str, str]]) -> str:
        """The bounds and verdicts by form."""
        entries = (
            _entry(name, f"{{'total_min': {low}, 'total_max': {high}, 'positive': {verdicts}}}")
            for name, (low, high, verdicts) in forms.items()
        )
        return f"[{', '.join(entries)}]"


def _entry(name: str, own: str) -> str:
    return f"{{'key': {text(name)}, 'value': {own}}}"


def _object(pairs: Iterable[tuple[str, Sequence[str]]]) -> str:
    parts = ["'{'"]
    for place, (name, own) in enumerate(pairs):
        parts += [text(("," if place else "") + json.dumps(name) + ":"), *own]
    parts.append("'}'")
    return f"concat({', '.join(parts)})"
