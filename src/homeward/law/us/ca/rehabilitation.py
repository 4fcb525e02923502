"""The certificate of rehabilitation: Penal Code 4852.01 to 4852.06."""

from homeward.law.us.ca.body import BODY
from homeward.law.us.ca.petition.ways import by_custody
from homeward.law.us.ca.terms import convicted, is_felony, judged_on, listed, registrable, statute
from homeward.rules import (
    all_of,
    both,
    bounded,
    by,
    charge,
    claim,
    condition,
    discretion,
    either,
    first_match,
    holds_if,
    number,
    param,
    person,
    since,
)
from homeward.rules.node import Node
from homeward.rules.rule import Step

_CITE = "PC 4852.01"
_resident_since = person("california_resident_since")
_released = bounded(charge("sentence.released_on"), no_earlier=judged_on)
_grave = either(statute.tagged("certificate-grave"), by(number(99), charge("max_years")))


def _period() -> Node:
    """Five years and two more; four or five more for what 4852.03 names."""
    return first_match(
        (registrable, since(_released, param("certificate.years_registered"), "years")),
        (_grave, since(_released, param("certificate.years_grave"), "years")),
        otherwise=since(_released, param("certificate.years"), "years"),
    )


@BODY.rule(
    "certificate",
    question="certificate.4852_01",
    family="certificate",
    subject="charge",
    cite=_CITE,
    since="1943-08-04",
    title="The certificate of rehabilitation",
    holds="you can ask for a certificate of rehabilitation, which asks the governor for a pardon",
    how="petition",
    standard="may",
    certainty="medium",
    applies=lambda: both(
        convicted, is_felony, by_custody, _resident_since.is_stated
    ),
    steps=(Step("File it in the superior court of the county where you live now", "PC 4852.06"),),
)  # fmt: skip
def certificate() -> Node:
    """A felony with custody: years since the release, and five years of living in the state."""
    return all_of(
        condition(
            "not_left_out", f"{_CITE}(c)",
            "it is none of the offenses that the section leaves out, and no parole for life",
            holds_if(
                ~either(listed("no-certificate"), claim(charge("sentence.life_parole")))
            ),
            certainty="medium", unmet="the section leaves this out",
        ),
        condition(
            "resident", "PC 4852.03, 4852.06", "five years of living in California",
            since(_resident_since, param("certificate.resident_years"), "years"),
            certainty="medium",
        ),
        condition(
            "period", "PC 4852.03",
            "seven years since the release; nine for murder and the like, ten with a duty to "
            "register as a sex offender",
            _period(), certainty="medium",
        ),
        discretion("rehabilitated", "PC 4852.05", "the person has lived honestly and soberly"),
    )  # fmt: skip
