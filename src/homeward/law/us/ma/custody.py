"""Time in custody and under supervision for a charge, and when it was over.

Of the charge that a rule is about, a missing release is bounded by the longest time
that a misdemeanor brings. Of another charge it is not: that bound looks at all charges
again, and a wider one is safe.
"""

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
    other_charges,
    param,
    recorded,
    since,
)
from homeward.rules.node import Node

_BEHIND_BARS = ("incarceration", "prison", "jail", "split", "determinate", "indeterminate", "term",
                "life", "life_without_parole", "life_no_parole_50")  # fmt: skip
_type = charge("sentence.type")
_was_committed = both(found_guilty, _type.is_in(*_BEHIND_BARS))
_committed = charges_of_person.that(_was_committed)
other_committed = other_charges.that(_was_committed)
"""The other charges that brought a jail or prison sentence."""

_was_sentenced = either(found_guilty, found_delinquent)
_revoked_on = charge("probation_revoked_on")
_jail_after_revocation = first_match(
    (_revoked_on.happened, bounded(charge("revocation_released_on"), no_earlier=_revoked_on)),
    otherwise=AT_ONCE,
)

release_of_another = bounded(charge("sentence.released_on"), no_earlier=decided_on)
"""The release from a jail sentence."""

_commitment_over = recorded(charge("sentence.until"), release_of_another)

# one misdemeanor brings so many months at most, and several add up
_longest = since(decided_on, count(_committed) * param("custody.misdemeanor_months"), "months")
_by_the_longest = bounded(
    charge("sentence.released_on"), no_earlier=decided_on, no_later=all_of(decided_on, _longest)
)
_a_felony_too = exists(other_committed.that(~is_misdemeanor))
_release = first_match(
    (either(is_felony, _a_felony_too), release_of_another),
    (is_misdemeanor, _by_the_longest),
    otherwise=release_of_another,
)


def _custody(release: Node) -> Node:
    jail = choose(
        _type,
        {_BEHIND_BARS: release, "dys_commitment": _commitment_over},
        otherwise=_jail_after_revocation,
    )
    return all_of(decided_on, first_match((_was_sentenced, jail), otherwise=AT_ONCE))


custody_over = _custody(_release)
"""100A(1), (2): the disposition, or the last release where there was custody."""
custody_of_another_over = _custody(release_of_another)

_probation_over = bounded(charge("sentence.probation_until"), no_earlier=decided_on)
_parole_over = charge("sentence.parole_until")
_watch_over = all_of(
    choose(
        _type,
        {
            ("probation", "suspended", "split"): _probation_over,
            "cwof": recorded(charge("sentence.until"), _probation_over),
        },
        otherwise=AT_ONCE,
    ),
    first_match((_parole_over.happened, _parole_over), otherwise=AT_ONCE),
)
_supervision = first_match((_was_sentenced, _watch_over), otherwise=AT_ONCE)

supervision_over = all_of(custody_over, _supervision)
"""The disposition, and the end of custody, commitment, probation and parole."""
supervision_of_another_over = all_of(custody_of_another_over, _supervision)
