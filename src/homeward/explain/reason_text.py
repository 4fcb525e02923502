"""The reasons under an answer: what is met, what is not, what people decide, what is missing."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from homeward.explain.answer import Answer
from homeward.explain.description import clipped
from homeward.explain.page import Page
from homeward.explain.reasons import Reason, reads
from homeward.explain.sentences import meaning, what_is_open
from homeward.facts import Vocabulary
from homeward.language import ENGLISH, Words
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

    def __init__(
        self, vocabulary: Vocabulary, as_of: date, words: Words = ENGLISH, *, why: bool
    ) -> None:
        """Take the words for facts, the day, the language, and how much to show."""
        self.words = words
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
        says = self.words.told(reason.unmet if unmet else reason.says)
        days = "" if unmet else self.days(soonest, latest)
        dated = f": {days}" if days else ""
        page.say(f"{says} ({reason.cite}){dated}", self.indent, f"{self.mark(soonest, latest)} ")
        facts = ", ".join(f"{name} = {self.value(value)}" for name, value in reason.facts.items())
        if self.why and facts:
            page.say(self.words.say("from {facts}", facts=facts), self.indent + 2)

    def mark(self, soonest: date, latest: date) -> str:
        """A condition's mark, as the legend explains it."""
        if latest <= self.as_of:
            return "✓"
        if soonest == LAST:
            return "✗"
        return "·" if soonest == latest else "?"

    def days(self, soonest: date, latest: date) -> str:
        """A condition's days."""
        say, low, high = self.words.say, self.words.day(soonest), self.words.day(latest)
        if soonest == latest:
            if soonest in (FIRST, LAST):
                return "" if soonest == FIRST else say("no, and waiting does not change it")
            return say("since {day}" if latest <= self.as_of else "from {day}", day=low)
        if latest <= self.as_of:
            return say("since {day} at the latest", day=high)
        known = say("not before {low}", low=low) if soonest > FIRST else say("not known")
        return (
            say("{low}, by {high} at the latest", low=known, high=high)
            if latest < LAST
            else (known)
        )

    def value(self, value: object) -> str:
        """A recorded value in words."""
        if isinstance(value, bool):
            return self.words.word("yes" if value else "no")
        return clipped(value)

    def weighed(self, page: Page, reasons: Sequence[Reason]) -> None:
        """What a court or a board weighs, in one sentence for each of them."""
        weighed = [reason for reason in reasons if reason.when is None]
        for who in dict.fromkeys(reason.decided_by for reason in weighed):
            asks = [f"{self.words.told(one.says)} ({one.cite})"
                    for one in weighed if one.decided_by == who]  # fmt: skip
            decider = self.words.word(_WHO[who])
            what = self.words.listed(asks)
            said = self.words.say("{who} weighs whether {what}.", who=decider, what=what)
            page.say(said, self.indent, "⚖ ")

    def missing(self, page: Page, answer: Answer, reasons: Sequence[Reason]) -> None:
        """What is missing, and why it matters: the conditions that it would settle."""
        found: dict[str, list[str]] = {}
        for name in answer.missing:
            fact, _, whose = name.partition("@")
            found.setdefault(fact, []).append(whose)
        say = self.words.say
        for fact, owners in found.items():
            if fact.startswith("law:"):
                asked = self.words.told(what_is_open(fact)).strip("¿?.")
                page.say(say("The law is open here: {what}.", what=asked) + f" [{fact}]",
                         self.indent, "? ")  # fmt: skip
                continue
            said = meaning(fact, self.vocabulary, self.words) + whose_they_are(owners, self.words)
            cites = self.words.listed(self.settles(fact, reasons))
            settles = say(" It would settle {cites}.", cites=cites) if cites else ""
            missing = say("Missing: {what} [{fact}].", what=said, fact=fact)
            page.say(missing + settles, self.indent, "? ")
        for event in answer.waits_on:
            page.say(say("This waits on {event}.", event=self.words.told(event)), self.indent, "… ")

    def settles(self, fact: str, reasons: Sequence[Reason]) -> list[str]:
        """The subsections that a missing fact leaves open."""
        return list(dict.fromkeys(
            reason.cite
            for reason in reasons
            if reason.when and reason.when[0] < reason.when[1]
            and fact in reads(reason.requirement.node).names
        ))  # fmt: skip


def whose_they_are(owners: Sequence[str], words: Words = ENGLISH) -> str:
    """Which other charges lack a fact; the subject's own is the empty name.

    >>> whose_they_are(["", "c2/1"])
    ' (also for c2/1)'
    >>> whose_they_are([f"c{n}/1" for n in range(9)])
    ' (for c0/1, c1/1, c2/1 and 6 more)'
    """
    others = [owner for owner in owners if owner]
    if not others:
        return ""
    count = len(others) - _NAMED
    more = [words.say("{count} more", count=count)] if count > 0 else []
    named = words.listed([*others[:_NAMED], *more])
    return words.say(" (also for {whose})" if "" in owners else " (for {whose})", whose=named)
