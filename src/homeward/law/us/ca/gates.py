"""What holds every petition back for a while: another sentence, an open charge."""

from homeward.law.us.ca.sentence_end import other_sentences_over, other_terms_over
from homeward.law.us.ca.terms import is_pending
from homeward.rules import condition, exists, other_charges, waits_while
from homeward.rules.conditions import Condition


def no_other_sentence(cite: str) -> Condition:
    """Not serving a sentence, and not on probation, for any other offense."""
    return condition(
        "no_other_sentence", cite,
        "no other sentence is being served, and there is no probation for anything else",
        other_sentences_over(),
    )  # fmt: skip


def no_other_term(cite: str) -> Condition:
    """Not serving a sentence for any other offense; to be on probation is not to serve one."""
    return condition(
        "no_other_sentence", cite,
        "no other sentence is being served (probation for something else does not count)",
        other_terms_over(),
    )  # fmt: skip


def nothing_pending(cite: str) -> Condition:
    """Not charged with any offense."""
    return condition(
        "nothing_pending", cite, "no charge is open",
        waits_while(exists(other_charges.that(is_pending)), "the end of an open charge"),
    )  # fmt: skip
