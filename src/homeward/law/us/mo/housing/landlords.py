"""What a landlord in Missouri may use: since 2025 no city may limit it, RSMo 441.043.2."""

from homeward.law.us.mo.body import BODY
from homeward.law.us.renting.landlord import HOLDS
from homeward.law.us.renting.place import asked_in
from homeward.rules import (
    all_of,
    any_of,
    both,
    condition,
    holds_if,
    law_says,
    open_law,
    param,
    tenancy,
)
from homeward.rules.node import Node
from homeward.rules.rule import Step

_CITE = "RSMo 441.043.2"


@BODY.rule(
    "landlords",
    question="landlord_use_barred",
    subject="charge",
    cite="RSMo 441.043.2-.3",
    since="2024-08-01",
    title="What a landlord may no longer use",
    holds=HOLDS,
    effect="barred",
    no_is_news="for_tenants",
    applies=lambda: asked_in("us-mo"),
    steps=(
        Step(
            "In Missouri nothing stops a private landlord from using a record, however old it is, "
            "and since 28 August 2025 no city may have such a rule. What helps: having the record "
            "cleared, if the law allows it",
            "RSMo 441.043.2, 610.140",
            on=("never",),
        ),
        Step(
            "If a record was expunged, show the landlord the order: a seller of reports has to "
            "drop what it knows to be expunged, and a landlord who rents to you is shielded from "
            "suits over that record",
            "RSMo 610.143",
            on=("never", "unknown"),
        ),
        Step(
            "If you are refused because of a report, the landlord owes you a notice, and you can "
            "dispute what is wrong in it",
            "15 USC 1681m(a), 1681i",
            on=("never", "unknown"),
        ),
    ),
)
def landlords() -> Node:
    """No law of the state limits private landlords, and since August 2025 none of a city may.

    A city stays free over homes that it owns itself (441.043.3).
    """
    return any_of(
        condition(
            "city_limit", "Kansas City Ordinances 231019, 241074",
            "the home is in Kansas City, and the state lets the city keep its limit",
            all_of(
                holds_if(both(tenancy("city").mentions("kansas city"),
                              law_says(param("housing.local_limits_enforceable")))),
                param("housing.kansas_city.from"),
            ),
            certainty="medium",
            unmet="no city in Missouri may limit what a private landlord uses (RSMo 441.043.2)",
        ),
        condition(
            "city_owned", "RSMo 441.043.3", "or: the city itself owns the home, and has a rule",
            holds_if(both(tenancy("kind").is_in("city_owned"),
                          open_law("housing.city_owned_homes"))),
            certainty="medium",
            unmet="the home does not belong to the city",
        ),
    )  # fmt: skip
