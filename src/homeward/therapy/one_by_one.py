"""A file of responses scored one after another: the slow twin of :mod:`homeward.therapy.bulk`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from homeward.explain.as_json import problems_as_dict
from homeward.facts import Problem, RecordError
from homeward.therapy.repeated import AMENDED, IN_ERROR, Verdict
from homeward.therapy.response import Response, read_response
from homeward.therapy.scoring import Score, score

NONE_BEFORE = "The response was amended after it was completed: it takes the place of an earlier one, which is not in this file."  # noqa: E501  one sentence
_NOTHING = Verdict()


@dataclass(frozen=True)
class Aside:
    """A response that is not scored, and why.

    Attributes:
        number: its line or row; None for a file of one.
        flags: what its answers say must be acted on at once, all the same.
    """

    number: int | None
    id: Any
    problems: tuple[Problem, ...]
    flags: tuple[str, ...] = ()

    def as_dict(self) -> dict[str, Any]:
        """The keys that stand in the place of its score."""
        name = None if self.id is None else str(self.id)
        shaped = problems_as_dict(self.problems, name, self.number)
        return shaped | ({"flags": list(self.flags)} if self.flags else {})


def answered(
    data: Any,  # noqa: ANN401  JSON may be anything until it is checked
    file: str,
    number: int | None = None,
    *,
    verdict: Verdict | None = None,
    counted: str = "line",
) -> Score | Aside:
    """The score of one response of a file, or why it has none."""
    verdict = verdict or _NOTHING
    row = "" if number is None else f"{counted} {number}"
    given = data.get("id") if isinstance(data, dict) else None
    own = verdict.as_problem(file)
    if own is not None:
        flags = flags_of(data, file) if verdict.flags else ()
        return Aside(number, given, (replace(own, row=row),), flags)
    try:
        found = score(read_response(data, file))
    except RecordError as problem:
        placed = tuple(replace(one, row=one.row or row) for one in problem.problems)
        return Aside(number, given, placed, flags_of(data, file))
    amended = data.get("status") == AMENDED and not verdict.amends
    found.notes += [*([NONE_BEFORE] if amended else []), *verdict.notes]
    return found


def flags_of(data: Any, file: str) -> tuple[str, ...]:  # noqa: ANN401  as the file has it
    """What the answers say must be acted on at once, also where a response does not count.

    One that was entered in error says nothing of the person.
    """
    response = without_status(data, file)
    return () if response is None else tuple(score(response).flags)


def without_status(data: Any, file: str) -> Response | None:  # noqa: ANN401  as the file has it
    """A response as if it were complete; None where there is no telling how to read it."""
    if not isinstance(data, dict) or data.get("status") == IN_ERROR:
        return None
    try:
        return read_response({**data, "status": None}, file)
    except RecordError:
        return None


def score_all(
    entries: Iterable[tuple[int | None, Any, Problem | None]],
    file: str,
    verdicts: Mapping[int, Verdict],
    counted: str = "line",
) -> Iterator[Score | Aside]:
    """The responses of a file in their order; an entry holds a problem where it cannot be read."""
    for number, data, problem in entries:
        if problem is not None:
            yield Aside(number, None, (problem,))
        else:
            verdict = verdicts.get(number) if number is not None else None
            yield answered(data, file, number, verdict=verdict, counted=counted)
