"""What an extract leaves out, and what it gets wrong, at the stated rates."""

from __future__ import annotations

import numpy as np

from homeward.sample.column import Column
from homeward.sample.days import add_months, year_of
from homeward.sample.dice import Dice
from homeward.sample.shares import NOT_KNOWN


def spoil(dice: dict[str, Dice], columns: dict[str, dict[str, Column]]) -> None:
    """Write some days wrong, then leave values out."""
    _misdate(dice["charge"], columns["charge"])
    born = columns["person"]["birth_date"].values
    year = year_of(born)
    for row in dice["charge"].book.rows("missing"):
        table, _, field = row["field"].partition(".")
        lost = dice[table].even(f"missing {row['field']}") < row["rate"]
        columns[table][field].forget(lost)
    kept = dice["person"].chance("people.birth_year_kept") & (born == NOT_KNOWN)
    columns["person"]["birth_year"] = Column(np.where(kept, year, NOT_KNOWN))


def _misdate(dice: Dice, columns: dict[str, Column]) -> None:
    """A year of the offense written one too late; an end of the sentence before the sentence."""
    offense = columns["offense_date"].values
    later = add_months(offense, 12)
    wrong = dice.chance("wrong.offense_year") & (later <= dice.last)
    offense[wrong] = later[wrong]
    done, decided = columns["disposition_completed_on"].values, columns["disposition_date"].values
    ahead = columns["disposition_completion_projected"].values == 1
    over = (done != NOT_KNOWN) & (decided != NOT_KNOWN) & ~ahead
    wrong = dice.chance("wrong.completed_early") & over
    done[wrong] = decided[wrong] - dice.number("wrong.days_early")[wrong]
