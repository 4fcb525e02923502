"""Faults of the engine and the disk, said plainly with what to do."""

from __future__ import annotations

import errno
from collections.abc import Iterator
from contextlib import contextmanager

import duckdb

from homeward.screen.job import Job
from homeward.screen.problem import ResultsError, ScreenError, StoreError

_NO_ROOM = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}
_NO_ROOM_SAID = ("No space left", "File too large", "quota", "write all the data")
INTERRUPTED = "Query interrupted"
GO_ON = "run the same command again; it goes on where it stopped"


@contextmanager
def said_plainly(job: Job, number: int) -> Iterator[None]:
    """Turn what may go wrong in a partition into errors that name the place and the fix."""
    try:
        yield
    except duckdb.OutOfMemoryException:
        msg = (
            f"partition {number} does not fit into {job.memory} MB of memory, not even piece by "
            "piece. Give it more with --memory-limit"
        )
        raise ScreenError(msg) from None
    except RuntimeError as problem:  # what DuckDB makes of Ctrl-C is none of its own errors
        raise (KeyboardInterrupt if INTERRUPTED in str(problem) else problem) from None
    except duckdb.Error as problem:
        raise _engine(job, number, problem) from problem
    except OSError as problem:
        raise _disk(job, problem) from problem


def _engine(job: Job, number: int, problem: duckdb.Error) -> ScreenError:
    said = str(problem).splitlines()[0]
    if any(words in str(problem) for words in _NO_ROOM_SAID):
        return ResultsError(f"there is no room to write to {job.work}: make room, and {GO_ON}")
    if isinstance(problem, duckdb.IOException | duckdb.InvalidInputException):
        return StoreError(f"partition {number} of {job.store} cannot be read: {said}. "
                          "Load the data again")  # fmt: skip
    return ScreenError(f"partition {number} could not be answered: {said}")


def _disk(job: Job, problem: OSError) -> ScreenError:
    if problem.errno in _NO_ROOM:
        return ResultsError(f"there is no room to write to {job.work}: make room, and {GO_ON}")
    return ResultsError(f"{problem.filename or job.work}: {problem.strerror}")
