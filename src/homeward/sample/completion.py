"""When a sentence was done and when its money was paid."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from homeward.sample.dice import Dice
from homeward.sample.outcomes import Outcomes
from homeward.sample.prison import Prison
from homeward.sample.sentences import Sentences
from homeward.sample.shares import NOT_KNOWN, Ints, Truths


@dataclass(frozen=True)
class Completion:
    """Columns of a block: the day all was done, whether it lies ahead, the day all was paid."""

    done: Ints
    projected: Truths
    paid: Ints
    owed: Truths


def draw_completion(
    dice: Dice, ends: Outcomes, sentences: Sentences, prison: Prison
) -> Completion:  # fmt: skip
    """Draw the end of every sentence of a block; a fine is done when it is paid."""
    paid, owed = _payment(dice, ends)
    done = np.select(
        [sentences.life, sentences.years != NOT_KNOWN, sentences.is_("jail"),
         sentences.is_("fine")],
        [NOT_KNOWN, np.maximum(prison.end, ends.decided),
         ends.decided + dice.number("sentences.jail_days"), paid],
        sentences.probation_over,
    )  # fmt: skip
    done = np.where(prison.discharged == NOT_KNOWN, done, prison.discharged)
    ahead = done > dice.last
    told = dice.chance("sentences.completion_projected")
    return Completion(np.where(ahead & ~told, NOT_KNOWN, done), ahead & told, paid, owed)


def _payment(dice: Dice, ends: Outcomes) -> tuple[Ints, Truths]:
    """The day the last of the money was paid, and whether some of it is still owed."""
    days = np.where(dice.chance("money.paid_at_sentence"), 0, dice.number("money.days_to_pay"))
    paid = ends.decided + days
    late = paid > dice.last
    owed = ends.guilty & (dice.chance("money.owed") | late)
    return np.where(ends.guilty & ~owed, paid, NOT_KNOWN), owed
