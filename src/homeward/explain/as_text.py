"""An explanation as a page for a reader without law school: answers first, reasons under them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from homeward.explain.answer import Answer
from homeward.explain.description import clipped, describe, name_of, place_of
from homeward.explain.next_steps import Next
from homeward.explain.note import note_in_words
from homeward.explain.page import Page
from homeward.explain.reason_text import LEGEND, ReasonText
from homeward.explain.subject_text import COLORS, MARKS, Headline, headlines, write_subject
from homeward.facts import Row, Vocabulary
from homeward.language import ENGLISH, Words

if TYPE_CHECKING:
    from homeward.explain.explanation import Explanation

Heads = Mapping[Row, list[Headline]]


def explanation_as_text(
    explanation: Explanation, words: Words = ENGLISH, *, why: bool, color: bool
) -> str:
    """One record's page: in short, the plan, each charge, what to do next, and the notes."""
    page = Page(color=color)
    person, day = clipped(explanation.record.person_id), words.day(explanation.as_of)
    page.title(words.say("Answers for {person}, as of {day}", person=person, day=day))
    page.say(words.say(
        "Information, not legal advice. Where a court or a board decides, it says so."
    ))  # fmt: skip
    page.say(words.say("Signs: {signs}", signs=words.word(LEGEND)))
    heads = heads_by_row(explanation.answers if why else explanation.told)
    if sum(row.table == "charge" for row in heads) > 1:
        _in_short(page, heads, explanation.plans, words)
    for plan in explanation.plans:
        _plan(page, plan, explanation.vocabulary, words)
    text = ReasonText(explanation.vocabulary, explanation.as_of, words, why=why)
    for row, found in heads.items():
        page.title(describe(row, words))
        write_subject(page, row, found, text)
    _next(page, explanation.steps_in(words), words)
    notes = [note_in_words(note, words) for note in explanation.notes]
    _notes(page, [*notes, *_assumed(explanation, heads, words)], words)
    return str(page)


def heads_by_row(told: Iterable[Answer]) -> Heads:
    """What to show about each row, in the order of the record."""
    answers: dict[Row, list[Answer]] = {}
    for answer in told:
        answers.setdefault(answer.subject, []).append(answer)
    found = {row: headlines(own) for row, own in answers.items()}
    return {row: heads for row, heads in found.items() if heads}


def _in_short(page: Page, heads: Heads, plans: Sequence[Mapping[str, Any]], words: Words) -> None:
    """A line a charge: its first answer."""
    page.title(words.say("In short"))
    left = {(row["case_id"], row["id"]) for plan in plans for row in plan["leave"]}
    for row, (head, *_) in heads.items():
        if row.table == "charge":
            status = head.answer.status
            short = head.short(words)
            days = f": {short}" if short else ""
            if (row.case.id, row.id) in left:
                days += words.say("; but more than the limits allow, so choose below")
            named = f"{place_of(row)} {name_of(row, words)}{days}"
            page.marked(words.word(MARKS[status]), COLORS[status], named)


def _plan(page: Page, plan: Mapping[str, Any], vocabulary: Vocabulary, words: Words) -> None:
    """Which charges to ask for under a lifetime limit."""
    if not plan["leave"]:
        return
    page.title(words.say("You have to choose: the lifetime limits ({cite})", cite=plan["cite"]))
    page.say(words.say(
        "Places left for your whole life: {places}. You have more charges than that. This choice "
        "clears the most. Another one may be better for you: ask yourself which charge harms you "
        "most.",
        places=_places(plan["places_left_before"], words),
    ))  # fmt: skip
    for part in ("ask_for", "automatic", "leave"):
        if plan[part]:
            page.gap()
        for row in plan[part]:
            name = clipped(f"{row['case_id']}/{row['id']} {row['description'] or ''}")
            page.say(name, 2, f"{words.word(_DOES[part]):<8} ")
    page.gap()
    after = _places(plan["places_left_after"], words)
    page.say(words.say("Places left after that: {places}.", places=after))
    if plan["order_before"]:
        page.say(words.say(
            "From {day} the law clears, by itself, a charge that you leave, and it takes a place: "
            "have your orders before.",
            day=words.iso(plan["order_before"]),
        ))  # fmt: skip
    if plan["missing"]:
        named = dict.fromkeys(name.partition("@")[0] for name in plan["missing"])
        lacks = "; ".join(words.told(vocabulary[name].says) for name in named)
        page.say(words.say("More may fit. What the record does not say: {facts}.", facts=lacks))


_DOES = {"ask_for": "ask for", "automatic": "comes by itself", "leave": "leave"}


def _places(places: Mapping[str, int], words: Words) -> str:
    return ", ".join(f"{words.told(kind)} {count}" for kind, count in places.items())


def _next(page: Page, steps: Sequence[Next], words: Words) -> None:
    """What to do next, and by when."""
    if steps:
        page.title(words.say("What to do next"))
    for step in steps:
        by = words.say(" Do it by {day}.", day=words.iso(step["by"])) if step["by"] else ""
        page.say(f"{who_does(step['who'], words)}{step['do']} ({step['cite']}).{by}", 2, "• ")


def who_does(who: str, words: Words = ENGLISH) -> str:
    """Who has to do a step, to stand before it; empty where it is the reader."""
    return "" if who == "you" else words.say("The {who}: ", who=words.told(who))


def _notes(page: Page, notes: Sequence[str], words: Words) -> None:
    """What the reader should know about this page."""
    page.title(words.say("About these answers"))
    for note in notes:
        page.say(note, 2, "• ")


def _assumed(explanation: Explanation, heads: Heads, words: Words) -> Iterator[str]:
    """What the shown answers take as not having happened."""
    shown = [head.best for found in heads.values() for head in found]
    names = dict.fromkeys(
        name for answer in shown if answer.status != "never" for name in answer.assumed
    )
    if names:
        said = "; ".join(words.told(explanation.vocabulary[name].says) for name in names)
        yield words.say(
            "The record does not show these, so they are taken as not having happened. If one "
            "did, add it, and the answer may change: {facts}.",
            facts=said,
        )
