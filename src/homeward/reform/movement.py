"""What is known of a change besides the bounds of both answers: its direction, and its reach.

A missing fact opens both answers alike, so their bounds alone say little of the difference.
Two things say more. The rules tell whether the reform can move an answer sooner, later or
both. And where a rule that no reform touches surely holds first, nothing moves at all.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from homeward import law
from homeward.rules.body import Body
from homeward.rules.patch import Patch
from homeward.rules.patch.direction import Direction
from homeward.rules.patch.moves import Moves
from homeward.rules.rule import Rule
from homeward.when import FIRST, LAST

_NEVER = f"DATE '{LAST}'"


@dataclass(frozen=True)
class Movement:
    """How a reform can move the answers to one question.

    Attributes:
        sooner, later: whether it can move some answer so.
        settled: in SQL, that the answer of a row surely stays what it is, where ``b`` is the
            row of answers before and ``a`` that after.
    """

    sooner: bool = True
    later: bool = True
    settled: str = "FALSE"


def movement(
    question: str,
    before: Sequence[Patch],
    after: Sequence[Patch],
    *,
    day: date = FIRST,
    laws: Sequence[str] = (),
    held: Collection[str] = (),
) -> Movement:
    """How the answers to a question can move from one set of changes to the law to another.

    Args:
        question: the question, which several rules may answer.
        before: what is laid over the law that is compared with.
        after: what the reform lays over the law.
        day: the day asked.
        laws: the bodies of law that are asked; every place's law where none is named.
        held: the columns of answers that both results have.
    """
    found, moved, still = Moves.NOT, list[Rule](), list[Rule]()
    for old, new in _bodies(before, after, laws):
        direction = Direction(old, new, day)
        for rule in _answering(question, old, new):
            moves = direction.of_rule(rule.name)
            found |= moves
            (moved if moves else still).append(rule)
    return Movement(Moves.DOWN in found, Moves.UP in found, _settled(moved, still, held))


def _bodies(
    before: Sequence[Patch], after: Sequence[Patch], laws: Sequence[str]
) -> Iterator[tuple[Body, Body]]:
    """Every body of law that may be asked, under each of the two changes."""
    named = laws or [name for name in law.body_ids() if not law.is_reading(name)]
    for name in dict.fromkeys(one for body in named for one in (body, *law.parents(body))):
        old, new = law.body(name, tuple(before)), law.body(name, tuple(after))
        if old is not None and new is not None:
            yield old, new


def _answering(question: str, *bodies: Body) -> Iterator[Rule]:
    rules = {name: rule for body in bodies for name, rule in body.rules.items()}
    return (rule for rule in rules.values() if question in (rule.question, rule.family))


def _settled(moved: list[Rule], still: list[Rule], held: Collection[str]) -> str:
    """That every rule that moves surely holds no sooner than one that does not move."""
    changing = [_column(rule, held) for rule in moved]
    columns = (_column(rule, held) for rule in still)
    fixed = [name for name in columns if name and name not in changing]
    if not changing or not all(changing):
        return "FALSE"
    soonest = _least(f'{side}."{name}:soonest"' for name in changing for side in ("b", "a"))
    first = _least(f'b."{name}:latest"' for name in fixed)
    return f"({soonest} >= {first})"


def _least(columns: Iterable[str]) -> str:
    days = [f"coalesce({column}, {_NEVER})" for column in columns]
    return f"least({', '.join([*days, _NEVER])})"


def _column(rule: Rule, held: Collection[str]) -> str | None:
    """The name under which a rule's own answers are held, if they are."""
    names = [f"{rule.question}|{rule.name}", rule.question]
    return next((name for name in names if f"{name}:soonest" in held), None)
