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


TERM_OF_25 = {"type": "indeterminate", "years": 25}


@pytest.mark.parametrize("question", [Q, "new_range_years"])
@pytest.mark.parametrize(
    ("charge", "sentence", "person", "expected"),
    [
        pytest.param({}, {**TERM_OF_25, "minimum_years": 8}, {}, "now from 2019-08-12",
                     id="a minimum of eight"),
        pytest.param({}, {**TERM_OF_25, "minimum_years": 7}, {}, "never", id="of seven"),
        pytest.param({}, {"sentenced_on": "2020-02-29"}, {}, "now from 2020-02-29",
                     id="from the day of the sentence"),
        pytest.param({"registration": True}, {}, {}, "never", id="it makes one register"),
        pytest.param({"registration": None}, {}, {},
                     "unknown not before 2019-08-12: charge.registration", id="not known if"),
        pytest.param({"requires_sex_registration": True, "statute": "120.10"}, {}, {}, "never",
                     id="under its other name"),
        pytest.param({"statute": "110.00", "attempt_of_left_out": True}, {}, {}, "never",
                     id="an attempt at what is left out"),
        pytest.param({}, {}, {"abuse": ..., "trafficking_victim": True}, "now from 2019-08-12",
                     id="who tells of trafficking is asked too"),
        pytest.param({}, {}, {"abuse": ...}, "not_applicable", id="nobody else"),
    ],
)  # fmt: skip
def test_the_gate_and_the_range(question, charge, sentence, person, expected):
    told = ask(question, NY, {"statute": "125.20", **charge}, sentence=sentence, **person)
    assert told == expected


# CPL 440.47(1)(a), and the offenses of Correction Law 168-a for which so long a term can be given.
LEFT_OUT = [
    "125.26", "125.27", "125.25(5)", "490.25", "130.25", "130.30", "130.35", "130.40", "130.45",
    "130.50", "130.53", "130.65", "130.66", "130.67", "130.70", "130.75", "130.80", "130.90",
    "130.95", "130.96", "230.34", "255.27", "263.05",
]  # fmt: skip


@pytest.mark.parametrize("written", ["{}", "110.00/{}", "110/{}", "110-{}", "105.15/{}"])
@pytest.mark.parametrize("statute", LEFT_OUT)
def test_an_offense_that_is_left_out_and_an_attempt_or_conspiracy_for_it(statute, written):
    """On the first day of the act, as on any other."""
    charge = {"statute": written.format(statute), "disposition_date": "2010-01-01"}
    assert ask(Q, NY, charge, as_of="2019-08-12") == "never"


@pytest.mark.parametrize("written", ["110.00/125.20", "110-125.20", "110/160.15"])
def test_an_attempt_at_another_offense_is_not_left_out(written):
    assert ask(Q, NY, {"statute": written}) == "now from 2019-08-12"


@pytest.mark.parametrize("as_of", ["2019-08-12", "2026-11-23"])
@pytest.mark.parametrize("statute", ["110.00", "110.05(3)", "105.15"])
@pytest.mark.parametrize(
    ("of_such", "expected"),
    [(True, "never"), (False, "now from 2019-08-12"),
     (..., "unknown not before 2019-08-12: charge.attempt_of_left_out")],
)  # fmt: skip
def test_an_attempt_or_conspiracy_that_does_not_say_for_what(statute, of_such, expected, as_of):
    charge = {"statute": statute, "attempt_of_left_out": of_such}
    assert ask(Q, NY, charge, as_of=as_of) == expected


def test_without_its_section_an_offense_may_be_one_that_is_left_out():
    told = ask(Q, NY)
    assert told == "unknown not before 2019-08-12: charge.statute, charge.attempt_of_left_out"


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


def test_who_tells_of_trafficking_is_asked_about_the_papers_too():
    told = {"evidence": (HOSPITAL, OWN), "abuse": ...}
    assert ask(FILE, NY, trafficking_victim=True, **told) == "now always"
    assert ask(FILE, NY, **told) == "not_applicable"


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
