"""A first offender's pardon: C.Cr.P. art. 978(A)(3); La. Const. art. IV s. 5(E)(1); R.S. 15:572."""

from homeward.law.us.la.excluded import not_violent
from homeward.law.us.la.terms import completed_on, is_felony, was_vacated
from homeward.rules import (
    all_of,
    before,
    both,
    by,
    charge,
    claim,
    condition,
    exists,
    holds_if,
    number,
    other_charges,
    person,
    this,
    waits_while,
)
from homeward.rules.conditions import Condition

_found_on = charge("disposition_date")
_earlier_felony = other_charges.that(
    both(
        is_felony,
        charge("disposition").is_in("convicted"),
        ~was_vacated,
        before(_found_on, this(_found_on)),
    )
)
_owes_costs = claim(charge("court_costs_outstanding"))


def first_offender_pardon() -> Condition:
    """978(A)(3): no wait once the sentence and the court costs are done; drugs are no bar."""
    return condition(
        "first_offender_pardon", "C.Cr.P. art. 978(A)(3), (B)(3)(e); R.S. 15:572",
        "or: it is a first felony, not a crime of violence, and the sentence is done: the pardon "
        "of a first offender comes by itself",
        all_of(
            completed_on,
            not_violent("pardon_not_violent"),
            condition(
                "first_felony", "R.S. 15:572(C)", "there was no felony before it, in any state",
                holds_if(
                    both(by(person("prior_felony_convictions"), number(0)),
                         ~exists(_earlier_felony))
                ),
                unmet="there was a felony before it",
            ),
            condition(
                "court_costs_paid", "R.S. 15:572(B)(3)",
                "the court costs of the conviction are paid",
                waits_while(_owes_costs, "payment of the court costs"),
            ),
        ),
        since="2019-08-01", certainty="medium",
    )  # fmt: skip
