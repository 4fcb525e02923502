"""Massachusetts as a body of law: how it cites, how it counts, when it was checked."""

from datetime import date
from pathlib import Path

from homeward.facts import CitationForm
from homeward.rules.body import Body

BODY = Body(
    id="us-ma",
    title="Massachusetts",
    folder=Path(__file__).parent,
    # 265:13A, 94C:32A(a), c. 265 § 13B1/2: chapter, section with its letters and its half
    citation=CitationForm(
        r"(?P<chapter>\d{1,3}[A-Z]{0,2})\s*(?::|,?\s*§+|,?\s*\bss?\.)\s*"
        r"(?P<section>\d+[A-Z]*(?:\s?\d/\d)?)"
    ),
    rounding="forward",
    rounding_cite=(
        'G.L. c. 276 s. 100A says "not less than" so many years before the request and is silent '
        "on 29 February: the next day is the safe reading, and the day before may also do"
    ),
    checked_on=date(2026, 11, 23),
)
