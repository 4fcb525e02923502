"""Reading changes to the law from plain data: a TOML file, or the ``with`` of a record.

>>> patch = read_patch({"title": "Shorter wait", "law": "us-zz", "set": {"seal.wait_years": 1}})
>>> patch.settings[0].parameter, patch.settings[0].value
('seal.wait_years', 1)
>>> read_patch({"title": "Shorter wait", "law": "us-zz", "sett": {}})
Traceback (most recent call last):
    ...
homeward.rules.problem.LawError: the changes 'Shorter wait': there is no 'sett'; did you mean set?
"""

from __future__ import annotations

import difflib
from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date
from fractions import Fraction
from typing import Any

from homeward.rules.patch.change import Added, Drop, Listed, Patch, Scope, Setting, Way
from homeward.rules.problem import LawError
from homeward.when import FIRST, LAST

_KEYS = ("title", "law", "cite", "status", "from", "applies_to", "set", "empty", "list", "unlist",
         "drop", "add", "way", "options")  # fmt: skip


def read_patch(data: Mapping[str, Any], options: Mapping[str, Any] | None = None) -> Patch:
    """One patch; ``options`` are the choices that its ``[options]`` table gives a meaning.

    Raises:
        LawError: when a part of it cannot be read; the message says which.
    """
    title = str(data.get("title", ""))
    reading = _Reading(f"the changes {title!r}")
    reading.check(data, _KEYS)
    since = reading.day(data.get("from", FIRST))
    patch = Patch(
        title=reading.text(data, "title"),
        law=reading.text(data, "law"),
        cite=str(data.get("cite", "")),
        settings=tuple(reading.settings(data.get("set", {}), since)),
        listings=(*reading.listings(data.get("list", {}), since, on=True),
                  *reading.listings(data.get("unlist", {}), since, on=False)),
        emptied=tuple((tag, since) for tag in reading.words(data, "empty")),
        drops=tuple(Drop(name, since) for name in reading.words(data, "drop")),
        adds=tuple(reading.adds(data.get("add", []), since)),
        ways=tuple(reading.ways(data.get("way", []), since)),
        applies_to=reading.scope(data["applies_to"]) if "applies_to" in data else None,
        status=str(data.get("status", "")),
    )  # fmt: skip
    return reading.chosen(patch, data.get("options", {}), options or {}, since)


class _Reading:
    """Reads the parts, and says where it stands when one is wrong."""

    def __init__(self, where: str) -> None:
        self.where = where

    def wrong(self, said: str) -> LawError:
        return LawError(f"{self.where}: {said}")

    def check(self, data: Mapping[str, Any], known: tuple[str, ...]) -> None:
        for key in data:
            if key not in known:
                near = difflib.get_close_matches(key, known, n=1, cutoff=0.5)
                hint = f"did you mean {near[0]}?" if near else f"it has {', '.join(known)}"
                raise self.wrong(f"there is no {key!r}; {hint}")

    def text(self, data: Mapping[str, Any], key: str) -> str:
        value = data.get(key)
        if not isinstance(value, str) or not value:
            raise self.wrong(f'{key} is missing; write {key} = "…"')
        return value

    def words(self, data: Mapping[str, Any], key: str) -> list[str]:
        value = data.get(key, [])
        if not isinstance(value, list) or not all(isinstance(word, str) for word in value):
            raise self.wrong(f'{key} is a list of names: {key} = ["…"]')
        return value

    def day(self, value: object) -> date:
        if isinstance(value, str):
            try:
                return date.fromisoformat(value)
            except ValueError:
                pass
        if type(value) is not date:
            raise self.wrong(f"{value!r} is not a day; write 2027-01-01")
        return max(value, FIRST)

    def settings(self, table: Any, since: date, path: str = "") -> Iterator[Setting]:  # noqa: ANN401  unchecked
        """The parameters under ``[set]``: a value, or a value with the day that it holds from."""
        if not isinstance(table, Mapping):
            raise self.wrong('set is a table: [set], then "path.of.a.parameter" = value')
        for key, value in table.items():
            here = f"{path}{key}"
            if not isinstance(value, Mapping):
                yield self.setting(here, value, since)
            elif "value" in value:
                self.check(value, ("value", "from"))
                yield self.setting(here, value["value"], self.day(value.get("from", since)))
            else:
                yield from self.settings(value, since, f"{here}.")

    def setting(self, name: str, value: object, since: date) -> Setting:
        if isinstance(value, float):
            value = Fraction(str(value))
        if not isinstance(value, str | int | Fraction | date):
            raise self.wrong(f"{name} is set to {value!r}; it takes one number, word, day or truth")
        return Setting(name, value, since)

    def listings(self, table: Any, since: date, *, on: bool) -> Iterator[Listed]:  # noqa: ANN401  unchecked
        """The rows under ``[list]`` or ``[unlist]``: a tag and its citations."""
        if not isinstance(table, Mapping):
            raise self.wrong('list is a table: [list], then tag = ["citation", …]')
        for tag, rows in table.items():
            if not isinstance(rows, list):
                raise self.wrong(f'the list {tag} gets citations: {tag} = ["…"]')
            yield from (self.listing(tag, row, since, on=on) for row in rows)

    def listing(self, tag: str, row: Any, since: date, *, on: bool) -> Listed:  # noqa: ANN401  unchecked
        if isinstance(row, str):
            return Listed(tag, row, since, on)
        if not isinstance(row, Mapping) or not isinstance(row.get("citation"), str):
            raise self.wrong(f'the list {tag} gets citations, or {{citation = "…"}}; not {row!r}')
        self.check(row, ("citation", "severity", "classes", "from"))
        classes = frozenset(str(row.get("classes", "")).split())
        day = self.day(row.get("from", since))
        return Listed(tag, row["citation"], day, on, str(row.get("severity", "")), classes)

    def adds(self, rows: Any, since: date) -> Iterator[Added]:  # noqa: ANN401  unchecked
        """The conditions under ``[[add]]``: in the text form, or like one of another rule."""
        if not isinstance(rows, list) or not all(isinstance(row, Mapping) for row in rows):
            raise self.wrong('add is a list of tables: [[add]], then rule = "…" and asks = "…"')
        for row in rows:
            self.check(row, ("rule", "name", "says", "asks", "like", "from"))
            like, asks = str(row.get("like", "")), str(row.get("asks", ""))
            if bool(like) == bool(asks):
                raise self.wrong('an added condition has asks = "…", or like = "rule/condition"')
            name = str(row.get("name") or like.rpartition("/")[2])
            if not name.isidentifier():
                raise self.wrong(f"an added condition has a name of one word; not {name!r}")
            says = self.text(row, "says") if asks else str(row.get("says", ""))
            day = self.day(row.get("from", since))
            yield Added(self.text(row, "rule"), name, day, says, asks, like)

    def ways(self, rows: Any, since: date) -> Iterator[Way]:  # noqa: ANN401  unchecked
        """The further ways under ``[[way]]`` to meet a condition, each in the text form."""
        if not isinstance(rows, list) or not all(isinstance(row, Mapping) for row in rows):
            raise self.wrong('way is a list of tables: [[way]], then beside = "rule/condition"')
        for row in rows:
            self.check(row, ("beside", "name", "says", "asks", "from"))
            beside, name = self.text(row, "beside"), self.text(row, "name")
            if "/" not in beside:
                raise self.wrong(
                    f'beside is a condition: beside = "rule/condition"; not {beside!r}'
                )
            if not name.isidentifier():
                raise self.wrong(f"another way has a name of one word; not {name!r}")
            day = self.day(row.get("from", since))
            yield Way(beside, name, day, self.text(row, "says"), self.text(row, "asks"))

    def scope(self, table: Any) -> Scope:  # noqa: ANN401  unchecked
        """The rows that all of it is about: a day of theirs, and the line that it lies on."""
        example = 'applies_to = { date = "charge.offense_date", from = 2027-01-01 }'
        if not isinstance(table, Mapping) or not {"from", "before"} & set(table):
            raise self.wrong(f"applies_to has a date, and from, before or both: {example}")
        self.check(table, ("date", "from", "before"))
        scope = Scope(self.text(table, "date"), self.day(table.get("from", FIRST)),
                      self.day(table.get("before", LAST)))  # fmt: skip
        if scope.since >= scope.before:
            raise self.wrong(
                f"applies_to is about no day: {scope.before} is not after {scope.since}"
            )
        return scope

    # --- options ---------------------------------------------------------------------

    def chosen(
        self,
        patch: Patch,
        meanings: Mapping[str, Any],
        options: Mapping[str, Any],
        since: date,
    ) -> Patch:
        """The patch with each option given its meaning: a parameter's value, or rows of a list."""
        settings = {one.parameter: one for one in patch.settings}
        listings = list(patch.listings)
        for name, value in _flat(options):
            if name not in meanings:
                near = difflib.get_close_matches(name, meanings, n=1, cutoff=0.5)
                hint = f"did you mean {near[0]}?" if near else f"it has {', '.join(meanings)}"
                raise self.wrong(f"there is no option {name!r}; {hint}")
            meaning = meanings[name]
            if isinstance(meaning, str):
                settings[meaning] = self.setting(meaning, value, since)
            else:
                listings += self.listings({meaning["list"]: value}, since, on=True)
        return replace(patch, settings=tuple(settings.values()), listings=tuple(listings))


def _flat(options: Mapping[str, Any], path: str = "") -> Iterator[tuple[str, Any]]:
    for key, value in options.items():
        if isinstance(value, Mapping):
            yield from _flat(value, f"{path}{key}.")
        else:
            yield f"{path}{key}", value
