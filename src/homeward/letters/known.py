"""What a letter may speak of: the answers to a record, and the facts that it holds."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from homeward import law
from homeward.explain import Explanation
from homeward.explain.answer import RULES_TOGETHER, Answer
from homeward.explain.as_json import day
from homeward.explain.description import ENDED, clipped
from homeward.facts import Row
from homeward.language import ENGLISH, Words
from homeward.letters.letter import Ground
from homeward.when import FIRST, LAST


class Known:
    """One record's answers and facts, with the ground of each.

    The answers of a named reading of the law are left out: a letter claims the law in force.
    """

    def __init__(self, explanation: Explanation, language: Words = ENGLISH) -> None:
        """Sort the answers by their question and by whom they are about; take the language."""
        self.language = language
        self.as_of = explanation.as_of
        self.record = explanation.record
        self.vocabulary = explanation.vocabulary
        self.person = explanation.record.person
        self.charges: Sequence[Row] = explanation.record.charges
        self._rules: dict[tuple[str, Row], list[Answer]] = {}
        self._whole: dict[tuple[str, Row], Answer] = {}
        for answer in explanation.answers:
            key = (answer.question, answer.subject)
            if answer.rule == RULES_TOGETHER:
                self._whole[key] = answer
            elif answer.applies and answer.source and not law.is_reading(answer.source.body):
                self._rules.setdefault(key, []).append(answer)

    def answers(self, question: str, row: Row) -> list[Answer]:
        """Each rule's answer to a question about a row, where the question fits."""
        return self._rules.get((question, row), [])

    def status(self, question: str, row: Row) -> str:
        """How the question stands over all its rules; empty where nothing was answered."""
        found = self._whole.get((question, row))
        return found.status if found else ""

    def written(self, name: str, row: Row) -> Any:  # noqa: ANN401  as the record writes it
        """A fact as the record writes it; None where it is not known."""
        holder = row.holder(self.vocabulary[name].table)
        return holder.written.get(name) if name in holder.facts else None

    def words(self, name: str, row: Row) -> str | None:
        """A fact in the words of a letter; None where it is not known, or not to the day."""
        written = self.written(name, row)
        if written is None:
            return None
        fact = self.vocabulary[name]
        value = row.holder(fact.table).facts[name]
        if fact.kind == "date":
            first, last = value
            return self.language.day(first) if FIRST < first == last < LAST else None
        if fact.field == "disposition" and value in ENDED:
            return self.language.told(ENDED[value])
        return clipped(written)

    def fact(self, name: str, row: Row) -> Ground:
        """A fact as a ground; its value is None where it is not known."""
        holder = row.holder(self.vocabulary[name].table)
        of = holder.key if holder.table in ("charge", "case") else holder.table
        named = self.vocabulary[name].name
        value = self.written(name, row)
        return Ground(f"fact:{named}@{of}", (("fact", named), ("of", of), ("value", value)))

    def day(self) -> Ground:
        """The day that was asked about, as a ground."""
        return Ground("day", (("as_of", self.as_of.isoformat()),))


def answer_ground(answer: Answer, **taken: Any) -> Ground:  # noqa: ANN401  plain keys for JSON
    """An answer as a ground, with what a sentence takes from it: a limb, a step."""
    row = answer.subject
    of = row.key if row.table == "charge" else row.table
    claims = {
        "question": answer.question,
        "rule": answer.rule,
        "of": of,
        "status": answer.status,
        "soonest": day(answer.when[0]),
        "latest": day(answer.when[1]),
        "cite": answer.source.cite if answer.source else "",
        "assumed": tuple(answer.assumed),
        **taken,
    }
    return Ground(f"answer:{answer.question}:{answer.rule}@{of}", tuple(claims.items()))


def law_ground(body_id: str) -> Ground:
    """A body of law with the day on which it was last checked, as a ground."""
    found = law.body(body_id)
    checked = found.checked_on.isoformat() if found else ""
    return Ground(f"law:{body_id}", (("law", body_id), ("checked_on", checked)))
