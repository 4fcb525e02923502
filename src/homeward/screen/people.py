"""One row a person: how many charges can be cleared, from when all of them, and what to look up.

The fact worth looking up is the one that by itself would settle the most of the
person's unknown charges; among equals, the one that matters to the most. A fact
of another charge (``charge.class@other``) counts as that fact.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from homeward.screen.bit_moves import WORD
from homeward.screen.outputs import Output
from homeward.screen.status import STATUSES, status, words
from homeward.screen.views import quoted
from homeward.when import FIRST

LAW = "law:"
OTHERS = "@"
_RANK = 1 << 20
"""More charges than one person has: keeps the first sort key above the second."""

COUNTED = ", ".join(f"count(*) FILTER (status = '{one}')::INTEGER AS \"{one}\"" for one in STATUSES)


def people_rows(
    people: str, charges: str, question: str, outputs: Sequence[Output], as_of: date
) -> str:
    """SQL for the rows of ``people.parquet``.

    Args:
        people: where the ``person_key`` and ``person_id`` of everyone are read from.
        charges: where the answers about charges are read from.
        question: the question that the row is about.
        outputs: the columns of the answers about charges.
        as_of: the day to count for.
    """
    names = [one.name for one in outputs]
    facts = dict(_facts(question, outputs))
    return f"""
        WITH answered AS (
            SELECT *, {status(question, names, as_of)} AS status FROM {charges}),
        counted AS (
            SELECT person_id, count(*)::INTEGER AS charges, {COUNTED},
                max("{question}:soonest") AS soonest, max("{question}:latest") AS latest
            FROM answered GROUP BY person_id),
        asked AS ({_asked(question, names, facts)})
        SELECT p.person_id, coalesce(charges, 0) AS charges,
            {", ".join(f'coalesce("{one}", 0) AS "{one}"' for one in STATUSES)},
            CASE WHEN charges IS NULL THEN DATE '{FIRST}' ELSE soonest END AS "all_clear:soonest",
            CASE WHEN charges IS NULL THEN DATE '{FIRST}' ELSE latest END AS "all_clear:latest",
            fact AS look_up, coalesce(settles, 0) AS look_up_settles,
            coalesce(touches, 0) AS look_up_touches
        FROM {people} AS p LEFT JOIN counted USING (person_id) LEFT JOIN asked USING (person_id)
        ORDER BY person_key"""


def _asked(question: str, names: Sequence[str], facts: dict[str, list[int]]) -> str:
    """SQL for the fact of each person that would settle the most."""
    if not facts:
        return ("SELECT NULL::VARCHAR AS person_id, NULL::VARCHAR AS fact, 0 AS settles,"
                " 0 AS touches WHERE FALSE")  # fmt: skip
    held = words(names, f"{question}:missing")
    masks = [f"m{number}" for number in range(len(held))]
    rows = ", ".join(
        f"({number}, {quoted(fact)}, {', '.join(str(mask) for mask in facts[fact])})"
        for number, fact in enumerate(facts)
    )
    touched = " OR ".join(f'("{one}" & {mask}) <> 0' for one, mask in zip(held, masks, strict=True))
    alone = " AND ".join(
        f'("{one}" & {mask}) = "{one}"' for one, mask in zip(held, masks, strict=True)
    )
    return f"""
        SELECT person_id, arg_max(fact, rank) AS fact, arg_max(settles, rank) AS settles,
            arg_max(touches, rank) AS touches
        FROM (SELECT *, settles::BIGINT * {_RANK * _RANK} + touches * {_RANK} - place AS rank
              FROM (SELECT person_id, fact, place, count(*)::INTEGER AS touches,
                        count(*) FILTER ({alone})::INTEGER AS settles
                    FROM answered, (VALUES {rows}) AS f(place, fact, {", ".join(masks)})
                    WHERE status = 'unknown' AND ({touched})
                    GROUP BY person_id, fact, place))
        GROUP BY person_id"""


def _facts(question: str, outputs: Sequence[Output]) -> Iterator[tuple[str, list[int]]]:
    """Each fact that may be missing, with its bits in every word."""
    found: dict[str, list[int]] = {}
    name = f"{question}:missing"
    named = next((one.names for one in outputs if one.name == name), ())
    for place, need in enumerate(named):
        fact = need.name.partition(OTHERS)[0]
        if not fact.startswith(LAW):
            masks = found.setdefault(fact, [0] * max(1, -(-len(named) // WORD)))
            masks[place // WORD] |= 1 << (place % WORD)
    yield from found.items()


def main_question(answered: Sequence[str], asked: Sequence[str] = ()) -> str | None:
    """The question that the rows of people are about.

    It is ``clear`` where it is answered; else the first that was asked, or that is answered.

    >>> main_question(["closed", "clear.610_140", "clear"]), main_question(["closed"])
    ('clear', 'closed')
    >>> main_question(["clear.11361_8", "clear.prop64"], asked=["clear.prop64"])
    'clear.prop64'
    """
    best = ["clear", *asked, *answered]
    return next((question for question in best if question in answered), None)
