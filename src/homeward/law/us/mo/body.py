"""Missouri as a body of law: how it cites, how it counts, when it was checked."""

from datetime import date
from pathlib import Path

from homeward.facts import CitationForm
from homeward.rules.body import Body

BODY = Body(
    id="us-mo",
    title="Missouri",
    folder=Path(__file__).parent,
    citation=CitationForm(r"\b(?P<chapter>\d{1,3}[A-Z]?)\.(?P<section>\d{3,4})"),
    rounding="forward",
    rounding_cite=(
        "RSMo 1.040 is silent on an anniversary that does not exist: "
        "the next day is the safe reading, and the day before may also do"
    ),
    checked_on=date(2026, 11, 23),
)
