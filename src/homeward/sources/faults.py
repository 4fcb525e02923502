"""Faults of the machine while data is loaded, said as what to do: memory, disk, a broken file."""

from __future__ import annotations

import errno
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import duckdb
import pyarrow as pa

from homeward.screen.faults import INTERRUPTED
from homeward.sources.problem import LoadError, SourceError

_NO_ROOM = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}
_NO_ROOM_SAID = (
    "No space left", "not enough space", "max_temp_directory_size", "File too large", "quota",
    "write all the data",
)  # fmt: skip
_NO_MEMORY_SAID = ("Out of Memory", "could not allocate")


@contextmanager
def reading(name: str) -> Iterator[None]:
    """Say which source could not be read to its end, and why.

    Raises:
        SourceError: in place of the reader's own error; faults that :func:`writing` says pass.
    """
    try:
        yield
    except (duckdb.Error, pa.ArrowException, OSError) as problem:
        if _no_room(problem) or _no_memory(problem) or _stopped(problem):
            raise
        raise unreadable(name, problem) from None


@contextmanager
def writing(store: Path) -> Iterator[None]:
    """Say what stopped the writing of a store: no memory, no room, no permission.

    Raises:
        LoadError: in place of the engine's own error.
        KeyboardInterrupt: in place of what the engine makes of it.
    """
    try:
        yield
    except (duckdb.Error, pa.ArrowException, OSError, RuntimeError) as problem:
        if _stopped(problem):
            raise KeyboardInterrupt from None
        if _no_memory(problem):
            msg = (
                f"{store}: not enough memory. Give more with --memory-limit, or make more "
                "partitions with --partitions"
            )
        elif _no_room(problem):
            msg = f"{store}: there is no room left on the disk. Make room, and load again"
        elif isinstance(problem, OSError):
            msg = f"{store}: {problem.strerror or problem}. Check the permission to write there"
        else:
            raise
        raise LoadError(msg) from None


def unreadable(name: str, problem: Exception) -> SourceError:
    """What to say of a source that its reader refuses."""
    return SourceError(
        f"{name}: cannot be read ({first_line(problem)}). Make the file again, or leave it out"
    )


def first_line(problem: Exception) -> str:
    """The first line of an engine's error."""
    return str(problem).strip().splitlines()[0]


def _stopped(problem: Exception) -> bool:
    return INTERRUPTED in str(problem) or "KeyboardInterrupt" in str(problem)


def _no_memory(problem: Exception) -> bool:
    return isinstance(problem, duckdb.OutOfMemoryException | pa.ArrowMemoryError) or any(
        words in str(problem) for words in _NO_MEMORY_SAID
    )


def _no_room(problem: Exception) -> bool:
    if isinstance(problem, OSError) and problem.errno in _NO_ROOM:
        return True
    return any(words in str(problem) for words in _NO_ROOM_SAID)
