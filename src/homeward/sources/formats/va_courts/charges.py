"""Reading a row of Virginia's court files: circuit, district, or by person, each by its own names.

What each value means is said in the table ``values.csv`` beside this file. A section is
kept as the clerk wrote it; matching reads ``A.46.2-862`` as a subsection of 46.2-862.
"""

from __future__ import annotations

import csv
import re
from collections import Counter
from collections.abc import Mapping
from datetime import date, datetime
from functools import cache
from pathlib import Path
from typing import NamedTuple

from homeward.sources.formats.converting import SetAsideError

_VALUES = Path(__file__).parent / "values.csv"
_FIRST, _LAST = date(1930, 1, 1), date(2100, 12, 31)
_AMERICAN = re.compile(r"\d{1,2}/\d{1,2}/\d{4}")

_LEVEL = ("ChargeType", "CaseType")
_OUTCOME = ("DispositionCode", "FinalDisposition")
_DECIDED = ("DispositionDate", "HearingDate")
_AMENDED_SECTION = ("AmendedCodeSection", "AmendedCode")
_AMENDED_LEVEL = ("AmendedChargeType", "AmendedCaseType")
_SUSPENDED = ("SentenceSuspended", "SentenceSuspendedTime")

Row = Mapping[str, str]


class Meaning(NamedTuple):
    """What a value of the files stands for; ``flag`` says what else it tells."""

    value: str
    flag: str


@cache
def meanings() -> dict[tuple[str, str], Meaning]:
    """The stated meaning of every value, by what it is about and how it is written."""
    with _VALUES.open(encoding="utf-8", newline="") as file:
        rows = csv.DictReader(file)
        return {(row["idea"], row["value"]): Meaning(row["meaning"], row["flag"]) for row in rows}


class VirginiaCourtCharges:
    """The format: one row a charge with its latest hearing, no case number, no birth date."""

    columns: tuple[str, ...] = (
        "person_id", "Charge", "CodeSection", "Class", "OffenseDate",
        "|".join(_LEVEL), "|".join(_OUTCOME), "|".join(_DECIDED),
    )  # fmt: skip
    facts: tuple[str, ...] = (
        "person_id", "case_id", "charge_id", "case.jurisdiction", "case.court", "case.county",
        "case.filed_on", "statute", "description", "severity", "class", "offense_date",
        "arrest_date", "disposition", "disposition_code", "disposition_date", "plea", "ancillary",
        "not_guilty_by_insanity", "sentence.imprisoned", "restitution_ordered",
    )  # fmt: skip
    person = "person_id"

    def __init__(self) -> None:
        """Start with nothing seen."""
        self.noted: Counter[str] = Counter()
        self._rows = 0

    def charge(self, row: Row, number: int) -> dict[str, str]:  # noqa: ARG002  a file's own number is not enough for an id
        """The facts of a row; what the file does not hold, or is not final, is left open."""
        person = row["person_id"].strip()
        if not person:
            raise SetAsideError("person_id", "", "is empty", "Find out whose row it is")
        outcome = _meaning(row, "outcome", _OUTCOME)
        level = _meaning(row, "level", _LEVEL)
        if level.flag == "no_charge":
            told = _told(row, _LEVEL)
            raise SetAsideError(*told, "is no charge", "Nothing to mend: it is no case")
        self._rows += 1
        is_final = outcome.flag != "not_final"
        decided = self._day(row, *_DECIDED)
        facts = {
            "person_id": person,
            # a case a charge, as the state numbers them; the numbers are not published
            "case_id": f"{person}-{self._rows}",
            "charge_id": "1",
            "case.jurisdiction": "us-va",
            "case.court": _court(row),
            "case.county": _text(row, "Locality"),
            "case.filed_on": self._day(row, "Filed", "FiledDate"),
            **self._offense(row, outcome, level),
            "offense_date": self._day(row, "OffenseDate"),
            "arrest_date": self._day(row, "ArrestDate"),
            "disposition": outcome.value,
            "disposition_code": _told(row, _OUTCOME)[1],
            "disposition_date": decided if is_final else "",
            "plea": _meaning(row, "plea", ("HearingPlea",)).value,
            "ancillary": _yes("ancillary" in (outcome.flag, level.flag)),
            "not_guilty_by_insanity": _yes(outcome.flag == "insanity"),
            "sentence.imprisoned": _imprisoned(row),
            "restitution_ordered": _yes(_number(row, "RestitutionAmount") or 0),
        }
        self._note(facts, is_final=is_final)
        return facts

    def _offense(self, row: Row, outcome: Meaning, level: Meaning) -> dict[str, str]:
        """The charge as it stood in the end: a conviction is for what it was amended to."""
        amended = _told(row, _AMENDED_SECTION)[1]
        if outcome.value != "convicted" or not amended:
            return {
                "statute": _text(row, "CodeSection"), "description": _text(row, "Charge"),
                "severity": level.value,
                "class": _meaning(row, "class", ("Class",)).value,
            }  # fmt: skip
        self.noted["convicted of an amended charge, whose class is not told"] += 1
        return {
            "statute": amended, "description": _text(row, "AmendedCharge"),
            "severity": _meaning(row, "level", _AMENDED_LEVEL).value, "class": "",
        }  # fmt: skip

    def _day(self, row: Row, *columns: str) -> str:
        """The day of the first of some columns that has one; one that cannot be true is open."""
        column, written = _told(row, columns)
        if not written:
            return ""
        try:
            day = _read_day(written)
        except ValueError:
            self.noted[f"{column} is no day: taken as not known"] += 1
            return ""
        if _FIRST <= day <= _LAST:
            return day.isoformat()
        self.noted[f"{column} lies outside {_FIRST.year} to {_LAST.year}: taken as not known"] += 1
        return ""

    def _note(self, facts: Mapping[str, str], *, is_final: bool) -> None:
        if not is_final:
            self.noted["the outcome is not final, or not told: the answer stays open"] += 1
        elif not facts["disposition_date"]:
            self.noted["the day of the outcome is not known"] += 1
        for fact in ("statute", "severity", "offense_date"):
            if not facts[fact]:
                self.noted[f"{fact} is not known"] += 1


def _text(row: Row, column: str) -> str:
    return row.get(column, "").strip()


def _told(row: Row, columns: tuple[str, ...]) -> tuple[str, str]:
    """The first of some columns that says something, and what; else the first that there is."""
    there = [column for column in columns if column in row]
    said = [(column, _text(row, column)) for column in there if _text(row, column)]
    return said[0] if said else (next(iter(there), columns[0]), "")


def _meaning(row: Row, idea: str, columns: tuple[str, ...]) -> Meaning:
    """What a value stands for.

    Raises:
        SetAsideError: when it was never seen.
    """
    column, value = _told(row, columns)
    found = meanings().get((idea, value))
    if found is None:
        fix = f"Add the value to values.csv of this format, as {idea}, with its meaning"
        raise SetAsideError(column, value, "is a value that was never seen", fix)
    return found


def _number(row: Row, column: str) -> float | None:
    """A number of the file, or None where the cell is empty.

    Raises:
        SetAsideError: when it is no number.
    """
    written = _text(row, column).replace("$", "").replace(",", "")
    if not written:
        return None
    try:
        return float(written)
    except ValueError:
        raise SetAsideError(column, row[column], "is no number", "Write it in digits") from None


def _imprisoned(row: Row) -> str:
    """Whether time was to be served; unknown where no sentence is told."""
    given = _number(row, "SentenceTime")
    if given is None:
        return ""
    suspended = _number(row, _told(row, _SUSPENDED)[0]) or 0
    return str(given > suspended).lower()


def _read_day(written: str) -> date:
    """A day as files write it: 2014-03-05, with or without an hour, or 03/05/2014."""
    if _AMERICAN.fullmatch(written):
        month, day, year = map(int, written.split("/"))
        return date(year, month, day)
    return datetime.fromisoformat(written).date()


def _court(row: Row) -> str:
    """Which court's columns the row has; the files by person have those of both."""
    if "ChargeType" in row:
        return "circuit"
    return "district" if "HearingDate" in row else ""


def _yes(told: object) -> str:
    """Yes, or nothing said."""
    return "true" if told else ""
