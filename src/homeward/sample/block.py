"""Blocks of people with their cases and charges, each as three Arrow tables."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import pyarrow as pa

from homeward.facts import Vocabulary
from homeward.sample.distributions import Distributions
from homeward.sample.drawn import Drawn, draw
from homeward.sample.fields import Columns, fields
from homeward.sample.gaps import spoil
from homeward.sample.identifiers import case_ids, charge_ids, course_ids, person_ids
from homeward.sample.offenses import Offenses
from homeward.sample.shares import Ints

PEOPLE = 16_384
"""The people of a block: many for speed, few for memory. A sample is the same for any size."""

HEAVY_PEOPLE = 32
"""The same for people with thousands of charges each."""

Tables = dict[str, pa.Table]


class BlockMaker:
    """Makes the tables of any people of a sample, by their numbers from 0."""

    def __init__(
        self, book: Distributions, vocabulary: Vocabulary, seed: int, heavy: int = 0
    ) -> None:
        """Lay out the offenses once; the first ``heavy`` people have very many cases."""
        self.book, self.vocabulary, self.seed, self.heavy = book, vocabulary, seed, heavy
        self.offenses = Offenses(book)

    def blocks(self, people: int, size: int = PEOPLE) -> Iterator[Tables]:
        """The first so many people in their order, a block at a time."""
        start = 0
        while start < people:
            here = size if start >= self.heavy else min(size, HEAVY_PEOPLE, self.heavy - start)
            yield self.tables(np.arange(start, min(start + here, people)))
            start += here

    def tables(self, number: Ints) -> Tables:
        """The tables ``people``, ``cases`` and ``charges`` of some people, in record order."""
        drawn = draw(self.book, self.offenses, self.seed, number, self.heavy)
        columns = fields(drawn, self.vocabulary)
        spoil(drawn.dice, columns)
        ids = _ids(drawn)
        course = {"same_course_id": course_ids(drawn.charges.course)}
        return {
            "people": pa.table(ids["person"] | self._arrow("person", columns["person"])),
            "cases": pa.table(ids["case"] | self._arrow("case", columns["case"])),
            "charges": pa.table(ids["charge"] | self._arrow("charge", columns["charge"]) | course),
        }

    def _arrow(self, table: str, columns: Columns) -> dict[str, pa.Array]:
        """The columns as Arrow, in the order of the vocabulary."""
        facts = [fact for fact in self.vocabulary.values() if fact.table == table]
        return {
            fact.field: columns[fact.field].arrow(fact) for fact in facts if fact.field in columns
        }


def _ids(drawn: Drawn) -> dict[str, dict[str, pa.Array]]:
    """The columns that tie the tables together."""
    cases, charges = drawn.cases, drawn.charges
    person = person_ids(drawn.people.number)
    person_of_case = person.take(pa.array(cases.person))
    case = case_ids(person_of_case, cases.number)
    return {
        "person": {"person_id": person},
        "case": {"case_id": case, "person_id": person_of_case},
        "charge": {
            "charge_id": charge_ids(charges.number),
            "case_id": case.take(pa.array(charges.case)),
            "person_id": person.take(pa.array(charges.person)),
        },
    }
