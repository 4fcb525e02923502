"""Parole for survivors who serve old life terms: RSMo 217.692."""

from homeward.law.us.mo.body import BODY
from homeward.law.us.mo.release.life import is_life, is_murder_1
from homeward.law.us.mo.release.term import is_prison_sentence, starts_on
from homeward.law.us.mo.terms import convicted, is_felony
from homeward.rules import (
    all_of,
    before,
    both,
    bounded,
    charge,
    claim,
    condition,
    discretion,
    either,
    holds_if,
    number,
    opposite,
    param,
    person,
    recorded,
    since,
)
from homeward.rules.node import Node
from homeward.rules.rule import Step

_type = charge("sentence.type")
_victim = person("survivor.victim_spouse_or_partner")
_corroborated = person("survivor.abuse_history_corroborated")
_presented = charge("abuse_presented_as_defense")
_presented_then = person("survivor.abuse_presented_at_trial")

_papers = tuple(
    person(f"evidence.{kind}")
    for kind in (
        "sworn_statement_witness", "hospital_record", "social_services_record",
        "law_enforcement_record", "domestic_incident_report",
    )
)  # fmt: skip
"""217.692.1(4) names witnesses, hospitals, social services and the police."""

_confirmed = either(
    claim(_corroborated),
    both(
        opposite(_corroborated.is_stated),
        either(*(both(paper.is_stated, claim(paper)) for paper in _papers)),
    ),
)
"""Told as such, or by a paper of the kinds that the statute names; the board weighs it."""

_no_parole_term = either(
    _type.is_in("life_without_parole", "life_no_parole_50"), both(is_life, is_murder_1)
)
"""565.020: life for murder in the first degree, and for capital murder before, has no parole."""

_found_on = charge("disposition_date")
_plea_or_trial_on = bounded(
    charge("trial_began"),
    no_earlier=all_of(
        charge("offense_date"),
        since(_found_on, number(0) - param("survivor.longest_trial_days"), "days"),
    ),
    no_later=_found_on,
)
"""Where the record has only the day of the finding, the trial began that day or not long before."""

_partner_killed = recorded(_victim, charge("victim_relation").is_in("spouse", "domestic_partner"))
_recourse_left = recorded(
    charge("legal_claims_remaining"), claim(person("survivor.legal_recourse_left"))
)
_life = charge("sentence.life")
_is_life_for_all_we_read = either(
    both(_life.is_stated, claim(_life)),
    _type.stated("life", "life_without_parole", "life_no_parole_50"),
    both(charge("statute").is_stated, is_murder_1),
)
_tells_of_abuse = either(
    _victim.is_stated, _corroborated.is_stated, _presented.is_stated, _presented_then.is_stated
)


@BODY.rule(
    "survivor-parole",
    question="parole.217_692",
    subject="charge",
    cite="RSMo 217.692",
    since="2007-08-28",
    title="Parole for survivors serving old life terms",
    holds="the person may be considered for parole as a survivor of abuse",
    how="board",
    standard="may",
    tolerance_days=3,
    applies=lambda: both(
        convicted,
        is_felony,
        is_prison_sentence,
        either(_is_life_for_all_we_read, _tells_of_abuse),
    ),
    steps=(
        Step(
            "Gather what confirms the abuse at the time: witnesses, hospital, social-service and "
            "police records; send it to the parole board",
            "RSMo 217.692.1(4)",
            on=("now", "later", "unknown"),
        ),
    ),
)
def survivor_parole() -> Node:
    """Someone who killed a partner after long abuse may be paroled from an old life term."""
    return all_of(
        condition(
            "life_without_parole",
            "RSMo 217.692.1",
            "the term is life without parole, or without parole for fifty years",
            holds_if(_no_parole_term),
            unmet="the term is not life without parole",
        ),
        condition(
            "before_1991",
            "RSMo 217.692.1",
            "the plea was entered or the trial began before 31 December 1990",
            holds_if(before(_plea_or_trial_on, param("survivor.plea_before"))),
            unmet="the plea or trial came after 30 December 1990",
        ),
        condition(
            "partner_killed",
            "RSMo 217.692.1(1)",
            "the person killed was the spouse or domestic partner",
            holds_if(_partner_killed),
            unmet="the person killed was not the spouse or domestic partner",
        ),
        condition(
            "no_violent_felony",
            "RSMo 217.692.1(2)",
            "there is no earlier conviction for a violent felony",
            holds_if(~claim(person("survivor.prior_violent_felony"))),
            unmet="there is an earlier conviction for a violent felony",
        ),
        condition(
            "no_recourse_left",
            "RSMo 217.692.1(3)",
            "no other legal way is left",
            holds_if(opposite(_recourse_left)),
            unmet="another legal way is still open: it has to be used first",
        ),
        condition(
            "not_presented",
            "RSMo 217.692.1(4)",
            "the abuse was not presented as a defense at trial or sentencing",
            holds_if(opposite(recorded(_presented, claim(_presented_then)))),
            unmet="the abuse was presented at trial or sentencing",
        ),
        condition(
            "abuse_corroborated",
            "RSMo 217.692.1(4)",
            "facts of that time confirm long and serious physical or sexual abuse by the partner "
            "(a paper of the kinds that the law names is on record, or it is told so)",
            holds_if(_confirmed),
            unmet="nothing of that time confirms the abuse",
        ),
        condition(
            "years_served",
            "RSMo 217.692.2",
            "15 years of the term are served",
            since(starts_on, param("survivor.eligible_after_years"), "years"),
        ),
        discretion(
            "board_decides",
            "RSMo 217.692.2",
            "there is a strong and reasonable probability that the person will not break the law "
            "again; time served, conduct in prison and the abuse itself are weighed",
            decided_by="board",
        ),
    )
