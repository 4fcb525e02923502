"""Clearing the record of an arrest: RSMo 610.122 to 610.126."""

from homeward.law.us.mo.body import BODY
from homeward.law.us.mo.clearing.commercial_driving import holds_a_cdl
from homeward.law.us.mo.terms import (
    arrest_only,
    convicted,
    ended_without_guilt,
    in_missouri_court,
    is_felony_or_misdemeanor,
    is_intoxication_offense,
    is_pending,
    suspended_imposition,
)
from homeward.rules import (
    all_of,
    any_of,
    both,
    charge,
    charges_of_case,
    charges_of_person,
    claim,
    condition,
    either,
    every,
    exists,
    finding,
    first_match,
    holds_if,
    latest,
    open_law,
    person,
    waits_while,
)
from homeward.rules.node import Node
from homeward.rules.rule import Step

_ended_on = first_match((arrest_only, charge("arrest_date")), otherwise=charge("disposition_date"))
_dropped = charge("disposition").is_in("dismissed", "nolle_prosequi", "acquitted", "quashed")
# each related charge must have been dropped or lost; the text has no word for one never filed
_ended_well = either(_dropped, both(arrest_only, open_law("arrest_record.uncharged")))
_is_traffic = either(
    charge("statute").tagged("insurance-303"),
    charge("statute").tagged("moving-violation"),
    charge("ordinance_equivalent_of").tagged("moving-violation"),
)


def _unless_pending(tree: Node) -> Node:
    """While a charge of the arrest is open there is nothing to find; then the last day counts."""
    pending = exists(charges_of_case.that(is_pending))
    return first_match(
        (pending, waits_while(pending, "the end of the charges of this arrest")),
        otherwise=all_of(tree, latest(charges_of_case, _ended_on)),
    )


def false_arrest() -> Node:
    """610.122.1(1): two findings of the court, no charge to come, no suspended sentence."""
    found = both(claim(charge("arrest_on_false_information")), claim(charge("no_probable_cause")))
    return all_of(
        holds_if(~exists(charges_of_case.that(suspended_imposition))),
        _unless_pending(holds_if(both(found, either(arrest_only, ended_without_guilt)))),
    )


def dropped_traffic_charge() -> Node:
    """610.122.1(2): a traffic charge that came to nothing, outside commercial driving."""
    return all_of(
        holds_if(both(_is_traffic, ~is_intoxication_offense)),
        holds_if(~either(holds_a_cdl, claim(charge("commercial_vehicle")))),
        _unless_pending(holds_if(every(charges_of_case, _ended_well))),
    )


@BODY.rule(
    "arrest-record",
    question="clear.610_122",
    family="clear",
    subject="charge",
    cite="RSMo 610.122",
    since="2014-08-28",
    title="Clearing an arrest record",
    holds="you can ask the court to clear the record of this arrest",
    how="petition",
    standard="shall",
    effect="expunged",
    steps=(
        Step(
            "File a verified petition in the civil division of the circuit court of the county of "
            "the arrest",
            "RSMo 610.123",
        ),
        Step(
            "The hearing is not earlier than {arrest.record_petition.hearing_after_days} days "
            "after filing",
            "RSMo 610.123",
            who="court",
        ),
    ),
)
def arrest_record() -> Node:
    """A person may ask a court to expunge an arrest that was false, or a traffic charge dropped."""
    return all_of(
        condition(
            "missouri_arrest", "RSMo 610.122.1", "the arrest was in Missouri",
            holds_if(in_missouri_court), unmet="the arrest was not in Missouri",
        ),
        any_of(
            finding(
                "false_arrest", "RSMo 610.122.1(1)",
                "either: the arrest rested on false information and there was no probable cause "
                "(good reason) for it, no charge will come of it, and no sentence was suspended",
                false_arrest(),
                unmet="the charge was carried through, so the arrest was not for nothing",
            ),
            condition(
                "dropped_traffic_charge", "RSMo 610.122.1(2)",
                "or: the arrest was for an insurance or moving traffic offense, not drunk driving; "
                "every charge of it was dropped or lost, and no commercial driving was part of it",
                dropped_traffic_charge(),
            ),
        ),
        condition(
            "no_conviction", "RSMo 610.122.2(1)",
            "the person has no misdemeanor or felony conviction, before or after",
            holds_if(~exists(charges_of_person.that(both(convicted, is_felony_or_misdemeanor)))),
            unmet="there is a misdemeanor or felony conviction on the record",
        ),
        condition(
            "no_civil_action", "RSMo 610.122.2(2)",
            "no civil suit about the arrest or its records is pending",
            waits_while(claim(person("civil_action_pending")), "the end of the civil suit"),
        ),
    )  # fmt: skip
