"""Answers as text for a reader without law school: the answer first, the reasons under it."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import TYPE_CHECKING, Any

from homeward.explain.answer import RULES_TOGETHER, Answer
from homeward.explain.reasons import Reason
from homeward.explain.sentences import in_words, meaning
from homeward.explain.timeline import timeline
from homeward.facts import Row, Vocabulary
from homeward.when import FIRST, LAST

if TYPE_CHECKING:
    from homeward.explain.explanation import Explanation

_WIDTH = 96
_MARK = {"now": "YES", "later": "NOT YET", "never": "NO", "unknown": "IT DEPENDS"}
_COLOUR = {"now": "32", "later": "33", "never": "31", "unknown": "36"}
_DATES = ("charge.offense_date", "charge.disposition_date", "charge.disposition_completed_on")


def explanation_as_text(explanation: Explanation, *, why: bool, colour: bool) -> str:
    """One record's answers: each charge, then the person, the plan, and what to do next."""
    record, answers, as_of = explanation.record, explanation.answers, explanation.as_of
    vocabulary, plans, notes = explanation.vocabulary, explanation.plans, explanation.notes
    page = Page(vocabulary, as_of, why=why, colour=colour)
    page.title(f"Answers for {record.person_id}, as of {in_words(as_of)}")
    page.say("Information, not legal advice. A court or board decides what is marked so below.")
    for row in dict.fromkeys(answer.subject for answer in answers):
        page.subject(row, [answer for answer in answers if answer.subject is row])
    for plan in plans:
        page.plan(plan)
    page.next(explanation.next_steps)
    page.notes([*notes, *_assumed(answers, vocabulary)])
    return "\n".join(page.lines)


def _assumed(answers: Iterable[Answer], vocabulary: Vocabulary) -> Iterator[str]:
    names = dict.fromkeys(name for answer in answers for name in answer.assumed)
    if names:
        said = "; ".join(vocabulary[name].says for name in names)
        yield f"Taken as not having happened, because the record does not show it: {said}."


class Page:
    """The lines of one record's page, written from top to bottom."""

    def __init__(self, vocabulary: Vocabulary, as_of: date, *, why: bool, colour: bool) -> None:
        """Start an empty page."""
        self.vocabulary = vocabulary
        self.as_of = as_of
        self.why = why
        self.colour = colour
        self.lines: list[str] = []

    # --- writing ----------------------------------------------------------------

    def title(self, text: str) -> None:
        """A heading with a rule under it."""
        self.lines += ["", self.paint(text, "1"), "─" * min(len(text), _WIDTH)]

    def say(self, text: str, indent: str = "", first: str | None = None) -> None:
        """A paragraph, folded to the page's width."""
        start = indent if first is None else first
        self.lines += textwrap.wrap(
            text, _WIDTH, initial_indent=start, subsequent_indent=indent, break_long_words=False
        )

    def paint(self, text: str, code: str) -> str:
        """Coloured text on a terminal, plain text elsewhere."""
        return f"\x1b[{code}m{text}\x1b[0m" if self.colour else text

    # --- a charge, or the person ------------------------------------------------

    def subject(self, row: Row, answers: Sequence[Answer]) -> None:
        """Everything about one row."""
        shown = [a for a in answers if a.rule == RULES_TOGETHER and a.applies]
        routes = {a.question: a for a in answers if a.rule != RULES_TOGETHER}
        families = {a.source.family for a in routes.values() if a.source} & {
            a.question for a in shown
        }
        heads = [a for a in shown if a.source is None or a.question in families
                 or a.source.family not in families]  # fmt: skip
        if not heads:
            return
        self.title(describe(row))
        for head in heads:
            self.head(head, routes, families)
        self.picture(row, heads)
        for head in heads:
            self.reasons(_best(head, routes))

    def head(self, answer: Answer, routes: dict[str, Answer], families: set[str]) -> None:
        """The answer itself in one sentence, with the ways that do not fit named under it."""
        best = _best(answer, routes)
        name = best.source.title if best and best.source else answer.question
        mark = self.paint(_MARK[answer.status], _COLOUR[answer.status])
        self.say(f"{name}: {_without_mark(answer.because)}", "    ", f"  {mark}  ")
        if answer.question in families:
            others = [a for q, a in routes.items() if a is not best and a.source
                      and a.source.family == answer.question and a.applies]  # fmt: skip
            self.routes(others)

    def routes(self, others: Sequence[Answer]) -> None:
        """The other ways: those open or coming in a line each, the rest by name."""
        for other in others:
            if other.status != "never" and other.source:
                self.say(f"also: {other.source.title}: {other.because}", "      ", "    ")
        closed = [a.source.title for a in others if a.status == "never" and a.source]
        if closed:
            self.say(f"ways that do not fit: {', '.join(closed)}", "      ", "    ")

    def picture(self, row: Row, answers: Sequence[Answer]) -> None:
        """The timeline, where there is anything to draw."""
        drawn = [(a.question, a.when) for a in answers if _is_dated(a)]
        if drawn:
            events = [row.facts[name][0] for name in _DATES if name in row.facts]
            days = [day for day in events if FIRST < day < LAST]
            self.lines.append("")
            self.lines += ["  " + line for line in timeline(drawn, days, self.as_of)]

    # --- reasons ----------------------------------------------------------------

    def reasons(self, answer: Answer | None) -> None:
        """The conditions behind an answer: those that decide it, or all with ``--why``."""
        if answer is None or not answer.reasons:
            return
        dated = [reason for reason in answer.reasons if reason.when is not None]
        shown = dated if self.why else [r for r in dated if self.decides(answer, r)]
        weighed = [r for r in answer.reasons if r.when is None]
        title = answer.source.title if answer.source else answer.question
        if shown or answer.missing or (weighed and answer.status != "never"):
            self.lines += ["", f"  Why — {title}"]
        for reason in shown:
            self.reason(reason)
        if answer.status != "never" or self.why:
            for reason in weighed:
                self.say(f"⚖ the {reason.decided_by} weighs: {reason.says} ({reason.cite})",
                         "      ", "    ")  # fmt: skip
        self.missing(answer)

    def decides(self, answer: Answer, reason: Reason) -> bool:
        """Whether a reason is worth showing without ``--why``."""
        if reason.when is None:
            return False
        if answer.status == "never":
            return reason.when[0] == LAST
        return reason.when[1] > FIRST and (
            reason.when[1] > self.as_of or reason.when[0] == answer.when[0]
        )

    def reason(self, reason: Reason) -> None:
        """One condition: its mark, words, citation and days; its facts with ``--why``."""
        soonest, latest = reason.when or (FIRST, FIRST)
        mark = (
            "✓"
            if latest <= self.as_of
            else "✗"
            if soonest == LAST
            else "·"
            if soonest == latest
            else "?"
        )
        says = reason.unmet if soonest == LAST and reason.unmet else reason.says
        days = "" if says is reason.unmet else f": {_days(soonest, latest)}"
        self.say(f"{mark} {says} ({reason.cite}){days}", "      ", "    ")
        if self.why and reason.facts:
            facts = ", ".join(f"{name} = {value}" for name, value in reason.facts.items())
            self.say(f"from {facts}", "        ", "        ")

    def missing(self, answer: Answer) -> None:
        """What is missing, and why it matters: what it would settle."""
        for name in answer.missing:
            said = meaning(name, self.vocabulary)
            self.say(f"? not known: {said} [{name}]", "      ", "    ")
        for event in answer.waits_on:
            self.say(f"… waits on {event}", "      ", "    ")

    # --- the end of the page ----------------------------------------------------

    def plan(self, plan: dict[str, Any]) -> None:
        """Which charges to ask for under a lifetime limit."""
        if not plan["leave"]:
            return
        self.title(f"Your plan under the lifetime limits ({plan['cite']})")
        places = ", ".join(f"{count} {kind}" for kind, count in plan["places_left_before"].items())
        self.say(f"Places left: {places}. Not everything fits, so you have to choose. "
                 "This set clears the most; you may choose another.", "  ", "  ")  # fmt: skip
        for what, rows in (("ask for", plan["ask_for"]), ("leave", plan["leave"])):
            for row in rows:
                self.say(
                    f"{what}: {row['case_id']}/{row['id']} {row['description'] or ''}",
                    "      ",
                    "    ",
                )
        left = ", ".join(f"{count} {kind}" for kind, count in plan["places_left_after"].items())
        self.say(f"Places left after that, for your whole life: {left}.", "  ", "  ")

    def next(self, steps: Sequence[Any]) -> None:
        """What to do next, and by when."""
        if steps:
            self.title("What to do next")
        for step in steps:
            by = f" by {step['by']}" if step["by"] else ""
            who = "" if step["who"] == "you" else f"[{step['who']}] "
            self.say(f"{who}{step['do']}{by} ({step['cite']})", "    ", "  • ")

    def notes(self, notes: Sequence[str]) -> None:
        """What the reader should know about this page."""
        self.title("About these answers")
        for note in notes:
            self.say(note, "    ", "  • ")


def describe(row: Row) -> str:
    """A row in words."""
    if row.table != "charge":
        return f"The {row.table} as a whole" if row.table != "person" else "You, over all charges"
    told = row.written
    kind = " ".join(str(told[key]) for key in ("charge.severity",) if key in told)
    level = f", {kind}{' class ' + str(told['charge.class']) if told.get('charge.class') else ''}"
    ended = told.get("charge.disposition", "")
    on = f" on {told['charge.disposition_date']}" if told.get("charge.disposition_date") else ""
    name = told.get("charge.description") or "charge"
    statute = f" ({told['charge.statute']})" if told.get("charge.statute") else ""
    return f"{row.key}: {name}{statute}{level if kind else ''}, {ended}{on}".rstrip(", ")


def _best(answer: Answer, routes: dict[str, Answer]) -> Answer | None:
    """The rule's own answer behind the one that speaks for all."""
    if answer.source is None:
        return None
    return routes.get(answer.source.question, answer)


def _without_mark(sentence: str) -> str:
    """The sentence without the yes or no that stands before it already."""
    head, colon, rest = sentence.partition(": ")
    return rest if colon and len(head) <= len("It depends") else sentence


def _is_dated(answer: Answer) -> bool:
    soonest, latest = answer.when
    return answer.status in ("now", "later", "unknown") and any(
        FIRST < d < LAST for d in (soonest, latest)
    )


def _days(soonest: date, latest: date) -> str:
    if soonest == latest:
        if soonest in (FIRST, LAST):
            return "met" if soonest == FIRST else "not met, and waiting does not change it"
        return f"from {in_words(soonest)}"
    low = f"not before {in_words(soonest)}" if soonest > FIRST else "not known"
    return low + (f", by {in_words(latest)}" if latest < LAST else "")
