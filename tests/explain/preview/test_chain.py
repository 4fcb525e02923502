"""From a cleared record to what may be shown and used: granted, by itself, or only if granted."""

import pytest

from homeward.explain.preview.as_text import outlook_as_text
from tests.explain.preview.people import (
    STEALING,
    SUSPENDED,
    THEFT,
    applicant,
    chains,
    items,
    outlook,
)

ON = "2027-03-01"
FACTS = ["expunged_on", "sealed_on", "pardoned_on", "vacated_on"]


def links(chain):
    return [(one["question"], one["since"]) for one in chain["links"]]


@pytest.mark.parametrize("fact", FACTS)
def test_relief_that_was_granted_is_the_reason_of_what_follows(fact):
    """46:8-55 and 1681e(b) name all four; a report is wrong from the day of the order."""
    (chain,) = chains(applicant({**THEFT, fact: "2026-05-04"}), ON)
    assert (chain["kind"], chain["source"], chain["day"]) == (
        "granted", f"charge.{fact}", "2026-05-04",
    )  # fmt: skip
    assert links(chain) == [
        ("federal_report_barred", "2026-05-04"),
        ("landlord_use_barred", "2026-05-04"),
    ]


def test_what_was_granted_and_what_a_law_adds_later_stand_in_one_chain():
    """Missouri binds sellers of reports from 28 August 2026 (610.143), after the order."""
    grave = {**STEALING, "local_equivalent_grade": "1", "disposition_date": "2022-06-01"}
    (chain,) = chains(applicant({**grave, "expunged_on": "2026-03-02"}, "us-nj", "us-mo"), ON)
    assert links(chain) == [
        ("federal_report_barred", "2026-03-02"),
        ("state_report_barred", "2026-08-28"),
        ("landlord_use_barred", "2026-03-02"),
    ]


def test_relief_that_changes_nothing_makes_no_chain():
    """Seven years had passed before the order: the time bars the report, not the order."""
    old = {**THEFT, "disposition": "dismissed", "sealed_on": "2026-05-04"}
    told = chains(applicant(old, filed_on="2010-01-01"), ON)
    assert told == []


def test_what_one_may_ask_for_is_told_with_if_and_has_no_day():
    """A misdemeanor waits a year from the end of its sentence: 1 June 2024 (610.140.6(1))."""
    record = applicant({**STEALING, "local_equivalent_grade": "1",
                        "disposition_date": "2022-06-01", "disposition_completed_on": "2023-06-01",
                        "obligations_satisfied_on": "2023-06-01"}, "us-nj", "us-mo")  # fmt: skip
    (chain,) = chains(record, ON)
    assert (chain["kind"], chain["source"]) == ("if_granted", "clear.610_140")
    assert chain["day"] == "2024-06-01"
    assert links(chain) == [
        ("federal_report_barred", None), ("state_report_barred", None),
        ("landlord_use_barred", None),
    ]  # fmt: skip
    assert chain["says"].startswith("If a court grants it (you can ask from 1 June 2024 on")


def test_what_one_may_ask_for_moves_no_answer():
    """A day to ask lies in the past, and still a report may show it and a landlord use it."""
    found = items(applicant({**STEALING, "local_equivalent_grade": "1",
                             "disposition_date": "2025-01-01"}, "us-nj", "us-mo"), ON)  # fmt: skip
    assert found["federal_report_barred"]["status"] == "never"
    assert found["landlord_use_barred"]["holds"] == "no"


def test_what_the_law_does_by_itself_is_told_apart():
    """A suspended imposition is closed when its probation ends (610.105.1): 15 January 2027."""
    (chain,) = [one for one in chains(applicant(SUSPENDED, "us-nj", "us-mo"), ON)
                if one["kind"] == "automatic"]  # fmt: skip
    assert (chain["source"], chain["day"]) == ("closed", "2027-01-15")
    assert "federal_report_barred" in dict(links(chain))
    assert "Once that is done, and only then" in chain["says"]


def test_closing_is_no_expungement():
    """610.143 names expunged and pardoned records, not those that are closed."""
    (chain,) = [one for one in chains(applicant(SUSPENDED, "us-mo", "us-mo"), ON)
                if one["kind"] == "automatic"]  # fmt: skip
    assert dict(links(chain)).keys() == {"federal_report_barred"}


def test_what_is_closed_for_ever_makes_no_chain():
    murder = {**STEALING, "statute": "565.021", "description": "murder", "severity": "felony",
              "class": "A", "death_element": True}  # fmt: skip
    assert chains(applicant(murder, "us-nj", "us-mo"), ON) == []


def test_a_missing_fact_makes_no_chain():
    """Whether one may ask depends on a day that the record does not hold."""
    unknown = {name: fact for name, fact in STEALING.items() if name != "obligations_satisfied_on"}
    assert chains(applicant(unknown, "us-nj", "us-mo"), ON) == []


def test_the_record_itself_stays_as_it_is():
    told = outlook(applicant(STEALING, "us-nj", "us-mo"), ON)
    (charge,) = told.explanation.record.charges
    assert not set(charge.facts) & {f"charge.{fact}" for fact in FACTS}


def test_the_page_shows_the_chain_under_its_charge():
    text = outlook_as_text(
        outlook(applicant({**THEFT, "sealed_on": "2026-05-04"}), ON), color=False
    )
    assert "→ It was sealed on 4 May 2026, and therefore: by federal law" in text
