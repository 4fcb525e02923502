"""Convictions that are never set aside: ORS 137.225(5), (6) and (7)(a)(A), in that order."""

from homeward.law.us.or_.age import born_on
from homeward.law.us.or_.kinds import (
    attempt_at,
    is_attempt,
    is_drug_possession,
    is_marijuana,
    is_traffic,
    statute,
)
from homeward.law.us.or_.terms import AT_ONCE, is_felony, is_parking_case, is_unclassified_felony
from homeward.rules import (
    NO,
    all_of,
    at_least,
    before,
    both,
    by,
    charge,
    choose,
    claim,
    condition,
    either,
    first_match,
    holds_if,
    number,
    param,
    since,
)
from homeward.rules.conditions import Certainty, Condition
from homeward.rules.logic import TruthNode
from homeward.rules.node import Node

# --- (5): the levels that can be set aside ------------------------------------------------

_is_murder = either(
    statute.tagged("murder-or-treason"),
    both(
        is_felony,
        either(is_attempt, is_unclassified_felony),
        charge("description").mentions("murder"),
    ),
)
_never = holds_if(NO)
_charged_as = charge("facts.felony_class_charged")


def felony_level() -> Node:
    """Class B and C; a register's unclassified possession is one of them."""
    by_class: dict[str | tuple[str, ...], Node] = {"A": _never, ("B", "C"): AT_ONCE}
    return first_match(
        (is_marijuana, AT_ONCE),
        (both(is_unclassified_felony, is_drug_possession), AT_ONCE),
        (is_unclassified_felony, choose(_charged_as, by_class)),
        otherwise=choose(charge("class"), by_class),
    )


def level_can_be_set_aside() -> Condition:
    """(5): felonies of class B and C, misdemeanors, violations and contempts."""
    return condition(
        "level", "ORS 137.225(5)", "the offense is a felony of class B or C, or anything less",
        all_of(
            holds_if(~either(_is_murder, statute.tagged("treated-as-class-a"))),
            first_match((is_felony, felony_level()), otherwise=AT_ONCE),
        ),
        unmet="the law leaves out class A felonies, murder and treason", certainty="medium",
    )  # fmt: skip


_is_class_b = both(
    is_felony,
    either(charge("class").is_in("B"), both(is_unclassified_felony, _charged_as.is_in("B"))),
)
_category = charge("crime_category")
_is_in_its_category = either(*(
    both(
        statute.tagged(f"person-felony-category-{category}"),
        at_least(_category, number(category)),
        by(_category, number(category)),
    )
    for category in (5, 6, 7, 8, 9)
))  # fmt: skip
_is_person_felony = either(
    statute.tagged("person-felony"),
    _is_in_its_category,
    both(attempt_at("other"), ~claim(charge("not_a_person_felony"))),
)


def no_person_felony() -> Condition:
    """(5)(a): of class B, none against a person, and none with a firearm."""
    barred = either(_is_person_felony, statute.tagged("firearm-in-a-felony"))
    return condition(
        "not_a_person_felony", "ORS 137.225(5)(a); OAR 213-003-0001(14)",
        "a class B felony is not one against a person, nor one with a firearm",
        holds_if(~both(_is_class_b, ~is_marijuana, barred)), certainty="medium",
        unmet="the law leaves out class B felonies against a person or with a firearm; some "
              "sections count so in certain crime categories, and attempts unless the court's "
              "sentencing report says otherwise",
    )  # fmt: skip


# --- (6): sex crimes, and offenses by the victim's age --------------------------------------

_young_list = statute.tagged("sex-crime-young-offender")
_of_age_on = since(born_on(), param("young_offender.under_age"), "years")
_was_child = before(charge("offense_date"), _of_age_on)
_young_class_c = both(
    statute.tagged("sex-crime"), is_felony, charge("class").is_in("C"), _was_child
)
_is_sex_crime = either(
    attempt_at("sex_crime"),
    both(
        either(statute.tagged("sex-crime"), _young_list),
        either(~either(_young_list, _young_class_c), claim(charge("facts.romeo_juliet_fails"))),
    ),
)
_assault_3 = either(
    statute.tagged("assault-3-of-a-child"),
    both(
        statute.tagged("assault-3"),
        ~statute.tagged("assault-3-otherwise"),
        ~claim(charge("facts.victim_over_10")),
    ),
)
_endangering = both(
    statute.tagged("endangering-a-minor"),
    ~statute.tagged("endangering-a-minor-otherwise"),
    claim(charge("facts.physical_abuse")),
)


def _not(
    name: str, item: str, what: str, barred: TruthNode, certainty: Certainty = "medium"
) -> Condition:
    return condition(
        name, f"ORS 137.225{item}", f"the offense is not {what}", holds_if(~barred),
        unmet=f"the offense is {what}, and the law leaves those out", certainty=certainty,
    )  # fmt: skip


def not_barred() -> Node:
    """(6) and (7)(a)(A): no motion reaches any of these."""
    return all_of(
        _not("not_a_sex_crime", "(6)", "a sex crime, some of young people apart", _is_sex_crime),
        _not("no_victim_over_64", "(6)(a)", "criminal mistreatment II of a person of 65 or older",
             both(statute.tagged("criminal-mistreatment-2"),
                  claim(charge("facts.victim_over_64")))),
        _not("no_child_or_victim_over_64", "(6)(b)",
             "criminal mistreatment I by child abuse, or of a person of 65 or older",
             both(statute.tagged("criminal-mistreatment-1"),
                  ~claim(charge("facts.victim_age_18_to_64")))),
        _not("no_child_abuse", "(6)(c)", "endangering a minor by child abuse", _endangering),
        _not("not_negligent_homicide", "(6)(d)", "criminally negligent homicide",
             statute.tagged("negligent-homicide")),
        _not("no_injured_child", "(6)(e)", "assault III of a child of ten or younger", _assault_3),
        _not("not_a_grave_marijuana_felony", "(5); ORS 137.226", "one of the graver marijuana ones",
             statute.tagged("marijuana-never")),
        _not("not_traffic", "(7)(a)(A)", "a state or city traffic offense",
             either(is_traffic, is_parking_case), "high"),
    )  # fmt: skip
