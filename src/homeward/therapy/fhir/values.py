"""What each code of an answer counts: as the Questionnaire says, held against the instrument.

A Questionnaire that scores its answers in another way than the instrument (a K6 from 1 to 5) is
refused as a whole: its answers would look right and count wrong.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from homeward.facts import Problem, RecordError
from homeward.therapy.fhir.codes import LOINC, Code, scale
from homeward.therapy.fhir.options import Option
from homeward.therapy.fhir.shape import Question
from homeward.therapy.instrument import Instrument


@dataclass(frozen=True)
class Spot:
    """A question of a Questionnaire, and the item of the instrument that it is."""

    form: Instrument
    item: str
    question: Question
    place: str
    file: str

    @property
    def allowed(self) -> tuple[int, ...]:
        """The answers that the instrument takes here."""
        return self.form.items[self.item].allowed

    @property
    def coded(self) -> str:
        """How the instrument is coded, and what to do about another coding."""
        return f"{', '.join(map(str, self.allowed[:-1]))} or {self.allowed[-1]}"

    def refusal(self, field: str, value: str, problem: str, fix: str) -> RecordError:
        """What is wrong with the Questionnaire at this question."""
        row = f"{self.place}, linkId {self.question.link}"
        return RecordError([Problem(self.file, row, field, value, problem, fix)])


def values_at(spot: Spot, given: Mapping[str, int]) -> tuple[dict[Code, int], set[str]]:
    """What each code of an answer counts, and the versions of the form that the scores show.

    Raises:
        RecordError: when a score of the Questionnaire is not the instrument's.
    """
    _check_limits(spot)
    known = {(LOINC, code): value for code, value in scale(spot.form, spot.item).items()}
    found = known | {("", code): value for code, value in given.items()}
    versions: set[str] = set()
    for option in spot.question.options:
        if option.scores:
            scored = _whole(spot, option)
            answer = known.get(option.code, scored)
            version = _version_shown(spot, scored, answer)
            _check(spot, option, scored, answer, version)
            found[option.code] = answer
            if version and option.code in known:
                versions.add(version)
    return found, versions


def coding_fix(form: Instrument, coded: str) -> str:
    """What to do about answers in another coding."""
    return str(form.table.get("wrong_coding") or f"Recode the answers to {coded}")


def _check_limits(spot: Spot) -> None:
    """A question that takes other numbers than the instrument is coded in another way."""
    low, high = spot.question.limits
    if low in (None, min(spot.allowed)) and high in (None, max(spot.allowed)):
        return
    said = " to ".join(f"{end:g}" for end in spot.question.limits if end is not None)
    problem = f"takes numbers of {said}, and {spot.form.title} is coded {spot.coded}"
    raise spot.refusal("limits", "", problem, coding_fix(spot.form, spot.coded))


def _whole(spot: Spot, option: Option) -> int:
    value = option.scores[0]
    if len(option.scores) == 1 and value.is_integer():
        return int(value)
    fix = "Give each answer one score, a whole number, as itemWeight"
    raise _misfit(spot, option, "has no one whole score", fix)


def _check(spot: Spot, option: Option, scored: int, answer: int, version: str | None) -> None:
    if scored not in spot.allowed:
        problem = f"is scored {scored}, which {spot.form.title} does not have for item {spot.item}"
        raise _misfit(spot, option, problem, coding_fix(spot.form, spot.coded))
    if scored != answer and version is None:
        problem = f"is scored {scored}, and the answer of that code counts {answer}"
        raise _misfit(spot, option, problem, "Mend the score in the Questionnaire")


def _version_shown(spot: Spot, scored: int, answer: int) -> str | None:
    """The version of a form that a score shows, where an item scores the other way round in one."""
    if not any(spot.item in turned for turned in spot.form.versions.values()):
        return None
    for name, turned in spot.form.versions.items():
        whole = max(spot.allowed) + min(spot.allowed)
        if scored == (whole - answer if spot.item in turned else answer):
            return name
    return None


def _misfit(spot: Spot, option: Option, problem: str, fix: str) -> RecordError:
    return spot.refusal("answerOption", repr(option.code[1]), problem, fix)
