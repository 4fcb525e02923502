"""How a fact is named from the row that an answer is for: plainly, or as another row's."""

from __future__ import annotations

from collections.abc import Iterator

from homeward.screen.expressions import Sql, call
from homeward.screen.needs.window import OTHER
from homeward.screen.scopes import Pair, Scope
from homeward.screen.values import FALSE, TRUE


def named(name: str, scope: Scope) -> Iterator[tuple[str, Sql]]:
    """The names that a fact of a scope's rows has, each with the rows for which it has it."""
    table = name.partition(".")[0]
    mine = TRUE if table not in ("charge", "case") else is_own(scope, table)
    if mine is not FALSE:
        yield name, mine
    if mine is not TRUE:
        yield name + OTHER, TRUE if mine is FALSE else call("NOT {}", mine)


def is_own(scope: Scope, table: str) -> Sql:
    """Whether the charge (or case) that is asked about is the one that the answer is for."""
    if not isinstance(scope, Pair):
        return TRUE
    key = "row_id" if table == "charge" else "case_key"
    subject, path = scope.outer, [scope]
    while isinstance(subject, Pair):
        path.append(subject)
        subject = subject.outer
    if key not in subject.keys:
        return FALSE
    if len(path) == 1 and _is_left_out(scope, table):
        return FALSE
    if len(path) == 1 and table == "case" and scope.within == "case":
        return TRUE
    mine = subject.key(key)
    for pair in reversed(path):
        mine = pair.of_outer(mine)
    return call("{} = {}", mine, scope.key(key))


def _is_left_out(pair: Pair, table: str) -> bool:
    """Whether the row that asks is never among those asked about."""
    return pair.leaving_out == "case" or (table == "charge" and pair.leaving_out == "self")
