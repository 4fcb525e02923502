"""The record of a screening that is under way, so that a killed one goes on where it stopped.

In ``OUT/.run``: ``run.json`` says what is being answered, over which store and by
which code; ``done/0007.json`` says that partition 7 is done, and how large its
parts are. A record of something else is thrown away; a partition whose parts are
not exactly as noted is screened again.
"""

from __future__ import annotations

import shutil
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from filelock import FileLock, Timeout

from homeward.screen.job import Done
from homeward.screen.problem import ResultsError
from homeward.screen.results import REPORT, WORK, part_name, read_json, write_json

RUN = "run.json"
LOCK = ".lock"


@dataclass(frozen=True)
class RunRecord:
    """What is done so far in the work folder of a results folder."""

    work: Path

    @classmethod
    def of(cls, out: Path, identity: Mapping[str, Any]) -> RunRecord:
        """The record of a run with this identity: the one that is there, or a new one."""
        work = out / WORK
        record = cls(work)
        if record.identity() != identity:
            shutil.rmtree(work, ignore_errors=True)
            (work / "done").mkdir(parents=True)
            write_json(work / RUN, identity)
        record.clear_unfinished()
        return record

    def identity(self) -> Any:  # noqa: ANN401  whatever a record says
        """What the record says it is of; None where there is none that can be read."""
        try:
            return read_json(self.work / RUN)
        except (FileNotFoundError, ResultsError):
            return None

    def clear_unfinished(self) -> None:
        """Remove what a killed run left half written."""
        for file in self.work.rglob(".*"):
            if file.is_dir():
                shutil.rmtree(file, ignore_errors=True)
            else:
                file.unlink(missing_ok=True)

    def note(self, done: Done) -> None:
        """Note that a partition is done."""
        write_json(self.work / "done" / f"{done.number:04}.json", done.told())

    def done(self, folders: Sequence[str]) -> dict[int, Done]:
        """The partitions that are done, with every part as it was noted."""
        found = {}
        for file in sorted((self.work / "done").glob("*.json")):
            done = Done(**read_json(file))
            if set(done.sizes) == set(folders) and all(
                _size(self.work / folder / part_name(done.number)) == size
                for folder, size in done.sizes.items()
            ):
                found[done.number] = done
        return found

    @property
    def is_ready(self) -> bool:
        """Whether all is written, and perhaps some of it is in its place already."""
        return (self.work / REPORT).exists()


def _size(file: Path) -> int | None:
    return file.stat().st_size if file.exists() else None


def locked(out: Path) -> FileLock:
    """Hold a results folder for one run; the lock ends with the process, however it ends.

    Raises:
        ResultsError: when another run holds it, or it cannot be written.
    """
    try:
        out.mkdir(parents=True, exist_ok=True)
        lock = FileLock(out / LOCK)
        lock.acquire(timeout=0)
    except Timeout:
        msg = f"another screening is writing to {out}: wait for it, or choose another --out"
        raise ResultsError(msg) from None
    except OSError as problem:
        msg = f"{out} cannot be written to: {problem.strerror}. Choose another --out"
        raise ResultsError(msg) from None
    return lock
