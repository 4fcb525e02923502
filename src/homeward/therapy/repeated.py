"""Responses that came more than once in a file: nothing is counted twice unsaid.

A response that is word for word an earlier one is that response again. An amended one takes the
place of those before it with its id and form. Any other with the same id and form may be a second
screen or a correction; nobody but the sender knows, so both are scored and the later one says so.

>>> first = {"id": "a", "instrument": "phq-2", "answers": {"1": 0, "2": 0}}
>>> amended = first | {"answers": {"1": 3, "2": 0}, "status": "amended"}
>>> found = verdicts([(1, first), (2, first), (3, amended)])
>>> found[1].problem, found[2].problem
('was amended later: line 3 takes its place', 'is line 1 again, word for word')
>>> found[3].notes
('The response was amended: it takes the place of line 1, which is set aside.',)
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Any

from homeward.facts import Problem

Numbered = tuple[int, Any]
"""The number of a line or row, and what it holds."""
AMENDED, IN_ERROR = "amended", "entered-in-error"


@dataclass(frozen=True)
class Verdict:
    """What is said of a response because another one has its id.

    Attributes:
        problem: why it is set aside, or nothing.
        flags: whether its safety flags are still told when it is set aside.
        amends: whether it takes the place of earlier ones.
    """

    value: str = ""
    problem: str = ""
    fix: str = ""
    notes: tuple[str, ...] = ()
    flags: bool = False
    amends: bool = False

    def as_problem(self, file: str) -> Problem | None:
        """The problem as it is told, or None where the response counts."""
        return Problem(file, "", "id", self.value, self.problem, self.fix) if self.problem else None


def repeated(
    entries: Callable[[], Iterable[Numbered]], counted: str = "line"
) -> dict[int, Verdict]:
    """The verdicts on a file that is read once, and twice where something comes more than once.

    Of a response a number of eight bytes is kept, and a little more where its id came again with
    the same form.
    """
    seen: set[int] = set()
    again: set[int] = set()
    for _, data in entries():
        if (key := key_of(data)) is not None:
            (again if key in seen else seen).add(key)
    if not again:
        return {}
    return verdicts(((n, data) for n, data in entries() if key_of(data) in again), counted)


def key_of(data: Any) -> int | None:  # noqa: ANN401  as the file has it
    """A number that stands for the id and the form of a response; None where it has no id."""
    own = data.get("id") if isinstance(data, dict) else None
    return None if own is None else _number(_text([own, data.get("instrument")]))


@dataclass(frozen=True)
class _One:
    place: int
    whole: int
    status: Any
    value: str


def verdicts(entries: Iterable[Numbered], counted: str = "line") -> dict[int, Verdict]:
    """What is said of each response of those that came more than once, in their order."""
    groups: dict[int, list[_One]] = {}
    whole: dict[int, int] = {}
    found: dict[int, Verdict] = {}
    for place, data in entries:
        key = key_of(data)
        if key is None:
            continue
        one = _One(place, _number(_text(data)), data.get("status"), repr(data["id"])[:60])
        first = whole.setdefault(one.whole, place)
        if first != place:
            found[place] = Verdict(one.value, f"is {counted} {first} again, word for word",
                                   "Leave it out: once is enough")  # fmt: skip
        else:
            groups.setdefault(key, []).append(one)
    for group in groups.values():
        found.update(_of_group(group, counted))
    return found


def _of_group(group: list[_One], counted: str) -> Iterator[Numbered]:
    """Those of one id and form, none of which is another word for word."""
    last = max((n for n, one in enumerate(group) if one.status == AMENDED), default=0)
    newest = group[last]
    for one in group[:last]:
        yield one.place, Verdict(
            one.value, f"was amended later: {counted} {newest.place} takes its place",
            f"Nothing to do, if {counted} {newest.place} is the response that you mean",
            flags=True,
        )  # fmt: skip
    counting = Verdict()
    if newest.status == AMENDED and last:
        before = ", ".join(f"{counted} {one.place}" for one in group[:last])
        is_set = "is" if last == 1 else "are"
        said = (
            f"The response was amended: it takes the place of {before}, which {is_set} set aside."
        )
        counting = Verdict(notes=(said,), amends=True)
    in_error = [one.place for one in group[last + 1 :] if one.status == IN_ERROR]
    if in_error:
        said = (f"{counted.capitalize()} {in_error[-1]}, with the same id, was entered in error: "
                "see whether it speaks of this response.")  # fmt: skip
        counting = replace(counting, notes=(*counting.notes, said))
    yield newest.place, counting
    said = (f"The same id came on {counted} {newest.place} with other answers: "
            "see which of them counts.")  # fmt: skip
    yield from ((one.place, Verdict(notes=(said,))) for one in group[last + 1 :])


def _text(value: Any) -> str:  # noqa: ANN401  anything out of JSON
    return json.dumps(value, sort_keys=True, separators=(",", ":"))


def _number(text: str) -> int:
    return int.from_bytes(hashlib.blake2b(text.encode(), digest_size=8).digest())
