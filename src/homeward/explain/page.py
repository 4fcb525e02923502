"""A page of text for a terminal or a printer: headings, folded paragraphs, a little color."""

from __future__ import annotations

import textwrap

WIDTH = 92
_COLUMN = 10


class Page:
    """Lines written from top to bottom; color only where it can be seen."""

    def __init__(self, *, color: bool) -> None:
        """Start an empty page."""
        self.color = color
        self.lines: list[str] = []

    def title(self, text: str) -> None:
        """A heading with a rule under it."""
        folded = textwrap.wrap(text, WIDTH)
        self.gap()
        self.lines += [self.paint(line, "1") for line in folded]
        self.lines.append("─" * max(map(len, folded), default=0))

    def say(self, text: str, indent: int = 0, mark: str = "") -> None:
        """A paragraph, folded to the page's width; a mark hangs before its first line."""
        self.lines += textwrap.wrap(
            text, WIDTH, initial_indent=" " * indent + mark,
            subsequent_indent=" " * (indent + len(mark)), break_long_words=False,
        )  # fmt: skip

    def marked(self, mark: str, code: str, text: str) -> None:
        """A paragraph under a word that says how it stands."""
        start = len(self.lines)
        self.say(text, 2, f"{mark:<{_COLUMN}}  ")
        self.lines[start] = self.lines[start].replace(mark, self.paint(mark, code), 1)

    def gap(self) -> None:
        """An empty line, never two, and none right under a heading."""
        if self.lines and self.lines[-1] and not self.lines[-1].startswith("─"):
            self.lines.append("")

    def paint(self, text: str, code: str) -> str:
        """Text in a color, where there is color."""
        return f"\x1b[{code}m{text}\x1b[0m" if self.color else text

    def __str__(self) -> str:
        """The whole page."""
        return "\n".join(self.lines)
