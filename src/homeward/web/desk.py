"""Working out answers: one after another, beside the server, and never longer than the limit.

An answer takes milliseconds of one processor, so a line of one is as quick as many, and nothing
has to be shared between threads. What waits too long in line is dropped before it begins.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Any, TypeVar

from homeward import law
from homeward.explain import Explainer, Explanation
from homeward.explain.engines import Engines
from homeward.facts import Record
from homeward.law.overlays import overlays_named, shipped
from homeward.rules.patch import Patch
from homeward.web.limits import Limits
from homeward.web.problems import TOO_BUSY, TOO_LONG, Refused, of_one
from homeward.web.wishes import Wish

T = TypeVar("T")
_MOST_KEPT = 300
_MOST_CHANGED = 8


@dataclass(frozen=True)
class Asked:
    """What is asked of a record: as on the command line."""

    questions: Sequence[str] = ()
    laws: Sequence[str] = ()
    as_of: date | None = None
    known_on: date | None = None
    changes: tuple[str, ...] = ()
    strict: bool = False
    wish: Wish | None = None


class Desk:
    """Takes records in their turn; nothing of one outlives its answer."""

    def __init__(self, limits: Limits) -> None:
        """Open with nobody in line."""
        self.limits = limits
        self._line = ThreadPoolExecutor(max_workers=1, thread_name_prefix="homeward-desk")
        self._slow = ThreadPoolExecutor(max_workers=1, thread_name_prefix="homeward-slow-desk")
        self._waiting = 0
        self._engines: dict[tuple[str, ...], Engines] = {}

    async def do(self, work: Callable[[], T], *, slow: bool = False) -> T:
        """Do a piece of work in its turn; what takes seconds waits in a line of its own.

        Raises:
            Refused: when the line is full, or the time is over.
        """
        if self._waiting >= self.limits.waiting:
            raise Refused(TOO_BUSY)
        self._waiting += 1
        try:
            line = self._slow if slow else self._line
            turn = asyncio.get_running_loop().run_in_executor(line, work)
            most = self.limits.slow_seconds if slow else self.limits.seconds
            return await asyncio.wait_for(turn, most)
        except TimeoutError:
            raise Refused(TOO_LONG) from None
        finally:
            self._waiting -= 1

    async def explain(self, data: Any, asked: Asked) -> Explanation:  # noqa: ANN401  parsed JSON
        """The answers to a record."""
        return await self.do(lambda: self.explained(data, asked))

    def explained(self, data: Any, asked: Asked) -> Explanation:  # noqa: ANN401  as above
        """The answers to a record, worked out here and now.

        Raises:
            RecordError: with every problem of the record.
            LawError: when a question or a change is not known.
            Refused: when the record is larger than this site takes.
        """
        engines = self.engines(asked.changes)
        explainer = Explainer(
            as_of=asked.as_of, known_on=asked.known_on, laws=asked.laws, strict=asked.strict,
            questions=asked.questions, engines=engines, today=today(),
        )  # fmt: skip
        record = explainer.read(data)
        self._check(record)
        explanation = explainer.explain(record)
        return explanation if asked.wish is None else asked.wish.narrowed(explanation)

    def engines(self, changes: tuple[str, ...]) -> Engines:
        """Interpreters of the law with shipped changes; started anew when too many are kept."""
        if changes not in self._engines or self._engines[changes].kept > _MOST_KEPT:
            if len(self._engines) >= _MOST_CHANGED:
                self._engines.clear()
            self._engines[changes] = Engines(patches=named_changes(changes))
        return self._engines[changes]

    def _check(self, record: Record) -> None:
        most = self.limits.charges
        if len(record.charges) > most:
            fix = f"This site takes {most} at once; the command line takes any number"
            raise of_one("cases", str(len(record.charges)), "has too many charges", fix, 413)
        if not self.limits.own_changes and any(not isinstance(o, str) for o in record.overlays):
            fix = "Name changes that are shipped; your own can be used on your own machine"
            raise of_one("with", "", "brings its own changes to the law", fix)


def named_changes(names: tuple[str, ...]) -> tuple[Patch, ...]:
    """Shipped changes by name; never a path, since a caller must not choose a file of ours."""
    for name in names:
        if name.replace("_", "-") not in shipped():
            fix = f"The changes that are shipped are: {', '.join(shipped())}"
            raise of_one("with", name, "is not the name of a shipped change", fix)
    return overlays_named(name.replace("_", "-") for name in names)


def today() -> date:
    """The day that it is here."""
    return datetime.now(UTC).astimezone().date()


def places() -> list[tuple[str, str]]:
    """Every place whose law is here, with its title: the states first, in their order."""
    found = [body for body in map(law.body, law.body_ids()) if body and not law.is_reading(body.id)]
    return sorted(((body.id, body.title) for body in found), key=lambda one: (one[1], one[0]))
