"""Offense lists: which citations carry which tag, from when, and by what authority.

A list is a CSV file, one row a citation and tag. A row may be limited to a
severity and to classes, as the statute's own list is; a row with a ``reading``
is an open question: whether it is on the list is unknown law.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from homeward.facts import CitationForm
from homeward.rules.problem import LawError
from homeward.when import FIRST, LAST

_MOST_KEPT = 10_000
COLUMNS = ("citation", "tag", "offense", "severity", "classes", "from", "until", "cite",
           "certainty", "reading", "note")  # fmt: skip


@dataclass(frozen=True, slots=True)
class Listing:
    """One row of an offense list. ``since`` and ``until`` bound the days it stands.

    ``foreseen`` is for days that were known long before, as those of a reform are.
    """

    citation: str
    tag: str
    offense: str
    severity: str
    classes: frozenset[str]
    since: date
    until: date
    cite: str
    certainty: str
    reading: str
    note: str
    foreseen: bool = False


class OffenseTable:
    """All listings of a body of law, found by citation."""

    def __init__(self, listings: list[Listing], form: CitationForm) -> None:
        """Index the listings by the normal form of their citation."""
        self.listings = tuple(listings)
        self._form = form
        self._by_parts: dict[tuple[str, ...], list[Listing]] = {}
        self._found: dict[str, dict[str, list[Listing]] | None] = {}
        for row in listings:
            parts = form.parts(row.citation)
            if parts is None:
                msg = f"offense list: {row.citation!r} is not a citation in this body's form"
                raise LawError(msg)
            self._by_parts.setdefault(parts, []).append(row)

    @classmethod
    def read(cls, path: Path, form: CitationForm) -> OffenseTable:
        """Read a CSV file; a missing file is a body of law without offense lists.

        Raises:
            LawError: naming the line and what is wrong with it.
        """
        if not path.exists():
            return cls([], form)
        with path.open(newline="", encoding="utf-8") as file:
            rows = csv.DictReader(file)
            return cls([_listing(row, f"{path.name}:{rows.line_num}") for row in rows], form)

    @property
    def tags(self) -> frozenset[str]:
        """Every tag that some listing gives."""
        return frozenset(row.tag for row in self.listings)

    def listed(self, citation: str) -> dict[str, list[Listing]] | None:
        """The listings that cover a citation, by tag; None when it cannot be read."""
        if citation not in self._found:
            if len(self._found) >= _MOST_KEPT:
                self._found.clear()  # a state has few citations; a bad file may have millions
            self._found[citation] = self._look_up(citation)
        return self._found[citation]

    def _look_up(self, citation: str) -> dict[str, list[Listing]] | None:
        parts = self._form.parts(citation)
        if parts is None:
            return None
        found: dict[str, list[Listing]] = {}
        for row in self._covering(parts):
            found.setdefault(row.tag, []).append(row)
        return found

    def _covering(self, parts: tuple[str, ...]) -> Iterator[Listing]:
        for length in range(1, len(parts) + 1):
            yield from self._by_parts.get(parts[:length], ())


def _listing(row: dict[str, str], where: str) -> Listing:
    try:
        return Listing(
            citation=row["citation"],
            tag=row["tag"],
            offense=row["offense"],
            severity=row["severity"],
            classes=frozenset(row["classes"].split()),
            since=date.fromisoformat(row["from"]) if row["from"] else FIRST,
            until=date.fromisoformat(row["until"]) if row["until"] else LAST,
            cite=row["cite"],
            certainty=row["certainty"],
            reading=row["reading"],
            note=row["note"],
        )
    except (KeyError, ValueError, AttributeError, TypeError) as problem:
        msg = f"{where}: {problem}; the columns are {', '.join(COLUMNS)}"
        raise LawError(msg) from problem
