"""One answer of a preview in a sentence: what stands on the day, until when, and by which law."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property
from typing import Any

from homeward.explain.answer import Answer, subject_id
from homeward.explain.as_json import day
from homeward.explain.preview.wording import Words, wording
from homeward.explain.reasons import Reason
from homeward.explain.sentences import bounds, in_words, listed, meaning
from homeward.explain.subject_text import Headline
from homeward.facts import Vocabulary
from homeward.when import FIRST

_NAMED = 3


@dataclass(frozen=True)
class Line:
    """A question's answer for one row, with the rule behind it.

    Attributes:
        head: the question's own answer, and the rule's that gives it.
        vocabulary: the words for what is missing.
    """

    head: Headline
    vocabulary: Vocabulary

    @property
    def answer(self) -> Answer:
        """The question's own answer."""
        return self.head.answer

    @property
    def words(self) -> Words | None:
        """The words of the question, where it has some of its own."""
        return wording().get(self.answer.question)

    @property
    def is_duty_to_person(self) -> bool:
        """Whether another owes it to the person as a whole."""
        source = self.head.best.source
        return bool(source and source.owed_by) and self.answer.subject.table == "person"

    @property
    def who(self) -> str:
        """Who the answer is about; the rule's title where the question has no words of its own."""
        return self.words.who if self.words else self.head.title

    @property
    def until(self) -> date | None:
        """The last day on which it does not hold yet, where a later day is known."""
        soonest, latest = self.answer.when
        dated = self.answer.status == "later" and soonest == latest
        return soonest - timedelta(days=1) if dated else None

    @cached_property
    def reasons(self) -> list[Reason]:
        """The conditions behind the answer: what fails for good, what was met, what is due."""
        best = self.head.best
        if self.answer.status == "never":
            return [*best.grounds[:1], *best.grounds[1:][-1:]]  # the rest is on the whole page
        dated = [one for one in best.reasons if one.when is not None]
        if self.answer.status == "now":
            met = [one for one in dated if one.when and one.when[1] == best.when[1]]
            ways = [one for one in met if one.requirement.alternative]
            # what holds for everybody and always is no reason
            return (ways or (met if best.when[1] > FIRST else []))[:1]
        return [best.binding] if best.binding else []

    @property
    def cite(self) -> str:
        """The provision behind the answer."""
        source = self.head.best.source
        cites = dict.fromkeys(reason.cite for reason in self.reasons)
        return "; ".join(cites) if cites else (source.cite if source else "")

    @property
    def says(self) -> str:
        """The answer in a sentence: what stands on the day, until when, and why."""
        return f"{self.who}: {self.plain}{self.because} ({self.cite})."

    @property
    def plain(self) -> str:
        """What stands on the day, and until when."""
        answer, yes = self.answer, self.words.yes if self.words else self._holds
        no = self.words.no if self.words else f"not yet: {yes}"
        soonest, latest = answer.when
        if answer.status == "now":
            return yes if latest == FIRST else f"{yes}, since {in_words(latest)}"
        if answer.status == "never":
            return f"{no}, and waiting does not change that" if self.words else "no"
        if self.until is not None:
            return f"{no} until {in_words(self.until)}; {yes} from {in_words(soonest)} on"
        if answer.status == "later":
            floor = f", and not before {in_words(soonest)}" if soonest > answer.as_of else ""
            return f"{no}; that changes only after {listed(answer.waits_on)}{floor}"
        return f"it depends ({yes}: {bounds(answer)}){self._needed}"

    @property
    def because(self) -> str:
        """The condition in words, where it says more than the answer."""
        if not self.reasons or self.answer.status == "unknown":
            return ""
        if self.answer.status == "never":
            failing = [one.unmet or f"the law asks that {one.says}" for one in self.reasons]
            return f": {'; and '.join(failing)}"
        return f": {self.reasons[0].says.removeprefix('or: ')}"

    @property
    def _holds(self) -> str:
        source = self.head.best.source
        return source.holds if source else self.answer.question

    @property
    def _needed(self) -> str:
        needed = [*self.answer.missing, *self.answer.waits_on]
        told = "; ".join(meaning(name, self.vocabulary) for name in needed[:_NAMED])
        more = f", and {len(needed) - _NAMED} more" if len(needed) > _NAMED else ""
        return f". Still needed: {told}{more}" if needed else ""

    def as_dict(self) -> dict[str, Any]:
        """The answer as plain data; ``until`` is the last day on which it does not hold yet."""
        soonest, latest = self.answer.when
        return {
            "question": self.answer.question,
            "rule": self.head.best.rule,
            "subject": subject_id(self.answer.subject),
            "status": self.answer.status,
            "holds": self.answer.holds_today,
            "soonest": day(soonest),
            "latest": day(latest),
            "until": None if self.until is None else self.until.isoformat(),
            "missing": self.answer.missing,
            "waits_on": self.answer.waits_on,
            "cite": self.cite,
            "says": self.says,
        }
