"""Which question, total or form a code stands for, and what a coded answer counts.

Where LOINC has no code, a local one names the thing: ``k6`` the form, ``k6/3`` its third question,
``k6/total`` its total.

>>> sorted(items_of(LOINC, "44250-9"))
[('phq-2', '1'), ('phq-9', '1')]
>>> items_of(LOCAL, "k6/3")
(('k6', '3'),)
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

from homeward.therapy.instrument import Instrument, instruments

LOINC = "http://loinc.org"
LOCAL = "urn:homeward:therapy"

Code = tuple[str, str]
"""A system and a code in it; the system is empty where none was given."""


@cache
def table() -> Mapping[str, Any]:
    """The codes of answers, as their file has them."""
    return tomllib.loads(Path(__file__).with_name("codes.toml").read_text(encoding="utf-8"))


def items_of(system: str, code: str) -> tuple[tuple[str, str], ...]:
    """Every question that a code stands for: one of PHQ-9 may be one of PHQ-2 too."""
    return _items().get((system, code), ())


def panel_of(system: str, code: str) -> str | None:
    """The instrument that a code names."""
    return _panels().get((system, code))


def total_of(system: str, code: str) -> str | None:
    """The instrument whose total a code names."""
    return _totals().get((system, code))


def item_codes(form: Instrument, item: str) -> list[Code]:
    """The codes of a question, LOINC first."""
    loinc = form.items[item].loinc
    return [*([(LOINC, loinc)] if loinc else []), (LOCAL, f"{form.id}/{item}")]


def panel_code(form: Instrument) -> Code:
    """The code of an instrument."""
    loinc = form.table.get("loinc", {}).get("panel")
    return (LOINC, loinc) if loinc else (LOCAL, form.id)


def result_code(form: Instrument) -> Code:
    """The code of what an instrument ends in: its total, its level, or else the form itself."""
    level = table()["levels"].get(form.id)
    if level:
        return (LOINC, level)
    if not form.has_total:
        return panel_code(form)
    loinc = form.table.get("loinc", {}).get("total")
    return (LOINC, loinc) if loinc else (LOCAL, f"{form.id}/total")


def scale(form: Instrument, item: str) -> Mapping[str, int]:
    """What LOINC's codes of answers count for a question; empty where they are not known here."""
    own = table()["instruments"].get(form.id, {})
    name = own.get("items", {}).get(item) or own.get("all")
    if name is None and form.items[item].allowed == (0, 1):
        name = "yes-no"
    found: Mapping[str, int] = table()["scales"].get(name, {})
    return found


def look_alike(code: str) -> str:
    """Why a code is not what it looks like, or nothing."""
    return str(table()["look_alikes"].get(code, ""))


@cache
def _items() -> dict[Code, tuple[tuple[str, str], ...]]:
    found: dict[Code, tuple[tuple[str, str], ...]] = {}
    for form in instruments():
        for item in form.items:
            for code in item_codes(form, item):
                found[code] = (*found.get(code, ()), (form.id, item))
    return found


@cache
def _panels() -> dict[Code, str]:
    found = {(LOCAL, form.id): form.id for form in instruments()}
    return found | {panel_code(form): form.id for form in instruments()}


@cache
def _totals() -> dict[Code, str]:
    forms = [form for form in instruments() if form.has_total]
    found = {(LOCAL, f"{form.id}/total"): form.id for form in forms}
    return found | {result_code(form): form.id for form in forms}
