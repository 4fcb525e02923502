"""Answers made ready for a page: each charge with its sentences, reasons and what would change it.

What is said here is what the explanation says. The words of a rule are those that the catalogs
beside the law have in the reader's language; what they lack is the rule's own English, marked.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from homeward.explain import Explanation
from homeward.explain.answer import Answer
from homeward.explain.as_text import heads_by_row, who_does
from homeward.explain.description import describe, name_of, place_of
from homeward.explain.next_steps import FIND_OUT, Next
from homeward.explain.note import note_in_words
from homeward.explain.reason_text import ReasonText, whose_they_are
from homeward.explain.reasons import Reason
from homeward.explain.sentences import meaning, what_is_open
from homeward.explain.subject_text import Headline
from homeward.facts import Row, Vocabulary
from homeward.language import Words as LawWords
from homeward.web.language import DEFAULT, Words, plain
from homeward.web.language import marked as _
from homeward.web.picture import Bar, Picture, drawn
from homeward.web.said import Said, days_of, sentence
from homeward.when import FIRST, LAST

_EVENTS = ("charge.offense_date", "charge.disposition_date", "charge.disposition_completed_on")
_MARKS = {"✓": "met", "·": "notyet", "✗": "cannot", "?": "open"}


@dataclass(frozen=True)
class Point:
    """One reason: how it stands, what the law asks, its provision, and its days."""

    mark: str
    says: str
    cite: str
    href: str
    days: str = ""
    certainty: str = "high"


@dataclass(frozen=True)
class Lack:
    """A fact that would change the answer: its question, its meaning, and what it would settle."""

    fact: str
    ask: str
    says: str
    settles: Sequence[str] = ()
    law: str = ""


@dataclass(frozen=True)
class Finding:
    """One question about one row, answered."""

    question: str
    rule: str
    title: str
    href: str
    answer: Answer
    said: Said
    points: Sequence[Point] = ()
    weighed: Sequence[Point] = ()
    lacks: Sequence[Lack] = ()
    waits: Sequence[str] = ()
    others: Sequence[Said] = ()
    closed: Sequence[str] = ()

    @property
    def status(self) -> str:
        """How it stands on its day."""
        return self.answer.status


@dataclass
class Subject:
    """All that is told about one row."""

    id: str
    title: str
    name: str
    kind: str
    findings: list[Finding] = field(default_factory=list)
    vague: list[str] = field(default_factory=list)
    picture: Picture | None = None
    left: bool = False


class AnswerPage:
    """Turns an explanation into what a page shows."""

    def __init__(self, explanation: Explanation, words: Words, law: LawWords | None = None) -> None:
        """Take the explanation, the reader's language, and the words of the law in it.

        For a page the law's words mark what is still in English; for paper they say it in words.
        """
        self.explanation = explanation
        self.words = words
        self.law = law or words.on_page
        self.text = ReasonText(explanation.vocabulary, explanation.as_of, self.law, why=False)

    @property
    def vocabulary(self) -> Vocabulary:
        """The words for facts."""
        return self.explanation.vocabulary

    def subjects(self) -> list[Subject]:
        """Each row with its findings, in the order of the record."""
        rows = heads_by_row(self.explanation.told)
        return [
            self.subject(number, row, heads) for number, (row, heads) in enumerate(rows.items(), 1)
        ]

    def overview(self, subjects: Sequence[Subject]) -> Picture | None:
        """One picture of all charges, each by its first answer."""
        charges = [one for one in subjects if one.kind == "charge" and one.findings]
        firsts = [(one, one.findings[0]) for one in charges]
        bars = [
            Bar(one.name, finding.answer.when, finding.said.short, finding.answer.closes)
            for one, finding in firsts
            if _is_dated(finding.answer)
        ]
        return drawn(bars, (), self.explanation.as_of, self.words) if len(bars) > 1 else None

    def subject(self, number: int, row: Row, heads: Sequence[Headline]) -> Subject:
        """One row."""
        vague = [head for head in heads[1:] if head.is_vague]
        name = name_of(row, self.law)
        title = describe(row, self.law).replace(name, self.of_record(name), 1)
        found = Subject(f"about-{number}", title, name, row.table)
        if row.table == "charge":
            found.name = f"{place_of(row)} {name}"
            found.left = (row.case.id, row.id) in self.left
        found.findings = [self.finding(head) for head in heads if head not in vague]
        found.vague = [self.law.told(head.title) for head in vague]
        found.picture = self.picture(row, found.findings)
        return found

    def of_record(self, text: str) -> str:
        """What a record says: in the record's own language, which is marked as English."""
        marked = self.words.language != DEFAULT and self.law is self.words.on_page
        return text.join(self.law.marks) if marked else text

    @property
    def left(self) -> set[tuple[str, str]]:
        """The charges that do not fit a lifetime limit."""
        return {
            (row["case_id"], row["id"]) for plan in self.explanation.plans for row in plan["leave"]
        }

    def finding(self, head: Headline) -> Finding:
        """One question answered, with the reasons of its best rule."""
        best, answer = head.best, head.answer
        never = answer.status == "never"
        return Finding(
            question=answer.question,
            rule=best.rule,
            title=self.law.told(head.title),
            href=self.page_of(best),
            answer=answer,
            said=sentence(best if never else answer, self.words, self.law),
            points=[self.point(best, reason) for reason in self.text.shown(best)],
            weighed=[] if never else [
                Point("weighed", self.law.told(one.says), one.cite, self.place_in(best, one))
                for one in best.reasons if one.when is None
            ],
            lacks=[] if never else list(self.lacks(answer, best.reasons)),
            waits=[] if never else list(map(self.law.told, answer.waits_on)),
            others=[
                sentence(other, self.words, self.law)
                for other in head.others if other.status in ("now", "later") and other.source
            ],
            closed=[self.law.told(o.source.title)
                    for o in head.others if o.status == "never" and o.source]
            if never else [],
        )  # fmt: skip

    def point(self, answer: Answer, reason: Reason) -> Point:
        """One dated reason."""
        soonest, latest = reason.when or (FIRST, FIRST)
        unmet = soonest == LAST and bool(reason.unmet)
        return Point(
            mark=_MARKS[self.text.mark(soonest, latest)],
            says=self.law.told(reason.unmet if unmet else reason.says),
            cite=reason.cite,
            href=self.place_in(answer, reason),
            days="" if unmet else days_of(soonest, latest, self.explanation.as_of, self.words),
            certainty=reason.certainty,
        )

    def lacks(self, answer: Answer, reasons: Sequence[Reason]) -> Iterator[Lack]:
        """What would change an answer: facts that are missing, and law that is open."""
        found: dict[str, list[str]] = {}
        for name in answer.missing:
            fact, _, whose = name.partition("@")
            found.setdefault(fact, []).append(whose)
        for name, owners in found.items():
            if name.startswith("law:"):
                yield Lack(name, "", "", law=self.law.told(what_is_open(name)).strip("¿?."))
                continue
            says = meaning(name, self.vocabulary, self.law) + whose_they_are(owners, self.law)
            yield Lack(name, self.vocabulary[name].ask, says, self.text.settles(name, reasons))

    def picture(self, row: Row, findings: Sequence[Finding]) -> Picture | None:
        """The timeline of one row, where there is anything to draw."""
        bars = [
            Bar(plain(one.title), one.answer.when, one.said.short, one.answer.closes,
                self.words.language if plain(one.title) == one.title else "en")
            for one in findings
            if _is_dated(one.answer)
        ]  # fmt: skip
        if not bars:
            return None
        events = [
            (self.words.say(_EVENT_NAMES[name]), row.facts[name][0])
            for name in _EVENTS
            if name in row.facts and FIRST < row.facts[name][0] < LAST
        ]
        return drawn(bars, events, self.explanation.as_of, self.words)

    def steps(self) -> list[Next]:
        """What to do next; a fact to find out is asked for on this site, not looked up here."""
        find_out = self.law.say(FIND_OUT, name="", what="").partition(":")[0]
        steps = self.explanation.steps_in(self.law)
        return [one for one in steps if not one["do"].startswith(find_out)]

    def who(self, step: Next) -> str:
        """Who has to do a step, to stand before it; empty where it is the reader."""
        return who_does(step["who"], self.law)

    def notes(self) -> list[str]:
        """What the reader should know about these answers."""
        return [note_in_words(note, self.law) for note in self.explanation.notes]

    def places(self, places: Mapping[str, int]) -> str:
        """Places of a lifetime limit, by their kind."""
        return ", ".join(f"{self.law.told(kind)} {count}" for kind, count in places.items())

    def assumed(self, subjects: Sequence[Subject]) -> list[str]:
        """What the shown answers take as not having happened, each in words."""
        shown = [one.answer for subject in subjects for one in subject.findings]
        names = dict.fromkeys(
            name for answer in shown if answer.status != "never" for name in answer.assumed
        )
        return [self.law.told(self.vocabulary[name].says) for name in names]

    def page_of(self, answer: Answer) -> str:
        """The address of a rule's page."""
        return f"/{self.words.language}/law/{answer.rule}"

    def place_in(self, answer: Answer, reason: Reason) -> str:
        """The address of a condition on its rule's page."""
        return f"{self.page_of(answer)}#{reason.name.replace('_', '-')}"


_EVENT_NAMES = {
    "charge.offense_date": _("the conduct"),
    "charge.disposition_date": _("the judgment or the end of the charge"),
    "charge.disposition_completed_on": _("the whole sentence done"),
}


def _is_dated(answer: Answer) -> bool:
    return answer.status != "never" and any(FIRST < day < LAST for day in answer.when)
