"""A page of law as HTML, from the same blocks that the documentation and the terminal print."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from markupsafe import Markup, escape

from homeward.rules.printing.blocks import Block, Fold, Heading, Outline, Paragraph, Table
from homeward.rules.printing.line import Line, lettered

_INLINE = re.compile(
    r"`(?P<code>[^`]+)`|\*\*(?P<bold>[^*]+)\*\*"
    r"|\[(?P<text>(?:`[^`]*`|[^\]])+)\]\((?P<to>[^)\s]+)\)"
    r'|<a id="(?P<place>[\w.\-]+)"></a>'
)
_LONG_TABLE = 3


class LawPage:
    """Writes blocks as HTML; links between pages of law become addresses of this site."""

    def __init__(self, language: str, body_id: str) -> None:
        """Take the reader's language, and the body of law whose page it is."""
        self.root = f"/{language}/law"
        self.body_id = body_id

    def html(self, blocks: Iterable[Block]) -> Markup:
        """The page."""
        return Markup("\n").join(self._block(block) for block in blocks)

    def _block(self, block: Block) -> Markup:
        match block:
            case Heading(text, level):
                return self._heading(text, level)
            case Paragraph(text):
                return Markup("<p>{}</p>").format(self.inline(text))
            case Outline(lines):
                return self._lines([lettered(line) for line in lines])
            case Table():
                return self._table(block)
            case Fold(summary, table, _):
                return Markup("<details><summary>{}</summary>{}</details>").format(
                    self.inline(summary), self._table(table)
                )

    def _heading(self, text: str, level: int) -> Markup:
        """A heading; that of a condition can be jumped to by the condition's name."""
        name = text.rpartition(": ")[2].strip().replace(" ", "-").lower()
        place = re.sub(r"[^a-z0-9-]", "", name)
        return Markup('<h{0} id="{1}">{2}</h{0}>').format(level, place, self.inline(text))

    def _lines(self, lines: Iterable[Line]) -> Markup:
        items = Markup("").join(
            Markup("<li>{}{}</li>").format(
                self.inline(line.text), self._lines(line.under) if line.under else ""
            )
            for line in lines
        )
        return Markup("<ul class='usa-list'>{}</ul>").format(items)

    def _table(self, table: Table) -> Markup:
        """A table; one of two bare columns is a list of names and what they are."""
        if not any(table.columns):
            rows = (
                Markup("<div><dt>{}</dt><dd>{}</dd></div>").format(name, self.inline(said))
                for name, said in table.rows
            )
            return Markup("<dl class='facts-list'>{}</dl>").format(Markup("").join(rows))
        head = Markup("").join(self._column(name) for name in table.columns)
        rows = (
            Markup("<tr>{}</tr>").format(
                Markup("").join(Markup("<td>{}</td>").format(self.inline(cell)) for cell in row)
            )
            for row in table.rows
        )
        return Markup(
            "<div class='scrolls' tabindex='0' role='group'><table class='usa-table'>"
            "<thead><tr>{}</tr></thead><tbody>{}</tbody></table></div>"
        ).format(head, Markup("").join(rows))

    def _column(self, name: str) -> Markup:
        if not name:
            return Markup("<td></td>")
        return Markup("<th scope='col'>{}</th>").format(self.inline(name))

    def inline(self, text: str) -> Markup:
        """A line with its code, bold words and links."""
        return Markup("").join(self._parts(text))

    def _parts(self, text: str) -> Iterator[Markup]:
        end = 0
        for found in _INLINE.finditer(text):
            yield escape(text[end : found.start()])
            yield self._part(found)
            end = found.end()
        yield escape(text[end:])

    def _part(self, found: re.Match[str]) -> Markup:
        if found["code"]:
            return Markup("<code>{}</code>").format(found["code"])
        if found["bold"]:
            return Markup("<strong>{}</strong>").format(self.inline(found["bold"]))
        if found["place"]:
            return Markup("<span id='{}'></span>").format(found["place"])
        words = self.inline(found["text"])
        return Markup("<a href='{}'>{}</a>").format(self.to(found["to"]), words)

    def to(self, target: str) -> str:
        """The address of this site that a link of the documentation means.

        >>> LawPage("en", "us-mo").to("expungement.md"), LawPage("en", "us-mo").to("us/index.md")
        ('/en/law/us-mo/expungement', '/en/law/us')
        """
        path, _, place = target.partition("#")
        if "://" in target or not path.endswith(".md"):
            return target
        parts = [part for part in path.removesuffix(".md").split("/") if part not in ("..", ".")]
        body_id = parts[0] if len(parts) > 1 else self.body_id
        name = "" if parts[-1] == "index" else f"/{parts[-1]}"
        return f"{self.root}/{body_id}{name}" + (f"#{place}" if place else "")


def blocks_of_text(text: str) -> Iterator[Block]:
    """The blocks of a page that is kept as Markdown: headings, paragraphs, lists and tables."""
    for part in re.split(r"\n\s*\n", text.strip()):
        lines = part.splitlines()
        if lines[0].startswith("#"):
            marks, _, words = lines[0].partition(" ")
            yield Heading(words, len(marks))
            lines = lines[1:]
        if lines and lines[0].startswith("|"):
            yield _table_of(lines)
        elif lines and lines[0].startswith("- "):
            yield Outline(tuple(_items(lines)))
        elif lines:
            yield Paragraph(" ".join(lines))


def _items(lines: Iterable[str]) -> Iterator[Line]:
    said = " ".join(f"\n{line[2:]}" if line.startswith("- ") else line.strip() for line in lines)
    yield from (Line(item.strip()) for item in said.split("\n") if item.strip())


def _table_of(lines: list[str]) -> Table:
    rows = [_cells(line) for line in lines]
    width = len(rows[0])
    body = [tuple((*row, *[""] * width)[:width]) for row in rows[2:]]
    return Table(tuple(rows[0]), tuple(body))


def _cells(line: str) -> list[str]:
    cells = re.split(r"(?<!\\)\|", line.strip().strip("|"))
    return [cell.strip().replace("\\|", "|") for cell in cells]
