"""A printed tree: one line of plain English, and the lines that stand under it.

Text carries the few marks of Markdown that a terminal can leave out: bold, code and links.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

_SHORT = 120
_LINK = re.compile(r"\]\([^)]*\)")


@dataclass(frozen=True, slots=True)
class Line:
    """One line and what stands under it, indented.

    ``place`` is set where a sentence above has a letter in place of this line.
    """

    text: str
    under: tuple[Line, ...] = ()
    place: int | None = None

    @property
    def is_short(self) -> bool:
        """Whether it may stand inside another line."""
        return not self.under and len(_LINK.sub("", self.text)) <= _SHORT

    def led_by(self, words: str) -> Line:
        """This line with words before it."""
        return replace(self, text=words + self.text)


def framed(pattern: str, *parts: Line) -> Line:
    """Lines set into a sentence with ``{0}``, ``{1}`` … as their places.

    A part with lines under it may close the sentence. Elsewhere a letter holds its place,
    and the part follows under that letter:

    >>> wait = Line("by its class:", (Line("A: 3 years"), Line("else: 1 year")))
    >>> framed("{0} after {1}", Line("10 days"), wait).text
    '10 days after by its class:'
    >>> for line in drawn(lettered(framed("{0} after {1}", wait, Line("the arrest")))):
    ...     print(line)
    (a) after the arrest, where
      (a): by its class:
        A: 3 years
        else: 1 year
    """
    last = len(parts) - 1 if pattern.endswith(f"{{{len(parts) - 1}}}") else None
    long = [n for n, part in enumerate(parts) if part.under or (not part.is_short and n != last)]
    if not [n for n in long if n != last or len(long) > 1]:
        under = parts[-1].under if long else ()
        return Line(pattern.format(*(part.text for part in parts)), under)
    shown = [_token(n) if n in long else part.text for n, part in enumerate(parts)]
    under = tuple(replace(parts[place], place=place) for place in long)
    return Line(f"{pattern.format(*shown)}, where", under)


def lettered(line: Line, used: int = 0) -> Line:
    """The tree with its letters given out from the top, so that no two within reach are alike."""
    places = [part.place for part in line.under if part.place is not None]
    letters = {place: f"({chr(ord('a') + used + n)})" for n, place in enumerate(places)}
    text = line.text
    for place, letter in letters.items():
        text = text.replace(_token(place), letter)
    under = [lettered(part, used + len(letters)) for part in line.under]
    return Line(text, tuple(
        part.led_by(f"{letters[old.place]}: ") if old.place is not None else part
        for part, old in zip(under, line.under, strict=True)
    ))  # fmt: skip


def _token(place: int) -> str:
    return f"\N{LEFT ANGLE BRACKET}{place}\N{RIGHT ANGLE BRACKET}"


def joined(parts: Sequence[Line], word: str, heading: str) -> Line:
    """Parts in one short sentence with ``word`` between them, or under a heading.

    >>> joined([Line("it rains"), Line("it snows")], "or", "one of these:").text
    'it rains, or it snows'
    """
    if len(parts) == 1:
        return parts[0]
    text = f", {word} ".join(part.text for part in parts)
    if all(part.is_short for part in parts) and len(text) <= _SHORT and not _is_mixed(parts):
        return Line(text)
    return Line(heading, tuple(parts))


def _is_mixed(parts: Iterable[Line]) -> bool:
    """Whether a part has its own "and" or "or", so that one line could be read two ways."""
    return any(word in part.text for part in parts for word in (", or ", ", and ", "; "))


def drawn(line: Line, indent: str = "") -> list[str]:
    """The tree as indented lines, for tests and examples."""
    return [indent + line.text, *(one for part in line.under for one in drawn(part, indent + "  "))]
