"""What filled-in forms say about a policy's own line: positive, negative, or not known yet."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from homeward.rules.body import Body
from homeward.therapy.condition import TotalReaches
from homeward.therapy.scoring import Score

PARAMETER = "screen.positive"


def lines_asked(body: Body, day: date) -> frozenset[str]:
    """The lines of forms that count as positive, as ``form.line``; none where no form counts."""
    if PARAMETER not in body.parameters:
        return frozenset()
    entry = body.parameters[PARAMETER].on(day)
    return frozenset() if entry is None else frozenset(entry.value.split())


def screen_positive(screens: Sequence[Score], asked: frozenset[str]) -> bool | None:
    """Whether one of the forms is over its line; None while no form, or a gap, leaves it open."""
    said = list(_verdicts(screens, asked))
    if "yes" in said:
        return True
    return False if said and "unknown" not in said else None


def near_misses(screens: Sequence[Score], asked: frozenset[str]) -> tuple[str, ...]:
    """How far the forms are from their line, where the line is a total."""
    return tuple(
        f"{form.response.instrument.title}: {form.total} of {line.line}"
        for own in screens
        for form in (own, *own.short_forms.values())
        for rule in form.response.instrument.rules
        for line in rule.for_sex(form.response.sex)[:1]
        if f"{form.response.instrument.id}.{rule.name}" in asked
        and isinstance(line, TotalReaches)
        and not rule.depends_on_sex
        and form.total is not None
        and form.total < line.line
    )


def _verdicts(screens: Sequence[Score], asked: frozenset[str]) -> Iterator[str]:
    for own in screens:
        for form in (own, *own.short_forms.values()):
            for name, verdict in form.positive.items():
                if f"{form.response.instrument.id}.{name}" in asked:
                    yield verdict
