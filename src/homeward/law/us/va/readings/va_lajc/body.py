"""The analysis team's reading as a body of law: it compares citations by their exact text."""

from datetime import date
from pathlib import Path

from homeward.facts import CitationForm
from homeward.rules.body import Body

# The whole text is one part: "A.18.2-266" is not on a list that holds "18.2-266".
_EXACT_TEXT = r"^\s*(?P<chapter>.*\S)"

BODY = Body(
    id="us-va@va-lajc",
    title="Virginia: the sealing act of 2021, as an analysis team encoded it",
    folder=Path(__file__).parent,
    citation=CitationForm(_EXACT_TEXT),
    rounding="forward",
    rounding_cite="This reading counts years of 365.2425 days, so that no anniversary is needed",
    checked_on=date(2026, 11, 23),
)
