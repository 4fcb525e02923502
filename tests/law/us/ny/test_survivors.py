"""Survivors in New York: the gate to a new sentence, both sides of each line, and the papers."""

import pytest

from tests.law.us.survivors import ask

Q, NY = "may_apply", "us-ny"


@pytest.mark.parametrize(
    ("charge", "sentence", "person", "expected"),
    [
        pytest.param({}, {}, {}, "now from 2019-08-12", id="since the first day of the act"),
        pytest.param({"disposition_date": "2020-02-01", "offense_date": "2019-01-15"}, {}, {},
                     "now from 2020-02-01", id="sentenced after it for an older offense"),
        pytest.param({"disposition_date": "2020-02-01"}, {"sentenced_on": "2020-03-01"}, {},
                     "now from 2020-03-01", id="from the day of the sentence"),
        pytest.param({"disposition_date": ...}, {}, {},
                     "unknown not before 2019-08-12: charge.sentence.sentenced_on,"
                     " charge.disposition_date", id="the day of the sentence is not known"),
        pytest.param({"offense_date": "2019-08-11"}, {}, {}, "now from 2019-08-12",
                     id="the offense on the last day before the act"),
        pytest.param({"offense_date": "2019-08-12"}, {}, {}, "never", id="and on its first day"),
        pytest.param({"offense_date": ...}, {}, {},
                     "unknown not before 2019-08-12: charge.offense_date", id="day not known"),
        pytest.param({}, {"years": 8}, {}, "now from 2019-08-12", id="eight years"),
        pytest.param({}, {"years": 7.5}, {}, "never", id="seven and a half"),
        pytest.param({}, {"years": ...}, {},
                     "unknown not before 2019-08-12: charge.sentence.minimum_years,"
                     " charge.sentence.years", id="the term is not known"),
        pytest.param({}, {"type": "indeterminate", "years": 25, "minimum_years": 8}, {},
                     "now from 2019-08-12", id="a minimum of eight"),
        pytest.param({}, {"type": "indeterminate", "years": 25, "minimum_years": 7}, {},
                     "never", id="of seven, however long the maximum"),
        pytest.param({}, {"type": "indeterminate", "years": 25, "minimum_years": None}, {},
                     "unknown not before 2019-08-12: charge.sentence.minimum_years",
                     id="the minimum is not known"),
        pytest.param({}, {"type": ..., "years": 5}, {},
                     "unknown not before 2019-08-12: charge.sentence.minimum_years,"
                     " charge.sentence.type", id="the kind of term is not known"),
        pytest.param({}, {}, {"confined": False}, "never", id="on parole"),
        pytest.param({}, {}, {"confined": ...}, "unknown not before 2019-08-12: person.confined",
                     id="where the person is is not known"),
        pytest.param({}, {"sentenced_under": "70.04"}, {}, "never", id="second violent felony"),
        pytest.param({}, {"sentenced_under": "70.71(4)"}, {}, "never", id="70.71(4)"),
        pytest.param({}, {"sentenced_under": "70.71(3)"}, {}, "now from 2019-08-12", id="70.71(3)"),
        pytest.param({}, {"sentenced_under": None}, {},
                     "unknown not before 2019-08-12: charge.sentence.sentenced_under",
                     id="the section of the sentence is not known"),
        pytest.param({"statute": "125.27"}, {}, {}, "never", id="murder in the first degree"),
        pytest.param({"statute": "125.26"}, {}, {}, "never", id="aggravated murder"),
        pytest.param({"statute": "125.25(5)"}, {}, {}, "never", id="murder of a child"),
        pytest.param({"statute": "125.25(1)"}, {}, {}, "now from 2019-08-12",
                     id="another murder in the second degree"),
        pytest.param({"statute": "490.25"}, {}, {}, "never", id="terrorism"),
        pytest.param({"statute": "130.65"}, {}, {}, "never", id="sexual abuse"),
        pytest.param({"registration": True}, {}, {}, "never", id="it makes one register"),
        pytest.param({"requires_sex_registration": True, "statute": "120.10"}, {}, {}, "never",
                     id="under its other name"),
        pytest.param({"disposition": "dismissed"}, {}, {}, "not_applicable", id="no sentence"),
        pytest.param({}, {}, {"abuse": ...}, "not_applicable", id="nothing is told of abuse"),
    ],
)  # fmt: skip
def test_the_gate(charge, sentence, person, expected):
    assert ask(Q, NY, {"statute": "125.20", **charge}, sentence=sentence, **person) == expected


def test_without_its_section_an_offense_may_be_one_that_is_left_out():
    assert ask(Q, NY) == "unknown not before 2019-08-12: charge.statute"


def test_the_range_is_open_to_who_may_apply():
    assert ask("new_range_years", NY, {"statute": "125.20"}) == "now from 2019-08-12"
    assert ask("new_range_years", NY, {"statute": "125.27"}) == "never"


FILE = "application_complete"
HOSPITAL, OWN, LETTER = "hospital_record", "own_statement", "clergy_letter"


@pytest.mark.parametrize(
    ("papers", "expected"),
    [
        pytest.param((HOSPITAL, OWN), "now always", id="two, one of the list"),
        pytest.param((OWN, LETTER), "unknown", id="two, none of the list"),
        pytest.param((HOSPITAL,), "unknown", id="one of the list alone"),
        pytest.param((HOSPITAL, HOSPITAL), "now always", id="two of one kind"),
        pytest.param((), "unknown", id="none yet"),
    ],
)
def test_the_file(papers, expected):
    assert ask(FILE, NY, evidence=papers).partition(" unknown")[0] == expected


@pytest.mark.parametrize(
    "kind",
    ["court_record", "presentence_report", "social_services_record", "hospital_record",
     "sworn_statement_witness", "law_enforcement_record", "domestic_incident_report",
     "order_of_protection"],
)  # fmt: skip
def test_each_paper_of_the_list_will_do(kind):
    assert ask(FILE, NY, evidence=(kind, OWN)) == "now always"


def test_what_is_lacking_is_named():
    lacking = ask(FILE, NY, evidence=(OWN,))
    assert "person.evidence.two_or_more" in lacking
    assert "person.evidence.order_of_protection" in lacking
    assert "own_statement" not in lacking
