"""What the reading knows of each charge: its outcome, its list, and what lies around it in time."""

from homeward.rules import (
    before,
    both,
    charge,
    charges_of_person,
    either,
    exists,
    in_mean_years,
    next_after,
    other_charges,
    param,
    previous_before,
    since,
)
from homeward.rules.logic import TruthNode
from homeward.rules.node import Node
from homeward.rules.rows import Rows

# The one day that the reading knows of a charge: that of its latest hearing.
hearing = charge("disposition_date")

is_felony = charge("severity").is_in("felony")
is_misdemeanor = charge("severity").is_in("misdemeanor")

# --- (1) the outcome ------------------------------------------------------------------------

_ended_without = charge("disposition").is_in(
    "dismissed", "nolle_prosequi", "acquitted", "no_true_bill", "no_charge_filed"
)
_plea_of_guilt = charge("plea").is_in("Guilty", "Alford", "Nolo Contendere")

is_conviction = charge("disposition").is_in("convicted")
is_deferral = either(
    charge("disposition").is_in("deferred_dismissed"), both(_ended_without, _plea_of_guilt)
)
is_dismissal = both(_ended_without, ~_plea_of_guilt)
# other outcomes and other kinds of charges were taken out before the team began
is_kept = both(either(is_felony, is_misdemeanor), either(is_conviction, is_deferral, is_dismissal))

# --- (2) the list ---------------------------------------------------------------------------

on_list_a = both(is_deferral, charge("statute").tagged("automatic-deferral"))
on_list_b = both(~on_list_a, charge("statute").tagged("automatic-conviction"))
is_excluded = both(~on_list_a, ~on_list_b, charge("statute").tagged("excluded"))

# --- (3) to (9) what lies around it ---------------------------------------------------------


def mean_years_after(day: Node, years: str) -> Node:
    """A day some mean years on; the last, broken day of them counts as whole."""
    return since(day, in_mean_years(param(years)), "days")


def _within_before(rows: Rows, years: str) -> TruthNode:
    """The nearest earlier hearing lies so many years back, or less; the same day is not earlier."""
    nearest = previous_before(rows, hearing, hearing)
    return before(hearing, mean_years_after(nearest, years))


def _within_after(years: str) -> TruthNode:
    """The nearest later conviction lies so many years ahead, or less."""
    nearest = next_after(other_charges.that(_conviction), hearing, hearing)
    return before(nearest, mean_years_after(hearing, years))


_conviction = both(is_kept, is_conviction)
_felony_conviction = both(is_felony, is_conviction)

has_arrest_before = _within_before(other_charges.that(is_kept), "look_back.arrest_years")
has_felony_before = _within_before(other_charges.that(_felony_conviction), "look_back.felony_years")
has_conviction = exists(charges_of_person.that(_conviction))
convicted_after_misdemeanor = _within_after("wait.misdemeanor_years")
convicted_after_felony = _within_after("wait.felony_years")


def _has_felony_of(*classes: str) -> TruthNode:
    """A felony conviction, ever, that the record says is of one of these classes."""
    graver = both(_felony_conviction, charge("class").stated(*classes))
    return exists(charges_of_person.that(graver))


no_felony_in_the_way = ~either(
    _has_felony_of("3", "4"), has_felony_before, _has_felony_of("1", "2")
)
