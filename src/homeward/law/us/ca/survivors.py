"""Relief for people who were trafficked or abused: PC 236.14, 236.15, 1203.49, 1172.1, 1473.5."""

from homeward.law.us.ca.body import BODY
from homeward.law.us.ca.petition.ways import had_probation
from homeward.law.us.ca.sentence_end import probation_over
from homeward.law.us.ca.terms import AT_ONCE, convicted, is_violent_felony, statute
from homeward.law.us.surviving.telling import tells_of_abuse
from homeward.rules import (
    NO,
    all_of,
    before,
    both,
    case,
    charge,
    claim,
    condition,
    discretion,
    first_match,
    holds_if,
    param,
    person,
)
from homeward.rules.node import Node

_here = case("jurisdiction").stated("us-ca")
_was_trafficked = person("trafficking_victim")
_not_violent = holds_if(~is_violent_felony)


@BODY.rule(
    "trafficking-vacatur", question="clear.236_14", family="clear", subject="charge",
    cite="PC 236.14", since="2017-01-01", title="Taking back what trafficking brought about",
    holds="you can ask the court to take it back and seal it", how="petition", standard="may",
    effect="vacated", certainty="medium", applies=lambda: _was_trafficked.is_stated,
)  # fmt: skip
def trafficking() -> Node:
    """Any arrest or conviction that is not violent and came directly of being trafficked."""
    return all_of(
        condition("trafficked", "PC 236.14(a)", "the person was trafficked",
                  holds_if(claim(_was_trafficked)), unmet="the person was not trafficked"),
        condition("not_violent", "PC 236.14(a)", "it is no violent felony", _not_violent,
                  certainty="medium", unmet="it is a violent felony"),
        discretion("direct_result", "PC 236.14(g)",
                   "it was a direct result of being trafficked: clear and convincing proof"),
    )  # fmt: skip


@BODY.rule(
    "abuse-vacatur", question="may_apply.236_15", family="may_apply", subject="charge",
    cite="PC 236.15", since="2022-01-01", title="Taking back what such violence brought",
    holds="you can ask the court to take it back and seal it", how="petition", standard="may",
    effect="vacated", certainty="medium", applies=lambda: both(_here, tells_of_abuse),
)  # fmt: skip
def abuse() -> Node:
    """Any arrest or conviction that is not violent and came directly of the violence."""
    return all_of(
        condition("abused", "PC 236.15(a)", "there was partner violence or sexual violence then",
                  holds_if(both(claim(person("abuse.claimed")),
                                claim(person("abuse.at_time_of_offense")))),
                  unmet="there was none at the time"),
        condition("not_violent", "PC 236.15(a)", "it is no violent felony", _not_violent,
                  certainty="medium", unmet="it is a violent felony"),
        condition("in_force", "PC 236.15", "the section is in force", param("abuse.from"),
                  certainty="medium"),
        discretion("direct_result", "PC 236.15(g)",
                   "it was a direct result of the violence: clear and convincing proof"),
    )  # fmt: skip


@BODY.rule(
    "trafficking-prostitution", question="clear.1203_49", family="clear", subject="charge",
    cite="PC 1203.49", since="2015-01-01", title="Clearing prostitution of who was trafficked",
    holds="you can ask the court to dismiss it", how="petition", standard="may",
    effect="dismissed", certainty="medium",
    applies=lambda: both(convicted, _was_trafficked.is_stated),
)  # fmt: skip
def prostitution() -> Node:
    """Solicitation or prostitution, after probation; 236.14 needs no end of probation."""
    return all_of(
        condition("prostitution", "PC 1203.49", "it is prostitution (PC 647(a), (b))",
                  holds_if(statute.tagged("prostitution")), unmet="it is another offense"),
        condition("trafficked", "PC 1203.49", "the person was trafficked",
                  holds_if(claim(_was_trafficked)), unmet="the person was not trafficked"),
        condition("probation_over", "PC 1203.49", "probation is over",
                  first_match((had_probation, probation_over()), otherwise=AT_ONCE)),
        discretion("was_victim", "PC 1203.49", "it came of being trafficked: clear and convincing"),
    )  # fmt: skip


@BODY.rule(
    "recall", question="may_apply.1172_1", family="may_apply", subject="charge", cite="PC 1172.1",
    since="2024-01-01", title="Recall of a sentence",
    holds="you can ask for a lighter sentence because of abuse", how="judge", standard="may",
    certainty="medium", applies=lambda: both(_here, convicted, tells_of_abuse),
)  # fmt: skip
def recall() -> Node:
    """Agencies or the court itself begin it; then abuse has to be weighed."""
    return all_of(
        condition("by_right", "PC 1172.1(a)", "the person may ask for it by right", holds_if(NO),
                  unmet="only the prison, the parole board, the sheriff, the prosecutor or the "
                  "court can begin it; you can ask one of them to"),
    )  # fmt: skip


@BODY.rule(
    "battering-habeas", question="may_apply.1473_5", family="may_apply", subject="charge",
    cite="PC 1473.5", since="2002-01-01", title="A new look where nobody heard about the battering",
    holds="you can ask the court for a new look because of abuse", how="petition", standard="may",
    applies=lambda: both(_here, convicted, tells_of_abuse),
)  # fmt: skip
def battering() -> Node:
    """A violent felony from before 29 August 1996, and no expert was heard about battering."""
    return all_of(
        condition("violent", "PC 1473.5(a)", "it is a violent felony", holds_if(is_violent_felony),
                  certainty="medium", unmet="it is no violent felony"),
        condition("before_1996", "PC 1473.5(a)", "the offense is from before 29 August 1996",
                  holds_if(before(charge("offense_date"), param("battering.before"))),
                  unmet="the offense is from 29 August 1996 or later"),
        condition("not_heard", "PC 1473.5(a)",
                  "no expert was heard about battering, or only in part",
                  holds_if(charge("expert_battering_evidence").is_in("none", "limited")),
                  unmet="an expert was heard in full"),
        discretion("other_result", "PC 1473.5(a)",
                   "the result would probably have been another"),
    )  # fmt: skip
