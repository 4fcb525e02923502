"""Louisiana as a body of law: how it cites, how it counts, when it was checked."""

from datetime import date
from pathlib import Path

from homeward.facts import CitationForm
from homeward.rules.body import Body

BODY = Body(
    id="us-la",
    title="Louisiana",
    folder=Path(__file__).parent,
    # 14:62, 40:966(C)(2)(a), La. R.S. 14:34.1: a title, and a section with its decimals
    citation=CitationForm(r"\b(?P<chapter>\d{1,2}):(?P<section>\d+(?:\.\d+)*)"),
    rounding="forward",
    rounding_cite=(
        'C.Cr.P. arts. 977 and 978 say "more than" so many years and are silent on 29 February: '
        "counting from the next day is the safe reading, and the day before may also do"
    ),
    checked_on=date(2026, 11, 23),
)
