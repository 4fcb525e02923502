"""What responses are read with: Questionnaires, value sets, the sex of patients, and maps."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from homeward.facts import Problem, RecordError
from homeward.therapy.fhir.codes import look_alike
from homeward.therapy.fhir.given_map import GivenMap
from homeward.therapy.fhir.layout import Layout, layouts
from homeward.therapy.fhir.options import objects
from homeward.therapy.fhir.shape import links_of, shape_of, shape_of_response
from homeward.therapy.instrument import SEXES

KINDS = ("Questionnaire", "ValueSet", "Patient")
"""The kinds of resource that a response is read with."""

_KEPT = 1_000
"""How many layouts are kept, so that a file of odd responses does not fill the memory."""


class Library:
    """Finds the instruments that a response answers.

    A Questionnaire inside the response comes first, then one that was taken in, then a map,
    then the codes in the response's own linkIds.
    """

    def __init__(self, maps: Mapping[str, Sequence[GivenMap]]) -> None:
        """Start with maps alone."""
        self._maps = maps
        self._questionnaires: dict[str, list[dict[str, Any]]] = {}
        self._value_sets: dict[str, dict[str, Any]] = {}
        self._sexes: dict[str, str] = {}
        self._taken = 0
        self._layouts: dict[tuple[str, tuple[str, ...]], tuple[Layout, ...] | RecordError] = {}

    def __len__(self) -> int:
        """How many resources were taken in."""
        return self._taken

    def take(self, resource: dict[str, Any], full_url: str | None = None) -> None:
        """Keep a resource that responses may need."""
        self._taken += 1
        kind = resource.get("resourceType")
        own = f"{kind}/{resource.get('id')}"
        addresses = [resource.get("url"), own, full_url]
        for address in dict.fromkeys(one for one in addresses if isinstance(one, str)):
            if kind == "Questionnaire":
                self._questionnaires.setdefault(address, []).append(resource)
            elif kind == "ValueSet":
                self._value_sets[address] = resource
            elif kind == "Patient" and resource.get("gender") in SEXES:
                self._sexes[address] = resource["gender"]

    def sex(self, response: Mapping[str, Any]) -> str | None:
        """The sex of the person, where the patient was taken in."""
        subject = response.get("subject")
        address = subject.get("reference") if isinstance(subject, dict) else None
        return self._sexes.get(address) if isinstance(address, str) else None

    def layouts(self, response: Mapping[str, Any], file: str) -> tuple[Layout, ...]:
        """The instruments that a response answers.

        Raises:
            RecordError: when there is none that is known here, or its scores are not the
                instrument's, with what to do.
        """
        canonical = response.get("questionnaire")
        address = canonical if isinstance(canonical, str) else ""
        if address.startswith("#"):
            return self._read(response, address, file)
        at_hand = address.partition("|")[0] in self._questionnaires
        key = (address, () if at_hand else links_of(response))
        if key not in self._layouts:
            if len(self._layouts) >= _KEPT:
                self._layouts.clear()
            try:
                self._layouts[key] = self._read(response, address, file)
            except RecordError as problem:
                self._layouts[key] = problem
        found = self._layouts[key]
        if isinstance(found, RecordError):
            raise RecordError(found.problems)
        return found

    def _read(self, response: Mapping[str, Any], address: str, file: str) -> tuple[Layout, ...]:
        url, _, version = address.partition("|")
        maps = self._maps.get(address) or self._maps.get(url, ())
        questionnaire = self._questionnaire(response, url, version, file)
        if questionnaire is None:
            shape = shape_of_response(response)
        else:
            inside = {f"#{one.get('id')}": one for one in objects(questionnaire.get("contained"))}
            shape = shape_of(
                questionnaire, lambda name: inside.get(name) or self._value_sets.get(name)
            )
        found = layouts(shape, maps, file)
        if found:
            return found
        raise RecordError([self._unknown(address, questionnaire, shape.named, file)])

    def _questionnaire(
        self, response: Mapping[str, Any], url: str, version: str, file: str
    ) -> dict[str, Any] | None:
        """The Questionnaire that was answered, in the version that was answered."""
        for one in objects(response.get("contained")):
            if one.get("resourceType") == "Questionnaire" and url == f"#{one.get('id')}":
                return one
        at_hand = self._questionnaires.get(url, [])
        if not at_hand:
            return None
        right = [one for one in at_hand if not version or one.get("version") in (None, version)]
        if right:
            return right[-1]
        versions = ", ".join(sorted({str(one.get("version")) for one in at_hand}))
        problem = f"is another version than the Questionnaire at hand ({versions})"
        fix = "Give the Questionnaire in the version that was answered"
        raise RecordError(
            [Problem(file, "", "questionnaire", repr(f"{url}|{version}"), problem, fix)]
        )

    def _unknown(
        self, address: str, questionnaire: Mapping[str, Any] | None, named: Sequence[str], file: str
    ) -> Problem:
        codes = [one.get("code") for one in objects((questionnaire or {}).get("code"))]
        alike = next((code for code in codes if isinstance(code, str) and look_alike(code)), None)
        if alike:
            problem, fix = look_alike(alike), "Leave the response out: it is not scored here"
        elif named:
            problem = (
                f"names {named[0]}, but none of its questions carries a code that is known here"
            )
            fix = "Give its items their codes, or a map of its linkIds (--map)"
        elif questionnaire is not None:
            problem = "asks no instrument that is scored here: no item has a code that is known"
            fix = "Give its items their codes, or a map of its linkIds (--map)"
        else:
            problem = "is not at hand, and the linkIds show no instrument that is scored here"
            fix = "Give the Questionnaire (--questionnaire), or a map of its linkIds (--map)"
        return Problem(file, "", "questionnaire", repr(address) if address else "", problem, fix)
