"""Parole for survivors who serve old life terms: RSMo 217.692."""

from homeward.law.us.mo.body import BODY
from homeward.law.us.mo.release.term import is_life, starts_on
from homeward.law.us.mo.terms import convicted, is_felony
from homeward.rules import (
    all_of,
    both,
    by,
    charge,
    claim,
    condition,
    discretion,
    either,
    holds_if,
    opposite,
    param,
    person,
    recorded,
    since,
)
from homeward.rules.node import Node
from homeward.rules.rule import Step

_no_parole_term = either(
    charge("sentence.type").is_in("life_without_parole", "life_no_parole_50"),
    both(charge("sentence.type").is_in("prison"), claim(charge("sentence.life")),
         charge("statute").tagged("murder-1")),
)  # fmt: skip
_plea_or_trial_on = recorded(charge("trial_began"), charge("disposition_date"))
_partner_killed = recorded(
    person("survivor.victim_spouse_or_partner"),
    charge("victim_relation").is_in("spouse", "domestic_partner"),
)
_presented = recorded(
    charge("abuse_presented_as_defense"), claim(person("survivor.abuse_presented_at_trial"))
)
_recourse_left = recorded(
    charge("legal_claims_remaining"), claim(person("survivor.legal_recourse_left"))
)
_corroborated = claim(person("survivor.abuse_history_corroborated"))


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
    applies=lambda: both(convicted, is_felony, is_life),
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
            "life_without_parole", "RSMo 217.692.1",
            "the term is life without parole, or without parole for fifty years",
            holds_if(_no_parole_term),
            unmet="the term is not life without parole",
        ),
        condition(
            "before_1991", "RSMo 217.692.1",
            "the plea was entered or the trial began before 31 December 1990",
            holds_if(by(_plea_or_trial_on, param("survivor.plea_before"))),
            unmet="the plea or trial came after 30 December 1990",
        ),
        condition(
            "partner_killed", "RSMo 217.692.1(1)", "the person killed was the spouse or partner",
            holds_if(_partner_killed),
        ),
        condition(
            "no_violent_felony", "RSMo 217.692.1(2)", "there is no earlier violent felony conviction",
            holds_if(~claim(person("survivor.prior_violent_felony"))),
            unmet="there is an earlier violent felony conviction",
        ),
        condition(
            "no_recourse_left", "RSMo 217.692.1(3)", "no other legal way is left",
            holds_if(opposite(_recourse_left)), unmet="another legal way is still open",
        ),
        condition(
            "not_presented", "RSMo 217.692.1(4)",
            "the abuse was not presented as a defense at trial or sentencing",
            holds_if(opposite(_presented)),
            unmet="the abuse was presented at trial or sentencing",
        ),
        condition(
            "abuse_corroborated", "RSMo 217.692.1(4)",
            "facts of that time confirm continual and substantial abuse",
            holds_if(_corroborated),
        ),
        condition(
            "years_served", "RSMo 217.692.2", "15 years of the term are served",
            since(starts_on, param("survivor.eligible_after_years"), "years"),
        ),
        discretion(
            "board_decides", "RSMo 217.692.2",
            "there is a strong and reasonable probability that the person will not break the law "
            "again", decided_by="agency",
        ),
    )  # fmt: skip
