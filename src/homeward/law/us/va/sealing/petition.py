"""The general petition: s. 19.2-392.12."""

from homeward.law.us.va.anchors import anchor
from homeward.law.us.va.body import BODY
from homeward.law.us.va.clean_period import clean_years
from homeward.law.us.va.left_out import not_left_out
from homeward.law.us.va.steps import (
    NO_RIGHTS,
    PETITION,
    STILL_OWED,
    TWO_IN_A_LIFETIME,
)
from homeward.law.us.va.terms import (
    ENACTED,
    chapter_in_force,
    convicted,
    decided_on,
    deferred,
    in_virginia,
    is_felony,
    is_infraction,
    is_misdemeanor,
    not_too_old,
    statute,
    years_after,
)
from homeward.rules import (
    all_of,
    before,
    both,
    case,
    charge,
    charges_of_person,
    claim,
    condition,
    discretion,
    either,
    exists,
    first_match,
    holds_if,
    latest,
    param,
    person,
    waits_while,
)
from homeward.rules.conditions import Condition
from homeward.rules.node import Node

_12 = "s. 19.2-392.12"
_larceny = statute.tagged("larceny")

# --- (A) which offenses -----------------------------------------------------------------------

_minor_felony = charge("class").is_in("5", "6")
_grave_felony = charge("class").is_in("1", "2", "3", "4")
_punished_as_larceny = both(~_grave_felony, claim(charge("punished_as_larceny")))


def _level() -> Condition:
    """(A): a misdemeanor, a felony of class 5 or 6, or larceny punished under s. 18.2-95."""
    return condition(
        "level", f"{_12}(A)",
        "it is a misdemeanor, a felony of class 5 or 6, or a felony punished as grand larceny",
        holds_if(either(is_misdemeanor,
                        both(is_felony, either(_minor_felony, _larceny, _punished_as_larceny)))),
        unmet="it is a felony that is neither of class 5 or 6 nor punished as grand larceny",
    )  # fmt: skip


# --- (F)(1) earlier felonies -------------------------------------------------------------------

_felony_conviction = both(is_felony, convicted)
_of_class_1_or_2 = both(in_virginia, charge("class").is_in("1", "2"))
# classes 3 to 6 and larceny have an upper end; so has no class of another state's law
_no_life_by_class = both(in_virginia, either(charge("class").is_in("3", "4", "5", "6"), _larceny))
_life = both(~_no_life_by_class, claim(charge("punishable_by_life")))
_gravest = charges_of_person.that(both(_felony_conviction, either(_of_class_1_or_2, _life)))
_of_class_3_or_4 = charges_of_person.that(
    both(_felony_conviction, in_virginia, charge("class").is_in("3", "4"))
)
_felonies = charges_of_person.that(_felony_conviction)


def _earlier_felonies() -> tuple[Condition, ...]:
    """(1) never, (2) twenty years, (3) ten years, up to the petition."""
    return (
        condition(
            "never_a_grave_felony",
            f"{_12}(F)(1)",
            "there never was a conviction of a class 1 or 2 felony, or of one punishable by life",
            holds_if(~exists(_gravest)),
            unmet="there is a conviction of a felony of class 1 or 2, or punishable by life",
        ),
        condition(
            "no_class_3_or_4_felony",
            f"{_12}(F)(1)",
            "no conviction of a class 3 or 4 felony in the last twenty years",
            years_after(latest(_of_class_3_or_4, decided_on), "petition.grave_felony_years"),
        ),
        condition(
            "no_other_felony",
            f"{_12}(F)(1)",
            "no conviction of any other felony in the last ten years",
            years_after(latest(_felonies, decided_on), "petition.other_felony_years"),
        ),
    )


# --- (F)(2) the clean years ----------------------------------------------------------------------


def _clean_years() -> Condition:
    start = anchor()
    by_level = first_match(
        (is_felony, clean_years(start, "petition.felony_years", "petition.starts_again")),
        otherwise=clean_years(start, "petition.misdemeanor_years", "petition.starts_again"),
    )
    return condition(
        "clean_years", f"{_12}(F)(2)",
        "seven years for a misdemeanor, ten for a felony, without a reported conviction: since "
        "the conviction or dismissal, the release, and any violation of probation, whichever is "
        "last", by_level, certainty="low",
        unmet="there was a conviction in those years",
    )  # fmt: skip


def _restitution() -> Condition:
    unpaid = either(
        claim(case("restitution_owed")),
        both(claim(charge("restitution_ordered")), ~claim(charge("restitution_paid"))),
    )
    return condition(
        "restitution_paid",
        f"{_12}(F)(4), 19.2-392.5(F)",
        "restitution, if it was ordered, is paid in full",
        waits_while(unpaid, "payment of restitution"),
    )


@BODY.rule(
    "petition",
    question="clear.19_2_392_12",
    family="clear",
    general=True,
    subject="charge",
    cite=_12,
    since="2026-07-01",
    enacted=ENACTED,
    title="Asking for sealing",
    holds="you can ask the court to seal this charge",
    how="petition",
    standard="may",
    effect="sealed",
    applies=lambda: both(in_virginia, ~is_infraction, either(convicted, deferred)),
    steps=(PETITION, TWO_IN_A_LIFETIME, STILL_OWED, NO_RIGHTS),
)
def petition() -> Node:
    """A conviction, or a charge that was deferred and dismissed; the court decides.

    One petition may cover all charges of one event, with their ancillary matters. That there
    are more classes in subsection L than were found is possible; none is known.
    """
    return all_of(
        chapter_in_force(_12),
        _level(),
        not_too_old(f"{_12}(A)"),
        *not_left_out(),
        *_earlier_felonies(),
        _clean_years(),
        _restitution(),
        condition(
            "a_petition_left", f"{_12}(C)", "fewer than two petitions were granted before",
            holds_if(before(person("sealing_petitions_granted"), param("petition.limit"))),
            certainty="medium", unmet="two petitions were granted already, and that is the limit",
        ),
        discretion("rehabilitated", f"{_12}(F)(3)",
                   "the person has got over alcohol or drugs, where these were part of it"),
        discretion("manifest_injustice", f"{_12}(F)",
                   "the record, if it goes on, may do the person manifest injustice"),
    )  # fmt: skip
