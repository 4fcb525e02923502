"""Answers with one row a question, from answers with one row a subject."""

from __future__ import annotations

from collections.abc import Sequence

from homeward.screen.outputs import BITS, Output
from homeward.screen.status import closing, questions_in, words


def long_rows(wide: str, ids: Sequence[str], outputs: Sequence[Output]) -> str:
    """SQL for the rows: ids, question, rule (``*`` is all together), and the columns of one answer.

    Questions that were not asked of a person have no row. The order is that of
    the subjects, then that of the questions.
    """
    names = [one.name for one in outputs]
    deepest = max(
        (len(words(names, f"{question}:{kind}"))
         for question in questions_in(names) for kind in BITS), default=1,
    )  # fmt: skip
    rows = " UNION ALL ".join(
        _question(number, question, ids, names, deepest)
        for number, question in enumerate(questions_in(names))
    )
    numbered = f"WITH wide AS (SELECT row_number() OVER () AS row, * FROM {wide})"
    return (f"SELECT * EXCLUDE (row, number) FROM ({numbered} {rows})"
            " WHERE soonest IS NOT NULL ORDER BY row, number")  # fmt: skip


def _question(
    number: int, name: str, ids: Sequence[str], names: Sequence[str], deepest: int
) -> str:
    question, _, rule = name.partition("|")
    columns = [f"row, {number} AS number", *ids, f"'{question}' AS question",
               f"'{rule or '*'}' AS rule"]  # fmt: skip
    columns += [f'"{name}:soonest" AS soonest', f'"{name}:latest" AS latest']
    closes, closed = closing(name, names)
    columns += [f"{closes} AS closes", f"{closed} AS closes_latest"]
    columns.append(f'"{name}:binding" AS binding')
    for kind in BITS:
        held = words(names, f"{name}:{kind}")
        columns += [
            f"{f'{chr(34)}{held[n]}{chr(34)}' if n < len(held) else '0::BIGINT'} AS "
            f'"{kind}{f":{n + 1}" if n else ""}"'
            for n in range(deepest)
        ]
    return f"SELECT {', '.join(columns)} FROM wide"
