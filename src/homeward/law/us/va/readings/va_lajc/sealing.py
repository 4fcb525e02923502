"""The label as an answer: from when a charge is sealed by itself, or may be asked for."""

from homeward.law.us.va.readings.va_lajc.body import BODY
from homeward.law.us.va.readings.va_lajc.features import (
    hearing,
    is_conviction,
    is_deferral,
    is_felony,
    is_kept,
    mean_years_after,
)
from homeward.law.us.va.readings.va_lajc.labels import (
    has_label,
    is_beyond_the_limit,
    is_by_itself,
)
from homeward.rules import (
    all_of,
    any_of,
    both,
    condition,
    discretion,
    either,
    first_match,
    holds_if,
    limb,
)
from homeward.rules.node import Node


def _wait() -> Node:
    """What the team calls pending: so many years from the hearing to the day that is asked."""
    return first_match(
        (both(is_felony, either(is_conviction, is_deferral)),
         mean_years_after(hearing, "wait.felony_years")),
        (is_conviction, mean_years_after(hearing, "wait.misdemeanor_years")),
        otherwise=hearing,
    )  # fmt: skip


@BODY.rule(
    "sealing",
    question="clear",
    subject="charge",
    cite="Acts 2021 Sp. Sess. I cc. 524, 542, as an analysis team read them",
    since="1800-01-01",
    title="Sealing under the act of 2021, as an analysis team encoded it",
    holds="this charge would be sealed, or you could ask for it, under that reading",
    how="petition",
    effect="sealed",
    certainty="medium",
    applies=lambda: is_kept,
)
def sealing() -> Node:
    """The act of 2021 was never in force in this form, and this is not all that it says.

    An analysis team counted with it over a whole state's court files. Its reading is kept
    as it was, so that its counts can be made again and changed: years are mean years, code
    sections are compared by their exact text, and a class that is not told is none of 1 to 4.
    """
    return all_of(
        condition(
            "can_be_sealed", "s. 19.2-392.6, 19.2-392.11, 19.2-392.12 (2021)",
            "the offense, the outcome, and what came before and after let it be sealed",
            holds_if(has_label),
            unmet="the offense is left out, or a conviction around it stands in the way",
        ),
        condition(
            "within_the_lifetime_limit", "s. 19.2-392.12 (2021)",
            "it is not beyond the number of charges that are sealed in a lifetime",
            holds_if(~is_beyond_the_limit),
            unmet="as many charges as there may be in a lifetime come before it",
        ),
        condition(
            "wait", "s. 19.2-392.6(C), 19.2-392.12(F) (2021)",
            "the years after the hearing are over", _wait(),
        ),
        any_of(
            limb(holds_if(is_by_itself), how="automatic"),
            limb(holds_if(~is_by_itself), how="petition", standard="may"),
        ),
        discretion("manifest_injustice", "s. 19.2-392.12(F) (2021)",
                   "the record does injustice, where the sealing has to be asked for"),
    )  # fmt: skip
