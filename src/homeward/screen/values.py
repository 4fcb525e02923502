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
    """The least of several expressions."""
    return _fold("least", items)


def greatest(*items: Sql) -> Sql:
    """The greatest of several expressions."""
    return _fold("greatest", items)


def _fold(function: str, items: tuple[Sql, ...]) -> Sql:
    distinct = list(dict.fromkeys(items))
    if len(distinct) == 1:
        return distinct[0]
    return call(f"{function}({', '.join('{}' for _ in distinct)})", *distinct)


def both(*tests: Sql) -> Sql:
    """Every test passes."""
    kept: list[Sql] = []
    known: set[Sql] = {TRUE}
    for test in tests:
        if test is FALSE or FALSE in (terms := _terms(test)):
            return FALSE
        if not terms <= known:
            kept.append(test)
            known |= terms
    if len(kept) <= 1:
        return kept[0] if kept else TRUE
    return call(" AND ".join("{}" for _ in kept), *kept)


def _terms(test: Sql) -> set[Sql]:
    """The tests that all pass where this one does."""
    if " AND ".join(f"{{{n}}}" for n in range(len(test.parts))) != test.template or not test.parts:
        return {test}
    return set().union(*(_terms(part) for part in test.parts), {test})


def either(*tests: Sql) -> Sql:
    """Some test passes."""
    kept = [test for test in dict.fromkeys(tests) if test is not FALSE]
    if TRUE in kept:
        return TRUE
    if len(kept) <= 1:
        return kept[0] if kept else FALSE
    return call(" OR ".join("{}" for _ in kept), *kept)


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


def any_true(claims: Sequence[Sql]) -> Sql:
    """Some claim holds."""
    kept = [claim for claim in claims if claim is not NO]
    return YES if YES in kept else greatest(*kept) if kept else NO


def not_true(claim: Sql) -> Sql:
    """The claim does not hold."""
    if claim.is_constant:
        return {NO: YES, YES: NO}.get(claim, MAYBE)
    return call("2 - {}", claim)


def truth_of(test: Sql) -> Sql:
    """A test that is never NULL as a truth."""
    return when(test, YES, NO)


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
