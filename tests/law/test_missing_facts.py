"""Every fact that a rule reads is taken away in some case, and the answer only gets wider.

The cases are those of the tables: each record that a test asks about is asked again
without one fact. The new days must lie around the old ones, and what made them wider
must be named as missing. A rule that reads a new fact fails here until a case holds it.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

import pytest

from homeward import law
from homeward.explain.session import Session, subjects
from homeward.facts import Fact, Record, Row, Truth
from homeward.facts.absence import UNKNOWN_VALUE
from homeward.rules.choice import Recorded
from homeward.rules.dates import Bounded
from homeward.rules.fact import FactRef, Stated
from homeward.rules.node import walk
from homeward.rules.rows import Rows
from homeward.rules.rule import Rule
from homeward.when import FIRST, LAST
from tests.mutation.checks import Asked, checks_of
from tests.mutation.readers import readings

SILENCE = "*"
"""Stands for whatever else an answer names, where silence about a fact counts as no."""

COMPLETE = "person.record_complete"
"""Read by every rule that looks at the other charges of a person."""

ENOUGH = 25
"""Cases tried for one fact of one rule; more add time and nothing else."""


@dataclass
class Tried:
    """How often a fact was taken away, how often it mattered, and what went wrong."""

    cases: int = 0
    wider: int = 0
    wrong: list[str] = field(default_factory=list)


@cache
def asked(body_id: str) -> dict[str, list[Asked]]:
    """What the tables of a body of law ask, by question."""
    found: dict[str, list[Asked]] = {}
    for check in checks_of(body_id):
        for one in check.asked:
            for question in one.questions:
                found.setdefault(question, []).append(one)
    return found


@cache
def facts_read(body_id: str) -> dict[str, dict[str, set[str]]]:
    """The facts that each rule reads, each with those that stand in where it is silent."""
    body, known = law.body(body_id), law.vocabulary()
    assert body is not None
    found: dict[str, dict[str, set[str]]] = {name: {} for name in body.rules}
    for one in readings(body):
        read = found[one.rule.name]
        if isinstance(one.node, FactRef):
            read.setdefault(known[one.node.name].name, set())
        elif isinstance(one.node, Stated):
            read.setdefault(known[one.node.fact.name].name, set()).add(SILENCE)
        elif isinstance(one.node, Recorded):
            behind = {
                known[n.name].name for n in walk(one.node.otherwise) if isinstance(n, FactRef)
            }
            read.setdefault(known[one.node.fact.name].name, set()).update(behind)
        elif isinstance(one.node, Rows) and one.node.within == "person":
            read.setdefault(COMPLETE, set())
    return {name: {f: s for f, s in read.items() if f != "case.case_id"}
            for name, read in found.items()}  # fmt: skip


def list_of(body_id: str) -> Path:
    """The file beside the tests of a body of law; a body is held to this test once it has one."""
    return Path(__file__).parent.joinpath(*law.folders_of(body_id), "missing-facts.toml")


BODIES = [body_id for body_id in law.body_ids() if list_of(body_id).exists()]
RULES = [(body_id, name) for body_id in BODIES for name in facts_read(body_id)]
PAIRS = [(name, fact) for body_id, name in RULES for fact in facts_read(body_id)[name]]


@pytest.mark.parametrize(("name", "fact"), PAIRS, ids=lambda part: part)
def test_a_fact_that_is_taken_away_only_widens_the_answer(name, fact):
    body_id = name.partition("/")[0]
    tried = take_away(law.body(body_id).rules[name], fact, facts_read(body_id)[name][fact])
    if (name, fact) not in listed_as("against_the_law", body_id):
        assert tried.wrong == []
    assert tried.cases, f"no case of {name} holds {fact}: add one to the tables"
    if (name, fact) in listed_as("without_effect", body_id):
        assert not tried.wider, f"{fact} moves {name} after all: take it off the list"
    else:
        assert tried.wider, f"in no case of {name} does it matter that {fact} is missing: add one"


@cache
def listed_as(what: str, body_id: str) -> set[tuple[str, str]]:
    """The rules and facts of a list beside the tests of a body of law, each with its reason."""
    lists = tomllib.loads(list_of(body_id).read_text(encoding="utf-8"))
    return {(rule, fact) for one in lists.get(what, ()) for rule in one["rules"]
            for fact in one["facts"]}  # fmt: skip


def take_away(rule: Rule, name: str, behind: set[str]) -> Tried:
    """Ask every case of a rule again without one fact, one row at a time."""
    fact, tried = law.vocabulary()[name], Tried()
    known = asked(rule.body)
    for one in [*known.get(rule.question, []), *known.get(rule.family, [])]:
        for row in subjects(one.record, rule):
            for holder in holders(one.record, fact):
                if tried.cases < ENOUGH or not tried.wider:
                    without(one, rule, row, holder, fact, behind, tried)
    return tried


def holders(record: Record, fact: Fact) -> list[Row]:
    """The rows of a record that know a fact."""
    homes = [record.tenancy] if record.tenancy else []
    tables = {"person": [record.person], "case": record.cases, "charge": record.charges}
    rows = {**tables, "tenancy": homes}[fact.table]
    return [row for row in rows if fact.name in row.facts or fact.name == COMPLETE]


def without(one: Asked, rule: Rule, row: Row, holder: Row, fact: Fact, behind: set[str],
            tried: Tried) -> None:  # fmt: skip
    """Compare one answer with and without a fact."""
    session = Session(one.session.as_of, engines=one.session.engines)
    if contradicts_itself(session, one.record, rule):
        return
    before = answer(session, one.record, rule, row)
    with taken(one.record, holder, fact, behind):
        after = answer(session, one.record, rule, row)
    tried.cases += 1
    if fact.null_is == "none_recorded":  # silence about such an event is an answer, and is told
        told = fact.name in after.assumed or holder is not row.holder(fact.table)
        tried.wider += before.when != after.when
        tried.wrong += [] if told or not after.applies else [f"{fact.name} is not told as assumed"]
        return
    if not after.applies and SILENCE in behind:  # without it the question is not worth asking
        tried.wider += before.applies
        return
    if not (after.when[0] <= before.when[0] and before.when[1] <= after.when[1]):
        tried.wrong.append(f"{before.when} became {after.when} in {shown(one.record)}")
    if after.when != before.when:
        tried.wider += 1
        named = {missing.partition("@")[0] for missing in after.missing}
        if not named & {fact.name, *behind} and not (SILENCE in behind and named):
            tried.wrong.append(f"{after.missing} does not name it in {shown(one.record)}")


def contradicts_itself(session: Session, record: Record, rule: Rule) -> bool:
    """Whether a day lies outside the bounds that a rule knows for it; that proves nothing."""
    stretches = session.stretches(law.body(rule.body), rule)
    for engine in (stretch.engine for stretch in stretches):
        for node in bounds(rule.body)[rule.name]:
            for row in record.charges:
                day, last_day = engine.value(node.event, row)
                floor = FIRST if node.no_earlier is None else engine.value(node.no_earlier, row)[0]
                roof = LAST if node.no_later is None else engine.value(node.no_later, row)[1]
                if day == last_day and not floor <= day <= roof:
                    return True
    return False


@cache
def bounds(body_id: str) -> dict[str, list[Bounded]]:
    """The days of which each rule knows bounds."""
    found: dict[str, list[Bounded]] = {}
    for one in readings(law.body(body_id)):
        if isinstance(one.node, Bounded):
            found.setdefault(one.rule.name, []).append(one.node)
    return {name: found.get(name, []) for name in law.body(body_id).rules}


def answer(session: Session, record: Record, rule: Rule, row: Row):
    """One rule's answer for a row, worked out afresh."""
    for each in (record.person, *record.cases, *record.charges):
        each.memo.clear()
    span, stretch = session.span(rule, row, session.stretches(law.body(rule.body), rule))
    return session.reasoned(rule, row, span, stretch)


@contextmanager
def taken(record: Record, holder: Row, fact: Fact, behind: set[str]) -> Iterator[None]:
    """A record without a fact, and without those that would stand in for it."""
    rows = {"person": record.person, "case": holder.case, "charge": holder,
            "tenancy": record.person.tenancy}  # fmt: skip
    gone = [(holder, fact)] + [
        (rows[other.table], other)
        for other in map(law.vocabulary().__getitem__, sorted(behind - {SILENCE}))
        if other.table != "charge" or holder.table == "charge"
    ]  # fmt: skip
    before = [(row, dict(row.facts)) for row, _ in gone]
    for row, one in gone:
        row.facts.pop(one.name, None)
        if one.name == COMPLETE:
            row.facts[one.name] = Truth.UNKNOWN
        elif one.when_absent != "unknown" and one.null_is == "unknown":
            row.facts[one.name] = UNKNOWN_VALUE.get(one.kind)
    try:
        yield
    finally:
        for row, facts in reversed(before):
            row.facts.clear()
            row.facts.update(facts)


def shown(record: Record) -> str:
    """A record in one line, for whoever has to mend the case."""
    return "; ".join(str({**row.case.written, **row.written}) for row in record.charges)
