"""The state's own record check, standard access (CORI): G.L. c. 6 s. 172."""

from homeward.law.us.ma.body import BODY
from homeward.law.us.ma.custody import custody_of_another_over, custody_over
from homeward.law.us.ma.levels import counts_as_felony
from homeward.law.us.ma.sealing.sex_offenses import is_felony_sex_offense
from homeward.law.us.ma.terms import (
    AT_ONCE,
    continuance_over_on,
    decided_on,
    found_guilty,
    in_massachusetts_court,
    is_continued,
    is_ignored_driving,
    other_findings,
    statute,
)
from homeward.rules import (
    all_of,
    any_of,
    at_least,
    both,
    charge,
    choose,
    claim,
    condition,
    either,
    first_match,
    holds_if,
    latest,
    param,
    since,
    this,
)
from homeward.rules.node import Node
from homeward.rules.rule import Step

_CORI = "G.L. c. 6 s. 172; 803 CMR 2.05"
_insane = claim(charge("not_guilty_by_insanity"))
_always = both(found_guilty, either(statute.tagged("always-shown"), is_felony_sex_offense))
_later = other_findings.that(
    both(in_massachusetts_court, ~is_ignored_driving,
         at_least(charge("disposition_date"), this(charge("disposition_date"))))
)  # fmt: skip


def window(over: Node) -> Node:
    """Ten years for a felony or an insanity verdict, five for a misdemeanor."""
    felony, lesser = param("cori.felony_years"), param("cori.misdemeanor_years")
    years = first_match(
        (either(counts_as_felony, _insane), felony),
        otherwise=choose(charge("severity"), {"felony": felony}, otherwise=lesser),
    )
    return since(over, years, "years")


def own_window() -> Node:
    """A conviction for its years; a continuance until it is dismissed; the rest not at all."""
    return first_match(
        (either(found_guilty, _insane), window(custody_over)),
        (is_continued, all_of(decided_on, continuance_over_on)),
        otherwise=decided_on,
    )


def shown_with_a_later_one() -> Node:
    """An older conviction stays as long as the last one is shown."""
    return first_match(
        (found_guilty, latest(_later, window(custody_of_another_over))), otherwise=AT_ONCE
    )


@BODY.rule(
    "standard-access",
    question="report.cori_standard",
    subject="charge",
    cite=_CORI,
    since="2012-05-04",
    title="No longer shown on a standard CORI check",
    holds="a standard CORI check, the kind that employers and landlords get, no longer shows it",
    how="automatic",
    steps=(
        Step("Ask for your own CORI at the state's office (DCJIS) and see what it shows", _CORI),
        Step(
            "An employer or landlord who does not see a record is taken not to know of it: that "
            "takes away the fear of being sued for it",
            "G.L. c. 276 s. 100S",
        ),
    ),
)
def standard_access() -> Node:
    """Standard access shows convictions for some years, murder and the like for good."""
    cleared_on = any_of(charge("sealed_on"), charge("expunged_on"))
    return all_of(
        condition(
            "massachusetts_record", _CORI, "the case was in a Massachusetts court",
            holds_if(in_massachusetts_court), unmet="the case was not in a Massachusetts court",
        ),
        any_of(
            all_of(
                condition(
                    "not_for_good", _CORI,
                    "it is no conviction of murder, manslaughter or a felony sex offense",
                    holds_if(~_always), certainty="medium",
                    unmet="convictions of this kind are shown for good, unless sealed",
                ),
                condition(
                    "window", _CORI,
                    "its years are over: ten for a felony, five for a misdemeanor, from the "
                    "disposition or the release; a charge without conviction is not shown once it "
                    "has ended",
                    own_window(),
                ),
                condition(
                    "no_later_one", _CORI, "no later conviction is still shown",
                    shown_with_a_later_one(), certainty="medium",
                ),
            ),
            condition("sealed", _CORI, "or: it was sealed or expunged", cleared_on),
        ),
    )  # fmt: skip
