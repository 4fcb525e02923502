"""When time credits of the First Step Act move a person to supervised release: 18 USC 3624(g)."""

from homeward.law.us.body import BODY
from homeward.law.us.federal.prison_term import (
    is_life,
    served_but_for_good_conduct,
    serves_a_federal_term,
)
from homeward.rules import (
    all_of,
    both,
    charge,
    charges_of_case,
    claim,
    condition,
    discretion,
    either,
    exists,
    holds_if,
    number,
    opposite,
    param,
    person,
    since,
    waits_while,
    within,
)
from homeward.rules.node import Node
from homeward.rules.rule import Step

_LIST = "18 USC 3632(d)(4)(D)"
_statute = charge("statute")

_is_listed = either(
    _statute.tagged("time-credits-excluded"),
    both(_statute.tagged("time-credits-excluded-in-part"), claim(charge("credits_listed_part"))),
)
_one_count_is_listed = exists(
    charges_of_case.that(both(charge("disposition").is_in("convicted"), _is_listed))
)
_repeats_violence = both(
    claim(charge("violent_crime")), claim(person("prior_listed_violence_over_a_year"))
)
_risk = person("risk_level")
_risk_is_high = _risk.is_in("medium", "high")
_earned = within(charge("sentence.time_credit_days"), least=number(0))
_most = param("release.time_credits.most_months")


@BODY.rule(
    "time-credits",
    question="release.time_credits",
    subject="charge",
    cite="18 USC 3624(g), 3632(d)(4)",
    since="2022-01-19",
    title="Time credits: earlier supervised release",
    holds="the credits that the record shows bring supervised release",
    how="agency",
    standard="shall",
    certainty="medium",
    tolerance_days=3,
    applies=serves_a_federal_term,
    steps=(
        Step(
            "Ask your case manager for the time credit worksheet, and compare its days. Each 30 "
            "days of programs earn 10 days, and 15 once the risk stayed minimum or low",
            "18 USC 3632(d)(4)(A)",
            on=("later", "unknown"),
        ),
        Step(
            "Credits beyond the year that moves supervised release go to a halfway house or home "
            "confinement: ask for a date",
            "18 USC 3624(g)(2), (3)",
            on=("now", "later", "unknown"),
        ),
    ),
)
def time_credits() -> Node:
    """The end with good conduct time, less the days of credit, by twelve months at most.

    Only days that the record shows are counted: more programs bring it nearer. One count
    on the list of offenses keeps credits from being used for the whole of the sentence.
    """
    return all_of(
        condition(
            "not_for_life", "18 USC 3624(g)(1)(A)", "the term is not for life",
            holds_if(opposite(is_life)),
            unmet="credits count against the rest of a term, and a life term has none",
        ),
        condition(
            "not_listed", _LIST, "no conviction of the case is on the list of offenses",
            holds_if(opposite(_one_count_is_listed)), certainty="medium",
            unmet="a conviction of the case is on the list of offenses that cannot use credits",
        ),
        condition(
            "not_repeated_violence", _LIST,
            "it is not a violent offense after an earlier listed one with over a year in prison",
            holds_if(opposite(_repeats_violence)), certainty="medium",
            unmet="it is a violent offense after an earlier listed one",
        ),
        condition(
            "no_removal_order", "18 USC 3632(d)(4)(E)", "there is no final order of removal",
            holds_if(opposite(claim(person("final_removal_order")))),
            unmet="there is a final order of removal from the country",
        ),
        condition(
            "supervised_release", "18 USC 3624(g)(3)", "the court imposed supervised release",
            holds_if(claim(charge("sentence.supervised_release"))),
            unmet="no supervised release was imposed; credits then go to a halfway house or home "
            "confinement",
        ),
        condition(
            "low_risk", "18 USC 3624(g)(1)(D)(ii)", "the last risk level is minimum or low",
            all_of(
                holds_if(either(_risk.is_in("minimum", "low"), _risk_is_high)),
                waits_while(_risk_is_high, "a lower risk level"),
            ),
        ),
        condition(
            "credits_equal_the_rest", "18 USC 3624(g)(1)(A), (3)",
            "the credits are as long as what is left of the term, up to twelve months",
            all_of(
                since(served_but_for_good_conduct, number(0) - _earned, "days"),
                since(served_but_for_good_conduct, number(0) - _most, "months"),
            ),
        ),
        discretion(
            "director", "18 USC 3624(g)(3)",
            "the Bureau of Prisons moves the person; it may take credits away for a broken rule",
            decided_by="agency",
        ),
    )  # fmt: skip
