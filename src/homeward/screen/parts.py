"""The parts of an answer: one rule under one stretch of unchanged law."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from homeward.explain.session import Stretch
from homeward.rules.rule import Rule
from homeward.screen.compiler import Compiler
from homeward.screen.expressions import Sql, call
from homeward.screen.needs.window import Carry
from homeward.screen.scopes import Scope
from homeward.screen.values import (
    LAST_DAY,
    NEVER,
    TRUE,
    Span,
    any_of,
    both,
    day,
    either,
    greatest,
    less,
    when,
)
from homeward.when import FIRST, LAST


@dataclass(frozen=True)
class Part:
    """A rule's answer under one stretch of law, as the rows of a scope see it."""

    rule: Rule
    stretch: Stretch
    compiler: Compiler
    scope: Scope

    @property
    def is_whole(self) -> bool:
        """Whether the stretch cuts nothing off."""
        return (self.stretch.starts, self.stretch.ends) == (FIRST, LAST)

    @property
    def is_plain(self) -> bool:
        """Whether the stretch leaves always and never what they are."""
        return self.stretch.starts == FIRST

    @cached_property
    def span(self) -> Span:
        """What the rule gives while its law is in force."""
        answer = self.compiler.answer(self.rule, self.scope)
        return self.image(answer, lambda value: value)

    def image(self, span: Span, _carry: Carry) -> Span:
        """What a span gives while the law is in force: never, where it would come after."""
        return span if self.is_whole else Span(self._cut(span.low), self._cut(span.high))

    def _cut(self, end: Sql) -> Sql:
        begun = end if self.is_plain else greatest(end, day(self.stretch.starts))
        if self.stretch.ends == LAST:
            return begun
        return when(less(begun, day(self.stretch.ends)), begun, LAST_DAY)

    @cached_property
    def applies(self) -> Sql:
        """Whether the question makes sense for a row, or may."""
        if self.rule.gate is None:
            return TRUE
        return call("{} > 0", self.compiler.single(self.rule.gate, self.scope))

    def decides(self, whole: Span) -> Sql:
        """Whether the whole begins when this part does."""
        return call("{} = {}", self.span.low, whole.low)

    def decided(self, whole: Span, parts: Sequence[Part]) -> list[Sql]:
        """The tests that this part is the first of those in which the whole begins."""
        if len(parts) == 1:
            return []
        before = parts[: parts.index(self)]
        earlier = [call("{} > {}", other.span.low, whole.low) for other in before]
        return [self.decides(whole), *earlier]


@dataclass(frozen=True)
class Way:
    """A rule as one way to an answer, under every stretch of law."""

    rule: Rule
    parts: tuple[Part, ...]

    @cached_property
    def span(self) -> Span:
        """What the rule gives."""
        return earliest(self.parts)

    @cached_property
    def applies(self) -> Sql:
        """Whether the rule's question makes sense for a row, or may, where it is decided."""
        return either(
            *(both(part.applies, *part.decided(self.span, self.parts)) for part in self.parts)
        )

    @cached_property
    def end(self) -> Span | None:
        """From when it no longer holds: from the end of its law, or the end that the law sets."""
        ends = [] if self.rule.until is None else [Span(day(self.rule.until), day(self.rule.until))]
        if self.rule.end is not None and self.parts:
            first = self.parts[0]
            ends.append(first.compiler.span(self.rule.end, first.scope))
        return any_of(ends) if ends else None


def earliest(parts: Sequence[Part]) -> Span:
    """The earliest of some parts: what they give together."""
    return any_of([part.span for part in parts]) if parts else NEVER
