"""From which event the years run: the decision, the sentence, the release."""

from homeward.rules import all_of, bounded, case, charge, first_match, recorded
from homeward.rules.node import Node

decided_on = charge("disposition_date")
sentenced_on = recorded(charge("sentence.sentenced_on"), decided_on)
"""The day of the sentence; that of the conviction where the record has no other."""

_type = charge("sentence.type")
_paroled_on = charge("sentence.paroled_on")
_no_custody = _type.is_in("probation", "fine", "suspended", "cwof", "filed")


def released_or(otherwise: Node) -> Node:
    """The day of release, or another day where the sentence brought no jail or prison.

    A release on parole is one, unless a later release is on record. While the kind of
    sentence is not known, it may be either.
    """
    return recorded(
        charge("sentence.released_on"),
        first_match(
            (_paroled_on.happened, _paroled_on),
            (_no_custody, otherwise),
            otherwise=bounded(charge("sentence.released_on"), no_earlier=sentenced_on),
        ),
    )


last_event = all_of(sentenced_on, released_or(sentenced_on))
"""The latest of disposition, release and parole; the end of parole does not count."""

charged_on = bounded(case("filed_on"), no_later=decided_on)
"""The day the charge was brought: never after the day on which it ended."""
