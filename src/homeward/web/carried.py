"""What a form brings: the record, which travels in it, and what is wanted to be known."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from fastapi import Request
from starlette.datastructures import UploadFile

from homeward import law
from homeward.facts import read_record
from homeward.web.limits import Limits
from homeward.web.problems import of_one
from homeward.web.record_file import as_json_text, record_in, record_of_json
from homeward.web.wishes import Wish, wish_named

_MOST_FIELDS = 20_000
_LONGEST_TRAIL = 100


@dataclass
class Carried:
    """A record on its way from one page to the next, with the other fields of its form."""

    record: dict[str, Any]
    place: str
    wish: Wish | None
    fields: Mapping[str, str]
    skipped: list[str] = field(default_factory=list)
    trail: list[str] = field(default_factory=list)

    @property
    def touches_harm(self) -> bool:
        """Whether a page of it may touch on harm, so that it says where to turn first.

        Who asks for everything is told of prison and of abuse too, where the record speaks of it.
        """
        return self.wish is None or self.wish.harm

    @property
    def skipped_text(self) -> str:
        """What the person does not know, as it goes on in the next form."""
        return json.dumps(list(dict.fromkeys(self.skipped)), ensure_ascii=False)

    @property
    def trail_text(self) -> str:
        """The facts that were asked for, one after another, as they go on in the next form."""
        return json.dumps(self.trail[-_LONGEST_TRAIL:])

    @property
    def text(self) -> str:
        """The record as it goes on in the next form."""
        return as_json_text(self.record)


async def carried(request: Request) -> Carried:
    """What a form brings along; a record may also be in a file that is opened.

    Raises:
        RecordError: when there is no record in it, or one that cannot be used.
    """
    limits: Limits = request.app.state.limits
    async with request.form(
        max_files=2, max_fields=_MOST_FIELDS, max_part_size=limits.bytes
    ) as form:
        fields = {name: value for name, value in form.items() if isinstance(value, str)}
        place = place_in(fields)
        file = form.get("file")
        if isinstance(file, UploadFile) and file.filename:
            record = record_in(await file.read(), file.filename, place)
        else:
            record = record_of_json(fields.get("record", "").encode("utf-8", "replace"))
    read_record(record, law.vocabulary())  # its shape is sure from here on, and its values are
    wish = wish_named(fields.get("wish"))
    skipped, trail = (_words(fields.get(name, "")) for name in ("skipped", "trail"))
    return Carried(record, place, wish, fields, skipped, trail)


def _words(text: str) -> list[str]:
    """A list of words in a field; a form that somebody wrote by hand may hold anything."""
    try:
        found = json.loads(text or "[]")
    except (ValueError, RecursionError):
        return []
    return [one for one in found if isinstance(one, str)] if isinstance(found, list) else []


def place_in(fields: Mapping[str, str]) -> str:
    """The place that was chosen; empty for none.

    Raises:
        Refused: when there is no such place.
    """
    place = fields.get("place", "")
    if place and place not in law.body_ids():
        fix = "Choose one of the list"
        raise of_one("place", place[:40], "is not a place that is covered", fix)
    return place
