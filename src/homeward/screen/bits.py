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
    Of a right that also ends, those that can still move its end are named with
    them, unless it never holds or is over.
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
soonest, among these the one whose latest day is soonest, then one that must be
granted before one that may be, then the general one.

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
from homeward.screen.parts import Part, Way, earliest
from homeward.screen.scopes import Scope
from homeward.screen.values import (
    FALSE,
    FIRST_DAY,
    LAST_DAY,
    NO,
    NULL,
    TRUE,
    Span,
    any_of,
    both,
    day,
    either,
    least,
    least_known,
    less,
    not_any,
    parted,
    total,
    when,
)

Named = Mapping[str, Sql]
"""Tests by the name of what passes them; a name's place is its bit."""

_INTEGER, _BIGINT = 31, 62
"""How many bits a whole number of four or eight bytes holds with room to spare."""

_SIDE_BY_SIDE = 100


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
        number = when(part.applies, _first_to_bind(part, named, span), NULL)
        found = number if part is parts[-1] else when(part.decides(span), number, found)
    return call("(CASE WHEN {} <= {} THEN NULL ELSE {} END)::SMALLINT", span.low, FIRST_DAY, found)


def _first_to_bind(part: Part, named: Sequence[Condition], span: Span) -> Sql:
    """The number of the first condition whose soonest day is the answer's, which is not always.

    A claim can only bind by not being so, and then the answer is never.
    """
    whens: dict[bool | None, list[tuple[int, Sql]]] = {}
    for number, node in enumerate(named):
        if node.in_force(part.stretch.engine.law.day):
            own = part.compiler.span(node, part.scope)
            sort = None if own.truth is None else own.truth.is_of_kind
            test = call("{} = {}", own.low, span.low)
            if own.truth is not None:
                test = call("{} = 0", own.truth)
            whens.setdefault(sort, []).append((number, test))
    never = call("{} = {}", span.low, LAST_DAY)
    first = [_first(some) if sort is None else when(never, _first(some), NULL)
             for sort, some in whens.items()]  # fmt: skip
    # NULL means here that none of these binds
    return least_known(*first) if first else NULL


def _first(tests: Sequence[tuple[int, Sql]]) -> Sql:
    cases = " ".join(f"WHEN {{{n}}} THEN {number}" for n, (number, _) in enumerate(tests))
    return call(f"CASE {cases} END", *(test for _, test in tests))


def unmet(named: Sequence[Condition], span: Span, parts: Sequence[Part], as_of: date) -> Sql:
    """One bit a condition, set where it does not surely hold on the day asked."""
    sums = [
        when(both(part.applies, *part.decided(span, parts)), _unmet_of(part, named, as_of), NO)
        for part in parts
    ]
    return total(sums) if sums else NO


def _unmet_of(part: Part, named: Sequence[Condition], as_of: date) -> Sql:
    tests = {}
    for node in named:
        tests[node.name] = FALSE
        if node.in_force(part.stretch.engine.law.day):
            own = part.compiler.span(node, part.scope)
            late = call("{} > {}", own.high, day(as_of))
            tests[node.name] = late if own.truth is None else call("{} < 2", own.truth)
    return bitset(tests)


def ending(ways: Sequence[Way]) -> Span | None:
    """From when an answer no longer holds: as the way says that opens it; None for never."""
    if all(way.end is None for way in ways):
        return None
    found = Span(LAST_DAY, LAST_DAY)
    for way, opens in reversed(opening(ways)):
        end = way.end or Span(LAST_DAY, LAST_DAY)
        found = Span(when(opens, end.low, found.low), when(opens, end.high, found.high))
    return found


def opening(ways: Sequence[Way]) -> list[tuple[Way, Sql]]:
    """Each way with where it opens a question, if those before it do not.

    It applies, begins soonest, and of those that do, ends its span soonest. Where
    ways are alike, one that must be granted comes before one that may be, then the
    general one comes first, which also speaks of never and where none applies.
    """
    ordered = sorted(ways, key=lambda way: not way.rule.general)
    if len(ordered) == 1:
        return [(ordered[0], TRUE)]
    whole = any_of([way.span for way in ordered])
    begins = {way: both(way.applies, call("{} = {}", way.span.low, whole.low)) for way in ordered}
    soonest = least(*(when(begins[way], way.span.high, LAST_DAY) for way in ordered))
    opens = {way: both(begins[way], call("{} = {}", way.span.high, soonest)) for way in ordered}
    surest = [way for way in ordered if way.rule.standard != "may"]
    granted = [(way, both(opens[way], less(whole.low, LAST_DAY))) for way in surest]
    if len(surest) in (0, len(ordered)):
        granted = []
    return [*granted, *opens.items(), (ordered[0], TRUE)]


def needs_of_end(scope: Scope, ways: Sequence[Way], as_of: date) -> list[Need]:
    """What could still move the day on which a right ends, of the way that opens it."""
    whole, ends = earliest([part for way in ways for part in way.parts]), ending(ways)
    found: list[Need] = []
    before = TRUE
    for way, opens in opening(ways):
        if way.rule.end is not None and way.parts and ends is not None:
            alive = [less(whole.low, LAST_DAY),
                     call("{} > greatest({}, {})", ends.high, whole.low, day(as_of))]  # fmt: skip
            seen = Seen(scope).where(before, opens, way.applies, *alive)
            found += Needs(way.parts[0].compiler, SEARCHES).when(way.rule.end, seen)
        before = both(before, not_any([opens]))
    return found


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


def names_of(found: Iterable[Need], *, waits: bool) -> list[str]:
    """The names of facts and law, or of events, each once."""
    return list(dict.fromkeys(need.name for need in found if need.waits is waits))


def moving(found: Iterable[Need], names: Sequence[str], *, waits: bool) -> Sql:
    """One bit a name, set where it can matter.

    Most of what decides depends on the kind of charge alone. So there is one set of bits a
    kind for each test that does not, to be taken where that test passes.
    """
    by_rest: dict[Sql, dict[str, list[Sql]]] = {}
    for need in found:
        if need.waits is waits:
            rest, of_kind = parted(need.when)
            by_rest.setdefault(rest, {}).setdefault(need.name, []).append(of_kind)
    by_set: dict[Sql, list[Sql]] = {}
    for rest, tests in by_rest.items():
        found_there = bitset({name: either(*tests.get(name, ())) for name in names})
        by_set.setdefault(found_there, []).append(rest)
    return joined(*(when(either(*rests), one, NO) for one, rests in by_set.items()))


def joined(*sets: Sql) -> Sql:
    """The bits of several sets together."""
    kept = [one for one in sets if one is not NO]
    while len(kept) > _SIDE_BY_SIDE:  # DuckDB reads no chain of more than a thousand
        some = (kept[n : n + _SIDE_BY_SIDE] for n in range(0, len(kept), _SIDE_BY_SIDE))
        kept = [joined(*few) for few in some]
    if len(kept) <= 1:
        return kept[0] if kept else NO
    return call(" | ".join("{}" for _ in kept), *kept)


def bitset(named: Named) -> Sql:
    """One bit a name, set where its test passes."""
    kind = "INTEGER" if len(named) <= _INTEGER else "BIGINT" if len(named) <= _BIGINT else "HUGEINT"
    bits = [
        call(f"({{}})::{kind} * {1 << place}", test)
        for place, test in enumerate(named.values())
        if test is not FALSE
    ]
    return total(bits) if bits else call("{}::INTEGER", NO)
