"""What holds people back: how many charges would open if one condition fell, alone and in order.

It is read from the days of every condition (``homeward screen --reasons``), so it is exact for a
rule whose conditions must all hold: without one of them the day is the latest of the others.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

import duckdb

from homeward import law
from homeward.rules.conditions import Condition
from homeward.rules.dates import AllOf
from homeward.rules.node import Node
from homeward.rules.rule import Rule
from homeward.screen.due import columns_of
from homeward.screen.outputs import CONDITION
from homeward.screen.problem import WishError
from homeward.screen.results import Results, answers
from homeward.screen.status import status
from homeward.screen.views import quoted
from homeward.when import FIRST

_ALWAYS = f"DATE '{FIRST}'"

Count = dict[str, int]
"""Charges and people, surely (``charges``, ``people``) and at most (``most``, ``most_people``)."""


@dataclass(frozen=True)
class Barrier:
    """One condition, and for whom it alone, or with those before it in the list, is in the way.

    Attributes:
        alone: the charges that would open on the day if this condition fell and no other.
        in_order: those that would open if it and every barrier listed before it fell.
    """

    name: str
    cite: str
    says: str
    alone: Count
    in_order: Count


@dataclass(frozen=True)
class Barriers:
    """What holds back the charges that a question is asked of.

    Attributes:
        asked: the charges that the question fits.
        open: those for which it holds on the day.
        left_out: those whose day comes from law that is still to come, or from another rule.
    """

    question: str
    title: str
    as_of: date
    asked: Count
    open: Count
    left_out: int
    barriers: tuple[Barrier, ...]


def barriers(
    results: Results, question: str | None, database: duckdb.DuckDBPyConnection
) -> Barriers:
    """What holds back the charges of some results, for one question that one rule answers.

    Raises:
        WishError: when the results hold no days of conditions, or the rule is of another shape.
    """
    held = columns_of(results).get("charge", [])
    asked = _question(question, held)
    rule, names = _conditions(results, asked, held)
    rows = f"read_parquet({quoted(results.parts(answers('charge')))})"
    as_of = date.fromisoformat(results.report["wish"]["as_of"])
    table = _Rows(database, rows, asked, names, as_of, held)
    own = {node.name: node for node in rule.conditions}
    found = []
    alone = {name: table.opened([name]) for name in names}
    for fallen in _in_order(table, names):
        node = own[fallen[-1]]
        found.append(
            Barrier(node.name, node.cite, node.says, alone[node.name], table.opened(fallen))
        )
    return Barriers(asked, rule.title, as_of, table.asked(), table.open(), table.left_out(),
                    tuple(found))  # fmt: skip


def _question(question: str | None, held: Sequence[str]) -> str:
    with_days = sorted({name.partition(CONDITION)[0] for name in held if CONDITION in name})
    if question is None and len(with_days) == 1:
        return with_days[0]
    if question not in with_days:
        known = ", ".join(with_days) or "none: screen again with --reasons"
        msg = f"choose a question whose conditions have their days here: {known}"
        raise WishError(msg)
    return question


def _conditions(results: Results, question: str, held: Sequence[str]) -> tuple[Rule, list[str]]:
    """The rule, and its conditions that must all hold, as far as they were law."""
    laws = results.report["wish"]["laws"] or [
        one for one in law.body_ids() if not law.is_reading(one)
    ]
    asked = question.partition("|")
    rules = [
        rule
        for name in laws
        if (body := law.body(name)) is not None
        for rule in body.rules.values()
        if rule.question == asked[0] and asked[2] in ("", rule.name)
    ]
    if len(rules) != 1 or not isinstance(rules[0].tree, AllOf):
        msg = f"{question} is not the question of one rule whose conditions must all hold"
        raise WishError(msg)
    named = [node.name for node in _flat(rules[0].tree) if isinstance(node, Condition)]
    return rules[0], [name for name in named if f"{question}{CONDITION}{name}:soonest" in held]


def _flat(node: Node) -> Iterator[Node]:
    """What must all hold, in the statute's order, however deep it stands."""
    for item in node.items if isinstance(node, AllOf) else (node,):
        yield from _flat(item) if isinstance(item, AllOf) else (item,)


def _in_order(table: _Rows, names: Sequence[str]) -> Iterator[list[str]]:
    """The conditions one after another, each time the one whose fall opens the most."""
    fallen: list[str] = []
    left = list(names)
    while left:
        opened = {name: table.opened([*fallen, name]) for name in left}
        best = max(left, key=lambda name: (opened[name]["charges"], opened[name]["most"]))
        if fallen and opened[best] == table.opened(fallen):
            return
        fallen.append(best)
        left.remove(best)
        yield list(fallen)


class _Rows:
    """The rows that a question is asked of, with the days of its conditions."""

    def __init__(
        self,
        database: duckdb.DuckDBPyConnection,
        rows: str,
        question: str,
        names: Sequence[str],
        as_of: date,
        held: Sequence[str],
    ) -> None:
        """Keep the days of the conditions that somebody's answer turns on."""
        self.names, self.database = names, database
        self.day = f"DATE '{as_of}'"
        self._counted: dict[tuple[str, ...], Count] = {}
        days = [
            f'coalesce("{question}{CONDITION}{name}:{end}", {_ALWAYS}) AS "{name}:{end}"'
            for name in names for end in ("soonest", "latest")
        ]  # fmt: skip
        stands = status(question, held, as_of)
        database.execute(
            "CREATE OR REPLACE TEMP TABLE barriers AS"
            f' SELECT person_id, "{question}:soonest" AS low, "{question}:latest" AS high,'
            f" {stands} AS stands, {', '.join(days)} FROM {rows}"
            " WHERE stands NOT IN ('not_applicable', 'not_asked')"
        )
        self._by_now = f"low <= {self.day}"
        every = {end: self._latest(names, end) for end in ("soonest", "latest")}
        self._plain = f"low = {every['soonest']} AND high = {every['latest']}"

    def _latest(self, names: Sequence[str], end: str) -> str:
        days = [f'"{name}:{end}"' for name in names]
        return f"greatest({', '.join([_ALWAYS, *days])})"

    def asked(self) -> Count:
        """Every row."""
        return self._count("TRUE", "TRUE")

    def open(self) -> Count:
        """Those for which it holds."""
        return self._count("stands = 'now'", "stands IN ('now', 'unknown') AND " + self._by_now)

    def left_out(self) -> int:
        """Those whose day is not that of the conditions together."""
        ((found,),) = self.database.execute(
            f"SELECT count(*) FROM barriers WHERE NOT ({self._plain})"
        ).fetchall()
        return int(found)

    def opened(self, fallen: Sequence[str]) -> Count:
        """Those for which it would hold without these conditions, and does not with them."""
        key = tuple(sorted(fallen))
        if key not in self._counted:
            left = [name for name in self.names if name not in fallen]
            all_else = {end: f"{self._latest(left, end)} <= {self.day}"
                        for end in ("soonest", "latest")}  # fmt: skip
            in_the_way = f"{self._latest(fallen, 'latest')} > {self.day}"
            surely = f"stands NOT IN ('now', 'unknown') AND {all_else['latest']}"
            perhaps = f"stands <> 'now' AND {all_else['soonest']} AND {in_the_way}"
            self._counted[key] = self._count(
                f"{self._plain} AND {surely}", f"{self._plain} AND {perhaps}"
            )
        return self._counted[key]

    def _count(self, surely: str, perhaps: str) -> Count:
        found = self.database.execute(
            f"SELECT count(*) FILTER ({surely}), count(DISTINCT person_id) FILTER ({surely}),"
            f" count(*) FILTER ({perhaps}), count(DISTINCT person_id) FILTER ({perhaps})"
            " FROM barriers"
        ).fetchall()[0]
        return dict(zip(("charges", "people", "most", "most_people"), found, strict=True))
