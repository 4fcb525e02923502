"""The report of a screening: what was asked, by which law and code, and that it all adds up."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import UTC, datetime
from typing import Any

from homeward.screen.asked import Asked
from homeward.screen.job import Counts, Done
from homeward.screen.problem import ScreenError
from homeward.screen.store import FOLDERS, Store
from homeward.screen.wish import Wish, bodies_of

SHAPE = "1"


def report(
    wish: Wish, store: Store, asked: Asked, done: Iterable[Done], more: Mapping[str, Any]
) -> dict[str, Any]:
    """The report as plain data; ``more`` is what the run itself knows."""
    parts = sorted(done, key=lambda one: one.number)
    return {
        "homeward": SHAPE,
        "finished_at": datetime.now(UTC).isoformat(timespec="seconds"),
        "wish": wish.told(),
        "law": law_versions(wish, asked),
        "store": {"path": str(store.path), "made_with": store.description.made_with,
                  "partitions": store.description.partitions,
                  "sources": list(store.description.sources)},
        "people": store.description.rows["people"],
        "rows": rows(store, parts),
        "set_aside": store.description.rows["set_aside"],
        "answers": added(one.counts for one in parts),
        "people_asked_again": sum(one.again for one in parts),
        "notes": [*notes(asked), *notes_on_changes(wish)],
        **more,
        "partitions": [{"number": one.number, "seconds": one.seconds, "again": one.again,
                        "pieces": one.pieces}
                       for one in parts],
    }  # fmt: skip


def rows(store: Store, parts: Iterable[Done]) -> dict[str, dict[str, int]]:
    """For each kind of row that is answered: how many came in, were answered, and set aside.

    Raises:
        ScreenError: when they do not add up, which is a fault of homeward.
    """
    return added_up(came_in(store), [one.rows for one in parts])


def came_in(store: Store) -> dict[str, dict[str, int]]:
    """What loading told of the rows of each folder; of one that it did not read, what is there."""
    kept = store.description.rows
    told = store.description.loading.get("totals", {})
    return {folder: {"read": kept[folder], "set_aside": 0, "kept": kept[folder],
                     **told.get(folder, {})} for folder in FOLDERS.values()
            if folder in kept}  # fmt: skip


def added_up(
    totals: Mapping[str, Mapping[str, int]], answered: Iterable[Mapping[str, int]]
) -> dict[str, dict[str, int]]:
    """The rows of each table that is answered: read = answered + set aside.

    Args:
        totals: what loading told of each folder.
        answered: the rows that each partition answered, by table.

    Raises:
        ScreenError: when they do not add up, which is a fault of homeward.
    """
    counts: dict[str, int] = {}
    for one in answered:
        for table, count in one.items():
            counts[FOLDERS[table]] = counts.get(FOLDERS[table], 0) + count
    found = {}
    for folder, count in counts.items():
        read, aside, kept = (totals[folder][name] for name in ("read", "set_aside", "kept"))
        if count != kept or read != count + aside:
            msg = (
                f"{folder}: {read:,} rows in, {count:,} answered and {aside:,} set aside"
                " do not add up. This is a fault of homeward: tell us"
            )
            raise ScreenError(msg)
        found[folder] = {"read": read, "set_aside": aside, "in_store": kept, "answered": count}
    return found


def law_versions(wish: Wish, asked: Asked) -> dict[str, dict[str, str]]:
    """The bodies of law that answered: as they stood on the day, and when they were checked."""
    ids = dict.fromkeys(body_id for group in asked.groups for body_id in group.laws)
    return {
        body.id: {
            "title": body.title,
            "unchanged_since": body.version(wish.as_of).isoformat(),
            "checked_on": body.checked_on.isoformat(),
        }
        for body in bodies_of(ids, wish.changes)
        if body.id in ids
    }


def notes(asked: Asked) -> Iterable[str]:
    """What the reader must know: places without rules, and people whom no law is asked about."""
    for place, people in asked.without_rules.items():
        yield f"There are no rules for {place} yet; the data of {people:,} people name it."
    if asked.unasked:
        yield (
            f"The data of {asked.unasked:,} people name no place with rules about what is asked:"
            " their columns are empty, which is no answer."
        )


def notes_on_changes(wish: Wish) -> Iterable[str]:
    """That the law was changed for this run: nobody may take it for the law as it stands."""
    for patch in wish.changes:
        yield (
            f"The law of {patch.law} was changed for these answers: {patch.title}."
            " They are not the law as it stands."
        )


def added(counts: Iterable[Counts]) -> Counts:
    """The counts of all partitions together."""
    total: Counts = {}
    for one in counts:
        for table, questions in one.items():
            for question, statuses in questions.items():
                kept = total.setdefault(table, {}).setdefault(question, dict.fromkeys(statuses, 0))
                for status, count in statuses.items():
                    kept[status] += count
    return total
