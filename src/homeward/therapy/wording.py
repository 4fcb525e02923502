"""A site's own wording of a form, by the ids of its questions.

The wording of most forms may not be passed on with open code. A site that holds a copy of its own
writes it into a file, and the form can be printed and filled in like one whose wording is shipped::

    instrument = "bjmhs"
    source = "our own copy of the form, 2026"

    [items]
    1 = "…"
    2 = { text = "…", answers = ["No", "Yes"] }
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from homeward.facts import Problem, RecordError
from homeward.therapy.instrument import Instrument, Item, instrument, names

_KEYS = ("instrument", "source", "stem", "answers", "version", "items")
_YES_NO = ("No", "Yes")


def has_wording(form: Instrument) -> bool:
    """Whether every question of a form has its words and those of its answers."""
    return all(item.text and item.answers for item in form.items.values())


def read_wording(path: Path) -> Instrument:
    """A form with the words of a site's own file.

    Raises:
        RecordError: when the file cannot be read, or does not fit the form; names the field.
    """
    try:
        given = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as problem:
        fix = 'Write TOML: instrument = "k10", then [items] with the words of each question'
        raise _refusal(path.name, "", "", f"cannot be read: {problem}", fix) from None
    name = given.get("instrument")
    if name not in names():
        fix = f"The forms are: {', '.join(names())}"
        raise _refusal(path.name, "instrument", name, "is not a form that is known here", fix)
    form = instrument(name)
    problems = list(_wrong(form, given, path.name))
    if problems:
        raise RecordError(problems)
    items = {key: _worded(item, given) for key, item in form.items.items()}
    shown = {key: given[key] for key in ("stem", "version") if key in given}
    table = dict(form.table) | {"stem": "", "credit": ""} | shown | {"source": given["source"]}
    return replace(form, items=items, table=table)


def _worded(item: Item, given: Mapping[str, Any]) -> Item:
    own = given["items"][item.id]
    text = own if isinstance(own, str) else own["text"]
    return replace(item, text=text, answers=tuple(_answers(item, given)))


def _answers(item: Item, given: Mapping[str, Any]) -> Any:  # noqa: ANN401  as the file has it
    """The words of the answers: the question's own, the file's, or no and yes."""
    own = given["items"][item.id]
    mine = own.get("answers") if isinstance(own, dict) else None
    return mine or given.get("answers") or (_YES_NO if item.allowed == (0, 1) else ())


def _wrong(form: Instrument, given: Mapping[str, Any], file: str) -> Iterator[Problem]:
    for key in sorted(set(given) - set(_KEYS)):
        yield Problem(file, "", key, repr(given[key])[:60], "is not known here",
                      f"The keys are: {', '.join(_KEYS)}")  # fmt: skip
    if not isinstance(given.get("source"), str):
        yield Problem(file, "", "source", "", "is missing", "Say whose wording it is")
    if "version" in given and given["version"] not in form.versions:
        known = ", ".join(form.versions) or "none: leave it out"
        yield Problem(file, "", "version", repr(given["version"])[:60],
                      f"is not a version of {form.id}", f"The versions are: {known}")  # fmt: skip
    items = given.get("items")
    if not isinstance(items, dict):
        yield Problem(file, "", "items", "", "is missing", "Write [items] with each question")
        return
    for key in sorted(set(items) - set(form.items)):
        yield Problem(file, "", f"items.{key}", "", f"is not a question of {form.id}",
                      f"The questions are: {', '.join(form.items)}")  # fmt: skip
    for item in form.items.values():
        yield from _wrong_item(item, given, file)


def _wrong_item(item: Item, given: Mapping[str, Any], file: str) -> Iterator[Problem]:
    own, where = given["items"].get(item.id), f"items.{item.id}"
    text = own.get("text") if isinstance(own, dict) else own
    if not isinstance(text, str) or not text.strip():
        problem = "is missing" if own is None else "has no words"
        yield Problem(file, "", where, "", problem, "Write the words of this question")
        return
    answers = _answers(item, given)
    if len(answers) != len(item.allowed) or not all(isinstance(one, str) for one in answers):
        values = ", ".join(map(str, item.allowed))
        yield Problem(file, "", f"{where}.answers", "", f"are {len(answers)} answers for {values}",
                      "Write the words of each, in this order")  # fmt: skip


def _refusal(file: str, name: str, value: object, problem: str, fix: str) -> RecordError:
    shown = "" if value in (None, "") else repr(value)[:60]
    return RecordError([Problem(file, "", name, shown, problem, fix)])
