"""The offense lists of Louisiana, section by section as the articles and statutes name them."""

import pytest

from tests.law.us.la.records import ask, ended, felony, misdemeanor

ALWAYS_VIOLENT = [
    "14:28.1", "14:30", "14:30.1", "14:31", "14:42", "14:42.1", "14:43", "14:43.1", "14:43.2",
    "14:43.5", "14:44", "14:44.1", "14:51", "14:64", "14:37.1", "14:64.2", "14:128.1", "14:34.7",
    "14:37.4", "14:64.3", "14:64.4", "14:34.6", "14:93.2.3", "14:89.1", "14:46.3", "14:46.2",
    "14:62.8",
]  # fmt: skip
"""Art. 890.3(C): always so designated."""

ALSO_VIOLENT = [
    "14:37", "14:45", "14:60", "14:64.1", "14:37.2", "14:40.2", "14:108.1(C)", "14:34.2",
    "14:37.7", "14:34.9.1", "14:79(C)", "14:32.6", "14:32.7", "14:32.8", "14:87.7", "14:34.8",
]  # fmt: skip
"""R.S. 14:2(B), those that Paragraph E does not name."""

MAY_CLEAR = ["14:34", "14:34.1", "14:55", "14:65", "14:65.1"]
"""Art. 978(E), those that are crimes of violence today."""

SEX_OFFENSES = [
    "14:42", "14:42.1", "14:43", "14:43.1", "14:43.2", "14:43.5", "14:46.3", "14:89.1", "14:43.3",
    "14:78.1", "14:80", "14:81", "14:81.1", "14:81.2", "14:81.3", "14:93.5", "14:283",
]  # fmt: skip
AGAINST_A_MINOR = ["14:44", "14:44.1", "14:45", "14:46", "14:46.1", "14:46.2"]
SELLING = ["40:966(A)", "40:967(A)", "40:968(A)", "40:969(A)"]
OTHER_DRUG_LAW = ["40:970(A)", "40:971", "40:971.1", "40:979", "40:981", "40:981.1", "40:981.2",
                  "40:981.3", "40:983"]  # fmt: skip
POSSESSION = ["40:966(C)", "40:967(C)", "40:968(C)", "40:969(C)", "40:970(C)"]
DRUNK_DRIVING = ["14:98", "14:98.1", "14:98.2", "14:98.3", "14:98.4"]
NO_TIME_LIMIT = ["14:30", "14:30.1", "14:42", "14:44", "14:113"]


@pytest.mark.parametrize("section", [*ALWAYS_VIOLENT, *ALSO_VIOLENT])
def test_a_crime_of_violence_is_never_cleared(section):
    assert ask(felony(statute=section, sex_offense=False, victim_minor=False)) == "never"


@pytest.mark.parametrize("section", MAY_CLEAR)
def test_one_of_the_six_is_no_first_offenders_pardon_but_waits_ten_years(section):
    found = ask(felony("2025-09-06", statute=section), prior_felony_convictions=0)
    assert found == "later 2035-09-07"


def test_battery_of_a_dating_partner_is_violent_in_its_aggravated_forms():
    assert ask(felony(statute="14:34.9")) == (
        "unknown 2022-03-11..never: charge.listed_crime_of_violence, "
        "law:us-la/dating_partner_battery"
    )


@pytest.mark.parametrize(
    ("section", "before"),
    [("14:38.1", "never"), ("14:66", "never"), ("14:94", "later 2024-01-02")],
    ids=["mingling", "extortion", "illegal use of weapons, one of the six"],
)
def test_what_left_the_list_of_crimes_of_violence_in_2017(section, before):
    charge = felony("2014-01-01", statute=section, set_aside_893E_on="2016-01-01")
    assert ask(charge, as_of="2017-07-31") == before
    assert ask(charge, as_of="2017-08-01") == "now 2016-01-01"


@pytest.mark.parametrize("section", ["14:34", "14:34.1", "14:55", "14:94"])
def test_another_of_the_four_crimes_is_open_law(section):
    another = felony(statute="14:34", disposition_date="2009-06-01", arrest_date="2009-01-01")
    found = ask(felony(statute=section), another)
    assert found == "unknown 2022-03-11..never: law:us-la/one_of_four"


@pytest.mark.parametrize("section", SEX_OFFENSES)
def test_a_sex_offense_is_never_cleared(section):
    assert ask(felony(statute=section, listed_crime_of_violence=False)) == "never"


@pytest.mark.parametrize("section", AGAINST_A_MINOR)
def test_the_age_of_the_victim_decides(section):
    charge = felony(statute=section, listed_crime_of_violence=False)
    assert ask(charge) == "unknown 2022-03-11..never: charge.victim_minor"
    assert ask({**charge, "victim_minor": False}) == "now 2022-03-11"


@pytest.mark.parametrize("section", SELLING)
def test_selling_drugs_of_schedules_one_to_four_is_never_cleared(section):
    assert ask(felony(statute=section, description="distribution")) == "never"


@pytest.mark.parametrize("section", OTHER_DRUG_LAW)
def test_the_longest_term_of_any_other_drug_offense_decides(section):
    found = ask(felony(statute=section, description="distribution"))
    assert found == "unknown 2022-03-11..never: charge.max_sentence_years"


@pytest.mark.parametrize("section", POSSESSION)
def test_possession_is_cleared_after_ten_years(section):
    assert ask(felony(statute=section, description="drug")) == "now 2022-03-11"


@pytest.mark.parametrize("section", DRUNK_DRIVING)
def test_a_program_for_drunk_driving_waits_five_years_from_the_arrest(section):
    charge = ended("diverted", severity="misdemeanor", statute=section, arrest_date="2021-11-24")
    assert ask(charge, question="clear.976") == "later 2026-11-24"


@pytest.mark.parametrize("section", NO_TIME_LIMIT)
def test_the_time_to_prosecute_never_ends(section):
    assert ask(ended("arrest_only", None, statute=section), question="clear.976") == "never"


@pytest.mark.parametrize("section", [*ALWAYS_VIOLENT, "14:60", "14:62"])
def test_the_section_tells_that_the_arrest_was_for_a_felony(section):
    found = ask(misdemeanor(arrest_charge=section), question="interim.985_1")
    assert found == "now 2010-06-01"


@pytest.mark.parametrize(
    ("section", "expected"),
    [("14:62", "now 2010-06-01"), ("40:966(C)", "now 2010-06-01"), ("32:58", "never")],
)
def test_an_arrest_at_17_under_two_titles(section, expected):
    charge = ended("dismissed", statute=section, arrest_date="2003-05-05", da_declined=True)
    assert ask(charge, question="clear.999") == expected
