"""The part of a page about one charge, case or person: answers first, reasons under them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from homeward.explain.answer import RULES_TOGETHER, Answer
from homeward.explain.page import Page
from homeward.explain.reason_text import ReasonText
from homeward.explain.sentences import bounds, counted, outcome, when_it_holds
from homeward.explain.timeline import timeline
from homeward.facts import Row
from homeward.language import ENGLISH, Words
from homeward.when import FIRST, LAST

MARKS = {"now": "YES", "later": "NOT YET", "never": "NO", "unknown": "IT DEPENDS"}
COLORS = {"now": "32", "later": "33", "never": "31", "unknown": "36"}
_EVENTS = ("charge.offense_date", "charge.disposition_date", "charge.disposition_completed_on")


class Headline:
    """The answer that stands for a question, with the rule behind it and its other ways."""

    def __init__(self, answer: Answer, best: Answer, others: Sequence[Answer]) -> None:
        """Take the question's own answer, its best rule's, and those of the other ways."""
        self.answer = answer
        self.best = best
        self.others = others

    @property
    def title(self) -> str:
        """The best rule's name."""
        return self.best.source.title if self.best.source else self.answer.question

    @property
    def is_vague(self) -> bool:
        """Whether nothing useful is known: it may hold already, later or never."""
        soonest, latest = self.answer.when
        unknown = self.answer.status == "unknown"
        return unknown and soonest <= self.answer.as_of and latest == LAST and not self.others

    def short(self, words: Words = ENGLISH) -> str:
        """The days of the answer in a few words."""
        if self.answer.status == "unknown":
            return re.split("[;,]", bounds(self.answer, words))[0]
        return "" if self.answer.status == "never" else when_it_holds(self.answer, words)


def headlines(answers: Iterable[Answer]) -> list[Headline]:
    """The questions to show about one row: a family once, and every question of its own."""
    answers = list(answers)
    routes = {a.question: a for a in answers if a.rule != RULES_TOGETHER and a.applies}
    by_rule = {a.rule: a for a in answers if a.rule != RULES_TOGETHER and a.applies}
    whole = [a for a in answers if a.rule == RULES_TOGETHER and a.applies]
    families = {a.source.family for a in routes.values() if a.source} & {a.question for a in whole}
    return [
        Headline(answer, best, _other_ways(answer, best, routes))
        for answer in whole
        if (best := _best(answer, by_rule)) is not None
        and (answer.question in families or best.source is None
             or best.source.family not in families)
    ]  # fmt: skip


def _best(answer: Answer, by_rule: Mapping[str, Answer]) -> Answer | None:
    return by_rule.get(answer.source.name) if answer.source else None


def _other_ways(answer: Answer, best: Answer, routes: Mapping[str, Answer]) -> list[Answer]:
    return [
        other
        for other in routes.values()
        if other is not best and other.source and other.source.family == answer.question
    ]


def write_subject(page: Page, row: Row, heads: Sequence[Headline], words: ReasonText) -> None:
    """Everything about one row."""
    vague = [] if words.why else [head for head in heads[1:] if head.is_vague]
    before = ""
    for head in heads:
        if head not in vague:
            if {before, head.answer.status} != {"never"}:
                page.gap()
            _headline(page, head, words)
            before = head.answer.status
    if vague:
        page.gap()
        titles = words.words.listed([words.words.told(head.title) for head in vague])
        said = "The record does not say enough to answer: {titles}. What to find out is at the end."
        page.say(words.words.say(said, titles=titles), words.indent)
    _picture(page, row, [head for head in heads if head not in vague], words.words)


def _headline(page: Page, head: Headline, words: ReasonText) -> None:
    answer, language = head.answer, words.words
    status, title = answer.status, language.told(head.title)
    mark = language.word(MARKS[status])
    page.marked(mark, COLORS[status], f"{title}: {_said(head, words)}.")
    words.reasons(page, head.best, answer)
    for other in head.others:
        if other.status in ("now", "later") and other.source:
            way, told = language.told(other.source.title), outcome(other, language)
            page.say(language.say("Another way: {way}: {told}.", way=way, told=told), words.indent)
    closed = [language.told(a.source.title)
              for a in head.others if a.status == "never" and a.source]  # fmt: skip
    if closed and answer.status == "never":
        said = "No other way fits either: {ways}."
        page.say(language.say(said, ways=language.listed(closed)), words.indent)


def _said(head: Headline, words: ReasonText) -> str:
    if head.answer.status == "never" and words.lists_grounds(head.best):
        grounds = counted(len(head.best.grounds), "ground", words.words)
        said = "closed on {grounds}, and waiting does not change that"
        return words.words.say(said, grounds=grounds)
    return outcome(head.best if head.answer.status == "never" else head.answer, words.words)


def _picture(page: Page, row: Row, heads: Sequence[Headline], words: Words) -> None:
    """The timeline, where there is anything to draw."""
    drawn = [(words.told(head.title), head.answer.when) for head in heads if _is_dated(head.answer)]
    if drawn:
        events = [row.facts[name][0] for name in _EVENTS if name in row.facts]
        days = [day for day in events if FIRST < day < LAST]
        page.gap()
        page.lines += ["  " + line for line in timeline(drawn, days, heads[0].answer.as_of)]


def _is_dated(answer: Answer) -> bool:
    return answer.status != "never" and any(_is_a_day(day) for day in answer.when)


def _is_a_day(day: date) -> bool:
    return FIRST < day < LAST
