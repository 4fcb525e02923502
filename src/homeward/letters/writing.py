"""Writing a letter: its template, an explanation, and nothing else."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

from homeward import __version__, law
from homeward.explain import Explanation
from homeward.explain.sentences import because
from homeward.explain.value import Span
from homeward.facts import Row
from homeward.language import ENGLISH, Words, words_of
from homeward.letters.claim import AnswerClaim, Match
from homeward.letters.known import Known, answer_ground, law_ground
from homeward.letters.letter import Ground, Letter, Part, Sentence, once
from homeward.letters.template import LetterError, PartWording, Template, Wording, template
from homeward.letters.wording import of_reason, sentences, ways
from homeward.when import FIRST, LAST

_WRITTEN = (
    "Information, not legal advice. Written with homeward {version} from the facts of the sender."
)
_LAW = "{place}: law of {asked}, last checked on {checked}."
_COPY = "This is your own copy. Whatever you send or file, send or file it in English."


class NoGround(Exception):
    """The rules give no ground for a letter; says why, and what would have to be known."""


def words_of_letters(language: str) -> Words:
    """The words of letters in a language."""
    return words_of(language, Path(__file__).parent)


def write(kind: str, explanation: Explanation, language: Words = ENGLISH) -> Letter:
    """One letter about one record, in English or in the words of :func:`words_of_letters`.

    A letter in another language is the person's own copy, and says so at its foot.

    Raises:
        LetterError: when there is no such letter.
        NoGround: when the rules give no ground for it.
    """
    chosen = template(kind)
    if explanation.changes:
        msg = "a letter claims the law as it stands, and here the law was changed: leave that out"
        raise NoGround(msg)
    known = Known(explanation, language)
    grounds = _rests_on(chosen, known)
    if not grounds:
        raise NoGround(_no_ground(chosen, known))
    desk = Desk(known, grounds)
    parts = tuple(part for own in chosen.parts for part in desk.part(own))
    footer = tuple(desk.footer(parts))
    title, record_id = language.word(chosen.title), explanation.record.record_id
    return Letter(kind, title, parts, footer, explanation.as_of, record_id, language.language)


def _rests_on(chosen: Template, known: Known) -> tuple[Ground, ...]:
    """What the letter rests on: each way in which there is ground for it."""
    rows: list[Row] = [known.person, *known.charges]
    found = (
        match.ground
        for claims in chosen.rests_on
        for row in rows
        for way in ways(claims, known, row)
        for match in way
    )
    return once(found)


def _no_ground(chosen: Template, known: Known) -> str:
    """Why there is no letter, with the sentence of each answer that it would have rested on."""
    asked = dict.fromkeys(
        claim.answer
        for claims in chosen.rests_on
        for claim in claims
        if isinstance(claim, AnswerClaim)
    )
    said = dict.fromkeys(
        f"{question}{_about(row)}: {because(answer, known.vocabulary, known.language)}"
        for question in asked
        for row in (known.person, *known.charges)
        for answer in known.answers(question, row)
    )
    return "\n  ".join([known.language.word(chosen.no_ground), *said])


def _about(row: Row) -> str:
    return f", {row.key}" if row.table == "charge" else ""


class Desk:
    """Where a letter is put together."""

    def __init__(self, known: Known, grounds: tuple[Ground, ...]) -> None:
        """Take what is known, and what the letter as a whole rests on."""
        self.known = known
        self.grounds = grounds

    def part(self, wording: PartWording) -> Iterator[Part]:
        """A part, if anything stands in it; one for each charge if its heading names the charge."""
        lines: list[tuple[Sentence, ...]] = []
        for row in self._rows(wording):
            own = [line for line in self._lines(wording, row) if line]
            if wording.heading_of_each and own:
                yield Part(wording.form, tuple(own), self._heading(wording, row))
            else:
                lines += own
        if lines:
            distinct = tuple({repr(line): line for line in lines}.values())
            yield Part(wording.form, distinct, self._heading(wording, self.known.person))

    def _rows(self, wording: PartWording) -> list[Row]:
        rows = list(self.known.charges) if wording.each == "charge" else [self.known.person]
        return [row for row in rows if any(True for _ in ways(wording.where, self.known, row))]

    def _heading(self, wording: PartWording, row: Row) -> Sentence | None:
        found = sentences(Wording(wording.heading), self.known, row, self.grounds)
        return next(found) if wording.heading else None

    def _lines(self, wording: PartWording, row: Row) -> Iterator[tuple[Sentence, ...]]:
        said = tuple(
            own
            for one in wording.sentences
            for own in sentences(one, self.known, row, self.grounds)
        )
        together = wording.form == "paragraph" or (wording.each and not wording.heading_of_each)
        yield from [said] if together else ((own,) for own in said)
        if wording.reasons_of:
            yield from ((own,) for own in self._reasons(wording, row))

    def _reasons(self, wording: PartWording, row: Row) -> Iterator[Sentence]:
        """A line for each condition of a question's answers about a row that has words for it."""
        for answer in self.known.answers(wording.reasons_of, row):
            match = Match(answer_ground(answer), answer)
            for reason in answer.reasons:
                stands = _stands(reason.when, self.known.as_of)
                alone = reason.requirement.alternative or not wording.only_alternatives
                if stands in wording.reasons and alone:
                    yield of_reason(wording.reasons[stands], self.known, match, reason)

    def footer(self, parts: tuple[Part, ...]) -> Iterator[Sentence]:
        """What it is, and under which law: the bodies of law that its sentences rest on."""
        day, language = self.known.day(), self.known.language
        if language is not ENGLISH:
            yield Sentence((language.say(_COPY),), (day,))
        yield Sentence((language.say(_WRITTEN, version=__version__),), (day,))
        grounds = (own for part in parts for line in part.lines for one in line
                   for own in one.grounds)  # fmt: skip
        rules = (dict(own.claims).get("rule") for own in grounds)
        for body_id in dict.fromkeys(str(rule).partition("/")[0] for rule in rules if rule):
            yield self._law(body_id)

    def _law(self, body_id: str) -> Sentence:
        body = law.body(body_id)
        if body is None:
            msg = f"there is no law {body_id}"
            raise LetterError(msg)
        language = self.known.language
        asked, checked = language.day(self.known.as_of), language.day(body.checked_on)
        said = language.say(_LAW, place=language.if_said(body.title), asked=asked, checked=checked)
        return Sentence((said,), (self.known.day(), law_ground(body_id)))


def _stands(when: Span | None, as_of: date) -> str:
    """How a condition stands on the day asked, by the name of its words in a template."""
    if when is None:
        return "weighed"
    soonest, latest = when
    if soonest == LAST:
        return "unmet"
    if latest == FIRST:
        return "met"
    if latest <= as_of:
        return "met_since" if soonest == latest else "met"
    return "from" if soonest == latest else "unknown"
