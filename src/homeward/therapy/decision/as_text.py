"""A decision as lines to read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from homeward.explain.sentences import in_words
from homeward.therapy.decision.decision import Decision, Test
from homeward.therapy.decision.duty import Duty
from homeward.therapy.policies import vocabulary
from homeward.therapy.scoring import NOT_A_DIAGNOSIS

_HEADS = {
    "qualifies": "QUALIFIES",
    "waits_for_a_place": "QUALIFIES, and waits for a free place",
    "not_held_here": "QUALIFIES, and the program is not held at this prison",
    "does_not_qualify": "DOES NOT QUALIFY",
    "not_known_yet": "NOT KNOWN YET",
    "declined": "SAID NO to the program",
    "time_limits_only": "TIME LIMITS (this says when to act, not who qualifies)",
}
_NEAR = {
    "score_under_cut": "{}",
    "too_little_time_left": "met if you go home on {} or later",
}
_SIGNS = {"yes": "✓", "no": "✗", "unknown": "?"}
_STATES = {
    "late": ", which has passed",
    "passed": ", which has passed; whether it was done is not known",
    "done": ", and it was done",
    "done_late": ", done late",
}


def as_text(found: Decision) -> str:
    """One decision in a few lines: the answer first, then each test, the days, the appeal."""
    return "\n".join(_lines(found)) + "\n"


def _lines(found: Decision) -> Iterator[str]:
    own = found.policy
    yield f"{found.request.id or 'request'}: {_HEADS[found.outcome]}"
    yield f"  under {own.title} (edition: {own.edition}), on {in_words(found.as_of)}"
    yield from (f"  reason {one.code}: {one.says}" for one in found.reasons)
    if found.from_on is not None:
        yield f"  qualifies from {in_words(found.from_on)}, if nothing else changes"
    yield from _level(found)
    yield from (line for test in found.tests for line in _test(test))
    yield from (line for duty in found.duties for line in _duty(duty))
    yield from _appeal(found)
    yield from (f"  note: {note}" for note in (own.note, *found.notes))
    yield f"  {NOT_A_DIAGNOSIS}"


def _level(found: Decision) -> Iterator[str]:
    if found.level is not None:
        yield f"  level: {found.level.title} ({found.level.services})"
    elif found.possible_levels:
        titles = ", ".join(level.title for level in found.possible_levels)
        yield f"  level: not known; perhaps {titles}"


def _test(test: Test) -> Iterator[str]:
    said = test.unmet if test.met == "no" and test.unmet else test.says
    yield f"  {_SIGNS[test.met]} {said} ({test.cite})"
    if test.near:
        yield f"    how near: {_NEAR[test.code].format(test.near)}"
    if test.assumed:
        yield f"    not on record, so taken as not having happened: {_meanings(test.assumed)}"
    if test.from_on is not None:
        yield f"    met from {in_words(test.from_on)}"
    if test.missing:
        yield f"    would settle it: {_meanings(test.missing)}"


def _duty(duty: Duty) -> Iterator[str]:
    if duty.by is not None:
        when = f"by {in_words(duty.by)}{_STATES.get(duty.state, '')}"
        if duty.state == "passed" and duty.done_fact:
            when += f": {_meaning(duty.done_fact)} is not given"
    else:
        when = "; ".join(_open(duty))
    sure = "" if duty.certainty == "high" else f"; certainty {duty.certainty}"
    unsure = " (if this level is yours)" if duty.applies == "unknown" else ""
    yield f"  due: {duty.says}{unsure}: {when} ({duty.cite}{sure})"


def _open(duty: Duty) -> Iterator[str]:
    """Why the day of a duty is not known, and what it counts from."""
    floor = f", not before {in_words(duty.not_before)}" if duty.not_before else ""
    ceiling = f", not after {in_words(duty.not_after)}" if duty.not_after else ""
    yield f"day not known{floor}{ceiling}{_STATES.get(duty.state, '')}"
    if duty.counts_from:
        yield f"counts from {_meanings(duty.counts_from)}, which is not given"
    others = [_meaning(one) for one in duty.missing
              if one not in (*duty.counts_from, *duty.working_days)]  # fmt: skip
    if duty.working_days:
        others.append("the holidays among the working days [holidays]")
    if others:
        yield f"needs {'; '.join(others)}"


def _appeal(found: Decision) -> Iterator[str]:
    own = found.appeal
    if own is None:
        return
    passed = ", which has passed" if own.passed else ""
    yield f"  appeal: to {own.to}, by {own.due_on}{passed}: {own.counted} ({own.cite})"
    yield f"    {own.says}"


def _meanings(names: Iterable[str]) -> str:
    return "; ".join(_meaning(name) for name in names)


def _meaning(name: str) -> str:
    if name.startswith("law:"):
        number = name.rpartition("/")[2]
        return f"a number of the policy that nobody found again in its text [{number}]"
    return f"{vocabulary()[name].says} [{name.removeprefix('person.')}]"
