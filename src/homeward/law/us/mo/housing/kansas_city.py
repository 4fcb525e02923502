"""Kansas City's limit on landlords, and the state law that ended it: RSMo 441.043.2."""

from homeward.law.us.mo.body import BODY
from homeward.law.us.renting.place import asked_in
from homeward.rules import (
    all_of,
    condition,
    either,
    holds_if,
    law_says,
    opposite,
    param,
    tenancy,
)
from homeward.rules.node import Node
from homeward.rules.rule import Step


@BODY.rule(
    "kansas-city-screening",
    question="housing.local_limit.kansas_city",
    subject="person",
    cite="Kansas City Ordinance 231019; RSMo 441.043.2",
    since="2024-08-01",
    title="Kansas City's limit on screening by landlords",
    holds="a landlord in Kansas City may not turn an applicant down for a record as such",
    effect="limited",
    certainty="medium",
    no_is_news="for_tenants",
    applies=lambda: either(opposite(tenancy("jurisdiction").is_stated), asked_in("us-mo")),
    steps=(
        Step(
            "In February 2025 a federal judge stopped part of the ordinance: ask a tenants' lawyer "
            "which part still helps",
            "Kansas City Ordinance 231019",
        ),
        Step(
            "Federal law still binds the landlord: ask for the report and the reason in writing",
            "15 USC 1681m; 42 USC 3604",
            on=("never",),
        ),
    ),
)
def kansas_city() -> Node:
    """A city ordinance barred blanket denials, until the state forbade such ordinances."""
    return all_of(
        condition(
            "ordinance_in_force", "Kansas City Ordinance 231019",
            "the city's ordinance has begun", param("housing.kansas_city.from"),
            certainty="medium",
        ),
        condition(
            "state_allows_it", "RSMo 441.043.2",
            "state law lets a city keep such a limit",
            holds_if(law_says(param("housing.local_limits_enforceable"))),
            unmet="since 28 August 2025 no city in Missouri may enforce such a limit",
        ),
    )  # fmt: skip
