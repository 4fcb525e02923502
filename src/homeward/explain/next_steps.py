"""What to do next: steps that the law opens, and facts worth finding out."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import TypedDict

from homeward import law
from homeward.explain.answer import RULES_TOGETHER, Answer
from homeward.facts import Vocabulary
from homeward.rules.rule import Step

_PLACEHOLDER = re.compile(r"\{([a-z0-9_.]+)\}", re.IGNORECASE)


class Next(TypedDict):
    """One thing to do: who, what, by when (an ISO date or None), and its citation."""

    who: str
    do: str
    by: str | None
    cite: str


def next_steps(answers: Iterable[Answer], vocabulary: Vocabulary) -> list[Next]:
    """The steps that fit the answers, each once, then the questions that would settle more."""
    answers = list(answers)
    found: dict[tuple[str, str], Next] = {}
    for answer in answers:
        if answer.source is not None and answer.rule != RULES_TOGETHER:
            for step in answer.source.steps:
                if answer.status in step.on:
                    found.setdefault((step.who, step.do), _step(answer, step))
    for name, cite in _open_facts(answers).items():
        fact = vocabulary[name]
        text = f"Find out and add to the record: {fact.ask or fact.says}"
        found.setdefault(("you", text), {"who": "you", "do": text, "by": None, "cite": cite})
    return list(found.values())


def _step(answer: Answer, step: Step) -> Next:
    said = _PLACEHOLDER.sub(lambda found: _value(answer, found[1]), step.do)
    return {"who": step.who, "do": said, "by": None, "cite": step.cite}


def _value(answer: Answer, name: str) -> str:
    body = law.body(answer.source.body) if answer.source else None
    entry = None if body is None else body.parameters[name].on(answer.as_of)
    return "some" if entry is None else str(entry.value)


def _open_facts(answers: Iterable[Answer]) -> dict[str, str]:
    """Missing facts of the answers that are unknown, with the provision that asks for each."""
    return {
        name.partition("@")[0]: answer.source.cite if answer.source else ""
        for answer in answers
        if answer.status == "unknown" and answer.rule != RULES_TOGETHER
        for name in answer.missing
        if not name.startswith("law:")
    }
