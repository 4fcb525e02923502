"""The answers that a question of a Questionnaire offers, and the score that each carries.

A score stands in the extension ``itemWeight`` or in the older ``ordinalValue``, on the option, on
its coding, or on the concept of a value set.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from homeward.therapy.fhir.codes import Code

_OURS = "http://hl7.org/fhir/StructureDefinition/"
WEIGHT = f"{_OURS}itemWeight"
ORDINALS = (
    f"{_OURS}ordinalValue",
    f"{_OURS}questionnaire-ordinalValue",
    f"{_OURS}codesystem-ordinalValue",
    f"{_OURS}valueset-ordinalValue",
)
_LIMITS = (f"{_OURS}minValue", f"{_OURS}maxValue")

Find = Callable[[str], Mapping[str, Any] | None]
"""Finds a value set by its address."""


@dataclass(frozen=True)
class Option:
    """An answer by its code; ``scores`` is empty, or holds more than one where they disagree."""

    code: Code
    scores: tuple[float, ...] = ()


def options(item: Mapping[str, Any], find: Find) -> list[Option]:
    """What a question offers; an option that is no coding has no code and is left out."""
    found = [_of_option(one) for one in objects(item.get("answerOption"))]
    address = item.get("answerValueSet")
    value_set = find(address) if isinstance(address, str) else None
    return [one for one in found if one is not None] + list(_of_value_set(value_set or {}))


def limits(item: Mapping[str, Any]) -> tuple[float | None, float | None]:
    """The least and the greatest number that a question takes, where it says so."""
    said = {
        one.get("url"): _number(one)
        for one in objects(item.get("extension"))
        if one.get("url") in _LIMITS
    }
    return said.get(_LIMITS[0]), said.get(_LIMITS[1])


def scores(*holders: Mapping[str, Any]) -> tuple[float, ...]:
    """The scores in the extensions of some elements, each once."""
    said = [
        _number(one)
        for holder in holders
        for one in objects(holder.get("extension"))
        if one.get("url") == WEIGHT or one.get("url") in ORDINALS
    ]
    return tuple(dict.fromkeys(value for value in said if value is not None))


def code_of(coding: Mapping[str, Any]) -> Code:
    """A coding as system and code; what is not there is empty."""
    system, code = coding.get("system"), coding.get("code")
    return (
        system if isinstance(system, str) else "",
        code if isinstance(code, str) else "",
    )


def objects(found: Any) -> list[dict[str, Any]]:  # noqa: ANN401  JSON may be anything until it is checked here
    """The objects of a list; nothing where it is none."""
    return [one for one in found if isinstance(one, dict)] if isinstance(found, list) else []


def _of_option(one: Mapping[str, Any]) -> Option | None:
    coding = one.get("valueCoding")
    return Option(code_of(coding), scores(one, coding)) if isinstance(coding, dict) else None


def _of_value_set(value_set: Mapping[str, Any]) -> Iterator[Option]:
    compose, expansion = value_set.get("compose"), value_set.get("expansion")
    for include in objects(compose.get("include")) if isinstance(compose, dict) else ():
        for concept in objects(include.get("concept")):
            yield Option(code_of({**concept, "system": include.get("system")}), scores(concept))
    for one in objects(expansion.get("contains")) if isinstance(expansion, dict) else ():
        yield Option(code_of(one), scores(one))


def _number(one: Mapping[str, Any]) -> float | None:
    for key in ("valueDecimal", "valueInteger"):
        value = one.get(key)
        if isinstance(value, int | float) and not isinstance(value, bool):
            return float(value)
    return None
