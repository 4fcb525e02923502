"""Two granted petitions in a lifetime: s. 19.2-392.12(C)."""

from homeward.law.us.va.body import BODY
from homeward.law.us.va.terms import ENACTED
from homeward.rules import answer_of, any_of, budget, charge, condition, ever, kind, param, person
from homeward.rules.node import Node
from homeward.rules.rule import Step

# what is sealed by itself, or under s. 19.2-392.12:1, takes none of the two
_without = any_of(answer_of("clear.19_2_392_6"), answer_of("clear.19_2_392_12_1"),
                  answer_of("clear.19_2_392_6_1"))  # fmt: skip
_needs_a_petition = ~ever(_without)


@BODY.rule(
    "petition-limit",
    question="limit.19_2_392_12",
    subject="person",
    cite="s. 19.2-392.12(C)",
    since="2026-07-01",
    enacted=ENACTED,
    title="Two petitions in a lifetime",
    holds="everything that can be asked for under s. 19.2-392.12 fits two petitions",
    how="petition",
    steps=(
        Step(
            "Choose which events to ask for: a petition covers the charges of one event, and two "
            "can be granted. What is sealed by itself, or under s. 19.2-392.12:1, takes none",
            "s. 19.2-392.12(C), 19.2-392.12:1(E)",
            on=("never", "unknown"),
        ),
    ),
)
def petition_limit() -> Node:
    """One petition covers the charges of one event, and their ancillary matters with them."""
    return condition(
        "petitions_for_all", "s. 19.2-392.12(C)",
        "there are no more events to ask for than the two petitions that can be granted, with "
        "those granted before",
        budget(
            "clear.19_2_392_12",
            kind("petition", _needs_a_petition, at_most=param("petition.limit"),
                 used=person("sealing_petitions_granted")),
            grouped_by=charge("same_course_id"),
        ),
        certainty="medium",
        unmet="there are more events than two petitions can cover: choose among them",
    )  # fmt: skip
