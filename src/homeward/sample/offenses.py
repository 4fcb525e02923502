"""The offenses that charges are drawn from, as columns: numbers of statutes, levels, marks."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import numpy as np

from homeward.sample.distributions import Distributions
from homeward.sample.problem import DistributionError
from homeward.sample.shares import NOT_KNOWN, Grid, Ints, Truths

LEVELS = ("felony", "misdemeanor", "infraction", "ordinance")
FELONY, MISDEMEANOR, INFRACTION, ORDINANCE = range(4)


class Offenses:
    """One place's offenses; the statute and the class depend on the day of the offense.

    ``statute`` and ``class_`` have two rows: before and since the change of the code.
    """

    def __init__(self, book: Distributions) -> None:
        """Lay the table out in columns."""
        self.file = book.file
        self.rows = book.rows("charges.offenses")
        kinds = {row["kind"]: row for row in book.rows("cases.kinds")}
        self.kinds = [kinds[kind] for kind in book.shares("cases.kind").words]
        pools = list(dict.fromkeys(row["pool"] for row in self.rows))
        self.pool_of_kind = np.array([pools.index(row["pool"]) for row in self.kinds])
        self.by_pool = Grid.of([self._weights(pool) for pool in pools])
        self.level = np.array([LEVELS.index(row["level"]) for row in self.rows])
        self.statute_words, self.statute = coded(
            [[row.get("was", row["statute"]) for row in self.rows],
             [row["statute"] for row in self.rows]]
        )  # fmt: skip
        self.class_words, self.class_ = coded(
            [self._old_classes(book), [row.get("class") for row in self.rows]]
        )
        self.description_words, self.description = self._column("says")
        self.equal_words, self.equal = self._column("equals")
        drugs = book.shares("charges.substance").words
        self.substance_words, self.substance = self._column("substance", drugs)
        self._words = [self._words_of(row) for row in self.rows]

    def of(self, words: Iterable[str]) -> Truths:
        """Which offenses have one of these pools, levels, statutes or marks.

        Raises:
            DistributionError: when no offense has one of the words.
        """
        wanted = set(words)
        strange = sorted(wanted.difference(*self._words))
        if strange:
            msg = f"{self.file}: no offense is of {strange[0]}: use a pool, level, statute or mark"
            raise DistributionError(msg)
        return np.array([bool(wanted & mine) for mine in self._words])

    def _words_of(self, row: dict[str, Any]) -> set[str]:
        marks = {key for key, value in row.items() if value is True}
        return {row["pool"], row["level"], row["statute"], row.get("was", "")} | marks

    def _weights(self, pool: str) -> dict[str, float]:
        return {str(number): row["weight"] if row["pool"] == pool else 0
                for number, row in enumerate(self.rows)}  # fmt: skip

    def _old_classes(self, book: Distributions) -> list[str | None]:
        """The class before the code change; other places' classes did not change."""
        then = {row["now"]: row["then"] for row in book.rows("charges.classes_before")}
        own = {row["pool"] for row in self.kinds if row["jurisdiction"] == book.id}
        return [
            then.get(row["class"], row["class"])
            if row["level"] == "felony" and row["pool"] in own and "class" in row
            else row.get("class")
            for row in self.rows
        ]

    def _column(self, key: str, words: tuple[str, ...] = ()) -> tuple[tuple[str, ...], Ints]:
        found, numbers = coded([[row.get(key) for row in self.rows]], words)
        return found, numbers[0]


def coded(
    rows: list[list[str | None]], words: tuple[str, ...] = ()
) -> tuple[tuple[str, ...], Ints]:
    """The distinct words of some rows, after those given, and the rows as numbers of words.

    >>> coded([["b", None, "a"]])
    (('b', 'a'), array([[          0, -2147483648,           1]]))
    """
    words = tuple(dict.fromkeys([*words, *(word for row in rows for word in row if word)]))
    numbers: dict[str | None, int] = {word: number for number, word in enumerate(words)}
    return words, np.array([[numbers.get(word, NOT_KNOWN) for word in row] for row in rows])
