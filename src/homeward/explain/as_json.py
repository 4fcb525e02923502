"""Answers as JSON, in the documented, versioned shape that machines read.

``soonest`` and ``latest`` are ISO dates, or the words ``always`` and ``never``.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from homeward.explain.answer import Answer, Reason, subject_id
from homeward.explain.next_steps import next_steps
from homeward.facts import Problem, Record, Vocabulary
from homeward.when import FIRST, LAST

VERSION = "1"


def record_as_json(
    record: Record,
    answers: Sequence[Answer],
    notes: Sequence[str],
    vocabulary: Vocabulary,
    as_of: date,
    plans: Sequence[dict[str, Any]] = (),
) -> dict[str, Any]:
    """One record's answers."""
    return {
        "homeward": VERSION,
        "id": record.record_id,
        "as_of": as_of.isoformat(),
        "person_id": record.person_id,
        "answers": [answer_as_json(answer) for answer in answers],
        "next": next_steps(answers, vocabulary),
        "plans": list(plans),
        "notes": [*record.notes, *notes],
    }


def problems_as_json(
    problems: Sequence[Problem], record_id: str | None, line: int | None
) -> dict[str, Any]:
    """A record that could not be answered, in the place of its answers."""
    error = {
        "message": problems[0].problem if problems else "",
        "problems": [problem.as_dict() for problem in problems],
    }
    return {"homeward": VERSION, "line": line, "id": record_id, "error": error}


def answer_as_json(answer: Answer) -> dict[str, Any]:
    """One answer."""
    rule = answer.source
    return {
        "question": answer.question,
        "rule": answer.rule,
        "subject": subject_id(answer.subject),
        "status": answer.status,
        "holds_today": answer.holds_today,
        "soonest": day(answer.when[0]),
        "latest": day(answer.when[1]),
        "closes": None if answer.closes is None else day(answer.closes),
        "missing": answer.missing,
        "waits_on": answer.waits_on,
        "assumed": answer.assumed,
        "how": rule.how if rule else None,
        "standard": rule.standard if rule else None,
        "effect": rule.effect if rule else None,
        "value": None,
        "because": answer.because,
        "conditions": [_reason(reason) for reason in answer.reasons],
    }


def _reason(reason: Reason) -> dict[str, Any]:
    return {
        "name": reason.name,
        "cite": reason.cite,
        "says": reason.says,
        "soonest": None if reason.when is None else day(reason.when[0]),
        "latest": None if reason.when is None else day(reason.when[1]),
        "facts": reason.facts,
        "decided_by": reason.decided_by,
        "certainty": reason.certainty,
    }


def day(value: date) -> str:
    """A day, or the word for either end of the line.

    >>> day(LAST), day(FIRST), day(date(2027, 3, 3))
    ('never', 'always', '2027-03-03')
    """
    if value == FIRST:
        return "always"
    return "never" if value == LAST else value.isoformat()
