"""Survivors in assisted housing: the Violence Against Women Act, 34 USC 12491."""

from homeward.law.us.body import BODY
from homeward.law.us.federal.assisted_bars import in_assisted_home
from homeward.rules import all_of, charge, claim, condition, holds_if
from homeward.rules.node import Node
from homeward.rules.rule import Step


@BODY.rule(
    "survivors-in-assisted-housing",
    question="denial_prohibited_vawa",
    subject="charge",
    cite="34 USC 12491(b)",
    since="2013-03-07",
    title="Survivors in assisted housing",
    holds="a landlord of assisted housing may not refuse you over it, since it comes from abuse "
    "that you suffered",
    effect="barred",
    no_is_news="for_tenants",
    applies=lambda: in_assisted_home,
    steps=(
        Step(
            "Tell the landlord so. It may ask you in writing to show it; then you have 14 business "
            "days, and your own signed form is enough",
            "24 CFR 5.2007",
            on=("now", "unknown"),
        ),
        Step(
            "The lease can be split, so that who abused you has to go and you can stay",
            "34 USC 12491(b)(3)(B)",
            on=("now", "unknown"),
        ),
    ),
)
def vawa() -> Node:
    """Nobody is refused because of being a victim of domestic or sexual violence or stalking.

    It does not protect from a refusal over a record that has nothing to do with the abuse.
    """
    return all_of(
        condition(
            "linked", "34 USC 12491(b)(1), (3)",
            "what the landlord refuses for comes directly from the abuse",
            holds_if(claim(charge("denial_ground_linked_to_abuse"))),
            unmet="what the landlord refuses for does not come from the abuse",
        )
    )  # fmt: skip
