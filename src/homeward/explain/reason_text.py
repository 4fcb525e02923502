"""The reasons under an answer: what is met, what is not, what people decide, what is missing."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from homeward.explain.answer import Answer
from homeward.explain.description import clipped
from homeward.explain.page import Page
from homeward.explain.reasons import Reason, reads
from homeward.explain.sentences import in_words, listed, meaning, what_is_open
from homeward.facts import Vocabulary
from homeward.when import FIRST, LAST

LEGEND = "✓ met   · not yet   ✗ cannot be met   ? not known   ⚖ people decide"
_NAMED = 3
_WHO = {
    "court": "The court",
    "agency": "The agency",
    "board": "The board",
    "record": "The court",
}


class ReasonText:
    """Writes reasons; ``why`` asks for every condition with the facts that it rests on."""

    indent = 14

    def __init__(self, vocabulary: Vocabulary, as_of: date, *, why: bool) -> None:
        """Take the words for facts, the day, and how much to show."""
        self.vocabulary = vocabulary
        self.as_of = as_of
        self.why = why

    def reasons(self, page: Page, best: Answer, answer: Answer) -> None:
        """The reasons behind a question's answer: those of its best rule, and what is missing."""
        for reason in self.shown(best):
            self.reason(page, reason)
        if answer.status != "never" or self.why:
            self.weighed(page, best.reasons)
        if answer.status != "never":
            self.missing(page, answer, best.reasons)

    def shown(self, answer: Answer) -> list[Reason]:
        """The reasons worth showing: those that decide the answer, or all with ``why``."""
        dated = [reason for reason in answer.reasons if reason.when is not None]
        if self.why:
            return dated
        if answer.status == "never":
            return answer.grounds if self.lists_grounds(answer) else []
        return [reason for reason in dated if self.decides(answer, reason)]

    def lists_grounds(self, answer: Answer) -> bool:
        """Whether there is more than one ground, so that they are listed."""
        return self.why or len(answer.grounds) > 1

    def decides(self, answer: Answer, reason: Reason) -> bool:
        """Whether a reason holds the answer where it is."""
        soonest, latest = reason.when or (FIRST, FIRST)
        if soonest == LAST or latest == FIRST:
            return False
        if answer.status == "now":
            return latest == answer.when[1]
        return latest > self.as_of or soonest == answer.when[0]

    def reason(self, page: Page, reason: Reason) -> None:
        """One condition: its mark, words, citation and days; its facts with ``why``."""
        soonest, latest = reason.when or (FIRST, FIRST)
        unmet = soonest == LAST and bool(reason.unmet)
        says = reason.unmet if unmet else reason.says
        days = "" if unmet else self.days(soonest, latest)
        page.say(f"{says} ({reason.cite}){days}", self.indent, f"{self.mark(soonest, latest)} ")
        facts = ", ".join(f"{name} = {_said(value)}" for name, value in reason.facts.items())
        if self.why and facts:
            page.say(f"from {facts}", self.indent + 2)

    def mark(self, soonest: date, latest: date) -> str:
        """A condition's mark, as the legend explains it."""
        if latest <= self.as_of:
            return "✓"
        if soonest == LAST:
            return "✗"
        return "·" if soonest == latest else "?"

    def days(self, soonest: date, latest: date) -> str:
        """A condition's days."""
        if soonest == latest:
            if soonest in (FIRST, LAST):
                return "" if soonest == FIRST else ": no, and waiting does not change it"
            return f": {'since' if latest <= self.as_of else 'from'} {in_words(soonest)}"
        if latest <= self.as_of:
            return f": since {in_words(latest)} at the latest"
        low = f"not before {in_words(soonest)}" if soonest > FIRST else "not known"
        return f": {low}" + (f", by {in_words(latest)} at the latest" if latest < LAST else "")

    def weighed(self, page: Page, reasons: Sequence[Reason]) -> None:
        """What a court or a board weighs, in one sentence for each of them."""
        weighed = [reason for reason in reasons if reason.when is None]
        for who in dict.fromkeys(reason.decided_by for reason in weighed):
            asks = [f"{one.says} ({one.cite})" for one in weighed if one.decided_by == who]
            page.say(f"{_WHO[who]} weighs whether {listed(asks)}.", self.indent, "⚖ ")

    def missing(self, page: Page, answer: Answer, reasons: Sequence[Reason]) -> None:
        """What is missing, and why it matters: the conditions that it would settle."""
        found: dict[str, list[str]] = {}
        for name in answer.missing:
            fact, _, whose = name.partition("@")
            found.setdefault(fact, []).append(whose)
        for fact, owners in found.items():
            if fact.startswith("law:"):
                said = what_is_open(fact).rstrip("?.")
                page.say(f"The law is open here: {said}. [{fact}]", self.indent, "? ")
                continue
            said = meaning(fact, self.vocabulary) + whose_they_are(owners)
            cites = self.settles(fact, reasons)
            settles = f" It would settle {listed(cites)}." if cites else ""
            page.say(f"Missing: {said} [{fact}].{settles}", self.indent, "? ")
        for event in answer.waits_on:
            page.say(f"This waits on {event}.", self.indent, "… ")

    def settles(self, fact: str, reasons: Sequence[Reason]) -> list[str]:
        """The subsections that a missing fact leaves open."""
        return list(dict.fromkeys(
            reason.cite
            for reason in reasons
            if reason.when and reason.when[0] < reason.when[1]
            and fact in reads(reason.requirement.node).names
        ))  # fmt: skip


def whose_they_are(owners: Sequence[str]) -> str:
    """Which other charges lack a fact; the subject's own is the empty name.

    >>> whose_they_are(["", "c2/1"])
    ' (also for c2/1)'
    >>> whose_they_are([f"c{n}/1" for n in range(9)])
    ' (for c0/1, c1/1, c2/1 and 6 more)'
    """
    others = [owner for owner in owners if owner]
    if not others:
        return ""
    more = [f"{len(others) - _NAMED} more"] if len(others) > _NAMED else []
    also = "also " if "" in owners else ""
    return f" ({also}for {listed([*others[:_NAMED], *more])})"


def _said(value: object) -> str:
    """A recorded value in words."""
    return {True: "yes", False: "no"}[value] if isinstance(value, bool) else clipped(value)
