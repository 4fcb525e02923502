"""Commercial drivers, whom several special routes leave out: said once for all of them."""

from homeward.rules import all_of, charge, claim, condition, either, holds_if, person, recorded
from homeward.rules.node import Node

# a license taken out after the offense still makes the person one who was issued it
holds_a_cdl = either(
    recorded(charge("cdl_at_offense"), claim(person("cdl_holder"))), claim(person("cdl_holder"))
)


def no_commercial_driving(license_cite: str, vehicle_cite: str) -> Node:
    """The person has no commercial license, and the vehicle was not a commercial one."""
    return all_of(
        condition(
            "no_commercial_license", license_cite,
            "the person has no commercial driver's license (CDL) and did not need one",
            holds_if(~holds_a_cdl),
            unmet="the law leaves out people with a commercial driver's license (CDL)",
        ),
        condition(
            "no_commercial_vehicle", vehicle_cite, "the vehicle was not a commercial one",
            holds_if(~claim(charge("commercial_vehicle"))),
            unmet="the offense was in a commercial vehicle, and the law leaves that out",
        ),
    )  # fmt: skip
