"""How long a conviction waits: ORS 137.225(1)(b), (1)(e), (7)(a)(B) and (7)(b)."""

from homeward.law.us.or_.kinds import (
    about_abuse,
    is_contempt,
    is_marijuana,
    is_offense,
    is_traffic_violation,
    statute,
)
from homeward.law.us.or_.terms import (
    AT_ONCE,
    convicted,
    convicted_on,
    is_felony,
    is_juvenile,
    is_parking_case,
    is_unclassified_felony,
    is_violation,
    released_on,
)
from homeward.rules import (
    all_of,
    before,
    both,
    charge,
    choose,
    either,
    first_match,
    latest,
    nth_latest,
    other_charges,
    param,
    reading,
    since,
    within,
)
from homeward.rules.node import Node

_seven, _five = param("wait.felony_b_years"), param("wait.felony_c_years")
_three, _one = param("wait.misdemeanor_a_years"), param("wait.lesser_years")


def _felony_years() -> Node:
    """Seven for class B, five for class C; class A never comes to a wait."""
    by_class: dict[str | tuple[str, ...], Node] = {("A", "B"): _seven, "C": _five}
    return first_match(
        (is_unclassified_felony, choose(charge("facts.felony_class_charged"), by_class)),
        otherwise=choose(charge("class"), by_class),
    )


def _years_by_level() -> Node:
    misdemeanor = choose(charge("class"), {("B", "C"): _one}, otherwise=_three)
    no_level = reading(
        "no_level", "how long does an offense wait of which the register shows no level",
        shortest=_one, longest=_seven,
    )  # fmt: skip
    return choose(
        charge("severity"),
        {
            "felony": _felony_years(),
            "misdemeanor": misdemeanor,
            ("violation", "infraction", "ordinance"): _one,
        },
        otherwise=no_level,
    )


def _marijuana_years() -> Node:
    """137.226(2): old conduct takes the level of 2017; a felony counts as class C at most."""
    at_most = first_match((is_felony, _five), otherwise=_years_by_level())
    of_2017 = choose(
        charge("level_if_done_today"),
        {
            "felony_c": _five,
            "misdemeanor_a": _three,
            ("misdemeanor_b", "misdemeanor_c", "violation", "no_crime"): _one,
        },
    )
    is_old = before(charge("offense_date"), param("marijuana.reclassified_before"))
    return first_match((is_old, within(of_2017, most=at_most)), otherwise=at_most)


def waiting_years() -> Node:
    """The table of (1)(b), by the level of the conviction to be set aside."""
    contempt = first_match(
        (about_abuse, param("wait.contempt_about_abuse_years")),
        otherwise=param("wait.contempt_years"),
    )
    return first_match(
        (is_contempt, contempt), (is_marijuana, _marijuana_years()), otherwise=_years_by_level()
    )


def own_wait() -> Node:
    """(1)(b): from the conviction, or from release from imprisonment for it, if later."""
    return since(all_of(convicted_on, released_on()), waiting_years(), "years")


def after_revocation() -> Node:
    """(1)(e): three years from the day probation was taken back, if that is later."""
    revoked_on = charge("probation_revoked_on")
    waited = since(revoked_on, param("wait.revoked_years"), "years")
    return first_match((revoked_on.happened, waited), otherwise=AT_ONCE)


_counts = both(
    convicted,
    is_offense,
    ~either(
        is_traffic_violation,
        is_juvenile,
        is_parking_case,
        statute.tagged("drug-enforcement-misdemeanor"),
    ),
)
"""What (7)(b) counts: any other offense, but no motor vehicle violation and no ORS 475.896."""


def clean_period() -> Node:
    """(7)(a)(B), (7)(b): the same years free of other convictions; one violation is let pass."""
    others = other_charges.that(_counts)
    last = all_of(
        latest(others.that(~is_violation), charge("disposition_date")),
        nth_latest(others.that(is_violation), charge("disposition_date"), 2),
    )
    return since(last, waiting_years(), "years")
