"""Which fact a column probably holds, from its name: for a proposal that a person checks.

>>> from homeward import law
>>> likely("charge", "Dispo Date", law.vocabulary()).name
'charge.disposition_date'
>>> likely("charge", "DOB", law.vocabulary()).name
'person.birth_date'
>>> likely("charge", "Favorite color", law.vocabulary()) is None
True
"""

from __future__ import annotations

import difflib
import re

from homeward.facts import Fact, Vocabulary
from homeward.sources.matching import ABOVE, names_of, plain

_LIKE, _LONG = 0.8, 6

_WORDS = {
    "dispo": "disposition", "disp": "disposition", "outcome": "disposition",
    "result": "disposition", "verdict": "disposition", "dob": "birth_date",
    "birthdate": "birth_date", "off": "offense", "incident": "offense", "violation": "offense",
    "arr": "arrest", "sent": "sentence", "dt": "date", "no": "number", "num": "number",
    "nbr": "number", "cnty": "county", "juris": "jurisdiction", "desc": "description",
    "defendant": "person", "def": "person", "client": "person", "individual": "person",
    "party": "person", "docket": "case", "cause": "case", "degree": "class", "grade": "class",
    "level": "severity", "section": "statute", "cite": "statute", "citation": "statute",
    "file": "filed", "filing": "filed",
}  # fmt: skip
"""Words of court data, and the word that facts use."""

_WHOLE = {
    "birth_date": "person.birth_date", "date_of_birth": "person.birth_date",
    "person_number": "person.person_id", "sid": "person.person_id", "person": "person.person_id",
    "case_number": "case.case_id", "case": "case.case_id", "court_name": "case.court",
    "filed": "case.filed_on", "filed_date": "case.filed_on", "case_filed_date": "case.filed_on",
    "charge_number": "charge.charge_id", "charge": "charge.description",
    "charge_description": "charge.description", "offense_description": "charge.description",
    "offense": "charge.description", "charge_statute": "charge.statute",
    "statute_number": "charge.statute", "charge_severity": "charge.severity",
    "offense_severity": "charge.severity", "charge_class": "charge.class",
    "offense_class": "charge.class", "charge_disposition": "charge.disposition",
    "disposition_code": "charge.disposition", "date_of_offense": "charge.offense_date",
    "charge_disposition_date": "charge.disposition_date",
}  # fmt: skip
"""Whole names of court data, once their words are put as facts put them."""


def likely(table: str, column: str, vocabulary: Vocabulary) -> Fact | None:
    """The fact that a column of a table probably holds, or None."""
    name = _worded(column)
    if name in _WHOLE:
        fact = vocabulary[_WHOLE[name]]
        return fact if fact.table in ABOVE[table] else None
    names = _names(table, vocabulary)
    near = difflib.get_close_matches(name, names, n=1, cutoff=_LIKE) if len(name) >= _LONG else []
    return names[near[0]] if near else None


def _names(table: str, vocabulary: Vocabulary) -> dict[str, Fact]:
    return {name.replace(".", "_"): fact for name, fact in names_of(table, vocabulary).items()}


def _worded(column: str) -> str:
    """A column's name in the words of facts."""
    spaced = re.sub(r"(?<=[a-z])(?=[A-Z])", "_", column)
    words = [word for word in re.split(r"[^a-z0-9]+", plain(spaced)) if word]
    return "_".join(_WORDS.get(word, word) for word in words)
