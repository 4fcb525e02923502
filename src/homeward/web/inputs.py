"""An answer as it is typed into a form, as the value of its fact: or what is wrong with it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from homeward.explain.description import ENDED
from homeward.facts import Fact
from homeward.facts.checking import BadValue, typed
from homeward.web.language import marked as _
from homeward.web.record_file import held

_YEAR_DIGITS = 4
_DAY_DIGITS = 2
PARTS = ("month", "day", "year")


@dataclass(frozen=True)
class Typed:
    """What was typed: the value, or what is wrong; both empty where nothing was typed."""

    value: Any = None
    wrong: str = ""
    unknown: bool = False


def typed_in(fact: Fact, name: str, fields: Mapping[str, str]) -> Typed:
    """The value of a fact in the fields of a form that begin with a name."""
    if fields.get(f"{name}.unknown") or fields.get(name) == "unknown":
        return Typed(unknown=True)
    if fact.kind == "date":
        return _day(fact, name, fields)
    text = fields.get(name, "").strip()
    if not text:
        return Typed()
    return _checked(fact, _value(fact, text))


def _day(fact: Fact, name: str, fields: Mapping[str, str]) -> Typed:
    month, day, year = (fields.get(f"{name}.{part}", "").strip() for part in PARTS)
    if not (month or day or year):
        return Typed()
    if not (
        month.isdecimal() and day.isdecimal() and year.isdecimal() and len(year) == len("2000")
    ):
        return Typed(wrong=_("Fill in the month, the day and the year with four digits."))
    return _checked(fact, f"{year}-{int(month):02}-{int(day):02}")


def _value(fact: Fact, text: str) -> Any:  # noqa: ANN401  any JSON value
    if fact.kind == "truth":
        return {"yes": True, "no": False}.get(text, text)
    if fact.is_list:
        return [_one(fact, part.strip()) for part in text.replace("\n", ";").split(";") if part]
    return _one(fact, text)


def _one(fact: Fact, text: str) -> Any:  # noqa: ANN401  any JSON value
    if fact.kind not in ("number", "numbers"):
        return text
    plain = text.replace(",", "").removeprefix("$").strip()
    try:
        number = float(plain)
    except ValueError:
        return text
    return int(number) if number.is_integer() else number


def _checked(fact: Fact, value: Any) -> Typed:  # noqa: ANN401  any JSON value
    try:
        typed(fact, value)
    except BadValue as bad:
        return Typed(value, wrong=f"{_shown(value)} {bad}.")
    return Typed(value)


def _shown(value: Any) -> str:  # noqa: ANN401  any JSON value
    return f"“{str(value)[:40]}”"


def day_parts(value: Any) -> dict[str, str]:  # noqa: ANN401  any JSON value
    """A day in its three fields.

    >>> day_parts("2019-04-05")
    {'month': '4', 'day': '5', 'year': '2019'}
    """
    year, _, rest = str(value or "").partition("-")
    month, _, day = rest.partition("-")
    return {"month": month.lstrip("0"), "day": day.lstrip("0"), "year": year}


def choices(fact: Fact) -> list[tuple[str, str]]:
    """The values that a code may have, each in words."""
    said = ENDED if fact.name == "charge.disposition" else {}
    return [(value, said.get(value, value.replace("_", " "))) for value in fact.values]


def shown_value(fact: Fact, row: Mapping[str, Any]) -> str:
    """What a record says of a fact, as the text of a field."""
    value = next((v for f in (fact.field, *fact.aliases) if (v := held(row, f)) is not None), None)
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, list):
        return "; ".join(map(str, value))
    return "" if value is None else str(value)
