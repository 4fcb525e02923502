"""What an answer brings: by which way, whether it must or may be given, and its effect.

A rule has one outcome. Where its limbs have outcomes of their own (the state
does one on its own, a judge may grant the other), each limb says its own, and
the answer has that of the limb that decides it.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar, Literal, NamedTuple

from homeward.rules.node import Node, Sort

How = Literal["automatic", "petition", "judge", "board", "agency"]
Standard = Literal["shall", "may"]


class Outcome(NamedTuple):
    """By which way, whether it must or may be given, and the effect; None where it is not said."""

    how: How | None = None
    standard: Standard | None = None
    effect: str | None = None

    def or_else(self, general: Outcome) -> Outcome:
        """This outcome; what it does not say is as in a more general one."""
        return Outcome(
            self.how or general.how,
            self.standard or general.standard,
            self.effect or general.effect,
        )


UNSAID = Outcome()


@dataclass(frozen=True, eq=False)
class Limb(Node):
    """One way to an answer, with an outcome of its own where it differs from the rule's."""

    tree: Node
    outcome: Outcome

    sort: ClassVar[Sort] = "when"


def limb(
    tree: Node,
    *,
    how: How | None = None,
    standard: Standard | None = None,
    effect: str | None = None,
) -> Limb:
    """One way to an answer; what it does not say of its outcome is as the rule says."""
    return Limb(tree, Outcome(how, standard, effect))
