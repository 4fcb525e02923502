"""Columns beside an answer: what binds it, what is unmet, what is missing, what it waits on.

For every answer of a rule, beside its two days:

``binding``
    The number, from 0, of the first condition (in the statute's order, nested
    ones after their parent) whose soonest day is the answer's soonest day. NULL
    where nothing holds the answer back: it holds always, its question does not
    apply, or the law itself begins on that day.
``unmet``
    The conditions that do not surely hold on the day asked: their latest day
    lies after it. None where the question does not apply.
``missing``
    The facts and open questions of law that can still move the answer: those
    whose own interval crosses the window that the rest of the tree leaves open
    to them (:mod:`homeward.when.window`). None where the answer is settled.
    A fact of another row is named without saying of which: ``charge.class@other``.
``waits``
    The events, in words, that surely have not happened and that the answer waits
    for, seen through the same windows.

Conditions are those of the stretch of law that decides: of those known on the day
asked, the first in which the answer begins soonest. Missing facts and events are
those of every stretch, each seen through what the others leave open.

For all rules of a question together (``*``) ``missing`` and ``waits`` are seen
through all the rules: a fact that only delays a way which another one has opened
already does not matter. What binds and what is unmet stands with each rule; for
the question they are those of the rule that opens it: the one that begins
soonest, among these the one whose latest day is soonest, then the general one.

:func:`homeward.explain.as_columns.columns_of` gives the same for one person.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date

from homeward.rules.conditions import Condition
from homeward.rules.rule import Rule
from homeward.screen.expressions import Sql, call
from homeward.screen.needs import SEARCHES, Need, Needs, Seen, Window
from homeward.screen.parts import Part, earliest
from homeward.screen.scopes import Scope
from homeward.screen.values import (
    FIRST_DAY,
    LAST_DAY,
    NULL,
    Span,
    both,
    day,
    either,
    least,
    when,
)

Named = Mapping[str, Sql]
"""Tests by the name of what passes them; a name's place is its bit."""

_INTEGER, _BIGINT = 31, 62
"""How many bits a whole number of four or eight bytes holds with room to spare."""


def conditions_of(rule: Rule, parts: Sequence[Part]) -> list[Condition]:
    """The conditions that are law in some stretch, in the statute's order."""
    days = [part.stretch.engine.law.day for part in parts]
    return [
        node
        for node in rule.named
        if isinstance(node, Condition) and any(node.in_force(day) for day in days)
    ]


def binding(named: Sequence[Condition], span: Span, parts: Sequence[Part]) -> Sql:
    """The number of the condition that holds the answer back."""
    if not parts or not named:
        return call("{}::SMALLINT", NULL)
    found = NULL
    for part in reversed(parts):
        whens = [
            (number, both(part.applies, _binds(part, node, span)))
            for number, node in enumerate(named)
            if node.in_force(part.stretch.engine.law.day)
        ]
        cases = " ".join(f"WHEN {{{n}}} THEN {number}" for n, (number, _) in enumerate(whens))
        number = call(f"CASE {cases} END", *(test for _, test in whens)) if whens else NULL
        found = number if part is parts[-1] else when(part.decides(span), number, found)
    return call("(CASE WHEN {} <= {} THEN NULL ELSE {} END)::SMALLINT", span.low, FIRST_DAY, found)


def _binds(part: Part, node: Condition, span: Span) -> Sql:
    """Whether a condition's soonest day is the answer's, which is not always."""
    own = part.compiler.span(node, part.scope)
    if own.truth is not None:
        return both(call("{} = 0", own.truth), call("{} = {}", span.low, LAST_DAY))
    return call("{} = {}", own.low, span.low)


def unmet(named: Sequence[Condition], span: Span, parts: Sequence[Part], as_of: date) -> Named:
    """Each condition, with where it does not surely hold on the day asked."""
    return {
        node.name: either(
            *(
                both(part.applies, _is_unmet(part, node, as_of), *part.decided(span, parts))
                for part in parts
                if node.in_force(part.stretch.engine.law.day)
            )
        )
        for node in named
    }


def _is_unmet(part: Part, node: Condition, as_of: date) -> Sql:
    own = part.compiler.span(node, part.scope)
    if own.truth is not None:
        return call("{} < 2", own.truth)
    return call("{} > {}", own.high, day(as_of))


def closes_together(ways: Sequence[tuple[Sequence[Part], Rule]]) -> Sql | None:
    """The day on which the way that opens a question closes again, if any way ever does."""
    if not any(rule.until for _, rule in ways):
        return None
    # where rules begin and end alike, the general one speaks for the question
    ways = sorted(ways, key=lambda way: not way[1].general)
    whole = earliest([part for parts, _ in ways for part in parts])
    begins = [_begins(parts, whole) for parts, _ in ways]
    spans = [earliest(parts) for parts, _ in ways]
    soonest_end = least(*(
        when(begun, span.high, LAST_DAY) for begun, span in zip(begins, spans, strict=True)
    ))  # fmt: skip
    days = [call("{}::DATE", NULL) if not rule.until else day(rule.until) for _, rule in ways]
    found = days[0]
    for begun, span, until in reversed(list(zip(begins, spans, days, strict=True))):
        found = when(both(begun, call("{} = {}", span.high, soonest_end)), until, found)
    return found


def _begins(parts: Sequence[Part], whole: Span) -> Sql:
    """Whether a rule applies and begins when the whole question does."""
    span = earliest(parts)
    applies = either(*(both(part.applies, *part.decided(span, parts)) for part in parts))
    return both(applies, call("{} = {}", span.low, whole.low))


def needs(scope: Scope, whole: Span, parts: Sequence[Part]) -> list[Need]:
    """What could still move an answer that is the earliest of its parts, where it is open."""
    found: list[Need] = []
    for part in parts:
        seen = Seen(scope, image=part.image, is_plain=part.is_plain)
        if len(parts) > 1:
            others = Window((), (whole.high,), high_is_known=True)
            crossed = others.with_span(part.span).is_open
            seen = replace(seen, window=others.plain).where(part.span.is_open, crossed)
        found += Needs(part.compiler, SEARCHES).rule(part.rule, seen)
    return found


def named_needs(found: Iterable[Need], *, waits: bool) -> Named:
    """Each name that can matter, with where it does."""
    tests: dict[str, list[Sql]] = {}
    for need in found:
        if need.waits is waits:
            tests.setdefault(need.name, []).append(need.when)
    return {name: either(*some) for name, some in tests.items()}


def bitset(named: Named, only: Sql | None = None) -> Sql:
    """One bit a name, set where its test passes; none but where ``only`` does."""
    kind = "INTEGER" if len(named) <= _INTEGER else "BIGINT" if len(named) <= _BIGINT else "HUGEINT"
    if not named:
        return call("{}::INTEGER", Sql.of("0"))
    terms = [f"({{{n}}})::{kind} * {1 << n}" for n in range(len(named))]
    total = call(" + ".join(terms), *named.values())
    zero = Sql.of(f"0::{kind}")
    return total if only is None else when(only, total, zero)
