"""A score as lines to read. What must be acted on at once comes first."""

from __future__ import annotations

from collections.abc import Iterator

from homeward.therapy.scoring import NOT_A_DIAGNOSIS, Score


def as_text(found: Score) -> str:
    """The score of one form, in a few lines."""
    return "\n".join(_lines(found)) + "\n"


def _lines(found: Score) -> Iterator[str]:
    form = found.response.instrument
    yield f"{found.response.id or 'response'}: {form.title}, {form.asks}"
    yield from (f"  ACT NOW: {flag}" for flag in found.flags)
    for wrong in found.wrong:
        yield f"  item {wrong.item}: {wrong.value!r} is {wrong.why}; it counts as not answered"
    if found.missing:
        yield f"  not answered: {', '.join(found.missing)}"
    if form.has_total:
        yield f"  total: {_total(found)}"
    yield from (f"  {name}: {value}" for name, value in found.subscores.items())
    for rule in form.rules:
        yield f"  {found.positive[rule.name]}: {rule.says} ({rule.cite})"
        if rule.name in found.settled_by:
            yield f"    would settle it: {', '.join(found.settled_by[rule.name])}"
    if found.prorated_mean is not None:
        yield f"  with the mean in the place of the gaps: {found.prorated_mean} (decides nothing)"
    yield from (f"  note: {note}" for note in found.notes)
    yield f"  {NOT_A_DIAGNOSIS}"


def _total(found: Score) -> str:
    band = f" ({found.band})" if found.band else ""
    if found.total is not None:
        return f"{found.total}{band}"
    return f"{found.total_min} to {found.total_max}{band}, depending on what is missing"
