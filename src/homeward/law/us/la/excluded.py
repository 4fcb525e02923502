"""Offenses left out: C.Cr.P. arts. 977(C) and 978(B)."""

from homeward.law.us.la.terms import AT_ONCE, is_on, statute
from homeward.rules import (
    NO,
    all_of,
    before,
    both,
    by,
    charge,
    claim,
    condition,
    either,
    first_match,
    holds_if,
    open_law,
    param,
    recorded,
)
from homeward.rules.conditions import Condition
from homeward.rules.node import Node

is_sex_offense = recorded(charge("sex_offense"), is_on("sex-offense"))
"""R.S. 15:541; a record may say so itself, where the section does not."""

_sex_arrest = either(
    claim(charge("arrest_sex_offense")), charge("arrest_charge").tagged("sex-offense")
)

# R.S. 15:541: some offenses count only where the victim was a minor; a record that says so decides
_against_a_minor = both(
    either(is_on("against-a-minor"), charge("victim_minor").is_stated),
    claim(charge("victim_minor")),
)

is_violent = either(
    recorded(charge("listed_crime_of_violence"), is_on("crime-of-violence")),
    claim(charge("element_force")),
)
"""R.S. 14:2(B): its list as it is today, and its general clause where the record says so.

Offenses against persons that the clause may reach stand on the list as open.
"""

_is_old_carnal_knowledge = both(
    is_on("carnal-knowledge"), before(charge("offense_date"), param("carnal_knowledge.changed_on"))
)


def not_left_out_of_977() -> Node:
    """977(C): whatever the route."""
    return all_of(
        condition(
            "no_sex_offense_arrest", "C.Cr.P. art. 977(C)(1)",
            "it did not come from an arrest for a sex offense",
            holds_if(~either(is_sex_offense, _sex_arrest)),
            unmet="it came from an arrest for a sex offense; only the felony arrest itself can be "
                  "cleared, by interim expungement (art. 985.1)",
        ),
        no_domestic_abuse_battery("C.Cr.P. art. 977(C)(2)"),
        condition(
            "not_stalking", "C.Cr.P. art. 977(C)(3)", "it is not stalking",
            holds_if(~statute.tagged("stalking")), unmet="the law leaves out stalking",
        ),
    )  # fmt: skip


def no_domestic_abuse_battery(cite: str) -> Condition:
    """977(C)(2), 978(B)(4): by no route."""
    return condition(
        "not_domestic_abuse_battery", cite, "it is not domestic abuse battery",
        holds_if(~is_on("domestic-abuse-battery")), certainty="medium",
        unmet="the law leaves out domestic abuse battery",
    )  # fmt: skip


def no_sex_offense() -> Condition:
    """978(B)(2): even where the sentence was deferred and set aside."""
    return condition(
        "not_a_sex_offense", "C.Cr.P. art. 978(B)(2)",
        "it is neither a sex offense nor one of those against a minor",
        first_match(
            (_is_old_carnal_knowledge, holds_if(open_law("carnal_knowledge_before_2001"))),
            otherwise=holds_if(~either(is_sex_offense, _against_a_minor)),
        ),
        unmet="the law leaves out sex offenses, and those against a minor",
    )  # fmt: skip


def not_violent(name: str) -> Condition:
    """978(B)(1): a crime of violence has Paragraph E at most."""
    return condition(
        name, "C.Cr.P. art. 978(B)(1); R.S. 14:2(B)", "it is not a crime of violence",
        holds_if(~is_violent), certainty="medium", unmet="it is a crime of violence",
    )  # fmt: skip


def drug_offense_fits() -> Condition:
    """978(B)(3)(a) to (c): possession, also with intent, or at most five years."""
    says = charge("description").mentions
    intent = first_match(
        (says("intent", "pwid", "pwitd"), AT_ONCE),
        (says("distribution", "manufacture", "manufacturing"), _at_most_five_years()),
        (claim(charge("with_intent_to_distribute")), AT_ONCE),
        otherwise=_at_most_five_years(),
    )
    return condition(
        "drug_offense_fits", "C.Cr.P. art. 978(B)(3)(a) to (c)",
        "a drug offense is possession, possession with intent to distribute, or one that brings "
        "five years at most",
        first_match(
            (~is_on("drug-law"), AT_ONCE), (is_on("drug-possession"), AT_ONCE), otherwise=intent
        ),
        certainty="medium",
        unmet="the law leaves out selling or making drugs where that can bring more than five "
              "years",
    )  # fmt: skip


def _at_most_five_years() -> Node:
    """(c): the longest term that the offense can bring, by the record or by the list."""
    longest = charge("max_sentence_years")
    fits = holds_if(by(longest, param("drug.max_years")))
    return first_match(
        (longest.is_stated, fits),
        (is_on("drug-over-five-years"), holds_if(NO)),
        otherwise=fits,
    )
