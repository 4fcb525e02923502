"""California: the first day of each section and number, and the day before."""

import pytest

from tests.law.us.ca.records import arrest, ask, convicted, custody, probation
from tests.law.us.ca.test_cannabis import cannabis
from tests.law.us.ca.test_los_angeles import PILOT

PRISON = custody("prison", "2005-01-01", "2006-01-01", on="2000-01-01")
CREW = custody("prison", "2020-06-01", fire_camp=True, max_years=3)
LESSER = custody("jail", "1960-02-01", kind="misdemeanor", on="1960-01-01")
ABUSED = {"abuse": {"claimed": True, "at_time_of_offense": True}}
TRAFFICKED = {"trafficking_victim": True}
RENTED = {"tenancy": {"jurisdiction": "us-ca"}}
BATTERED = convicted(statute="PC 187", on="1990-01-01", expert_battering_evidence="none")
MEANWHILE = {"arrest_date": "2010-01-01", "offense_date": "2010-01-01"}


@pytest.mark.parametrize(
    ("question", "charge", "more", "eve", "start", "expected"),
    [
        pytest.param("arrest.auto", arrest("misdemeanor", "no_complaint", **MEANWHILE), {},
                     "2022-06-30", "2022-07-01", "now 2011-01-01",
                     id="an arrest for a misdemeanor"),
        pytest.param("arrest.auto", arrest("felony", "no_complaint", max_years=7, **MEANWHILE),
                     {}, "2022-06-30", "2022-07-01", "now 2013-01-01",
                     id="an arrest for a felony"),
        pytest.param("arrest.auto", arrest("felony", "no_complaint", max_years=8, **MEANWHILE),
                     {}, "2022-06-30", "2022-07-01", "now 2016-01-01",
                     id="an arrest for a grave one"),
        pytest.param("arrest.petition", arrest("misdemeanor", "no_complaint", **MEANWHILE), {},
                     "2017-12-31", "2018-01-01", "now 2011-01-01",
                     id="asking, a misdemeanor"),
        pytest.param("arrest.petition",
                     arrest("felony", "no_complaint", max_years=7, **MEANWHILE), {},
                     "2017-12-31", "2018-01-01", "now 2013-01-01", id="asking, a felony"),
        pytest.param("arrest.petition",
                     arrest("felony", "no_complaint", max_years=8, **MEANWHILE), {},
                     "2017-12-31", "2018-01-01", "now 2016-01-01", id="asking, a grave one"),
        pytest.param("clear.petition", probation("1935-01-01", on="1930-01-01"), {},
                     "1935-09-14", "1935-09-15", "now 1935-01-01", id="after probation"),
        pytest.param("clear.petition", LESSER, {},
                     "1963-09-19", "1963-09-20", "now 1961-01-01", id="without probation"),
        pytest.param("clear.petition", custody("jail", "2011-01-01", on="2010-01-01"), {},
                     "2013-12-31", "2014-01-01", "now 2013-01-01", id="after jail"),
        pytest.param("clear.petition", custody("split", "2011-01-01", "2012-01-01"), {},
                     "2013-12-31", "2014-01-01", "now 2013-01-01", id="after a split sentence"),
        pytest.param("clear.petition", PRISON, {},
                     "2013-12-31", "2014-01-01", "later 2023-07-01", id="after prison"),
        pytest.param("clear.1203_42", {**PRISON, "would_be_1170h_today": True}, {},
                     "2017-12-31", "2018-01-01", "now 2008-01-01", id="1203.42"),
        pytest.param("clear.firecamp", CREW, {},
                     "2020-12-31", "2021-01-01", "now 2021-01-01", id="a fire crew"),
        pytest.param("clear.auto", probation("2012-01-01"), {},
                     "2022-06-30", "2022-07-01", "now 2022-07-01", id="by itself"),
        pytest.param("clear.auto", custody("jail", "2022-02-01", kind="misdemeanor",
                                           on="2022-01-01"), {},
                     "2022-06-30", "2022-07-01", "later 2023-01-01",
                     id="by itself, a misdemeanor"),
        pytest.param("clear.auto", PRISON, {},
                     "2022-06-30", "2022-07-01", "later 2024-10-01", id="by itself, a felony"),
        pytest.param("clear.auto", custody("jail", "2021-01-01"), {},
                     "2022-06-30", "2022-07-01", "later 2025-01-01",
                     id="by itself, a newer felony"),
        pytest.param("clear.auto", probation("1975-01-01", on="1972-12-31"), {},
                     "2022-06-30", "2022-07-01", "never", id="by itself, of 1972"),
        pytest.param("arrest.auto",
                     arrest("misdemeanor", "no_complaint", arrest_date="1972-12-31",
                            offense_date="1972-12-31"), {},
                     "2022-06-30", "2022-07-01", "never", id="an arrest of 1972"),
        pytest.param("clear.11361_9", cannabis(), {},
                     "2018-12-31", "2019-01-01", "later 2023-03-01", id="cannabis by itself"),
        pytest.param("clear.prop64_los_angeles", cannabis("HS 11357(a)"), {"engines": PILOT},
                     "2016-11-08", "2016-11-09", "now always", id="the pilot"),
        pytest.param("clear.prop64_los_angeles",
                     cannabis("HS 11358", prop64_review="leave", sentence={"until": "2030-01-01"}),
                     {"engines": PILOT, "birth_date": "1966-11-10"},
                     "2016-11-08", "2016-11-09", "later 2016-11-10", id="its age"),
        pytest.param("clear.prop64_los_angeles",
                     cannabis("HS 11358", on="2006-11-09", prop64_review="leave",
                              sentence={"until": "2030-01-01"}), {"engines": PILOT},
                     "2016-11-08", "2016-11-09", "later 2016-11-10", id="its years"),
        pytest.param("landlord_use_barred", convicted("infraction"), RENTED,
                     "2019-12-31", "2020-01-01", "now always", id="landlords"),
        pytest.param("state_report_barred",
                     convicted(on="2000-01-01", sentence={"type": "fine"}), RENTED,
                     "2001-12-31", "2002-01-01", "later 2007-01-02", id="reports"),
        pytest.param("clear.236_14", convicted("misdemeanor"), TRAFFICKED,
                     "2016-12-31", "2017-01-01", "now always", id="trafficked"),
        pytest.param("may_apply.236_15", convicted("misdemeanor"), ABUSED,
                     "2021-12-31", "2022-01-01", "now 2022-01-01", id="abused"),
        pytest.param("clear.1203_49",
                     custody("jail", "2012-01-01", kind="misdemeanor", statute="PC 647(b)"),
                     TRAFFICKED, "2014-12-31", "2015-01-01", "now always", id="prostitution"),
        pytest.param("may_apply.1172_1", convicted(), ABUSED,
                     "2023-12-31", "2024-01-01", "never", id="recall"),
        pytest.param("may_apply.1473_5", BATTERED, ABUSED,
                     "2001-12-31", "2002-01-01", "now always", id="battering"),
    ],
)  # fmt: skip
def test_the_first_day(question, charge, more, eve, start, expected):
    assert ask(question, charge, as_of=eve, **more) == "not_applicable"
    assert ask(question, charge, as_of=start, **more) == expected


def test_the_pilot_begins_with_the_act_and_asks_for_a_day_before_it():
    late = cannabis("HS 11358", on="2016-11-09", prop64_review="dismiss")
    assert ask("clear.prop64_los_angeles", late, as_of="2016-11-09", engines=PILOT) == "never"
