"""Comparing answers with the expected ones of a file of cases."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any

from homeward import law
from homeward.explain.answer import Answer
from homeward.explain.engines import Engines
from homeward.explain.session import Session
from homeward.facts import read_record
from homeward.rules.problem import LawError

HERE = Path(__file__).parent


@dataclass(frozen=True)
class Expectation:
    """One expected answer of one case; ``str`` gives a sentence for the test's id."""

    case: dict[str, Any]
    expected: dict[str, Any]

    def __str__(self) -> str:
        """The case, what is asked, and why the answer is what it is."""
        return f"{self.case['id']} {self.expected['question']}: {self.expected['why']}"

    @property
    def is_judged(self) -> bool:
        """Whether the law is settled enough to judge by, and the row does not contradict it.

        A row that contradicts the statute has the reason under ``disputed``.
        """
        is_open = self.case.get("confidence") == "low" or self.expected.get("certainty") == "L"
        return not is_open and not self.expected.get("disputed")


def expectations(name: str) -> Iterator[Expectation]:
    """Every expected answer of a file in this folder."""
    with (HERE / name).open(encoding="utf-8") as file:
        for line in file:
            case = json.loads(line)
            for expected in case["expected"]:
                yield Expectation(case, expected)


def answer_to(one: Expectation, engines: Engines | None = None) -> Answer | None:
    """The answer of all rules to what a case asks."""
    record = read_record(one.case, law.vocabulary())
    assert record.as_of is not None
    session = Session(record.as_of, engines=engines)
    question, subject = one.expected["question"], one.expected["charge_id"]
    try:
        answers = session.answers(record, questions=[question])
    except LawError:
        return None  # no rule answers this question
    for answer in answers:
        named = subject in (None, "*") or answer.subject.id == subject
        if answer.rule == "*" and answer.question == question and named:
            return answer
    return None


def disagreement(one: Expectation, engines: Engines | None = None) -> str | None:
    """What is wrong with the answer, or None when it agrees."""
    answer = answer_to(one, engines)
    if answer is None:
        return "no answer"
    judged_on = one.expected.get("reference_date")
    if judged_on:
        answer = replace(answer, as_of=date.fromisoformat(judged_on))
    wanted = [one.expected["status"], *one.expected.get("accept_status", [])]
    if answer.status not in wanted:
        return f"expected {wanted[0]}, got {answer.status} {answer.when} {answer.missing}"
    if answer.status == "unknown":
        return _wrong_facts(one.expected.get("missing", []), answer)
    if answer.status not in ("now", "later") or not one.expected.get("from_check", True):
        return None
    return _wrong_date(one.expected, answer)


def _wrong_facts(expected: list[str], answer: Answer) -> str | None:
    """Each fact that the case names has to be among the missing ones, whoever's it is."""
    found = {name.partition("@")[0].rpartition(".")[2] for name in answer.missing}
    lacking = [name for name in expected if name.rpartition(".")[2] not in found]
    return f"expected {lacking} to be missing, got {answer.missing}" if lacking else None


def _wrong_date(expected: dict[str, Any], answer: Answer) -> str | None:
    accepted = [expected.get("from"), *expected.get("accept_from", []), expected.get("alt_from")]
    days = [date.fromisoformat(day) for day in accepted if day]
    tolerance = expected.get("tolerance_days", 0)
    if not days or any(abs((answer.when[0] - day).days) <= tolerance for day in days):
        return None
    return f"expected from {expected['from']}, got {answer.when[0]}"
