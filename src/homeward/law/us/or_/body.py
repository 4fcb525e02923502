"""Oregon as a body of law: how it cites, how it counts, when it was checked."""

from datetime import date
from pathlib import Path

from homeward.facts import CitationForm
from homeward.rules.body import Body

# ORS 475.752(6)(a), and as court registers run it together: 4757526A
_CITATION = (
    r"\b(?P<chapter>\d{1,3}[A-Z]?)"
    r"(?:\.(?P<section>\d+)|(?P<run_on>\d{3})(?P<subsection>\d{1,2})?(?P<paragraph>[A-Z]\b)?)"
)

BODY = Body(
    id="us-or",
    title="Oregon",
    folder=Path(__file__).parent,
    citation=CitationForm(_CITATION),
    rounding="back",
    rounding_cite=(
        "ORS 137.225 is silent on an anniversary that does not exist; the programs used in "
        "Oregon's clinics take the last day of February"
    ),
    checked_on=date(2026, 11, 23),
)
