"""A rule as a page of law: what it answers, its conditions in the statute's order, its data."""

from __future__ import annotations

import re
from collections.abc import Iterator

from homeward.rules.conditions import Condition, Discretion
from homeward.rules.printing.blocks import Block, Heading, Outline, Paragraph, Table
from homeward.rules.printing.branches import outcome_in_words
from homeward.rules.printing.tables import facts_table, lists, numbers_table
from homeward.rules.printing.values import entry_in_words, last_day
from homeward.rules.printing.voice import Voice, is_all_named
from homeward.rules.rule import Rule, Step
from homeward.when import FIRST

_DECIDES = {
    "court": "the court",
    "agency": "the agency",
    "board": "the board",
    "record": "the record",
}
_FILLED = re.compile(r"\{([a-z0-9_.]+)\}")


def blocks(rule: Rule, voice: Voice) -> Iterator[Block]:
    """The page from top to bottom."""
    yield Heading(rule.title, 1)
    if rule.about:
        yield Paragraph(rule.about)
    yield Table(("", ""), tuple(_head(rule, voice)))
    yield Heading("Conditions", 2)
    yield from _together(rule, voice)
    for part in rule.named:
        yield from _part(part, voice)
    yield from _data(rule, voice)
    yield from _steps(rule, voice)


def _head(rule: Rule, voice: Voice) -> Iterator[tuple[str, str]]:
    yield "Law", f"{rule.cite} ({voice.body.title})"
    yield "In force", _in_force(rule)
    yield "This page shows", f"the law on {voice.day}, checked on {voice.body.checked_on}"
    yield "Rule", f"`{rule.name}`"
    family = f", one way of `{rule.family}`" if rule.family else ""
    yield "Question", f"`{rule.question}`{family}"
    yield "Asked about", f"each {rule.subject}"
    yield "When it holds", rule.holds
    yield from outcome_in_words(rule.outcome)
    if rule.owed_by:
        yield "Owed by", rule.owed_by
    if rule.tolerance_days:
        yield "Tolerance", f"{rule.tolerance_days} days: the official count decides"
    if rule.certainty != "high":
        yield "Certainty", f"{rule.certainty}: see [open questions](open-questions.md)"


def _in_force(rule: Rule) -> str:
    enacted = f", enacted {rule.enacted}" if rule.enacted else ""
    end = f", until {last_day(rule.until)}" if rule.until else ""
    since = f"since {rule.since}" if rule.since > FIRST else "since a day that was not looked up"
    return f"{since}{enacted}{end}"


def _together(rule: Rule, voice: Voice) -> Iterator[Block]:
    """How the conditions make one answer, and of which rows the question is asked."""
    if rule.gate is not None:
        yield Paragraph("The question is asked where:")
        yield Outline((voice.say(rule.gate),))
    if is_all_named(rule.tree):
        yield Paragraph("Every one of these must be met. The answer is the latest of their days.")
    else:
        yield Paragraph("The answer is:")
        yield Outline((voice.say(rule.tree),))
    if rule.end is not None:
        yield Paragraph("It ends again. It no longer holds from:")
        yield Outline((voice.say(rule.end),))


def _part(part: Condition | Discretion, voice: Voice) -> Iterator[Block]:
    yield Heading(f"{part.cite}: {part.name.replace('_', ' ')}", 3)
    if part.until is not None and part.until <= FIRST:
        yield Paragraph("It is not asked for.")
        return
    off = "" if part.in_force(voice.day) else f" It is not law on {voice.day}."
    yield Paragraph(f"{_says(part.says)}{_days_of_law(part)}{off}")
    if isinstance(part, Discretion):
        who = _DECIDES[part.decided_by].capitalize()
        yield Paragraph(f"**{who} weighs this; it is never computed.**")
        return
    if part.decided_by != "record":
        who = _DECIDES[part.decided_by].capitalize()
        yield Paragraph(f"**{who} finds this. Until it is found, it is unknown.**")
    if part.certainty != "high":
        yield Paragraph(
            f"**Certainty: {part.certainty}.** See [open questions](open-questions.md)."
        )
    yield Outline((voice.say(part.tree),))
    if part.unmet:
        yield Paragraph(f"When it fails for good: “{part.unmet}”.")


def _says(says: str) -> str:
    """The condition in plain words, as a sentence."""
    return (
        f"{says[:1].upper()}{says[1:]}." if says.startswith("or:") else f"The law asks that {says}."
    )


def _days_of_law(part: Condition | Discretion) -> str:
    since = f" Since {part.since}." if part.since else ""
    return since + (f" Until {last_day(part.until)}." if part.until else "")


def _data(rule: Rule, voice: Voice) -> Iterator[Block]:
    numbers = numbers_table(rule, voice)
    if numbers.rows:
        yield Heading("Numbers and dates of the law", 2)
        yield numbers
    folds = list(lists(rule, voice))
    if folds:
        yield Heading("Lists of offenses", 2)
        yield Paragraph("A listed number covers every part under it: a chapter its sections, a "
                        "section its subsections.")  # fmt: skip
        yield from folds
    facts = facts_table(rule, voice)
    if facts.rows:
        yield Heading("Facts it reads", 2)
        yield facts


def _steps(rule: Rule, voice: Voice) -> Iterator[Block]:
    if rule.steps:
        yield Heading("What to do next", 2)
        rows = tuple(
            (_when(step), step.who, _filled(step.do, voice), step.cite) for step in rule.steps
        )
        yield Table(("when the answer is", "who", "what", "law"), rows)


def _when(step: Step) -> str:
    return " or ".join(step.on)


def _filled(text: str, voice: Voice) -> str:
    """A sentence with the law's numbers in their places."""

    def value(found: re.Match[str]) -> str:
        return entry_in_words(voice.body.parameters[found[1]].on(voice.day))

    return _FILLED.sub(value, text)
