"""What a sentence claims, and whether the answers and the record bear it out.

A template writes a claim as one of two tables. About an answer:

- ``answer``: the question; ``is``: the statuses of which it must have one;
- ``rule``: only this rule's answer. Without it each rule's answer that has the status, where all
  the rules of the question together have it too;
- ``but``: not this rule's answer;
- ``of``: ``person``, or ``some`` (the first charge for which it holds); by default the row that
  the sentence is about;
- ``met``: names of conditions that are met on the day asked;
- ``lacks``: a fact that the answer still needs;
- ``step``: the rule tells of a step that has these words in it or in its citation;
- ``dated``: its day is known exactly.

About a fact: ``fact`` with ``is``, the values of which it must have one; or ``known``, whether it
is known at all.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields
from typing import Any

from homeward.explain.answer import Answer
from homeward.explain.next_steps import filled
from homeward.facts import Row
from homeward.letters.known import Known, answer_ground
from homeward.letters.letter import Ground
from homeward.rules.rule import Step
from homeward.when import FIRST, LAST


@dataclass(frozen=True)
class Match:
    """A way in which a claim holds: its ground, and the answer and step where it is about one."""

    ground: Ground
    answer: Answer | None = None
    step: Step | None = None


@dataclass(frozen=True)
class FactClaim:
    """A claim about a fact of the record."""

    fact: str
    values: tuple[Any, ...] = ()
    known: bool = True

    def matches(self, known: Known, row: Row) -> Iterator[Match]:
        """The fact, if it is as the claim says."""
        value = known.written(self.fact, row)
        fits = value in self.values if self.values else (value is not None) == self.known
        if fits:
            yield Match(known.fact(self.fact, row))


@dataclass(frozen=True)
class AnswerClaim:
    """A claim about an answer."""

    answer: str
    statuses: tuple[str, ...]
    rule: str = ""
    but: str = ""
    of: str = ""
    met: tuple[str, ...] = ()
    lacks: str = ""
    step: str = ""
    dated: bool = False

    def matches(self, known: Known, row: Row) -> Iterator[Match]:
        """Each answer that is as the claim says."""
        if self.of == "some":
            found = (own for charge in known.charges for own in self._about(known, charge))
            first = next(found, None)
            yield from [first] if first else []
        else:
            yield from self._about(known, known.person if self.of == "person" else row)

    def _about(self, known: Known, row: Row) -> Iterator[Match]:
        if not self.rule and known.status(self.answer, row) not in self.statuses:
            return
        for answer in known.answers(self.answer, row):
            if self._fits(answer):
                step = _steps(answer, self.step)[0] if self.step else None
                yield Match(answer_ground(answer, **self._taken(answer, step)), answer, step)

    def _fits(self, answer: Answer) -> bool:
        soonest, latest = answer.when
        lacking = [name.partition("@")[0] for name in answer.missing]
        return (
            answer.status in self.statuses
            and self.rule in ("", answer.rule)
            and self.but != answer.rule
            and all(_is_met(answer, name) for name in self.met)
            and (not self.lacks or self.lacks in lacking)
            and (not self.step or bool(_steps(answer, self.step)))
            and (not self.dated or FIRST < soonest == latest < LAST)
        )

    def _taken(self, answer: Answer, step: Step | None) -> dict[str, Any]:
        taken: dict[str, Any] = {"met": self.met} if self.met else {}
        if step is not None:
            taken |= {"step": step.cite, "step_says": filled(answer, step.do)}
        if self.lacks:
            taken["missing"] = self.lacks
        return taken


Claim = FactClaim | AnswerClaim


def _is_met(answer: Answer, name: str) -> bool:
    spans = [reason.when for reason in answer.reasons if reason.name == name]
    return any(span is not None and span[1] <= answer.as_of for span in spans)


def _steps(answer: Answer, words: str) -> list[Step]:
    """The steps of an answer that have some words in them, or in their citations."""
    steps = answer.source.steps if answer.source else ()
    told = [step for step in steps if answer.status in step.on]
    return [step for step in told if words in step.cite or words in step.do]


def read_claim(table: Mapping[str, Any]) -> Claim:
    """A claim as a template writes it.

    Raises:
        ValueError: naming what is wrong with it.
    """
    given = dict(table)
    values = tuple(given.pop("is", ()))
    if "fact" in given:
        _check(FactClaim, given)
        return FactClaim(**given, values=values)
    _check(AnswerClaim, given)
    if "answer" not in given or not values:
        msg = f"{dict(table)} is no claim: write answer and is, or fact"
        raise ValueError(msg)
    given["met"] = tuple(given.get("met", ()))
    return AnswerClaim(**given, statuses=values)


def _check(kind: type[Any], given: Mapping[str, Any]) -> None:
    allowed = {field.name for field in fields(kind)} - {"values", "statuses"}
    if unknown := sorted(set(given) - allowed):
        msg = f"{', '.join(unknown)} says nothing in a claim; write {', '.join(sorted(allowed))}"
        raise ValueError(msg)
