"""Responses that came more than once in a file of lines: nothing is counted twice unsaid.

A line that is word for word an earlier one is that response again. The same id on the same form
with other answers may be a second screen or a correction; nobody but the sender knows, so both
are scored and the later one says so.

>>> seen = Repeated()
>>> first = {"id": "a", "instrument": "phq-2", "answers": {"1": 0, "2": 0}}
>>> seen.note(first, "in.jsonl"), seen.note(first | {"answers": {"1": 3, "2": 0}}, "in.jsonl")
(None, 'The same id came on response 1 with other answers: see which of them counts.')
"""

from __future__ import annotations

import hashlib
import json
from typing import Any

from homeward.facts import Problem, RecordError


class Repeated:
    """Remembers what came, as numbers of eight bytes; of a response nothing else is kept."""

    def __init__(self) -> None:
        """Start with nothing seen."""
        self._place = 0
        self._whole: dict[int, int] = {}
        self._named: dict[int, int] = {}

    def note(self, data: Any, file: str) -> str | None:  # noqa: ANN401  as the file has it
        """Take in the next response; a sentence where its id came before with other answers.

        Raises:
            RecordError: when it is an earlier response again, word for word.
        """
        self._place += 1
        if not isinstance(data, dict) or data.get("id") is None:
            return None
        first = self._whole.setdefault(_key(data), self._place)
        if first != self._place:
            raise RecordError([Problem(file, "", "id", repr(data["id"])[:60],
                f"is response {first} again, word for word", "Leave it out: it was counted there",
            )])  # fmt: skip
        named = _key([data["id"], data.get("instrument")])
        before = self._named.setdefault(named, self._place)
        if before == self._place:
            return None
        return (
            f"The same id came on response {before} with other answers: see which of them counts."
        )


def _key(value: Any) -> int:  # noqa: ANN401  anything out of JSON
    text = json.dumps(value, sort_keys=True, separators=(",", ":"))
    return int.from_bytes(hashlib.blake2b(text.encode(), digest_size=8).digest())
