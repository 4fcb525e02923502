"""What can go wrong with facts, said with the place and the fix.

FactsError
├── VocabularyError   a declaration of a fact is not valid
└── RecordError       a record cannot be answered; carries every Problem found
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, dataclass


class FactsError(Exception):
    """Something about facts is wrong; the message says what and how to mend it."""


class VocabularyError(FactsError):
    """A fact is declared in a way that cannot be used."""


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing wrong with one value: where it stands, what it is, how to mend it."""

    file: str
    row: str
    field: str
    value: str
    problem: str
    fix: str

    def __str__(self) -> str:
        """Say the problem in one sentence, place first."""
        place = ", ".join(part for part in (self.file, self.row) if part)
        field = f"{self.field}: " if self.field else ""
        value = f" (found {self.value})" if self.value else ""
        return f"{place}: {field}{self.problem}{value}. {self.fix}"

    def as_dict(self) -> dict[str, str]:
        """The same as plain keys, for machine formats."""
        return asdict(self)


class RecordError(FactsError):
    """A record that cannot be answered as it stands.

    Attributes:
        problems: every problem found, in the order of the record.
    """

    def __init__(self, problems: Sequence[Problem]) -> None:
        """Gather the problems; the first one leads the message."""
        self.problems = tuple(problems)
        super().__init__("\n".join(str(problem) for problem in self.problems))
