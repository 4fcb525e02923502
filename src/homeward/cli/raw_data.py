"""Data that is no store yet: loaded beside the results, and forgotten when they are whole."""

from __future__ import annotations

import shutil
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import click

from homeward.cli.progress import Bar
from homeward.screen.problem import ResultsError
from homeward.screen.results import read_json, write_json
from homeward.screen.run_record import locked
from homeward.screen.store import is_store

STORE = ".store"
NOTE = "loaded.json"
LEAST_MEMORY = 256


@contextmanager
def loaded(
    data: Sequence[str], out: Path, mapping: Path | None, memory: int, *, quiet: bool
) -> Iterator[Path]:
    """The store to screen: the one that is named, or one that the data is loaded into.

    What was loaded for a run that was then stopped is used again if the files are the same.
    It is removed when the answers are whole, for it holds whole records.
    """
    if len(data) == 1 and is_store(Path(data[0])):
        yield Path(data[0])
        return
    from homeward.sources import LoadWish, load  # it takes memory that screening has need of

    store = out / STORE
    read = _read(data, mapping)
    with locked(out):
        if not (is_store(store) and _note(store) == read):
            with Bar("loading", "percent", quiet=quiet) as bar:
                bar.begin(100)
                wish = LoadWish(store, mapping, memory_mb=max(memory, LEAST_MEMORY))
                done = load(list(data), wish, lambda share, _: bar.reached(share * 100))
            for note in () if quiet else done.notes:
                click.echo(f"  {note}")
            write_json(store / NOTE, read)
    yield store
    shutil.rmtree(store)


def _read(data: Sequence[str], mapping: Path | None) -> dict[str, Any]:
    """What is read, as it lies on the disk now."""
    from homeward.sources.inputs import files

    named = [*files(data), *([mapping] if mapping else [])]
    stats = [(file, file.stat()) for file in named if file.is_file()]
    return {
        "data": list(data),
        "files": [[str(file), stat.st_size, stat.st_mtime_ns] for file, stat in stats],
    }


def _note(store: Path) -> Any:  # noqa: ANN401  whatever was noted
    try:
        return read_json(store / NOTE)
    except (FileNotFoundError, ResultsError):
        return None
