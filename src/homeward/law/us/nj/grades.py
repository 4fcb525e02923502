"""The degree of an offense in New Jersey, and the offenses that may be used for ever."""

from homeward.law.us.renting.endings import is_misdemeanor, is_petty, registered_for_life
from homeward.rules import both, case, charge, choose, claim, either, first_match, opposite, param
from homeward.rules.fact import FactRef
from homeward.rules.node import Node

_words = charge("description")
_of_new_jersey = case("jurisdiction").is_in("us-nj")
_elsewhere = charge("local_equivalent_grade")

meth_in_assisted_housing = both(
    _words.mentions("meth*"),
    _words.mentions("manufactur*", "making", "produc*"),
    claim(charge("on_assisted_premises")),
)
"""46:8-55: methamphetamine that was made on the premises of federally assisted housing."""

usable_for_ever = either(
    registered_for_life,
    meth_in_assisted_housing,
    _words.mentions(
        "murder", "sexual assault", "rape", "sodomy", "sexual abuse", "sexual battery", "kidnap*",
        "arson", "human trafficking",
        "endangering the welfare of a child", "child endangerment",
    ),
)  # fmt: skip

not_listed = both(
    opposite(usable_for_ever),
    either(
        is_petty,
        first_match((_of_new_jersey, is_misdemeanor), otherwise=_elsewhere.is_in("disorderly")),
    ),
)
"""Disorderly and petty disorderly persons offenses: the Act has no years for them.

One that counts for ever is on its list, whatever its degree is elsewhere.
"""


def _years(degree: FactRef) -> Node:
    return choose(
        degree,
        {
            "1": param("rent.first_degree_years"),
            ("2", "3"): param("rent.second_third_degree_years"),
            "4": param("rent.fourth_degree_years"),
        },
    )


look_back_years = first_match(
    (_of_new_jersey, _years(charge("class"))), otherwise=_years(_elsewhere)
)
"""Of an offense of another place, the degree that it would have in New Jersey."""
