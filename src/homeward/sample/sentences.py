"""Sentences and what follows them: terms, probation, revocation, completion and payment."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np

from homeward.sample.cases import Cases
from homeward.sample.charges import FELONY, MISDEMEANOR, ChargeMaker, Charges
from homeward.sample.days import NO_DAY, add_months
from homeward.sample.dice import Dice, Truths
from homeward.sample.distributions import Distributions, days_since_1970
from homeward.sample.outcomes import Outcomes
from homeward.sample.shares import Floats, Ints

REVOKED = "SES probation, revoked, executed"
WITHOUT_PAROLE = "life_without_parole"
DANGEROUS, GRAVE, OTHER_FELONY, OTHER_MISDEMEANOR, LESSER = range(5)


@dataclass(frozen=True)
class Sentences:
    """Columns of a block's sentences; NO_DAY, -1 and NaN where there is none."""

    kind: Ints
    years: Floats
    life: Truths
    dangerous: Truths
    start: Ints
    paroled: Ints
    revoked: Ints
    completed: Ints
    projected: Truths
    paid: Ints
    owed: Truths


class SentenceMaker:
    """Draws the sentences of the guilty, and when they were done and paid."""

    def __init__(self, book: Distributions, charges: ChargeMaker) -> None:
        """Take what the draws need from the distributions."""
        rows = ("dangerous", "prison", "felony", "misdemeanor", "lesser")
        self.kind = book.grid(*(f"sentences.{row}" for row in rows))
        self.words = (*self.kind.words, REVOKED, WITHOUT_PAROLE)
        self.code = {word: number for number, word in enumerate(self.words)}
        self.dangerous, self.grave = charges.marked("dangerous"), charges.marked("prison")
        self.for_life = charges.marked("life")
        self._read_terms(book, charges.class_words)
        self.life = book.rate("sentences.life")
        self.felony_months = book.shares("sentences.probation_months.felony")
        self.lesser_months = book.shares("sentences.probation_months.lesser")
        self.revoked = book.rate("sentences.revoked")
        self.jail_days = book.spread("sentences.jail_days")
        self.held = book.rate("sentences.held_before")
        self.paroled = book.rate("sentences.paroled")
        self.projected = book.rate("sentences.completion_projected")
        self.paid_at_once, self.owed = book.rate("money.paid_at_sentence"), book.rate("money.owed")
        self.days_to_pay = book.spread("money.days_to_pay")
        self.last = days_since_1970(book.drawn_through)

    def _read_terms(self, book: Distributions, classes: tuple[str, ...]) -> None:
        rows = {row["class"]: row for row in book.rows("sentences.years")}
        chosen = [rows.get(name, rows["other"]) for name in (*classes, "other")]
        self.least, self.most, self.leaning = (
            np.array([row[key] for row in chosen], np.float64)
            for key in ("least", "most", "leaning")
        )
        self.class_a = classes.index("A")

    def make(self, dice: Dice, cases: Cases, charges: Charges, ends: Outcomes) -> Sentences:
        """Draw the sentence of every charge of a block."""
        sentence = self._terms(dice, charges, ends)
        sentence = self._starts(dice, sentence, cases.arrest[charges.case], ends)
        sentence = self._probation(dice, sentence, charges, ends)
        sentence = self._completion(dice, sentence, charges, ends)
        return self._payment(dice, sentence, ends)

    def _is(self, sentence: Sentences, word: str) -> Truths:
        found: Truths = sentence.kind == self.code[word]
        return found

    def _terms(self, dice: Dice, charges: Charges, ends: Outcomes) -> Sentences:
        """The kind of sentence, and the years of a term (RSMo 558.011)."""
        count = len(charges.case)
        felony = charges.level == FELONY
        row = np.select(
            [self.dangerous[charges.offense], self.grave[charges.offense], felony,
             charges.level == MISDEMEANOR],
            [DANGEROUS, GRAVE, OTHER_FELONY, OTHER_MISDEMEANOR], LESSER,
        )  # fmt: skip
        kind = np.where(ends.convicted, dice.cell(self.kind, row), -1)
        kind = np.where(ends.suspended, self.code["probation"], kind)
        never_free = self.for_life[charges.offense] & ends.convicted
        kind = np.where(never_free, self.code[WITHOUT_PAROLE], kind)
        class_a = (charges.class_ == self.class_a) & felony
        prison = (kind == self.code["prison"]) & felony
        life = never_free | (prison & class_a & dice.chance(self.life, count))
        none = np.full(count, NO_DAY)
        return Sentences(
            kind=kind, years=np.where(prison & ~life, self._years(dice, charges), np.nan),
            life=life, dangerous=self.dangerous[charges.offense] & (prison | never_free),
            start=none, paroled=none, revoked=none, completed=none,
            projected=np.zeros(count, bool), paid=none, owed=np.zeros(count, bool),
        )  # fmt: skip

    def _years(self, dice: Dice, charges: Charges) -> Floats:
        least, most = self.least[charges.class_], self.most[charges.class_]
        lean = dice.even(len(charges.case)) ** self.leaning[charges.class_]
        years: Floats = least + np.floor(lean * (most - least + 1))
        return years

    def _starts(self, dice: Dice, sentence: Sentences, arrest: Ints, ends: Outcomes) -> Sentences:
        """A term counts from the sentence, less the days in jail before (RSMo 558.031)."""
        count = len(arrest)
        held = dice.chance(self.held, count) * dice.even(count)
        credit = (held * np.maximum(ends.decided - arrest, 0)).astype(np.int64)
        term = ~np.isnan(sentence.years) | sentence.life
        start = np.where(term, ends.decided - credit, NO_DAY)
        share = dice.even(count) * 0.55 + 0.3
        out = start + (np.nan_to_num(sentence.years) * share * 365.25).astype(np.int64)
        out = np.maximum(out, ends.decided)
        free = dice.chance(self.paroled, count) & ~np.isnan(sentence.years) & (out <= self.last)
        return replace(sentence, start=start, paroled=np.where(free, out, NO_DAY))

    def _probation(
        self, dice: Dice, sentence: Sentences, charges: Charges, ends: Outcomes
    ) -> Sentences:
        """Probation runs out, or is taken back; a felony's term is then executed."""
        count = len(charges.case)
        felony = charges.level == FELONY
        months = np.where(
            felony,
            _months(self.felony_months.words)[dice.word(self.felony_months, count)],
            _months(self.lesser_months.words)[dice.word(self.lesser_months, count)],
        )
        on_probation = self._is(sentence, "probation")
        over = add_months(np.where(on_probation, ends.decided, NO_DAY), months)
        back = ends.decided + (dice.even(count) * months * 30).astype(np.int64) + 1
        revoked = on_probation & dice.chance(self.revoked, count) & (back <= self.last)
        executed = revoked & felony & ends.convicted
        return replace(
            sentence,
            kind=np.where(executed, self.code[REVOKED], sentence.kind),
            years=np.where(executed, self._years(dice, charges), sentence.years),
            start=np.where(executed, back, sentence.start),
            revoked=np.where(revoked, back, NO_DAY),
            completed=over,
        )

    def _completion(
        self, dice: Dice, sentence: Sentences, charges: Charges, ends: Outcomes
    ) -> Sentences:
        """The day all of it was done; ahead of the last day it is projected, or not said."""
        count = len(charges.case)
        days = dice.whole(self.jail_days, count)
        term = add_months(sentence.start, np.nan_to_num(sentence.years).astype(np.int64) * 12)
        done = np.select(
            [sentence.life, ~np.isnan(sentence.years), self._is(sentence, "jail"),
             self._is(sentence, "fine")],
            [NO_DAY, np.maximum(term, ends.decided), ends.decided + days, ends.decided],
            sentence.completed,
        )  # fmt: skip
        ahead = done > self.last
        said = dice.chance(self.projected, count)
        return replace(
            sentence, completed=np.where(ahead & ~said, NO_DAY, done), projected=ahead & said
        )

    def _payment(self, dice: Dice, sentence: Sentences, ends: Outcomes) -> Sentences:
        """The day the last of the money was paid; a fine is done when it is paid."""
        count = len(ends.decided)
        guilty = ends.convicted | ends.suspended
        at_once = dice.chance(self.paid_at_once, count)
        paid = ends.decided + np.where(at_once, 0, dice.whole(self.days_to_pay, count))
        owed = guilty & (dice.chance(self.owed, count) | (paid > self.last))
        paid = np.where(guilty & ~owed, paid, NO_DAY)
        fine = self._is(sentence, "fine")
        done = np.where(fine, paid, sentence.completed)
        return replace(sentence, completed=done, paid=paid, owed=owed)


def _months(words: tuple[str, ...]) -> Ints:
    return np.array([int(word) for word in words], np.int64)
