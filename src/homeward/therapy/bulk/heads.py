"""What stands beside the answers of a response, judged once for each way it is written.

A file holds a million responses and a handful of heads: form, version, sex, status, coding and
the total that came along. Each distinct one is judged by the very code that reads one response,
so what is refused, and in which words, cannot differ.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from typing import Any

import duckdb

from homeward.facts import Problem, RecordError
from homeward.therapy.bulk.laying import BREAK, FIELDS
from homeward.therapy.one_by_one import NONE_BEFORE, without_status
from homeward.therapy.repeated import AMENDED
from homeward.therapy.response import Response, read_response

_LARGEST = 2**62


@dataclass
class Heads:
    """The heads that were seen, each with what it says or why it is refused.

    Attributes:
        problems: by the number of a head, why its responses are set aside.
    """

    database: duckdb.DuckDBPyConnection
    file: str
    problems: dict[int, tuple[Problem, ...]] = field(default_factory=dict)
    _seen: dict[str, int] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Make the table of heads."""
        self.database.execute(
            "CREATE TEMP TABLE heads (head VARCHAR, number INTEGER, form VARCHAR, version VARCHAR, "
            "sex VARCHAR, reported BIGINT, reported_text VARCHAR, refused BOOLEAN, note VARCHAR)"
        )

    def read(self) -> None:
        """Make the table ``read`` of the table ``parts``: each with what its head says."""
        distinct = self.database.execute("SELECT DISTINCT head FROM parts").fetchall()
        new = [self._judged(head) for (head,) in distinct if head not in self._seen]
        if new:
            self.database.executemany("INSERT INTO heads VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)", new)
        self.database.execute(
            "CREATE OR REPLACE TEMP TABLE read AS SELECT line, id, answers, "
            "heads.* EXCLUDE (head) FROM parts JOIN heads USING (head) ORDER BY form"
        )
        self.database.execute("DROP TABLE parts")

    def _judged(self, head: str) -> tuple[Any, ...]:
        """A row of the table of heads."""
        number = self._seen[head] = len(self._seen)
        parts = zip((*FIELDS, "answers"), head.split(BREAK), strict=True)
        data = {name: json.loads(own) for name, own in parts if own}
        found: Response | None
        try:
            found = read_response(data, self.file)
        except RecordError as problem:
            self.problems[number] = problem.problems
            found = without_status(data, self.file)
        if found is None:
            return (head, number, None, None, None, None, None, True, None)
        total = found.reported
        near = None if total is None else max(-_LARGEST, min(_LARGEST, total))
        shown = None if total is None else str(total)
        note = NONE_BEFORE if data.get("status") == AMENDED else None
        return (head, number, found.instrument.id, found.version, found.sex, near, shown,
                number in self.problems, note)  # fmt: skip
