"""Terms in prison: from when they count, what runs after them, and release on parole."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from homeward.sample.cases import Cases
from homeward.sample.charges import Charges
from homeward.sample.days import add_months
from homeward.sample.dice import Dice
from homeward.sample.outcomes import Outcomes
from homeward.sample.sentences import Sentences
from homeward.sample.shares import NOT_KNOWN, Ints, Truths


@dataclass(frozen=True)
class Prison:
    """Columns of a block's terms.

    ``consecutive`` marks a term that runs after the one before it in the case;
    ``commitments`` is a column of people, ``trial`` the first day of a trial for life.
    """

    start: Ints
    credit_from: Ints
    end: Ints
    paroled: Ints
    discharged: Ints
    consecutive: Truths
    commitments: Ints
    trial: Ints


def draw_prison(
    dice: Dice, cases: Cases, charges: Charges, ends: Outcomes, sentences: Sentences
) -> Prison:
    """Draw what becomes of every term."""
    arrest = cases.arrest[charges.case]
    start = _start(dice, arrest, ends, sentences)
    in_years = sentences.years != NOT_KNOWN
    end = add_months(np.where(in_years, start, NOT_KNOWN), sentences.years * 12)
    paroled = _paroled(dice, np.maximum(ends.decided, start), start, end)
    told = dice.chance("sentences.credit_told") & sentences.term
    trial = ends.decided - dice.number("sentences.trial_days")
    return Prison(
        start=start,
        credit_from=np.where(told, start, NOT_KNOWN),
        end=end,
        paroled=paroled,
        discharged=_discharged(dice, paroled, end),
        consecutive=_follows_a_term(charges, in_years) & dice.chance("sentences.consecutive"),
        commitments=_commitments(cases, charges, sentences.term),
        trial=np.where(sentences.life, trial, NOT_KNOWN),
    )


def _start(dice: Dice, arrest: Ints, ends: Outcomes, sentences: Sentences) -> Ints:
    """A term counts from the sentence, less the days in jail before (RSMo 558.031)."""
    days = np.maximum(ends.decided - arrest, 0) * dice.chance("sentences.held_before")
    credit = (dice.even("share of days in jail") * days).astype(np.int64)
    start = np.where(sentences.executed, sentences.revoked, ends.decided - credit)
    return np.where(sentences.term, start, NOT_KNOWN)


def _paroled(dice: Dice, soonest: Ints, start: Ints, end: Ints) -> Ints:
    """The day of release on parole, some part of the way through the term."""
    served = (end - start) * dice.number("sentences.parole_percent") // 100
    day = np.maximum(start + served, soonest)
    free = dice.chance("sentences.paroled") & (day <= dice.last)
    return np.where(free & (end != NOT_KNOWN), day, NOT_KNOWN)


def _discharged(dice: Dice, paroled: Ints, end: Ints) -> Ints:
    """The day the board discharged the person from parole before the end of the term."""
    day = paroled + dice.number("sentences.discharge_days")
    early = day < np.minimum(end, dice.last)
    found = early & dice.chance("sentences.discharged") & (paroled != NOT_KNOWN)
    return np.where(found, day, NOT_KNOWN)


def _follows_a_term(charges: Charges, in_years: Truths) -> Truths:
    """Charges with a term of years whose forerunner in the same case has one too."""
    follows = np.zeros(len(in_years), bool)
    follows[1:] = in_years[1:] & in_years[:-1] & (charges.case[1:] == charges.case[:-1])
    return follows


def _commitments(cases: Cases, charges: Charges, term: Truths) -> Ints:
    """Earlier receipts into prison: the cases of a person with a term, all but the last.

    The record cannot hold more than 99.
    """
    to_prison = np.bincount(charges.case[term], minlength=len(cases.person)) > 0
    times = np.bincount(cases.person[to_prison], minlength=cases.person[-1] + 1)
    return np.clip(times - 1, 0, 99)
