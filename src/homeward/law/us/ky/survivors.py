"""The longer parole rule and survivors in Kentucky: KRS 439.3401(5)."""

from homeward.law.us.ky.body import BODY
from homeward.law.us.surviving.telling import convicted, tells_of_abuse
from homeward.rules import all_of, both, case, charge, claim, condition, either, holds_if
from homeward.rules.node import Node
from homeward.rules.rule import Step


@BODY.rule(
    "survivor-parole-rule",
    question="violent_offender_rule_lifted",
    subject="charge",
    cite="KRS 439.3401(5), 533.060",
    since="1992-07-14",
    title="The longer parole rule and survivors",
    holds="the longer rule for violent offenders does not hold you back; the ordinary one counts",
    certainty="medium",
    applies=lambda: both(
        case("jurisdiction").stated("us-ky"),
        convicted,
        either(tells_of_abuse, charge("court_found_dv_victim").is_stated),
    ),
    steps=(
        Step("Send the court's finding to the parole board", "KRS 439.3401(5)"),
        Step(
            "If the sentence came before 14 July 1992 you can ask the court yourself; the state "
            "answers within 20 days",
            "KRS 439.3402",
            on=("never", "unknown"),
        ),
    ),
)
def survivors() -> Node:
    """85 percent, or 20 years, is not asked of a survivor, if the court found the link."""
    return all_of(
        condition(
            "found", "KRS 439.3401(5)",
            "the court that sentenced found that the person was a victim of domestic violence",
            holds_if(claim(charge("court_found_dv_victim"))),
            unmet="the court that sentenced did not find it",
        ),
        condition(
            "connected", "70 S.W.3d 422 (Ky. 2002)",
            "the violence that was suffered had to do with this offense",
            holds_if(claim(charge("connection_to_offense"))), certainty="medium",
            unmet="the violence that was suffered had nothing to do with this offense",
        ),
    )  # fmt: skip
