"""The steps of a plan: the SQL that answers everyone, and then looks closer where it must.

What depends on the kind of charge alone is worked out first, for whoever has such charges.
What could still move an answer only matters where the answer is open. So everyone
is answered first, and the rest is worked out for rows with something open.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from homeward.screen.expressions import Sql, column
from homeward.screen.plan import Outputs, Plan
from homeward.screen.program import KIND, Program, Source, behind
from homeward.screen.scopes import CHARGE, Scope


class Written(NamedTuple):
    """The SQL of a plan.

    Attributes:
        kinds: over the table ``kinds_start``: what depends on the kind of charge alone.
        rows: over ``charge_start``, ``case_start`` and so on, and the kinds. The last of them
            make the views ``charge_answers``, ``case_answers`` and ``person_answers``.
    """

    kinds: list[str]
    rows: list[str]


def statements(plan: Plan) -> Written:
    """The SQL of a plan, in its order."""
    everyone = {scope: Source(f"{scope.name}_start") for scope in plan.outputs}
    first = Program("", everyone, everyone)
    counts = list(first.counts(_asked(plan.outputs)))
    told = [_table(f"{scope.name}_told", _named(first, scope, named))
            for scope, named in plan.outputs.items()]  # fmt: skip
    closer = _closer_look(plan, first)
    return Written([*first.kinds("kinds"), *closer.kinds], [*counts, *told, *closer.rows])


def _closer_look(plan: Plan, first: Program) -> Written:
    """What could still move the answers of the rows with something open."""
    second = Program("near_", *_rows_of_the_second(plan), first.made, first.name_of)
    kept = [_kept(plan, second, scope) for scope in plan.outputs if plan.closer[scope]]
    counts = list(second.counts(_asked(plan.closer)))
    answers = [_view(f"{scope.name}_answers", _answers(plan, scope, second))
               for scope in plan.outputs]  # fmt: skip
    kinds = [*second.kinds("near_kinds"), *second.kinds("open_kinds")]
    return Written(kinds, [*_open(plan), *kept, *counts, *answers])


def _open(plan: Plan) -> Iterator[str]:
    """Who has something open, and which rows that is."""
    yield _table("near", _people_with_something_open(plan))
    for scope in plan.outputs:
        near = f"SELECT * FROM {scope.name}_start SEMI JOIN near USING (person_key)"
        yield _view(f"{scope.name}_near", near)
        yield _view(f"{scope.name}_opened", _open_rows(plan, scope))


def _rows_of_the_second(plan: Plan) -> tuple[dict[Scope, Source], dict[Scope, Source]]:
    near = {scope: Source(f"{scope.name}_near", kinds="near_kinds") for scope in plan.outputs}
    told = {
        scope: {value: f'"{name}"' for name, value in named.items() if not value.is_leaf}
        for scope, named in plan.outputs.items()
    }
    return near, {scope: Source(f"{scope.name}_opened", told[scope], "open_kinds")
                  for scope in plan.outputs}  # fmt: skip


def _kept(plan: Plan, second: Program, scope: Scope) -> str:
    """The rows with something open, with what several queries read of them; these read it there."""
    here, read = second.asking[scope], behind(_asked(plan.closer))
    known = [value for value in here.known if (scope, value) in read]
    values = [*known, *second.shared(scope, _asked(plan.closer))]
    names = [*plan.start.rows[scope.name], *([KIND] if scope is CHARGE else [])]
    query = second.query(scope, [*map(column, names), *values], second.asking)
    kept = {value: second.name_of(value) for value in values}
    second.asking[scope] = Source(f"{scope.name}_open", kept, here.kinds)
    return _table(f"{scope.name}_open", query)


def _asked(outputs: Outputs) -> list[tuple[Scope, Sql]]:
    return [(scope, value) for scope, named in outputs.items() for value in named.values()]


def _table(name: str, query: str) -> str:
    return f"CREATE OR REPLACE TEMP TABLE {name} AS {query}"


def _view(name: str, query: str) -> str:
    return f"CREATE OR REPLACE TEMP VIEW {name} AS {query}"


def _named(program: Program, scope: Scope, named: dict[str, Sql]) -> str:
    """Values of a table's rows under their own names."""
    columns = ", ".join(f'{program.name_of(value)} AS "{name}"' for name, value in named.items())
    return f"SELECT {columns} FROM ({program.query(scope, named.values(), program.asking)})"


def _is_open(plan: Plan, scope: Scope) -> str:
    found = [*plan.answers, *(one for law in plan.beside.values() for one in law[:1])]
    columns = [one for one in found if one.table == scope.name]
    tests = dict.fromkeys(one.is_open for one in columns if one.is_open)
    return " OR ".join(tests) or "FALSE"


def _people_with_something_open(plan: Plan) -> str:
    queries = (
        f"SELECT person_key FROM {scope.name}_told WHERE {_is_open(plan, scope)}"
        for scope in plan.outputs
    )
    return f"SELECT DISTINCT person_key FROM ({' UNION ALL '.join(queries)})"


def _open_rows(plan: Plan, scope: Scope) -> str:
    """The rows of a table with something open, with what they were told."""
    told = "".join(f', t."{name}"' for name, value in plan.outputs[scope].items()
                   if not value.is_leaf)  # fmt: skip
    key = scope.keys[0]
    return (f"SELECT s.*{told} FROM {scope.name}_start AS s JOIN {scope.name}_told AS t"
            f" USING ({key}) WHERE {_is_open(plan, scope)}")  # fmt: skip


def _answers(plan: Plan, scope: Scope, second: Program) -> str:
    """What everyone is told, with what a closer look found; nothing where all is settled."""
    found = plan.closer[scope]
    if not found:
        return f"SELECT * FROM {scope.name}_told"
    key = scope.keys[0]
    columns = ", ".join(f'coalesce(n."{name}", 0) AS "{name}"' for name in found)
    near = _named(second, scope, {key: column(key), **found})
    return (
        f"SELECT t.*, {columns} FROM {scope.name}_told AS t LEFT JOIN ({near}) AS n USING ({key})"
    )
