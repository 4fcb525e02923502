"""Years without another finding of guilt, and without jail: 100A(3) and (4)."""

from homeward.law.us.ma.custody import other_committed, release_of_another
from homeward.law.us.ma.levels import sealing_years
from homeward.law.us.ma.terms import decided_on, in_massachusetts_court, other_findings
from homeward.rules import (
    all_of,
    first_match,
    latest,
    latest_listed,
    law_says,
    param,
    person,
    since,
)
from homeward.rules.node import Node
from homeward.rules.rows import Rows


def _clean_since(findings: Rows) -> Node:
    """So many years since the last of these findings: years of this record, or of that finding."""
    years = sealing_years()
    return first_match(
        (law_says(param("seal.lookback_by_record")),
         since(latest(findings, decided_on), years, "years")),
        otherwise=latest(findings, since(decided_on, sealing_years(), "years")),
    )  # fmt: skip


def clean_here() -> Node:
    """100A(3): no other finding of guilt in Massachusetts."""
    return _clean_since(other_findings.that(in_massachusetts_court))


def clean_elsewhere() -> Node:
    """100A(4): no conviction in another state or a federal court."""
    listed = latest_listed(person("out_of_state_convictions.date"))
    return all_of(
        _clean_since(other_findings.that(~in_massachusetts_court)),
        since(listed, sealing_years(), "years"),
    )


def free_for_years() -> Node:
    """100A(4): not in jail or prison anywhere."""
    years = sealing_years()
    return all_of(
        since(latest(other_committed, release_of_another), years, "years"),
        since(latest_listed(person("imprisonments.to")), years, "years"),
    )
