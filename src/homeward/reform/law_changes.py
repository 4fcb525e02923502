"""What a reform changes in the law's own words: the pages of law before and after, line by line.

Each rule has a page that is printed from its tree. Both pages are printed, and the lines that
differ are kept; a change that stands on several pages is told once, with their names.
"""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from difflib import SequenceMatcher
from typing import Any, NamedTuple

from homeward import law
from homeward.rules.body import Body
from homeward.rules.patch import Patch
from homeward.rules.patch.scope import first_name
from homeward.rules.printing.as_text import plain
from homeward.rules.printing.blocks import Block, Fold, Heading, Outline, Paragraph, Table
from homeward.rules.printing.line import drawn, lettered
from homeward.rules.printing.page import blocks
from homeward.rules.printing.voice import Voice
from homeward.rules.rule import Rule

_LEFT_OUT = "…"
_FIRST_SHOWN = ("Numbers and dates of the law", "Lists of offenses")

Segments = list[tuple[str, bool]]
"""Pieces of a line, and whether each is one that changes."""


class Printed(NamedTuple):
    """A line of a page of law, and the heading that it stands under."""

    under: str
    text: str


def changes_of_law(
    before: Sequence[Patch], after: Sequence[Patch], as_of: date
) -> list[dict[str, Any]]:
    """What differs between the pages of law under two sets of changes.

    Returns:
        For each change its place (``law``, ``rules``, ``under``), and the lines ``before`` and
        ``after``, each as pieces of text with a mark on those that change.
    """
    found: dict[tuple[Any, ...], dict[str, Any]] = {}
    for name in sorted({patch.law for patch in (*before, *after)}):
        old, new = law.body(name, tuple(before)), law.body(name, tuple(after))
        if old is None or new is None:
            continue
        starts = (day for patch in (*before, *after) for day in patch.starts)
        day = max([as_of, *starts])  # a page shows them all
        for rule, change in _of_body(old, new, day):
            key = (name, change.under, change.before, change.after)
            told = found.setdefault(key, _told(old, change))
            if rule not in told["rules"]:
                told["rules"].append(rule)
    return list(found.values())


class _Change(NamedTuple):
    under: str
    before: tuple[str, ...]
    after: tuple[str, ...]


def _of_body(old: Body, new: Body, day: date) -> Iterator[tuple[str, _Change]]:
    for name in dict.fromkeys((*old.rules, *new.rules)):
        before, after = (_page(body.rules.get(name), body, day) for body in (old, new))
        pages = _beside_twins(before, after, new)
        title = (new.rules.get(name) or old.rules[name]).title
        yield from ((title, change) for change in _differences(*pages))


def _page(rule: Rule | None, body: Body, day: date) -> list[Printed]:
    if rule is None:
        return []
    return list(_lines(blocks(rule, Voice.of(body, day, law.vocabulary()))))


def _beside_twins(
    old: list[Printed], new: list[Printed], body: Body
) -> tuple[list[Printed], list[Printed]]:
    """Both pages, with the rows that change for some charges only beside what they are now.

    Such a number or list is there once more under a name of its own; what it shares with the
    number or list that it was made of is no change.
    """
    names = (*body.parameters, *body.offenses.tags)
    twins = {name: first_name(name) for name in names if first_name(name) != name}

    def twin(line: Printed, changed: str, first: str) -> Printed | None:
        for form in ("{}:", "({}, "):  # a row of a list, and one of numbers
            if form.format(first) in line.text and line.under in _FIRST_SHOWN:
                text = line.text.replace(form.format(first), form.format(changed), 1)
                return Printed(line.under, text)
        return None

    made = [made for pair in twins.items() for line in old if (made := twin(line, *pair))]
    later = [line for line in new if line.under in _FIRST_SHOWN
             and any(name in line.text for name in twins)]  # fmt: skip
    return [*old, *made], [*(line for line in new if line not in later), *later]


def _lines(page: Iterable[Block]) -> Iterator[Printed]:
    under = ""
    for block in page:
        if isinstance(block, Heading):
            under = plain(block.text)
        yield from (Printed(under, plain(text)) for text in _texts(block))


def _texts(block: Block) -> Iterator[str]:
    match block:
        case Heading():
            return
        case Paragraph(text):
            yield text
        case Outline(lines):
            for line in lines:
                yield from drawn(lettered(line))
        case Table(columns, rows):
            yield from (_row(columns, row) for row in _named(rows))
        case Fold(summary, table, _):
            tag = summary.partition(":")[0]  # what follows are counts, which all rows would carry
            yield from (f"{tag}: {_row(table.columns, row)}" for row in table.rows)


def _named(rows: Iterable[Sequence[str]]) -> Iterator[Sequence[str]]:
    """Rows that go on with the thing of the row above, each with its name: it may stand alone."""
    name = ""
    for first, *rest in rows:
        name = first or name
        yield (name, *rest)


def _row(columns: Sequence[str], cells: Sequence[str]) -> str:
    first, *rest = cells
    named = [f"{name}: {cell}" if name else cell
             for name, cell in zip(columns[1:], rest, strict=True) if cell]  # fmt: skip
    return "; ".join([first, *named] if first else named)


def _differences(old: list[Printed], new: list[Printed]) -> Iterator[_Change]:
    """What differs under each heading, in one piece; what is the same between is left out."""
    if old == new:
        return
    found: dict[str, tuple[list[str], list[str]]] = {}
    for kind, from_old, to_old, from_new, to_new in SequenceMatcher(
        None, old, new, autojunk=False
    ).get_opcodes():
        if kind != "equal":
            gone, come = old[from_old:to_old], new[from_new:to_new]
            sides = found.setdefault((gone or come)[0].under, ([], []))
            for side, lines in zip(sides, (gone, come), strict=True):
                side += [*([_LEFT_OUT] if side and lines else []), *_undented(lines)]
    for under in sorted(found, key=lambda under: under not in _FIRST_SHOWN):
        before, after = found[under]
        yield _Change(under, tuple(before), tuple(after))


def _undented(lines: Sequence[Printed]) -> list[str]:
    texts = "\n".join(one.text for one in lines)
    return textwrap.dedent(texts).split("\n") if lines else []


def _told(body: Body, change: _Change) -> dict[str, Any]:
    before, after = marked(change.before, change.after)
    return {
        "law": body.title, "rules": [], "under": change.under, "before": before, "after": after,
    }  # fmt: skip


def marked(before: Sequence[str], after: Sequence[str]) -> tuple[list[Segments], list[Segments]]:
    """Lines in pieces, with a mark on the words that change; whole lines where they do not pair.

    >>> marked(["wait 3 years"], ["wait 2 years"])[1]
    [[('wait ', False), ('2', True), (' years', False)]]
    >>> marked([], ["new"])
    ([], [[('new', True)]])
    """
    if len(before) != len(after):
        return [[(line, True)] for line in before], [[(line, True)] for line in after]
    pairs = [_words_marked(old, new) for old, new in zip(before, after, strict=True)]
    return [old for old, _ in pairs], [new for _, new in pairs]


def _words_marked(before: str, after: str) -> tuple[Segments, Segments]:
    old, new = before.split(" "), after.split(" ")
    matched = SequenceMatcher(None, old, new, autojunk=False).get_opcodes()
    left = [(old[a:b], kind != "equal") for kind, a, b, _, _ in matched if a < b]
    right = [(new[c:d], kind != "equal") for kind, _, _, c, d in matched if c < d]
    return _spaced(left), _spaced(right)


def _spaced(pieces: Sequence[tuple[list[str], bool]]) -> Segments:
    """The words of each piece, with the blanks between pieces kept outside what is marked."""
    texts = [(" ".join(words), changes) for words, changes in pieces]
    return [
        (text if changes else (" " if place else "") + text + (" " if texts[place + 1 :] else ""),
         changes)
        for place, (text, changes) in enumerate(texts)
    ]  # fmt: skip
