"""How a part of a tree is seen from the whole answer: through which days, and by which rows."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import NamedTuple

from homeward.screen.expressions import Sql
from homeward.screen.scopes import Pair, Scope
from homeward.screen.values import FIRST_DAY, LAST_DAY, TRUE, Span, both, greatest, least, less

OTHER = "@other"
"""Stands for whose fact it is, where it is another row's."""

Carry = Callable[[Sql], Sql]
"""How a value of the scope where an image was made is read in the scope where it is used."""

Image = Callable[[Span, Carry], Span]
"""What the operations above a part do to its days."""


def unchanged(value: Sql) -> Sql:
    """How a value is read in its own scope."""
    return value


class Window(NamedTuple):
    """The days that still count: after every floor, before every ceiling.

    Of a part of an *all of* it is known that its soonest lies no later than the
    floor that its parent gave; ``low_is_known`` then saves the comparing. For an
    *any of* the same holds of the latest and the ceiling.
    """

    floors: tuple[Sql, ...] = ()
    ceilings: tuple[Sql, ...] = ()
    low_is_known: bool = False
    high_is_known: bool = False

    def with_span(self, span: Span) -> Window:
        """The window with a span's own ends in it."""
        low = () if self.low_is_known else (span.low,)
        high = () if self.high_is_known else (span.high,)
        return Window(
            _all((*self.floors, *low), FIRST_DAY), _all((*self.ceilings, *high), LAST_DAY)
        )

    @property
    def plain(self) -> Window:
        """The same days, of whatever part."""
        return Window(self.floors, self.ceilings)

    @property
    def is_open(self) -> Sql:
        """Whether any day is left between the floors and the ceilings."""
        floors, ceilings = self.floors or (FIRST_DAY,), self.ceilings or (LAST_DAY,)
        return less(greatest(*floors), least(*ceilings))

    def map(self, carry: Carry) -> Window:
        """The window as it is read in another scope."""
        floors, ceilings = (tuple(map(carry, ends)) for ends in (self.floors, self.ceilings))
        return self._replace(floors=floors, ceilings=ceilings)


WHOLE = Window()
"""Every day counts."""


def _all(ends: tuple[Sql, ...], edge: Sql) -> tuple[Sql, ...]:
    """Several ends, without the edge of the calendar where another one is nearer."""
    known = dict.fromkeys(ends)
    return tuple(end for end in known if end is not edge or len(known) == 1)


@dataclass(frozen=True)
class Seen:
    """A part of a tree, as it is seen from the whole answer.

    Attributes:
        scope: the rows that the part is read for.
        here: where it is read at all, and can matter.
        window: the days that count, as seen from the part.
        image: what the operations above do to its days.
        around: the window above the part's parent, without what the parent's own span gave.
        is_plain: whether the image leaves always and never what they are.
    """

    scope: Scope
    here: Sql = TRUE
    window: Window = WHOLE
    image: Image = lambda span, _carry: span
    around: Window = WHOLE
    is_plain: bool = True

    def where(self, *tests: Sql) -> Seen:
        """The same, only where these tests pass too."""
        return replace(self, here=both(self.here, *tests))

    def anew(self) -> Seen:
        """The same rows with every day open: below a truth or a number."""
        return Seen(self.scope, self.here)

    def inside(self) -> Seen:
        """The only part of a node, which spans what the node spans."""
        return replace(self, window=self.around)

    def moved(self, move: Callable[[Span, Carry], Span]) -> Seen:
        """The only part of an operation that moves days, and leaves always and never alone."""
        image = self.image
        return replace(
            self, window=self.around, image=lambda span, carry: image(move(span, carry), carry)
        )

    def item_of_all(self) -> Seen:
        """An item of an *all of*: what holds it back is the whole's soonest."""
        ceilings = self.around.ceilings
        return replace(self, window=Window(self.window.floors, ceilings, low_is_known=True))

    def item_of_any(self) -> Seen:
        """An item of an *any of*: another way is open from the whole's latest."""
        floors = self.around.floors
        return replace(self, window=Window(floors, self.window.ceilings, high_is_known=True))

    def branch(self) -> Seen:
        """A branch of a choice, whose span covers it."""
        return replace(self, window=Window(self.around.floors, self.around.ceilings))

    def from_pair(self, pair: Pair, part: Callable[[Span, Carry], Span]) -> Seen:
        """The charges that are asked about, each paired with the row that asks.

        ``part`` is what a charge's own day makes of the whole.
        """
        carry, image = pair.of_outer, self.image

        def seen_from_pair(span: Span, further: Carry) -> Span:
            return image(part(span, further), lambda value: further(carry(value)))

        return Seen(
            pair,
            window=self.window.map(carry),
            image=seen_from_pair,
            around=self.around.map(carry),
            is_plain=self.is_plain,
        )


@dataclass(frozen=True)
class Need:
    """One way in which a named fact, open question or event can matter: where ``when`` is true."""

    name: str
    when: Sql
    waits: bool = False
