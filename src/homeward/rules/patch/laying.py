"""Laying changes over a body of law: a new body of the same name; the old one stays as it is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from fractions import Fraction
from typing import Any

from homeward.facts import Fact
from homeward.facts.vocabulary import core_vocabulary
from homeward.rules.body import Body
from homeward.rules.node import walk
from homeward.rules.offense_table import Listing, OffenseTable
from homeward.rules.parameter_table import Entry, Parameter, ParameterTable
from homeward.rules.patch.change import Listed, Patch, Scope, Setting
from homeward.rules.patch.conditions import Conditions
from homeward.rules.patch.known import see_known, unknown
from homeward.rules.patch.scope import changed_name, in_scope, renaming, split
from homeward.rules.patch.text_form import ABOVE
from homeward.rules.problem import LawError
from homeward.rules.rule import Rule
from homeward.when import FIRST, LAST


def lay(body: Body, patches: Sequence[Patch]) -> Body:
    """A body of law with the changes laid over it, in their order.

    Raises:
        LawError: when a patch names what is not there, or two patches change the same thing.
    """
    mine = [patch for patch in patches if patch.law == body.id]
    _see_no_conflict(mine)
    for patch in mine:
        try:
            body = _laid(body, patch)
        except LawError as problem:
            msg = f"the changes {patch.title!r}: {problem}"
            raise LawError(msg) from problem
    return body


def _laid(body: Body, patch: Patch) -> Body:
    scope = patch.applies_to
    return _for_some(body, patch, scope) if scope else _for_all(body, patch)


def _see_no_conflict(patches: Sequence[Patch]) -> None:
    seen: dict[tuple[str, ...], Patch] = {}
    for patch in patches:
        for thing in sorted(patch.touched):
            other = _taken(thing, patch, seen)
            if other is not None:
                msg = (
                    f"{other.title!r} and {patch.title!r} both change {' '.join(thing[1:])} of"
                    f" {thing[0]}: leave one out, or take the line out of one"
                )
                raise LawError(msg)
        seen |= dict.fromkeys(patch.touched, patch)


def _taken(
    thing: tuple[str, ...], patch: Patch, seen: dict[tuple[str, ...], Patch]
) -> Patch | None:
    """Who changes the same thing; a list that changes for some rows only is taken as a whole."""
    for taken, other in seen.items():
        for_some = patch.applies_to or other.applies_to
        if taken == thing or (for_some and thing[1] == "list" and taken[:3] == thing[:3]):
            return other
    return None


def _for_all(body: Body, patch: Patch) -> Body:
    """The changes, for every row alike."""
    offenses = _offenses(body, patch)
    conditions = Conditions(body, patch, offenses.tags, _facts(body))
    rules = {name: conditions.laid(rule) for name, rule in body.rules.items()}
    return _changed(body, rules, _parameters(body.parameters, patch), offenses)


def _for_some(body: Body, patch: Patch, scope: Scope) -> Body:
    """The changes, for those rows of which a day lies on one side of a line.

    Raises:
        LawError: when there is no such day, or a rule that changes is about rows without one.
    """
    offenses, parameters = _offenses(body, patch), _parameters(body.parameters, patch)
    numbers = frozenset(one.parameter for one in patch.settings)
    tags = frozenset((*(one.tag for one in patch.listings), *(tag for tag, _ in patch.emptied)))
    facts = _facts(body)
    claim = in_scope(scope, _day_of(scope, facts))
    conditions = Conditions(body, patch, offenses.tags, facts, claim)
    exchange = renaming(numbers, tags)

    def laid(rule: Rule) -> Rule:
        changes = any(exchange(node) is not node for tree in rule.trees for node in walk(tree))
        if not changes and not conditions.touches(rule):
            return rule
        _see_it_has_the_day(rule, scope)
        return conditions.laid(_split(rule) if changes else rule)

    def _split(rule: Rule) -> Rule:
        def tree(build: Any) -> Any:  # noqa: ANN401  a function that builds a tree, or None
            return build and (lambda: split(build(), claim, exchange))

        return replace(rule, build=tree(rule.build), applies=tree(rule.applies),
                       closes=tree(rule.closes))  # fmt: skip

    rules = {name: laid(rule) for name, rule in body.rules.items()}
    kept = {**body.parameters, **conditions.started,
            **{changed_name(name): replace(parameters[name], name=changed_name(name))
               for name in numbers}}  # fmt: skip
    rows = (replace(row, tag=changed_name(row.tag)) for row in offenses.listings if row.tag in tags)
    table = OffenseTable([*body.offenses.listings, *rows], body.citation)
    return _changed(body, rules, ParameterTable(kept), table)


def _changed(
    body: Body, rules: dict[str, Rule], parameters: ParameterTable, offenses: OffenseTable
) -> Body:
    changed = replace(body, rules=rules)
    changed.__dict__["facts"] = body.facts
    changed.__dict__["parameters"] = parameters
    changed.__dict__["offenses"] = offenses
    return changed


def _facts(body: Body) -> dict[str, Fact]:
    return {**core_vocabulary(), **body.facts}


def _day_of(scope: Scope, facts: dict[str, Fact]) -> Fact:
    """The day by which a patch tells the rows that it is about.

    Raises:
        LawError: when it is no day, with the nearest that is.
    """
    fact = facts.get(scope.fact)
    if fact is None or fact.kind != "date":
        days = [one.name for one in facts.values() if one.kind == "date"]
        msg = f"applies_to: {unknown('day', scope.fact, days)}"
        raise LawError(msg)
    return fact


def _see_it_has_the_day(rule: Rule, scope: Scope) -> None:
    tables = ABOVE.get(rule.subject, (rule.subject,))
    if scope.fact.partition(".")[0] not in tables:
        msg = (
            f"applies_to names {scope.fact}, and {rule.name}, which changes, is"
            f" about a {rule.subject}, which has none: name a day of a {' or a '.join(tables)}"
        )
        raise LawError(msg)


# --- numbers and days --------------------------------------------------------------


def _parameters(table: ParameterTable, patch: Patch) -> ParameterTable:
    changed = dict(table)
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


def _offenses(body: Body, patch: Patch) -> OffenseTable:
    if not patch.emptied and not patch.listings:
        return body.offenses
    rows = list(body.offenses.listings)
    for tag, since in patch.emptied:
        see_known("list of offenses", tag, body.offenses.tags)
        rows = [_ended(row, since) if row.tag == tag else row for row in rows]
    for listed in patch.listings:
        see_known("list of offenses", listed.tag, body.offenses.tags)
        rows = _on(rows, listed, patch) if listed.on else _off(rows, listed, body)
    return OffenseTable([row for row in rows if row.since < row.until], body.citation)


def _ended(row: Listing, day: date) -> Listing:
    return replace(row, until=day, foreseen=True) if day < row.until else row


def _on(rows: list[Listing], listed: Listed, patch: Patch) -> list[Listing]:
    row = Listing(
        listed.citation, listed.tag, "", listed.severity, listed.classes, listed.since, LAST,
        patch.authority, "high", "", patch.title, foreseen=True,
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
        see_known(f"row of the list {listed.tag}", listed.citation, names)
    return [_ended(row, listed.since) if row in mine else row for row in rows]
