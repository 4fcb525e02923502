"""The evidence that New York's law, and laws after it, ask for: is the file complete?

It says which papers are there and which may still be missing, and nothing of what they
prove. A person's own statement is no item of the list.
"""

from homeward.law.us.surviving.telling import tells_of_abuse
from homeward.rules import all_of, both, claim, condition, either, holds_if, person
from homeward.rules.body import Body
from homeward.rules.node import Node
from homeward.rules.rule import Rule, Step

_there = person("evidence.two_or_more")
LISTED = either(*(
    claim(person(f"evidence.{kind}"))
    for kind in (
        "court_record", "presentence_report", "social_services_record", "hospital_record",
        "sworn_statement_witness", "law_enforcement_record", "domestic_incident_report",
        "order_of_protection",
    )
))  # fmt: skip


def enter_file(body: Body, cite: str, *, since: str, pieces: int, convicted_here: Node) -> Rule:
    """Enter whether the file is complete: one listed paper, and two papers where two are asked."""
    parts = [
        condition(
            "listed_paper", cite,
            "one paper at least is of the list: a court, social-service, hospital or police "
            "record, a report from before the sentence, a domestic incident report, an order of "
            "protection, or the sworn statement of a witness",
            holds_if(LISTED),
        )
    ]  # fmt: skip
    if pieces > 1:
        parts.insert(0, condition("two_papers", cite, "there are two papers at least",
                                  holds_if(claim(_there))))  # fmt: skip

    def build() -> Node:
        return all_of(*parts)

    build.__doc__ = "Which papers are there. What they prove is for the court alone."
    return body.rule(
        "survivor-file", question="application_complete", subject="charge", cite=cite, since=since,
        title="Is the file complete?", holds="the papers that the law asks for are there",
        no_is_news="for_tenants", applies=lambda: both(convicted_here, tells_of_abuse),
        steps=(Step("Ask a lawyer or a public defender which other paper can be found", cite,
                    on=("unknown", "now")),),
    )(build)  # fmt: skip
