"""Where to turn: lines for crisis and hidden abuse, in order, with the day each was checked.

There is no quiz and no score here, and nothing is asked of the reader.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

INSIDE = (
    "In custody: calls, mail and tablets are read or recorded. It is not known which of these "
    "numbers can be dialed from inside."
)


def lines() -> list[dict[str, Any]]:
    """Each line: when to use it, its name, how to reach it, and the way from inside."""
    text = Path(__file__).with_name("guide.toml").read_text(encoding="utf-8")
    found: list[dict[str, Any]] = tomllib.loads(text)["lines"]
    return found


def as_text() -> str:
    """The page, danger first."""
    return "\n".join(_page())


def _page() -> Iterator[str]:
    for line in lines():
        day = line.get("checked_on")
        yield f"{line['when']}: {line['name']}"
        yield f"  {line['how']}"
        yield f"  From inside: {line['inside']}."
        yield f"  Number checked on {day}." if day else "  Number not checked: it may have changed."
    yield ""
    yield INSIDE
