"""One number a person that changes when what is known of them changes.

It covers every column that the plans read, the ids, and the order of the record,
and nothing else: a new description of an offense, or a new key, is no change.
Two different records share a number by chance once in 2^64 pairs.
"""

from __future__ import annotations

from collections.abc import Collection

from homeward.facts import Fact
from homeward.screen.store import FOLDERS
from homeward.screen.views import Tables, silent_or_held

_IDS = {
    "person": ("person_id",),
    "case": ("case_id", "position"),
    "charge": ("case_id", "charge_id", "position"),
    "tenancy": ("person_id",),
}


def fingerprints(tables: Tables, facts: Collection[Fact], held: Collection[str]) -> str:
    """SQL for the ``person_key``, ``person_id`` and ``content`` of everyone in a partition."""
    parts = [
        f"SELECT person_key, {_hashed(table, facts, held)} AS part FROM {tables[table]}"
        for table in FOLDERS
        if table in tables
    ]
    return (
        "SELECT p.person_key, p.person_id, content FROM (SELECT person_key,"
        " (sum(part::HUGEINT) % 18446744073709551616)::UBIGINT AS content"
        f" FROM ({' UNION ALL '.join(parts)}) GROUP BY person_key) AS known"
        f" JOIN {tables['person']} AS p USING (person_key)"
    )


def _hashed(table: str, facts: Collection[Fact], held: Collection[str]) -> str:
    columns = [f'"{name}"' for name in _IDS[table]]
    columns += [silent_or_held(fact, held) for fact in facts if fact.table == table]
    return f"hash('{table}', {', '.join(columns)})"
