"""Where the questions of an instrument stand in a Questionnaire, told by their codes.

Never by their text: wordings differ, and the same words stand in different forms. A place gives
a map for a Questionnaire without codes.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from homeward.therapy.fhir.codes import LOINC, Code, items_of, look_alike, total_of
from homeward.therapy.fhir.given_map import GivenMap
from homeward.therapy.fhir.shape import Question, Shape
from homeward.therapy.fhir.values import Spot, values_at
from homeward.therapy.instrument import Instrument, instrument


@dataclass(frozen=True)
class Layout:
    """One instrument in one Questionnaire.

    Attributes:
        items: the item of the instrument at each linkId.
        values: for each of these linkIds, what each code of an answer counts.
        totals: the linkIds that hold the total.
        version: which form of the instrument it is, where that shows.
        coding: how the answers are coded, where a map says so.
        notes: what a reader of the score has to know.
    """

    instrument: Instrument
    items: Mapping[str, str]
    values: Mapping[str, Mapping[Code, int]]
    totals: frozenset[str] = frozenset()
    version: str | None = None
    coding: str | None = None
    notes: tuple[str, ...] = ()


def layouts(shape: Shape, maps: Sequence[GivenMap], file: str) -> tuple[Layout, ...]:
    """Every instrument that a Questionnaire asks; a longer one stands for its shorter forms.

    Raises:
        RecordError: when the scores of a Questionnaire are not those of the instrument.
    """
    given = {one.instrument: one for one in maps}
    places: dict[str, dict[str, str]] = {}
    for question in shape.questions:
        for code in question.codes:
            for name, item in items_of(*code):
                places.setdefault(name, {}).setdefault(question.link, item)
    for name, one in given.items():
        places[name] = {**one.items, **places.get(name, {})}
    chosen = _chosen(shape, places, set(given))
    return tuple(
        _layout(shape, instrument(name), places[name], given.get(name), file) for name in chosen
    )


def _chosen(shape: Shape, places: Mapping[str, Mapping[str, str]], given: set[str]) -> list[str]:
    """The instruments that are named, whole or mapped, but for the short forms of others."""
    totals = {total_of(*code) for question in shape.questions for code in question.codes}
    found = [
        name
        for name, own in places.items()
        if name in given
        or name in totals
        or name in shape.named
        or set(instrument(name).items) <= set(own.values())
        or (not shape.is_whole and _has_own_item(shape, name))
    ]
    short = {
        one
        for name in found
        for one in instrument(name).table.get("short_forms", ())
        if set(places.get(one, {})) <= set(places[name])
    }
    return [name for name in found if name not in short]


def _has_own_item(shape: Shape, name: str) -> bool:
    """Whether a question stands there that no other instrument has."""
    codes = (code for question in shape.questions for code in question.codes)
    return any([form for form, _ in items_of(*code)] == [name] for code in codes)


def _layout(
    shape: Shape, form: Instrument, own: Mapping[str, str], given: GivenMap | None, file: str
) -> Layout:
    asked = {question.link: question for question in shape.questions}
    totals = {q.link for q in shape.questions if form.id in (total_of(*c) for c in q.codes)}
    values, versions = {}, set()
    for link, item in own.items():
        spot = Spot(form, item, asked.get(link, Question(link)), shape.place, file)
        values[link], shown = values_at(spot, given.answers if given else {})
        versions |= shown
    return Layout(
        instrument=form,
        items=own,
        values=values,
        totals=frozenset(totals | (given.totals if given else set())),
        version=(given and given.version) or (versions.pop() if len(versions) == 1 else None),
        coding=given.coding if given else None,
        notes=tuple(_notes(shape, form, own, given)),
    )


def _notes(
    shape: Shape, form: Instrument, own: Mapping[str, str], given: GivenMap | None
) -> Iterator[str]:
    if not shape.is_whole and given is None:
        yield (
            "The Questionnaire was not at hand: the questions were told by the codes in their "
            "linkIds."
        )
    for question in shape.questions:
        for system, code in question.codes:
            if system == LOINC and look_alike(code) and question.link not in own:
                yield f"{question.link}: {code} {look_alike(code)}."
    numbers = (q for q in shape.questions if q.link in own and q.is_number)
    open_ended = next((q for q in numbers if None in q.limits), None)
    if open_ended and form.table.get("wrong_coding") and not (given and given.coding):
        coded = Spot(form, own[open_ended.link], open_ended, "", "").coded
        yield (
            f"The Questionnaire does not say how its numbers are coded: {coded} was taken. "
            f"{form.table['wrong_coding']}."
        )
