"""Virginia as a body of law: how it cites, how it counts, when it was checked."""

from datetime import date
from pathlib import Path

from homeward.facts import CitationForm
from homeward.rules.body import Body

# 18.2-308.2:2(A), and as court files write a subsection ahead of the section: A.46.2-862
_CITATION = (
    r"(?:\b(?P<ahead>[A-Z])\.)?\b(?P<title>\d+(?:\.\d+)?)-(?P<section>\d+(?:\.\d+)*(?::\d+)?)"
)

BODY = Body(
    id="us-va",
    title="Virginia",
    folder=Path(__file__).parent,
    citation=CitationForm(_CITATION),
    rounding="forward",
    rounding_cite="the chapter is silent; the next day is the safe reading",
    checked_on=date(2026, 11, 23),
)
