"""Which field of the record each drawn column is."""

from __future__ import annotations

import numpy as np

from homeward.facts import Vocabulary
from homeward.sample.column import Column, truths
from homeward.sample.details import draw_details
from homeward.sample.drawn import Drawn
from homeward.sample.offenses import FELONY, LEVELS, coded
from homeward.sample.shares import NOT_KNOWN, Ints, Truths

Columns = dict[str, Column]


def fields(drawn: Drawn, vocabulary: Vocabulary) -> dict[str, Columns]:
    """The columns of each table by their fields."""
    found = {"person": _person(drawn), "case": _case(drawn), "charge": _charge(drawn)}
    for table, columns in found.items():
        columns |= dict(draw_details(drawn.dice[table], vocabulary, table, drawn.marks))
    return found


def _person(drawn: Drawn) -> Columns:
    return {
        "birth_date": Column(drawn.people.birth),
        "prior_doc_commitments": Column(drawn.prison.commitments),
        "alcohol_enforcement_contacts": _alcohol_contacts(drawn),
    }


def _alcohol_contacts(drawn: Drawn) -> Column:
    """Some alcohol charges leave a contact with the police or the license office (RSMo 302.525)."""
    dice, charges = drawn.dice["charge"], drawn.charges
    day = drawn.cases.arrest[charges.case] + dice.number("contacts.days_after_arrest")
    told = drawn.marks.charges_of(["alcohol"]) & dice.chance("contacts.told") & (day <= dice.last)
    each = np.bincount(charges.person[told], minlength=len(drawn.people.number))
    return Column(day[told], lengths=each)


def _case(drawn: Drawn) -> Columns:
    cases, kinds = drawn.cases, drawn.offenses.kinds
    felony = (drawn.charges.level[cases.first] == FELONY).astype(np.int64)
    places, place = coded([[row["jurisdiction"] for row in kinds]])
    courts, court = coded([[row["court"] for row in kinds], [row["felony_court"] for row in kinds]])
    counties = drawn.dice["case"].book.shares("cases.county").words
    return {
        "jurisdiction": Column(place[0, cases.kind], places),
        "court": Column(court[felony, cases.kind], courts),
        "county": Column(cases.county, counties),
        "filed_on": Column(cases.filed),
        "open": truths(drawn.ends.open),
    }


def _charge(drawn: Drawn) -> Columns:
    offenses, charges, ends = drawn.offenses, drawn.charges, drawn.ends
    completion = drawn.completion
    return {
        "statute": Column(charges.statute, offenses.statute_words),
        "description": Column(offenses.description[charges.offense], offenses.description_words),
        "severity": Column(charges.level, LEVELS),
        "class": Column(charges.class_, offenses.class_words),
        "offense_date": Column(charges.day),
        "arrest_date": Column(drawn.cases.arrest[charges.case]),
        "disposition": Column(ends.disposition, ends.words),
        "disposition_date": Column(ends.decided),
        "disposition_completed_on": Column(completion.done),
        "disposition_completion_projected": truths(completion.projected),
        "obligations_satisfied_on": Column(completion.paid),
        "obligations_outstanding": truths(completion.owed),
        "probation_revoked_on": Column(drawn.sentences.revoked),
        "substance": Column(charges.substance, offenses.substance_words),
        "ordinance_equivalent_of": Column(offenses.equal[charges.offense], offenses.equal_words),
        **_sentence(drawn),
    }


def _sentence(drawn: Drawn) -> Columns:
    sentences, prison = drawn.sentences, drawn.prison
    term = sentences.term
    return {
        "sentence.type": Column(sentences.kind, sentences.words),
        "sentence.years": Column(sentences.years),
        "sentence.life": _of(sentences.life, term),
        "sentence.dangerous": _of(sentences.dangerous, term),
        "sentence.effective_start": Column(prison.start),
        "sentence.jail_credit_from": Column(prison.credit_from),
        "sentence.consecutive_terms_years": _consecutive(sentences.years, prison.consecutive),
        "sentence.fine_paid_on": _of(drawn.completion.paid, sentences.is_("fine")),
        "sentence.paroled_on": Column(prison.paroled),
        "sentence.discharged_on": Column(prison.discharged),
        "trial_began": Column(prison.trial),
    }


def _of(values: Ints | Truths, sentences: Truths) -> Column:
    """Values that only sentences of one kind have."""
    return Column(np.where(sentences, values, NOT_KNOWN))


def _consecutive(years: Ints, follows: Truths) -> Column:
    """The years of the term before and of this one, where they run one after another."""
    rows = np.flatnonzero(follows)
    both = np.stack([years[rows - 1], years[rows]], axis=1).reshape(-1)
    return Column(both, lengths=2 * follows.astype(np.int64))
