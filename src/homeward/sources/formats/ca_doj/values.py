"""The columns of the research file, and what each of their values means."""

from __future__ import annotations

import csv
import re
from functools import cache
from pathlib import Path

from homeward.sources.formats.converting import SetAsideError

_HERE = Path(__file__).parent
_SECTION = re.compile("(?:664[-./ ]*)?[^-]*")


@cache
def names() -> tuple[str, ...]:
    """The 95 columns, in order."""
    return tuple((_HERE / "columns.txt").read_text(encoding="utf-8").split())


MEANT = ("STP_TYPE_DESCR", "DISP_DESCR", "CONV_STAT_DESCR", "OFFENSE_TOC", "SENT_LOC_DESCR",
         "SENT_TIME_CODE")  # fmt: skip
"""The columns whose values have a stated meaning."""

TORN = "row"
"""What is wrong with a line that has not the cells of a row."""


@cache
def meanings() -> dict[tuple[str, str], tuple[str, str]]:
    """For a column and a value: whether it is the ``whole`` or the ``start``, and what it means."""
    with (_HERE / "values.csv").open(encoding="utf-8", newline="") as file:
        rows = csv.DictReader(file)
        return {(row["column"], row["value"]): (row["match"], row["meaning"]) for row in rows}


def meaning(column: str, value: str) -> str | None:
    """What a column's value means; None for one that was never seen.

    >>> meaning("DISP_DESCR", "CONVICTED-PROB/JAIL"), meaning("OFFENSE_TOC", "X")
    ('convicted', None)
    """
    match, meant = meanings().get((column, value), ("", None))
    if match:
        return meant
    starts = ((start, meant) for (of, start), (match, meant) in meanings().items()
              if of == column and match == "start")  # fmt: skip
    return next((meant for start, meant in starts if value.startswith(start)), None)


def clean(cell: bytes) -> str:
    r"""What a cell says; a hyphen stands for nothing.

    >>> clean(b"  -  "), clean(b" MU\xd1OZ ")
    ('', 'MUÑOZ')
    """
    text = cell.decode("latin-1").strip(" ")
    return "" if text == "-" else text


def section(offense: str) -> str:
    """The section of an offense: what stands before the hyphen, an attempt's own apart.

    >>> section("11358 HS-CULTIVATE CANNABIS"), section("664-11359 HS-ATTEMPT TO SELL")
    ('11358 HS', '664-11359 HS')
    """
    found = _SECTION.match(offense)
    return found[0].strip(" ") if found else ""


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
