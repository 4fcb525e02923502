"""Answers as text for a reader without law school."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from homeward.explain.answer import Answer
from homeward.facts import Record, Vocabulary


def record_as_text(
    record: Record,
    answers: Sequence[Answer],
    notes: Sequence[str],
    vocabulary: Vocabulary,
    as_of: date,
    plans: Sequence[dict[str, Any]] = (),
    *,
    why: bool,
    colour: bool,
) -> str:
    """One record's answers, charge by charge."""
    del vocabulary, plans, why, colour
    lines = [f"Answers for {record.person_id} on {as_of}"]
    lines += [f"{a.subject.key} {a.question}: {a.because}" for a in answers if a.rule == "*"]
    return "\n".join([*lines, *record.notes, *notes])
