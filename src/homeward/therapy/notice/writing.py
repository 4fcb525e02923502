"""A decision as a document to hand over: in the order in which a person needs it.

The order follows the notice that Medicaid plans owe, 42 CFR 438.404(b): the decision, the reasons
with the facts used, what would change it, how to appeal and by when, and help meanwhile. Scores
come late and in plain words. What is not known is said, with how to supply it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any

from homeward.documents import Blank, Block, Document, Heading, Items, Line, Lines, Paragraph
from homeward.therapy.decision.decision import Decision, Fact, Test
from homeward.therapy.decision.duty import Duty
from homeward.therapy.notice.words import Words
from homeward.therapy.policies import vocabulary

_DECIDED = {
    "qualifies": "You qualify, and there is a place for you.",
    "waits_for_a_place": "You qualify. There is no free place yet, so you are on the list.",
    "not_held_here": "You qualify. The program is not held at this prison.",
    "does_not_qualify": "You do not qualify now.",
    "not_known_yet": "We can not tell yet if you qualify.",
    "declined": "You said no to the program.",
    "time_limits_only": "This paper tells by when staff have to act.",
}
_PAST = {
    "late": "{what}: by {day}. That day is past.",
    "passed": "{what}: by {day}. That day is past. We do not know if it was done.",
}
_PLACE_UNKNOWN = "You qualify. We do not know yet if there is a place."


def notice(found: Decision, words: Words) -> Document:
    """The notice of one decision.

    Raises:
        Untranslated: when a sentence of it has no words in the language.
    """
    title = words.say("Your request for mental health care: what we decided")
    footer = (
        words.say("If you think of hurting yourself, tell any staff member now."),
        words.say("Private. Only you and health staff may read this."),
        words.say("Information, not legal advice. A form is no diagnosis."),
        words.say("Written by the rule: {title}. Edition: {edition}.",
                  title=words.word(found.policy.title), edition=words.word(found.policy.edition)),
    )  # fmt: skip
    return Document(title, tuple(_blocks(found, words)), footer, found.as_of, words.language)


def _blocks(found: Decision, words: Words) -> Iterator[Block]:
    yield Lines(tuple(_head(found, words)))
    yield Heading(words.say("What we decided"))
    yield Paragraph((words.say(_decided(found)), *_from(found, words)))
    yield from _section(words, "Why", _reasons(found, words))
    yield from _section(words, "What could change this", _changes(found, words))
    yield from _section(words, "What we do not know", _unknown(found, words))
    yield from _section(words, "Your place on the list", _list(found, words))
    yield from _section(words, "If you do not agree", _appeal(found, words))
    yield from _section(words, "Help now", _help(found, words))
    yield from _section(words, "Days by which staff have to act", _duties(found, words))
    yield from _section(words, "The rule, step by step", _tests(found, words))
    yield from _section(words, "About this paper", _about(words))
    yield Lines((
        (words.say("I got this paper on"), Blank(words.say("day"))),
        (Blank(words.say("your name")),),
    ))  # fmt: skip


def _section(words: Words, heading: str, lines: Iterable[Line]) -> Iterator[Block]:
    """A heading with its lines; nothing where there are none."""
    items = tuple(lines)
    if items:
        yield Heading(words.say(heading))
        yield Items(items)


def _head(found: Decision, words: Words) -> Iterator[Line]:
    own = found.request
    name: Line = (own.name,) if own.name else (Blank(words.say("name")),)
    yield (words.say("For:"), *name)
    yield (words.say("Day: {day}", day=words.day(found.as_of)),)
    if own.asked_for:
        yield (words.say("You asked for: {what}", what=own.asked_for),)
    by = ", ".join(
        one for one in (own.decided_by.get("name"), own.decided_by.get("license")) if one
    )
    who: Line = (by,) if by else (Blank(words.say("name and license")),)
    yield (words.say("Decided by:"), *who)


def _decided(found: Decision) -> str:
    if found.outcome == "qualifies" and found.place == "unknown":
        return _PLACE_UNKNOWN
    return _DECIDED[found.outcome]


def _from(found: Decision, words: Words) -> Iterator[str]:
    if found.from_on is not None:
        said = "You qualify from {day} on, if nothing else changes."
        yield words.say(said, day=words.day(found.from_on))


def _reasons(found: Decision, words: Words) -> Iterator[Line]:
    for reason in found.reasons:
        yield (words.word(reason.says),)


def _changes(found: Decision, words: Words) -> Iterator[Line]:
    for reason in found.reasons:
        yield (words.word(reason.change),)
    for test in found.tests:
        if test.met == "no" and test.from_on is not None:
            yield (words.say("You meet this from {day} on: {what}.",
                             day=words.day(test.from_on), what=words.word(test.says)),)  # fmt: skip
        if test.code == "too_little_time_left" and test.near:
            day = words.day(date.fromisoformat(test.near))
            yield (words.say("If you go home on {day} or later, there is time.", day=day),)


def _unknown(found: Decision, words: Words) -> Iterator[Line]:
    known = vocabulary()
    for name in found.missing:
        yield (words.say("We need to know: {what}.", what=words.word(known[name].says)),)
    if found.missing:
        yield (words.say("Tell staff, or show a paper. You can ask to see your file."),)


def _list(found: Decision, words: Words) -> Iterator[Line]:
    own = found.request.place
    if own.get("place") is not None:
        yield (words.say("You are number {place}.", place=own["place"]),)
    if own.get("group"):
        yield (words.say("Your group on the list: {group}.", group=own["group"]),)
    if own.get("soonest") and own.get("latest"):
        ends = {end: words.day(own[end]) for end in ("soonest", "latest")}
        yield (words.say("A place may come free between {soonest} and {latest}.", **ends),)
    if own:
        yield (words.say("This can move if others leave, or if someone is in more need."),)


def _appeal(found: Decision, words: Words) -> Iterator[Line]:
    own = found.appeal
    if own is None:
        yield (words.say("This rule names no way to appeal. Ask staff how to file a complaint."),)
        return
    last = words.day(date.fromisoformat(own.due_on))
    yield (words.say("You can appeal to {to}.", to=words.word(own.to)),)
    yield (words.say("The last day is {day}.", day=last),)
    started = (
        "from the day you got this paper" if own.from_receipt else "from the day of this paper"
    )
    number, kind = own.counted.split(" ", 1)
    yield (words.say("We counted {number} {kind}, {started}.", number=number,
                     kind=words.word(kind), started=words.word(started)),)  # fmt: skip
    if not own.from_receipt:
        yield (words.say("If you got it later, write down that day. Then you may have more time."),)
    if own.passed:
        yield (
            words.say("That day has passed. If you had no way to appeal in time, write down why."),
        )
    else:
        yield (words.say("If you have no way to appeal in time, write down why. It can count."),)
    yield (words.say("If it can not wait, write that. Ask for a fast answer."),)
    yield (words.say("You can ask for help to write it. No one may punish you for it."),)
    yield (words.say("You can ask for a copy of the rule, and of the papers we used."),)
    yield (words.say("The rule: {cite}.", cite=own.cite),)


def _help(found: Decision, words: Words) -> Iterator[Line]:
    yield (words.say("If you think of hurting yourself, tell any staff member now."),)
    yield (words.say("Where you can call: 988, at any hour."),)
    yield from ((one,) for one in found.request.help)
    yield (words.say("You can ask for health care at any time."),)


def _duties(found: Decision, words: Words) -> Iterator[Line]:
    if not any(duty.name == "decision" for duty in found.duties) and found.qualifies != "yes":
        yield (words.say("No day is set to look at this again. You can ask again at any time."),)
    for duty in found.duties:
        what = words.word(duty.says)
        if duty.state in ("done", "done_late"):
            continue
        if duty.by is not None:
            said = _PAST.get(duty.state, "{what}: by {day}.")
            yield (words.say(said, what=_capital(what), day=words.day(duty.by)),)
        elif duty.applies == "yes":
            yield (" ".join(_open(duty, _capital(what), words)),)


def _open(duty: Duty, what: str, words: Words) -> Iterator[str]:
    """A duty whose day is not known, with the days it counts from and what else is not given."""
    if duty.not_before is not None and duty.not_after is not None:
        ends = {"soonest": words.day(duty.not_before), "latest": words.day(duty.not_after)}
        yield words.say("{what}: by {soonest}, or at the latest by {latest}.", what=what, **ends)
        if duty.state in _PAST:
            yield words.say("That day is past.")
    else:
        yield words.say("{what}: we do not know the day yet.", what=what)
    known = vocabulary()
    for name in duty.missing:
        if name in duty.working_days:
            yield words.say("It depends on the holidays in that time.")
        elif name in duty.counts_from:
            yield words.say("It counts from {what}. No one told us that day.",
                            what=words.word(known[name].says))  # fmt: skip
        elif name in known:
            yield words.say("We need to know: {what}.", what=words.word(known[name].says))


def _tests(found: Decision, words: Words) -> Iterator[Line]:
    signs = {"yes": "Yes: {what} ({cite}).", "no": "No: {what} ({cite}).",
             "unknown": "Not known: {what} ({cite})."}  # fmt: skip
    for test in found.tests:
        line = words.say(signs[test.met], what=words.word(_said(test)), cite=test.cite)
        used = [_fact(one, words) for one in test.facts]
        if used:
            line += " " + words.say("We used: {facts}.", facts="; ".join(used))
        if test.code == "score_under_cut" and test.near:
            line += " " + words.say(
                "Points on the form, and the line: {near}.", near=_near(test, words)
            )
        yield (line,)


def _said(test: Test) -> str:
    return test.unmet if test.met == "no" and test.unmet else test.says


def _near(test: Test, words: Words) -> str:
    return test.near.replace(" of ", f" {words.word('of')} ")


def _fact(fact: Fact, words: Words) -> str:
    known = vocabulary()[fact.name]
    said = f"{words.word(known.says)}: {_value(fact.value, words)}"
    source = [one for one in (fact.source, _on(fact.on, words)) if one]
    return f"{said} ({', '.join(source)})" if source else said


def _on(day: str, words: Words) -> str:
    try:
        return words.day(date.fromisoformat(day)) if day else ""
    except ValueError:
        return day


def _value(value: Any, words: Words) -> str:  # noqa: ANN401  as the record writes it
    if isinstance(value, bool):
        return words.word("yes" if value else "no")
    if isinstance(value, str):
        return _on(value, words)
    return str(value)


def _about(words: Words) -> Iterator[Line]:
    yield (words.say("If a fact here is wrong, write to health staff and say why."),)
    yield (words.say("You can ask for someone to read this to you, or for another language."),)
    yield (words.say("No law says yet that a prison has to give you a paper like this. "
                     "Health plans of Medicaid have to: 42 CFR 438.404(b)."),)  # fmt: skip


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
