"""Drawing a block: people, then their cases, then the charges, then what became of them."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from homeward.sample.cases import Cases, draw_cases
from homeward.sample.charges import Charges, draw_charges
from homeward.sample.completion import Completion, draw_completion
from homeward.sample.details import Marks
from homeward.sample.dice import Dice, keys, rows_of
from homeward.sample.distributions import Distributions
from homeward.sample.offenses import Offenses
from homeward.sample.outcomes import Outcomes, draw_outcomes
from homeward.sample.people import People, draw_people
from homeward.sample.prison import Prison, draw_prison
from homeward.sample.sentences import Sentences, draw_sentences
from homeward.sample.shares import Ints


@dataclass(frozen=True)
class Drawn:
    """All that is drawn of a block; ``dice`` are those of its person, case and charge rows."""

    dice: dict[str, Dice]
    offenses: Offenses
    people: People
    cases: Cases
    charges: Charges
    ends: Outcomes
    sentences: Sentences
    prison: Prison
    completion: Completion

    @cached_property
    def marks(self) -> Marks:
        """What charges can be chosen by."""
        found = {
            "guilty": self.ends.guilty,
            "arrest only": self.cases.arrest_only[self.charges.case],
            "marijuana": self.charges.substance == self.offenses.substance_words.index("marijuana"),
            "term": self.sentences.term,
            "life term": self.sentences.life,
            "several terms": (self.prison.commitments > 0)[self.charges.person],
        }
        return Marks(self.offenses, self.charges, self.ends.decided, found)


def draw(book: Distributions, offenses: Offenses, seed: int, number: Ints, heavy: int) -> Drawn:
    """Draw some people by their numbers; the first ``heavy`` of all have very many cases."""
    dice = {"person": Dice(book, seed, keys(number))}
    people = draw_people(dice["person"], number, heavy)
    person, nth_case = rows_of(people.cases)
    dice["case"] = Dice(book, seed, keys(number[person], nth_case))
    cases = draw_cases(dice["case"], people, offenses)
    case, nth_charge = rows_of(cases.charges)
    dice["charge"] = Dice(book, seed, keys(number[person][case], nth_case[case], nth_charge))
    charges = draw_charges(dice["charge"], cases, offenses)
    ends = draw_outcomes(dice["case"], dice["charge"], cases, charges)
    sentences = draw_sentences(dice["charge"], offenses, charges, ends)
    prison = draw_prison(dice["charge"], cases, charges, ends, sentences)
    completion = draw_completion(dice["charge"], ends, sentences, prison)
    return Drawn(dice, offenses, people, cases, charges, ends, sentences, prison, completion)
