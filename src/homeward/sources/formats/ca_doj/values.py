"""The columns of the research file, and what each of their values means."""

from __future__ import annotations

import csv
from functools import cache
from pathlib import Path

from homeward.sources.formats.converting import SetAsideError

_HERE = Path(__file__).parent


@cache
def names() -> tuple[str, ...]:
    """The 95 columns, in order."""
    return tuple((_HERE / "columns.txt").read_text(encoding="utf-8").split())


READ = (
    "RECORD_ID", "SUBJECT_ID", "PRI_DOB", "CYC_DATE", "STP_EVENT_DATE", "STP_TYPE_DESCR",
    "STP_ORI_CNTY_NAME", "CNT_ORDER", "OFFENSE_DESCR", "OFFENSE_TOC", "DISP_DESCR",
    "CONV_STAT_DESCR", "SENT_LOC_DESCR", "SENT_LENGTH", "SENT_TIME_CODE", "COMMENT_TEXT",
)  # fmt: skip
"""The columns that are read; no name of a person is among them."""


TORN = "row"
"""What is wrong with a line that has not the cells of a row."""


@cache
def meanings() -> dict[tuple[str, str], tuple[str, str]]:
    """For a column and a value: whether it is the ``whole`` or the ``start``, and what it means."""
    with (_HERE / "values.csv").open(encoding="utf-8", newline="") as file:
        rows = csv.DictReader(file)
        return {(row["column"], row["value"]): (row["match"], row["meaning"]) for row in rows}


def meaning(column: str) -> str:
    """SQL for what a column's value means; NULL for one that was never seen.

    >>> meaning("OFFENSE_TOC")[:60]
    "CASE WHEN OFFENSE_TOC = 'F' THEN 'felony' WHEN OFFENSE_TOC ="
    """
    whens = [
        f"WHEN {_test(column, value, match)} THEN {_text(meant)}"
        for (of, value), (match, meant) in meanings().items()
        if of == column
    ]
    return f"CASE {' '.join(whens)} END"


def _test(column: str, value: str, match: str) -> str:
    if match == "start":
        return f"starts_with({column}, {_text(value)})"
    return f"{column} = {_text(value)}"


def refusal(column: str, value: str) -> SetAsideError:
    """Why a row is set aside that is none, or says what was never seen."""
    if column == TORN:
        problem = f"does not have {len(names())} cells"
        return SetAsideError(column, value, problem, "Mend the line")
    if column in ("SUBJECT_ID", "STP_EVENT_DATE"):
        fix = "Find out whose row it is" if column == "SUBJECT_ID" else "Write the day as YYYYMMDD"
        problem = "is empty" if not value else "is no day"
        return SetAsideError(column, value, problem, fix)
    fix = "Add the value to values.csv of this format, with its meaning"
    return SetAsideError(column, value, "is a value that was never seen", fix)


def _text(value: str) -> str:
    return "'" + value.replace("'", "''") + "'"
