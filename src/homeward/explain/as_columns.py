"""An answer as the columns of a screening: what one person's answer would be in a row of many.

The screening of a whole data set promises the same answers as this; its tests
hold its columns against these. What each column means is defined in
:mod:`homeward.screen.bits`.

>>> from datetime import date
>>> from homeward import law
>>> from homeward.explain.session import Session
>>> from homeward.facts import read_record
>>> charge = {"charge_id": "a", "statute": "570.030", "severity": "felony", "class": "A"}
>>> case = {"case_id": "c1", "jurisdiction": "us-mo", "charges": [charge]}
>>> record = read_record({"person": {}, "cases": [case]}, law.vocabulary())
>>> answers = Session(date(2026, 11, 23)).answers(record, questions=["clear.610_140"])
>>> columns_of(answers[0]).binding
'not_class_a_felony'
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from homeward.explain.answer import Answer
from homeward.when import NEVER

OTHER = "@other"
"""Stands for whose fact it is, where it is another row's."""


@dataclass(frozen=True)
class Columns:
    """One answer as columns; sets hold the names of bits.

    ``closes`` and ``closed`` are the soonest and the latest day from which a right that
    also ends no longer holds; never, where it does not end.
    """

    soonest: date
    latest: date
    closes: date
    closed: date
    binding: str | None
    unmet: frozenset[str]
    missing: frozenset[str]
    waits: frozenset[str]


def columns_of(answer: Answer) -> Columns:
    """The columns of an answer; an answer of all rules together has no conditions of its own."""
    binding, (closes, closed) = answer.binding, answer.closes or NEVER
    return Columns(
        soonest=answer.when[0],
        latest=answer.when[1],
        closes=closes,
        closed=closed,
        binding=None if binding is None else binding.name,
        unmet=frozenset(
            reason.name
            for reason in answer.reasons
            if reason.when is not None and reason.when[1] > answer.as_of
        ),
        missing=frozenset(map(_without_whose, answer.missing)),
        waits=frozenset(answer.waits_on),
    )


def _without_whose(name: str) -> str:
    """A fact of another row without saying which row: ``charge.class@c2/1``."""
    fact, _, whose = name.partition("@")
    return fact + OTHER if whose else fact
