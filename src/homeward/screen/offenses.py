"""The offense dimension: which lists each distinct citation stands on, worked out once.

Statutes are matched per distinct (citation, severity, class, jurisdiction),
never per row. The truth of each tag comes from the same look-up that explains
one person, so the two cannot differ.
"""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import dataclass, field
from datetime import date

from homeward.facts import Row
from homeward.rules.law_day import LawDay, Listed
from homeward.screen.expressions import Sql, call, listed
from homeward.when import FIRST, LAST

Combination = tuple[str | None, str | None, str | None, str | None]
"""A distinct citation, severity, class and jurisdiction; None where it is missing."""


@dataclass(frozen=True, eq=False)
class Tag:
    """A tag of a fact's citation, on a day of a law, and its place among the fact's tags.

    ``asked`` are the places of what could settle it, by name.
    """

    law: LawDay
    fact: str
    tag: str
    day: date
    place: int
    asked: dict[str, int] = field(default_factory=dict)

    def listed(self, combination: Combination) -> Listed:
        """Whether a combination is on the list, and what would settle it."""
        citation, severity, offense_class, jurisdiction = combination
        row = Row("charge", "")
        row.case = Row("case", "")
        for holder, fact, value in (
            (row.case, "case.jurisdiction", jurisdiction),
            (row, "charge.severity", severity),
            (row, "charge.class", offense_class),
        ):
            if value is not None:
                holder.facts[fact] = value
        return self.law.listed(citation, self.tag, row, (self.day, self.day), fact=self.fact)

    def settling(self) -> list[str]:
        """The names of what could settle the tag: of facts, and of open questions of law."""
        rows = [
            row
            for row in self.law.body.offenses.listings
            if row.tag == self.tag
            and row.since <= self.day
            and (self.day < row.until or row.until == LAST)
        ]
        facts = [("charge.severity", any(row.severity for row in rows)),
                 ("charge.class", any(row.classes for row in rows))]  # fmt: skip
        law = dict.fromkeys(self.law.open_question(row.reading) for row in rows if row.reading)
        return [self.fact, *(name for name, counts in facts if counts), *law]


@dataclass
class Listings:
    """The tags of one fact's citation, packed: two bits a tag, one bit for what could settle it."""

    number: int
    tags: dict[tuple[Hashable, str, date], Tag] = field(default_factory=dict)
    asked: int = 0
    _known: dict[Combination, tuple[int, ...]] = field(default_factory=dict)

    def tag(self, law: LawDay, fact: str, tag: str, day: date) -> Tag:
        """The tag's place, given on first use."""
        key = (_said_of(law, tag), tag, day)
        if key not in self.tags:
            self.tags[key] = Tag(law, fact, tag, day, len(self.tags))
        return self.tags[key]

    def ask(self, tag: Tag) -> None:
        """Give places to what could settle a tag."""
        for name in tag.settling():
            if name not in tag.asked:
                tag.asked[name] = self.asked
                self.asked += 1

    @property
    def words(self) -> list[str]:
        """The names of the columns that hold the bits."""
        return [*(self.list_word(n) for n in range(0, max(len(self.tags), 1), _TAGS)),
                *(self.ask_word(n) for n in range(0, self.asked, _ASKED))]  # fmt: skip

    def list_word(self, place: int) -> str:
        """The column that holds a tag."""
        return f"list{self.number}_{place // _TAGS}"

    def ask_word(self, place: int) -> str:
        """The column that holds what could settle a tag."""
        return f"ask{self.number}_{place // _ASKED}"

    def row(self, combination: Combination) -> tuple[int, ...]:
        """What the columns hold for a combination, looked up once."""
        if combination not in self._known:
            self._known[combination] = self._look_up(combination)
        return self._known[combination]

    def _look_up(self, combination: Combination) -> tuple[int, ...]:
        bits = dict.fromkeys(self.words, 0)
        for tag in self.tags.values():
            listed = tag.listed(combination)
            bits[self.list_word(tag.place)] |= int(listed.truth) << 2 * (tag.place % _TAGS)
            for name, place in tag.asked.items():
                bits[self.ask_word(place)] |= (name in listed.needs) << place % _ASKED
        return tuple(bits.values())


def _said_of(law: LawDay, tag: str) -> Hashable:
    """What a law says of a tag: two laws that say the same have it in one place."""
    rows = tuple(row for row in law.body.offenses.listings if row.tag == tag)
    return law.body.id, law.body.place, rows, tuple(sorted(law.readings.items()))


_TAGS, _ASKED = 31, 62
"""How many tags, and how many bits, one whole number of eight bytes holds."""


@dataclass
class Offenses:
    """The tags that a plan needs, by the fact whose citation they read."""

    by_fact: dict[str, Listings] = field(default_factory=dict)

    def tag(self, law: LawDay, fact: str, tag: str, on: date | None = None) -> Sql:
        """Whether a fact's citation carries a tag on a day: a truth."""
        listings = self._of(fact)
        place = listings.tag(law, fact, tag, on or law.day).place
        word = listed(listings.list_word(place))
        return call(f"(({{}} >> {2 * (place % _TAGS)}) & 3)::TINYINT", word)

    def needs(self, law: LawDay, fact: str, tag: str, on: date) -> list[tuple[str, Sql]]:
        """What could settle a tag, and where it would."""
        listings = self._of(fact)
        tagged = listings.tag(law, fact, tag, on)
        listings.ask(tagged)
        return [
            (name, call(f"{{}} & {1 << place % _ASKED} > 0", listed(listings.ask_word(place))))
            for name, place in tagged.asked.items()
        ]

    def _of(self, fact: str) -> Listings:
        return self.by_fact.setdefault(fact, Listings(len(self.by_fact)))

    def stretches(self, law: LawDay, tag: str) -> list[tuple[date, date]]:
        """The stretches of days on which a tag's list is unchanged: ``[first, next)``."""
        rows = [row for row in law.body.offenses.listings if row.tag == tag]
        days = sorted({FIRST, *(row.since for row in rows), *(row.until for row in rows)} - {LAST})
        return list(zip(days, [*days[1:], LAST], strict=True))

    def reads(self) -> set[str]:
        """The facts that decide whether a charge is on a list."""
        others = {"charge.severity", "charge.class", "case.jurisdiction"}
        return {*self.by_fact, *others} if self.by_fact else set()
