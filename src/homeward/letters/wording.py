"""Filling in a sentence: facts and answers take their place in it, and become its grounds.

In a template ``{charge.offense_date}`` is a fact, or a blank where it is not known;
``{charge.description|charge.statute}`` the first of these that is known. ``{blank: your name}`` is
always a blank. ``{day}``, ``{cite}``, ``{step}``, ``{do}``, ``{law}``, ``{needs}`` and ``{says}``
are of the answer that the sentence claims; ``{as_of}`` is the day that was asked about.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import product

from homeward import law
from homeward.documents import Blank, Piece
from homeward.explain.answer import Answer
from homeward.explain.as_json import day
from homeward.explain.next_steps import filled
from homeward.explain.reasons import Reason
from homeward.explain.sentences import ground_in_words, meaning
from homeward.facts import Row
from homeward.language import Words
from homeward.letters.claim import Claim, Match
from homeward.letters.known import Known
from homeward.letters.letter import Ground, Sentence, once
from homeward.letters.template import LetterError, Wording
from homeward.when import FIRST, LAST

_PLACE = re.compile(r"\{([^{}]+)\}")


def ways(claims: Sequence[Claim], known: Known, row: Row) -> Iterator[tuple[Match, ...]]:
    """Every way in which all the claims hold about a row; one empty way where there are none."""
    return product(*(list(claim.matches(known, row)) for claim in claims))


def sentences(
    wording: Wording, known: Known, row: Row, otherwise: tuple[Ground, ...]
) -> Iterator[Sentence]:
    """The sentence once for every way in which its claims hold.

    A sentence that claims nothing of its own rests on ``otherwise``: what the letter rests on.
    """
    for matches in ways(wording.when, known, row):
        filling = Filling(known, row, matches)
        pieces = tuple(filling.pieces(known.language.word(wording.says)))
        yield Sentence(pieces, filling.grounds or otherwise)


def of_reason(words: str, known: Known, match: Match, reason: Reason) -> Sentence:
    """A sentence about one condition of an answer."""
    filling = Filling(known, reason.row, (match,), reason)
    return Sentence(tuple(filling.pieces(known.language.word(words))), filling.grounds)


@dataclass
class Filling:
    """Fills in one sentence, and gathers what it rests on."""

    known: Known
    row: Row
    matches: tuple[Match, ...]
    reason: Reason | None = None
    facts: tuple[Ground, ...] = ()

    @property
    def grounds(self) -> tuple[Ground, ...]:
        """The claims of the sentence, then the facts that it names; each once."""
        claimed = [self._with_reason(match.ground) for match in self.matches]
        return once([*claimed, *self.facts])

    def _with_reason(self, ground: Ground) -> Ground:
        if self.reason is None:
            return ground
        when = self.reason.when
        named = {
            "condition": self.reason.name,
            "condition_cite": self.reason.cite,
            "condition_soonest": None if when is None else day(when[0]),
            "condition_latest": None if when is None else day(when[1]),
        }
        return replace(ground, claims=(*ground.claims, *named.items()))

    def pieces(self, says: str) -> Iterator[Piece]:
        """The words of a sentence, with what stands in its places."""
        words = ""
        for place, part in enumerate(_PLACE.split(says)):
            piece = self._piece(part) if place % 2 else part
            if isinstance(piece, str):
                words += piece
            else:
                yield from (own for own in (words, piece) if own)
                words = ""
        if words:
            yield words

    def _piece(self, name: str) -> Piece:
        if name.startswith("blank:"):
            return Blank(name.removeprefix("blank:").strip())
        if "." in name:
            return self._fact(name.split("|"))
        if name == "as_of":
            self.facts += (self.known.day(),)
            return self.known.language.day(self.known.as_of)
        return self._of_answer(name)

    def _fact(self, names: Sequence[str]) -> Piece:
        for name in names:
            words = self.known.words(name, self.row)
            if words is not None:
                self.facts += (self.known.fact(name, self.row),)
                return words
        first = self.known.vocabulary[names[0]]
        self.facts += (self.known.fact(names[0], self.row),)
        return Blank(self.known.language.told(first.says))

    def _of_answer(self, name: str) -> str:
        match = next((own for own in self.matches if own.answer is not None), None)
        if match is None or match.answer is None:
            msg = f"{{{name}}} stands in a sentence that claims no answer"
            raise LetterError(msg)
        if self.reason is not None:
            found = _of_reason(self.reason, name, self.known.language)
            if found is not None:
                return found
        if name == "do" and match.step is not None:
            return filled(match.answer, self.known.language.told(match.step.do))
        return _of_answer(match.answer, dict(match.ground.claims), name, self.known)


def _of_reason(reason: Reason, name: str, language: Words) -> str | None:
    if name == "says":
        return language.told(reason.says).removeprefix(language.word("or: "))
    if name == "unmet":
        return ground_in_words(reason, language)
    if name == "cite":
        return reason.cite
    if name == "who":
        return language.told(reason.decided_by)
    if name == "day" and reason.when is not None:
        return language.day(reason.when[0])
    return None


def _of_answer(answer: Answer, claims: Mapping[str, object], name: str, known: Known) -> str:
    if name == "day":
        soonest, latest = answer.when
        if not FIRST < soonest == latest < LAST:
            msg = f"{answer.rule} has no one day: claim that it is dated"
            raise LetterError(msg)
        return known.language.day(latest)
    if name == "cite":
        return _cite(answer, claims)
    if name == "step":
        return str(claims["step"])
    if name == "law" and answer.source is not None:
        found = law.body(answer.source.body)
        return known.language.if_said(found.title) if found else answer.source.body
    if name == "needs":
        language = known.language
        return language.listed([meaning(own, known.vocabulary, language) for own in answer.missing])
    msg = f"{{{name}}} is nothing that a sentence can name"
    raise LetterError(msg)


def _cite(answer: Answer, claims: Mapping[str, object]) -> str:
    """The citation of the condition that the sentence claims, else that of the rule."""
    met = claims.get("met")
    names = met if isinstance(met, tuple) else ()
    cites = [reason.cite for reason in answer.reasons if reason.name in names]
    return cites[0] if cites else (answer.source.cite if answer.source else "")
