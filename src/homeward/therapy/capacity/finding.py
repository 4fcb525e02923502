"""Who is found: from the people who come in to those who join the list.

A screen finds some of those in need, and sends on some who are not. Both shares are stated
parameters of the scenario, never those of another population taken over unsaid.
"""

from __future__ import annotations

from dataclasses import dataclass

from homeward.therapy.capacity.scenario import Scenario


@dataclass(frozen=True)
class Found:
    """How many people a year, at each step.

    Attributes:
        intake: who come in; None where the scenario says only how many join.
        in_need: those of them who need it, screened or not.
        screened: who are screened.
        found: in need, and found by the screen.
        sent_on: not in need, and sent on by the screen all the same.
        missed: in need, and not found.
        joins: who join the list.
    """

    intake: float | None
    in_need: float | None
    screened: float | None
    found: float | None
    sent_on: float | None
    missed: float | None
    joins: float


def found_in(scenario: Scenario) -> Found:
    """How many people a year are found, and join the list.

    Raises:
        ScenarioError: when the scenario says neither who joins nor who comes in.
    """
    joins = scenario.maybe("people.joins_a_year")
    if joins is not None:
        return Found(None, None, None, None, None, None, joins)
    intake, need = scenario.number("people.intake_a_year"), scenario.number("people.need")
    screened = intake * scenario.number("people.screened")
    found = screened * need * scenario.number("people.sensitivity")
    sent_on = _sent_on(scenario, screened, need, found)
    referred = scenario.maybe("people.referred")
    joins = (found + sent_on) * (1.0 if referred is None else referred)
    return Found(intake, intake * need, screened, found, sent_on, intake * need - found, joins)


def _sent_on(scenario: Scenario, screened: float, need: float, found: float) -> float:
    """Those sent on who are not in need: by the specificity, or more of them with each one found.

    Where a study tells only how many more are wrongly sent on for each more found than by other
    means, the specificity is that of the other means.
    """
    base = screened * (1 - need) * (1 - scenario.number("people.specificity"))
    more = scenario.maybe("people.wrong_for_each_more")
    if more is None:
        return base
    others = screened * need * scenario.number("people.found_by_other_means")
    return min(max(base + more * (found - others), 0.0), screened * (1 - need))
