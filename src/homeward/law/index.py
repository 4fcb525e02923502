"""The list of all bodies of law: a page of documentation, text for a terminal, plain data."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import Any

from homeward.law.certainty import Doubt
from homeward.law.coverage import Coverage, everything
from homeward.rules.printing import as_text
from homeward.rules.printing.blocks import Block, Heading, Outline, Paragraph, Table
from homeward.rules.printing.line import Line

_TITLE = Heading("The law that homeward knows", 1)
_ELSEWHERE = "For any other place homeward says that it has no rules, and does not guess."
_MARKS = (
    "Medium: one second-hand source. Low: recalled, not confirmed. Open: the law does not say, or "
    "its text was not read; the answer then spans every reading."
)
_PAGE = "Each place has its page: `homeward law us-mo`; so has each rule."


def index_page(day: date | None = None) -> Iterator[Block]:
    """The list as a page; without a day, each body of law as it was when last checked."""
    places = list(everything(day))
    yield _TITLE
    yield Paragraph(_in_all(places))
    yield Table(
        ("place", "", "questions", "rules", "unchanged since", "changes next", "checked on",
         "not certain", "open questions"),
        tuple(_row(one) for one in places),
    )  # fmt: skip
    yield Paragraph(_MARKS)
    yield Paragraph(_ELSEWHERE)


def law_index(day: date) -> str:
    """All places, what is answered there, and how sure it is, for a terminal."""
    places = list(everything(day))
    lines = tuple(_line(one, [r for r in places if r.reading_of == one.id]) for one in places
                  if not _is_under(one, places))  # fmt: skip
    blocks = (_TITLE, Paragraph(_in_all(places)), Outline(lines), Paragraph(_MARKS),
              Paragraph(_ELSEWHERE), Paragraph(_PAGE))  # fmt: skip
    return as_text(blocks)


def index_data(day: date) -> list[dict[str, Any]]:
    """The same as plain data, a place or a named reading each."""
    return [coverage_data(one) for one in everything(day)]


def coverage_data(one: Coverage) -> dict[str, Any]:
    """What a body of law covers, as plain data."""
    return {
        "law": one.id, "title": one.title, "reading_of": one.reading_of,
        "questions": list(one.questions), "rules": one.rules,
        "unchanged_since": _iso(one.unchanged_since), "changes_on": _iso(one.changes_on),
        "known_changes": [day.isoformat() for day in one.known_changes],
        "checked_on": one.checked_on.isoformat(),
        "certainty": {doubt.what.replace(" ", "_"): _counts(doubt) for doubt in one.doubts},
        "open_questions": list(one.open_questions),
    }  # fmt: skip


def _counts(doubt: Doubt) -> dict[str, int]:
    unsure = {"medium": doubt.medium, "low": doubt.low, "open": doubt.open}
    return {"all": doubt.all, "certain": doubt.all - sum(unsure.values()), **unsure}


def _iso(day: date | None) -> str | None:
    return None if day is None else day.isoformat()


def _days(days: Sequence[date]) -> str:
    """``2026-12-01 and 2027-07-01``: every day in order, or nothing."""
    told = [day.isoformat() for day in days]
    return " and ".join([", ".join(told[:-1]), told[-1]] if told[1:] else told)


def _is_under(one: Coverage, places: Iterable[Coverage]) -> bool:
    """Whether it is a named reading of a place that is here too."""
    return one.reading_of in {place.id for place in places}


def _in_all(places: list[Coverage]) -> str:
    readings = sum(one.reading_of is not None for one in places)
    questions = {question for one in places for question in one.questions}
    parts = [doubt for one in places for doubt in one.doubts]
    told = f"{len(places) - readings} bodies of law"
    told += f" and {readings} named reading{'s' if readings > 1 else ''}" if readings else ""
    unsure = sum(doubt.medium + doubt.low for doubt in parts)
    return (
        f"{told}, {len(questions)} questions, {sum(one.rules for one in places)} rules. Of "
        f"{sum(doubt.all for doubt in parts):,} conditions, numbers and entries of lists, "
        f"{unsure:,} are not certain and {sum(doubt.open for doubt in parts):,} are open questions."
    )


def _row(one: Coverage) -> tuple[str, ...]:
    linked = f"[`{one.id}`]({one.id}/index.md)"
    title = f"{one.title} (a named reading)" if one.reading_of else one.title
    return (linked, title, ", ".join(f"`{question}`" for question in one.questions),
            str(one.rules), str(one.unchanged_since or "not looked up"),
            _days(one.known_changes) or "no day known", str(one.checked_on),
            _how_sure(one), str(len(one.open_questions)))  # fmt: skip


def _how_sure(one: Coverage) -> str:
    return "; ".join(doubt.in_words() for doubt in one.doubts if doubt.all)


def _line(one: Coverage, readings: Iterable[Coverage] = ()) -> Line:
    """A place in a few lines, and under it the readings that have names."""
    since = f"unchanged since {one.unchanged_since}" if one.unchanged_since else (
        "the days of its changes were not looked up")  # fmt: skip
    coming = f"; known to change on {_days(one.known_changes)}" if one.changes_on else ""
    many = len(one.open_questions)
    under = (
        Line(f"answers: {', '.join(one.questions) or 'nothing on this day'}"),
        Line(f"rules: {one.rules}; {since}{coming}; last checked on {one.checked_on}"),
        Line(f"how sure: {_how_sure(one)}"),
        Line(f"open questions: {many or 'none'}"),
        *(_line(reading).led_by("a reading of it: ") for reading in readings),
    )
    return Line(f"`{one.id}` — {one.title}", under)
