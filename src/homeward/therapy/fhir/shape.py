"""A Questionnaire as its questions: linkIds, codes and offered answers, whatever its nesting."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from homeward.therapy.fhir.codes import LOINC, Code, panel_of
from homeward.therapy.fhir.options import Find, Option, code_of, limits, objects, options


@dataclass(frozen=True)
class Question:
    """One item of a Questionnaire.

    Attributes:
        limits: the least and the greatest number that it takes, where it says so.
    """

    link: str
    codes: tuple[Code, ...] = ()
    options: tuple[Option, ...] = ()
    limits: tuple[float | None, float | None] = (None, None)
    is_number: bool = False


@dataclass
class Shape:
    """The questions of a Questionnaire, and the instruments that it names.

    Attributes:
        place: what it is called in a message.
        is_whole: whether every question is here; a response leaves out what was not answered.
    """

    place: str
    is_whole: bool
    questions: list[Question] = field(default_factory=list)
    named: list[str] = field(default_factory=list)


def shape_of(questionnaire: Mapping[str, Any], find: Find) -> Shape:
    """The questions of a Questionnaire, those in groups too."""
    own = questionnaire.get("id") or questionnaire.get("url") or "?"
    shape = Shape(f"Questionnaire/{own}", is_whole=True)
    shape.named += _panels(objects(questionnaire.get("code")))
    for item in all_items(questionnaire):
        shape.named += _panels(objects(item.get("code")))
        link = item.get("linkId")
        if isinstance(link, str) and item.get("type") not in ("group", "display"):
            shape.questions.append(_question(link, item, find))
    return shape


def shape_of_response(response: Mapping[str, Any]) -> Shape:
    """What the linkIds of a response alone show: those that end in a code of LOINC."""
    shape = Shape(f"QuestionnaireResponse/{response.get('id') or '?'}", is_whole=False)
    for link in links_of(response):
        code = (LOINC, link.rpartition("/")[2])
        shape.questions.append(Question(link, (code,)))
        shape.named += _panels([{"system": LOINC, "code": code[1]}])
    return shape


def links_of(response: Mapping[str, Any]) -> tuple[str, ...]:
    """The linkIds of a response, each once."""
    links = (item.get("linkId") for item in all_items(response))
    return tuple(dict.fromkeys(link for link in links if isinstance(link, str)))


def all_items(holder: Mapping[str, Any]) -> Iterator[dict[str, Any]]:
    """Every item, those in groups and those under an answer too."""
    for item in objects(holder.get("item")):
        yield item
        yield from all_items(item)
        for answer in objects(item.get("answer")):
            yield from all_items(answer)


def _question(link: str, item: Mapping[str, Any], find: Find) -> Question:
    return Question(
        link,
        tuple(code_of(one) for one in objects(item.get("code"))),
        tuple(options(item, find)),
        limits(item),
        is_number=item.get("type") in ("integer", "decimal"),
    )


def _panels(codings: Sequence[Mapping[str, Any]]) -> list[str]:
    found = (panel_of(*code_of(one)) for one in codings)
    return [name for name in found if name is not None]
