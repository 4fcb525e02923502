"""Lifetime limits in SQL: the count of :mod:`homeward.explain.meaning.limits`, for everybody.

The kinds of place that a row may take are one number: a bit for each kind,
highest kind first, and one bit more for no place at all.
"""

from __future__ import annotations

from homeward.rules.limit import Budget
from homeward.rules.node import Node
from homeward.screen.columns import Sql, call
from homeward.screen.compiler import Builders, Compiler
from homeward.screen.relations import Group
from homeward.screen.values import LAST_DAY, Span, as_when


def budget(compiler: Compiler, node: Budget, _scope: str) -> Span:
    """Every charge that can be cleared fits the places left."""
    return as_when(fits(compiler, node))


def fits(compiler: Compiler, node: Budget) -> Sql:
    """Whether every charge that can be cleared fits the places left: a truth a person."""
    relations = compiler.relations
    charges, people = relations.layers["charge"], relations.layers["person"]
    code = compiler.single(node.grouped_by, "charge")
    course, person = relations.course(code), relations.groups["person"]
    places = _places_of(compiler, node)
    alone = charges.column(call("{} IS NULL", code))
    leads = charges.column(call("{} IS NOT NULL AND {} = {}", code, Sql('"row_id"'),
                                course.aggregate(Sql('min("row_id")'))))  # fmt: skip
    sure, possible = [], []
    for index, kind in enumerate(node.kinds):
        has, only, above, only_above = (
            charges.column(call(test, places)) for test in _tests(index)
        )
        must = charges.column(_both(course, only, above))
        may = charges.column(_both(course, has, only_above))
        forced, lifting, most = (
            _tally(person, test) for test in (
                call("{} AND {}", leads, must), call("{} AND {}", alone, above),
                call("({} AND {}) OR ({} AND {})", leads, may, alone, has),
            )
        )  # fmt: skip
        fewest = call(
            "greatest({} - {}, ({})::INTEGER)", forced, lifting, _both(person, only, above)
        )
        left, room = _places_left(compiler, kind.at_most, kind.used)
        sure.append(call("{} <= greatest({}, 0)", most, left))
        possible.append(call("{} <= greatest({}, 0)", fewest, room))
    return people.column(call(
        "CASE WHEN " + " AND ".join(["{}"] * len(sure)) + " THEN 2 WHEN "
        + " AND ".join(["{}"] * len(possible)) + " THEN 1 ELSE 0 END", *sure, *possible,
    ))  # fmt: skip


def _tests(index: int) -> tuple[str, str, str, str]:
    """May a row take this kind, must it, may it take a higher one, must it take a higher one."""
    bit, higher = 1 << index, (1 << index) - 1
    return (f"({{}} & {bit}) > 0", f"{{}} = {bit}", f"({{}} & {higher}) > 0",
            f"({{0}} & {higher}) = {{0}}")  # fmt: skip


def _places_of(compiler: Compiler, node: Budget) -> Sql:
    """The kinds of place that a charge may take, as bits."""
    answer = compiler.answers(node.question, "charge")
    claims = compiler.singles((kind.where for kind in node.kinds), "charge")
    none = 1 << len(claims)
    found, open_ = "0", "TRUE"
    for index, _ in enumerate(claims):
        hole = f"{{{index + 2}}}"
        found += f" + (CASE WHEN {open_} AND {hole} >= 1 THEN {1 << index} ELSE 0 END)"
        open_ += f" AND {hole} < 2"
    barred = f"({open_}) OR {{1}} >= {LAST_DAY.text}"
    text = (f"CASE WHEN {{0}} >= {LAST_DAY.text} THEN {none}"
            f" ELSE {found} + (CASE WHEN {barred} THEN {none} ELSE 0 END) END")  # fmt: skip
    return compiler.layers["charge"].column(call(text, answer.low, answer.high, *claims))


def _both(group: Group, some: Sql, none: Sql) -> Sql:
    """Whether some row of a group passes one test and none passes another."""
    held = group.aggregate(call("bool_or({})", some))
    barred = group.aggregate(call("bool_or({})", none))
    return call("coalesce({} AND NOT {}, FALSE)", held, barred)


def _tally(person: Group, test: Sql) -> Sql:
    counted = person.aggregate(call("sum(coalesce({}, FALSE)::INTEGER)", test))
    return call("coalesce({}, 0)::INTEGER", counted)


def _places_left(compiler: Compiler, at_most: Node, used: Node) -> tuple[Sql, Sql]:
    """The places surely left and at best left."""
    limit, gone = compiler.spans((at_most, used), "person")
    return call("{} - {}", limit.low, gone.high), call("{} - {}", limit.high, gone.low)


BUILDERS: Builders = {Budget: budget}
