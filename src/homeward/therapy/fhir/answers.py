"""What was answered in a QuestionnaireResponse, as the numbers that an instrument scores.

An answer is told by its code, a number or a yes or no; a text is never read as an answer.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from homeward.therapy.fhir.codes import LOINC, Code, table
from homeward.therapy.fhir.layout import Layout
from homeward.therapy.fhir.options import code_of, objects, scores
from homeward.therapy.instrument import Instrument
from homeward.therapy.response import Wrong

_ABSENT_SYSTEMS = (
    "http://terminology.hl7.org/CodeSystem/data-absent-reason",
    "http://terminology.hl7.org/CodeSystem/v3-NullFlavor",
)
_TEXTS = ("valueString", "valueMarkdown", "valueUri")


@dataclass
class Answers:
    """The answers to one instrument.

    Attributes:
        fitting: the number by item; an item without an answer is not in it.
        wrong: the answers that the form does not take.
        places: the linkId of each wrong answer, and what to do about it.
        reported: the total that came along, or None.
        notes: what a reader of the score has to know.
    """

    fitting: dict[str, int] = field(default_factory=dict)
    wrong: list[Wrong] = field(default_factory=list)
    places: dict[str, tuple[str, str]] = field(default_factory=dict)
    reported: int | None = None
    notes: list[str] = field(default_factory=list)


class _NoNumberError(Exception):
    """An answer that is none of the form's: what was found, why, and what to do."""

    def __init__(self, shown: object, why: str, fix: str) -> None:
        super().__init__(why)
        self.shown, self.why, self.fix = shown, why, fix


def answered(response: Mapping[str, Any]) -> dict[str, list[dict[str, Any]]]:
    """The answers at each linkId, those in groups and under other answers too."""
    found: dict[str, list[dict[str, Any]]] = {}
    for link, answers in _walk(response):
        found.setdefault(link, []).extend(answers)
    return found


def answers_to(layout: Layout, given: Mapping[str, list[dict[str, Any]]]) -> Answers:
    """The answers to one instrument, and what is wrong with them."""
    found = Answers()
    for link, item in layout.items.items():
        try:
            values = {_number(one, layout, link) for one in given.get(link, ())} - {None}
            _one(values, found.fitting.get(item))
        except _NoNumberError as wrong:
            _set_wrong(found, item, link, wrong)
        else:
            if values and item not in found.places:
                found.fitting[item] = next(value for value in values if value is not None)
    _take_total(found, layout, given)
    return found


def _walk(holder: Mapping[str, Any]) -> Iterator[tuple[str, list[dict[str, Any]]]]:
    for item in objects(holder.get("item")):
        answers = objects(item.get("answer"))
        if isinstance(item.get("linkId"), str):
            yield item["linkId"], answers
        yield from _walk(item)
        for answer in answers:
            yield from _walk(answer)


def _one(values: set[int | None], before: int | None) -> None:
    """Two answers to one question cannot both hold."""
    both = values | ({before} if before is not None else set())
    if len(both) > 1:
        shown = " and ".join(sorted(map(str, both)))
        fix = "Keep the answer that the person gave last, and send the response again"
        raise _NoNumberError(shown, "answered twice, and not the same", fix)


def _set_wrong(found: Answers, item: str, link: str, wrong: _NoNumberError) -> None:
    found.fitting.pop(item, None)
    found.wrong.append(Wrong(item, wrong.why, wrong.shown))
    found.places[item] = (link, wrong.fix)


def _number(answer: Mapping[str, Any], layout: Layout, link: str) -> int | None:
    """What an answer counts; None where it says that there is none."""
    form, item = layout.instrument, layout.items[link]
    number: object = None
    if isinstance(answer.get("valueCoding"), dict):
        number = _of_coding(answer["valueCoding"], layout, link)
    elif "valueBoolean" in answer:
        number = _of_truth(answer["valueBoolean"], form, item)
    elif "valueInteger" in answer or "valueDecimal" in answer:
        number = answer.get("valueInteger", answer.get("valueDecimal"))
        if type(number) is float and number.is_integer():
            number = int(number)
    elif any(key in answer for key in _TEXTS):
        text = next(answer[key] for key in _TEXTS if key in answer)
        fix = "Send the code of the answer: words are never read as an answer"
        raise _NoNumberError(str(text)[:60], "text, not a code or a number", fix)
    elif any(key.startswith("value") for key in answer):
        key = next(key for key in answer if key.startswith("value"))
        raise _NoNumberError(key, "not a code, a number, or yes or no", _takes(form, item))
    if number is not None and (type(number) is not int or number not in form.items[item].allowed):
        raise _NoNumberError(number, "not an allowed answer", _takes(form, item))
    return number if type(number) is int else None


def _of_coding(coding: Mapping[str, Any], layout: Layout, link: str) -> int | None:
    code = code_of(coding)
    if code[0] in _ABSENT_SYSTEMS or (code[0] == LOINC and code[1] in table()["no_answer"]):
        return None
    value = _by_code(code, layout.values[link])
    own = scores(coding)
    if value is None and len(own) == 1 and own[0].is_integer():
        value = int(own[0])
    if value is not None:
        return value
    known = sorted({name for _, name in layout.values[link]})
    fix = (
        f"The codes known for it are {', '.join(known)}"
        if known
        else "Give the Questionnaire with a score for each answer, or a map with the codes"
    )
    raise _NoNumberError(code[1] or "(no code)", "not an allowed answer", fix)


def _by_code(code: Code, values: Mapping[Code, int]) -> int | None:
    """What a code counts; a code that came without its system must be the only one of its name."""
    if code in values:
        return values[code]
    if ("", code[1]) in values:
        return values["", code[1]]
    if code[0]:
        return None
    alike = {value for (_, name), value in values.items() if name == code[1]}
    return alike.pop() if len(alike) == 1 else None


def _of_truth(value: Any, form: Instrument, item: str) -> int:  # noqa: ANN401  JSON may be anything until it is checked here
    if type(value) is not bool or form.items[item].allowed != (0, 1):
        raise _NoNumberError(value, "not an allowed answer", _takes(form, item))
    return int(value)


def _takes(form: Instrument, item: str) -> str:
    allowed = form.items[item].allowed
    if allowed == (0, 1):
        return "The question takes yes (1) or no (0)"
    return f"The question takes {', '.join(map(str, allowed[:-1]))} or {allowed[-1]}"


def _take_total(found: Answers, layout: Layout, given: Mapping[str, list[dict[str, Any]]]) -> None:
    for link in sorted(layout.totals):
        for answer in given.get(link, ()):
            total = _total(answer)
            if total is None:
                found.notes.append(f"The total at linkId {link} is not a whole number.")
            else:
                found.reported = total


def _total(answer: Mapping[str, Any]) -> int | None:
    """A total, however it is stored: some systems store it as text."""
    quantity = answer.get("valueQuantity")
    value = (
        quantity.get("value")
        if isinstance(quantity, dict)
        else next((answer[key] for key in answer if key.startswith("value")), None)
    )
    if isinstance(value, str) and value.strip().isdecimal():
        return int(value)
    if type(value) is float and value.is_integer():
        return int(value)
    return value if type(value) is int else None
