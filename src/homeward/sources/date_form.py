"""How a column writes its days: ``%m/%d/%Y`` as a pattern that Python and DuckDB read alike.

>>> form = DateForm("%m/%d/%Y")
>>> form.day("3/1/2021")
datetime.date(2021, 3, 1)
>>> form.day("02/29/2021")
Traceback (most recent call last):
    ...
homeward.facts.checking.BadValue: is not a day of the calendar
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from homeward.facts.checking import BadValue
from homeward.sources.problem import MappingError

MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")

_FULL = "january|february|march|april|may|june|july|august|september|october|november|december"
_DIGITS = {"%Y": 4, "%y": 2, "%m": 2, "%d": 2, "%H": 2, "%I": 2, "%M": 2, "%S": 2}
_PATTERNS = {
    "%b": f"({'|'.join(MONTHS)})", "%B": f"({_FULL})", "%p": "(?:am|pm)",
    "%f": "[0-9]+", "%%": "%",
}  # fmt: skip
_KEPT = ("%Y", "%y", "%m", "%d", "%b", "%B")
_TOKEN = re.compile(r"%.|[^%]", re.DOTALL)
_CENTURY = 100


@dataclass(frozen=True)
class DateForm:
    """A way of writing days. Directives are those of ``strptime``; a time of day is read over.

    ``last_year`` is needed for two-digit years: the latest year that they can mean.

    Raises:
        MappingError: when the form does not say year, month and day, or says more than it may.
    """

    text: str
    last_year: int | None = None

    def __post_init__(self) -> None:
        """See that a day can be read from it."""
        found = [token for token in self.tokens if token in _KEPT]
        parts = sorted(part for part, _ in map(_part, found))
        if parts != ["day", "month", "year"]:
            msg = (
                f'date_format "{self.text}" must name the year, the month and the day once each, '
                'as in "%m/%d/%Y"'
            )
            raise MappingError(msg)
        if ("%y" in found) != (self.last_year is not None):
            msg = (
                f'date_format "{self.text}" and last_year do not fit: a year of two digits (%y) '
                "needs last_year, the latest year that it can mean; four digits (%Y) need none"
            )
            raise MappingError(msg)

    @cached_property
    def tokens(self) -> list[str]:
        """The directives and the characters between them."""
        tokens = _TOKEN.findall(self.text)
        strange = [
            token for token in tokens if len(token) > 1 and token not in {*_DIGITS, *_PATTERNS}
        ]
        if strange or self.text.count("%") != sum(token.count("%") for token in tokens):
            msg = f'date_format "{self.text}": {strange[0] if strange else "%"} is not known here'
            raise MappingError(msg)
        return tokens

    @cached_property
    def pattern(self) -> str:
        """The form as a regular expression, in the part of the language that RE2 shares."""
        pieces = [self._piece(number) for number in range(len(self.tokens))]
        return "".join(pieces)

    def _piece(self, number: int) -> str:
        token = self.tokens[number]
        if token not in _DIGITS:
            return _PATTERNS.get(token) or re.escape(token.lower())
        beside = self.tokens[max(number - 1, 0) : number] + self.tokens[number + 1 : number + 2]
        # Digits that touch other digits have all their places: 1112021 could be two days.
        exact = token in ("%Y", "%y") or any(other in _DIGITS for other in beside)
        digits = f"[0-9]{{{_DIGITS[token]}}}" if exact else f"[0-9]{{1,{_DIGITS[token]}}}"
        return f"({digits})" if token in _KEPT else digits

    @cached_property
    def groups(self) -> dict[str, tuple[int, str]]:
        """Year, month and day: the number of the group, and the directive."""
        found = [token for token in self.tokens if token in _KEPT]
        return {_part(token)[0]: (place, token) for place, token in enumerate(found, 1)}

    @cached_property
    def _compiled(self) -> re.Pattern[str]:
        return re.compile(self.pattern)

    def day(self, text: str) -> date:
        """The day that a text says.

        Raises:
            BadValue: when it is not written so, or is no day of the calendar.
        """
        found = self._compiled.fullmatch(text.lower())
        fix = f'Write the day as "{self.text}", or change date_format in the mapping'
        if found is None:
            problem = "is not a date in the form that the mapping gives"
            raise BadValue(problem, fix)
        year = self._year(int(found[self.groups["year"][0]]))
        month = _month(found[self.groups["month"][0]])
        try:
            return date(year, month, int(found[self.groups["day"][0]]))
        except ValueError:
            problem = "is not a day of the calendar"
            raise BadValue(problem, fix) from None

    def _year(self, written: int) -> int:
        if self.last_year is None:
            return written
        year = self.last_year - self.last_year % _CENTURY + written
        return year if year <= self.last_year else year - _CENTURY


def _part(token: str) -> tuple[str, str]:
    return {"y": "year", "d": "day"}.get(token[1].lower(), "month"), token


def _month(written: str) -> int:
    return int(written) if written.isdigit() else MONTHS.index(written[:3]) + 1
