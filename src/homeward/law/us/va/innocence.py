"""Expungement that the court must order: a wrong name, a wrong person, innocence found later."""

from homeward.law.us.va.body import BODY
from homeward.law.us.va.terms import decided_on, in_virginia
from homeward.rules import all_of, any_of, both, charge, claim, condition, either, holds_if
from homeward.rules.node import Node
from homeward.rules.rule import Step

_2 = "s. 19.2-392.2"
_used_by_another = claim(charge("identity_used_by_another"))
_wrong_person = claim(charge("dismissed_as_wrong_person"))
_pardoned_on = charge("absolute_pardon_on")
_writ_on = charge("innocence_writ_on")


@BODY.rule(
    "expungement-of-innocent",
    question="clear.19_2_392_2_innocence",
    family="clear",
    subject="charge",
    cite=f"{_2}(B), (H), (I), (J)",
    since="1800-01-01",  # long before; the start was not looked up
    title="Expunging what was never yours",
    holds="the court must expunge this charge",
    standard="shall",
    effect="expunged",
    certainty="medium",
    applies=lambda: both(
        in_virginia,
        either(_used_by_another, _wrong_person, _pardoned_on.happened, _writ_on.happened),
    ),
    steps=(
        Step(
            "Ask the circuit court where the charge was decided to expunge it; if it was "
            "dismissed because you were the wrong person, or after a pardon or a writ, the court "
            "acts on its own",
            f"{_2}(B), (H), (I), (J)",
        ),
    ),
)
def expungement_of_innocent() -> Node:
    """Another used the name; the wrong person was charged; a pardon or a writ for innocence."""
    return condition(
        "innocent", f"{_2}(B), (H), (I), (J)",
        "another used the name, it was the wrong person, or innocence was found later",
        any_of(
            _limb(holds_if(_used_by_another)), _limb(holds_if(_wrong_person)),
            _pardoned_on, _writ_on,
        ),
    )  # fmt: skip


def _limb(holds: Node) -> Node:
    return all_of(holds, decided_on)
