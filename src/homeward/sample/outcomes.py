"""How charges end: open, without guilt, with a suspended imposition, or convicted; and when."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from homeward.sample.cases import Cases
from homeward.sample.charges import Charges
from homeward.sample.days import month_end
from homeward.sample.dice import Dice
from homeward.sample.offenses import FELONY, LEVELS
from homeward.sample.shares import NOT_KNOWN, Ints, Truths

_ROWS = (
    *(f"dispositions.{place}.{level}" for place in ("first", "further") for level in LEVELS),
    "dispositions.arrest",
)


@dataclass(frozen=True)
class Outcomes:
    """Columns of a block's endings; ``open`` is a column of cases."""

    open: Truths
    words: tuple[str, ...]
    disposition: Ints
    decided: Ints
    convicted: Truths
    suspended: Truths

    @property
    def guilty(self) -> Truths:
        """Whether guilt was found."""
        return self.convicted | self.suspended


def draw_outcomes(case_dice: Dice, dice: Dice, cases: Cases, charges: Charges) -> Outcomes:
    """Draw the end of every charge of a block."""
    decided = _case_days(case_dice, cases, felony=charges.level[cases.first] == FELONY)
    ahead = decided > dice.last
    still_open = (ahead | case_dice.chance("cases.still_open")) & ~cases.arrest_only
    arrest_only = cases.arrest_only[charges.case]
    row = charges.level + len(LEVELS) * (charges.number > 1)
    found = dice.cell(_ROWS, np.where(arrest_only, len(_ROWS) - 1, row))
    words = (*dice.book.grid(_ROWS).words, "pending")
    found = np.where(still_open[charges.case], words.index("pending"), found)
    ended = ~still_open[charges.case] & ~arrest_only
    return Outcomes(
        open=still_open,
        words=words,
        disposition=found,
        decided=np.where(ended, _charge_days(dice, cases, charges, decided), NOT_KNOWN),
        convicted=found == words.index("convicted"),
        # not every place has a suspended imposition of sentence
        suspended=found == (words.index("sis") if "sis" in words else NOT_KNOWN),
    )


def _case_days(dice: Dice, cases: Cases, *, felony: Truths) -> Ints:
    """The day each case is decided; it may lie ahead of the last day."""
    days = np.where(
        felony,
        dice.number("cases.days_to_disposition.felony"),
        dice.number("cases.days_to_disposition.lesser"),
    )
    day = np.where(cases.arrest_only, cases.arrest, cases.filed) + days
    moved = np.where(dice.chance("edges.month_end"), month_end(day), day)
    return np.where((day <= dice.last) & (moved > dice.last), day, moved)


def _charge_days(dice: Dice, cases: Cases, charges: Charges, decided: Ints) -> Ints:
    """The case's day; for a few charges after the first, an earlier one."""
    day = decided[charges.case]
    apart = dice.chance("cases.apart") & (charges.number > 1)
    since_filing = np.maximum(day - cases.filed[charges.case], 0) * apart
    found: Ints = day - (dice.even("days apart") * since_filing).astype(np.int64)
    return found
