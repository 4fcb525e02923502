"""Oregon: every section of each list, as the statutes and the rule of the commission name them."""

import pytest

from tests.law.us.or_.records import against, ask, convicted, since

PERSON_FELONIES = [
    "97.981",
    "97.982",
    "162.165",
    "163.118",
    "163.125",
    "163.149",
    "163.165",
    "163.175",
    "163.185",
    "163.192",
    "163.196",
    "163.205",
    "163.207",
    "163.208",
    "163.213",
    "163.225",
    "163.235",
    "163.263",
    "163.264",
    "163.266",
    "163.525",
    "163.535",
    "163.537",
    "163.547",
    "163.701",
    "163.732",
    "163.750",
    "164.325",
    "164.342",
    "164.395",
    "164.405",
    "164.415",
    "166.070",
    "166.087",
    "166.165",
    "166.220",
    "167.322",
    "468.951",
    "163.187(4)",
    "164.377(2)(c)",
    "164.886(3)",
    "166.385(3)",
    "167.320(4)",
    "475.752(6)(a)",
    "609.990(3)(b)",
    "830.475(2)",
    "837.365(2)(b)",
    "837.365(2)(c)",
]
# listed in some crime categories only
BY_CATEGORY = {
    "162.185": "67", "163.275": "7", "164.075": "7", "164.225": "89", "166.643": "6",
    "475.908": "89", "475.910": "589",
}  # fmt: skip
SEX_CRIMES = [
    "163.365",
    "163.375",
    "163.395",
    "163.405",
    "163.408",
    "163.411",
    "163.413",
    "163.427",
    "163.432",
    "163.433",
    "163.452",
    "163.454",
    "163.465",
    "163.467",
    "163.472",
    "163.476",
    "163.479",
    "163.670",
    "163.684",
    "163.686",
    "163.687",
    "163.688",
    "163.689",
    "163.693",
    "167.012",
    "167.017",
    "167.057",
    "167.062",
    "167.075",
    "167.080",
    "167.090",
]
YOUNG_LIST = [
    "163.355", "163.385", "163.415", "163.435", "163.445", "163.425",
]  # fmt: skip
GRAVER_MARIJUANA = [
    "475B.359", "475B.367", "475B.371", "167.262", "475B.349(3)(C)",
]  # fmt: skip
MURDER_AND_TREASON = [
    "163.095", "163.115", "166.005",
]  # fmt: skip
VEHICLE_CODE = [481, 482, 483, *range(801, 826)]
CONTEMPT = [f"33.{section:03d}" for section in range(15, 156, 10)]
OLD = {"on": "2010-03-10", "offense_date": "2010-02-01", "description": "Something"}


def of(level, statute, **facts):
    return convicted(level, **{**OLD, "statute": statute, **facts})


@pytest.mark.parametrize("section", BY_CATEGORY)
@pytest.mark.parametrize("category", range(1, 12))
def test_a_person_felony_of_some_crime_categories(section, category):
    barred = str(category) in BY_CATEGORY[section]
    charge = of("FB", section, crime_category=category)
    assert ("not_a_person_felony" in against(charge)) == barred


@pytest.mark.parametrize("section", PERSON_FELONIES)
def test_a_person_felony_bars_class_b_alone(section):
    assert against(of("FB", section))[0] == "not_a_person_felony"
    barred_otherwise = {"victim_age_18_to_64": True, "victim_over_10": True}
    is_boating = section.startswith("8")
    assert is_boating or since(of("FC", section, facts=barred_otherwise)) == "now 2015-03-10"


@pytest.mark.parametrize("section", SEX_CRIMES)
def test_a_sex_crime_is_never_set_aside(section):
    assert ask(of("MA", section)) == "never"


@pytest.mark.parametrize("section", YOUNG_LIST)
def test_a_sex_crime_of_the_young_list_may_be(section):
    assert since(of("MA", section)) == "unknown 2013-03-10..never"


@pytest.mark.parametrize("section", GRAVER_MARIJUANA)
def test_a_graver_marijuana_felony(section):
    assert "not_a_grave_marijuana_felony" in against(of("FC", section))


@pytest.mark.parametrize("section", MURDER_AND_TREASON)
def test_murder_and_treason_whatever_the_class(section):
    assert against(of("FC", section))[0] == "level"


@pytest.mark.parametrize("chapter", VEHICLE_CODE)
def test_the_vehicle_code(chapter):
    assert ask(of("MA", f"{chapter}.100")) == "never"


@pytest.mark.parametrize("chapter", [480, 484, 800, 826, 830])
def test_chapters_beside_the_vehicle_code(chapter):
    assert ask(of("MA", f"{chapter}.100")) == "now 2013-03-10"


@pytest.mark.parametrize("section", CONTEMPT)
def test_contempt(section):
    assert since(of("O", section, contempt_about_abuse=False)) == "now 2011-03-10"


@pytest.mark.parametrize("chapter", [n for n in range(1, 100) if n != 33])
def test_a_chapter_of_civil_procedure_where_no_level_is_shown(chapter):
    assert against(of("O", f"{chapter}.100"))[0] == "an_offense"


@pytest.mark.parametrize("section", ["0", "00", "000"])
def test_no_section_and_a_fugitive(section):
    charge = of("FU", section, description="Fugitive Complaint")
    assert against(charge)[0] == "an_offense"


@pytest.mark.parametrize("section", ["475.856", "475.860", "475.864", "475B.300", "475C.300"])
def test_marijuana(section):
    recent = {"on": "2020-03-10", "offense_date": "2020-02-01"}
    assert since(of("FA", section, **recent)) == "now 2025-03-10"


@pytest.mark.parametrize("section", ["267.153", "267.154"])
def test_a_fare_violation_is_never_about_driving(section):
    assert ask(of("VU", section, county="Multnomah")) == "now 2011-03-10"
