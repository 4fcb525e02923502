"""The offense lists of California, section by section as the statutes name them."""

import pytest

from tests.law.us.ca.records import answer, arrest, ask, convicted, custody, probation
from tests.law.us.ca.test_cannabis import cannabis

REGISTRABLE = [
    "PC 236.1(b)",
    "PC 236.1(c)",
    "PC 243.4",
    "PC 261",
    "PC 264.1",
    "PC 266",
    "PC 266c",
    "PC 266h(b)",
    "PC 266i(b)",
    "PC 266j",
    "PC 267",
    "PC 269",
    "PC 285",
    "PC 286",
    "PC 287",
    "PC 288",
    "PC 288a",
    "PC 288.2",
    "PC 288.3",
    "PC 288.4",
    "PC 288.5",
    "PC 288.7",
    "PC 289",
    "PC 311.1",
    "PC 311.2(b)",
    "PC 311.2(c)",
    "PC 311.2(d)",
    "PC 311.3",
    "PC 311.4",
    "PC 311.10",
    "PC 311.11",
    "PC 314(1)",
    "PC 314(2)",
    "PC 647.6",
    "PC 647a",
    "PC 653f(c)",
]
"""PC 290(c)."""

SUPERSTRIKES = [
    "PC 37",
    "PC 128",
    "PC 187",
    "PC 188",
    "PC 189",
    "PC 190",
    "PC 191",
    "PC 191.5",
    "PC 186.22(b)(4)",
    "PC 205",
    "PC 206",
    "PC 209",
    "PC 218",
    "PC 219",
    "PC 245(d)(3)",
    "PC 261(a)(2)",
    "PC 261(a)(6)",
    "PC 262(a)(1)",
    "PC 262(a)(4)",
    "PC 264.1",
    "PC 269",
    "PC 286(c)",
    "PC 286(d)",
    "PC 287(c)",
    "PC 287(d)",
    "PC 288",
    "PC 288(a)",
    "PC 288(b)",
    "PC 288a(c)",
    "PC 288a(d)",
    "PC 288.7",
    "PC 289(a)",
    "PC 289(j)",
    "PC 653f",
    "PC 4500",
    "PC 11418",
]
"""PC 667(e)(2)(C)(iv)."""

SERIOUS = [
    "PC 136.1",
    "PC 187",
    "PC 192(a)",
    "PC 203",
    "PC 205",
    "PC 207",
    "PC 209",
    "PC 209.5",
    "PC 211",
    "PC 212.5",
    "PC 215",
    "PC 220",
    "PC 245(a)(2)",
    "PC 245(a)(3)",
    "PC 245(b)",
    "PC 245(d)",
    "PC 261",
    "PC 262",
    "PC 264.1",
    "PC 286(d)",
    "PC 287(d)",
    "PC 288(a)",
    "PC 288(b)",
    "PC 288.5",
    "PC 288a(d)",
    "PC 289(a)",
    "PC 422",
    "PC 451",
    "PC 460(a)",
    "PC 4500",
    "PC 4501",
    "PC 4503",
]
"""PC 1192.7(c): the sections that are serious whatever else was found."""

VIOLENT = [
    "PC 187",
    "PC 192(a)",
    "PC 203",
    "PC 205",
    "PC 207",
    "PC 209",
    "PC 209.5",
    "PC 211",
    "PC 215",
    "PC 220",
    "PC 261(a)(2)",
    "PC 261(a)(6)",
    "PC 262(a)(1)",
    "PC 262(a)(4)",
    "PC 264.1",
    "PC 286(c)",
    "PC 286(d)",
    "PC 287(c)",
    "PC 287(d)",
    "PC 288(a)",
    "PC 288(b)",
    "PC 288.5",
    "PC 288a(c)",
    "PC 288a(d)",
    "PC 289(a)",
    "PC 289(j)",
    "PC 451(a)",
    "PC 451(b)",
]
"""PC 667.5(c): the sections that are violent whatever else was found."""

NOT_AFTER_PROBATION = [
    "PC 286(c)",
    "PC 287(c)",
    "PC 288",
    "PC 288a(c)",
    "PC 288.5",
    "PC 289(j)",
    "PC 311.1",
    "PC 311.2",
    "PC 311.3",
    "PC 311.11",
    "PC 261.5(d)",
]
"""PC 1203.4(b)."""

ONLY_IF_JUST = [
    "VC 20001",
    "VC 20002",
    "VC 23152",
    "VC 23153",
    "VC 23103",
    "VC 23103.5",
    "VC 23104",
    "VC 23105",
    "PC 191.5(b)",
    "PC 192(c)",
    "VC 2800.2",
    "VC 2800.3",
    "VC 21651(b)",
    "VC 22348(b)",
    "VC 23109(a)",
    "VC 23109(c)",
    "VC 23109.1",
    "VC 31602",
    "VC 23140(a)",
    "VC 23140(b)",
    "VC 14601",
    "VC 14601.1",
    "VC 14601.2",
    "VC 14601.3",
    "VC 14601.5",
]
"""VC 12810(a) to (e), by PC 1203.4(c)."""

NO_FIRE_CREW = [
    "PC 187",
    "PC 207",
    "PC 208",
    "PC 209",
    "PC 209.5",
    "PC 261(a)(2)",
    "PC 261(a)(6)",
    "PC 262(a)(1)",
    "PC 262(a)(4)",
    "PC 288",
    "PC 451",
]
"""PC 1203.4b(a)(2)."""

PROGRAMS = [
    "851.87",
    "1000",
    "1000.4",
    "1000.5",
    "1000.8",
    "1001.9",
    "1001.20",
    "1001.21",
    "1001.22",
    "1001.23",
    "1001.35",
    "1001.36",
    "1001.40",
    "1001.50",
    "1001.51",
    "1001.52",
    "1001.53",
    "1001.54",
    "1001.55",
    "1001.60",
    "1001.61",
    "1001.62",
    "1001.63",
    "1001.64",
    "1001.65",
    "1001.66",
    "1001.67",
    "1001.70",
    "1001.71",
    "1001.72",
    "1001.73",
    "1001.74",
    "1001.75",
    "1001.80",
    "1001.81",
    "1001.85",
    "1001.86",
    "1001.87",
    "1001.88",
]
"""PC 851.93(a)(2)(D)."""

PRISON = custody("prison", "2018-01-01", "2019-01-01", registrable=...)
UNLISTED = custody("prison", "2018-01-01", "2019-01-01", serious=...)
TRAFFICKED = {"trafficking_victim": True}


@pytest.mark.parametrize("section", REGISTRABLE)
def test_prison_for_what_makes_one_register_is_never_dismissed(section):
    assert ask("clear.petition", {**PRISON, "statute": section}) == "never"


@pytest.mark.parametrize("section", ["PC 261.5", "PC 266h(a)", "PC 314", "PC 647(b)", "PC 653f(a)"])
def test_what_does_not_make_one_register(section):
    assert ask("clear.petition", {**PRISON, "statute": section}) == "now 2023-07-01"


@pytest.mark.parametrize(
    "section",
    ["PC 220", "PC 262(a)(1)", "PC 286(b)", "PC 287(b)", "PC 288a(b)", "PC 289(h)", "PC 289(i)"],
)
def test_what_makes_one_register_in_part_is_open_without_the_fact(section):
    charge = {**PRISON, "statute": section}
    unsure = "charge.requires_sex_registration, law:us-ca/registration.in_part"
    assert ask("clear.petition", charge) == f"unknown 2023-07-01..never: {unsure}"
    told = {**charge, "requires_sex_registration": True}
    assert ask("clear.petition", told) == "never"


@pytest.mark.parametrize("section", ["PC 207(b)", "PC 220", "PC 288(c)", "PC 288.5"])
def test_what_is_of_the_gravest_in_part_is_open_without_the_fact(section):
    grave = convicted(statute=section, on="2000-01-01")
    found = ask("clear.11361_8", cannabis(), grave)
    assert found.startswith("unknown 2016-11-09..never: ")
    assert "law:us-ca/superstrike.in_part" in found
    assert ask("clear.11361_8", cannabis(prior_superstrike=True), grave) == "never"


@pytest.mark.parametrize("section", SUPERSTRIKES)
def test_an_earlier_gravest_felony_keeps_cannabis_a_felony(section):
    grave = convicted(statute=section, on="2000-01-01")
    assert ask("clear.11361_8", cannabis(), grave) == "never"


@pytest.mark.parametrize(
    "section", ["PC 192(a)", "PC 211", "PC 245(a)(1)", "PC 207(a)", "PC 136.1"]
)
def test_what_is_not_of_the_gravest(section):
    grave = convicted(statute=section, on="2000-01-01")
    assert ask("clear.11361_8", cannabis(), grave) == "now 2016-11-09"


@pytest.mark.parametrize("section", SERIOUS)
def test_a_serious_felony_is_not_cleared_by_itself(section):
    assert ask("clear.auto", {**UNLISTED, "statute": section}) == "never"


@pytest.mark.parametrize(
    "section", ["PC 459", "PC 460(b)", "PC 245(a)(4)", "PC 192(b)", "PC 244", "PC 246"]
)
def test_what_is_serious_only_by_its_facts(section):
    found = ask("clear.auto", {**UNLISTED, "statute": section})
    assert found == "unknown 2024-10-01..never: charge.serious"


@pytest.mark.parametrize("section", SERIOUS)
def test_a_misdemeanor_is_no_serious_felony(section):
    lesser = {**UNLISTED, "severity": "misdemeanor", "statute": section}
    assert ask("clear.auto", lesser) == "now 2022-07-01"


@pytest.mark.parametrize("section", VIOLENT)
def test_what_trafficking_brought_about_stays_where_it_is_violent(section):
    assert ask("clear.236_14", convicted(statute=section), **TRAFFICKED) == "never"
    lesser = convicted("misdemeanor", statute=section)
    assert ask("clear.236_14", lesser, **TRAFFICKED) == "now always"


@pytest.mark.parametrize("section", ["PC 288(c)", "PC 451(c)", "PC 422", "PC 245(a)(2)"])
def test_what_is_violent_only_by_its_facts(section):
    found = ask("clear.236_14", convicted(statute=section), **TRAFFICKED)
    assert found == "unknown always..never: charge.violent, charge.violent_felony"


@pytest.mark.parametrize("section", NOT_AFTER_PROBATION)
def test_what_is_left_out_after_probation(section):
    assert ask("clear.petition", probation("2018-04-02", statute=section)) == "never"


@pytest.mark.parametrize("kind", ["misdemeanor", "felony"])
def test_the_misdemeanor_of_vc_42002_1_is_left_out(kind):
    done = probation("2018-04-02", kind, statute="VC 42002.1")
    expected = "never" if kind == "misdemeanor" else "now 2018-04-02"
    assert ask("clear.petition", done) == expected


@pytest.mark.parametrize(
    ("section", "kind", "expected"),
    [
        pytest.param("VC 42002.1", "misdemeanor", "never", id="VC 42002.1"),
        pytest.param("VC 42002.1", "infraction", "now 2016-05-01", id="an infraction of it"),
        pytest.param("VC 42001", "infraction", "never", id="VC 42001"),
        pytest.param("VC 42001", "misdemeanor", "now 2016-05-01", id="a misdemeanor of it"),
        pytest.param("PC 288(c)", "misdemeanor", "never", id="PC 288(c)"),
        pytest.param("PC 288(c)", "infraction", "now 2016-05-01", id="an infraction of it"),
        pytest.param("PC 484(a)", "misdemeanor", "now 2016-05-01", id="theft"),
    ],
)
def test_what_is_left_out_without_probation(section, kind, expected):
    done = custody("jail", "2016-05-01", kind=kind, statute=section, on="2014-05-01")
    assert ask("clear.petition", done) == expected


@pytest.mark.parametrize("section", ONLY_IF_JUST)
def test_a_driving_offense_is_dismissed_only_if_it_is_just(section):
    done = probation("2018-04-02", "misdemeanor", statute=section)
    assert answer("clear.petition", done).brings.standard == "may"


@pytest.mark.parametrize("section", ["VC 2800.1", "VC 2800.4", "VC 12500", "VC 23109(b)"])
def test_other_driving_offenses_are_owed_it(section):
    done = probation("2018-04-02", "misdemeanor", statute=section)
    assert answer("clear.petition", done).brings.standard == "shall"


@pytest.mark.parametrize("section", NO_FIRE_CREW)
def test_what_a_fire_crew_does_not_make_good(section):
    crew = custody("prison", "2024-06-01", "2027-01-01", fire_camp=True, max_years=3)
    ever = convicted(statute=section, on="2000-01-01", max_years=8)
    assert ask("clear.firecamp", crew, ever) == "never"


@pytest.mark.parametrize("section", ["PC 4530", "PC 4532"])
def test_an_escape_is_left_out_where_it_was_from_a_secure_perimeter(section):
    crew = custody("prison", "2024-06-01", "2027-01-01", fire_camp=True, max_years=3)
    ever = convicted(statute=section, on="2020-01-01", max_years=8)
    found = ask("clear.firecamp", crew, ever)
    assert found == "unknown 2024-06-01..never: law:us-ca/fire_crew.escape"


@pytest.mark.parametrize("section", ["PC 647(a)", "PC 647(b)"])
def test_prostitution(section):
    charge = custody("jail", "2012-01-01", kind="misdemeanor", statute=section)
    assert ask("clear.1203_49", charge, **TRAFFICKED) == "now always"


@pytest.mark.parametrize("program", PROGRAMS)
def test_a_program_of_the_list(program):
    charge = arrest("felony", "diverted", "2024-05-05", diversion=f"PC {program}")
    assert ask("arrest.auto", charge) == "now 2024-05-05"


@pytest.mark.parametrize("program", ["1001.82", "1001.83", "1001.95", "1203.4"])
def test_a_program_off_the_list(program):
    charge = arrest("felony", "diverted", "2024-05-05", diversion=f"PC {program}")
    assert ask("arrest.auto", charge) == "never"
