"""RSMo 311.326: a first minor in possession, from the 22nd birthday."""

import pytest

from tests.law.us.mo.records import a_charge, ask


def an_mip(on="2020-05-05", **facts):
    return a_charge(
        **{
            "statute": "311.325",
            "severity": "misdemeanor",
            "class": "D",
            "offense_date": "2020-01-01",
            "disposition_date": on,
            **facts,
        }
    )


def a_dwi(on):
    return an_mip(on, statute="577.010")


BORN = {"birth_date": "2001-02-28"}


@pytest.mark.parametrize(
    ("cases", "person", "expected"),
    [
        pytest.param([an_mip()], {"birth_date": "2004-11-23"}, "now 2026-11-23",
                     id="the 22nd birthday itself"),
        pytest.param([an_mip()], {"birth_date": "2004-11-24"}, "later 2026-11-24",
                     id="and not the day before"),
        pytest.param([an_mip()], {"birth_date": "2000-02-29"}, "now 2022-03-01",
                     id="someone born on a leap day"),
        pytest.param([an_mip("2024-05-05")], BORN, "now 2024-05-05",
                     id="a plea after the birthday counts from the plea"),
        pytest.param([an_mip(disposition="sis")], BORN, "now 2023-02-28",
                     id="a suspended imposition follows a plea"),
        pytest.param([an_mip(disposition="dismissed")], BORN, "never: guilt_found",
                     id="a dismissed charge has nothing to clear"),
        pytest.param([a_charge()], BORN, "never: minor_in_possession", id="another offense"),
        pytest.param([an_mip(statute="311.050")], BORN, "never: minor_in_possession",
                     id="another offense of the liquor law"),
        pytest.param([an_mip(severity="ordinance")], BORN,
                     "unknown 2023-02-28..never: law:us-mo/mip.ordinance_counts",
                     id="a city ordinance is open law"),
        pytest.param([an_mip(statute="City 1-2", severity="ordinance",
                             ordinance_equivalent_of="311.325")], BORN,
                     "unknown 2023-02-28..never: law:us-mo/mip.ordinance_counts",
                     id="under its own number too"),
        pytest.param([an_mip(), an_mip("2019-05-05")], BORN, "never: first_offense",
                     id="an earlier one"),
        pytest.param([an_mip(), an_mip("2021-05-05")], BORN, "never: no_alcohol_offense_since",
                     id="a later one"),
        pytest.param([an_mip(), a_dwi("2020-05-04")], BORN, "now 2023-02-28",
                     id="a drunk driving offense before it"),
        pytest.param([an_mip(), a_dwi("2020-05-05")], BORN, "never: no_alcohol_offense_since",
                     id="a drunk driving offense that day or after"),
        *(pytest.param([an_mip(), an_mip("2021-05-05", statute=section)], BORN,
                       "never: no_alcohol_offense_since", id=f"a later offense of {section}")
          for section in ("311.050", "577.012", "577.013", "577.014")),
        pytest.param([an_mip(), an_mip("2021-05-05", statute="574.010")], BORN,
                     "now 2023-02-28", id="a later offense without alcohol"),
        pytest.param([an_mip()], {**BORN, "alcohol_enforcement_contacts": ["2020-05-06"]},
                     "never: no_contact_since", id="an alcohol contact since"),
        pytest.param([an_mip()], {**BORN, "cdl_holder": True}, "never: no_commercial_license",
                     id="a commercial driver"),
        pytest.param([an_mip(commercial_vehicle=True)], BORN, "never: no_commercial_vehicle",
                     id="a commercial vehicle"),
        pytest.param([an_mip()], {**BORN, "mip_expungement_used": True}, "never: not_used_before",
                     id="once in a lifetime"),
        pytest.param([an_mip(jurisdiction="us-il")], BORN, "never: missouri_court",
                     id="another state's offense"),
        pytest.param([an_mip()], {"birth_date": None},
                     "unknown 2020-05-05..never: person.birth_date", id="no birth date"),
        pytest.param([an_mip(None, offense_date="2024-02-29")], BORN,
                     "unknown 2024-02-29..never: charge.disposition_date",
                     id="no day of the plea, and an offense after the birthday"),
        pytest.param([an_mip(), an_mip("2021-05-05", statute="City 4", severity="ordinance",
                                       ordinance_equivalent_of="577.010")], BORN,
                     "never: no_alcohol_offense_since",
                     id="a city's drunk driving ordinance since"),
        pytest.param([an_mip(), an_mip("2021-05-05", statute="City 4", severity="ordinance",
                                       ordinance_equivalent_of="574.010")], BORN,
                     "now 2023-02-28", id="a city's other ordinance since"),
        pytest.param([an_mip(cdl_at_offense=False)], BORN, "now 2023-02-28",
                     id="no commercial driver at the time"),
        pytest.param([an_mip(), a_charge(jurisdiction="us-il", disposition_date="2022-01-01",
                                         alcohol_related=False)],
                     BORN, "now 2023-02-28", id="another state's offense without alcohol"),
        pytest.param([an_mip(), a_charge(jurisdiction="us-il", disposition_date="2022-01-01",
                                         alcohol_related=True)],
                     BORN, "never: no_alcohol_offense_since",
                     id="another state's offense with alcohol"),
        pytest.param([an_mip(None)], BORN, "unknown 2023-02-28..never: charge.disposition_date",
                     id="no day of the plea"),
        pytest.param([an_mip(statute=None)], BORN, "unknown 2023-02-28..never: charge.statute",
                     id="no section"),
        pytest.param([an_mip(), a_charge(jurisdiction="us-il", disposition_date="2022-01-01")],
                     BORN, "unknown 2023-02-28..never: charge.alcohol_related@c2/1",
                     id="another state's offense of an unknown kind"),
    ],
)  # fmt: skip
def test_a_minor_in_possession_clears(cases, person, expected):
    assert ask("clear.311_326", *cases, **person) == expected
