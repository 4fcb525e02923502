"""The answers as one packet to print and take along: all that the page says, as a document.

What the law has no words for in the reader's language is in English, and says so.
"""

from __future__ import annotations

from collections.abc import Iterator

from homeward.documents import Block, Document, Heading, Items, Line, Paragraph, Strong, Table
from homeward.explain import Explanation
from homeward.web.answers import AnswerPage, Finding, Lack, Point, Subject
from homeward.web.language import Words
from homeward.web.said import MARKS, STATUS, TRANSLATED


def packet(explanation: Explanation, words: Words) -> Document:
    """The packet of an explanation."""
    page = AnswerPage(explanation, words, words.on_paper)
    writer = _Writer(page, words)
    return Document(
        title=words.say("Your answers"),
        blocks=tuple(writer.blocks()),
        footer=(
            words.say("Information, not legal advice."),
            words.say("If you can, ask a lawyer or a legal aid office."),
        ),
        day=explanation.as_of,
        language=words.language,
    )


class _Writer:
    """Writes the blocks of a packet, top down."""

    def __init__(self, page: AnswerPage, words: Words) -> None:
        self.page = page
        self.words = words
        self.say = words.say

    def blocks(self) -> Iterator[Block]:
        explanation = self.page.explanation
        day = self.words.day(explanation.as_of)
        yield Paragraph((self.say("As of %(day)s.") % {"day": day},
                         self.say("Where a court or a board decides, it says so.")))  # fmt: skip
        if self.words.language != "en":
            yield Paragraph((self.say(TRANSLATED),))
        subjects = self.page.subjects()
        yield from self.in_short(subjects)
        for subject in subjects:
            yield Heading(subject.title)
            for finding in subject.findings:
                yield from self.finding(finding)
        yield from self.next()
        yield Heading(self.say("About these answers"))
        yield Items(tuple((note,) for note in self.page.notes()))

    def in_short(self, subjects: list[Subject]) -> Iterator[Block]:
        firsts = [(s, s.findings[0]) for s in subjects if s.kind == "charge" and s.findings]
        if firsts:
            yield Heading(self.say("In short"))
            head = (self.say("Your charges"), self.say("Your answers"))
            rows = tuple(
                ((s.name,), (Strong(self.say(STATUS[f.status])), f.said.short)) for s, f in firsts
            )
            yield Table(head, rows)

    def finding(self, finding: Finding) -> Iterator[Block]:
        yield Heading(finding.title, 2)
        law = () if finding.status == "unknown" else (f"{finding.said.law}.",)
        status = Strong(self.say(STATUS[finding.status]))
        yield Paragraph((status, finding.said.short, *law))
        points = [*map(self.point, [*finding.points, *finding.weighed])]
        if points:
            yield Items(tuple(points))
        lacks = [*map(self.lack, finding.lacks)]
        lacks += [(f"{self.say('It waits on:')} {event}.",) for event in finding.waits]
        if lacks:
            yield Paragraph((Strong(self.say("What would change this")),))
            yield Items(tuple(lacks), "box")

    def point(self, one: Point) -> Line:
        days = f": {one.days}" if one.days else ""
        return Strong(f"{self.say(MARKS[one.mark])}:"), f"{one.says}{days} ({one.cite})"

    def lack(self, one: Lack) -> Line:
        if one.law:
            return (f"{self.say('The law is open here:')} {one.law}.",)
        settles = f" ({', '.join(one.settles)})" if one.settles else ""
        return (f"{self.say(one.ask or one.says)}{settles}",)

    def next(self) -> Iterator[Block]:
        steps = self.page.steps()
        if not steps:
            return
        yield Heading(self.say("What to do next"))
        lines: list[Line] = []
        for step in steps:
            who = self.page.who(step)
            by = self.say("By %(day)s.") % {"day": self.words.iso(step["by"])} if step["by"] else ""
            lines.append((f"{who}{step['do']} ({step['cite']}).", Strong(by) if by else ""))
        yield Items(tuple(lines), "box")
