"""Time in custody and under supervision for a charge, and when it was over."""

from homeward.law.us.ma.terms import (
    AT_ONCE,
    decided_on,
    found_delinquent,
    found_guilty,
    is_felony,
    is_misdemeanor,
)
from homeward.rules import (
    all_of,
    both,
    bounded,
    charge,
    charges_of_person,
    choose,
    count,
    either,
    exists,
    first_match,
    param,
    recorded,
    since,
)
from homeward.rules.node import Node
from homeward.rules.rows import Rows

_BEHIND_BARS = ("incarceration", "prison", "jail", "split", "determinate", "indeterminate", "term",
                "life", "life_without_parole", "life_no_parole_50")  # fmt: skip
_type = charge("sentence.type")
_is_behind_bars = _type.is_in(*_BEHIND_BARS)

committed: Rows = charges_of_person.that(both(found_guilty, _is_behind_bars))
_a_felony_too = exists(committed.that(~is_misdemeanor))
# one misdemeanor brings so many months at most, and several add up
_longest = since(decided_on, count(committed) * param("custody.misdemeanor_months"), "months")


def released_on() -> Node:
    """The release from a jail sentence, with what the law knows of it where it is missing."""
    known = bounded(charge("sentence.released_on"), no_earlier=decided_on)
    within = bounded(
        charge("sentence.released_on"), no_earlier=decided_on, no_later=all_of(decided_on, _longest)
    )
    return first_match(
        (either(is_felony, _a_felony_too), known), (is_misdemeanor, within), otherwise=known
    )


def _jail_after_revocation() -> Node:
    """Jail that came only when probation was taken back."""
    revoked_on = charge("probation_revoked_on")
    return first_match(
        (revoked_on.happened, bounded(charge("revocation_released_on"), no_earlier=revoked_on)),
        otherwise=AT_ONCE,
    )


def custody_over() -> Node:
    """100A(1), (2): the disposition, or the last release where there was custody."""
    jail = choose(
        _type,
        {_BEHIND_BARS: released_on(), "dys_commitment": _commitment_over},
        otherwise=_jail_after_revocation(),
    )
    return all_of(decided_on, first_match((_was_sentenced, jail), otherwise=AT_ONCE))


def supervision_over() -> Node:
    """The disposition, and the end of custody, commitment, probation and parole."""
    probation = bounded(charge("sentence.probation_until"), no_earlier=decided_on)
    watched = choose(
        _type,
        {
            ("probation", "suspended", "split"): probation,
            "cwof": recorded(charge("sentence.until"), probation),
        },
        otherwise=AT_ONCE,
    )
    parole = charge("sentence.parole_until")
    paroled = first_match((parole.happened, parole), otherwise=AT_ONCE)
    return all_of(
        custody_over(), first_match((_was_sentenced, all_of(watched, paroled)), otherwise=AT_ONCE)
    )


_was_sentenced = either(found_guilty, found_delinquent)
_commitment_over = recorded(
    charge("sentence.until"), bounded(charge("sentence.released_on"), no_earlier=decided_on)
)
