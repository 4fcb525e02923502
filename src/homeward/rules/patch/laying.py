"""Laying changes over a body of law: a new body of the same name; the old one stays as it is."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date
from fractions import Fraction
from typing import Any

from homeward.facts.vocabulary import core_vocabulary
from homeward.rules.body import Body
from homeward.rules.conditions import Condition
from homeward.rules.dates import AllOf
from homeward.rules.node import Node
from homeward.rules.offense_table import Listing, OffenseTable
from homeward.rules.parameter_table import Entry, Parameter, ParameterTable
from homeward.rules.patch.change import Drop, Listed, Patch, Setting
from homeward.rules.patch.text_form import Words, read_condition
from homeward.rules.patch.trees import rewritten
from homeward.rules.problem import LawError
from homeward.rules.rule import Rule
from homeward.when import FIRST, LAST


def lay(body: Body, patches: Sequence[Patch]) -> Body:
    """A body of law with the changes laid over it, in their order.

    Raises:
        LawError: when a patch names what is not there, or two patches change the same thing.
    """
    mine = [patch for patch in patches if patch.law == body.id]
    if not mine:
        return body
    _see_no_conflict(mine)
    drops = [drop for patch in mine for drop in patch.drops]
    offenses = _offenses(body, mine)
    rules = _with_added(body, _rules(body, drops), mine, offenses)
    changed = replace(body, rules=rules)
    changed.__dict__["facts"] = body.facts
    changed.__dict__["parameters"] = _parameters(body.parameters, mine)
    changed.__dict__["offenses"] = offenses
    return changed


def _see_no_conflict(patches: Sequence[Patch]) -> None:
    seen: dict[tuple[str, ...], str] = {}
    for patch in patches:
        for thing in sorted(patch.touched):
            if thing in seen:
                msg = (
                    f"{seen[thing]!r} and {patch.title!r} both change {' '.join(thing[1:])} of"
                    f" {thing[0]}: leave one out, or take the line out of one"
                )
                raise LawError(msg)
            seen[thing] = patch.title


# --- numbers and days --------------------------------------------------------------


def _parameters(table: ParameterTable, patches: Sequence[Patch]) -> ParameterTable:
    changed = dict(table)
    for patch in patches:
        for setting in patch.settings:
            changed[setting.parameter] = _set(table[setting.parameter], setting, patch)
    return ParameterTable(changed)


def _set(parameter: Parameter, setting: Setting, patch: Patch) -> Parameter:
    """The history as it was before the day, and one value from then on."""
    value = _fitting(parameter, setting.value)
    before = [
        replace(entry, until=min(entry.until, setting.since))
        for entry in parameter.history
        if entry.since < setting.since
    ]
    act = patch.title if patch.cite else ""
    entry = Entry(setting.since, LAST, value, {}, FIRST, patch.authority, act, "high", "")
    return replace(parameter, history=(*before, entry))


def _fitting(parameter: Parameter, value: Any) -> Any:  # noqa: ANN401  a parameter's value
    """The value, if it is of the kind that the parameter has.

    Raises:
        LawError: saying what kind it must be.
    """
    has = next(value for entry in parameter.history for value in entry.values)
    if isinstance(value, str) and value.replace("/", "").isdigit():
        value = Fraction(value)
    if type(value) is type(has) or (_is_number(value) and _is_number(has)):
        return value
    msg = (
        f"{parameter.name} is set to {value!r}, and has to be like {has!r} ({parameter.unit})."
        " A date is written without quotes, yes and no as true and false"
    )
    raise LawError(msg)


def _is_number(value: object) -> bool:
    return isinstance(value, int | Fraction) and not isinstance(value, bool)


# --- lists of offenses ---------------------------------------------------------------


def _offenses(body: Body, patches: Sequence[Patch]) -> OffenseTable:
    rows = list(body.offenses.listings)
    for patch in patches:
        for tag, since in patch.emptied:
            _see_known("list of offenses", tag, body.offenses.tags)
            rows = [_ended(row, since) if row.tag == tag else row for row in rows]
        for listed in patch.listings:
            _see_known("list of offenses", listed.tag, body.offenses.tags)
            rows = _on(rows, listed, patch) if listed.on else _off(rows, listed, body)
    return OffenseTable([row for row in rows if row.since < row.until], body.citation)


def _ended(row: Listing, day: date) -> Listing:
    return replace(row, until=min(row.until, day))


def _on(rows: list[Listing], listed: Listed, patch: Patch) -> list[Listing]:
    row = Listing(
        listed.citation, listed.tag, "", listed.severity, listed.classes, listed.since, LAST,
        patch.authority, "high", "", patch.title,
    )  # fmt: skip
    return [*rows, row]


def _off(rows: list[Listing], listed: Listed, body: Body) -> list[Listing]:
    """The rows of just this citation end; a wider row that covers it is not cut in two.

    Raises:
        LawError: when the list has no such row.
    """
    parts = body.citation.parts
    on_list = [row for row in rows if row.tag == listed.tag]
    mine = [row for row in on_list if parts(row.citation) == parts(listed.citation)]
    if not mine:
        names = [row.citation for row in on_list]
        _see_known(f"row of the list {listed.tag}", listed.citation, names)
    return [_ended(row, listed.since) if row in mine else row for row in rows]


def _see_known(what: str, name: str, names: Iterable[str]) -> None:
    """See that a name is one of those there are.

    Raises:
        LawError: with the nearest name.
    """
    names = list(names)
    if name not in names:
        near = difflib.get_close_matches(name, names, n=1, cutoff=0.5)
        hint = f"; did you mean {near[0]}?" if near else ""
        msg = f"there is no {what} {name}{hint}"
        raise LawError(msg)


# --- conditions ----------------------------------------------------------------------


def _rules(body: Body, drops: Sequence[Drop]) -> dict[str, Rule]:
    """The rules, each without the conditions that are dropped from it."""
    names = {
        f"{rule.name}/{condition.name}".removeprefix(f"{body.id}/")
        for rule in body.rules.values()
        for condition in rule.conditions
    } if drops else set()  # fmt: skip
    ends = {drop.condition.removeprefix(f"{body.id}/"): drop.since for drop in drops}
    for name in ends:
        _see_known("condition", name, names)
    return {full: _without(rule, body, ends) for full, rule in body.rules.items()}


def _without(rule: Rule, body: Body, ends: dict[str, date]) -> Rule:
    short = rule.name.removeprefix(f"{body.id}/")
    mine = {name.rpartition("/")[2]: day for name, day in ends.items()
            if name.rpartition("/")[0] == short}  # fmt: skip
    if not mine:
        return rule

    def dropped(node: Node) -> Node:
        if not isinstance(node, Condition) or node.name not in mine:
            return node
        day = mine[node.name]
        return replace(node, until=day if node.until is None else min(node.until, day))

    return replace(rule, build=lambda: rewritten(rule.build(), dropped))


def _with_added(
    body: Body, rules: dict[str, Rule], patches: Sequence[Patch], offenses: OffenseTable
) -> dict[str, Rule]:
    """The rules with the conditions that are asked for beside theirs."""
    found = dict(rules)
    facts = {**core_vocabulary(), **body.facts}
    for patch in patches:
        for added in patch.adds:
            full = f"{body.id}/{added.rule.removeprefix(f'{body.id}/')}"
            short = [name.removeprefix(f"{body.id}/") for name in rules]
            _see_known("rule", full.removeprefix(f"{body.id}/"), short)
            rule = found[full]
            if added.name in [own.name for own in rule.conditions]:
                msg = f"{added.rule} has a condition {added.name}: give the added one another name"
                raise LawError(msg)
            if added.asks:
                words = Words(facts, offenses.tags, rule.subject)
                tree = read_condition(added.asks, words)
                own = Condition(added.name, patch.authority, added.says, tree, since=added.since)
            else:
                like = _like(body, added.like, rule)
                own = replace(like, name=added.name, says=added.says or like.says,
                              since=max(like.since or FIRST, added.since))  # fmt: skip
            found[full] = _asking(rule, own)
    return found


def _like(body: Body, name: str, rule: Rule) -> Condition:
    """The condition of another rule about rows of the same kind."""
    known = {
        f"{own.name}/{condition.name}".removeprefix(f"{body.id}/"): condition
        for own in body.rules.values()
        if own.subject == rule.subject
        for condition in own.conditions
    }
    short = name.removeprefix(f"{body.id}/")
    _see_known(f"condition about a {rule.subject}", short, known)
    return known[short]


def _asking(rule: Rule, own: Condition) -> Rule:
    def build() -> Node:
        tree = rule.build()
        items = tree.items if isinstance(tree, AllOf) else (tree,)
        return AllOf((*items, own))

    return replace(rule, build=build)
