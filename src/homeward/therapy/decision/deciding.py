"""Deciding a request: the policy's rules are asked as the law is, and the answer put together."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta
from functools import lru_cache
from typing import Literal

from homeward.explain.answer import Answer
from homeward.explain.engines import Engines
from homeward.explain.reasons import Reason as Ground
from homeward.explain.reasons import reads
from homeward.explain.session import Session
from homeward.facts import Record, Truth
from homeward.rules.body import Body
from homeward.rules.patch import Patch, lay
from homeward.therapy.decision import screened
from homeward.therapy.decision.appealing import appeal_against
from homeward.therapy.decision.decision import Decision, Fact, Outcome, Test, Verdict
from homeward.therapy.decision.duty import Duty, duty_of
from homeward.therapy.decision.reason import Reason, reasons
from homeward.therapy.decision.request import Request
from homeward.therapy.policies import Level, policy, vocabulary
from homeward.when import LAST

Place = Literal["free", "none", "not_held_here", "unknown"]
SCREEN = "person.care.screen_positive"


def decide(request: Request, patches: Sequence[Patch] = ()) -> Decision:
    """What the policy says of one request; ``patches`` are changes laid over the policy.

    Raises:
        LawError: when a patch names what the policy does not have.
    """
    body, engines = _rules(request.policy.name, tuple(patches))
    notes = list(_screen(request, body))
    session = Session(request.as_of, engines=engines)
    answers = [
        one for one in session.answers_under(request.record, [body]) if one.rule in body.rules
    ]
    tests = _tests(request, body, answers)
    level, possible = _level(request, answers)
    qualifies, from_on = _verdict(request, tests, answers)
    place, declined = _place(request.record), _is(request.record, "declined")
    return Decision(
        request=request,
        qualifies=qualifies,
        from_on=from_on,
        place=place,
        outcome=_outcome(qualifies, place, declined=declined),
        reasons=tuple(_reasons(qualifies, place, tests, declined=declined)),
        tests=tests,
        level=level,
        possible_levels=possible,
        duties=tuple(_duties(request, body, answers)),
        appeal=appeal_against(request),
        notes=(
            *request.notes,
            *notes,
            *_level_notes(request, possible),
            *(f"With these changes: {patch.title}." for patch in patches),
        ),
    )


@lru_cache(maxsize=64)
def _rules(name: str, patches: tuple[Patch, ...]) -> tuple[Body, Engines]:
    """A policy's rules with the changes laid over them, and what asks them."""
    own = policy(name).body
    body = lay(own, [patch for patch in patches if patch.law == own.id])
    engines = Engines()
    engines.vocabulary = vocabulary()  # a policy's facts are not the law's
    return body, engines


# --- facts ------------------------------------------------------------------------------------


def _screen(request: Request, body: Body) -> Iterator[str]:
    """Put into the record what the filled-in forms say; a note where the record said otherwise."""
    asked = screened.lines_asked(body, request.as_of)
    found = screened.screen_positive(request.screens, asked)
    if found is None:
        return
    row = request.record.person
    given = row.facts.get(SCREEN)
    row.facts[SCREEN] = Truth.YES if found else Truth.NO
    row.written[SCREEN] = found
    if given is not None and given != row.facts[SCREEN]:
        yield "The record and the forms do not agree on the screen. The forms were counted."


def _is(record: Record, name: str) -> bool:
    return record.person.facts.get(f"person.care.{name}") == Truth.YES


def _place(record: Record) -> Place:
    held = record.person.facts.get("person.care.held_here")
    if held == Truth.NO:
        return "not_held_here"
    places = record.person.facts.get("person.care.open_places")
    if places is None or places[0] != places[1]:
        return "unknown"
    return "free" if places[0] > 0 else "none"


# --- tests ------------------------------------------------------------------------------------


def _tests(request: Request, body: Body, answers: Iterable[Answer]) -> tuple[Test, ...]:
    return tuple(
        _test(request, body, answer, ground)
        for answer in answers
        if answer.question == "qualifies"
        for ground in answer.reasons
    )


def _test(request: Request, body: Body, answer: Answer, ground: Ground) -> Test:
    met, from_on = _stands(ground, request.as_of)
    read = reads(ground.requirement.node).names
    return Test(
        code=ground.name,
        cite=ground.cite,
        says=ground.says,
        unmet=ground.unmet,
        certainty=ground.certainty,
        met=met,
        from_on=from_on,
        facts=tuple(_facts(request, ground)),
        missing=tuple(name for name in answer.missing if name in read) if met == "unknown" else (),
        assumed=tuple(name for name in answer.assumed if name in read),
        near=_near(request, body, ground.name) if met == "no" else "",
    )


def _stands(ground: Ground, as_of: date) -> tuple[Verdict, date | None]:
    """Whether a test is met on the day, and from when, where it is only a matter of time."""
    soonest, latest = ground.when or (LAST, LAST)
    if latest <= as_of:
        return "yes", None
    if soonest <= as_of:
        return "unknown", None
    return "no", latest if soonest == latest < LAST else None


def _facts(request: Request, ground: Ground) -> Iterator[Fact]:
    known = vocabulary()
    for name, value in ground.facts.items():
        own = request.sources.get(name.removeprefix("person.care."), {})
        source = str(own.get("from", ""))
        if name == SCREEN and not source:
            titles = [form.response.instrument.title for form in request.screens]
            source = ", ".join(titles)
        yield Fact(name, known[name].says, value, source, str(own.get("on", "")))


def _near(request: Request, body: Body, code: str) -> str:
    """How near the facts are to the line of a test that is not met."""
    if code == "score_under_cut":
        asked = screened.lines_asked(body, request.as_of)
        return "; ".join(screened.near_misses(request.screens, asked))
    if code == "too_little_time_left":
        facts = request.record.person.facts
        decided, days = facts.get("person.care.decided_on"), facts.get("person.care.course_days")
        if decided and days and days[0] == days[1]:
            enough: date = decided[0] + timedelta(days=int(days[0]))
            return enough.isoformat()
    return ""


# --- the decision -----------------------------------------------------------------------------


def _verdict(
    request: Request, tests: Sequence[Test], answers: Iterable[Answer]
) -> tuple[Verdict | None, date | None]:
    if not request.policy.decides:
        return None, None
    said = {test.met for test in tests}
    if "no" in said:
        whole = next(one for one in answers if one.question == "qualifies")
        soonest, latest = whole.when
        return "no", latest if soonest == latest < LAST else None
    return ("unknown" if "unknown" in said else "yes"), None


def _outcome(qualifies: Verdict | None, place: Place, *, declined: bool) -> Outcome:
    if qualifies is None:
        return "time_limits_only"
    if declined:
        return "declined"
    if qualifies == "yes":
        return {
            "none": "waits_for_a_place", "not_held_here": "not_held_here",
        }.get(place, "qualifies")  # type: ignore[return-value]  # fmt: skip
    return "does_not_qualify" if qualifies == "no" else "not_known_yet"


def _reasons(
    qualifies: Verdict | None, place: Place, tests: Iterable[Test], *, declined: bool
) -> Iterator[Reason]:
    """What stands in the way. A place is a reason only for who qualifies."""
    listed = reasons()
    if declined and qualifies is not None:
        yield listed["declined"]
    if qualifies == "no":
        yield from (listed[test.code] for test in tests if test.met == "no")
    if qualifies == "unknown":
        yield listed["facts_missing"]
    if qualifies == "yes" and place == "not_held_here":
        yield listed["not_held_here"]
    if qualifies == "yes" and place == "none":
        yield listed["list_full"]


# --- level and duties -------------------------------------------------------------------------


def _level(request: Request, answers: Iterable[Answer]) -> tuple[Level | None, tuple[Level, ...]]:
    """The highest level that holds, or those that it may be."""
    status = {
        one.question.removeprefix("level."): one.status
        for one in answers
        if one.question.startswith("level.")
    }
    possible: list[Level] = []
    for level in request.policy.levels:
        if status[level.id] == "now":
            possible.append(level)
            break
        if status[level.id] == "unknown":
            possible.append(level)
    certain = len(possible) == 1 and status[possible[0].id] == "now"
    return (possible[0] if certain else None), tuple(possible)


def _level_notes(request: Request, possible: Sequence[Level]) -> Iterator[str]:
    if request.policy.every_person_has_a_level and not possible:
        yield "No level fits these facts. A trained person has to choose one."


def _duties(request: Request, body: Body, answers: Iterable[Answer]) -> Iterator[Duty]:
    """Every duty that is or may be owed, the dated ones first."""
    found = [
        duty_of(
            one,
            request.record,
            body,
            request.holidays,
            applies="unknown" if _gate_open(one) else "yes",
        )
        for one in answers
        if one.question.startswith("due.") and one.status not in ("not_applicable", "never")
    ]
    yield from sorted(found, key=lambda duty: (duty.by is None, duty.by or date.max))


def _gate_open(answer: Answer) -> bool:
    """Whether it is not known if a duty is owed to this person: a finding of level is missing."""
    gate = answer.source.gate if answer.source else None
    return gate is not None and any(name in answer.missing for name in reads(gate).names)
