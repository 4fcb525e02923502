"""How charges end: open, without guilt, with a suspended imposition, or convicted; and when."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from homeward.sample.cases import CaseMaker, Cases, open_cases
from homeward.sample.charges import FELONY, LEVELS, Charges
from homeward.sample.days import NO_DAY, month_end
from homeward.sample.dice import Dice, Truths
from homeward.sample.distributions import Distributions, days_since_1970
from homeward.sample.shares import Ints


@dataclass(frozen=True)
class Outcomes:
    """Columns of a block's endings."""

    open: Truths
    disposition: Ints
    decided: Ints
    convicted: Truths
    suspended: Truths


class OutcomeMaker:
    """Draws how charges end."""

    def __init__(self, book: Distributions, cases: CaseMaker) -> None:
        """Take what the draws need from the distributions."""
        names = [
            f"dispositions.{place}.{level}" for place in ("first", "further") for level in LEVELS
        ]
        self.disposition = book.grid(*names)
        self.words = (*self.disposition.words, "pending", "no_charge_filed")
        self.pending, self.not_charged = len(self.words) - 2, len(self.words) - 1
        self.convicted = self.words.index("convicted")
        self.suspended = self.words.index("sis")
        self.felony_days = book.spread("cases.days_to_disposition.felony")
        self.lesser_days = book.spread("cases.days_to_disposition.lesser")
        self.still_open = book.rate("cases.still_open")
        self.apart = book.rate("cases.apart")
        self.month_ends = book.rate("edges.month_end")
        self.arrest_only = cases.arrest_only
        self.last = days_since_1970(book.drawn_through)

    def make(self, dice: Dice, cases: Cases, charges: Charges) -> Outcomes:
        """Draw the end of every charge of a block."""
        felony = charges.level[cases.first] == FELONY
        filed = cases.filed != NO_DAY
        decided = self._case_days(dice, cases, felony=felony)
        stale = dice.chance(self.still_open, len(decided))
        still_open = open_cases(decided, self.last, stale) & filed
        row = charges.level + len(LEVELS) * (charges.number > 0)
        found = dice.cell(self.disposition, row)
        found = np.where(still_open[charges.case], self.pending, found)
        found = np.where((cases.kind == self.arrest_only)[charges.case], self.not_charged, found)
        ended = found < self.pending
        return Outcomes(
            open=still_open,
            disposition=found,
            decided=np.where(ended, self._charge_days(dice, cases, charges, decided), NO_DAY),
            convicted=found == self.convicted,
            suspended=found == self.suspended,
        )

    def _case_days(self, dice: Dice, cases: Cases, *, felony: Truths) -> Ints:
        """The day each case is decided; it may lie ahead of the last day."""
        count = len(felony)
        days = np.where(
            felony, dice.whole(self.felony_days, count), dice.whole(self.lesser_days, count)
        )
        day = np.where(cases.filed == NO_DAY, cases.arrest, cases.filed) + days
        moved = np.where(dice.chance(self.month_ends, count), month_end(day), day)
        return np.where((day <= self.last) & (moved > self.last), day, moved)

    def _charge_days(self, dice: Dice, cases: Cases, charges: Charges, decided: Ints) -> Ints:
        """The case's day; for a few charges after the first, an earlier one."""
        count = len(charges.case)
        day = decided[charges.case]
        apart = dice.chance(self.apart, count) & (charges.number > 0)
        since_filing = np.maximum(day - cases.filed[charges.case], 0) * apart
        found: Ints = day - (dice.even(count) * since_filing).astype(np.int64)
        return found
