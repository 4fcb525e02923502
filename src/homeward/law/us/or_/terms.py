"""Words that Oregon's statutes share, each said once: felony, violation, convicted, pending."""

from homeward.rules import (
    all_of,
    both,
    bounded,
    case,
    charge,
    claim,
    condition,
    either,
    first_match,
    holds_if,
    on,
    waits_while,
)
from homeward.rules.conditions import Condition
from homeward.rules.node import Node
from homeward.when import FIRST

AT_ONCE = on(FIRST)

in_oregon_court = case("jurisdiction").is_in("us-or")

is_felony = charge("severity").is_in("felony")
is_misdemeanor = charge("severity").is_in("misdemeanor")
is_violation = charge("severity").is_in("violation", "infraction", "ordinance")
is_unclassified_felony = both(is_felony, charge("class").is_in("U", "unclassified"))

convicted = charge("disposition").is_in("convicted")
is_pending = charge("disposition").is_in("pending")
excused_by_insanity = charge("disposition").is_in("guilty_except_for_insanity")
ended_without_conviction = charge("disposition").is_in(
    "dismissed", "acquitted", "diverted", "nolle_prosequi", "quashed", "deferred_dismissed",
    "no_true_bill", "no_probable_cause",
)  # fmt: skip
never_charged = charge("disposition").is_in("no_complaint", "no_charge_filed", "arrest_only")
is_juvenile = either(
    case("case_type").mentions("juvenile"),
    # an ending that is not known does not make a case of an adult a child's
    charge("disposition").stated("adjudicated", "adjudicated_delinquent"),
)
is_parking_case = case("case_type").mentions("parking")

convicted_on = charge("disposition_date")


def released_on() -> Node:
    """The day of release, where the sentence held imprisonment; nobody is for a violation."""
    released = bounded(
        charge("sentence.released_on"),
        no_earlier=convicted_on,
        # whoever has done the whole sentence has been let out
        no_later=all_of(convicted_on, charge("disposition_completed_on")),
    )
    return first_match(
        (charge("severity").is_in("violation", "infraction"), AT_ONCE),
        (claim(charge("sentence.imprisoned")), released),
        otherwise=AT_ONCE,
    )


def oregon_court() -> Condition:
    """A court of Oregon sets aside what was brought under Oregon's law."""
    return condition(
        "oregon_court", "ORS 137.225(1)", "the case was in an Oregon court",
        holds_if(in_oregon_court),
        unmet="the case was not in an Oregon court, and an Oregon court cannot set it aside",
    )  # fmt: skip


def not_juvenile() -> Condition:
    """Juvenile records have sections of their own."""
    return condition(
        "not_a_juvenile_record", "ORS 419A.260 to 419A.265",
        "it is not a juvenile record", holds_if(~is_juvenile),
        unmet="it is a juvenile record, which has a law of its own",
    )  # fmt: skip


def once_decided(node: Node) -> Node:
    """What is asked of a charge only once it has ended."""
    return first_match((is_pending, AT_ONCE), otherwise=node)


def ended_in(claim: Node) -> Node:
    """The charge ended in a certain way; an open one may still do so."""
    still_open = waits_while(is_pending, "the end of this open charge")
    return first_match((is_pending, still_open), otherwise=holds_if(claim))
