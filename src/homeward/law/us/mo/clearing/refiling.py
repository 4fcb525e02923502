"""A new petition after one that was dismissed: RSMo 610.140.12."""

from homeward.law.us.mo.body import BODY
from homeward.rules import condition, param, person, since
from homeward.rules.node import Node
from homeward.rules.rule import Step

_filed_on = person("dismissed_petition_filed_on")


@BODY.rule(
    "refiling",
    question="refile.610_140",
    subject="person",
    cite="RSMo 610.140.12",
    since="2018-01-01",
    title="A new petition after a dismissed one",
    holds="you can file a new petition for expungement",
    how="petition",
    applies=lambda: _filed_on.happened,
    steps=(Step("File the new petition", "RSMo 610.140.12"),),
)
def refiling() -> Node:
    """One year from the day the dismissed petition was filed."""
    return condition(
        "year_since_filing", "RSMo 610.140.12",
        "a year has passed since the dismissed petition was filed",
        since(_filed_on, param("expunge.refile_after_years"), "years"),
    )  # fmt: skip
