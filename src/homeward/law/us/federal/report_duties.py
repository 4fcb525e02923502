"""What is owed around a report: the notice after a refusal, and the answer to a dispute."""

from homeward.law.us.body import BODY
from homeward.rules import (
    all_of,
    both,
    by,
    claim,
    condition,
    either,
    first_match,
    holds_if,
    param,
    since,
    tenancy,
)
from homeward.rules.node import Node
from homeward.rules.rule import Rule, Step, Subject

_decision = tenancy("decision")
_against = _decision.is_in("denied", "higher_deposit", "cosigner", "higher_rent", "withdrawn")
_got = tenancy("dispute_received_on")
_more = tenancy("extra_information_on")


def notice() -> Node:
    """Who acts against an applicant, even in part because of a report, owes a notice at once.

    It names the company that made the report and says that the company did not decide, that the
    person can have a free copy within 60 days, and that the person can dispute it.
    """
    return all_of(
        condition(
            "acted_against", "15 USC 1681a(k), 1681m(a)",
            "the landlord refused, or asked for more than of others",
            holds_if(_against), unmet="the landlord did not act against the person",
        ),
        condition(
            "used_report", "15 USC 1681m(a)", "a report played a part in it, even a small one",
            holds_if(claim(tenancy("used_report"))), unmet="no report was used",
        ),
        condition(
            "decided", "15 USC 1681m(a)", "the landlord has decided", tenancy("decision_date"),
        ),
    )  # fmt: skip


def dispute() -> Node:
    """The company looks into a dispute within 30 days; in 45, if it gets more facts meanwhile."""
    in_time = since(_got, param("dispute.days"), "days")
    longer = both(_more.happened, both(by(_got, _more), by(_more, in_time)))
    return all_of(
        condition(
            "answer_due", "15 USC 1681i(a)(1)",
            "30 days have passed since the company got the dispute; 45 if it got more facts within "
            "the 30",
            first_match((longer, since(_got, param("dispute.days_with_more"), "days")),
                        otherwise=in_time),
        )
    )  # fmt: skip


NOTICE = Step(
    "Ask the company for a free copy of the report within 60 days, and dispute what is wrong",
    "15 USC 1681j(b), 1681i",
)
RESULT = Step(
    "The company owes you the result in writing within five business days after it is done; a "
    "wrong entry has to go. If it does not act you can sue, within two years",
    "15 USC 1681i(a)(6), 1681p",
    on=("now", "later"),
)


def _enter(subject: Subject, name: str) -> tuple[Rule, Rule]:
    """Both duties, asked about each charge and about the person as a whole."""
    notices = BODY.rule(
        f"notice{name}", question="notice_due", cite="15 USC 1681m(a)",
        title="Notice after a refusal because of a report",
        holds="the landlord owes a notice about the report",
        owed_by="landlord", effect="notice", steps=(NOTICE,), no_is_news="for_tenants",
        applies=lambda: either(_decision.is_stated, tenancy("used_report").is_stated),
        subject=subject, since="1998-11-02",
    )(notice)  # fmt: skip
    disputes = BODY.rule(
        f"dispute{name}", question="dispute_result_due", cite="15 USC 1681i(a)(1)",
        title="The answer to a dispute",
        holds="the company has to have answered the dispute",
        owed_by="agency", effect="answer", steps=(RESULT,),
        applies=lambda: _got.is_stated,
        subject=subject, since="1998-11-02",
    )(dispute)  # fmt: skip
    return notices, disputes


ABOUT_CHARGES = _enter("charge", "")
ABOUT_PERSON = _enter("person", "-of-the-person")
