"""Sentences: their kind, the years of a term, and how long probation lasts or whether it fails."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from homeward.sample.charges import Charges
from homeward.sample.days import add_months
from homeward.sample.dice import Dice
from homeward.sample.offenses import FELONY, MISDEMEANOR, Offenses
from homeward.sample.outcomes import Outcomes
from homeward.sample.shares import NOT_KNOWN, Ints, Truths

_KINDS = tuple(f"sentences.kind.{row}" for row in
               ("dangerous", "grave", "felony", "misdemeanor", "lesser", "life"))  # fmt: skip
_DANGEROUS, _GRAVE, _FELONY, _MISDEMEANOR, _LESSER, _LIFE = range(len(_KINDS))
_REVOKED = "SES probation, revoked, executed"
_CLASSES = ("A", "B", "C", "D", "E", "unclassified", "other")
_YEARS = tuple(f"sentences.years.{name}" for name in _CLASSES)


@dataclass(frozen=True)
class Sentences:
    """Columns of a block's sentences. A term is years in prison, or life."""

    words: tuple[str, ...]
    kind: Ints
    years: Ints
    life: Truths
    dangerous: Truths
    probation_over: Ints
    revoked: Ints
    executed: Truths

    @property
    def term(self) -> Truths:
        """Whether there is a term to serve."""
        found: Truths = (self.years != NOT_KNOWN) | self.life
        return found

    def is_(self, word: str) -> Truths:
        """Which sentences are of a kind."""
        found: Truths = self.kind == self.words.index(word)
        return found


def draw_sentences(
    dice: Dice, offenses: Offenses, charges: Charges, ends: Outcomes
) -> Sentences:  # fmt: skip
    """Draw the sentence of every charge of a block (RSMo 558.011)."""
    felony = charges.level == FELONY
    words = (*dice.book.grid(_KINDS).words, _REVOKED)
    kind = _kinds(dice, words, offenses, charges, ends)
    to_prison = felony & (kind == words.index("prison"))
    class_a = charges.class_ == _number_of("A", offenses.class_words)
    life = np.isin(kind, [number for number, word in enumerate(words) if word.startswith("life")])
    life |= to_prison & class_a & dice.chance("sentences.life")
    over, revoked = _probation(dice, kind == words.index("probation"), felony, ends.decided)
    executed = (revoked != NOT_KNOWN) & felony & ends.convicted
    in_years = (to_prison & ~life) | executed
    return Sentences(
        words=words,
        kind=np.where(executed, words.index(_REVOKED), kind),
        years=np.where(in_years, _years(dice, offenses, charges), NOT_KNOWN),
        life=life,
        dangerous=offenses.of(["dangerous"])[charges.offense],
        probation_over=over,
        revoked=revoked,
        executed=executed,
    )


def _number_of(word: str, words: tuple[str, ...]) -> int:
    """The number of a class; one that no row has where the place knows no such class."""
    return words.index(word) if word in words else len(words)


def _kinds(
    dice: Dice, words: tuple[str, ...], offenses: Offenses, charges: Charges, ends: Outcomes
) -> Ints:
    def is_(mark: str) -> Truths:
        return offenses.of([mark])[charges.offense]

    row = np.select(
        [is_("life"), is_("dangerous"), is_("grave"), charges.level == FELONY,
         charges.level == MISDEMEANOR],
        [_LIFE, _DANGEROUS, _GRAVE, _FELONY, _MISDEMEANOR], _LESSER,
    )  # fmt: skip
    kind = np.where(ends.convicted, dice.cell(_KINDS, row), NOT_KNOWN)
    return np.where(ends.suspended, words.index("probation"), kind)


def _years(dice: Dice, offenses: Offenses, charges: Charges) -> Ints:
    """The years of a term, from the range of the charge's class."""
    other = _CLASSES.index("other")
    rows = [
        _CLASSES.index(name) if name in _CLASSES else other
        for name in (*offenses.class_words, "other")
    ]
    row = np.array(rows)[np.where(charges.class_ == NOT_KNOWN, -1, charges.class_)]
    years = np.array([int(word) for word in dice.book.grid(_YEARS).words])
    return years[dice.cell(_YEARS, row)]


def _probation(
    dice: Dice, on_probation: Truths, felony: Truths, decided: Ints
) -> tuple[Ints, Ints]:
    """The day probation is over, and the day it was taken back before that."""
    months = np.where(
        felony,
        dice.number("sentences.probation_months.felony"),
        dice.number("sentences.probation_months.lesser"),
    )
    back = decided + (dice.even("day of revocation") * months * 30).astype(np.int64) + 1
    failed = on_probation & dice.chance("sentences.revoked")
    revoked = failed & (back <= dice.last)
    over = add_months(np.where(on_probation, decided, NOT_KNOWN), months)
    return over, np.where(revoked, back, NOT_KNOWN)
