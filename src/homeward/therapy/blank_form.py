"""A form to fill in by hand, and the list of the forms with what may be done with their words."""

from __future__ import annotations

from collections.abc import Iterator

from homeward.therapy.instrument import Instrument, instruments
from homeward.therapy.scoring import NOT_A_DIAGNOSIS


def as_text(form: Instrument) -> str:
    """A blank form with its questions, the answers and what each counts."""
    return "\n".join(_lines(form)) + "\n"


def listed() -> str:
    """Every form: what it asks, and whether its words are here."""
    return "\n".join(
        f"{form.id}: {form.title}, {form.asks}\n"
        f"  words: {'here' if form.table['wording_ships'] else 'not here'}; {form.table['licence']}"
        for form in instruments()
    )


def _lines(form: Instrument) -> Iterator[str]:
    yield form.title
    if form.table.get("stem"):
        yield form.table["stem"]
    for item in form.items.values():
        yield ""
        yield f"{item.id}. {item.text}"
        yield "   " + "   ".join(
            f"[ ] {words} ({value})"
            for value, words in zip(item.allowed, item.answers, strict=True)
        )
    yield ""
    yield from (one for one in (form.table["source"], form.table.get("credit", "")) if one)
    yield NOT_A_DIAGNOSIS
