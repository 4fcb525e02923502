"""Are the boundaries tested? Each number and day of the law is moved by one, and a case must fail.

Run ``python -m tests.mutation us-mo`` to list what no case notices. Parameters
that no rule computes with (they are only said in words) are listed apart.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from fractions import Fraction

from homeward import law
from homeward.explain.engines import Engines, routes
from homeward.rules.amounts import Parameter as ParameterNode
from homeward.rules.body import Body
from homeward.rules.dates import AnswerOf
from homeward.rules.limit import Budget
from homeward.rules.node import walk
from homeward.rules.parameter_table import Entry, Parameter, ParameterTable
from homeward.rules.rule import Rule
from tests.cases.agreement import HERE, Expectation, disagreement, expectations

DAY = timedelta(days=1)


@dataclass(frozen=True)
class Mutant:
    """One number or day of a parameter moved by one unit."""

    name: str
    what: str
    parameter: Parameter


def mutants(parameter: Parameter) -> Iterator[Mutant]:
    """Every way to move one of the parameter's values or days by one unit."""
    for index, entry in enumerate(parameter.history):
        for what, changed in _changes(entry, is_first=index == 0):
            history = [*parameter.history]
            history[index] = changed
            if index and changed.since != entry.since:
                history[index - 1] = replace(history[index - 1], until=changed.since)
            yield Mutant(
                parameter.name, f"from {entry.since}: {what}",
                replace(parameter, history=tuple(history)),
            )  # fmt: skip


def _changes(entry: Entry, *, is_first: bool) -> Iterator[tuple[str, Entry]]:
    for step in (-1, 1):
        sign = "one less" if step < 0 else "one more"
        if entry.readings and len(entry.readings) > 1:
            for name, value in entry.readings.items():
                moved = _moved(value, step)
                if moved is not None:
                    readings = {**entry.readings, name: moved}
                    yield f"reading {name}, {sign}", replace(entry, readings=readings)
        elif not entry.readings and (moved := _moved(entry.value, step)) is not None:
            yield f"value {sign}", replace(entry, value=moved)
        if not is_first:
            yield f"starts {sign} day", replace(entry, since=entry.since + step * DAY)


def _moved(value: object, step: int) -> object:
    if isinstance(value, bool):
        return not value
    if isinstance(value, int | float):
        return value + step
    if isinstance(value, Fraction):
        return value + Fraction(step, 100)
    return value + step * DAY if isinstance(value, date) else None


def parameters_of(body: Body, rule: Rule) -> set[str]:
    """The parameters that a rule computes with, through the answers it asks for too."""
    found: set[str] = set()
    trees = [rule.tree] + ([rule.gate] if rule.gate else [])
    for node in (node for tree in trees for node in walk(tree)):
        if isinstance(node, ParameterNode):
            found.add(node.name)
        elif isinstance(node, AnswerOf | Budget):
            for other in routes(body, node.question, date(2026, 11, 23)):
                found |= parameters_of(body, other)
    return found


def survivors(body: Body, cases: list[Expectation]) -> tuple[list[str], list[str]]:
    """The mutants that no case notices, and the parameters that no rule computes with."""
    used: dict[str, set[str]] = {}
    for rule in body.rules.values():
        for name in parameters_of(body, rule):
            used.setdefault(name, set()).add(rule.question)
    original, alive = body.parameters, []
    for name in sorted(used):
        asking = [case for case in cases if case.expected["question"] in used[name]]
        alive += [f"{m.name}, {m.what}" for m in mutants(original[name])
                  if not _noticed(body, original, m, asking)]  # fmt: skip
    return alive, sorted(set(original) - set(used))


def _noticed(
    body: Body, original: ParameterTable, mutant: Mutant, cases: list[Expectation]
) -> bool:
    _lay(body, ParameterTable({**original, mutant.name: mutant.parameter}))
    try:
        engines = Engines()
        return any(disagreement(case, engines) for case in cases)
    finally:
        _lay(body, original)


def _lay(body: Body, table: ParameterTable) -> None:
    body.__dict__["parameters"] = table
    body.__dict__.pop("change_days", None)


def cases_of(body_id: str) -> list[Expectation]:
    """Every judged case of a body of law, from all its files that agree to begin with."""
    names = sorted(path.name for path in HERE.glob(f"{body_id}*.jsonl"))
    found = [one for name in names for one in expectations(name) if one.is_judged]
    engines = Engines()
    return [one for one in found if disagreement(one, engines) is None]


def main(body_id: str) -> int:
    """Print what survives; 1 when anything does."""
    body = law.body(body_id)
    if body is None:
        print(f"there are no rules for {body_id}")
        return 2
    alive, unused = survivors(body, cases_of(body_id))
    print(f"{len(alive)} moved values that no case notices:", *alive, sep="\n  ")
    print(f"\n{len(unused)} parameters that no rule computes with:", *unused, sep="\n  ")
    return int(bool(alive))


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1] if len(sys.argv) > 1 else "us-mo"))
