"""A score as Observations of FHIR, the same for R4 and R5.

A total with gaps is written as a range, and a rule that is open as absent: never as a number or
a no. Every Observation says that it is a screen and not a diagnosis.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from homeward.therapy.fhir.codes import (
    LOCAL,
    LOINC,
    Code,
    item_codes,
    panel_code,
    result_code,
)
from homeward.therapy.fhir.scored import Scored
from homeward.therapy.instrument import Instrument
from homeward.therapy.scoring import NOT_A_DIAGNOSIS, Score

_SURVEY = {
    "coding": [
        {
            "system": "http://terminology.hl7.org/CodeSystem/observation-category",
            "code": "survey",
            "display": "Survey",
        }
    ]
}
_ABSENT = "http://terminology.hl7.org/CodeSystem/data-absent-reason"
_NOT_AN_ID = re.compile(r"[^A-Za-z0-9\-.]")
_LONGEST_ID = 64


def observations(found: Scored, *, panel: bool = False) -> list[dict[str, Any]]:
    """The Observation of a result; with ``panel`` one for each answer too, and one over all."""
    result = _shared(found, "result") | _code(found.score.response.instrument)
    result |= _value(found.score) | _band(found.score)
    parts = [*_rules(found.score), *_subscores(found.score)]
    if parts:
        result["component"] = parts
    result["note"] = [{"text": text} for text in _notes(found)]
    if not panel:
        return [_ordered(result)]
    members = [*_answers(found), result]
    return [_ordered(one) for one in (*members, _panel(found, members))]


def _shared(found: Scored, part: str) -> dict[str, Any]:
    """What every Observation of a response says."""
    data = found.data
    shared: dict[str, Any] = {"resourceType": "Observation"}
    if own := _id(found, part):
        shared["id"] = own
    shared["status"] = "amended" if data.get("status") == "amended" else "final"
    shared["category"] = [_SURVEY]
    for key in ("subject", "encounter"):
        if isinstance(data.get(key), dict):
            shared[key] = data[key]
    if isinstance(data.get("authored"), str):
        shared["effectiveDateTime"] = data["authored"]
    if reference := _reference(found):
        shared["derivedFrom"] = [{"reference": reference}]
    return shared


def _id(found: Scored, part: str) -> str | None:
    own = found.data.get("id")
    if not isinstance(own, str):
        return None
    ending = f"-{found.score.response.instrument.id}-{_NOT_AN_ID.sub('-', part)}"
    return _NOT_AN_ID.sub("-", own)[: _LONGEST_ID - len(ending)] + ending


def _reference(found: Scored) -> str | None:
    own = found.data.get("id")
    return f"QuestionnaireResponse/{own}" if isinstance(own, str) else found.resource.full_url


def _code(form: Instrument) -> dict[str, Any]:
    what = "total score" if form.has_total else "result"
    return {"code": _concept(result_code(form), f"{form.title}: {what}")}


def _value(score: Score) -> dict[str, Any]:
    """The total as a quantity, its span as a range, or the level that was reached."""
    form = score.response.instrument
    if score.total is not None:
        return {"valueQuantity": _points(score.total)}
    if score.total_min is not None and score.total_max is not None:
        low, high = _points(score.total_min), _points(score.total_max)
        return {"valueRange": {"low": low, "high": high}}
    if form.levels is None:
        return {}
    level = score.subscores.get(form.levels.name)
    if level is None:
        return {"dataAbsentReason": _absent("unknown", "Unknown")}
    return {"valueCodeableConcept": {"text": str(level)}}


def _points(value: int) -> dict[str, Any]:
    return {
        "value": value, "unit": "score", "system": "http://unitsofmeasure.org", "code": "{score}"
    }  # fmt: skip


def _band(score: Score) -> dict[str, Any]:
    return {"interpretation": [{"text": score.band}]} if score.band else {}


def _rules(score: Score) -> Iterator[dict[str, Any]]:
    form = score.response.instrument
    for rule in form.rules:
        part: dict[str, Any] = {
            "code": _concept((LOCAL, f"{form.id}/{rule.name}"), f"{rule.says} ({rule.cite})")
        }
        yield part | _verdict(score.positive[rule.name])


def _verdict(said: str) -> dict[str, Any]:
    if said == "unknown":
        return {"dataAbsentReason": _absent("unknown", "Unknown")}
    code, word = ("LA33-6", "Yes") if said == "yes" else ("LA32-8", "No")
    coding = {"system": LOINC, "code": code, "display": word}
    return {"valueCodeableConcept": {"coding": [coding]}}


def _subscores(score: Score) -> Iterator[dict[str, Any]]:
    form = score.response.instrument
    for name, value in score.subscores.items():
        if form.levels is not None and name == form.levels.name:
            continue
        code = {"code": _concept((LOCAL, f"{form.id}/{name}"), name.replace("_", " "))}
        own = {"valueQuantity": _points(value)} if type(value) is int else {
            "valueString": str(value)
        }  # fmt: skip
        yield code | own


def _notes(found: Scored) -> Iterator[str]:
    score = found.score
    yield from (f"ACT NOW: {flag}" for flag in score.flags)
    if score.missing:
        yield f"Not answered: {', '.join(score.missing)}."
    yield from (
        f"Item {wrong.item}: {wrong.value!r} is {wrong.why}; it counts as not answered."
        for wrong in score.wrong
    )
    yield from score.notes
    yield NOT_A_DIAGNOSIS


def _answers(found: Scored) -> Iterator[dict[str, Any]]:
    """One Observation for each answer that the form takes."""
    form = found.score.response.instrument
    for item, value in found.score.response.answers.items():
        code = item_codes(form, item)[0]
        own = {"code": _concept(code, form.items[item].text or f"{form.title}, item {item}")}
        yield _shared(found, f"item-{item}") | own | {"valueInteger": value}


def _panel(found: Scored, members: list[dict[str, Any]]) -> dict[str, Any]:
    form = found.score.response.instrument
    own: dict[str, Any] = {"code": _concept(panel_code(form), form.title)}
    references = [{"reference": f"Observation/{one['id']}"} for one in members if "id" in one]
    if references:
        own["hasMember"] = references
    own["note"] = [{"text": NOT_A_DIAGNOSIS}]
    return _shared(found, "panel") | own


def _concept(code: Code, text: str) -> dict[str, Any]:
    return {"coding": [{"system": code[0], "code": code[1]}], "text": text}


def _absent(code: str, display: str) -> dict[str, Any]:
    return {"coding": [{"system": _ABSENT, "code": code, "display": display}]}


def _ordered(one: Mapping[str, Any]) -> dict[str, Any]:
    """The elements in the order in which FHIR declares them."""
    order = (
        "resourceType", "id", "status", "category", "code", "subject", "encounter",
        "effectiveDateTime", "valueQuantity", "valueRange", "valueCodeableConcept", "valueInteger",
        "dataAbsentReason", "interpretation", "note", "hasMember", "derivedFrom", "component",
    )  # fmt: skip
    return {key: one[key] for key in order if key in one}
