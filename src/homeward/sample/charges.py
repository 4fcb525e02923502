"""The charges of a block: which offense each is, of which level and class, on which day."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np

from homeward.sample.cases import CaseMaker, Cases
from homeward.sample.dice import Dice, Truths
from homeward.sample.distributions import Distributions, days_since_1970
from homeward.sample.people import truth_codes
from homeward.sample.shares import Grid, Ints

LEVELS = ("felony", "misdemeanor", "infraction", "ordinance")
FELONY, MISDEMEANOR, INFRACTION, ORDINANCE = range(4)
NOT_KNOWN = -1


@dataclass(frozen=True)
class Charges:
    """Columns of a block's charges: what they are, before how they ended."""

    case: Ints
    number: Ints
    offense: Ints
    offense_day: Ints
    level: Ints
    statute: Ints
    class_: Ints
    substance: Ints
    jailable: Ints
    one_course: Truths


class ChargeMaker:
    """Draws the charges of cases."""

    def __init__(self, book: Distributions, cases: CaseMaker) -> None:
        """Take what the draws need from the distributions."""
        self.offenses = book.rows("charges.offenses")
        pools = list(dict.fromkeys(row["pool"] for row in self.offenses))
        self.pool = np.array([pools.index(row["pool"]) for row in cases.kinds])
        self.offense = Grid.of([self._weights(pool) for pool in pools])
        self.level = np.array([LEVELS.index(row["level"]) for row in self.offenses])
        self.change = days_since_1970(book.code_change)
        self._code_numbers(book, in_state=self._in_state(book, cases))
        self.substance = book.shares("charges.substance")
        self.drug = self.marked("drug")
        self.jailable = book.shares("charges.ordinance_jailable")
        self.jailable_truth = truth_codes(self.jailable.words)
        self.earlier = book.rate("charges.earlier_conduct")
        self.one_course = book.rate("charges.one_course")

    def marked(self, mark: str) -> Truths:
        """Which offenses carry a mark."""
        return np.array([bool(row.get(mark)) for row in self.offenses])

    def _weights(self, pool: str) -> dict[str, float]:
        return {str(number): row["weight"] if row["pool"] == pool else 0
                for number, row in enumerate(self.offenses)}  # fmt: skip

    def _in_state(self, book: Distributions, cases: CaseMaker) -> set[str]:
        return {row["pool"] for row in cases.kinds if row["jurisdiction"] == book.id}

    def _code_numbers(self, book: Distributions, in_state: set[str]) -> None:
        """Statutes and classes of each offense, now and before the code change."""
        before = {row["now"]: row["then"] for row in book.rows("charges.classes_before")}
        rows = self.offenses

        def old_class(row: dict[str, Any]) -> str:
            name = str(row.get("class", ""))
            changed = row["level"] == "felony" and row["pool"] in in_state
            return before.get(name, name) if changed else name

        statutes = [
            [row.get("was", row["statute"]) for row in rows],
            [row["statute"] for row in rows],
        ]
        classes = [[old_class(row) for row in rows], [row.get("class", "") for row in rows]]
        self.statute_words, self.statute = coded(statutes)
        self.class_words, self.class_ = coded(classes)

    def make(self, dice: Dice, cases: Cases) -> Charges:
        """Draw every charge of a block."""
        case = np.repeat(np.arange(len(cases.charges)), cases.charges)
        count = len(case)
        number = np.arange(count) - cases.first[case]
        offense = dice.cell(self.offense, self.pool[cases.kind[case]])
        early = dice.chance(self.earlier, count) & (number > 0)
        day = cases.offense[case] - early * (dice.even(count) * 60).astype(np.int64)
        since = (day >= self.change).astype(np.int64)
        level = self.level[offense]
        substance = dice.word(self.substance, count)
        jailable = self.jailable_truth[dice.word(self.jailable, count)]
        several = cases.charges > 1
        return Charges(
            case=case,
            number=number,
            offense=offense,
            offense_day=day,
            level=level,
            statute=self.statute[since, offense],
            class_=self.class_[since, offense],
            substance=np.where(self.drug[offense], substance, NOT_KNOWN),
            jailable=np.where(level == ORDINANCE, jailable, NOT_KNOWN),
            one_course=(several & dice.chance(self.one_course, len(several)))[case],
        )


def coded(rows: list[list[str]]) -> tuple[tuple[str, ...], Ints]:
    """The distinct words of some rows, and the rows as numbers of words; "" is not known."""
    words = tuple(dict.fromkeys(word for row in rows for word in row if word))
    numbers = {word: number for number, word in enumerate(words)} | {"": NOT_KNOWN}
    return words, np.array([[numbers[word] for word in row] for row in rows], np.int64)
