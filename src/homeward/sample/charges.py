"""The charges of a block: which offense each is, of which level and class, on which day."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from homeward.sample.cases import Cases
from homeward.sample.days import number_of
from homeward.sample.dice import Dice, rows_of
from homeward.sample.offenses import Offenses
from homeward.sample.shares import NOT_KNOWN, Ints


@dataclass(frozen=True)
class Charges:
    """Columns of a block's charges: what they are, before how they ended.

    ``case`` is the row of the case in the block, ``number`` counts the case's
    charges from 1, ``course`` is 0 where the record does not say.
    """

    case: Ints
    person: Ints
    number: Ints
    offense: Ints
    day: Ints
    level: Ints
    statute: Ints
    class_: Ints
    substance: Ints
    course: Ints


def draw_charges(dice: Dice, cases: Cases, offenses: Offenses) -> Charges:
    """Draw every charge of a block."""
    case, number = rows_of(cases.charges)
    pool = offenses.pool_of_kind[cases.kind[case]]
    offense = offenses.by_pool.pick(pool, dice.even("charges.offenses"))
    early = dice.chance("charges.earlier_conduct") & (number > 1)
    day = cases.offense[case] - early * (dice.even("days before") * 60).astype(np.int64)
    since = (day >= number_of(dice.book.code_change)).astype(np.int64)
    return Charges(
        case=case,
        person=cases.person[case],
        number=number,
        offense=offense,
        day=day,
        level=offenses.level[offense],
        statute=offenses.statute[since, offense],
        class_=offenses.class_[since, offense],
        substance=_substance(dice, offenses, offense),
        course=_course(dice, cases, case, number),
    )


def _substance(dice: Dice, offenses: Offenses, offense: Ints) -> Ints:
    """The drug: the one that the offense names, or any, where it is a drug offense at all."""
    named = offenses.substance[offense]
    drug = offenses.of(["drug"])[offense]
    drawn = np.where(drug, dice.word("charges.substance"), NOT_KNOWN)
    return np.where(named == NOT_KNOWN, drawn, named)


def _course(dice: Dice, cases: Cases, case: Ints, number: Ints) -> Ints:
    """A number for each course of conduct: one for the case, or one for each charge of it."""
    told = dice.word("charges.course")[cases.first][case]
    one, own = (dice.book.shares("charges.course").words.index(word) for word in ("one", "own"))
    here = cases.number[case] * 256
    return np.where(told == one, here, np.where(told == own, here + number, 0))
