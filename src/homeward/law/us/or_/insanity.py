"""Setting aside a judgment of guilty except for insanity: ORS 137.223."""

from homeward.law.us.or_.body import BODY
from homeward.law.us.or_.kinds import is_traffic_violation, statute
from homeward.law.us.or_.steps import MOTION, OBJECTION
from homeward.law.us.or_.terms import convicted, excused_by_insanity, oregon_court
from homeward.rules import (
    NO,
    all_of,
    both,
    bounded,
    charge,
    choose,
    condition,
    either,
    holds_if,
    latest,
    open_law,
    other_charges,
    param,
    since,
)
from homeward.rules.node import Node

_YEARS = (
    param("insanity.felony_b_years"),
    param("insanity.felony_c_years"),
    param("insanity.misdemeanor_a_years"),
    param("insanity.misdemeanor_bc_years"),
)
_never = holds_if(NO)
_barred_for_convictions = either(
    statute.tagged("sex-crime"),
    statute.tagged("sex-crime-young-offender"),
    statute.tagged("person-felony"),
    statute.tagged("person-felony-by-category"),
    statute.tagged("vehicle-code"),
)


def _waited(event: Node) -> Node:
    """The years of the table after an event; there are none for class A felonies and violations."""
    seven, five, three, one = (since(event, years, "years") for years in _YEARS)
    felony = choose(charge("class"), {"A": _never, "B": seven, "C": five})
    misdemeanor = choose(charge("class"), {("A", "U"): three, ("B", "C"): one})
    levels: dict[str | tuple[str, ...], Node] = {"felony": felony, "misdemeanor": misdemeanor}
    return choose(charge("severity"), levels, otherwise=_never)


def since_the_end() -> Node:
    """From the later of the judgment and the end of the board's jurisdiction."""
    judged_on = charge("disposition_date")
    ended_on = bounded(charge("review_board_ended_on"), no_earlier=judged_on)
    return _waited(all_of(judged_on, ended_on))


def no_other_since() -> Node:
    """The same years with no other such judgment, and no conviction but traffic violations."""
    others = other_charges.that(both(either(convicted, excused_by_insanity), ~is_traffic_violation))
    return _waited(latest(others, charge("disposition_date")))


@BODY.rule(
    "insanity",
    question="clear.137_223",
    family="clear",
    subject="charge",
    cite="ORS 137.223",
    since="2022-01-01",
    title="Setting aside a judgment of guilty except for insanity",
    holds="you can ask the court to set this judgment aside",
    how="petition",
    effect="set aside",
    applies=lambda: charge("disposition").stated("guilty_except_for_insanity"),
    steps=(MOTION, OBJECTION),
)
def insanity() -> Node:
    """A judgment of guilty except for insanity may be set aside after the years of its level."""
    return all_of(
        oregon_court(),
        condition(
            "time_since_the_board", "ORS 137.223",
            "enough years have passed since the judgment and since the Psychiatric Security Review "
            "Board was done: seven for a class B felony, five for class C, three for a class A "
            "misdemeanor, one for class B or C", since_the_end(), certainty="medium",
            unmet="this section has no wait for an offense of its level",
        ),
        condition(
            "clean_period", "ORS 137.223",
            "no other such judgment in the same years, and no conviction but for traffic "
            "violations", no_other_since(), certainty="medium",
        ),
        condition(
            "not_excluded", "ORS 137.223", "it is not an offense that this section leaves out",
            holds_if(either(~_barred_for_convictions, open_law("insanity_exclusions"))),
            certainty="low",
        ),
    )  # fmt: skip
