"""California as a body of law: how it cites, how it counts, when it was checked."""

from datetime import date
from pathlib import Path

from homeward.facts import CitationForm
from homeward.rules.body import Body

# "HS 11359(d)", and as the state's criminal histories write it: "11359(D) HS", "11359HS".
# The number comes first, so that a bare "11357" covers both ways of writing the code.
_NUMBER = r"(?:1135[789]|11360)(?!\.\d)|\d+(?:\.\d+)?(?:[A-Z](?![A-Z]))?"
_CODE = r"(?<![A-Z])(?:PC|HS|VC|BP|WI|CIV|CCR|GC|FG|LC|RT|UI|IC|CC)(?![A-Z])"
# An attempt (PC 664) or a conspiracy (PC 182) is found by its aim: "664/187(A) PC", "66411358".
_AIMED = (
    r"(?:\b(?:664|182)(?:\([A-Z0-9]+\))*(?:\s*PC)?"
    rf"(?:\s*[-/]\s*|\s+|\.(?=\d{{5}})|(?=1135[789]|11360))(?:{_CODE}\s*)?(?={_NUMBER}))?"
)
_CITATION = (
    rf"^(?=\D*?{_AIMED}(?P<section>{_NUMBER}))(?=(?:.*?(?P<code>{_CODE}))?)"
    rf"\D*?{_AIMED}(?:{_NUMBER})"
)

BODY = Body(
    id="us-ca",
    title="California",
    folder=Path(__file__).parent,
    citation=CitationForm(_CITATION),
    rounding="forward",
    rounding_cite=(
        "no section of this page says where an anniversary of 29 February falls: the next day is "
        "the safe reading for the person"
    ),
    checked_on=date(2026, 11, 23),
)
