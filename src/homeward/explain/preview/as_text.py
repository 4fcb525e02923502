"""Previews as pages for a reader without law school."""

from __future__ import annotations

from collections.abc import Sequence

from homeward import law
from homeward.explain.description import clipped, describe
from homeward.explain.page import Page
from homeward.explain.preview.comparison import Comparison, Pairing
from homeward.explain.preview.line import Line
from homeward.explain.preview.outlook import Outlook
from homeward.explain.sentences import counted, in_words, listed
from homeward.explain.subject_text import COLORS
from homeward.facts import Record, Row

_INFORMATION = "Information, not legal advice. Where a court or a board decides, it says so."
_SIGNS = "Signs: ✓ good for you   · not yet   ✗ no, and waiting does not help   ? it depends"
_MARKS = {"now": "✓", "later": "·", "never": "✗", "unknown": "?"}


def outlook_as_text(outlook: Outlook, *, color: bool) -> str:
    """What will stand on a day, charge by charge, with what follows from a cleared record."""
    page = Page(color=color)
    record = outlook.explanation.record
    page.title(f"What stands on {in_words(outlook.on)}, for {clipped(record.person_id)}")
    page.say(
        f"Asked on {in_words(outlook.asked_on)}, by the law that is known then. {_INFORMATION}"
    )
    page.say(_SIGNS)
    page.say(_home(record))
    for row, lines in outlook.lines.items():
        page.title(describe(row))
        for line in lines:
            _line(page, line)
        for chain in outlook.chains.get(row, ()):
            page.gap()
            page.say(chain.says, 2, "→ ")
    _unanswered(page, outlook)
    _notes(page, outlook.explanation.notes)
    return str(page)


def _home(record: Record) -> str:
    place = _place_of(record)
    if not place:
        return "The record tells of no home, so what a landlord may do is not told: add a tenancy."
    body = law.body(place)
    return f"The home is in {body.title if body else clipped(place)}."


def _place_of(record: Record) -> str:
    tenancy = record.tenancy
    return "" if tenancy is None else str(tenancy.facts.get("tenancy.jurisdiction", ""))


def _line(page: Page, line: Line) -> None:
    _marked(page, line, line.says)


def _marked(page: Page, line: Line, text: str) -> None:
    sign, color = _MARKS[line.answer.status], COLORS[line.answer.status]
    start = len(page.lines)
    page.say(text, 2, f"{sign} ")
    page.lines[start] = page.lines[start].replace(sign, page.paint(sign, color), 1)


def _unanswered(page: Page, outlook: Outlook) -> None:
    """That no rule here tells what a landlord may use: silence would look like a no."""
    told = {line.answer.question for lines in outlook.lines.values() for line in lines}
    record = outlook.explanation.record
    asked = not outlook.explanation.asked
    if asked and record.charges and _place_of(record) and "landlord_use_barred" not in told:
        page.gap()
        page.say(_no_rule("what a landlord may use", _place_of(record)))


def _no_rule(about: str, place: str) -> str:
    body = law.body(place)
    title = body.title if body else clipped(place)
    return (
        f"There is no rule here of {title} on {about}. That does not say that there is no such "
        "law: ask a legal aid office there."
    )


def comparison_as_text(comparison: Comparison, *, color: bool) -> str:
    """Places side by side: what moving would change, and what stays the same."""
    page = Page(color=color)
    titles = [side.title for side in comparison.sides]
    page.title(
        f"{' or '.join(titles)}: what moving would change for "
        f"{clipped(comparison.record.person_id)}, on {in_words(comparison.on)}"
    )
    page.say(f"The same person and the same home in each place. {_INFORMATION}")
    page.say(_SIGNS)
    pairings = list(comparison.pairings)
    page.say(_in_short(pairings))
    rows = _rows(comparison.record)
    for subject in dict.fromkeys(pairing.subject for pairing in pairings):
        own = [pairing for pairing in pairings if pairing.subject == subject]
        page.title(describe(rows[subject]) if subject in rows else "You, over all charges")
        for pairing in own:
            _pairing(page, pairing, comparison)
    _notes(page, comparison.notes)
    return str(page)


def _in_short(pairings: Sequence[Pairing]) -> str:
    differ = [pairing for pairing in pairings if pairing.is_same is False]
    if not differ:
        return "In short: where there are rules to compare, moving changes nothing."
    about = dict.fromkeys(f"“{pairing.heading.who}”" for pairing in differ)
    what = "answer changes" if len(differ) == 1 else "answers change"
    return f"In short: {counted(len(differ), 'answer').split()[0]} {what}: {listed(list(about))}."


def _rows(record: Record) -> dict[tuple[str, str], Row]:
    return {(row.table, row.key): row for row in (*record.cases, *record.charges)}


def _pairing(page: Page, pairing: Pairing, comparison: Comparison) -> None:
    page.gap()
    if pairing.is_same and (line := pairing.lines[0]):
        _marked(page, line, f"Everywhere: {line.says[0].lower()}{line.says[1:]}")
        return
    page.say(f"{pairing.heading.who}:", 2)
    for side, told in zip(comparison.sides, pairing.lines, strict=True):
        if told is None:
            page.say(_no_rule("this", side.place), 2, "  ")
        else:
            _marked(page, told, f"{side.title}: {told.plain}{told.because} ({told.cite}).")


def _notes(page: Page, notes: Sequence[str]) -> None:
    page.title("About these answers")
    for note in notes:
        page.say(note, 2, "• ")
