"""Responses that came more than once: which of them counts.

The same id twice is one response in two versions, or one that was sent twice. Of versions the
newest counts; where nothing says which is the newest, none is taken to.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from homeward.facts import Problem
from homeward.therapy.fhir.resources import Resource


@dataclass(frozen=True)
class _Version:
    place: int
    said: str
    number: int | None
    updated: str
    is_amended: bool
    content: bytes


class Repeats:
    """Knows, for every response of a file, whether another one takes its place.

    What is kept of a response is a number of eight bytes, and a few words where its id came
    more than once.
    """

    def __init__(self) -> None:
        """Start with nothing seen."""
        self._ids: set[int] = set()
        self._again: set[int] = set()
        self._versions: dict[int, list[_Version]] = {}
        self._said: set[int] = set()

    @property
    def has_some(self) -> bool:
        """Whether an id came more than once."""
        return bool(self._again)

    def note_ids(self, found: Iterable[Resource]) -> None:
        """See which ids come more than once."""
        for resource in found:
            if resource.kind == "QuestionnaireResponse" and (key := _id_key(resource)):
                (self._again if key in self._ids else self._ids).add(key)

    def note_versions(self, found: Iterable[Resource]) -> None:
        """See what there is to tell versions of one id apart; the same order as when asked."""
        for place, resource in enumerate(_responses(found)):
            key = _id_key(resource)
            if key in self._again:
                self._versions.setdefault(key, []).append(_version(resource, place))

    def problem(self, resource: Resource, place: int, file: str) -> Problem | None:
        """Why a response does not count beside the others, or None."""
        data = resource.data or {}
        versions = self._versions.get(_id_key(resource), [])
        if len(versions) > 1:
            return _of_versions(versions, resource, place, file)
        key = _content_key(data)
        if key is None:
            return None
        if key in self._said:
            fix = "Send it once; if it is another response, give it its own time (authored)"
            problem = "holds the same answers of the same person, form and time as one before it"
            return Problem(file, resource.place, "", "", problem, fix)
        self._said.add(key)
        return None


def _responses(found: Iterable[Resource]) -> Iterable[Resource]:
    return (one for one in found if one.kind == "QuestionnaireResponse")


def _of_versions(
    versions: list[_Version], resource: Resource, place: int, file: str
) -> Problem | None:
    newest = _newest(versions)
    if newest is None:
        others = ", ".join(one.said for one in versions if one.place != place)
        problem = f"has other answers than {others}, which has the same id"
        fix = "Say which is the newest (meta.lastUpdated or meta.versionId), or send only that one"
        return Problem(file, resource.place, "id", repr((resource.data or {})["id"]), problem, fix)
    if newest.place == place:
        return None
    problem = f"is the same response as {newest.said}, which counts in its place"
    fix = "Nothing to do, if that is the response that you mean"
    return Problem(file, resource.place, "id", repr((resource.data or {})["id"]), problem, fix)


def _newest(versions: list[_Version]) -> _Version | None:
    """The version that counts: the first of equals, else the newest, if one can be told."""
    if len({one.content for one in versions}) == 1:
        return versions[0]
    if all(one.updated for one in versions):
        return _highest(versions, [one.updated for one in versions])
    if all(one.number is not None for one in versions):
        return _highest(versions, [one.number or 0 for one in versions])
    return _highest(versions, [one.is_amended for one in versions])


def _highest(versions: list[_Version], orders: Sequence[Any]) -> _Version | None:
    top = max(orders)
    return versions[orders.index(top)] if orders.count(top) == 1 else None


def _version(resource: Resource, place: int) -> _Version:
    data = resource.data or {}
    found = data.get("meta")
    meta = found if isinstance(found, dict) else {}
    number = str(meta.get("versionId", ""))
    said = f"line {resource.line}" if resource.line is not None else f"entry {resource.entry}"
    return _Version(
        place,
        said,
        int(number) if number.isdecimal() else None,
        str(meta.get("lastUpdated") or ""),
        data.get("status") == "amended",
        _digest({key: value for key, value in data.items() if key not in ("meta", "text")}),
    )


def _id_key(resource: Resource) -> int:
    own = (resource.data or {}).get("id")
    return _number(repr(own).encode()) if own is not None else 0


def _content_key(data: Mapping[str, Any]) -> int | None:
    """What makes a response the same as another: the person, the form, the time, the answers."""
    subject = data.get("subject")
    person = subject.get("reference") if isinstance(subject, dict) else None
    if not person or not data.get("authored"):
        return None
    own = [person, data.get("questionnaire"), data["authored"], data.get("item")]
    return _number(_digest(own))


def _digest(found: object) -> bytes:
    whole = json.dumps(found, sort_keys=True, separators=(",", ":")).encode()
    return hashlib.blake2b(whole, digest_size=16).digest()


def _number(found: bytes) -> int:
    return int.from_bytes(hashlib.blake2b(found, digest_size=8).digest(), "big") or 1
