"""Reading a row of the Suffolk file: the text of the charge, how it ended, and its days.

The mappings are tables beside this file: ``charges.csv`` says which section and level
each text of a charge stands for, ``outcomes.csv`` how each reason and disposition is read.
"""

from __future__ import annotations

import csv
from collections import Counter
from collections.abc import Mapping
from datetime import date
from functools import cache
from pathlib import Path

from homeward.sources.formats.converting import SetAsideError

_HERE = Path(__file__).parent
_OFFENDED, _DECIDED = (date(1930, 1, 1), date(2019, 12, 31)), (date(2005, 1, 1), date(2019, 12, 31))
_SEVERITIES = ("felony", "misdemeanor", "civil", "")


@cache
def _table(name: str, keys: tuple[str, ...]) -> dict[tuple[str, ...], dict[str, str]]:
    with (_HERE / name).open(encoding="utf-8", newline="") as file:
        return {tuple(row[key] for key in keys): row for row in csv.DictReader(file)}


class SuffolkCharges:
    """The format: one row a charge, no number of the case, no birth date, no release."""

    columns: tuple[str, ...] = (
        "Person ID", "Offense Date", "Filed", "Status", "Count", "Charge", "Type Crime",
        "Code Ucc Ctgry", "Disposition", "Description Disposition Reason", "Dispo Date",
    )  # fmt: skip
    facts: tuple[str, ...] = (
        "person_id", "case_id", "charge_id", "case.jurisdiction", "case.county", "statute",
        "description", "severity", "offense_date", "disposition", "disposition_date",
        "sentence.type", "continues_by_indictment", "not_guilty_by_insanity",
    )  # fmt: skip
    person = "Person ID"

    def __init__(self) -> None:
        """Start with nothing seen."""
        self.noted: Counter[str] = Counter()
        self._seen: set[int] = set()

    def charge(self, row: Mapping[str, str], number: int) -> dict[str, str]:
        """The facts of a row; what the file does not hold is left empty."""
        if not row["Person ID"].strip():
            raise SetAsideError("Person ID", "", "is empty", "Find out whose row it is")
        outcome, offense = _outcome(row), _offense(row)
        lesser = outcome["flag"] == "lesser_offense"
        civil = outcome["flag"] == "civil"
        facts = {
            "person_id": row["Person ID"],
            # no case number: what was filed on one day about one day is a case
            "case_id": f"{row['Person ID']}-{row['Filed']}-{row['Offense Date']}",
            "charge_id": str(number),
            "case.jurisdiction": "us-ma",
            "case.county": "Suffolk",
            "statute": "" if lesser else offense["statute"],
            "description": row["Charge"].replace("\u00bf", " "),
            "severity": "civil" if civil else "" if lesser else offense["severity"],
            "offense_date": self._day(row, "Offense Date", *_OFFENDED),
            "disposition": outcome["disposition"],
            "disposition_date": self._day(row, "Dispo Date", *_DECIDED),
            "sentence.type": outcome["sentence"],
            "continues_by_indictment": str(outcome["flag"] == "indictment").lower(),
            "not_guilty_by_insanity": str(outcome["flag"] == "insanity").lower(),
        }
        self._note(row, facts)
        return facts

    def _day(self, row: Mapping[str, str], column: str, first: date, last: date) -> str:
        """A day of the file; one outside the years that can be true is not known."""
        if not row[column]:
            return ""
        try:
            day = date.fromisoformat(row[column])
        except ValueError:
            self.noted[f"{column} is no day: taken as not known"] += 1
            return ""
        if first <= day <= last:
            return row[column]
        self.noted[f"{column} lies outside {first.year} to {last.year}: taken as not known"] += 1
        return ""

    def _note(self, row: Mapping[str, str], facts: Mapping[str, str]) -> None:
        whole = hash(tuple(row.values()))
        if whole in self._seen:
            self.noted["the row repeats an earlier one in every cell: kept"] += 1
        self._seen.add(whole)
        if "" < facts["disposition_date"] < facts["offense_date"]:
            self.noted["disposed before the offense: kept as it is"] += 1
        for fact in ("statute", "severity", "offense_date", "disposition_date"):
            if not facts[fact]:
                self.noted[f"{fact} is not known"] += 1
        if facts["disposition"] == "unrecognized":
            self.noted["how it ended is not known"] += 1


def _offense(row: Mapping[str, str]) -> dict[str, str]:
    found = _table("charges.csv", ("charge",)).get((row["Charge"],))
    if found is None:
        fix = "Add the text to charges.csv of this format, with its section and level"
        raise SetAsideError("Charge", row["Charge"], "is a text that was never seen", fix)
    if found["severity"] not in _SEVERITIES:
        fix = "Nothing to mend: it belongs to another state"
        raise SetAsideError("Charge", row["Charge"], "is no offense of Massachusetts", fix)
    return found


def _outcome(row: Mapping[str, str]) -> dict[str, str]:
    """The reason first; without one the disposition; without both the status."""
    reason, disposition, status = (
        row[name] for name in ("Description Disposition Reason", "Disposition", "Status")
    )
    keys = ("column", "value")
    outcomes = _table("outcomes.csv", keys)
    asked = [("Description Disposition Reason", reason), ("Disposition", disposition),
             ("Status", status)]  # fmt: skip
    for key in asked:
        if key[1] and key not in outcomes:
            fix = "Add the value to outcomes.csv of this format, with its meaning"
            raise SetAsideError(*key, "is a value that was never seen", fix)
    return next(outcomes[key] for key in [*asked, ("Status", "")] if key[1] or key[0] == "Status")
