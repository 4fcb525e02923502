"""Values in SQL: days with sentinels, truths from 0 to 2, spans as two expressions.

What is the same for every row is folded away here, so that no engine works it out.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from homeward.screen.expressions import Sql, call
from homeward.when import FIRST, LAST


@dataclass(frozen=True, slots=True)
class Span:
    """A date or a number: its least and its greatest value.

    ``truth`` is the claim behind an answer that is always, never or unknown.
    """

    low: Sql
    high: Sql
    truth: Sql | None = None

    @property
    def ends(self) -> tuple[Sql, Sql]:
        """Both ends."""
        return self.low, self.high

    @property
    def is_settled(self) -> bool:
        """Whether both ends are known to be one, for every row."""
        return self.low is self.high

    @property
    def is_open(self) -> Sql:
        """Whether it is not settled."""
        if self.is_settled:
            return FALSE
        if self.truth is not None:
            return call("{} = 1", self.truth)
        return less(self.low, self.high)

    def map(self, change: Callable[[Sql], Sql]) -> Span:
        """Both ends changed alike, and the truth with them."""
        truth = None if self.truth is None else change(self.truth)
        return Span(change(self.low), change(self.high), truth)


TRUE, FALSE, NULL = Sql.of("TRUE"), Sql.of("FALSE"), Sql.of("NULL")
NO, MAYBE, YES = Sql.of("0"), Sql.of("1"), Sql.of("2")


def day(value: date) -> Sql:
    """A day as a constant."""
    return Sql.of(f"DATE '{value.isoformat()}'")


FIRST_DAY, LAST_DAY = day(FIRST), day(LAST)
ALWAYS, NEVER = Span(FIRST_DAY, FIRST_DAY, YES), Span(LAST_DAY, LAST_DAY, NO)
UNKNOWN = Span(FIRST_DAY, LAST_DAY, MAYBE)

ENDLESS = Sql.of("'Infinity'::DOUBLE")
LEAST = Sql.of("'-Infinity'::DOUBLE")
ANY_NUMBER = Span(LEAST, ENDLESS)


def amount(value: float | Fraction) -> Sql:
    """A number as a constant."""
    if isinstance(value, Fraction) and value.denominator != 1:
        return Sql.of(f"{value.numerator}::DOUBLE / {value.denominator}")
    if math.isinf(value):
        return ENDLESS if value > 0 else LEAST
    return Sql.of(str(int(value)) if float(value).is_integer() else repr(float(value)))


def constant(value: date | float | Fraction) -> Sql:
    """A day or a number as a constant."""
    return day(value) if isinstance(value, date) else amount(value)


def text(code: str) -> str:
    """A code as a constant in SQL."""
    return "'" + code.replace("'", "''") + "'"


def texts(codes: Iterable[str]) -> str:
    """Several codes as the inside of an IN list."""
    return ", ".join(text(code) for code in codes)


# --- folding ------------------------------------------------------------------------


def least(*items: Sql) -> Sql:
    """The least of several values, none of which is ever NULL."""
    return _extreme(items, "<")


def greatest(*items: Sql) -> Sql:
    """The greatest of several values, none of which is ever NULL."""
    return _extreme(items, ">")


def least_known(*items: Sql) -> Sql:
    """The least of several values, those that are NULL left out."""
    return _joined(list(dict.fromkeys(items)), lambda holes: f"least({', '.join(holes)})")


def greatest_known(*items: Sql) -> Sql:
    """The greatest of several values, those that are NULL left out."""
    return _joined(list(dict.fromkeys(items)), lambda holes: f"greatest({', '.join(holes)})")


def total(items: Sequence[Sql]) -> Sql:
    """The sum of several expressions."""
    return _joined(list(items), " + ".join)


def _extreme(items: tuple[Sql, ...], order: str) -> Sql:
    known = {item: number for item in items if (number := _plain_number(item)) is not None}
    pick = min if order == "<" else max
    kept = [item for item in dict.fromkeys(items) if item not in known]
    kept += [pick(known, key=lambda item: known[item])] if known else []
    kept.sort(key=lambda item: item.is_of_kind, reverse=True)
    return _halved(kept, order)


def _halved(items: Sequence[Sql], order: str) -> Sql:
    """Of two halves the lesser or greater; DuckDB's own functions take twice as long as a CASE."""
    if len(items) == 1:
        return items[0]
    of_kind = sum(item.is_of_kind for item in items)
    middle = of_kind if 0 < of_kind < len(items) else len(items) // 2
    left, right = _halved(items[:middle], order), _halved(items[middle:], order)
    return call(_FIRST_BY.format(order), left, right)


_FIRST_BY = "CASE WHEN {{0}} {} {{1}} THEN {{0}} ELSE {{1}} END"


def _plain_number(item: Sql) -> float | None:
    """The number that a constant is; days count from the first one."""
    if not item.is_constant:
        return None
    if item.template.startswith("DATE"):
        return date.fromisoformat(item.template[len("DATE '") : -1]).toordinal()
    try:
        return float(item.template)
    except ValueError:
        return {ENDLESS: math.inf, LEAST: -math.inf}.get(item)


def _joined(items: list[Sql], template: Callable[[list[str]], str]) -> Sql:
    """Several values in one, those that are of a kind of charge joined first."""
    if len(items) == 1:
        return items[0]
    of_kind = [item for item in items if item.is_of_kind]
    rest = [item for item in items if not item.is_of_kind]
    if len(of_kind) > 1 and rest:
        items = [_joined(of_kind, template), *rest]
    return call(template(["{}"] * len(items)), *items)


_AND = "{0} AND {1}"


def both(*tests: Sql) -> Sql:
    """Every test passes; those of a kind of charge are kept together (see :func:`parted`)."""
    pairs = [parted(test) for test in tests]
    rest, of_kind = _every(rest for rest, _ in pairs), _every(of_kind for _, of_kind in pairs)
    if FALSE in (rest, of_kind):
        return FALSE
    if TRUE in (rest, of_kind):
        return of_kind if rest is TRUE else rest
    return call(_AND, rest, of_kind)


def parted(test: Sql) -> tuple[Sql, Sql]:
    """A test in two that must both pass; the second depends on the kind of charge alone."""
    if test.is_of_kind:
        return TRUE, test
    if test.template == _AND and test.parts[1].is_of_kind and not test.parts[0].is_of_kind:
        return test.parts[0], test.parts[1]
    return test, TRUE


def _every(tests: Iterable[Sql]) -> Sql:
    found: Sql = TRUE
    known: set[Sql] = {TRUE}
    for test in tests:
        terms = _terms(test)
        if FALSE in terms:
            return FALSE
        if not terms <= known:
            found = test if found is TRUE else call(_AND, found, test)
            known |= terms
    return found


def _terms(test: Sql) -> set[Sql]:
    """The tests that all pass where this one does."""
    if test.template != _AND:
        return {test}
    return set().union(*(_terms(part) for part in test.parts), {test})


def either(*tests: Sql) -> Sql:
    """Some test passes."""
    kept = [test for test in dict.fromkeys(tests) if test is not FALSE]
    if TRUE in kept:
        return TRUE
    return _joined(kept, " OR ".join) if kept else FALSE


def not_any(tests: Sequence[Sql]) -> Sql:
    """No test passes."""
    found = either(*tests)
    if found in (TRUE, FALSE):
        return FALSE if found is TRUE else TRUE
    return call("NOT {}", found)


def truth_test(passes: object) -> Sql:
    """A test that is the same for every row."""
    return TRUE if passes else FALSE


def less(left: Sql, right: Sql) -> Sql:
    """One value lies below another."""
    if left is right or left is LAST_DAY or right is FIRST_DAY:
        return FALSE
    if left is FIRST_DAY and right is LAST_DAY:
        return TRUE
    return call("{} < {}", left, right)


def when(test: Sql, then: Sql, otherwise: Sql) -> Sql:
    """One of two values by a test that is never NULL."""
    if test is TRUE or then is otherwise:
        return then
    if test is FALSE:
        return otherwise
    return call("CASE WHEN {} THEN {} ELSE {} END", test, then, otherwise)


# --- truths -------------------------------------------------------------------------


def all_true(claims: Sequence[Sql]) -> Sql:
    """Every claim holds."""
    kept = [claim for claim in claims if claim is not YES]
    return NO if NO in kept else least(*kept) if kept else YES


def claims_of(claim: Sql) -> list[Sql]:
    """The claims of which every one must hold for this one to."""
    if claim.template == _FIRST_BY.format("<"):
        return [one for part in claim.parts for one in claims_of(part)]
    return [claim]


def any_true(claims: Sequence[Sql]) -> Sql:
    """Some claim holds."""
    kept = [claim for claim in claims if claim is not NO]
    return YES if YES in kept else greatest(*kept) if kept else NO


def not_true(claim: Sql) -> Sql:
    """The claim does not hold."""
    if claim.is_constant:
        return {NO: YES, YES: NO}.get(claim, MAYBE)
    return call("2 - {}", claim)


# --- days ---------------------------------------------------------------------------


def as_when(claim: Sql) -> Span:
    """A truth as an answer: always for yes, never for no."""
    if claim.is_constant:
        return {YES: ALWAYS, NO: NEVER}.get(claim, UNKNOWN)
    return Span(
        call("CASE WHEN {} = 0 THEN {} ELSE {} END", claim, LAST_DAY, FIRST_DAY),
        call("CASE WHEN {} = 2 THEN {} ELSE {} END", claim, FIRST_DAY, LAST_DAY),
        claim,
    )


def all_of(spans: Sequence[Span]) -> Span:
    """The latest of both bounds; claims are joined first, which costs least."""
    claims = [span.truth for span in spans if span.truth is not None]
    claimed = as_when(all_true(claims))
    if len(claims) == len(spans) or claimed is NEVER:
        return claimed
    parts = [*([] if claimed is ALWAYS else [claimed]), *(s for s in spans if s.truth is None)]
    lows = [span.low for span in parts if span.low is not FIRST_DAY]
    highs = [span.high for span in parts if span.high is not FIRST_DAY]
    low = LAST_DAY if LAST_DAY in lows else greatest(*lows) if lows else FIRST_DAY
    high = LAST_DAY if LAST_DAY in highs else greatest(*highs) if highs else FIRST_DAY
    return Span(low, high)


def any_of(spans: Sequence[Span]) -> Span:
    """The earliest of both bounds; claims are joined first, which costs least."""
    claims = [span.truth for span in spans if span.truth is not None]
    claimed = as_when(any_true(claims))
    if len(claims) == len(spans) or claimed is ALWAYS:
        return claimed
    parts = [*([] if claimed is NEVER else [claimed]), *(s for s in spans if s.truth is None)]
    lows = [span.low for span in parts if span.low is not LAST_DAY]
    highs = [span.high for span in parts if span.high is not LAST_DAY]
    low = FIRST_DAY if FIRST_DAY in lows else least(*lows) if lows else LAST_DAY
    high = FIRST_DAY if FIRST_DAY in highs else least(*highs) if highs else LAST_DAY
    return Span(low, high)
