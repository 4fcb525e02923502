"""Alcohol offenses and contacts, as the two alcohol routes count them: RSMo 302.525.3."""

from homeward.law.us.mo.terms import (
    decided_on,
    found_guilty,
    in_missouri_court,
    is_intoxication_offense,
    is_pending,
)
from homeward.rules import (
    before,
    both,
    bounded,
    by,
    charge,
    claim,
    either,
    exists,
    first_match,
    holds_if,
    latest,
    latest_listed,
    other_charges,
    person,
    waits_while,
)
from homeward.rules.logic import And
from homeward.rules.node import Node
from homeward.rules.rows import Rows

found_on = bounded(decided_on, no_earlier=charge("offense_date"))
"""The day of the plea or the finding."""

# another state's section is on no Missouri list, so the record must say what it was
intoxication_offense_anywhere = either(
    is_intoxication_offense, both(~in_missouri_court, claim(charge("intoxication_related")))
)
alcohol_offense_anywhere = either(
    charge("statute").tagged("alcohol-related"),
    charge("ordinance_equivalent_of").tagged("alcohol-related"),
    both(~in_missouri_court, claim(charge("alcohol_related"))),
)


def guilt_found() -> Node:
    """A plea or a finding of guilt; an open charge has neither yet."""
    return first_match(
        (is_pending, waits_while(is_pending, "the end of this open charge")),
        otherwise=holds_if(found_guilty),
    )


def other_findings(of: Node) -> Rows:
    """The other charges of a kind that ended in a finding of guilt."""
    return other_charges.that(both(of, found_guilty))


def found_since(findings: Rows) -> And:
    """The claim that one of these findings came on the day of this one or after it."""
    return both(exists(findings), by(found_on, latest(findings, charge("disposition_date"))))


contact_since = before(found_on, latest_listed(person("alcohol_enforcement_contacts")))
"""The claim that an alcohol enforcement contact came after the finding."""
