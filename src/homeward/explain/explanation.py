"""An explanation: everything that one record is told, ready to be read or passed on."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any

from homeward.explain.answer import Answer
from homeward.explain.as_json import explanation_as_dict
from homeward.explain.as_line import explanation_as_line
from homeward.explain.as_text import explanation_as_text
from homeward.explain.next_steps import Next, next_steps
from homeward.facts import Record, Vocabulary
from homeward.language import ENGLISH, Words, words_of
from homeward.rules.patch import Patch


@dataclass(frozen=True)
class Explanation:
    """The answers to one record, with what to do next and what to know about them.

    Attributes:
        record: what was asked about.
        as_of: the day answered for.
        answers: each rule's answer, then ``*`` for each question, charge by charge.
        plans: which charges to ask for, where a limit does not let all of them through.
        notes: sentences that the reader should see.
        asked: the questions that were asked by name, if not all were.
        changes: what was changed of the law for these answers.
    """

    record: Record
    as_of: date
    answers: list[Answer]
    plans: list[dict[str, Any]]
    notes: list[str]
    vocabulary: Vocabulary
    asked: Sequence[str] = ()
    changes: tuple[Patch, ...] = ()

    @cached_property
    def told(self) -> list[Answer]:
        """The answers that say something to this person: without each yes or no that is no news."""
        return [answer for answer in self.answers if self._is_told(answer)]

    def _is_told(self, answer: Answer) -> bool:
        rule = answer.source
        if rule is None or (rule.yes_is_news and rule.no_is_news == "always"):
            return True
        if not {rule.question, rule.family}.isdisjoint(self.asked):
            return True
        if rule.no_is_news == "for_tenants" and not rule.yes_is_news:
            return self.record.tenancy is not None
        if answer.status == "never":
            return rule.no_is_news == "always" or self.record.tenancy is not None
        return rule.yes_is_news or answer.status != "now"

    @cached_property
    def next_steps(self) -> list[Next]:
        """What to do next, and by when."""
        return self.steps_in(ENGLISH)

    def steps_in(self, words: Words) -> list[Next]:
        """What to do next, in a language."""
        return next_steps(self.told, self.vocabulary, self.changes, words)

    def as_dict(self) -> dict[str, Any]:
        """Plain data in the documented shape."""
        return explanation_as_dict(self)

    def as_line(self) -> str:
        """The same as one line of JSON."""
        return explanation_as_line(self)

    def as_text(self, *, why: bool = False, color: bool = False, language: str = "en") -> str:
        """A page for a reader without law school; ``why`` shows every condition.

        What a language has no words for is in English, and marked as that.
        """
        return explanation_as_text(self, words_of(language), why=why, color=color)
