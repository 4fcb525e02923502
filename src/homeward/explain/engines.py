"""The interpreters at hand: one for each body of law and stretch of unchanged law."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from homeward import law
from homeward.explain.interpret import Interpreter
from homeward.explain.meaning import MEANINGS
from homeward.rules.body import Body
from homeward.rules.law_day import LawDay
from homeward.rules.patch import Patch
from homeward.rules.rule import Rule


class Engines:
    """Builds interpreters on first use and keeps them.

    ``readings`` settle open questions; ``patches`` are changes laid over the law.
    """

    def __init__(
        self, readings: Mapping[str, str] | None = None, patches: tuple[Patch, ...] = ()
    ) -> None:
        """Start with none built."""
        self.readings = dict(readings or {})
        self.patches = patches
        self.vocabulary = law.vocabulary()
        self._built: dict[tuple[str, date], Interpreter] = {}

    @property
    def kept(self) -> int:
        """How many interpreters are built and kept."""
        return len(self._built)

    def body(self, body_id: str) -> Body | None:
        """The body of law with this id, with the changes laid over it; None without rules."""
        return law.body(body_id, self.patches)

    def on(self, body: Body, day: date) -> Interpreter:
        """The interpreter of a body of law as it stands on a day."""
        key = (body.id, body.version(day))
        if key not in self._built:
            self._built[key] = self._build(body, key[1])
        return self._built[key]

    def _build(self, body: Body, day: date) -> Interpreter:
        def answers(question: str) -> list[tuple[Interpreter, Rule]]:
            rules = routes(body, question, day)
            return [(self._built[body.id, day], rule) for rule in rules]

        return Interpreter(LawDay(body, day, self.readings), self.vocabulary, answers, MEANINGS)


def routes(body: Body, question: str, day: date) -> list[Rule]:
    """The rules of a body that answer a question on a day, a family's routes among them."""
    return [
        rule
        for rule in body.rules.values()
        if question in (rule.question, rule.family) and rule.in_force(day)
    ]
