"""Rules made up at random: small trees of every kind of node, for charges, cases and people.

They make no sense as law. They are to be read alike by every engine.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from fractions import Fraction
from functools import cache
from pathlib import Path

from hypothesis import strategies as st

from homeward.facts import CitationForm
from homeward.rules import (
    amounts,
    choice,
    conditions,
    dates,
    fact,
    groups,
    limit,
    logic,
    truth,
)
from homeward.rules.body import Body
from homeward.rules.node import Node
from homeward.rules.outcome import Limb, Outcome
from homeward.rules.rows import Rows
from homeward.rules.rule import Rule
from homeward.when import FIRST, LAST

FOLDER = Path(__file__).with_name("made_up_law")
DAYS = [
    date(2010, 1, 1), date(2015, 6, 1), date(2016, 2, 29), date(2018, 1, 31), date(2019, 8, 31),
    date(2020, 2, 29), date(2021, 8, 28), date(2024, 2, 29), date(2026, 11, 22),
    date(2026, 11, 23), date(2026, 11, 24), date(2028, 2, 28),
]  # fmt: skip

CHARGE_DATES = ["charge.offense_date", "charge.arrest_date", "charge.disposition_date",
                "charge.disposition_completed_on", "charge.sealed_on", "case.filed_on",
                "person.birth_date"]  # fmt: skip
CHARGE_TRUTHS = ["charge.death_element", "charge.requires_sex_registration",
                 "charge.obligations_outstanding", "case.open", "person.cdl_holder"]  # fmt: skip
CHARGE_NUMBERS = ["charge.sentence.years", "person.prior_expungements.felony",
                  "person.prior_doc_commitments"]  # fmt: skip
CODES = {
    "charge.severity": ("felony", "misdemeanor", "ordinance"),
    "charge.disposition": ("convicted", "dismissed", "pending"),
    "case.court": ("circuit", "municipal"),
}
TEXTS = ["charge.same_course_id", "case.county"]
WORDS = [("cole",), ("c*",), ("s1", "clay"), ("ole",)]


@dataclass(frozen=True)
class Place:
    """Where a node stands: for which rows, how deep it may go, and what it may speak of.

    ``questions`` are those that may be asked of these rows; ``asker`` is the table of
    the row that asks, inside a filter over other rows: it may be read there too.
    """

    table: str
    deep: int
    asker: str = ""
    questions: tuple[str, ...] = ()

    def below(self) -> Place:
        return replace(self, deep=self.deep - 1)

    def of_rows(self) -> Place:
        return Place("charge", self.deep - 1, asker=self.table)

    def reads(self, names: Sequence[str]) -> list[str]:
        return _read_from(self.table, names)


def _read_from(table: str, names: Sequence[str]) -> list[str]:
    above = {"charge": ("charge", "case", "person"), "case": ("case", "person")}
    tables = above.get(table, ("person",))
    return [name for name in names if name.partition(".")[0] in tables]


def _facts(place: Place, names: Sequence[str]) -> st.SearchStrategy[Node]:
    found = st.sampled_from(place.reads(names)).map(fact.FactRef)
    if place.asker:
        there = st.sampled_from(_read_from(place.asker, names)).map(fact.FactRef)
        return st.one_of(found, found, there.map(fact.Outer))
    return found


# --- days -------------------------------------------------------------------------------


@cache
def whens(place: Place) -> st.SearchStrategy[Node]:
    """A date or an answer."""
    leaves = [
        _facts(place, CHARGE_DATES),
        st.sampled_from([FIRST, LAST, *DAYS]).map(dates.On),
        st.just(amounts.Parameter("turning_day")),
    ]
    if place.deep <= 0:
        return st.one_of(leaves)
    return st.one_of([*leaves, *_days(place), *_moved_days(place), *_days_of_rows(place),
                      *_choices(place, whens, CHARGE_DATES)])  # fmt: skip


def _days(place: Place) -> list[st.SearchStrategy[Node]]:
    below = place.below()
    items = st.lists(_items(below), min_size=1, max_size=3).map(tuple)
    return [
        st.deferred(lambda: truths(below)).map(dates.HoldsIf),
        st.builds(dates.WaitsWhile, st.deferred(lambda: truths(below)),
                  st.sampled_from(["the end of a trial", "a payment"])),
        items.map(dates.AllOf),
        items.map(dates.AnyOf),
        st.just(fact.FactRef("person.alcohol_enforcement_contacts")).map(dates.LatestListed),
        st.builds(amounts.Parameter, st.just("turning_day"), st.deferred(lambda: whens(below))),
        *([st.sampled_from(place.questions).map(dates.AnswerOf)] if place.questions else []),
    ]  # fmt: skip


@cache
def _items(place: Place) -> st.SearchStrategy[Node]:
    when = st.deferred(lambda: whens(place))
    named = st.builds(
        conditions.Condition,
        name=st.sampled_from([f"named{n}" for n in range(40)]), cite=st.just("Code 9"),
        says=st.just("something is so"), tree=when,
        since=st.sampled_from([None, None, None, date(2020, 1, 1), date(2028, 1, 1)]),
        until=st.sampled_from([None, None, None, date(2025, 1, 1), date(2029, 2, 28)]),
    )  # fmt: skip
    weighed = st.just(conditions.Discretion("weighed", "Code 9", "it is right"))
    return st.one_of(when, when, named, weighed)


def _moved_days(place: Place) -> list[st.SearchStrategy[Node]]:
    below = place.below()
    when, number = st.deferred(lambda: whens(below)), st.deferred(lambda: numbers(below))
    maybe = st.none() | when
    percent = st.one_of(
        st.sampled_from([0, 15, 40, 85, 100, Fraction(100, 3)]).map(amounts.Number),
        st.just(amounts.Parameter("percent")),
        st.builds(amounts.Parameter, st.just("percent"), when),
    )
    part_day = st.sampled_from(["up", "down", "nearest"])
    holidays = st.sampled_from([frozenset(), frozenset({date(2019, 9, 2), date(2019, 9, 3)})])
    return [
        st.builds(dates.Since, when, number, st.sampled_from(["years", "months", "days"]),
                  st.sampled_from(["holds_on", "day_after"])),
        st.builds(dates.Served, when, number, percent),
        st.builds(dates.DaysServed, when, number, percent, part_day),
        st.builds(dates.BusinessDays, when, number, holidays),
        st.builds(Limb, when, st.just(Outcome())),
        st.builds(dates.Bounded, when, maybe, maybe),
    ]  # fmt: skip


def _days_of_rows(place: Place) -> list[st.SearchStrategy[Node]]:
    inner = place.of_rows()
    rows, day = relations(place), st.deferred(lambda: whens(inner))
    here = st.deferred(lambda: whens(place.below()))
    kinds = [
        st.builds(dates.Latest, rows, day, st.sampled_from([1, 1, 2, 3])),
        st.builds(dates.Earliest, rows, day),
    ]
    if not place.asker:
        kinds += [st.builds(dates.NextAfter, rows, day, here),
                  st.builds(dates.PreviousBefore, rows, day, here)]  # fmt: skip
    if place.questions:
        kinds.append(st.builds(_budget, st.sampled_from(place.questions), st.sampled_from(TEXTS)))
    return kinds


def _budget(question: str, group: str) -> Node:
    felony = fact.FactRef("charge.severity").is_in("felony")
    used = fact.FactRef("person.prior_expungements.felony")
    return limit.budget(
        question,
        limit.kind("felony", felony, at_most=amounts.Number(1), used=used),
        limit.kind("other", logic.YES, at_most=amounts.Number(2), used=amounts.Number(0)),
        grouped_by=fact.FactRef(group),
    )


# --- truths -------------------------------------------------------------------------------


@cache
def truths(place: Place) -> st.SearchStrategy[Node]:
    """A claim."""
    leaves = [
        st.sampled_from([logic.YES, logic.NO]),
        st.sampled_from(place.reads(CHARGE_TRUTHS)).map(fact.FactRef).map(truth.Claim),
        _codes(place, fact.CodeIn),
        st.builds(
            fact.Mentions,
            st.sampled_from(place.reads(TEXTS) or ["person.person_id"]).map(fact.FactRef),
            st.sampled_from(WORDS),
        ),
        st.just(truth.OpenLaw("who_knows")),
        st.just(truth.LawSays(amounts.Parameter("all_at_once"))),
    ]
    if place.table == "charge":
        leaves.append(st.sampled_from(["harsh", "mild"]).map(
            lambda tag: fact.Tagged(fact.FactRef("charge.statute"), tag)))  # fmt: skip
    if place.asker:
        leaves.append(st.just(groups.ITSELF))
    same = _read_from(place.asker, TEXTS) if place.asker else []
    if same:
        leaves.append(st.sampled_from(same).map(fact.FactRef).map(truth.Same))
    if place.deep <= 0:
        return st.one_of(leaves)
    return st.one_of([*leaves, *_logic(place), *_compared(place), *_truths_of_rows(place),
                      *_choices(place, truths, CHARGE_TRUTHS)])  # fmt: skip


def _codes(place: Place, kind: Callable[..., Node]) -> st.SearchStrategy[Node]:
    def of(name: str) -> st.SearchStrategy[Node]:
        codes = st.sets(st.sampled_from(CODES[name]), min_size=1, max_size=2).map(frozenset)
        return st.builds(kind, st.just(fact.FactRef(name)), codes)

    known = place.reads(list(CODES)) or ["case.court"]
    return st.sampled_from(known).flatmap(of) if place.table != "person" else st.just(logic.YES)


def _logic(place: Place) -> list[st.SearchStrategy[Node]]:
    claim = st.deferred(lambda: truths(place.below()))
    claims = st.lists(claim, min_size=1, max_size=3).map(tuple)
    return [claims.map(logic.And), claims.map(logic.Or), claim.map(logic.Not)]


def _compared(place: Place) -> list[st.SearchStrategy[Node]]:
    below = place.below()
    when, number = st.deferred(lambda: whens(below)), st.deferred(lambda: numbers(below))
    order = st.sampled_from(["<", "<=", "==", ">=", ">"])
    dated = [st.sampled_from(place.reads(CHARGE_DATES)).map(fact.FactRef).map(fact.Happened)]
    if place.table == "charge":
        listed = fact.FactRef("charge.sentence.consecutive_terms_years")
        dated.append(st.builds(truth.Includes, st.just(listed), number))
        dated.append(st.builds(fact.Tagged, st.just(fact.FactRef("charge.statute")),
                               st.sampled_from(["harsh", "mild"]), when))  # fmt: skip
    return [
        st.builds(truth.Compare, when, order, when),
        st.builds(truth.Compare, number, order, number),
        st.builds(truth.LawSays, st.builds(amounts.Parameter, st.just("all_at_once"), when)),
        _codes(place, fact.Stated),
        st.sampled_from(place.reads(CHARGE_DATES)).map(lambda name: fact.FactRef(name).is_stated),
        *dated,
    ]


def _truths_of_rows(place: Place) -> list[st.SearchStrategy[Node]]:
    inner = st.deferred(lambda: truths(place.of_rows()))
    return [relations(place).map(truth.Exists), st.builds(truth.Every, relations(place), inner)]


# --- numbers and rows -----------------------------------------------------------------------


@cache
def numbers(place: Place) -> st.SearchStrategy[Node]:
    """A number; small, as the law's are."""
    leaves = [
        st.sampled_from([0, 1, 2, 3, 12, 1.5]).map(amounts.Number),
        st.sampled_from(["years", "months", "open_months"]).map(amounts.Parameter),
        st.sampled_from(place.reads(CHARGE_NUMBERS)).map(fact.FactRef),
    ]
    if place.deep <= 0:
        return st.one_of(leaves)
    below = place.below()
    number = st.deferred(lambda: numbers(below))
    more = [
        st.builds(amounts.Arithmetic, number, st.sampled_from(["+", "-", "*"]), number),
        st.builds(amounts.Arithmetic, number, st.just("*"), st.just(amounts.Parameter("third"))),
        st.builds(amounts.Within, number, st.none() | number, st.none() | number),
        st.builds(amounts.Parameter, st.sampled_from(["years", "months"]),
                  st.deferred(lambda: whens(below))),
        relations(place).map(amounts.Count),
    ]  # fmt: skip
    if place.table == "charge":
        listed = fact.FactRef("charge.sentence.consecutive_terms_years")
        more.append(st.just(amounts.Total(listed)))
    return st.one_of([*leaves, *more, *_choices(place, numbers, CHARGE_NUMBERS)])


@cache
def relations(place: Place) -> st.SearchStrategy[Rows]:
    """Other charges of the person or of the case."""
    where = st.none() | st.deferred(lambda: truths(place.of_rows()))
    return st.builds(
        Rows, st.sampled_from(["person", "person", "case"]),
        st.sampled_from(["none", "self", "case"]), where,
    )  # fmt: skip


def _choices(
    place: Place, sort: Callable[[Place], st.SearchStrategy[Node]], facts: Sequence[str]
) -> list[st.SearchStrategy[Node]]:
    below = place.below()
    branch = st.deferred(lambda: sort(below))
    claim = st.deferred(lambda: truths(below))
    codes = place.reads(["charge.severity", "charge.disposition"])
    found = [
        st.builds(choice.FirstMatch,
                  st.lists(st.tuples(claim, branch), min_size=1, max_size=2).map(tuple), branch),
        st.builds(choice.Recorded, st.sampled_from(place.reads(facts)).map(fact.FactRef), branch),
        st.builds(choice.Reading, st.just("which"), st.just("which it is"),
                  st.tuples(st.tuples(st.just("one"), branch), st.tuples(st.just("two"), branch)),
                  st.sampled_from([None, None, "two"])),
    ]  # fmt: skip
    if codes:
        found.append(st.sampled_from(codes).flatmap(lambda name: _chosen(name, branch)))
    return found


def _chosen(name: str, branch: st.SearchStrategy[Node]) -> st.SearchStrategy[Node]:
    first, second, *_ = CODES[name]
    branches = st.tuples(st.tuples(st.just(first), branch), st.tuples(st.just(second), branch))
    return st.builds(choice.Choose, st.just(fact.FactRef(name)), branches, st.none() | branch)


# --- rules --------------------------------------------------------------------------------


class MadeUp(Body):
    """A made-up body of law that a failing test shows as its rules alone."""

    def __repr__(self) -> str:
        return "\n".join([f"rounding {self.rounding}", *map(_shown, self.rules.values())])

    def _repr_pretty_(self, printer, _cycle):
        printer.text(repr(self))


def _shown(rule: Rule) -> str:
    days = f"since {rule.since}, until {rule.until}, enacted {rule.enacted}"
    return (
        f"{rule.question} ({rule.subject}, {rule.family}, {days}):\n  {rule.tree}\n  if {rule.gate}"
    )


def _made_up(rounding: str) -> MadeUp:
    body = MadeUp(
        id="us-zz", title="Made up", folder=FOLDER,
        citation=CitationForm(r"(?P<chapter>\d+)\.(?P<section>\d+)"),
        rounding=rounding, rounding_cite="", checked_on=date(2026, 11, 23),
    )  # fmt: skip
    body.__dict__.update(parameters=_LAW.parameters, offenses=_LAW.offenses)
    return body


def law_of(tree: Node) -> MadeUp:
    """A body of law with one rule about charges."""
    body = _made_up("forward")
    body.rules["us-zz/rule"] = Rule(
        name="us-zz/rule", question="question", subject="charge", cite="Code 9", title="A rule",
        holds="it holds", build=lambda: tree, since=date(2000, 1, 1),
    )  # fmt: skip
    return body


@st.composite
def laws(draw: st.DrawFn, deep: int = 3) -> MadeUp:
    """A body of law with a few rules, of which later ones may ask the earlier ones."""
    body = _made_up(draw(st.sampled_from(["forward", "back"])))
    asked: dict[str, tuple[str, ...]] = {}
    for number in range(draw(st.integers(1, 3))):
        table = draw(st.sampled_from(["charge", "charge", "charge", "case", "person"]))
        place = Place(table, deep, questions=asked.get(table, ()))
        tree = draw(whens(place))
        gate = draw(st.none() | truths(place.below()))
        name = f"us-zz/rule{number}"
        since, until, enacted = draw(st.sampled_from(_TIMES))
        family = draw(st.sampled_from(["", "family"]))
        end = draw(st.none() | st.none() | whens(place.below()))
        body.rules[name] = Rule(
            name=name, question=f"question{number}", subject=table, cite="Code 9", title="A rule",
            holds="it holds", build=lambda tree=tree: tree, since=since, until=until,
            enacted=enacted, family=family, general=draw(st.booleans()),
            closes=None if end is None else lambda end=end: end,
            applies=None if gate is None else lambda gate=gate: gate,
        )  # fmt: skip
        asked[table] = (*asked.get(table, ()), f"question{number}")
    return body


_TIMES = [
    (date(2000, 1, 1), None, None), (date(2000, 1, 1), None, None),
    (date(2000, 1, 1), date(2028, 6, 1), None), (date(2027, 7, 1), None, date(2026, 1, 1)),
    (date(2027, 7, 1), None, None),
]  # fmt: skip
_LAW = Body(
    "us-zz", "Made up", FOLDER, CitationForm(r"(?P<chapter>\d+)\.(?P<section>\d+)"), "forward",
    "", date(2026, 11, 23),
)  # fmt: skip
