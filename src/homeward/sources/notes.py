"""What a user should know about a loading, in sentences."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from homeward.sources.mapping import JURISDICTION
from homeward.sources.settling import Settling

_MOST = 12


def notes(settling: Settling) -> list[str]:
    """The sentences, the weightiest first."""
    return [*_of_records(settling), *_of_columns(settling), *_of_silence(settling)]


def _of_records(settling: Settling) -> Iterator[str]:
    if settling.incomplete:
        yield (
            f"{settling.incomplete:,} people's records are marked as not complete, because a row "
            "of theirs was set aside: answers about them allow for what it may have said."
        )
    unplaced = settling.without_person + max(0, settling.suspects.lines - settling.placed)
    if unplaced:
        yield (
            f"{unplaced:,} of the rows that were set aside name no person who is in the store: "
            "someone's record may lack them, and it is not known whose."
        )
    if settling.doubts.count:
        yield (
            f"{settling.doubts.count:,} values of rows that were kept could not be used and are "
            "taken as not known: see doubts.csv."
        )


def _of_columns(settling: Settling) -> Iterator[str]:
    if not any(fact.name == JURISDICTION for facts in settling.held().values() for fact in facts):
        yield (
            'No column says whose law the cases were brought under. Write jurisdiction = "us-mo" '
            "(or another) in a mapping, or most questions have no answer."
        )
    for source, unused in settling.taking.unused.items():
        yield f"{source}: not used, because no fact has this name: {_named(unused)}."


def _named(unused: Mapping[str, str | None]) -> str:
    shown = [
        f"{name} (did you mean {near}?)" if near else name
        for name, near in list(unused.items())[:_MOST]
    ]
    more = f" and {len(unused) - _MOST} more" if len(unused) > _MOST else ""
    return ", ".join(shown) + more


def _of_silence(settling: Settling) -> Iterator[str]:
    if settling.silent:
        listed = ", ".join(f"{name} ({count:,})" for name, count in settling.silent.most_common())
        yield (
            f"Empty cells taken as “has not happened”, as these facts declare: {listed}. If an "
            'empty cell means that it is not known, write empty = "unknown" for its column in a '
            "mapping."
        )
