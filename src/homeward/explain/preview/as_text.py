"""Previews as pages for a reader without law school."""

from __future__ import annotations

from collections.abc import Sequence

from homeward import law
from homeward.explain.description import clipped, describe
from homeward.explain.home import ABOUT, no_rule, notes_on_home, place_of_home, unanswered
from homeward.explain.page import Page
from homeward.explain.preview.comparison import Comparison, Pairing
from homeward.explain.preview.line import Line
from homeward.explain.preview.outlook import Outlook
from homeward.explain.sentences import counted, in_words, listed
from homeward.explain.subject_text import COLORS
from homeward.facts import Record, Row

_INFORMATION = "Information, not legal advice. Where a court or a board decides, it says so."
_SIGNS = (
    "Signs: ✓ good for you   · not yet   ✗ no, and waiting does not help   ? it depends   "
    "• good to know"
)
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
    said = set(notes_on_home(record, (), ()))  # they stand above, under the answers
    _notes(page, [note for note in outlook.explanation.notes if note not in said])
    return str(page)


def _home(record: Record) -> str:
    place = place_of_home(record)
    if not place:
        return "The record tells of no home, so what a landlord may do is not told: add a tenancy."
    body = law.body(place)
    return f"The home is in {body.title if body else clipped(place)}."


def _line(page: Page, line: Line) -> None:
    _marked(page, line, line.says)


def _marked(page: Page, line: Line, text: str) -> None:
    status = line.answer.status
    sign, color = _MARKS[status], COLORS[status]
    if line.words and not line.words.good and status != "unknown":
        sign, color = "•", COLORS["unknown"]
    start = len(page.lines)
    page.say(text, 2, f"{sign} ")
    page.lines[start] = page.lines[start].replace(sign, page.paint(sign, color), 1)


def _unanswered(page: Page, outlook: Outlook) -> None:
    """That no rule here answers a question about the home."""
    told = {line.answer.question for lines in outlook.lines.values() for line in lines}
    record, asked = outlook.explanation.record, outlook.explanation.asked
    for question in unanswered(record, told, asked):
        page.gap()
        page.say(no_rule(ABOUT[question], place_of_home(record)))


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
    differ = [pairing for pairing in pairings if pairing.differs]
    about = dict.fromkeys(f"“{pairing.heading.who}”" for pairing in differ)
    what = "answer changes" if len(differ) == 1 else "answers change"
    count = counted(len(differ), "answer").partition(" ")[0]
    told = f"{count} {what}: {listed(list(about))}" if differ else "no answer changes"
    lacking = any(pairing.is_same is None for pairing in pairings)
    gaps = " Where a place has no rule here, nothing could be compared." if lacking else ""
    return f"In short: {told}.{gaps}"


def _rows(record: Record) -> dict[tuple[str, str], Row]:
    return {(row.table, row.key): row for row in (*record.cases, *record.charges)}


def _pairing(page: Page, pairing: Pairing, comparison: Comparison) -> None:
    page.gap()
    if pairing.is_one_answer:
        line = pairing.heading
        _marked(page, line, f"Everywhere: {line.says[0].lower()}{line.says[1:]}")
        return
    same = " the same answer, each by its own law" if pairing.is_same else ""
    page.say(f"{pairing.heading.who}:{same}", 2)
    for side, told in zip(comparison.sides, pairing.lines, strict=True):
        if told is None:
            page.say(no_rule("this", side.place), 4)
        else:
            _marked(page, told, f"{side.title}: {told.plain}{told.because} ({told.cite}).")


def _notes(page: Page, notes: Sequence[str]) -> None:
    page.title("About these answers")
    for note in notes:
        page.say(note, 2, "• ")
