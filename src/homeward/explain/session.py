"""A session: one day to answer for, one choice of law, any number of records.

>>> from homeward.facts import read_record
>>> from homeward import law
>>> from datetime import date
>>> charge = {"charge_id": "a", "statute": "570.030", "severity": "felony", "class": "A"}
>>> case = {"case_id": "c1", "jurisdiction": "us-mo", "charges": [charge]}
>>> record = read_record({"person": {}, "cases": [case]}, law.vocabulary())
>>> answers = Session(date(2026, 11, 23)).answers(record, questions=["clear.610_140"])
>>> [(answer.rule, answer.status) for answer in answers]
[('us-mo/expungement', 'never'), ('*', 'never')]
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from homeward import law
from homeward.explain.answer import Answer, Pair
from homeward.explain.engines import Engines
from homeward.explain.interpret import Interpreter
from homeward.explain.matters import search_below
from homeward.explain.matters.search import Missing, Place, names_of
from homeward.explain.outcomes import outcome_of
from homeward.explain.reasons import assumed_facts, reasons_for
from homeward.explain.sentences import because
from homeward.facts import Record, Row, Truth
from homeward.rules.body import Body
from homeward.rules.problem import LawError
from homeward.rules.rule import Rule
from homeward.when import FIRST, LAST, WHOLE, any_of, moves, through_any


@dataclass(frozen=True, slots=True)
class Stretch:
    """A stretch of unchanged law, known on the day asked: ``[starts, ends)``."""

    engine: Interpreter
    starts: date
    ends: date

    def within(self, span: Pair) -> Pair:
        """What a span gives while its law is in force: never, where it would come after."""
        if self.starts == FIRST and self.ends == LAST:
            return span
        soonest, latest = (max(day, self.starts) for day in span)
        return (
            soonest if soonest < self.ends else LAST,
            latest if latest < self.ends else LAST,
        )


class Session:
    """Answers records for a day; interpreters are built once and shared by all records.

    Args of the constructor:
        as_of: the day to answer for.
        known_on: the day whose knowledge of coming law counts; ``as_of`` by default.
        readings: chosen readings of open questions, by their name.
        engines: interpreters to share with other sessions.
    """

    def __init__(
        self,
        as_of: date,
        *,
        known_on: date | None = None,
        readings: Mapping[str, str] | None = None,
        engines: Engines | None = None,
    ) -> None:
        """Take the day and the choices."""
        self.as_of = as_of
        self.known_on = known_on or as_of
        self.engines = engines or Engines(readings)
        self._stretches: dict[str, list[Stretch]] = {}

    # --- which law --------------------------------------------------------------

    def bodies(self, record: Record, laws: Sequence[str] = ()) -> tuple[list[Body], list[str]]:
        """The bodies of law to ask, and the ids for which there are no rules yet.

        Raises:
            LawError: when these may not be asked together.
        """
        by_name = list(laws) or list(record.laws)
        law.check_together(by_name)
        places = [] if by_name else laws_of(record)
        found = {body_id: self.engines.body(body_id) for body_id in by_name or places}
        found |= {place: None for place in places if law.is_reading(place)}
        lacking = [body_id for body_id, body in found.items() if body is None]
        for body_id in list(found):
            for above in law.parents(body_id):
                found.setdefault(above, self.engines.body(above))
        return [body for body in found.values() if body is not None], lacking

    def stretches(self, body: Body, rule: Rule) -> list[Stretch]:
        """The law of the day asked and what is known to follow it; empty before the rule."""
        if rule.name not in self._stretches:
            self._stretches[rule.name] = self._find_stretches(body, rule)
        return self._stretches[rule.name]

    def _find_stretches(self, body: Body, rule: Rule) -> list[Stretch]:
        if rule.in_force(self.as_of):
            first, starts = self.as_of, FIRST
        elif rule.since > self.as_of and rule.enacted and rule.enacted <= self.known_on:
            first = starts = rule.since
        else:
            return []
        engine = self.engines.on(body, first)
        later = [d for d in engine.law.later_days(rule, self.known_on) if d > first]
        cuts = [d for d in later if rule.until is None or d < rule.until]
        ends = [*cuts, rule.until or LAST]
        engines = [engine, *(self.engines.on(body, day) for day in cuts)]
        return [
            Stretch(e, start, end)
            for e, start, end in zip(engines, [starts, *cuts], ends, strict=True)
        ]

    # --- answers ----------------------------------------------------------------

    def spans(
        self, record: Record, bodies: Iterable[Body], questions: Sequence[str] = ()
    ) -> Iterable[tuple[Rule, Row, Pair, Stretch | None]]:
        """Every rule asked of every row it is about: the bare spans, without reasons."""
        for body in bodies:
            for rule in body.rules.values():
                if questions and not {rule.question, rule.family} & set(questions):
                    continue
                stretches = self.stretches(body, rule)
                for row in subjects(record, rule):
                    yield rule, row, *self.span(rule, row, stretches)

    def span(
        self, rule: Rule, row: Row, stretches: Sequence[Stretch]
    ) -> tuple[Pair, Stretch | None]:
        """From when a rule holds over all stretches of law, and the stretch that decides it."""
        if not stretches:
            return (LAST, LAST), None
        if len(stretches) == 1:
            only = stretches[0]
            return only.within(only.engine.answer(rule, row)), only
        found = [(s.within(s.engine.answer(rule, row)), s) for s in stretches]
        soonest = min(span[0] for span, _ in found)
        latest = min(span[1] for span, _ in found)
        return (soonest, latest), next(s for span, s in found if span[0] == soonest)

    def answers(
        self,
        record: Record,
        *,
        laws: Sequence[str] = (),
        questions: Sequence[str] = (),
    ) -> list[Answer]:
        """Every answer with its reasons: each rule's row, then ``*`` for each question.

        Raises:
            LawError: when a question has no rule in any body of law asked.
        """
        bodies, _ = self.bodies(record, laws)
        check_questions(bodies, questions)
        return self.answers_under(record, bodies, questions)

    def answers_under(
        self, record: Record, bodies: Iterable[Body], questions: Sequence[str] = ()
    ) -> list[Answer]:
        """Every answer under some bodies of law."""
        found: dict[tuple[str, str, Row], list[Answer]] = {}
        for rule, row, span, stretch in self.spans(record, bodies, questions):
            answer = self.reasoned(rule, row, span, stretch)
            for question in {rule.question: None, rule.family: None}:
                if question and (not questions or question in questions
                                 or question == rule.question):  # fmt: skip
                    key = (question, row.table, row)
                    found.setdefault(key, []).append(answer)
        return list(self.with_together(found))

    def with_together(self, found: Mapping[tuple[str, str, Row], list[Answer]]) -> Iterable[Answer]:
        """Each question's rows followed by the row that speaks for all of them."""
        for (question, _, _), answers in found.items():
            yield from (answer for answer in answers if answer.question == question)
            yield self.together(question, answers)

    def reasoned(self, rule: Rule, row: Row, span: Pair, stretch: Stretch | None) -> Answer:
        """One rule's answer with its reasons, what is missing, and its sentence."""
        answer = Answer(rule.question, rule.name, row, span, self.as_of, source=rule)
        answer.closes = closing(rule, row, self._stretches[rule.name])
        answer.brings = rule.outcome
        if stretch is None:
            answer.applies = False
        else:
            engine = stretch.engine
            gate = Truth.YES if rule.gate is None else engine.holds(rule.gate, row)
            answer.applies = gate != Truth.NO
            if answer.applies:
                self._search(answer, [rule])
                self._search_end(answer, rule)
                answer.brings = outcome_of(engine, rule, row)
                answer.reasons = reasons_for(engine, rule, row)
                answer.assumed = assumed_facts(engine, rule, row)
        answer.because = because(answer, self.engines.vocabulary)
        return answer

    def _search(self, answer: Answer, rules: Iterable[Rule]) -> None:
        """Note what could still move an answer that is the earliest of some rules' answers.

        Each rule under each stretch of law is seen through what the others leave open.
        """
        row = answer.subject
        parts = [(rule, stretch) for rule in rules for stretch in self._stretches[rule.name]]
        spans = [stretch.within(stretch.engine.answer(rule, row)) for rule, stretch in parts]
        lacks: dict[Missing, None] = {}
        waits: dict[str, None] = {}
        for index, (rule, stretch) in enumerate(parts):
            window = through_any(WHOLE, spans, index)
            if moves(spans[index], window):
                search = search_below(stretch.engine, row)
                search.lacks, search.waits_on = lacks, waits
                search.rule_at(rule, Place(row, row, window, stretch.within))
        answer.missing, answer.waits_on = names_of(lacks, row), list(waits)

    def _search_end(self, answer: Answer, rule: Rule) -> None:
        """Note what could still move the day on which a right ends."""
        if rule.end is not None and answer.status != "never":
            row = answer.subject
            search = search_below(self._stretches[rule.name][0].engine, row)
            search.when(rule.end, Place(row, row))
            answer.missing = list(dict.fromkeys([*answer.missing, *search.missing]))
            answer.waits_on = list(dict.fromkeys([*answer.waits_on, *search.waits_on]))

    def together(self, question: str, answers: Sequence[Answer]) -> Answer:
        """The earliest of a question's rules: what the question answers as a whole."""
        applying = [answer for answer in answers if answer.applies]
        first = min(applying or answers, key=_soonest)
        whole = first.of_all_rules(question)
        if len(answers) > 1 and applying:
            spans = [answer.when for answer in applying]
            whole.when = (min(low for low, _ in spans), min(high for _, high in spans))
            self._search(whole, [answer.source for answer in applying if answer.source])
            if first.source is not None:
                self._search_end(whole, first.source)
            whole.assumed = list(dict.fromkeys(f for answer in applying for f in answer.assumed))
            if whole.when != first.when or whole.status in ("later", "unknown"):
                whole.because = because(whole, self.engines.vocabulary)
        return whole


def closing(rule: Rule, row: Row, stretches: Sequence[Stretch]) -> Pair | None:
    """From when a right no longer holds: the end of its law, or the end that the law sets it.

    The end that the law sets is read under the law of the day asked.
    """
    ends = [] if rule.until is None else [(rule.until, rule.until)]
    if rule.end is not None and stretches:
        ends.append(stretches[0].engine.when(rule.end)(row, row))
    return any_of(*ends) if ends else None


def _soonest(answer: Answer) -> tuple[date, date, bool, bool]:
    """The order of a question's rules: the general one speaks where none is sooner.

    Of ways that open together, one that must be granted comes before one that may be.
    """
    rule = answer.source
    is_open = answer.when[0] < LAST
    may = is_open and rule is not None and rule.standard == "may"
    return (*answer.when, may, rule is None or not rule.general)


def subjects(record: Record, rule: Rule) -> list[Row]:
    """The rows of a record that a rule is about."""
    if rule.subject == "charge":
        return record.charges
    if rule.subject == "case":
        return record.cases
    if rule.subject == "person":
        return [record.person]
    return [] if record.tenancy is None else [record.tenancy]


def laws_of(record: Record) -> list[str]:
    """The bodies of law that a record's own cases and tenancy name."""
    rows = [*record.cases, *([record.tenancy] if record.tenancy else [])]
    named = (row.facts.get(f"{row.table}.jurisdiction") for row in rows)
    return list(dict.fromkeys(body_id for body_id in named if body_id))


def check_questions(bodies: Sequence[Body], questions: Sequence[str]) -> None:
    """See that every question asked is answered somewhere.

    Raises:
        LawError: naming the question and those that are answered.
    """
    known = questions_of(bodies)
    for question in questions:
        if bodies and question not in known:
            msg = f"no rule answers {question!r} here; the questions are {', '.join(known)}"
            raise LawError(msg)


def questions_of(bodies: Iterable[Body]) -> list[str]:
    """The questions that bodies of law answer, families among them, by name."""
    rules = [rule for body in bodies for rule in body.rules.values()]
    return sorted({name for rule in rules for name in (rule.question, rule.family) if name})
