"""One person's answers to one instrument, checked item by item."""

from __future__ import annotations

import difflib
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from homeward.facts import Problem, RecordError
from homeward.therapy.instrument import SEXES, Instrument, instrument, names

NOT_COUNTED = {
    "entered-in-error": "was entered in error and says nothing about the person",
    "in-progress": "is not finished",
    "stopped": "was stopped before it was finished",
}
_COUNTED = ("completed", "amended")


@dataclass(frozen=True)
class Wrong:
    """An answer that the form does not take; it counts as not answered."""

    item: str
    why: str
    value: Any


@dataclass(frozen=True)
class Response:
    """Answers that fit the form, and those that do not.

    Attributes:
        id: as given, or None.
        version: which form it was, or None where that is not known.
        sex: ``female``, ``male`` or None for not known.
        reported: the total that came with the answers, if one came.
    """

    id: Any
    instrument: Instrument
    version: str | None
    sex: str | None
    answers: Mapping[str, int]
    wrong: tuple[Wrong, ...]
    reported: int | None


def read_response(data: Any, file: str) -> Response:  # noqa: ANN401  JSON may be anything until it is checked here
    """The response in one line of a file.

    Raises:
        RecordError: when there is no telling how to score it, with what to do about it.
    """
    if not isinstance(data, dict):
        raise _refusal(
            file, "", data, "is not a response", 'Write {"instrument": …, "answers": {…}}'
        )
    _check_status(data, file)
    form = _instrument(data, file)
    answers = data.get("answers")
    if not isinstance(answers, dict):
        raise _refusal(file, "answers", answers, "is not a table of answers",
                'Write {"1": 0, "2": null, …}, null for a question without an answer')  # fmt: skip
    _check_coding(data, form, file)
    fitting, wrong = checked(form, answers)
    return Response(
        id=data.get("id"),
        instrument=form,
        version=_version(data, form, file),
        sex=_sex(data, file),
        answers=fitting,
        wrong=wrong,
        reported=_reported(data, file),
    )


def checked(
    form: Instrument, answers: Mapping[str, Any]
) -> tuple[dict[str, int], tuple[Wrong, ...]]:
    """The answers that the form takes, and those that it does not.

    True and false are not 1 and 0, nor is "1" a number: a reader that guesses would
    one day guess wrong.
    """
    fitting: dict[str, int] = {}
    wrong: list[Wrong] = []
    for name, value in answers.items():
        item = form.items.get(name)
        if value is None or name in form.table.get("not_scored", ()):
            continue
        if item is None:
            wrong.append(Wrong(name, "no such item", value))
        elif type(value) is not int or value not in item.allowed:
            wrong.append(Wrong(name, "not an allowed answer", value))
        else:
            fitting[name] = value
    return fitting, tuple(wrong)


def _check_status(data: Mapping[str, Any], file: str) -> None:
    status = data.get("status")
    if status is None or status in _COUNTED:
        return
    if isinstance(status, str) and status in NOT_COUNTED:
        fix = "Leave the line out, or send the response that took its place"
        raise _refusal(file, "status", status, NOT_COUNTED[status], fix)
    raise _refusal(
        file, "status", status, "is not a known status", f"Use one of {', '.join(_COUNTED)}"
    )


def _instrument(data: Mapping[str, Any], file: str) -> Instrument:
    name = data.get("instrument")
    if isinstance(name, str) and name in names():
        return instrument(name)
    near = difflib.get_close_matches(str(name).lower(), names(), n=1)
    hint = f"Did you mean {near[0]}? " if near else ""
    raise _refusal(file, "instrument", name, "is not an instrument that is scored here",
            f"{hint}The instruments are: {', '.join(names())}")  # fmt: skip


def _version(data: Mapping[str, Any], form: Instrument, file: str) -> str | None:
    version = data.get("version")
    if version is None or (isinstance(version, str) and version in form.versions):
        return version
    fix = (
        f"Use one of {', '.join(form.versions)}"
        if form.versions
        else f"Only one form of {form.title} is scored here: leave version out if it is that form"
    )
    raise _refusal(
        file, "version", version, f"is not a version of {form.id} that is known here", fix
    )


def _sex(data: Mapping[str, Any], file: str) -> str | None:
    sex = data.get("sex")
    if sex is None or sex == "unknown":
        return None
    if sex in SEXES:
        return str(sex)
    raise _refusal(file, "sex", sex, "is not female, male or null",
            "Use null where it is not known: both lines are then tried")  # fmt: skip


def _check_coding(data: Mapping[str, Any], form: Instrument, file: str) -> None:
    """A coding that is named must be the one that is scored; it cannot be guessed from answers."""
    coding = data.get("coding")
    known = form.table.get("codings") or {f"{form.table['allowed'][0]}-{form.table['allowed'][-1]}"}
    if coding is None or (isinstance(coding, str) and coding in known):
        return
    fix = form.table.get("wrong_coding") or f"Recode the answers to {' or '.join(known)}"
    raise _refusal(file, "coding", coding, f"is not how {form.id} is scored", fix)


def _reported(data: Mapping[str, Any], file: str) -> int | None:
    """The total that came with the answers; some systems store it as text."""
    total = data.get("reported_total")
    if total is None or type(total) is int:
        return total
    if isinstance(total, str) and total.strip().isdecimal():
        return int(total)
    if isinstance(total, float) and total.is_integer():
        return int(total)
    raise _refusal(file, "reported_total", total, "is not a whole number",
            "Write the total as a number, or leave it out")  # fmt: skip


def _refusal(file: str, field: str, value: Any, problem: str, fix: str) -> RecordError:  # noqa: ANN401  whatever the file held
    shown = "" if value is None else repr(value)[:60]
    return RecordError([Problem(file, "", field, shown, problem, fix)])
