"""Survivors in Oklahoma: the gate, and the one paper."""

import pytest

from tests.law.us.survivors import ask

OPEN = "unknown not before 2024-08-29; by 2024-08-30"


@pytest.mark.parametrize(
    ("charge", "sentence", "person", "expected"),
    [
        pytest.param({}, {}, {}, "now not before 2024-08-29; by 2024-08-30: law:us-ok/"
                     "survivor.from", id="since the act"),
        pytest.param({"offense_date": "2024-08-28", "disposition_date": "2025-01-01"}, {}, {},
                     "now from 2025-01-01", id="an offense of the last day before, surely"),
        pytest.param({"offense_date": "2024-08-30", "disposition_date": "2025-01-01"}, {}, {},
                     "never", id="an offense under the act"),
        pytest.param({"offense_date": "2024-08-29", "disposition_date": "2025-01-01"}, {}, {},
                     "unknown not before 2025-01-01: law:us-ok/survivor.from",
                     id="on the day that is not settled"),
        pytest.param({"disposition_date": "2025-01-01"}, {}, {"confined": False}, "never",
                     id="not in prison"),
        pytest.param({"disposition_date": "2025-01-01"}, {}, {"confined": ...},
                     "unknown not before 2025-01-01: person.confined", id="not known where"),
        pytest.param({"disposition_date": "2025-01-01"}, {"type": "death"}, {}, "never",
                     id="a sentence of death"),
        pytest.param({"disposition_date": "2025-01-01", "registration": True}, {}, {}, "never",
                     id="it makes one register"),
        pytest.param({"disposition_date": "2025-01-01", "description": "child abuse"}, {}, {},
                     "never", id="child abuse"),
        pytest.param({"disposition_date": "2025-01-01", "description": "murder 1"},
                     {"type": "life"}, {}, "now from 2025-01-01", id="a life term"),
    ],
)  # fmt: skip
@pytest.mark.parametrize("question", ["may_apply", "new_range_years"])
def test_the_gate_and_the_range(question, charge, sentence, person, expected):
    assert ask(question, "us-ok", charge, sentence=sentence, **person) == expected


@pytest.mark.parametrize(
    ("papers", "expected"),
    [
        pytest.param(("hospital_record",), "now always", id="one of the list is enough"),
        pytest.param(("own_statement", "clergy_letter"), "unknown", id="two that are not"),
    ],
)
def test_the_file(papers, expected):
    found = ask("application_complete", "us-ok", evidence=papers)
    assert found.partition(" unknown")[0] == expected


@pytest.mark.parametrize(
    "kind",
    ["court_record", "presentence_report", "social_services_record", "hospital_record",
     "sworn_statement_witness", "law_enforcement_record", "domestic_incident_report",
     "order_of_protection"],
)  # fmt: skip
def test_each_paper_of_the_list_will_do(kind):
    assert ask("application_complete", "us-ok", evidence=(kind,)) == "now always"


@pytest.mark.parametrize("question", ["application_complete", "may_apply", "new_range_years"])
def test_who_tells_of_trafficking_is_asked_too(question):
    charge = {"disposition_date": "2025-01-01"}
    told = {"abuse": ..., "trafficking_victim": True, "evidence": ("hospital_record",)}
    assert ask(question, "us-ok", charge, **told).startswith("now")
    assert ask(question, "us-ok", charge, abuse=...) == "not_applicable"


@pytest.mark.parametrize("question", ["may_apply", "new_range_years"])
def test_from_the_day_of_the_sentence(question):
    later = {"type": "term", "sentenced_on": "2025-03-01"}
    told = ask(question, "us-ok", {"disposition_date": "2025-01-01"}, sentence=later)
    assert told == "now from 2025-03-01"
