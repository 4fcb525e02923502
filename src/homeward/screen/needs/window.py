"""The window that the rest of a tree leaves open to a part, as SQL; and what is found to matter."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import NamedTuple

from homeward.screen.columns import Sql, call
from homeward.screen.values import Span

OTHER = "@other"
"""Stands for whose fact it is, where it is another row's."""

TRUE, FALSE = Sql("TRUE"), Sql("FALSE")

Image = Callable[[Span], Span]
"""What the operations above a part do to its days."""


class Window(NamedTuple):
    """The days that still count: after every floor, before every ceiling."""

    floors: tuple[Sql, ...] = ()
    ceilings: tuple[Sql, ...] = ()

    def inside(self, span: Span) -> Window:
        """The window as seen from below a node."""
        return Window((*self.floors, span.low), (*self.ceilings, span.high))

    def crossed(self, span: Span) -> Sql:
        """Whether a span crosses the inside."""
        lows = list(dict.fromkeys((span.low, *self.floors)))
        highs = list(dict.fromkeys((span.high, *self.ceilings)))
        low = "{}" if len(lows) == 1 else f"greatest({', '.join('{}' for _ in lows)})"
        high = "{}" if len(highs) == 1 else f"least({', '.join('{}' for _ in highs)})"
        return call(f"{low} < {high}", *lows, *highs)


WHOLE = Window()
"""Every day counts."""


@dataclass(frozen=True)
class Need:
    """One way in which a named fact, open question or event can matter: where ``when`` is true."""

    name: str
    when: Sql
    waits: bool = False


class Seen(NamedTuple):
    """How a part of a tree is seen from the whole answer.

    ``scope`` is the table whose rows it is read for, ``here`` where it is read at all.
    """

    scope: str
    window: Window
    image: Image
    here: Sql

    def where(self, *tests: Sql) -> Seen:
        """The same, only where these tests hold too."""
        return self._replace(here=both(self.here, *tests))

    def anew(self) -> Seen:
        """The same rows with every day open: below a truth or a number."""
        return self._replace(window=WHOLE, image=same)


def both(*tests: Sql) -> Sql:
    """Every test holds."""
    kept = [test for test in dict.fromkeys(tests) if test.text != "TRUE"]
    return call(" AND ".join(["({})"] * len(kept)), *kept) if kept else TRUE


def same(span: Span) -> Span:
    """The image of days that nothing moves."""
    return span
