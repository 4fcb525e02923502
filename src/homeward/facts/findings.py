"""What was found wrong, or odd, while reading one record.

A problem keeps the record from being answered. A field that nobody knows and
dates in a strange order are told to the person and stop nothing, unless the
reading is strict.
"""

from __future__ import annotations

from typing import Any

from homeward.facts.problem import Problem
from homeward.facts.vocabulary import Vocabulary

_LONGEST = 60
_MANY_BITS = 1_024


class Findings:
    """Gathers what is found, in the order of the record.

    Attributes:
        problems: what has to be mended before the record can be answered.
        strange: the fields that nobody knows, each with the nearest known name.
    """

    def __init__(self, vocabulary: Vocabulary, file: str, *, strict: bool) -> None:
        """Start with nothing found in a file."""
        self.vocabulary = vocabulary
        self.file = file
        self.strict = strict
        self.problems: list[Problem] = []
        self.strange: dict[str, str | None] = {}
        self._doubts: list[str] = []

    def problem(self, row: str, field: str, value: Any, problem: str, fix: str) -> None:
        """Something that has to be mended."""
        shown = "" if value is None or value == "" else in_short(value)
        self.problems.append(Problem(self.file, row, field, shown, problem, fix))

    def unknown_key(self, row: str, name: str) -> None:
        """A field that nobody knows."""
        near = self.vocabulary.nearest(name)
        self.strange[name] = near
        if self.strict:
            fix = f'Did you mean "{near}"?' if near else "Leave it out, or see the page of facts"
            self.problem(row, name, None, "is not a field that homeward knows", fix)

    def strange_order(self, row: str, earlier: tuple[str, str], later: tuple[str, str]) -> None:
        """A day that lies before one that it should follow; each with its fact's name."""
        (before, first), (after, second) = earlier, later
        self._doubts.append(f"{row}: {after} ({second}) lies before {before} ({first})")
        if self.strict:
            fix = "Check both dates against the court's paper"
            self.problem(row, after, second, f"lies before {before} ({first})", fix)

    def notes(self) -> list[str]:
        """The oddities as sentences for the person."""
        notes = []
        if self.strange:
            named = [
                f"{key} (did you mean {near}?)" if near else key
                for key, near in self.strange.items()
            ]
            notes.append(f"These fields are not known here and were not used: {', '.join(named)}.")
        return notes + [
            f"Dates in a strange order, please check: {doubt}." for doubt in self._doubts
        ]


def in_short(value: Any) -> str:
    """A value as it was written, cut when it is long.

    >>> in_short("felonie"), in_short(10**400)
    ("'felonie'", 'a number of 1329 bits')
    """
    if isinstance(value, int) and value.bit_length() > _MANY_BITS:
        return f"a number of {value.bit_length()} bits"  # Python will not print it
    try:
        shown = repr(value)
    except (ValueError, RecursionError):
        return "something too large to print"
    return shown if len(shown) <= _LONGEST else shown[:_LONGEST] + "…"
