"""The score of one form as one query: every key of a score, a column each."""

# ruff: noqa: S608  SQL is written from the forms' own data and our own names, texts quoted

from __future__ import annotations

from homeward.sources.reading_sql import quoted, text
from homeward.therapy.bulk.fill import Fill, Layer
from homeward.therapy.bulk.keys import COLUMNS, NOT_FITTING, TWICE, notes, positive, summary, types
from homeward.therapy.bulk.nested import Shape
from homeward.therapy.bulk.sql import added, as_pointer, listed, pointer
from homeward.therapy.instrument import Instrument, instrument


def form_query(form: Instrument, source: str, shape: Shape) -> str:
    """A query for the scores of the rows of ``source`` that hold answers to this form.

    ``source`` has the columns line, id, version, sex, reported (a number), reported_text and
    answers (a JSON object).
    """
    whole = Fill(form, "", {name: quoted(f"given:{name}") for name in form.items})
    shorts = [_short(instrument(name), whole) for name in form.table.get("short_forms", ())]
    layers: list[Layer] = [
        {"raw": f"json_extract(answers, [{listed(map(pointer, form.items))}])"},
        _given(form),
        {"answered": added(f"(raw[{n}] IS NOT NULL)" for n in range(1, len(form.items) + 1))},
        {
            "errors": _errors(form),
            "twice": f"CASE WHEN len(json_keys(answers)) = answered THEN false ELSE {TWICE} END",
        },
        *(layer for one in shorts for layer in [_short_given(one, whole), *one.layers()]),
        *whole.layers(),
        *summary(whole, shape),
        {"notes": notes(whole), "short_forms": _short_forms(shorts, shape)},
    ]
    inner = f"SELECT * FROM {source}"
    for layer in layers:
        if layer:
            more = ", ".join(f"{own} AS {name}" for name, own in layer.items())
            inner = f"SELECT *, {more} FROM ({inner})"
    wanted = ", ".join(
        f"{_of(form, name)}::{kind} AS {quoted(name)}" for name, kind in types(shape).items()
    )
    return f"SELECT {wanted} FROM ({inner})"


def _of(form: Instrument, name: str) -> str:
    return {"instrument": text(form.id), "reported_total": "reported_text"}.get(name, quoted(name))


def _given(form: Instrument) -> Layer:
    """Each answer as a number, or NULL where there is none or the form does not take it."""
    found = {}
    for place, (name, item) in enumerate(form.items.items(), start=1):
        taken = " ".join(f"WHEN '{value}' THEN {value}" for value in item.allowed)
        found[quoted(f"given:{name}")] = f"(CASE raw[{place}] {taken} END)::TINYINT"
    return found


def _errors(form: Instrument) -> str:
    """The answers that the form does not take, in their order.

    They are looked for only where a count shows that there are some.
    """
    value = f"json_extract(answers, '/' || {as_pointer('key')})"
    fits = " ".join(
        f"WHEN {text(name)} THEN {value} IN ({listed(map(str, item.allowed))})"
        for name, item in form.items.items()
    )
    own = f"""CASE
        WHEN coalesce({value}, 'null') = 'null' THEN NULL
        {_skipped(form)}
        WHEN key NOT IN ({listed(form.items)}) THEN {{'item': key, 'why': 'no such item'}}
        WHEN CASE key {fits} END THEN NULL
        ELSE {{'item': key, 'why': '{NOT_FITTING}'}} END"""
    taken = added(f"({quoted(f'given:{name}')} IS NOT NULL)" for name in form.items)
    empty = added(f"(raw[{n}] = 'null')" for n in range(1, len(form.items) + 1))
    return f"""CASE
        WHEN len(json_keys(answers)) = answered AND answered = {taken} + {empty}
        THEN []::{COLUMNS["errors"]}
        ELSE list_filter(list_transform(json_keys(answers), lambda key: {own}),
                         lambda one: one IS NOT NULL) END"""


def _skipped(form: Instrument) -> str:
    unscored = form.table.get("not_scored", ())
    return f"WHEN key IN ({listed(unscored)}) THEN NULL" if unscored else ""


def _short(form: Instrument, whole: Fill) -> Fill:
    """A shorter form that the first items of this one make up."""
    mark = f"{form.id} "
    own = {
        name: quoted(f"{mark}given:{name}") if name in whole.form.items else "NULL::TINYINT"
        for name in form.items
    }
    return Fill(form, mark, own, version=False)


def _short_given(short: Fill, whole: Fill) -> Layer:
    """The answers that both forms take."""
    return {
        own: f"CASE WHEN {whole.given[name]} IN ({_listed_numbers(short.form, name)}) "
        f"THEN {whole.given[name]} END"
        for name, own in short.given.items()
        if name in whole.given
    }


def _short_forms(shorts: list[Fill], shape: Shape) -> str:
    """The bounds and verdicts of the shorter forms."""
    return shape.forms({
        one.form.id: (
            one.column("low total") if one.form.has_total else "NULL",
            one.column("high total") if one.form.has_total else "NULL",
            positive(one, shape),
        )
        for one in shorts
    })  # fmt: skip


def _listed_numbers(form: Instrument, name: str) -> str:
    return ", ".join(map(str, form.items[name].allowed))
