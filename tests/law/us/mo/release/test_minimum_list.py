"""RSMo 558.019.2: which felonies have a minimum term after earlier times in prison."""

import pytest

from homeward import law
from tests.law.us.mo.release.prison import a_term, asked

# The list as the statute gives it, chapter by chapter; a class where it names one.
STATUTE = """
565 021 023 024 027 050 052 054 072 073 074 090 110 115 120 153 156 225 300
566 030 031 032 034 060 061 062 064 067 068 069 071 083 086 100 101 103 111 115 145 151 153
566 203 206 209 210 211 215
568 030 045 060 065 175
569 040 160
570 023 025 030:ABC 145:AB 223:BC
571 020 030 070
573 023 025 035 037 200 205
574 070 080 115
575 030 150 153 155 157 200:A 210 230:B 240:B
576 070 080
577 010 013 078 703 706
579 065:AB 068:AB
"""
LISTED = [
    (f"{chapter}.{section}", classes or "C")
    for chapter, *rest in (line.split() for line in STATUTE.split("\n") if line)
    for section, _, classes in (one.partition(":") for one in rest)
]
DANGEROUS = {"565.021", "565.050", "565.072", "565.110", "565.115", "566.030", "566.060",
             "566.067", "566.068", "569.040", "570.023"}  # fmt: skip
OLD_NUMBERS = ["565.060", "565.082", "565.085", "565.086", "565.200", "568.080", "568.090",
               "569.030", "569.035", "578.305", "578.310"]  # fmt: skip
OPEN = "law:us-mo/minimum_list_old_numbers"


def minimum(statute, offense_class="C", as_of="2019-08-28", offended="2018-06-01", **facts):
    """Ten years from 15 January 2019 after three times in prison; nothing makes it dangerous."""
    charge = a_term(
        statute, offense_date=offended, arrest_date=offended, disposition_date="2019-01-15",
        effective_start="2019-01-15", dangerous=False, **{"class": offense_class, **facts},
    )  # fmt: skip
    return asked("release.minimum_prison_term", charge, prior=3, as_of=as_of)


@pytest.mark.parametrize(("statute", "classes"), LISTED)
def test_a_listed_felony_has_a_minimum_from_the_first_day_of_the_list(statute, classes):
    share = "later 2027-07-15" if statute in DANGEROUS else "later 2027-01-15"
    assert [minimum(statute, one) for one in classes] == [share] * len(classes)


@pytest.mark.parametrize(
    ("statute", "offense_class"),
    [
        ("570.030", "D"), ("570.145", "C"), ("570.223", "A"), ("570.223", "D"), ("575.200", "B"),
        ("575.230", "A"), ("575.230", "C"), ("575.240", "A"), ("575.240", "C"), ("579.065", "C"),
        ("579.068", "C"), ("569.170", "D"), ("579.055", "B"), ("575.270", "D"), ("569.055", "D"),
    ],
)  # fmt: skip
def test_another_felony_has_none(statute, offense_class):
    assert minimum(statute, offense_class) == "now always"


def test_the_list_is_the_statutes():
    rows = [row for row in law.body("us-mo").offenses.listings
            if row.tag == "minimum-term-listed" and not row.reading]  # fmt: skip
    assert sorted((row.citation, "".join(sorted(row.classes)) or "C") for row in rows) == sorted(
        LISTED
    )


@pytest.mark.parametrize("statute", OLD_NUMBERS)
def test_a_number_in_use_before_2017_is_open_law(statute):
    assert minimum(statute, offended="2015-06-01") == f"unknown always..2027-01-15: {OPEN}"


def test_old_robbery_1_is_dangerous_but_perhaps_not_on_the_list():
    needs = "law:us-mo/release.dangerous_needs_listing"
    found = minimum("569.020", offended="2015-06-01")
    assert found == f"unknown always..2027-07-15: {needs}, {OPEN}"


@pytest.mark.parametrize(
    ("statute", "as_of", "expected"),
    [
        pytest.param("569.170", "2019-08-27", "later 2027-01-15",
                     id="any felony, the day before the list"),
        pytest.param("569.170", "2019-08-28", "now always", id="only listed ones, from that day"),
        pytest.param("570.023", "2019-08-27", "later 2027-07-15",
                     id="a dangerous felony, before the list"),
        pytest.param("195.211", "2019-08-27", "now always", id="drugs were left out"),
        pytest.param("579.055", "2019-08-27", "now always", id="under the new numbers too"),
        pytest.param("579.055", "2017-01-01", "now always", id="from their first day"),
        pytest.param("579.055", "2016-12-31", "later 2027-01-15", id="and not before it"),
    ],
)  # fmt: skip
def test_before_the_list_every_felony_but_drugs(statute, as_of, expected):
    assert minimum(statute, as_of=as_of) == expected


def test_a_missing_section_may_be_murder_1_or_none_of_these():
    found = minimum(None)
    assert found.startswith("unknown always..never: charge.statute, ")
