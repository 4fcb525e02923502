"""A paper to complain or appeal with: its step, its last day, and room for one's own words.

It says nothing for the person but what they typed; everything else is a blank to fill in by hand.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from homeward.documents import Blank, Block, Document, Heading, Lines, Paragraph, Strong
from homeward.therapy.appeal import UNAVAILABLE
from homeward.web.language import Words

_THEIRS = (" answer", " triaged", "transfer ")
_ROOM = 4
_RULE = "_" * 70


def is_yours(step: str) -> bool:
    """Whether the person takes a step; the others are taken by those who have to answer.

    >>> is_yours("appeal to regional director (BP-10), from the warden's signature")
    True
    >>> is_yours("warden answers, from filing"), is_yours("health care grievance answered, from")
    (False, False)
    """
    return not any(word in f" {step} " for word in _THEIRS)


def appeal_paper(found: Mapping[str, Any], words: Words, day: date) -> Document:
    """The paper of a step whose last day was found."""
    say = words.say
    return Document(
        title=say("Complaint or appeal"),
        blocks=(
            Lines((
                (say("To:"), Blank(say("who decides this step"))),
                (say("From:"), Blank(say("your name, and your number if you have one"))),
                (say("Date:"), Blank(say("the day on which you hand it in"))),
            )),
            *_step(found, words),
            *_room(say("What was decided, or what I did not get"), say("in your own words")),
            *_room(say("Why I do not agree"), say("in your own words")),
            *_room(say("What I ask for"), say("in your own words")),
            *_unavailable(found, words),
            Lines(((say("Signed:"), Blank(say("your name"))),)),
        ),
        footer=(
            say("Information, not legal advice."),
            say("Keep a copy, and write down on which day you handed it in, and to whom."),
        ),
        day=day,
        language=words.language,
    )  # fmt: skip


def _step(found: Mapping[str, Any], words: Words) -> list[Block]:
    """Which step it is, and when it has to be taken."""
    if found["due_on"] is not None:
        by = words.say("By %(day)s.") % {"day": words.iso(found["due_on"])}
    else:
        said = words.say("Hand it in by %(day)s: later days depend on the holidays.")
        by = said % {"day": words.iso(found["not_before"])}
    return [Paragraph((Strong(found["step"]), f"({found['cite']}).", Strong(by)))]


def _room(title: str, label: str) -> list[Block]:
    """A heading with lines to write on."""
    return [Heading(title), Paragraph((f"({label})",)), Lines(((_RULE,),) * _ROOM)]


def _unavailable(found: Mapping[str, Any], words: Words) -> list[Block]:
    because = found["unavailable_because"]
    if not because:
        return []
    title = words.say("Why I could not use this step in time")
    return [Heading(title), Paragraph((f"{because.rstrip('.')}.", f"({UNAVAILABLE})"))]
