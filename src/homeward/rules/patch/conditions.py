"""A rule's conditions changed: some no longer asked for, some added, some met in more ways."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import replace
from datetime import date
from types import UnionType

from homeward.facts import Fact
from homeward.rules.amounts import Parameter as Number
from homeward.rules.body import Body
from homeward.rules.conditions import Condition
from homeward.rules.dates import AllOf, AnswerOf, AnyOf, On
from homeward.rules.limit import Budget
from homeward.rules.logic import And
from homeward.rules.node import Node, walk
from homeward.rules.outcome import Limb
from homeward.rules.parameter_table import Entry, Parameter
from homeward.rules.patch.change import Added, Patch, Way
from homeward.rules.patch.known import see_known
from homeward.rules.patch.scope import either_law
from homeward.rules.patch.text_form import Words, read_condition
from homeward.rules.patch.trees import rewritten
from homeward.rules.problem import LawError
from homeward.rules.rule import Rule
from homeward.rules.truth import LawSays
from homeward.when import FIRST, LAST

_AT_ONCE, _NEVER = On(FIRST), On(LAST)


class Conditions:
    """What one patch changes of the conditions of the rules of a body.

    Where a ``claim`` is given, the changes are about the rows for which it is true.
    """

    def __init__(
        self, body: Body, patch: Patch, tags: Collection[str], facts: Mapping[str, Fact],
        claim: Node | None = None,
    ) -> None:  # fmt: skip
        """See that all that the patch names is there.

        Raises:
            LawError: when something is not, with the nearest that is.
        """
        self.body, self.patch, self.tags, self.facts, self.claim = body, patch, tags, facts, claim
        self.started: dict[str, Parameter] = {}
        self.drops = {self._short(one.condition): one.since for one in patch.drops}
        self.adds = {self._see_rule(one.rule): self._adds_to(one.rule) for one in patch.adds}
        self.ways = {self._short(one.beside): self._ways_beside(one.beside) for one in patch.ways}
        if self.drops or self.ways:
            names = [name for rule in body.rules.values() for name in self._named(rule)]
            for name in (*self.drops, *self.ways):
                see_known("condition", name, names)
        for rule in body.rules.values():
            if self.touches(rule):
                self._see_names(rule)
                self.laid(rule).build()  # what cannot be read is told now

    def touches(self, rule: Rule) -> bool:
        """Whether some condition of a rule changes."""
        return self._short(rule.name) in {
            *self.adds, *(name.rpartition("/")[0] for name in (*self.drops, *self.ways))
        }  # fmt: skip

    def laid(self, rule: Rule) -> Rule:
        """The rule with its conditions changed."""
        if not self.touches(rule):
            return rule
        return replace(rule, build=lambda: self._tree(rule))

    def _tree(self, rule: Rule) -> Node:
        short = self._short(rule.name)
        old = rule.build()
        in_any = _under(old, AnyOf)
        direct = _under(old, AllOf | AnyOf, limbs=False)

        def changed(node: Node) -> Node:
            if not isinstance(node, Condition) or f"{short}/{node.name}" not in named:
                return node
            name = f"{short}/{node.name}"
            new: Node = node
            if name in self.drops:
                new = self._dropped(node, self.drops[name], in_any=node.name in in_any)
                if node.name not in direct:
                    new = (AnyOf if node.name in in_any else AllOf)((new,))
            ways = tuple(self._way(rule, way) for way in self.ways.get(name, ()))
            return AnyOf((new, *ways)) if ways else new

        named = {*self.drops, *self.ways}
        tree = rewritten(old, changed)
        added = tuple(self._added(rule, one) for one in self.adds.get(short, ()))
        items = tree.items if isinstance(tree, AllOf) else (tree,)
        return AllOf((*items, *added)) if added else tree

    # --- dropped, added, met in another way ----------------------------------------------

    def _dropped(self, node: Condition, day: date, *, in_any: bool) -> Condition:
        if self.claim is None:
            until = day if node.until is None else min(node.until, day)
            return replace(node, until=until, foreseen=True)
        claim = And((self.claim, LawSays(self._has_started(day)))) if day > FIRST else self.claim
        return replace(node, tree=either_law(claim, _NEVER if in_any else _AT_ONCE, node.tree))

    def _has_started(self, day: date) -> Number:
        """A yes-or-no of the law: from the day on, the patch is law."""
        name = f"law from {day} on"
        history = tuple(
            Entry(since, until, value, {}, FIRST, self.patch.authority, "", "high", "")
            for since, until, value in ((FIRST, day, False), (day, LAST, True))
        )
        self.started[name] = Parameter(
            name, f"Whether it is law: {self.patch.title}", "yes-no", self.patch.authority,
            "high", history,
        )  # fmt: skip
        return Number(name)

    def _added(self, rule: Rule, added: Added) -> Condition:
        if added.like:
            like = self._like(added.like, rule)
            tree, since = like.tree, max(like.since or FIRST, added.since)
            own = replace(like, name=added.name, says=added.says or like.says, since=since)
        else:
            tree = self._read(added.asks, rule)
            own = Condition(added.name, self.patch.authority, added.says, tree, since=added.since)
        if self.claim is not None:
            own = replace(own, tree=either_law(self.claim, tree, _AT_ONCE))
        return replace(own, foreseen=True)

    def _way(self, rule: Rule, way: Way) -> Condition:
        tree = self._read(way.asks, rule)
        if self.claim is not None:
            tree = either_law(self.claim, tree, _NEVER)
        return Condition(way.name, self.patch.authority, way.says, tree,
                         since=way.since, foreseen=True)  # fmt: skip

    def _read(self, text: str, rule: Rule) -> Node:
        questions = {
            name
            for one in self.body.rules.values()
            if one.subject == rule.subject
            for name in (one.question, one.family)
        } - {rule.question, rule.family, ""}
        tree = read_condition(text, Words(self.facts, self.tags, rule.subject, questions))
        if self._asks_back(tree, rule):
            msg = f"{text!r} goes round in a circle: that question goes by {self._short(rule.name)}"
            raise LawError(msg)
        return tree

    def _asks_back(self, tree: Node, rule: Rule) -> bool:
        """Whether a tree goes by the answers of a rule, however far back."""
        asked = {node.question for node in walk(tree) if isinstance(node, AnswerOf | Budget)}
        rules = [one for one in self.body.rules.values() if asked & {one.question, one.family}]
        return any(one.name == rule.name or self._asks_back(one.tree, rule) for one in rules)

    def _like(self, name: str, rule: Rule) -> Condition:
        """The condition of another rule about rows of the same kind."""
        known = {
            named: condition
            for own in self.body.rules.values()
            if own.subject == rule.subject
            for named, condition in self._named(own).items()
        }
        see_known(f"condition about a {rule.subject}", self._short(name), known)
        return known[self._short(name)]

    # --- names ----------------------------------------------------------------------------

    def _short(self, name: str) -> str:
        return name.removeprefix(f"{self.body.id}/")

    def _named(self, rule: Rule) -> dict[str, Condition]:
        return {f"{self._short(rule.name)}/{one.name}": one for one in rule.conditions}

    def _see_rule(self, name: str) -> str:
        see_known("rule", self._short(name), map(self._short, self.body.rules))
        return self._short(name)

    def _adds_to(self, rule: str) -> list[Added]:
        return [one for one in self.patch.adds if self._short(one.rule) == self._short(rule)]

    def _ways_beside(self, condition: str) -> list[Way]:
        return [one for one in self.patch.ways
                if self._short(one.beside) == self._short(condition)]  # fmt: skip

    def _see_names(self, rule: Rule) -> None:
        """See that what is added has a name of its own."""
        taken = {condition.name for condition in rule.conditions}
        for name in self._new_names(rule):
            if name in taken:
                short = self._short(rule.name)
                msg = f"{short} has a condition {name}: give the added one another name"
                raise LawError(msg)
            taken.add(name)

    def _new_names(self, rule: Rule) -> Iterator[str]:
        short = self._short(rule.name)
        yield from (one.name for one in self.adds.get(short, ()))
        yield from (way.name for beside, ways in self.ways.items()
                    if beside.rpartition("/")[0] == short for way in ways)  # fmt: skip


def _under(tree: Node, kind: type | UnionType, *, limbs: bool = True) -> set[str]:
    """The names of the conditions right under nodes of a kind; with ``limbs``, through those."""
    items = (item for node in walk(tree) if isinstance(node, kind) for item in node.parts)
    inner = (item.tree if limbs and isinstance(item, Limb) else item for item in items)
    return {item.name for item in inner if isinstance(item, Condition)}
