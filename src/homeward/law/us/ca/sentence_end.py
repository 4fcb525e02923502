"""When a sentence is over: custody, and the supervision that follows it.

The statutes say "completion of the sentence" and do not define it. Here it is the later of
the release and the end of supervision, since a sentence includes parole (PC 3000(a)(1)).
"""

from homeward.law.us.ca.terms import AT_ONCE, convicted, judged_on
from homeward.rules import (
    all_of,
    bounded,
    charge,
    charges_of_person,
    choose,
    either,
    first_match,
    latest,
    other_charges,
    recorded,
)
from homeward.rules.node import Node

_released = bounded(charge("sentence.released_on"), no_earlier=judged_on)
_supervised_until = bounded(charge("sentence.supervision_ends_on"), no_earlier=_released)
_is_supervised = either(
    charge("sentence.supervision").is_stated, charge("sentence.supervision_ends_on").is_stated
)
_stated_supervision = first_match((_is_supervised, _supervised_until), otherwise=AT_ONCE)
"""None follows straight jail by law; what the record tells all the same is waited for."""
_probation_ends = bounded(charge("sentence.probation_ends_on"), no_earlier=judged_on)
_after_revocation = bounded(charge("sentence.revoked_into.released_on"), no_earlier=judged_on)
_supervised_after_revocation = bounded(
    charge("sentence.revoked_into.supervision_ends_on"), no_earlier=_after_revocation
)

after_split = recorded(charge("sentence.mandatory_supervision_ends_on"), _supervised_until)
"""Jail, then mandatory supervision: PC 1170(h)(5)(B)."""

after_jail = all_of(_released, _stated_supervision)
"""Jail and no supervision: PC 1170(h)(5)(A)."""

after_prison = all_of(_released, _supervised_until)
"""Parole or community supervision follows state prison."""


def after_revocation() -> Node:
    """The custody that followed when probation was taken back."""
    return all_of(
        _after_revocation,
        choose(
            charge("sentence.revoked_into.type"), {"jail": AT_ONCE},
            otherwise=_supervised_after_revocation,
        ),
    )  # fmt: skip


_type = charge("sentence.type")
_taken_back = charge("sentence.probation_outcome").is_in("revoked")
_PROBATION = ("probation", "suspended")
_OTHER_KINDS: dict[str | tuple[str, ...], Node] = {
    "jail": after_jail, "split": after_split, "fine": judged_on
}  # fmt: skip


def probation_over() -> Node:
    """The end of probation, or of the custody that took its place."""
    return first_match((_taken_back, after_revocation()), otherwise=_probation_ends)


def _told(reckoned: Node) -> Node:
    """The record's own day of the end of everything; else the reckoned one."""
    return recorded(charge("disposition_completed_on"), reckoned)


def sentence_over() -> Node:
    """The day the whole sentence is over, by its kind."""
    by_kind = {_PROBATION: probation_over(), **_OTHER_KINDS}
    return _told(choose(_type, by_kind, otherwise=after_prison))


def term_over() -> Node:
    """The end of a sentence that is served; probation is none, unless it was taken back."""
    custody = first_match((_taken_back, _told(after_revocation())), otherwise=AT_ONCE)
    others = {kind: _told(over) for kind, over in _OTHER_KINDS.items()}
    return choose(_type, {_PROBATION: custody, **others}, otherwise=_told(after_prison))


def every_term_over() -> Node:
    """The end of the last sentence of the person, by its terms where the record gives them.

    A criminal history tells how long each part of a sentence is, and not how it ended.
    """
    return latest(
        charges_of_person.that(convicted), recorded(charge("sentence.until"), sentence_over())
    )


def other_terms_over() -> Node:
    """The end of the last sentence for anything else; probation is none while it lasts."""
    return latest(other_charges.that(convicted), term_over())


def other_sentences_over() -> Node:
    """The end of the last sentence for anything else."""
    return latest(other_charges.that(convicted), sentence_over())
