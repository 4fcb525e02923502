"""Which rule speaks for a question about a home, where the laws of more places answer it."""

from __future__ import annotations

from collections.abc import Sequence

from homeward.explain.answer import Answer
from homeward.explain.subject_text import Headline


def spoken_for(head: Headline, rules: Sequence[Answer], place: str) -> Headline | None:
    """A question's answer with the rule that speaks for it; None where no law of the home does.

    The law of another place may bring a yes (a record that was cleared there), but its no says
    nothing about a home here: that is for the law of the home.
    """
    answer = head.answer
    if answer.status == "never":
        own = [rule for rule in rules if _is_law_at(place, rule)]
        closest = max(own, key=lambda rule: len(_body_of(rule)), default=None)
        return None if closest is None else Headline(answer, closest, head.others)
    if head.best.when[1] == answer.when[1]:
        return head
    deciding = [rule for rule in rules if rule.when[1] == answer.when[1]]
    return Headline(answer, deciding[0], head.others) if deciding else head


def _is_law_at(place: str, rule: Answer) -> bool:
    return not place or f"{place}-".startswith(f"{_body_of(rule)}-")


def _body_of(rule: Answer) -> str:
    return rule.rule.partition("/")[0]
