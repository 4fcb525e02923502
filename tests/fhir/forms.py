"""Questionnaires and responses of the shape that systems send, for any instrument."""

import json

from homeward.therapy import instrument
from homeward.therapy.fhir.codes import item_codes, panel_code, result_code

URL = "http://example.org/Questionnaire/{}"
WEIGHT = "http://hl7.org/fhir/StructureDefinition/itemWeight"
ORDINAL = "http://hl7.org/fhir/StructureDefinition/ordinalValue"
ANSWERS = "http://example.org/CodeSystem/answers"


def coding(code):
    return {"system": code[0], "code": code[1]}


def questionnaire(name, *, release="R4", extension=ORDINAL, weights=None, link="q{}", **more):
    """A Questionnaire whose items have codes, and whose answers have scores."""
    form = instrument(name)
    items = []
    for item in form.items:
        scored = (weights or {}).get(item, form.items[item].allowed)
        options = [
            {"extension": [{"url": extension, "valueDecimal": score}],
             "valueCoding": coding((ANSWERS, f"a{n}"))}
            for n, score in enumerate(scored)
        ]  # fmt: skip
        items.append(
            {"linkId": link.format(item), "code": [coding(item_codes(form, item)[0])],
             "text": "Words that nobody reads", "answerOption": options,
             "type": "choice" if release == "R4" else "coding"}
        )  # fmt: skip
    total = {"linkId": "total", "code": [coding(result_code(form))], "type": "decimal"}
    group = {"linkId": "group", "type": "group", "item": items}
    return {
        "resourceType": "Questionnaire", "id": name, "url": URL.format(name), "status": "active",
        "code": [coding(panel_code(form))], "item": [group, total], **more,
    }  # fmt: skip


def response(name, values, *, link="q{}", **more):
    """A response to it: the place of each answer among those offered; None leaves the item out."""
    items = [
        {"linkId": link.format(item), "answer": [answer(value)]}
        for item, value in values.items()
        if value is not None
    ]
    return {
        "resourceType": "QuestionnaireResponse", "id": f"{name}-1",
        "questionnaire": URL.format(name), "status": "completed",
        "subject": {"reference": "Patient/p1"}, "authored": "2026-11-20T10:00:00Z",
        "item": [{"linkId": "group", "item": items}], **more,
    }  # fmt: skip


def answer(value):
    """A coded answer by its place, or any answer as it is."""
    return value if isinstance(value, dict) else {"valueCoding": coding((ANSWERS, f"a{value}"))}


def bundle(*found):
    return {
        "resourceType": "Bundle", "type": "collection",
        "entry": [{"resource": one} for one in found],
    }  # fmt: skip


def ndjson(*found):
    return "".join(f"{json.dumps(one)}\n" for one in found)


def all_at(name, value):
    """The same answer to every item."""
    return dict.fromkeys(instrument(name).items, value)
