"""The offense lists of Massachusetts, section by section as the digest of the law names them."""

import pytest

from tests.law.us.ma.records import ask, continued, felony, marijuana, misdemeanor

MAIL, EXPUNGE, CORI = "clear.100A", "clear.expunge", "report.cori_standard"
EMPLOYER, SURVIVOR = "ask.151B_4_9", "clear.265_59"

FIREARMS = [
    "121", "122", "122A", "122B", "122C", "122D", "123", "124", "125", "126", "127", "128", "128A",
    "128B", "129", "129A", "129B", "129C", "129D", "130", "130A", "130B", "131", "131A", "131B",
    "131C", "131D", "131E", "131F", "131F1/2", "131G", "131H",
]  # fmt: skip
"""c. 140 ss. 121 to 131H."""

MORE_FIREARMS = ["131I", "131J", "131K", "131L", "131M", "131N", "131O", "131P", "131Q"]
"""What 100J adds: to s. 131Q."""

SEX_OFFENSES = [
    "265:13B", "265:13B1/2", "265:13B3/4", "265:13F", "265:13H", "265:22", "265:22A", "265:22B",
    "265:22C", "265:23", "265:23A", "265:23B", "265:24", "265:24B", "265:26C", "265:26D", "265:50",
    "265:52", "272:2", "272:3", "272:4A", "272:4B", "272:17", "272:29A", "272:29B", "272:29C",
    "272:35A",
]  # fmt: skip

WITH_ITS_FACT = ["265:26", "272:16", "272:28", "272:53A"]
ATTEMPTS = ["274:6", "274:7", "274:2", "94C:40"]
ORDERS = ["209A:7", "209C:15", "258E:9", "208:34C"]
WEAPONS = ["269:10(a)", "269:10(b)", "269:10(c)", "269:10(d)", "269:10(j)", "269:10E"]
DRIVING_OVER_THE_FINE = [
    "90:2", "90:5", "90:24", "90:24B", "90:24G", "90:24H", "90:24L", "90:32C", "90:32E", "90:32F",
    "90:34B", "90:34J", "90:40",
]  # fmt: skip


def young(**facts):
    """A charge from before the 21st birthday; the person was born in 1994."""
    return misdemeanor("2014-06-01", offense_date="2014-01-01", **facts)


def expunged(**facts):
    return ask(EXPUNGE, young(**facts), birth_date="1994-02-28")


@pytest.mark.parametrize("section", FIREARMS)
def test_the_firearms_sections_are_left_out_of_both(section):
    assert ask(MAIL, {"statute": f"140:{section}"}) == "never"
    assert expunged(statute=f"140:{section}") == "never"


@pytest.mark.parametrize("section", MORE_FIREARMS)
def test_the_sections_after_them_are_left_out_of_expungement_alone(section):
    assert ask(MAIL, {"statute": f"140:{section}"}) == "now from 2018-06-01"
    assert expunged(statute=f"140:{section}") == "never"


@pytest.mark.parametrize(
    "section",
    [*ORDERS, *WEAPONS, *SEX_OFFENSES, "90:24", "90:24G", "90:24L", "265:13M", "266:14", "266:17",
     "266:18", "266:30(5)"],
)  # fmt: skip
def test_what_is_never_expunged(section):
    assert expunged(statute=section) == "never"


def test_any_felony_of_chapter_265_is_never_expunged():
    facts = {"elderly_or_disabled_victim": False, "serious_injury": False, "armed": False}
    assert expunged(statute="265:15D", severity="felony", **facts) == "never"
    assert expunged(statute="265:15D", **facts) == "now from 2017-06-01"


@pytest.mark.parametrize("section", SEX_OFFENSES)
def test_a_sex_offense_waits_fifteen_years_and_is_shown_for_good(section):
    found = ask(MAIL, {"statute": section}, sex_offender_level=1, registration_duty=False)
    assert found == "later from 2030-06-01"
    assert ask(CORI, felony("1990-01-01", statute=section)) == "never"


@pytest.mark.parametrize("section", WITH_ITS_FACT)
@pytest.mark.parametrize("fact", ["victim_under_16", "victim_minor", "subsequent_offense"])
def test_a_sex_offense_with_its_fact(section, fact):
    known = {"victim_under_16": False, "victim_minor": False, "subsequent_offense": False}
    level = {"sex_offender_level": 1, "registration_duty": False}
    charge = {"statute": section, **known}
    assert ask(MAIL, charge, **level) == "now from 2018-06-01"
    assert ask(MAIL, {**charge, fact: True}, **level) == "later from 2030-06-01"


@pytest.mark.parametrize("section", ATTEMPTS)
def test_an_attempt_or_a_plan(section):
    level = {"sex_offender_level": 1, "registration_duty": False}
    charge = {"statute": section, "offense_aimed_at_sexual": False}
    assert ask(MAIL, charge, **level) == "now from 2018-06-01"
    found = ask(MAIL, {**charge, "offense_aimed_at_sexual": True}, **level)
    assert found == "later from 2030-06-01"


@pytest.mark.parametrize("section", ["265:1", "265:2", "265:13"])
def test_murder_and_manslaughter_are_shown_for_good(section):
    assert ask(CORI, felony("1990-01-01", statute=section)) == "never"


@pytest.mark.parametrize("section", DRIVING_OVER_THE_FINE)
def test_a_driving_offense_that_can_cost_more_counts(section):
    other = misdemeanor("2025-01-01", statute=section, max_fine=50)
    assert ask(MAIL, {}, other) == "later from 2028-01-01"


@pytest.mark.parametrize("chapter", ["85:11", "89:4", "90:23", "90F:1"])
def test_other_driving_offenses_do_not(chapter):
    other = misdemeanor("2025-01-01", statute=chapter, max_fine=50)
    assert ask(MAIL, {}, other) == "now from 2018-06-01"


@pytest.mark.parametrize("section", ["272:48", "common-law.affray"])
def test_small_first_convictions_that_no_employer_may_ask_about(section):
    assert ask(EMPLOYER, misdemeanor("2026-11-01", statute=section)) == "now from 2026-11-01"


@pytest.mark.parametrize(
    ("section", "open_question"),
    [
        ("265:13A", "simple_assault"), ("272:53", "disturbing_the_peace"),
        ("90:24", "minor_traffic"), ("89:4", "minor_traffic"),
    ],
)  # fmt: skip
def test_small_first_convictions_where_the_section_holds_more(section, open_question):
    found = ask(EMPLOYER, misdemeanor("2026-11-01", statute=section))
    assert found.startswith("unknown")
    assert f"law:us-ma/{open_question}" in found


def test_a_civil_traffic_offense_may_be_a_minor_one():
    found = ask(EMPLOYER, misdemeanor("2026-11-01", statute="89:4", severity="civil"))
    assert "law:us-ma/minor_traffic" in found


def test_speeding_is_one_of_them():
    assert ask(EMPLOYER, misdemeanor("2026-11-01", statute="90:17")) == "now from 2026-11-01"


@pytest.mark.parametrize("section", ["272:8", "272:26", "272:53A", "94C:34"])
def test_what_a_survivor_of_trafficking_can_have_vacated(section):
    charge = {"statute": section}
    assert ask(SURVIVOR, charge, trafficking_survivor=True) == "now from 2015-06-01"


@pytest.mark.parametrize("section", ["266:30", "266:60", "266:127"])
def test_the_line_of_value(section):
    charge = felony("2015-06-01", statute=section, value=1200)
    assert ask(MAIL, charge) == "now from 2018-06-01"
    assert ask(MAIL, {**charge, "value": 1201}) == "now from 2022-06-01"


@pytest.mark.parametrize(
    "section", ["266:32", "266:33", "266:34", "266:37", "266:37B", "266:37C", "266:58"]
)
def test_sections_that_the_line_may_not_reach(section):
    found = ask(MAIL, felony("2021-06-01", statute=section, value=1200, offense_date="2015-01-01"))
    assert found.startswith("unknown")
    assert "law:us-ma/value_line_reach" in found
    more = felony("2021-06-01", statute=section, value=1201, offense_date="2015-01-01")
    assert ask(MAIL, more) == "later from 2028-06-01"


# --- days of the law ------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("as_of", "charge", "expected"),
    [
        ("2012-05-03", felony("1998-01-01"), "later from 2013-01-01"),
        ("2012-05-04", felony("1998-01-01"), "now from 2008-01-01"),
        ("2018-10-12", {"statute": "268:32B"}, "never"),
        ("2018-10-13", {"statute": "268:32B"}, "now from 2018-06-01"),
        ("2018-10-12", felony("2010-06-01", statute="266:30", value=251), "later from 2020-06-01"),
        ("2018-10-13", felony("2010-06-01", statute="266:30", value=251), "now from 2013-06-01"),
    ],
)
def test_sealing_by_mail_on_the_day_of_a_change(as_of, charge, expected):
    assert ask(MAIL, charge, as_of=as_of) == expected


@pytest.mark.parametrize(("value", "expected"), [(250, "unknown"), (251, "later")])
def test_the_line_before_2018(value, expected):
    charge = felony("2010-06-01", statute="266:30", value=value)
    assert ask(MAIL, charge, as_of="2018-10-12").split(" ")[0] == expected


@pytest.mark.parametrize(
    ("offended", "expected"), [("2018-10-12", "later from 2022-01-01"),
                               ("2018-10-13", "later from 2026-01-01")],
)  # fmt: skip
def test_the_line_moved_for_older_offenses(offended, expected):
    charge = felony("2019-01-01", statute="266:30", value=1000, offense_date=offended)
    assert ask(MAIL, charge, as_of="2020-01-01") == expected


@pytest.mark.parametrize(
    ("as_of", "question", "charge", "person", "expected"),
    [
        ("2012-05-03", MAIL, felony("1990-01-01", statute="265:13H"), {}, "unknown unknown"),
        ("2012-05-04", MAIL, felony("1990-01-01", statute="265:13H"), {}, "now from 2005-01-01"),
        ("2016-12-14", MAIL, marijuana(offense_date="2016-01-01", disposition_date="2016-06-01"),
         {}, "unknown not before 2016-06-01; by 2021-06-01"),
        ("2016-12-15", MAIL, marijuana(offense_date="2016-01-01", disposition_date="2016-06-01"),
         {}, "now from 2016-12-15"),
        ("2024-04-02", "clear.pardon", marijuana(), {}, "unknown unknown"),
        ("2024-04-03", "clear.pardon", marijuana(), {}, "now from 2024-04-03"),
        ("2018-10-12", EXPUNGE, young(), {"birth_date": "1994-02-28"}, "not_applicable"),
        ("2018-10-13", EXPUNGE, young(), {"birth_date": "1994-02-28"}, "now from 2017-06-01"),
        ("2018-10-13", EXPUNGE, felony("2010-06-01", offense_date="2010-01-01"),
         {"birth_date": "1994-02-28"}, "now from 2017-06-01"),
        ("2018-10-12", "clear.100K", {"error_found": True}, {}, "not_applicable"),
        ("2018-10-13", "clear.100K", {"error_found": True}, {}, "now from 2015-06-01"),
        ("2012-05-03", CORI, misdemeanor("2000-01-01"), {}, "not_applicable"),
        ("2012-05-04", CORI, misdemeanor("2000-01-01"), {}, "now from 2005-01-01"),
        ("2012-05-04", CORI, felony("2000-01-01"), {}, "now from 2010-01-01"),
    ],
)  # fmt: skip
def test_the_first_day_of_a_law(as_of, question, charge, person, expected):
    told = {"sex_offender_level": 1, "registration_duty": False, **person}
    assert ask(question, charge, as_of=as_of, **told).partition(":")[0] == expected


@pytest.mark.parametrize(
    ("as_of", "expected"), [("1998-11-01", "not_applicable"), ("1998-11-02", "now from 1987-01-02")]
)
def test_reports_for_landlords_since_federal_law_left_them_to_the_state(as_of, expected):
    home = {"jurisdiction": "us-ma"}
    charge = misdemeanor("1980-01-01")
    assert ask("state_report_barred", charge, as_of=as_of, tenancy=home) == expected


@pytest.mark.parametrize(
    ("as_of", "expected"), [("2012-05-03", "never"), ("2012-05-04", "now from 2005-01-01")]
)
def test_a_judge_could_not_seal_after_a_continuance_before_2012(as_of, expected):
    charge = continued("2005-01-01", disposition_date="2004-01-01")
    assert ask("clear.100C", charge, as_of=as_of) == expected


def test_two_readings_of_clause_five_and_of_the_clean_years():
    """One conviction that is left out blocks only itself; felonies of 1990 waited fifteen years."""
    left_out = misdemeanor("2010-01-01", statute="268:13B")
    assert ask(MAIL, {}, left_out) == "now from 2018-06-01"
    assert ask(MAIL, felony("1990-01-01"), as_of="2010-01-01") == "now from 2005-01-01"
    assert ask(MAIL, felony("1995-01-02"), as_of="2010-01-01") == "later from 2010-01-02"
