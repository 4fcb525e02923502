"""A rule: one question answered by one provision of law, built once into a tree."""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Literal

from homeward.rules.amounts import Parameter
from homeward.rules.conditions import Condition, Discretion
from homeward.rules.dates import AnswerOf
from homeward.rules.fact import Stated, Tagged
from homeward.rules.limit import Budget
from homeward.rules.logic import And, Or
from homeward.rules.node import Node, walk
from homeward.rules.outcome import How, Limb, Outcome, Standard

Subject = Literal["charge", "case", "person", "tenancy"]
News = Literal["always", "for_tenants"]


@dataclass(frozen=True, slots=True)
class Step:
    """What someone can do about an answer: who, what, and the provision behind it.

    ``on`` names the statuses of the answer at which the step is worth taking.
    """

    do: str
    cite: str
    who: str = "you"
    on: tuple[str, ...] = ("now",)


@dataclass(frozen=True)
class Rule:
    """One provision of law as a tree, with what people are told around its answer.

    Attributes:
        name: ``body/rule``, such as ``us-mo/expungement``.
        question: whose answer it gives, such as ``clear.610_140``.
        subject: the kind of row it is asked about.
        cite: the provision.
        title: the rule in a few words.
        holds: completes "from 3 March 2027 …" in plain words.
        since, until: the days between which the provision is law.
        enacted: the day it was known as coming law, where a source states it.
        family: the wider question that this one is a route of, if any.
        general: whether it is the family's general route, whose reasons are told when none fits.
        how, standard, effect: what the answer brings; a limb may have its own.
        owed_by: who must act by the day, where the answer is a duty that another owes; ``you``
            where it is the last day for a step of the person's own.
        applies: whether the question makes sense for a row; None is always.
        closes: from when a right that also ends no longer holds; None is never.
        no_is_news: to whom a page for people tells a *never* of it: to everyone, or, where *never*
            is what nearly everyone would read, to who asks it or has a tenancy on record.
        yes_is_news: whether such a page tells a *now* of it to who did not ask it; where a
            *never* is only for tenants too, whatever it answers is told to them alone.
        tolerance_days: how far the official reckoning of its day may differ from ours.
    """

    name: str
    question: str
    subject: Subject
    cite: str
    title: str
    holds: str
    build: Callable[[], Node]
    since: date
    until: date | None = None
    enacted: date | None = None
    family: str = ""
    general: bool = False
    how: How | None = None
    standard: Standard | None = None
    effect: str | None = None
    owed_by: str = ""
    applies: Callable[[], Node] | None = None
    closes: Callable[[], Node] | None = None
    steps: tuple[Step, ...] = ()
    certainty: str = "high"
    no_is_news: News = "always"
    yes_is_news: bool = True
    tolerance_days: int = 0
    about: str = ""

    @cached_property
    def tree(self) -> Node:
        """The rule's tree, built on first use."""
        return self.build()

    @cached_property
    def gate(self) -> Node | None:
        """The claim that the question makes sense for a row, built on first use."""
        return None if self.applies is None else self.applies()

    @cached_property
    def end(self) -> Node | None:
        """From when the right no longer holds, built on first use."""
        return None if self.closes is None else self.closes()

    @cached_property
    def trees(self) -> tuple[Node, ...]:
        """Every tree of the rule: whether it is asked, from when it holds, from when no longer."""
        return tuple(tree for tree in (self.gate, self.tree, self.end) if tree is not None)

    @cached_property
    def conditions(self) -> tuple[Condition, ...]:
        """The rule's named conditions, in the statute's order, nested ones after their parent."""
        return tuple(node for node in walk(self.tree) if isinstance(node, Condition))

    @cached_property
    def discretions(self) -> tuple[Discretion, ...]:
        """What a court or board weighs beside them."""
        return tuple(node for node in walk(self.tree) if isinstance(node, Discretion))

    @cached_property
    def named(self) -> tuple[Condition | Discretion, ...]:
        """Conditions and discretions together, in the statute's order."""
        nodes = walk(self.tree)
        return tuple(node for node in nodes if isinstance(node, Condition | Discretion))

    @cached_property
    def dated(self) -> tuple[Node, ...]:
        """The nodes of its tree that may say something else on another day of the law."""
        kinds = (Parameter, Tagged, Condition, Discretion)
        return tuple(node for node in walk(self.tree) if isinstance(node, kinds))

    @cached_property
    def goes_by(self) -> frozenset[str]:
        """The questions whose answers its own answer goes by."""
        return frozenset(
            node.question for node in walk(self.tree) if isinstance(node, AnswerOf | Budget)
        )

    @property
    def outcome(self) -> Outcome:
        """What its answer brings, where no limb says otherwise."""
        return Outcome(self.how, self.standard, self.effect)

    @cached_property
    def has_limbs(self) -> bool:
        """Whether some limb of the rule has an outcome of its own."""
        return any(isinstance(node, Limb) for node in walk(self.tree))

    @property
    def body(self) -> str:
        """The id of the body of law that the rule belongs to."""
        return self.name.partition("/")[0]

    def may_be_asked(self, held: Collection[str]) -> bool:
        """Whether the question may make sense for someone, where only some facts are held.

        A question that is asked of who states a fact is asked of nobody where that fact is lacking.
        """
        return self.gate is None or _may_hold(self.gate, held)

    def in_force(self, day: date) -> bool:
        """Whether the provision is law on a day."""
        return self.since <= day and (self.until is None or day < self.until)


def _may_hold(claim: Node, held: Collection[str]) -> bool:
    if isinstance(claim, Stated):
        return claim.fact.name in held
    if isinstance(claim, And | Or):
        found = [_may_hold(part, held) for part in claim.claims]
        return all(found) if isinstance(claim, And) else any(found)
    return True
