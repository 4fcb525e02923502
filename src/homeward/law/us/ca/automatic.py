"""Relief that comes without asking: Penal Code 1203.425, as in force since 1 October 2024."""

from homeward.law.us.ca.body import BODY
from homeward.law.us.ca.gates import no_other_sentence, nothing_pending
from homeward.law.us.ca.petition.ways import EFFECT, had_probation, reinstated
from homeward.law.us.ca.sentence_end import sentence_over
from homeward.law.us.ca.terms import (
    AT_ONCE,
    NEVER,
    convicted,
    convicted_on,
    is_felony,
    is_graver_felony,
    is_infraction,
    is_misdemeanor,
    judged_on,
    other_convictions,
    registrable,
)
from homeward.rules import (
    all_of,
    any_of,
    before,
    both,
    charge,
    claim,
    condition,
    either,
    first_match,
    holds_if,
    latest,
    next_after,
    opposite,
    param,
    person,
    reading,
    since,
)
from homeward.rules.node import Node
from homeward.rules.rule import Step

_CITE = "PC 1203.425(a)(1)(B)"
_without_revocation = both(
    had_probation,
    charge("sentence.probation_outcome").is_in(
        "completed", "terminated_early", "completed_with_violation", "ongoing"
    ),
    ~reinstated,
)
_new_felonies = other_convictions.that(is_felony)


def _four_years_after() -> Node:
    return since(sentence_over(), param("auto.felony_years"), "years")


def _no_new_felony() -> Node:
    """No new felony conviction in the four years: the text ties them to the completion."""
    spoiled = before(next_after(_new_felonies, convicted_on, sentence_over()), _four_years_after())
    again = since(latest(_new_felonies, convicted_on), param("auto.felony_years"), "years")
    return reading(
        "auto.new_felony", "does a new felony within the four years end it, or start them anew",
        ends_it=first_match((spoiled, NEVER), otherwise=AT_ONCE),
        starts_anew=first_match((spoiled, again), otherwise=AT_ONCE),
    )  # fmt: skip


def _probation_completed() -> Node:
    return condition(
        "probation_completed", f"{_CITE}(iv)(I)(ia)",
        "probation was completed and was never taken back",
        all_of(
            holds_if(_without_revocation), charge("sentence.probation_ends_on"),
            param("auto.from"),
        ),
        unmet="there was no probation, or it was taken back",
    )  # fmt: skip


def _a_year_since() -> Node:
    return condition(
        "a_year_since", f"{_CITE}(iv)(I)(ib)",
        "or: a misdemeanor or infraction, its sentence over, and a year since the judgment",
        all_of(
            holds_if(both(either(is_misdemeanor, is_infraction), ~_without_revocation)),
            since(judged_on, param("auto.misdemeanor_years"), "years"),
            sentence_over(),
            param("auto.from"),
        ),
        unmet="it is a felony, or probation answers it",
    )  # fmt: skip


def _four_years_since() -> Node:
    return condition(
        "four_years_since", f"{_CITE}(iv)(II)",
        "or: a felony that is not serious, not violent and brings no registration, and four years "
        "since all of the sentence was over, without a new felony",
        all_of(
            holds_if(both(is_felony, ~_without_revocation)),
            holds_if(~is_graver_felony),
            holds_if(opposite(registrable)),
            _four_years_after(),
            _no_new_felony(),
            param("auto.felony_from"),
        ),
        unmet="it is no felony, it is serious or violent, or it makes one register",
    )  # fmt: skip


@BODY.rule(
    "automatic",
    question="clear.auto",
    family="clear",
    subject="charge",
    cite="PC 1203.425",
    since="2022-07-01",
    title="Relief without a petition",
    holds="the state has to give relief for this conviction without being asked",
    how="automatic",
    standard="shall",
    effect=EFFECT,
    applies=lambda: convicted,
    steps=(
        Step(
            'Ask the Department of Justice for your record. If the note "relief granted" is not '
            "there, you may still qualify: it is behind with its work, and you can ask the court "
            "yourself",
            "PC 1203.425(a)(2)(B), (7)",
        ),
    ),
)
def automatic() -> Node:
    """The department looks each month for those of whom its own records show all of this."""
    return all_of(
        condition(
            "not_registered", f"{_CITE}(i)", "no duty to register as a sex offender",
            holds_if(~claim(person("registered_290"))),
            unmet="whoever has to register as a sex offender is left out",
        ),
        no_other_sentence(f"{_CITE}(ii), (iii)"),
        nothing_pending(f"{_CITE}(iii)"),
        condition(
            "since_1973", f"{_CITE}(iv)", "convicted on or after 1 January 1973",
            holds_if(~before(convicted_on, param("auto.convicted_from"))),
            unmet="the conviction is older than 1973",
        ),
        condition(
            "not_denied", "PC 1203.425(b)(7)", "no court has denied the relief",
            holds_if(~charge("auto_relief_denied_on").happened),
            unmet="a court denied it for good; you can still ask the court yourself",
        ),
        any_of(_probation_completed(), _a_year_since(), _four_years_since()),
    )  # fmt: skip
