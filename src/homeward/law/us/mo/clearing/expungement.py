"""Expungement on petition: RSMo 610.140."""

from homeward.law.us.mo.body import BODY
from homeward.law.us.mo.clearing.exclusions import excluded_offenses
from homeward.law.us.mo.terms import (
    AT_ONCE,
    arrest_only,
    completed_on,
    decided_on,
    ended_without_guilt,
    guilty_of_crime,
    in_missouri_court,
    is_diverted,
    is_ignored_traffic,
    is_juvenile,
    is_pending,
    paid_on,
    was_expunged,
)
from homeward.rules import (
    all_of,
    before,
    both,
    bounded,
    charge,
    choose,
    claim,
    condition,
    discretion,
    either,
    exists,
    first_match,
    holds_if,
    latest,
    open_law,
    other_charges,
    param,
    person,
    since,
    waits_while,
)
from homeward.rules.node import Node
from homeward.rules.rule import Step


def waiting_years() -> Node:
    """The years of 610.140.6(1), by the level of the charge to be cleared."""
    lesser = param("expunge.wait.misdemeanor_years")
    return choose(
        charge("severity"), {"felony": param("expunge.wait.felony_years")}, otherwise=lesser
    )


def time_since_completion() -> Node:
    """610.140.6(1): the wait runs from the day the whole disposition is done."""
    done_on = bounded(completed_on, no_earlier=decided_on)
    return since(done_on, waiting_years(), "years")


def no_other_guilt() -> Node:
    """610.140.6(2): the same stretch of years before the petition, free of other findings."""
    other_findings = other_charges.that(both(guilty_of_crime, ~is_ignored_traffic))
    return since(latest(other_findings, charge("disposition_date")), waiting_years(), "years")


def nothing_pending() -> Node:
    """610.140.6(4): no charge is open; a charge that ended broke the spell until it did.

    Where the day of its end is not known, it had ended by the day that the record shows.
    """
    pending = exists(other_charges.that(is_pending))
    ended = other_charges.that(~either(is_pending, arrest_only))
    return all_of(
        waits_while(pending, "the end of another open charge"),
        latest(ended, bounded(charge("disposition_date"), no_later=person("recorded_on"))),
    )


def place_left() -> Node:
    """610.140.13: fewer orders so far than a lifetime allows; infractions are not counted."""
    felony = holds_if(before(person("prior_expungements.felony"), param("expunge.limit.felony")))
    misdemeanor = holds_if(
        before(person("prior_expungements.misdemeanor"), param("expunge.limit.misdemeanor"))
    )
    jailable = first_match((claim(charge("ordinance_jailable")), misdemeanor), otherwise=AT_ONCE)
    return choose(
        charge("severity"),
        {"felony": felony, "misdemeanor": misdemeanor, "ordinance": jailable},
        otherwise=AT_ONCE,
    )


@BODY.rule(
    "expungement",
    question="clear.610_140",
    family="clear",
    general=True,
    subject="charge",
    cite="RSMo 610.140",
    since="2012-08-28",
    title="Expungement on petition",
    holds="you can ask the court to clear this charge",
    how="petition",
    standard="shall",
    effect="closed",
    applies=lambda: ~either(ended_without_guilt, is_diverted, arrest_only, was_expunged),
    steps=(
        Step(
            "File a petition (there is a form for people without a lawyer) in the circuit court of "
            "the county of the charge; name every office that holds the record",
            "RSMo 610.140.4, .5, .14; Mo. Sup. Ct. Rule 155",
        ),
        Step(
            "Write in it that your habits and conduct show no threat to public safety, and that "
            "clearing the record fits the public welfare: once the other conditions are met that "
            "is presumed, and the prosecutor has to disprove it",
            "RSMo 610.140.6",
        ),
        Step(
            "The prosecutor has {petition.objection_days} days to object; a hearing comes within "
            "{petition.hearing_days} days of an objection; the order within "
            "{petition.decision_months} months of filing",
            "RSMo 610.140.6, .8",
            who="court",
        ),
        Step(
            "For a Missouri conviction that no other way clears, you can ask the governor for a "
            "pardon: the law sets no wait, and the governor decides",
            "Mo. Const. art. IV s. 7",
            on=("never",),
        ),
    ),
)
def expungement() -> Node:
    """A person may ask a court to expunge records of a Missouri crime.

    Subsections are numbered as since 2025; until then each number was one lower.
    """
    return all_of(
        condition(
            "missouri_crime", "RSMo 610.140.2(2)",
            "the crime was prosecuted in a Missouri court", holds_if(in_missouri_court),
            unmet="the case was not in a Missouri court, and a Missouri court cannot clear it",
        ),
        condition(
            "not_a_juvenile_case", "RSMo 610.140.1; RSMo ch. 211",
            "it was a crime, not the case of a child in juvenile court",
            holds_if(either(~is_juvenile, open_law("juvenile_adjudication"))), certainty="low",
        ),
        condition(
            "on_the_closed_list", "RSMo 610.140 (2012)",
            "the offense is on the short list of the law before 2018",
            holds_if(open_law("closed_list")), until="2018-01-01",
        ),
        excluded_offenses(),
        condition(
            "wait_since_completion", "RSMo 610.140.6(1)",
            "enough years have passed since the whole sentence was done: "
            "three for a felony, one for anything less", time_since_completion(),
        ),
        condition(
            "no_other_guilt", "RSMo 610.140.6(2)",
            "no other misdemeanor or felony in those last years, traffic apart", no_other_guilt(),
        ),
        condition(
            "obligations_satisfied", "RSMo 610.140.6(3)",
            "every fine, cost and restitution is paid", paid_on,
        ),
        condition(
            "nothing_pending", "RSMo 610.140.6(4)", "no charge is open", nothing_pending(),
        ),
        discretion(
            "habits_and_conduct", "RSMo 610.140.6(5)",
            "habits and conduct show no threat to public safety",
        ),
        discretion(
            "public_welfare", "RSMo 610.140.6(6)",
            "clearing the record fits the public welfare and the interests of justice",
        ),
        condition(
            "place_left", "RSMo 610.140.13",
            "a place is left under the lifetime limits", place_left(),
            unmet="the lifetime limit of expungements is used up",
        ),
    )  # fmt: skip
