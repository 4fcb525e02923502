"""What an entry of the court register is: a contempt, a civil matter, traffic, marijuana.

Registers name a statute and a few words. The statute decides where it can; the
words are asked only where it leaves the kind open.
"""

from homeward.law.us.or_.terms import (
    in_oregon_court,
    is_felony,
    is_violation,
)
from homeward.rules import both, case, charge, claim, either, first_match
from homeward.rules.logic import And

statute = charge("statute")
_says = charge("description").mentions
_has_no_level = charge("severity").is_in("other", "civil")

is_contempt = either(statute.tagged("contempt"), both(_has_no_level, _says("contempt")))
about_abuse = both(is_contempt, claim(charge("contempt_about_abuse")))

_is_civil = either(
    charge("severity").is_in("civil"),
    statute.tagged("criminal-forfeiture"),
    statute.tagged("civil-matter"),
    both(statute.tagged("no-section"), _says("fugitive")),
    both(_has_no_level, either(statute.tagged("civil-chapter"), _says("fugitive"))),
)
is_offense = either(
    is_contempt,
    both(~_is_civil, either(~_has_no_level, claim(charge("is_offense")))),
)
"""A crime, a violation or a contempt; where the register gives no level, people are asked."""

# --- attempts -------------------------------------------------------------------------

is_attempt = statute.tagged("attempt")


def attempt_at(kind: str) -> And:
    """An attempt whose target was of a kind."""
    return both(is_attempt, charge("facts.underlying_conduct").is_in(kind))


# --- marijuana: ORS 137.226(1), possession, delivery or manufacture ---------------------

_drug_offense = statute.tagged("controlled-substances")
_names_another_drug = _says(
    "heroin", "cocaine", "meth*", "fentanyl", "oxycodone", "hydrocodone", "ecstasy", "lsd",
    "psilocybin", "schedule 2", "schedule 3", "schedule 4", "schedule 5", "sched 2", "sub 2",
    "sub 3", "sub 4", "sub 5", "sc 2", "sc 3", "sc 4", "sc 5",
)  # fmt: skip
is_drug_possession = both(_drug_offense, _says("possession", "poss", "pcs"))
_moves_or_holds_a_drug = either(
    attempt_at("drug"),
    both(
        _drug_offense,
        ~statute.tagged("person-felony"),
        _says("possession", "poss", "pcs", "manu*", "mcs", "deliver*", "del", "dcs"),
    ),
)
_is_named_marijuana = either(
    statute.tagged("marijuana"), both(_drug_offense, _says("marij*", "mj"))
)
_may_be_marijuana = both(
    is_felony, ~charge("class").is_in("C"), _moves_or_holds_a_drug, ~_names_another_drug
)
# the record's own word for the drug decides; people are asked where it has none
_was_marijuana = first_match(
    (charge("substance").is_stated, charge("substance").is_in("marijuana")),
    otherwise=claim(charge("facts.substance_marijuana")),
)
is_marijuana = either(
    _is_named_marijuana,
    both(_may_be_marijuana, _was_marijuana),
)
"""Named so, or a felony of class A, B or none about a drug that is not named, if it was."""

is_marijuana_violation = both(charge("severity").is_in("violation"), _is_named_marijuana)

# --- traffic: an offense of the vehicle code, or of a city's like it ---------------------

_may_be_traffic = both(
    ~is_contempt,
    ~_is_named_marijuana,
    ~statute.tagged("fare-violation"),
    either(
        charge("severity").is_in("ordinance"),
        both(charge("severity").is_in("violation"), case("county").mentions("multnomah")),
        both(is_violation, ~in_oregon_court),
    ),
)
"""Registers of Multnomah county do not tell traffic violations from others."""

is_traffic = either(
    statute.tagged("vehicle-code"),
    both(charge("severity").is_in("infraction"), in_oregon_court),
    both(_may_be_traffic, claim(charge("traffic_violation"))),
    attempt_at("traffic"),
)
is_traffic_violation = both(is_violation, is_traffic)
