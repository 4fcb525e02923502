"""One block of people with their cases and charges, as packed rows of three tables."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from homeward.facts import Vocabulary
from homeward.sample.cases import CaseMaker, Cases, order_day
from homeward.sample.charges import LEVELS, ChargeMaker, Charges, coded
from homeward.sample.dice import Dice
from homeward.sample.distributions import Distributions
from homeward.sample.layout import Layout, Rows, Values
from homeward.sample.outcomes import OutcomeMaker, Outcomes
from homeward.sample.people import People, PeopleMaker
from homeward.sample.sentences import SentenceMaker, Sentences
from homeward.sample.shares import Ints

PEOPLE = 16_384
"""The people of a block. A sample's bytes depend on it, so it is part of the format."""

FIELDS = {
    "person": (
        "birth_date", "birth_year", "deceased", "record_complete", "cdl_holder",
        "prior_expungements.felony", "prior_expungements.misdemeanor", "prior_doc_commitments",
    ),
    "case": ("jurisdiction", "court", "county", "filed_on", "open"),
    "charge": (
        "statute", "description", "severity", "class", "offense_date", "arrest_date",
        "disposition", "disposition_date", "disposition_completed_on",
        "disposition_completion_projected", "obligations_satisfied_on",
        "obligations_outstanding", "probation_revoked_on", "requires_sex_registration",
        "death_element", "substance", "ordinance_jailable", "sentence.type", "sentence.years",
        "sentence.life", "sentence.dangerous", "sentence.effective_start", "sentence.paroled_on",
    ),
}  # fmt: skip


@dataclass(frozen=True)
class Block:
    """Packed rows: people in their order, cases and charges a person after the other."""

    person: Rows
    case: Rows
    charge: Rows


class BlockMaker:
    """Makes any block of a sample by its number."""

    def __init__(self, book: Distributions, vocabulary: Vocabulary) -> None:
        """Prepare every draw."""
        self.people = PeopleMaker(book)
        self.cases = CaseMaker(book)
        self.charges = ChargeMaker(book, self.cases)
        self.outcomes = OutcomeMaker(book, self.cases)
        self.sentences = SentenceMaker(book, self.charges)
        self.registers, self.death = self.charges.marked("registers"), self.charges.marked("death")
        self.lost = [(row["field"], row["rate"]) for row in book.rows("missing")]
        self._places()
        self._descriptions()
        self.layouts = {
            table: Layout.of(table, fields, self._words(), vocabulary)
            for table, fields in FIELDS.items()
        }

    def _places(self) -> None:
        kinds = self.cases.kinds
        courts = [[row["court"] for row in kinds], [row["felony_court"] for row in kinds]]
        self.court_words, self.court = coded(courts)
        self.jurisdiction_words, self.jurisdiction = coded([[row["jurisdiction"] for row in kinds]])

    def _descriptions(self) -> None:
        self.description_words, found = coded([[row["says"] for row in self.charges.offenses]])
        self.description = found[0]

    def _words(self) -> dict[str, tuple[str, ...]]:
        return {
            "jurisdiction": self.jurisdiction_words, "court": self.court_words,
            "county": self.cases.county.words, "statute": self.charges.statute_words,
            "description": self.description_words, "severity": LEVELS,
            "class": self.charges.class_words, "disposition": self.outcomes.words,
            "substance": self.charges.substance.words, "sentence.type": self.sentences.words,
        }  # fmt: skip

    def make(self, seed: int, number: int, count: int, heavy: int) -> Block:
        """The first ``count`` people of a block; ``heavy`` of them have very many cases."""
        dice = Dice(seed, number)
        people = self.people.make(dice, PEOPLE, heavy)
        cases = self.cases.make(dice, people)
        charges = self.charges.make(dice, cases)
        ends = self.outcomes.make(dice, cases, charges)
        sentences = self.sentences.make(dice, cases, charges, ends)
        first = number * PEOPLE
        owner = cases.person[charges.case]
        columns = {
            "person": self._person(people, cases, charges, sentences, first),
            "case": self._case(cases, charges, ends, first),
            "charge": self._charge(cases, charges, ends, sentences, first),
        }
        kept = {"person": count, "case": int(np.searchsorted(cases.person, count)),
                "charge": int(np.searchsorted(owner, count))}  # fmt: skip
        rows = {
            table: layout.pack(len(columns[table]["person"]), columns[table])
            for table, layout in self.layouts.items()
        }
        self._forget(dice, rows)
        return Block(**{table: rows[table][: kept[table]] for table in rows})

    def _person(
        self, people: People, cases: Cases, charges: Charges, sentences: Sentences, first: int
    ) -> dict[str, Values]:
        count = len(people.birth)
        return {
            "person": first + np.arange(count),
            "birth_date": people.birth,
            "birth_year": people.birth.astype("datetime64[D]").astype("datetime64[Y]").astype(int)
            + 1970,
            "deceased": people.deceased,
            "record_complete": people.complete,
            "cdl_holder": people.cdl_holder,
            "prior_expungements.felony": people.felonies_expunged,
            "prior_expungements.misdemeanor": people.misdemeanors_expunged,
            "prior_doc_commitments": self._commitments(cases, charges, sentences, count),
        }

    def _commitments(
        self, cases: Cases, charges: Charges, sentences: Sentences, count: int
    ) -> Ints:
        """Cases that led to a prison term, all but the last of the person's."""
        term = ~np.isnan(sentences.years) | sentences.life
        to_prison = np.bincount(charges.case[term], minlength=len(cases.person)) > 0
        return np.maximum(np.bincount(cases.person[to_prison], minlength=count) - 1, 0)

    def _case(
        self, cases: Cases, charges: Charges, ends: Outcomes, first: int
    ) -> dict[str, Values]:
        felony = (charges.level[cases.first] == 0).astype(np.int64)
        return {
            "order": order_day(cases),
            "person": first + cases.person,
            "case": cases.number,
            "jurisdiction": self.jurisdiction[0, cases.kind],
            "court": self.court[felony, cases.kind],
            "county": cases.county,
            "filed_on": cases.filed,
            "open": ends.open,
        }

    def _charge(
        self, cases: Cases, charges: Charges, ends: Outcomes, sentences: Sentences, first: int
    ) -> dict[str, Values]:
        case, offense = charges.case, charges.offense
        person = cases.person[case]
        term = ~np.isnan(sentences.years) | sentences.life
        starts = np.searchsorted(person, np.arange(person[-1] + 1))
        return {
            "order": order_day(cases)[case],
            "person": first + person,
            "case": cases.number[case],
            "charge": charges.number,
            "position": np.arange(len(case)) - starts[person],
            "course": (cases.number[case] + 1) * charges.one_course,
            "statute": charges.statute,
            "description": self.description[offense],
            "severity": charges.level,
            "class": charges.class_,
            "offense_date": charges.offense_day,
            "arrest_date": cases.arrest[case],
            "disposition": ends.disposition,
            "disposition_date": ends.decided,
            "disposition_completed_on": sentences.completed,
            "disposition_completion_projected": sentences.projected,
            "obligations_satisfied_on": sentences.paid,
            "obligations_outstanding": sentences.owed,
            "probation_revoked_on": sentences.revoked,
            "requires_sex_registration": self.registers[offense],
            "death_element": self.death[offense],
            "substance": charges.substance,
            "ordinance_jailable": charges.jailable,
            "sentence.type": sentences.kind,
            "sentence.years": sentences.years,
            "sentence.life": np.where(term, sentences.life, -1),
            "sentence.dangerous": np.where(term, sentences.dangerous, -1),
            "sentence.effective_start": sentences.start,
            "sentence.paroled_on": sentences.paroled,
        }

    def _forget(self, dice: Dice, rows: dict[str, Rows]) -> None:
        """Leave out what extracts leave out, at the stated rates."""
        for name, rate in self.lost:
            table, _, field = name.partition(".")
            lost = dice.chance(rate, len(rows[table]))
            self.layouts[table].forget(rows[table], field, lost)
