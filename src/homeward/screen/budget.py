"""Lifetime limits in SQL: the same count as :mod:`homeward.explain.budget`, for every person."""

from __future__ import annotations

from typing import TYPE_CHECKING

from homeward.rules.limit import Budget
from homeward.screen.columns import Sql, call
from homeward.screen.values import LAST_DAY, Span

if TYPE_CHECKING:
    from homeward.screen.compiler import Compiler
    from homeward.screen.relations import Group, Relations


def budget(compiler: Compiler, relations: Relations, node: Budget) -> Sql:
    """Whether every charge that can ever be cleared fits the places left: a truth a person."""
    charges, people = relations.layers["charge"], relations.layers["person"]
    best, worst = _kinds(compiler, node)
    code: Sql = compiler.value(node.grouped_by, "charge")
    course, person = relations.course(code), relations.groups["person"]
    leads = charges.column(call("{} IS NOT NULL AND {} = {}", code, Sql('"row_id"'),
                                _of(course, "min({})", Sql('"row_id"'), best)))  # fmt: skip
    course_best = charges.column(_of(course, "min({})", best))
    course_worst = charges.column(_of(course, "min({})", worst))
    alone = charges.column(call("{} IS NULL", code))
    sure, possible = [], []
    for index, kind in enumerate(node.kinds):
        tallies = {
            "certain": call(f"{{}} AND {{}} = {index}", leads, course_best),
            "grouped": call(f"{{}} AND {{}} = {index}", leads, course_worst),
            "alone": call(f"{{}} AND {{}} = {index}", alone, worst),
            "unplaced": call(f"{{}} AND {{}} = {index}", alone, best),
            "above": call(f"{{}} < {index}", best),
        }
        count = {name: _tally(person, people, test) for name, test in tallies.items()}
        most = call("{} + {}", count["grouped"], count["alone"])
        fewest = call("CASE WHEN {0} > 0 THEN {0} WHEN {1} > 0 AND {2} = 0 THEN 1 ELSE 0 END",
                      count["certain"], count["unplaced"], count["above"])  # fmt: skip
        left, room = _places(compiler, kind.at_most, kind.used)
        sure.append(call("{} <= {}", most, left))
        possible.append(call("{} <= {}", fewest, room))
    return people.column(call(
        "CASE WHEN " + " AND ".join(["{}"] * len(sure)) + " THEN 2 WHEN "
        + " AND ".join(["{}"] * len(possible)) + " THEN 1 ELSE 0 END", *sure, *possible,
    ))  # fmt: skip


def _kinds(compiler: Compiler, node: Budget) -> tuple[Sql, Sql]:
    """The place that a charge takes at best and at worst: a kind's index, NULL for none."""
    answer: Span = compiler.answers(node.question, "charge")
    sure, maybe = "", ""
    claims = [compiler.value(kind.where, "charge") for kind in node.kinds]
    for index, _ in enumerate(claims, start=1):
        sure += f" WHEN {{{index}}} = 2 THEN {index - 1} WHEN {{{index}}} = 1 THEN NULL"
        maybe += f" WHEN {{{index}}} >= 1 THEN {index - 1}"
    column = compiler.layers["charge"].column
    closed = f"CASE WHEN {{0}} >= {LAST_DAY.text} THEN NULL"
    return (column(call(f"{closed}{sure} END", answer.low, *claims)),
            column(call(f"{closed}{maybe} END", answer.low, *claims)))  # fmt: skip


def _of(group: Group, template: str, value: Sql, after: Sql | None = None) -> Sql:
    """An aggregate of a group; ``after`` holds it back until another column is there."""
    place = max(value.place, 0 if after is None else after.place)
    return group.aggregate(Sql(template.format(value.text), place))


def _tally(person: Group, people: object, test: Sql) -> Sql:
    del people
    counted = person.aggregate(call("sum(coalesce({}, FALSE)::INTEGER)", test))
    return call("coalesce({}, 0)::INTEGER", counted)


def _places(compiler: Compiler, at_most: object, used: object) -> tuple[Sql, Sql]:
    """The places surely left and at best left."""
    limit_: Span = compiler.value(at_most, "person")  # type: ignore[arg-type]
    gone: Span = compiler.value(used, "person")  # type: ignore[arg-type]
    return call("{} - {}", limit_.low, gone.high), call("{} - {}", limit_.high, gone.low)
