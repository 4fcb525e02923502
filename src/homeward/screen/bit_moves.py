"""Bits of one set moved to their places in another: words of a few bits in, words out.

What a bit stands for differs from plan to plan; a column of answers has one
meaning for all. A set of more names than a whole number holds goes into several
words of :data:`WORD` bits.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Generic, NamedTuple, TypeVar

WORD = 62
"""Bits in a word: a signed whole number of eight bytes holds them with room to spare."""

Name = TypeVar("Name")


class BitSet(NamedTuple, Generic[Name]):
    """A column of bits in SQL, and what they stand for from the lowest bit on."""

    sql: str
    names: tuple[Name, ...]


class Run(NamedTuple):
    """Neighboring bits that stay neighbors: ``length`` of them from ``start`` go to ``end``."""

    start: int
    length: int
    end: int


def word_count(names: Sequence[object]) -> int:
    """How many words it takes.

    >>> word_count([]), word_count(range(62)), word_count(range(63))
    (1, 1, 2)
    """
    return max(1, -(-len(names) // WORD))


def word(number: int, sets: Sequence[BitSet[Name]], places: Mapping[Name, int]) -> str:
    """SQL for one word of the set in which names have these places.

    >>> word(0, [BitSet("a", ("x", "y"))], {"x": 0, "y": 1})
    'a::BIGINT'
    >>> word(0, [BitSet("a", ("x", "y"))], {"y": 0, "x": 1})
    '((((a >> 0) & 1)::BIGINT << 1) | (((a >> 1) & 1)::BIGINT << 0))::BIGINT'
    """
    terms = [
        bits.sql if _whole(run, bits, number)
        else f"((({bits.sql} >> {run.start}) & {(1 << run.length) - 1})::BIGINT << {run.end})"
        for bits in sets
        for run in _runs(bits.names, places, number)
    ]  # fmt: skip
    if not terms:
        return "0::BIGINT"
    return f"{terms[0] if len(terms) == 1 else '(' + ' | '.join(terms) + ')'}::BIGINT"


def _whole(run: Run, bits: BitSet[Name], number: int) -> bool:
    return number == 0 and run == Run(0, len(bits.names), 0)


def _runs(names: Sequence[Name], places: Mapping[Name, int], number: int) -> Iterator[Run]:
    """The runs of a set's bits that fall into one word."""
    run: Run | None = None
    for bit, name in enumerate(names):
        end = places[name] - number * WORD
        if not 0 <= end < WORD:
            continue
        if run and (bit, end) == (run.start + run.length, run.end + run.length):
            run = run._replace(length=run.length + 1)
        else:
            if run:
                yield run
            run = Run(bit, 1, end)
    if run:
        yield run
