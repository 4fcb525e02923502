"""An explanation as plain data, in the documented, versioned shape that machines read.

``soonest`` and ``latest`` are ISO dates, or the words ``always`` and ``never``.
The shape is declared in ``docs/explanation.schema.json``.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from homeward.explain.answer import Answer, subject_id
from homeward.explain.reasons import Reason
from homeward.facts import Problem
from homeward.rules.conditions import Condition, Discretion
from homeward.when import FIRST, LAST

if TYPE_CHECKING:
    from homeward.explain.explanation import Explanation

VERSION = "1"


def explanation_as_dict(explanation: Explanation) -> dict[str, Any]:
    """One record's answers."""
    answers = [_answer(answer) for answer in explanation.answers]
    return whole_as_dict(explanation) | {"answers": answers}


def whole_as_dict(explanation: Explanation) -> dict[str, Any]:
    """What stands around the answers; they have their place, which is empty."""
    record = explanation.record
    return {
        "homeward": VERSION,
        "id": record.record_id,
        "as_of": explanation.as_of.isoformat(),
        "person_id": record.person_id,
        "answers": [],
        "next": explanation.next_steps,
        "plans": explanation.plans,
        "notes": explanation.notes,
    }


def problems_as_dict(
    problems: Sequence[Problem], record_id: str | None, line: int | None
) -> dict[str, Any]:
    """A record that could not be answered, in the place of its answers."""
    error = {
        "message": str(problems[0]) if problems else "",
        "problems": [problem.as_dict() for problem in problems],
    }
    return {"homeward": VERSION, "line": line, "id": record_id, "error": error}


def _answer(answer: Answer) -> dict[str, Any]:
    how, standard, effect = answer.brings
    ends = answer.closes
    return {
        "question": answer.question,
        "rule": answer.rule,
        "subject": subject_id(answer.subject),
        "status": answer.status,
        "holds_today": answer.holds_today,
        "soonest": day(answer.when[0]),
        "latest": day(answer.when[1]),
        "closes": None if ends is None else day(ends[0]),
        "closes_latest": None if ends is None else day(ends[1]),
        "missing": answer.missing,
        "waits_on": answer.waits_on,
        "assumed": answer.assumed,
        "how": how,
        "standard": standard,
        "effect": effect,
        "tolerance_days": answer.source.tolerance_days if answer.source else 0,
        "value": None,
        "because": answer.because,
        "conditions": [_reason(reason) for reason in answer.reasons],
    }


def _reason(reason: Reason) -> dict[str, Any]:
    when = reason.when
    return requirement_as_dict(reason.requirement.node) | {
        "soonest": None if when is None else day(when[0]),
        "latest": None if when is None else day(when[1]),
        "facts": reason.facts,
    }


@lru_cache(maxsize=4096)
def requirement_as_dict(node: Condition | Discretion) -> dict[str, Any]:
    """What of a condition is the same for everybody."""
    return {
        "name": node.name,
        "cite": node.cite,
        "says": node.says,
        "decided_by": node.decided_by,
        "certainty": "high" if isinstance(node, Discretion) else node.certainty,
    }


@lru_cache(maxsize=65_536)
def day(value: date) -> str:
    """A day, or the word for either end of the line.

    >>> day(LAST), day(FIRST), day(date(2027, 3, 3))
    ('never', 'always', '2027-03-03')
    """
    if value == FIRST:
        return "always"
    return "never" if value == LAST else value.isoformat()
