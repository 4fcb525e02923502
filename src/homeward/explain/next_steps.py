"""What to do next: steps that the law opens now or later, and facts worth finding out."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TypedDict

from homeward import law
from homeward.explain.answer import RULES_TOGETHER, Answer
from homeward.explain.description import place_of
from homeward.explain.sentences import meaning
from homeward.facts import Vocabulary
from homeward.language import ENGLISH, Words
from homeward.rules.patch import Patch
from homeward.rules.rule import Step
from homeward.when import FIRST, LAST

_PLACEHOLDER = re.compile(r"\{([a-z0-9_.]+)\}", re.IGNORECASE)

FIND_OUT = "Find out, and add to the record as {name}: {what}"
"""How a step says that a fact is worth finding out."""

Changes = tuple[Patch, ...]


class Next(TypedDict):
    """One thing to do: who, what, by when (an ISO date or None), and its citation."""

    who: str
    do: str
    by: str | None
    cite: str


@dataclass(frozen=True)
class Telling:
    """How steps are told: the changes of the law they are told under, and the language."""

    changes: Changes = ()
    words: Words = ENGLISH

    def open_now(self, answer: Answer, step: Step) -> Next:
        """A step, and by when where its way closes."""
        ends = (answer.closes or (LAST, LAST))[0]
        by = ends.isoformat() if answer.as_of < ends < LAST and answer.status == "now" else None
        return {"who": step.who, "do": self.do(answer, step), "by": by, "cite": step.cite}

    def from_its_day(self, answer: Answer, step: Step) -> Next:
        """A step that a known day will open."""
        day, place = self.words.day(answer.when[0]), place_of(answer.subject)
        said = "From {day}, for {place}: {do}"
        do = self.words.say(said, day=day, place=place, do=self.do(answer, step))
        return {"who": step.who, "do": do, "by": None, "cite": step.cite}

    def duty(self, answer: Answer) -> Next | None:
        """What is owed by the day of an answer; by an open day where a fact is missing.

        What the person does by a last day is a step, and none once that day is over.
        """
        rule = answer.source
        if rule is None or not rule.owed_by or answer.status in ("never", "not_applicable"):
            return None
        by = answer.when[1].isoformat() if FIRST < answer.when[1] < LAST else None
        do = rule.holds
        if _is_own_last_day(answer):
            if answer.when[1] < answer.as_of:
                return None
            do = rule.steps[0].do
        return {"who": rule.owed_by, "do": self.words.told(do), "by": by, "cite": rule.cite}

    def do(self, answer: Answer, step: Step) -> str:
        """The words of a step."""
        return filled(answer, self.words.told(step.do), self.changes)

    def to_find_out(self, name: str, vocabulary: Vocabulary) -> str:
        """That a fact is worth finding out: its question, or, in other languages, its meaning."""
        asked = vocabulary[name].ask if self.words.language == "en" else ""
        what = asked or meaning(name, vocabulary, self.words)
        return self.words.say(FIND_OUT, name=name, what=what)


def next_steps(
    answers: Iterable[Answer],
    vocabulary: Vocabulary,
    changes: Changes = (),
    words: Words = ENGLISH,
) -> list[Next]:
    """Each thing to do once: what is open now, what will be, what to find out, and the rest.

    ``changes`` are those of the law that the answers were given under.
    """
    tell = Telling(changes, words)
    rules = [answer for answer in answers if answer.rule != RULES_TOGETHER and answer.source]
    found: dict[tuple[str, str], Next] = {}
    for answer, step in _steps(rules, "now"):
        found.setdefault((step.who, step.do), tell.open_now(answer, step))
    for duty in map(tell.duty, rules):
        if duty is not None:
            found.setdefault((duty["who"], f"{duty['do']} {duty['by']}"), duty)
    coming = sorted(_coming(rules), key=lambda pair: pair[0].when)
    for answer, step in coming:
        found.setdefault((step.who, step.do), tell.from_its_day(answer, step))
    for name, cite in _open_facts(rules).items():
        text = tell.to_find_out(name, vocabulary)
        found.setdefault(("you", text), {"who": "you", "do": text, "by": None, "cite": cite})
    for status in ("later", "unknown", "never"):
        for answer, step in _steps(rules, status):
            found.setdefault((step.who, step.do), tell.open_now(answer, step))
    return list(found.values())


def _steps(answers: Iterable[Answer], status: str) -> Iterator[tuple[Answer, Step]]:
    """The steps that are meant for answers of a status."""
    for answer in answers:
        if answer.source and answer.status == status and not _is_own_last_day(answer):
            yield from ((answer, step) for step in answer.source.steps if status in step.on)


def _coming(answers: Iterable[Answer]) -> Iterator[tuple[Answer, Step]]:
    """The person's own steps that a known day will open."""
    for answer in answers:
        if answer.source and answer.status == "later" and answer.when[0] == answer.when[1]:
            for step in answer.source.steps:
                if step.who == "you" and "now" in step.on and "later" not in step.on:
                    yield answer, step


def _is_own_last_day(answer: Answer) -> bool:
    """Whether the answer is the last day for something that the person does."""
    return bool(answer.source and answer.source.owed_by == "you")


def filled(answer: Answer, text: str, changes: Changes = ()) -> str:
    """A step's words with the numbers of the law put in."""
    return _PLACEHOLDER.sub(lambda found: _value(answer, found[1], changes), text)


def _value(answer: Answer, name: str, changes: Changes) -> str:
    body = law.body(answer.source.body, changes) if answer.source else None
    entry = None if body is None else body.parameters[name].on(answer.as_of)
    return "some" if entry is None else str(entry.value)


def _open_facts(answers: Iterable[Answer]) -> dict[str, str]:
    """Missing facts, those that the most answers turn on first, each with a provision behind it."""
    cites: dict[str, str] = {}
    turns: Counter[str] = Counter()
    for answer in answers:
        for name in answer.missing:
            if answer.source and answer.status == "unknown" and not name.startswith("law:"):
                fact = name.partition("@")[0]
                turns[fact] += 1
                cites.setdefault(fact, answer.source.cite)
    return {fact: cites[fact] for fact, _ in turns.most_common()}
