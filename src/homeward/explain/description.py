"""A row in words: which charge, under which law, and how it ended."""

from __future__ import annotations

from collections.abc import Mapping

from homeward.facts import Row
from homeward.language import ENGLISH, Words
from homeward.when import FIRST, LAST

_LONGEST = 70

ENDED: Mapping[str, str] = {
    "convicted": "convicted",
    "sis": "guilty, with no sentence imposed (a suspended imposition of sentence)",
    "pending": "still open",
    "dismissed": "dismissed",
    "nolle_prosequi": "dropped by the prosecutor",
    "acquitted": "found not guilty",
    "no_charge_filed": "arrested, and no charge filed",
    "arrest_only": "an arrest and nothing more",
    "no_complaint": "arrested, and no complaint filed",
    "diverted": "ended in diversion",
    "deferred_dismissed": "put off, then dismissed",
    "quashed": "thrown out by the court",
    "adjudicated": "decided in juvenile court",
    "adjudicated_delinquent": "found delinquent in juvenile court",
    "continued_without_finding": "continued without a finding",
    "pretrial_probation": "put on probation before any trial",
    "no_true_bill": "not charged by the grand jury",
    "no_probable_cause": "ended for lack of probable cause",
    "guilty_except_for_insanity": "found guilty except for insanity",
}
"""How a charge ended, in words, by the code of its disposition."""


def clipped(text: object, most: int = _LONGEST) -> str:
    r"""What a record says, cut where it would fill the page, with nothing that steers a terminal.

    >>> clipped("red \x1b[31malert")
    'red  [31malert'
    """
    said = "".join(char if char.isprintable() else " " for char in str(text)[: most + 1])
    return said if len(said) <= most else f"{said[:most]}…"


def place_of(row: Row) -> str:
    """The case and the charge by their numbers."""
    return clipped(row.key)


def name_of(row: Row, words: Words = ENGLISH) -> str:
    """The charge's own words, or its section, or its place."""
    told = row.written
    own = told.get("charge.description") or told.get("charge.statute")
    return clipped(own or words.word("a charge"))


def describe(row: Row, words: Words = ENGLISH) -> str:
    """A row as a heading.

    >>> row = Row("charge", "1")
    >>> row.case = Row("case", "c1")
    >>> row.written = {
    ...     "charge.statute": "570.030",
    ...     "charge.severity": "felony",
    ...     "charge.class": "D",
    ... }
    >>> describe(row)
    'c1/1: 570.030, class D felony'
    """
    if row.table == "person":
        return words.say("You, over all charges")
    if row.table != "charge":
        return words.say(f"The {row.table} {{id}}", id=clipped(row.id)).rstrip()
    statute = f" ({clipped(row.written['charge.statute'])})" if _has_both(row) else ""
    name = f"{place_of(row)}: {name_of(row, words)}{statute}"
    return ", ".join(filter(None, [name, _level(row, words), _ending(row, words)]))


def _has_both(row: Row) -> bool:
    return bool(row.written.get("charge.description") and row.written.get("charge.statute"))


def _level(row: Row, words: Words) -> str:
    letter = clipped(row.written.get("charge.class") or "")
    said = str(row.written.get("charge.severity") or "")
    level = words.told(said) if said else ""
    if len(letter) == 1 and level:
        return words.say("class {letter} {level}", letter=letter, level=level)
    if len(letter) == 1:
        return words.say("class {letter}", letter=letter)
    return words.say("{letter} {level}", letter=letter, level=level).strip()


def _ending(row: Row, words: Words) -> str:
    code = row.facts.get("charge.disposition")
    days = row.facts.get("charge.disposition_date", (FIRST, LAST))
    ended = words.told(ENDED.get(code, str(code))) if code else ""
    if ended and FIRST < days[0] == days[1] < LAST:
        return words.say("{ended} on {day}", ended=ended, day=words.day(days[0]))
    return ended
