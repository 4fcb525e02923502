"""Expungement of an offense before the 21st birthday: G.L. c. 276 ss. 100F to 100J."""

from homeward.law.us.ma.body import BODY
from homeward.law.us.ma.custody import supervision_of_another_over, supervision_over
from homeward.law.us.ma.sealing.sex_offenses import is_sex_offense
from homeward.law.us.ma.terms import (
    in_massachusetts_court,
    is_civil,
    is_felony,
    is_ignored_driving,
    said_to_be_civil,
    statute,
)
from homeward.rules import (
    all_of,
    before,
    birthday,
    both,
    by,
    charge,
    charges_of_other_cases,
    charges_of_person,
    claim,
    condition,
    discretion,
    earliest,
    either,
    exists,
    first_match,
    holds_if,
    latest,
    latest_listed,
    law_says,
    on,
    other_charges,
    param,
    person,
    since,
    this,
)
from homeward.rules.node import Node
from homeward.rules.rule import Step
from homeward.rules.truth import Compare
from homeward.when import FIRST

_I, _J = "G.L. c. 276 s. 100I", "G.L. c. 276 s. 100J"
_offended_on = charge("offense_date")
_counts = both(~is_civil, ~is_ignored_driving)
# one incident is one record, however many cases it made; its day stands for it
_same_incident = Compare(_offended_on, "==", this(_offended_on))
_other_incidents = charges_of_other_cases.that(both(_counts, ~_same_incident))
_at_most_one_more = by(latest(_other_incidents, _offended_on),
                       earliest(_other_incidents, _offended_on))  # fmt: skip
_facts_exclude = both(
    statute.tagged("expunge-asks-facts"),
    either(
        claim(charge("elderly_or_disabled_victim")),
        claim(charge("serious_injury")),
        claim(charge("armed")),
    ),
)


def wait() -> Node:
    """100I: everything has ended, three years ago, or seven where one offense is a felony."""
    years = first_match(
        (exists(charges_of_person.that(both(_counts, is_felony))),
         param("expunge.wait.felony_years")),
        otherwise=param("expunge.wait.misdemeanor_years"),
    )  # fmt: skip
    over = all_of(
        _offended_on,
        supervision_over,
        latest(other_charges.that(_counts), supervision_of_another_over),
    )
    return since(over, years, "years")


def few_records() -> Node:
    """100I: no more than two records in all, small motor vehicle offenses apart."""
    none_more = ~exists(_other_incidents)
    elsewhere = by(latest_listed(person("out_of_state_convictions.date")), on(FIRST))
    only_one = law_says(param("expunge.one_record_only"))
    enough = either(both(only_one, none_more), both(~only_one, _at_most_one_more))
    return holds_if(both(elsewhere, enough))


@BODY.rule(
    "expungement-before-21",
    question="clear.expunge",
    family="clear",
    subject="charge",
    cite="G.L. c. 276 ss. 100F to 100J",
    since="2018-10-13",
    title="Expungement of an offense before 21",
    holds="you can ask for this record to be destroyed",
    how="judge",
    standard="may",
    effect="expunged",
    applies=lambda: ~either(said_to_be_civil, charge("expunged_on").happened),
    steps=(
        Step(
            "Send the petition to the Commissioner of Probation, who has 60 days; the district "
            "attorney then has 60 days; a judge decides",
            "G.L. c. 276 ss. 100F, 100G, 100H",
        ),
        Step("If you can, ask for sealing as well: it has fewer conditions", _I),
    ),
)
def expungement_before_21() -> Node:
    """A record of youth may be destroyed after three or seven years without another one."""
    return all_of(
        condition(
            "massachusetts_record", _I, "the case was in a Massachusetts court",
            holds_if(in_massachusetts_court), unmet="the case was not in a Massachusetts court",
        ),
        condition(
            "before_21", f"{_I}(a)(2)", "the offense came before the 21st birthday",
            holds_if(before(_offended_on, birthday(param("expunge.before_age")))),
            unmet="the offense did not come before the 21st birthday",
        ),
        condition(
            "wait", f"{_I}(a)(3)",
            "three years have passed since the offense and any custody or probation, seven where "
            "one of the offenses is a felony",
            wait(),
        ),
        condition(
            "few_records", f"{_I}(a)(1)",
            "there are no more than two records in all, small motor vehicle offenses apart",
            few_records(), certainty="medium", unmet="there are too many records",
        ),
        condition(
            "not_excluded", _J, "the offense is not one of those that are left out",
            holds_if(~either(statute.tagged("expunge-excluded"), is_sex_offense)),
            certainty="medium", unmet="offenses of this kind are never expunged this way",
        ),
        condition(
            "not_excluded_by_facts", f"{_J}(a)(1) to (4)",
            "it was no offense that caused serious injury, was armed, or had an elderly or "
            "disabled victim",
            holds_if(~_facts_exclude), certainty="medium",
            unmet="the injury, the weapon or the age of the victim leaves it out",
        ),
        discretion("interests_of_justice", _I, "it is in the best interests of justice"),
    )  # fmt: skip
