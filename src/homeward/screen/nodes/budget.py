"""Lifetime limits in SQL: the same count as :mod:`homeward.explain.meaning.limits`.

The kinds of place that a row may take are one number: a bit for each kind,
highest kind first, and one bit more for no place at all.
"""

from __future__ import annotations

from homeward.rules.limit import Budget
from homeward.screen.compiler import Builders, Compiler
from homeward.screen.expressions import Sql, call, column
from homeward.screen.relations import Group
from homeward.screen.scopes import CHARGE, PERSON, Scope
from homeward.screen.values import LAST_DAY, Span, as_when, both, either


def budget(compiler: Compiler, node: Budget, scope: Scope) -> Span:
    """Every charge that can be cleared fits the places left."""
    fitting = fits(compiler, node)
    if scope is not PERSON:
        fitting = compiler.relations.people.count("any_value({})", fitting)
    return as_when(fitting)


def fits(compiler: Compiler, node: Budget) -> Sql:
    """Whether every charge that can be cleared fits the places left: a truth a person."""
    places = _Places(compiler, node)
    sure, possible = [], []
    for index, kind in enumerate(node.kinds):
        fewest, most = places.count(index)
        limit, used = compiler.spans((kind.at_most, kind.used), PERSON)
        sure.append(_fit(most, limit.low, used.high))
        possible.append(_fit(fewest, limit.high, used.low))
    return call("CASE WHEN {} THEN 2 WHEN {} THEN 1 ELSE 0 END", both(*sure), both(*possible))


def _fit(taken: Sql, at_most: Sql, used: Sql) -> Sql:
    return call("{} <= greatest({} - {}, 0)", taken, at_most, used)


class _Places:
    """The places that charges may take, alone or with their course of conduct."""

    def __init__(self, compiler: Compiler, node: Budget) -> None:
        self.code = compiler.single(node.grouped_by, CHARGE)
        self.person = compiler.relations.by_person
        self.course = compiler.relations.course(self.code)
        self.places = _places_of(compiler, node)

    def count(self, kind: int) -> tuple[Sql, Sql]:
        """The fewest and the most places of a kind that a person's charges can use."""
        has, only, above, only_above = (call(test, self.places) for test in _tests(kind))
        alone = call("{} IS NULL", self.code)
        leads = call("{} = {}", column("row_id"), self.course.count("min({})", column("row_id")))
        leads = call("coalesce({}, FALSE)", leads)
        must = both(leads, _some_and_none(self.course, only, above))
        may = both(leads, _some_and_none(self.course, has, only_above))
        forced = self.person.tally(must)
        # a row of unknown group may lift one group to a higher kind by joining it
        lifting = self.person.tally(both(alone, above))
        most = self.person.tally(either(may, both(alone, has)))
        at_least_one = call("({})::INTEGER", _some_and_none(self.person, only, above))
        return call("greatest({} - {}, {})", forced, lifting, at_least_one), most


def _tests(index: int) -> tuple[str, str, str, str]:
    """May a row take this kind, must it, may it take a higher one, must it take a higher one."""
    bit, higher = 1 << index, (1 << index) - 1
    return (f"({{}} & {bit}) > 0", f"{{}} = {bit}", f"({{}} & {higher}) > 0",
            f"({{0}} & {higher}) = {{0}}")  # fmt: skip


def _places_of(compiler: Compiler, node: Budget) -> Sql:
    """The kinds of place that a charge may take, as bits."""
    answer = compiler.answers(node.question, CHARGE)
    claims = compiler.singles((kind.where for kind in node.kinds), CHARGE)
    none = 1 << len(claims)
    found, undecided = "0", "TRUE"
    for index, _ in enumerate(claims):
        hole = f"{{{index + 2}}}"
        found += f" + (CASE WHEN {undecided} AND {hole} >= 1 THEN {1 << index} ELSE 0 END)"
        undecided += f" AND {hole} < 2"
    never = f">= {LAST_DAY.template}"
    barred = f"({undecided}) OR {{1}} {never}"
    template = f"CASE WHEN {{0}} {never} THEN {none}"
    template += f" ELSE {found} + (CASE WHEN {barred} THEN {none} ELSE 0 END) END"
    return call(template, *answer.ends, *claims)


def _some_and_none(group: Group, some: Sql, none: Sql) -> Sql:
    """Whether some row of a group passes one test and none passes another."""
    return both(group.some(some), call("NOT {}", group.some(none)))


BUILDERS: Builders = {Budget: budget}
