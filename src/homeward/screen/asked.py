"""Who is asked under which law: people whose cases name the same places are one group.

A person is asked the bodies of law of their own cases and tenancy, with those
above them, just as when one record is explained; but none that has no rule about
what is asked, or only rules about facts that the data does not hold. Most data is
of one state, and then there is one group; each further set of places adds one.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass

import duckdb

from homeward import law
from homeward.rules.body import Body
from homeward.rules.patch import Patch
from homeward.screen.store import Store
from homeward.screen.views import Tables, quoted, tables_in
from homeward.screen.wish import Wish, bodies_of

Worth = Callable[[Body], bool]
"""Says of a body of law whether it is worth asking."""

NOBODY = "SELECT NULL::BIGINT AS person_key, 0::BIGINT AS mask WHERE FALSE"
_PLACES = {"case": "case.jurisdiction", "tenancy": "tenancy.jurisdiction"}


@dataclass(frozen=True)
class Group:
    """People who are asked the same bodies of law.

    Attributes:
        laws: the ids of the bodies.
        people: how many there are.
        mask: their number among the groups, as :class:`Asked` gives it to a person.
    """

    laws: tuple[str, ...]
    people: int
    mask: int

    def bodies(self, changes: tuple[Patch, ...] = ()) -> list[Body]:
        """The bodies of law, with changes laid over them."""
        found = (law.body(name, changes) for name in self.laws)
        return [body for body in found if body is not None]


@dataclass(frozen=True)
class Asked:
    """The groups of a store's people, the largest first.

    Attributes:
        groups: those who are asked something.
        places: the mask of each place that the data names; empty where the wish names the law.
        without_rules: how many people's data name a place for which there are no rules.
        unasked: how many people no body of law is asked about.
    """

    groups: tuple[Group, ...]
    places: Mapping[str, int]
    without_rules: Mapping[str, int]
    unasked: int

    def named(self, changes: tuple[Patch, ...] = ()) -> list[Body]:
        """Every body of law that the data or the wish names, whether it is worth asking or not."""
        laws = (name for group in self.groups for name in group.laws)
        return bodies_of([*laws, *filter(_has_rules, self.places)], changes)

    def table(self, tables: Tables, held: Collection[str]) -> str:
        """SQL for the ``person_key`` and ``mask`` of everyone in a partition who names a place."""
        return _masks(self.places, tables, held)


def who_is_asked(database: duckdb.DuckDBPyConnection, store: Store, wish: Wish) -> Asked:
    """Find the groups of a store, one partition after another."""
    people = store.description.rows["people"]
    if wish.laws:
        laws = tuple(body.id for body in bodies_of(wish.laws))
        return Asked((Group(laws, people, 0),), {}, {}, 0)
    named = _named(database, store)
    worth = worth_asking(wish, store.facts)
    places = masks_of(named, worth)
    counted: dict[int, int] = {}
    for number in store.partitions:
        masks = _masks(places, tables_in(store, number), list(store.facts))
        found = database.execute(f"SELECT mask, count(*) FROM ({masks}) GROUP BY mask").fetchall()
        for mask, count in found:
            counted[mask] = counted.get(mask, 0) + count
    return asked_by(named, counted, people, worth)


def worth_asking(wish: Wish, held: Collection[str]) -> Worth:
    """Which bodies of law have a rule about what is asked, and about facts that the data holds."""

    def worth(body: Body) -> bool:
        return any(
            rule.may_be_asked(held)
            for rule in body.rules.values()
            if not wish.questions or {rule.question, rule.family} & set(wish.questions)
        )

    return worth


def masks_of(named: Collection[str], worth: Worth) -> dict[str, int]:
    """The mask of each place: a bit for each body of law that is asked about it."""
    bits = _bits(named, worth)
    return {place: sum({bits[body.id] for body in _asked_at(place, worth)}) for place in named}


def asked_by(
    named: Mapping[str, int], counted: Mapping[int, int], people: int, worth: Worth
) -> Asked:
    """Who is asked what, by how many people name each place and how many have each mask."""
    bits = _bits(named, worth)
    ordered = sorted(counted, key=lambda mask: (-counted[mask], mask))
    groups = tuple(Group(_laws(mask, bits), counted[mask], mask) for mask in ordered if mask)
    lacking = {place: count for place, count in named.items() if not _has_rules(place)}
    unasked = people - sum(group.people for group in groups)
    return Asked(groups, masks_of(named, worth), lacking, unasked)


def _bits(named: Collection[str], worth: Worth) -> dict[str, int]:
    places = [place for place in named if not law.is_reading(place)]
    return {body.id: 1 << bit for bit, body in enumerate(filter(worth, bodies_of(places)))}


def _asked_at(place: str, worth: Worth) -> list[Body]:
    """What is asked where a case is brought; a named reading is no place."""
    return [] if law.is_reading(place) else list(filter(worth, bodies_of([place])))


def _has_rules(place: str) -> bool:
    return law.body(place) is not None and not law.is_reading(place)


def _laws(mask: int, bits: Mapping[str, int]) -> tuple[str, ...]:
    return tuple(body_id for body_id, bit in bits.items() if mask & bit)


def _named(database: duckdb.DuckDBPyConnection, store: Store) -> dict[str, int]:
    """Each place that the data names, and how many people's data name it."""
    found: dict[str, int] = {}
    for number in store.partitions:
        told = _places(tables_in(store, number), list(store.facts))
        if told:
            query = (f"SELECT place, count(DISTINCT person_key) FROM ({told})"
                     " WHERE place <> '' GROUP BY place ORDER BY place")  # fmt: skip
            for place, count in database.execute(query).fetchall():
                found[place] = found.get(place, 0) + count
    return found


def _places(tables: Tables, held: Collection[str]) -> str:
    return " UNION ALL ".join(
        f'SELECT person_key, "{fact}" AS place FROM {tables[table]}'
        for table, fact in _PLACES.items()
        if table in tables and fact in held
    )


def _masks(places: Mapping[str, int], tables: Tables, held: Collection[str]) -> str:
    told = _places(tables, held)
    if not told or not any(places.values()):
        return NOBODY
    whens = " ".join(f"WHEN {quoted(place)} THEN {mask}" for place, mask in places.items())
    return (f"SELECT person_key, bit_or(CASE place {whens} ELSE 0 END)::BIGINT AS mask"
            f" FROM ({told}) GROUP BY person_key")  # fmt: skip
