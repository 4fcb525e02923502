"""The groups that people and charges are counted by, as SQL over the rows of a store.

A group is there only where the data hold what it needs; the report names those that are not.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import date
from functools import lru_cache

import duckdb

from homeward import law
from homeward.rules.patch import Patch
from homeward.screen.store import Store
from homeward.screen.views import Tables, quoted

NOT_KNOWN = "not known"

NEEDS: Mapping[str, str] = {
    "county": "case.county",
    "offense": "charge.statute",
    "severity": "charge.severity",
    "age": "person.birth_date",
    "years_since": "charge.disposition_date",
    "race": "person.race",
    "sex": "person.sex",
}
"""Each group, and the fact that it is made of."""

_TABLES = {"charge": "r", "case": "k", "person": "p"}
_AGES = ((18, "under 18"), (25, "18 to 24"), (35, "25 to 34"), (45, "35 to 44"),
         (55, "45 to 54"), (65, "55 to 64"))  # fmt: skip
_LAST_BANDS = {"age": "65 or more", "years_since": "20 or more"}
_YEARS = ((1, "under 1"), (5, "1 to 4"), (10, "5 to 9"), (20, "10 to 19"))


def in_order(group: str, value: str) -> int:
    """The place of a band among its group's bands; what has no order of its own stays in place."""
    bands = {"age": _AGES, "years_since": _YEARS}.get(group, ())
    names = [*(name for _, name in bands), _LAST_BANDS.get(group, ""), NOT_KNOWN]
    return names.index(value) if bands and value in names else 0


def held_groups(store: Store) -> list[str]:
    """The groups that a store has the facts for."""
    return [group for group, fact in NEEDS.items() if fact in store.facts]


def is_of_people(group: str) -> bool:
    """Whether all charges of a person have the same value."""
    return NEEDS[group].startswith("person.")


def columns(store: Store, as_of: date) -> Iterable[str]:
    """SQL for a column a group, over the charges ``r``, cases ``k`` and people ``p``."""
    return (f'{value_of(group, as_of)} AS "{group}"' for group in held_groups(store))


def value_of(group: str, as_of: date) -> str:
    """SQL for the value of a group, over the same rows."""
    return f"coalesce({_text(group, as_of)}, {quoted(NOT_KNOWN)})"


def _text(group: str, as_of: date) -> str:
    fact = NEEDS[group]
    column = f'{_TABLES[fact.partition(".")[0]]}."{fact}"'
    if group == "offense":
        return "s.chapter"
    if group == "age":
        return _bands(f"date_sub('year', {column}, DATE '{as_of}')", _AGES, _LAST_BANDS[group])
    if group == "years_since":
        return _bands(f"date_sub('year', {column}, DATE '{as_of}')", _YEARS, _LAST_BANDS[group])
    return f"nullif({column}::VARCHAR, '')"


def _bands(number: str, bands: Iterable[tuple[int, str]], rest: str) -> str:
    whens = " ".join(f"WHEN {number} < {end} THEN {quoted(name)}" for end, name in bands)
    return f"CASE WHEN {number} IS NULL OR {number} < 0 THEN NULL {whens} ELSE {quoted(rest)} END"


def from_store(
    store: Store, tables: Tables, rows: str = "", groups: Collection[str] = tuple(NEEDS)
) -> str:
    """SQL to read charges with what some groups are made of; ``rows`` are these charges alone."""
    found = f"{rows or tables['charge']} AS r"
    needed = {NEEDS[group].partition(".")[0] for group in groups if NEEDS[group] in store.facts}
    if "case" in needed or "offense" in groups:
        found += f" JOIN {tables['case']} AS k ON k.case_key = r.case_key"
    if "person" in needed:
        found += f" JOIN {tables['person']} AS p ON p.person_key = r.person_key"
    if "offense" in groups:
        found += f" LEFT JOIN statutes AS s ON {_same_statute(store)}"
    return found


def _same_statute(store: Store) -> str:
    if not _has_statutes(store):
        return "FALSE"
    return 's.statute = r."charge.statute" AND s.place = k."case.jurisdiction"'


def _has_statutes(store: Store) -> bool:
    return {"charge.statute", "case.jurisdiction"} <= store.facts.keys()


def lay_statutes(
    database: duckdb.DuckDBPyConnection,
    tables: Tables,
    store: Store,
    laws: Sequence[Collection[Patch]],
) -> None:
    """Lay the table ``statutes``: for each distinct citation its chapter, and which law names it.

    ``named_0`` and so on are empty where a reform changes numbers or conditions: those are about
    every charge.
    """
    found: list[tuple[str, str]] = []
    if _has_statutes(store):
        found = database.execute(
            'SELECT DISTINCT r."charge.statute", k."case.jurisdiction" FROM'
            f" {tables['charge']} AS r JOIN {tables['case']} AS k USING (case_key)"
            ' WHERE r."charge.statute" IS NOT NULL AND k."case.jurisdiction" IS NOT NULL'
        ).fetchall()
    rows = [(statute, place, _chapter(statute, place),
             *(_is_named(statute, place, patches) for patches in laws))
            for statute, place in found]  # fmt: skip
    kinds = {"statute": "VARCHAR", "place": "VARCHAR", "chapter": "VARCHAR"}
    kinds |= {named_by(number): "BOOLEAN" for number in range(len(laws))}
    read = ", ".join(
        f'unnest(${column}::{kind}[]) AS "{name}"'
        for column, (name, kind) in enumerate(kinds.items(), start=1)
    )
    values = [[row[column] for row in rows] for column in range(len(kinds))]
    database.execute(f"CREATE OR REPLACE TEMP TABLE statutes AS SELECT {read}", values)


def named_by(number: int) -> str:
    """The column that says whether the law with this number, from 0, names an offense."""
    return f"named_{number}"


@lru_cache(maxsize=10_000)
def _chapter(statute: str, place: str) -> str | None:
    """The first part of a citation: the chapter or title that the offense stands in."""
    body = law.body(place)
    parts = body.citation.parts(statute) if body else None
    return parts[0] if parts else None


def _is_named(statute: str, place: str, patches: Collection[Patch]) -> bool | None:
    if not only_lists(patches):
        return None
    body = law.body(place)
    return body is not None and any(
        body.citation.covers(listed.citation, statute)
        for patch in patches
        if patch.law.partition("@")[0] == place
        for listed in patch.listings
    )


def only_lists(patches: Collection[Patch]) -> bool:
    """Whether a reform names offenses, and nothing that is about every charge."""
    return any(patch.listings for patch in patches) and not any(
        patch.settings or patch.drops or patch.emptied or patch.adds or patch.ways
        for patch in patches
    )
