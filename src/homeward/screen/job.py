"""What a screening gives each partition to do, and what comes back."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from homeward.screen.asked import Asked
from homeward.screen.beside import Beside
from homeward.screen.wish import Wish

Counts = dict[str, dict[str, dict[str, int]]]
"""For each table and question, how many rows have which status."""


@dataclass(frozen=True)
class Job:
    """What every partition of a screening has in common; it can be sent to another process.

    Attributes:
        store: the folder of the store.
        work: the folder that parts are written to.
        wish: what is asked.
        asked: who is asked what.
        memory: the most memory that the engine of one worker may take, in megabytes.
        threads: how many threads it may use; 0 is one a core.
        earlier: whole results of the same wish, whose answers still hold for who has not changed.
        beside: what is made of the answers under other laws, where there are some.
    """

    store: Path
    work: Path
    wish: Wish
    asked: Asked
    memory: int
    threads: int = 0
    earlier: Path | None = None
    beside: Beside | None = None


@dataclass(frozen=True)
class Done:
    """One partition that is done.

    Attributes:
        number: which one.
        rows: how many rows each table of answers has.
        counts: how the answers stand on the day asked.
        again: how many people were asked; the others had not changed.
        pieces: in how many pieces the memory made it be answered.
        sizes: the size in bytes of each part, by folder.
        seconds: how long it took.
    """

    number: int
    rows: dict[str, int]
    counts: Counts
    again: int
    pieces: int
    sizes: dict[str, int]
    seconds: float

    def told(self) -> dict[str, Any]:
        """As plain data."""
        return asdict(self)
