"""Whether federal law makes an assisted landlord refuse, and when such a bar lifts."""

from collections.abc import Callable

from homeward.law.us.body import BODY
from homeward.law.us.federal.assisted_bars import (
    in_assisted_home,
    made_meth_on_premises,
    public_or_voucher,
)
from homeward.law.us.renting.endings import registered_for_life
from homeward.rules import (
    all_of,
    any_of,
    both,
    by,
    charges_of_person,
    claim,
    condition,
    discretion,
    every,
    first_match,
    holds_if,
    on,
    opposite,
    param,
    since,
    tenancy,
)
from homeward.rules.node import Node
from homeward.rules.rule import Rule, Step, Subject
from homeward.when import FIRST

_meth = both(public_or_voucher, made_meth_on_premises)
_evicted = tenancy("federal_drug_eviction_on")
_treated = tenancy("rehab_completed_on")

_STEPS = (
    Step(
        "Before it refuses over a record the housing agency gives you notice and a copy of the "
        "record, and the chance to say why it is wrong or does not matter",
        "42 USC 1437d(q)(2); 24 CFR 5.903(f), 960.204(c), 982.553(d)",
        on=("now", "later", "never", "unknown"),
    ),
    Step(
        "After a refusal ask at once for the reasons in writing and for a hearing (public housing) "
        "or a review (voucher); the last day stands in the agency's own plan",
        "24 CFR 960.208, 982.554",
        on=("now", "later", "never", "unknown"),
    ),
    Step(
        "The family may keep its application by leaving out the one who must be refused",
        "24 CFR 5.856, 982.553(a)(2)",
        on=("never", "later"),
    ),
)


def _conditions(for_life: Node, made_meth: Node) -> Node:
    return all_of(
        condition(
            "not_for_life", "42 USC 13663; 24 CFR 960.204(a)(4), 982.553(a)(2)(i), 5.856",
            "nobody in the household has to register as a sex offender for life",
            holds_if(opposite(for_life)),
            unmet="someone has to register as a sex offender for life: such a household is "
            "refused as long as that lasts",
        ),
        condition(
            "no_meth_on_premises",
            "42 USC 1437n(f); 24 CFR 960.204(a)(3), 982.553(a)(1)(ii)(C)",
            "nobody was convicted of making methamphetamine in assisted housing (public housing "
            "and vouchers)",
            holds_if(opposite(made_meth)),
            unmet="a conviction of making methamphetamine in assisted housing bars for good",
        ),
        condition(
            "eviction_over", "42 USC 13661(a); 24 CFR 960.204(a)(1), 982.553(a)(1)(i), 5.854(a)",
            "three years have passed since an eviction from assisted housing over drugs, or "
            "treatment was done after it",
            first_match(
                (_evicted.happened,
                 any_of(since(_evicted, param("assisted.eviction_years"), "years"),
                        all_of(holds_if(by(_evicted, _treated)), _treated))),
                otherwise=on(FIRST),
            ),
        ),
        condition(
            "no_current_use", "42 USC 13661(b); 24 CFR 960.204(a)(2), 982.553(a)(1)(ii), 5.854(b)",
            "nobody in the household uses illegal drugs now",
            holds_if(opposite(claim(tenancy("current_drug_use")))),
            unmet="someone uses illegal drugs now: as long as that lasts the household is refused",
        ),
        discretion(
            "own_policy", "42 USC 13661(c); 24 CFR 5.855, 982.553(a)(2)(ii), 960.203(c)-(d)",
            "the agency may refuse for other drug or violent conduct within a reasonable time; its "
            "own policy says how long, and federal law names no number",
            decided_by="agency",
        ),
    )  # fmt: skip


def _of_charge() -> Node:
    """Federal law makes an assisted landlord refuse for a few records only.

    An arrest or a conviction is not needed for what it may refuse for (24 CFR 5.861).
    """
    return _conditions(registered_for_life, _meth)


def _of_person() -> Node:
    """The same for the whole household, over all of the person's records."""
    no_registration = every(charges_of_person, opposite(registered_for_life))
    no_meth = every(charges_of_person, opposite(_meth))
    return _conditions(opposite(no_registration), opposite(no_meth))


def _enter(name: str, subject: Subject, build: Callable[[], Node]) -> Rule:
    return BODY.rule(
        name, question="mandatory_assisted_bar_lifted", subject=subject,
        cite="42 USC 13661, 13663, 1437n(f); 24 CFR 5.854-5.857, 960.204, 982.553",
        since="2001-06-25",
        title="Assisted housing: when no federal rule requires a refusal",
        holds="no federal rule makes a landlord of assisted housing refuse you over it",
        no_is_news="for_tenants", applies=lambda: in_assisted_home, steps=_STEPS,
    )(build)  # fmt: skip


OF_CHARGE = _enter("assisted-housing", "charge", _of_charge)
OF_PERSON = _enter("assisted-housing-of-the-person", "person", _of_person)
