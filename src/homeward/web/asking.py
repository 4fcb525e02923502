"""Which facts are worth asking for: only those whose answer could still change an answer.

An answer that is not settled names the facts that it lacks. Each such answer has one vote, and
shares it among those facts; the fact with the most votes is asked first, and for every charge
that lacks it at once.

Some rules are asked only of who states a fact: a term of prison, a home, harm that was suffered.
Who has said what they want to know is asked for such facts too, after the others.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from homeward.explain import Explanation
from homeward.explain.answer import RULES_TOGETHER, Answer
from homeward.explain.description import describe, name_of, place_of
from homeward.explain.interpret import Interpreter
from homeward.explain.reason_text import ReasonText
from homeward.explain.session import Session
from homeward.facts import Fact, Record, Row, Truth
from homeward.rules.fact import Stated
from homeward.rules.logic import And, Or
from homeward.rules.node import Node
from homeward.rules.rule import Rule

_MOST_ROWS = 8
_MOST_WHYS = 4
_SMALL = 0.001


@dataclass(frozen=True)
class Why:
    """An answer that a fact could change, and the provisions that ask for it."""

    title: str
    rule: str
    about: str
    cites: Sequence[str]


@dataclass
class About:
    """A row that a question is asked about."""

    key: str
    label: str
    row: Row


@dataclass
class Question:
    """A fact to ask for, the rows that lack it, and why it is asked."""

    fact: Fact
    about: list[About] = field(default_factory=list)
    why: list[Why] = field(default_factory=list)
    votes: float = 0.0
    more: int = 0

    @property
    def title(self) -> str:
        """The question itself; what the fact means, where no question is written."""
        return self.fact.ask or self.fact.says


class Asking:
    """The facts worth asking for, after an explanation."""

    def __init__(
        self,
        explanation: Explanation,
        skipped: Collection[str] = (),
        opening: Session | None = None,
    ) -> None:
        """Take the explanation, and the facts (``name@kind:row``) that the person does not know.

        With a session, facts are asked for too that would open a rule.
        """
        self.explanation = explanation
        self.opening = opening
        self.skipped = frozenset(skipped)
        self.text = ReasonText(explanation.vocabulary, explanation.as_of, why=False)
        self._rows = {address(row): row for row in rows_of(explanation.record)}

    def questions(self) -> list[Question]:
        """Every fact that could still change an answer, the most useful first."""
        found: dict[str, Question] = {}
        votes: dict[str, dict[str, float]] = {}
        for answer, wanted, weight in self._turning():
            for name, row in wanted:
                question = found.setdefault(name, Question(self.explanation.vocabulary[name]))
                shares = votes.setdefault(name, {})
                key = address(row)
                shares[key] = shares.get(key, 0.0) + weight / len(wanted)
                self._explain(question, answer)
        for name, question in found.items():
            self._place(question, votes[name])
        return sorted(found.values(), key=lambda one: -one.votes)

    def _turning(self) -> Iterator[tuple[Answer, list[tuple[str, Row]], float]]:
        """The answers that a fact could still change, with those facts, and their weight."""
        for answer in self.explanation.told:
            if answer.rule == RULES_TOGETHER and answer.status == "unknown":
                yield answer, self._wanted(answer, answer.missing), 1.0
        if self.opening is not None:
            for answer in self.explanation.answers:
                if answer.rule != RULES_TOGETHER and not answer.applies and answer.source:
                    lacking = _unstated(self.opening, answer.source, answer.subject)
                    yield answer, self._wanted(answer, lacking), _SMALL

    def question_again(self, name: str) -> Question | None:
        """A fact that was asked for, for every row that has been told or skipped."""
        if name not in self.explanation.vocabulary:
            return None
        question = Question(self.explanation.vocabulary[name])
        for key, row in self._rows.items():
            told = row.table == question.fact.table and name in row.written
            if told or f"{name}@{key}" in self.skipped:
                question.about.append(About(key, label_of(row), row))
        return question if question.about else None

    def question_about(self, name: str, key: str) -> Question | None:
        """A fact that is asked for again, to change it; None where there is no such row."""
        row = self._rows.get(key)
        if row is None or name not in self.explanation.vocabulary:
            return None
        fact = self.explanation.vocabulary[name]
        holder = row.holder(fact.table)
        return Question(fact, [About(address(holder), label_of(holder), holder)])

    def _wanted(self, answer: Answer, missing: Iterable[str]) -> list[tuple[str, Row]]:
        """The facts that an answer lacks and that were not skipped, each with its row."""
        found = []
        for entry in missing:
            name, _, whose = entry.partition("@")
            if name.startswith("law:") or name not in self.explanation.vocabulary:
                continue
            table = name.partition(".")[0]
            row = self._rows.get(f"{table}:{whose}", answer.subject) if whose else answer.subject
            holder = row.holder(table)
            if holder.table != table:
                continue  # the record tells of no home
            if f"{name}@{address(holder)}" not in self.skipped:
                found.append((name, holder))
        return found

    def _explain(self, question: Question, answer: Answer) -> None:
        source = answer.source
        about = label_of(answer.subject)
        if source is None or any(w.rule == source.name and w.about == about for w in question.why):
            return
        own = next((a for a in self.explanation.answers
                    if a.rule == source.name and a.subject is answer.subject), None)  # fmt: skip
        cites = self.text.settles(question.fact.name, own.reasons if own else ())
        question.why.append(Why(source.title, source.name, about, cites or [source.cite]))

    def _place(self, question: Question, shares: dict[str, float]) -> None:
        """Set the rows of a question in the order of the record, and count its votes."""
        rows = [row for key, row in self._rows.items() if key in shares]
        question.about = [About(address(row), label_of(row), row) for row in rows[:_MOST_ROWS]]
        question.votes = sum(shares.values())
        question.more = max(0, len(question.why) - _MOST_WHYS)
        question.why = question.why[:_MOST_WHYS]


def _unstated(session: Session, rule: Rule, row: Row) -> list[str]:
    """The facts that would open a rule for a row, if they were stated; none where none can."""
    body = session.engines.body(rule.body)
    stretches = session.stretches(body, rule) if body else []
    if not stretches or rule.gate is None:
        return []
    return list(_lacking(stretches[0].engine, rule.gate, row) or ())


def _lacking(engine: Interpreter, claim: Node, row: Row) -> dict[str, None] | None:
    """The facts that a claim still wants to be stated; None where it cannot be true any more."""
    if isinstance(claim, Stated):
        name = claim.fact.name
        held = row.holder(name.partition(".")[0])
        return {} if name in held.facts else {name: None}
    if isinstance(claim, And | Or):
        parts = [_lacking(engine, part, row) for part in claim.claims]
        possible = [part for part in parts if part is not None]
        if len(possible) < len(parts) and isinstance(claim, And):
            return None
        return {name: None for part in possible for name in part} if possible else None
    return None if engine.holds(claim, row) == Truth.NO else {}


def rows_of(record: Record) -> Iterator[Row]:
    """Every row of a record: the person, the home, each case and each charge."""
    yield record.person
    if record.tenancy is not None:
        yield record.tenancy
    for case in record.cases:
        yield case
        yield from case.charges


def address(row: Row) -> str:
    """A row by its kind and its place, as a form names it."""
    return f"{row.table}:{row.key}"


def label_of(row: Row) -> str:
    """A row as a few words."""
    if row.table == "charge":
        return f"{place_of(row)} {name_of(row)}"
    return describe(row) if row.table != "person" else ""
