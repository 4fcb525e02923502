"""What an employer may ask: G.L. c. 151B s. 4(9)."""

from homeward.law.us.ma.body import BODY
from homeward.law.us.ma.custody import custody_over
from homeward.law.us.ma.terms import (
    decided_on,
    found_guilty,
    is_misdemeanor,
    is_pending,
    other_findings,
    statute,
)
from homeward.rules import (
    all_of,
    any_of,
    before,
    both,
    charge,
    condition,
    either,
    exists,
    first_match,
    holds_if,
    latest,
    open_law,
    param,
    since,
    this,
)
from homeward.rules.node import Node
from homeward.rules.rule import Step

_9 = "G.L. c. 151B s. 4(9)"
_years = param("employer.misdemeanor_years")
_earlier = other_findings.that(
    both(statute.tagged("first-conviction-protected"),
         before(charge("disposition_date"), this(charge("disposition_date"))))
)  # fmt: skip


def no_conviction() -> Node:
    """(i): an arrest or a charge of which no conviction came; one still open is not settled."""
    return first_match(
        (is_pending, holds_if(open_law("asking_about_open_charges"))),
        otherwise=all_of(holds_if(~found_guilty), decided_on),
    )


def first_small_offense() -> Node:
    """(ii): a first conviction of one of the small offenses that are named."""
    small = both(found_guilty, statute.tagged("first-conviction-protected"), ~exists(_earlier))
    return all_of(holds_if(both(small, either(is_misdemeanor, charge("severity").is_in("civil")))),
                  decided_on)  # fmt: skip


def older_misdemeanor() -> Node:
    """(iii): three years since the conviction or release, and no conviction in those years."""
    return all_of(
        holds_if(both(found_guilty, is_misdemeanor)),
        since(custody_over, _years, "years"),
        since(latest(other_findings, decided_on), _years, "years"),
    )


@BODY.rule(
    "employer-questions",
    question="ask.151B_4_9",
    subject="charge",
    cite=_9,
    since="1800-01-01",  # start not looked up
    title="What an employer may no longer ask",
    holds="an employer may no longer ask about it",
    how="automatic",
    steps=(
        Step(
            'If you are asked all the same, you may answer "no record" about it; complaints go '
            "to the Commission Against Discrimination",
            _9,
        ),
        Step(
            "No employer may ask about any record on the first written form",
            "G.L. c. 151B s. 4(9 1/2)",
            on=("now", "later", "never", "unknown"),
        ),
    ),
)
def employer_questions() -> Node:
    """An employer may not ask about charges without conviction, and some convictions."""
    return any_of(
        condition("no_conviction", f"{_9}(i)", "no conviction came of it", no_conviction()),
        condition(
            "first_small_offense", f"{_9}(ii)",
            "or: it is a first conviction of drunkenness, simple assault, speeding, a minor "
            "traffic violation, affray or disturbing the peace",
            first_small_offense(), certainty="medium",
        ),
        condition(
            "older_misdemeanor", f"{_9}(iii)",
            "or: it is a misdemeanor, three years have passed since the conviction or release, and "
            "no conviction came in those years",
            older_misdemeanor(),
        ),
        condition(
            "sealed", _9, "or: it was sealed or expunged",
            any_of(charge("sealed_on"), charge("expunged_on")),
        ),
    )  # fmt: skip
