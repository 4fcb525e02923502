"""An explanation as a page for a reader without law school: answers first, reasons under them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING, Any

from homeward.explain.answer import Answer
from homeward.explain.description import clipped, describe, name_of, place_of
from homeward.explain.next_steps import Next
from homeward.explain.page import Page
from homeward.explain.reason_text import LEGEND, ReasonText
from homeward.explain.sentences import in_words
from homeward.explain.subject_text import COLORS, MARKS, Headline, headlines, write_subject
from homeward.facts import Row, Vocabulary

if TYPE_CHECKING:
    from homeward.explain.explanation import Explanation

Heads = Mapping[Row, list[Headline]]


def explanation_as_text(explanation: Explanation, *, why: bool, color: bool) -> str:
    """One record's page: in short, the plan, each charge, what to do next, and the notes."""
    page = Page(color=color)
    page.title(
        f"Answers for {clipped(explanation.record.person_id)}, as of {in_words(explanation.as_of)}"
    )
    page.say("Information, not legal advice. Where a court or a board decides, it says so.")
    page.say(f"Signs: {LEGEND}")
    heads = heads_by_row(explanation.answers if why else explanation.told)
    if sum(row.table == "charge" for row in heads) > 1:
        _in_short(page, heads, explanation.plans)
    for plan in explanation.plans:
        _plan(page, plan, explanation.vocabulary)
    words = ReasonText(explanation.vocabulary, explanation.as_of, why=why)
    for row, found in heads.items():
        page.title(describe(row))
        write_subject(page, row, found, words)
    _next(page, explanation.next_steps)
    _notes(page, [*explanation.notes, *_assumed(explanation, heads)])
    return str(page)


def heads_by_row(told: Iterable[Answer]) -> Heads:
    """What to show about each row, in the order of the record."""
    answers: dict[Row, list[Answer]] = {}
    for answer in told:
        answers.setdefault(answer.subject, []).append(answer)
    found = {row: headlines(own) for row, own in answers.items()}
    return {row: heads for row, heads in found.items() if heads}


def _in_short(page: Page, heads: Heads, plans: Sequence[Mapping[str, Any]]) -> None:
    """A line a charge: its first answer."""
    page.title("In short")
    left = {(row["case_id"], row["id"]) for plan in plans for row in plan["leave"]}
    for row, (head, *_) in heads.items():
        if row.table == "charge":
            status = head.answer.status
            days = f": {head.short}" if head.short else ""
            if (row.case.id, row.id) in left:
                days += "; but more than the limits allow, so choose below"
            page.marked(MARKS[status], COLORS[status], f"{place_of(row)} {name_of(row)}{days}")


def _plan(page: Page, plan: Mapping[str, Any], vocabulary: Vocabulary) -> None:
    """Which charges to ask for under a lifetime limit."""
    if not plan["leave"]:
        return
    page.title(f"You have to choose: the lifetime limits ({plan['cite']})")
    page.say(
        f"Places left for your whole life: {_places(plan['places_left_before'])}. You have more "
        "charges than that. This choice clears the most. Another one may be better for you: ask "
        "yourself which charge harms you most."
    )
    for part in ("ask_for", "automatic", "leave"):
        if plan[part]:
            page.gap()
        for row in plan[part]:
            name = clipped(f"{row['case_id']}/{row['id']} {row['description'] or ''}")
            page.say(name, 2, f"{_DOES[part]:<8} ")
    page.gap()
    page.say(f"Places left after that: {_places(plan['places_left_after'])}.")
    if plan["order_before"]:
        page.say(
            f"From {in_words(date.fromisoformat(plan['order_before']))} the law clears, by itself, "
            "a charge that you leave, and it takes a place: have your orders before."
        )
    if plan["missing"]:
        named = dict.fromkeys(name.partition("@")[0] for name in plan["missing"])
        said = "; ".join(vocabulary[name].says for name in named)
        page.say(f"More may fit. What the record does not say: {said}.")


_DOES = {"ask_for": "ask for", "automatic": "comes by itself", "leave": "leave"}


def _places(places: Mapping[str, int]) -> str:
    return ", ".join(f"{kind} {count}" for kind, count in places.items())


def _next(page: Page, steps: Sequence[Next]) -> None:
    """What to do next, and by when."""
    if steps:
        page.title("What to do next")
    for step in steps:
        by = f" Do it by {step['by']}." if step["by"] else ""
        who = "" if step["who"] == "you" else f"The {step['who']}: "
        page.say(f"{who}{step['do']} ({step['cite']}).{by}", 2, "• ")


def _notes(page: Page, notes: Sequence[str]) -> None:
    """What the reader should know about this page."""
    page.title("About these answers")
    for note in notes:
        page.say(note, 2, "• ")


def _assumed(explanation: Explanation, heads: Heads) -> Iterator[str]:
    """What the shown answers take as not having happened."""
    shown = [head.best for found in heads.values() for head in found]
    names = dict.fromkeys(
        name for answer in shown if answer.status != "never" for name in answer.assumed
    )
    if names:
        said = "; ".join(explanation.vocabulary[name].says for name in names)
        yield (
            "The record does not show these, so they are taken as not having happened. If one "
            f"did, add it, and the answer may change: {said}."
        )
