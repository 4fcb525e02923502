"""Federal law as a body of law: how it cites, how it counts, when it was checked."""

from datetime import date
from pathlib import Path

from homeward.facts import CitationForm
from homeward.rules.body import Body

BODY = Body(
    id="us",
    title="United States",
    folder=Path(__file__).parent,
    # 18 USC 1111(a), 21 U.S.C. § 841: title and section
    citation=CitationForm(
        r"(?P<chapter>\d{1,2})\s*U\.?S\.?C?\.?C\.?\s*(?:§+\s*)?(?P<section>\d+[A-Z]*)"
    ),
    rounding="forward",
    rounding_cite=(
        "the Fair Credit Reporting Act is silent on 29 February: the next day is the safe reading, "
        "and the day before may also do"
    ),
    checked_on=date(2026, 11, 23),
)
