"""New York as a body of law: how it cites, how it counts, when it was checked."""

from datetime import date
from pathlib import Path

from homeward.facts import CitationForm
from homeward.rules.body import Body

BODY = Body(
    id="us-ny",
    title="New York",
    folder=Path(__file__).parent,
    # An attempt (Penal Law 110) or a conspiracy (105) is cited before the offense that it was for.
    citation=CitationForm(
        r"(?:\b1(?:05|10)(?:\.\d+)?\s*[-/]\s*)?"
        r"(?P<chapter>\d+[A-Z]?)[-.:](?P<section>\d+[A-Z]?)"
    ),
    rounding="forward",
    rounding_cite=(
        "no law of this page says where an anniversary of 29 February falls: the next day is the "
        "safe reading for the person, and the day before may also do"
    ),
    checked_on=date(2026, 11, 23),
)
