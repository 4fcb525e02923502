"""The lifetime limits over all charges of a person: RSMo 610.140.13."""

from homeward.law.us.mo.body import BODY
from homeward.law.us.mo.terms import is_felony, is_misdemeanor, is_ordinance
from homeward.rules import (
    any_of,
    both,
    budget,
    case,
    charge,
    claim,
    condition,
    either,
    first_match,
    kind,
    law_says,
    param,
    person,
)
from homeward.rules.fact import FactRef
from homeward.rules.limit import Budget
from homeward.rules.node import Node
from homeward.rules.rule import Step

# 610.140.13(1): an ordinance counts when it allows jail; an infraction never does
_counts_as_misdemeanor = either(
    is_misdemeanor, both(is_ordinance, claim(charge("ordinance_jailable")))
)


def _budget(grouped_by: FactRef) -> Budget:
    return budget(
        "clear.610_140",
        kind(
            "felony", is_felony,
            at_most=param("expunge.limit.felony"), used=person("prior_expungements.felony"),
        ),
        kind(
            "misdemeanor", _counts_as_misdemeanor,
            at_most=param("expunge.limit.misdemeanor"),
            used=person("prior_expungements.misdemeanor"),
        ),
        grouped_by=grouped_by,
    )  # fmt: skip


def places_for_all() -> Node:
    """610.140.2(3), .13: one place a course of conduct; before 2025 one place a case would do."""
    by_course = _budget(charge("same_course_id"))
    by_case = _budget(case("case_id"))
    return first_match(
        (law_says(param("expunge.same_indictment_groups")), any_of(by_course, by_case)),
        otherwise=by_course,
    )


@BODY.rule(
    "lifetime-limit",
    question="limit.610_140",
    subject="person",
    cite="RSMo 610.140.13",
    since="2018-01-01",
    title="The lifetime limits of expungement",
    holds="everything that can be cleared by petition fits the lifetime limits",
    how="petition",
    steps=(
        Step(
            "Choose which charges to ask for: an order for a lesser charge uses a place too",
            "RSMo 610.140.13",
            on=("never", "unknown"),
        ),
    ),
)
def lifetime_limit() -> Node:
    """Three misdemeanors and two felonies; crimes of one course of conduct count as one."""
    return condition(
        "places_for_all", "RSMo 610.140.13",
        "no more felonies and misdemeanors than a lifetime allows, with what was cleared before; "
        "crimes of one course of conduct count once, as the highest among them",
        places_for_all(),
        unmet="there are more charges than the lifetime limits allow: choose among them",
    )  # fmt: skip
