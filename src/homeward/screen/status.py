"""How an answer stands on a day, in SQL over the columns of the answers.

The same reading as :attr:`homeward.explain.answer.Answer.status`. A question does not
apply where it never holds and no condition is what bars it; where it was not asked of
a person its columns are empty.
"""

from __future__ import annotations

from collections.abc import Collection
from datetime import date

from homeward.screen.outputs import CONDITION
from homeward.when import LAST

STATUSES = ("now", "later", "never", "unknown", "not_applicable", "not_asked")


def questions_in(columns: Collection[str]) -> list[str]:
    """The questions, and rules under them, that columns answer."""
    days = [name for name in columns if name.endswith(":soonest") and CONDITION not in name]
    return [name.removesuffix(":soonest") for name in days]


def words(columns: Collection[str], name: str) -> list[str]:
    """The columns that hold a set of bits: ``Q:missing`` then, if it is long, ``Q:missing:2``."""
    rest = [f"{name}:{part}" for part in range(2, len(columns) + 1)]
    return [name, *(one for one in rest if one in columns)]


def any_bit(columns: Collection[str], name: str) -> str:
    """Whether some bit of a set is set."""
    tests = [f'"{one}" <> 0' for one in words(columns, name)]
    return tests[0] if len(tests) == 1 else f"({' OR '.join(tests)})"


def status(question: str, columns: Collection[str], as_of: date) -> str:
    """The status of a question on a day.

    >>> columns = ["Q:soonest", "Q:latest", "Q:binding", "Q:missing", "Q:waits"]
    >>> print(status("Q", columns, date(2026, 11, 23)).replace(" WHEN", chr(10) + "  WHEN"))
    CASE
      WHEN "Q:soonest" IS NULL THEN 'not_asked'
      WHEN "Q:soonest" = DATE '2200-12-31' AND "Q:binding" IS NULL THEN 'not_applicable'
      WHEN "Q:soonest" = DATE '2200-12-31' THEN 'never'
      WHEN "Q:latest" <= DATE '2026-11-23' THEN 'now'
      WHEN "Q:soonest" = "Q:latest" THEN 'later'
      WHEN "Q:waits" <> 0 AND NOT "Q:missing" <> 0 THEN 'later' ELSE 'unknown' END
    """
    soonest, latest = f'"{question}:soonest"', f'"{question}:latest"'
    missing, waits = (any_bit(columns, f"{question}:{kind}") for kind in ("missing", "waits"))
    now, later, over = "'now'", "'later'", ""
    if f"{question}:closes" in columns:
        ends, ended = closing(question, columns)
        now, later = _while(f"{ends} > {_day(as_of)}", now), _while(f"{ends} > {soonest}", later)
        over = f"WHEN {ended} <= greatest({soonest}, {_day(as_of)}) THEN 'never' "
    return (
        f"CASE WHEN {soonest} IS NULL THEN 'not_asked' "
        f"WHEN {soonest} = {_day(LAST)} AND \"{question}:binding\" IS NULL THEN 'not_applicable' "
        f"WHEN {soonest} = {_day(LAST)} THEN 'never' {over}"
        f"WHEN {latest} <= {_day(as_of)} THEN {now} "
        f"WHEN {soonest} = {latest} THEN {later} "
        f"WHEN {waits} AND NOT {missing} THEN 'later' ELSE 'unknown' END"
    )


def closing(question: str, columns: Collection[str]) -> tuple[str, str]:
    """The first and the last day on which it may end; the last of days where it never does."""
    if f"{question}:closes" not in columns:
        return _day(LAST), _day(LAST)
    last = f"{question}:closes_latest"
    ends = f"{question}:closes", last if last in columns else f"{question}:closes"
    soonest, latest = (f'coalesce("{end}", {_day(LAST)})' for end in ends)
    return soonest, latest


def _while(test: str, stands: str) -> str:
    """A status that is sure only where a test passes."""
    return f"CASE WHEN {test} THEN {stands} ELSE 'unknown' END"


def _day(day: date) -> str:
    return f"DATE '{day}'"
