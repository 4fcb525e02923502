"""Small pieces of SQL that the query of a form is made of."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from homeward.sources.reading_sql import text


def pointer(name: str) -> str:
    """A key of an object as a JSON pointer."""
    return "/" + name.replace("~", "~0").replace("/", "~1")


def as_pointer(name: str) -> str:
    """The same as :func:`pointer`, of a column."""
    return f"replace(replace({name}, '~', '~0'), '/', '~1')"


def listed(names: Iterable[str]) -> str:
    """Texts with commas."""
    return ", ".join(map(text, names))


def each_present(parts: Iterable[str], conditions: Sequence[str]) -> str:
    """A list of those parts whose conditions hold; none is looked at where none holds."""
    found = [
        f"CASE WHEN {kept} THEN {part} END" for kept, part in zip(conditions, parts, strict=True)
    ]
    if not found:
        return "[]"
    some = " OR ".join(f"({kept})" for kept in conditions)
    listed_parts = f"list_filter([{', '.join(found)}], lambda one: one IS NOT NULL)"
    return f"CASE WHEN {some} THEN {listed_parts} ELSE [] END"


def added(parts: Iterable[str]) -> str:
    """A sum of what is a number, or true and false."""
    return " + ".join(f"{part}::INTEGER" for part in parts)
