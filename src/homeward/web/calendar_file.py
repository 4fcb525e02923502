"""Days to come and deadlines as a calendar file (RFC 5545), which any calendar opens.

Only days are in it that are certain; a range is no appointment.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime, timedelta
from uuid import uuid4

from icalendar import Calendar, Event

from homeward.explain import Explanation
from homeward.explain.answer import RULES_TOGETHER
from homeward.explain.sentences import because
from homeward.web.asking import label_of
from homeward.web.language import Words

_PRODUCT = "-//homeward//homeward//EN"


def calendar_of(explanation: Explanation, words: Words) -> bytes:
    """The days of an explanation as a calendar."""
    return calendar_with(_days(explanation, words))


def calendar_with(days: Iterable[tuple[date, str, str]]) -> bytes:
    """A calendar of days, each with a short name and what it is about."""
    calendar = Calendar()
    calendar.add("prodid", _PRODUCT)
    calendar.add("version", "2.0")
    for day, title, about in days:
        calendar.add_component(_event(day, title, about))
    found: bytes = calendar.to_ical()
    return found


def _days(explanation: Explanation, words: Words) -> Iterator[tuple[date, str, str]]:
    """Each day with a short name and what it is about."""
    law = words.on_paper
    for answer in explanation.told:
        rule = answer.source
        if answer.rule == RULES_TOGETHER or rule is None or rule.owed_by:
            continue
        if answer.status == "later" and answer.when[0] == answer.when[1]:
            about = label_of(answer.subject)
            named = law.told(rule.title)
            said = because(answer, explanation.vocabulary, law)
            yield answer.when[0], f"{named}: {about}" if about else named, f"{said} ({rule.cite})"
    advice = words.say("Information, not legal advice.")
    for step in explanation.steps_in(law):
        if step["by"]:
            who = "" if step["who"] == "you" else f"{law.told(step['who'])}: "
            day = date.fromisoformat(step["by"])
            yield day, words.say("Last day: %s") % f"{who}{step['do']}", f"{step['cite']}. {advice}"


def _event(day: date, title: str, about: str) -> Event:
    event = Event()
    event.add("uid", f"{uuid4()}@homeward")
    event.add("dtstamp", datetime.now(UTC))
    event.add("dtstart", day)
    event.add("dtend", day + timedelta(days=1))
    event.add("summary", title)
    event.add("description", about)
    event.add("transp", "TRANSPARENT")
    return event
