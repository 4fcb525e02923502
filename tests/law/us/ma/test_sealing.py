"""Sealing in Massachusetts: both sides of each wait, 29 February, each fact missing in turn."""

import pytest

from tests.law.us.ma.records import ask, felony, jail, misdemeanor, sentence

A, B, C = "clear.100A", "clear.100B", "clear.100C"


@pytest.mark.parametrize(
    ("charge", "expected"),
    [
        pytest.param(misdemeanor("2023-11-23"), "now from 2026-11-23", id="three years to the day"),
        pytest.param(misdemeanor("2023-11-24"), "later from 2026-11-24", id="and a day short"),
        pytest.param(felony("2019-11-23"), "now from 2026-11-23", id="seven years to the day"),
        pytest.param(felony("2019-11-24"), "later from 2026-11-24", id="a felony a day short"),
        pytest.param(misdemeanor("2024-02-29"), "later from 2027-03-01", id="from a leap day"),
        pytest.param(felony("2020-02-29"), "later from 2027-03-01", id="a felony from a leap day"),
        pytest.param(felony("2016-01-01", sentence=jail("2019-11-23")), "now from 2026-11-23",
                     id="from the release, where there was jail"),
        pytest.param(felony("2016-01-01", sentence=jail("2019-11-24")), "later from 2026-11-24",
                     id="the release a day later"),
        pytest.param(felony("2019-01-01", **sentence("probation", probation_until="2026-01-01")),
                     "now from 2026-01-01", id="probation does not move the clock"),
        pytest.param(felony("2019-01-01", sentence={**jail("2019-06-01"),
                                                    "parole_until": "2025-01-01"}),
                     "now from 2026-06-01", id="nor does parole"),
        pytest.param(misdemeanor("2021-01-01", probation_revoked_on="2022-01-01",
                                 revocation_released_on="2023-11-24", **sentence("suspended")),
                     "later from 2026-11-24", id="jail after revocation does"),
        pytest.param({"statute": "209A:7", "disposition_date": "2020-01-01"},
                     "later from 2027-01-01", id="breaking an order waits as a felony"),
        pytest.param({"statute": "258E:9", "disposition_date": "2019-11-23"},
                     "now from 2026-11-23", id="so does the order against harassment"),
        pytest.param({"statute": "268:13B"}, "never", id="a conviction under chapter 268"),
        pytest.param({"statute": "268A:2(b)"}, "never", id="under 268A"),
        pytest.param({"statute": "140:131H"}, "never", id="the last firearms section"),
        pytest.param({"statute": "140:131J"}, "now from 2018-06-01", id="the section after it"),
        pytest.param({"statute": "269:10(a)"}, "now from 2018-06-01",
                     id="carrying a gun is not left out"),
        pytest.param({"statute": "268:32B"}, "now from 2018-06-01", id="nor is resisting arrest"),
        pytest.param({"statute": "268:13B", "disposition": "dismissed", "sentence": None},
                     "now from 2018-06-01", id="what is left out are convictions"),
        pytest.param({"severity": "civil"}, "not_applicable", id="a civil infraction is no record"),
        pytest.param({"jurisdiction": "us-nh"}, "never", id="a case of New Hampshire"),
    ],
)  # fmt: skip
def test_by_mail(charge, expected):
    assert ask(A, charge) == expected


def test_an_open_charge_waits_for_its_end():
    found = ask(A, {"disposition": "pending", "disposition_date": None, "sentence": None})
    assert found.startswith("later")
    assert "the end of this open charge" in found


@pytest.mark.parametrize(
    ("facts", "expected"),
    [
        ({}, "unknown not before 2026-11-23"),
        ({"sex_offender_level": 1, "registration_duty": False}, "now from 2026-11-23"),
        ({"sex_offender_level": 2, "registration_duty": False}, "never"),
        ({"sex_offender_level": 1, "registration_ended_on": "2026-11-24"}, "later from 2026-11-24"),
        ({"sex_offender_level": 1, "registration_duty": True,
          "registration_ends_on": "2031-02-02"}, "later from 2031-02-02"),
    ],
)  # fmt: skip
def test_a_sex_offense_waits_fifteen_years_and_for_its_duty(facts, expected):
    offense = {"statute": "265:13H", "severity": "felony", "disposition_date": "2011-11-23"}
    assert ask(A, offense, **facts).startswith(expected)


@pytest.mark.parametrize(
    ("gone", "expected"),
    [
        pytest.param({"disposition_date": None}, "unknown: charge.disposition_date",
                     id="the day of the disposition"),
        pytest.param({"severity": None, "disposition_date": "2022-06-01"},
                     "unknown: charge.severity", id="the level, between three and seven years"),
        pytest.param({"severity": None}, "now", id="the level, after seven years"),
        pytest.param({"statute": None}, "unknown: charge.statute", id="the section"),
        pytest.param({"disposition": None}, "unknown: charge.disposition",
                     id="how it ended: it may be open"),
        pytest.param({"sentence": None}, "unknown: charge.sentence.type", id="the sentence"),
        pytest.param(felony("2015-06-01", sentence=jail(None)),
                     "unknown: charge.sentence.released_on", id="the release, of a felony"),
        pytest.param(misdemeanor("2015-06-01", sentence=jail(None)), "now",
                     id="the release, of a misdemeanor: 30 months at most, and three years"),
        pytest.param(misdemeanor("2021-05-24", sentence=jail(None)),
                     "unknown: charge.sentence.released_on",
                     id="the same, a day before the longest is over"),
    ],
)  # fmt: skip
def test_without_a_fact(gone, expected):
    status, _, missing = expected.partition(": ")
    found = ask(A, gone)
    assert found.split(" ")[0] == status
    assert missing in found


@pytest.mark.parametrize(
    ("as_of", "charge", "expected"),
    [
        ("2018-10-12", misdemeanor("2014-01-01"), "later from 2019-01-01"),
        ("2018-10-13", misdemeanor("2014-01-01"), "now from 2017-01-01"),
        ("2018-10-12", felony("2010-01-01"), "later from 2020-01-01"),
        ("2018-10-13", felony("2010-01-01"), "now from 2017-01-01"),
        ("2018-10-12", {"statute": "268:32B", "disposition_date": "2010-01-01"}, "never"),
        ("2012-05-03", misdemeanor("2006-01-01"), "later from 2016-01-01"),
        ("2012-05-04", misdemeanor("2006-01-01"), "now from 2011-01-01"),
    ],
)
def test_the_law_of_the_day_asked(as_of, charge, expected):
    assert ask(A, charge, as_of=as_of) == expected


@pytest.mark.parametrize(
    ("value", "expected"),
    [(1200, "now from 2018-06-01"), (1201, "now from 2022-06-01"), (None, "charge.value")],
)
def test_larceny_by_its_value(value, expected):
    found = ask(A, felony("2015-06-01", statute="266:30(1)", value=value), as_of="2020-01-01")
    if value is None:
        assert expected in found
    else:
        assert found.endswith(expected.split(" ")[-1])


@pytest.mark.parametrize(
    ("other", "expected"),
    [
        pytest.param(misdemeanor("2023-11-23"), "now from 2026-11-23", id="three clean years"),
        pytest.param(misdemeanor("2023-11-24"), "later from 2026-11-24", id="and a day short"),
        pytest.param(felony("2023-11-24"), "later from 2026-11-24",
                     id="the years are those of the record to be sealed"),
        pytest.param(misdemeanor("2025-01-01", disposition="dismissed", sentence=None),
                     "now from 2018-06-01", id="a dismissal does not count"),
        pytest.param(misdemeanor("2025-01-01", statute="90:23", motor_vehicle=True, max_fine=50),
                     "now from 2018-06-01", id="nor does a driving offense with a fine of 50"),
        pytest.param(misdemeanor("2025-01-01", statute="90:23", motor_vehicle=True, max_fine=51),
                     "later from 2028-01-01", id="one with a fine of 51 does"),
        pytest.param(misdemeanor("2025-01-01", severity="civil"), "now from 2018-06-01",
                     id="a civil infraction does not"),
        pytest.param(misdemeanor("2025-01-01", jurisdiction="us-nh"), "later from 2028-01-01",
                     id="a conviction of New Hampshire does"),
        pytest.param(misdemeanor("2022-01-01", sentence=jail("2023-11-24")),
                     "later from 2026-11-24", id="so does jail for another charge"),
    ],
)  # fmt: skip
def test_another_charge(other, expected):
    assert ask(A, {}, other) == expected


@pytest.mark.parametrize(
    ("person", "expected"),
    [
        ({"out_of_state_convictions": [{"date": "2023-11-23"}]}, "now from 2026-11-23"),
        ({"out_of_state_convictions": [{"date": "2023-11-24"}]}, "later from 2026-11-24"),
        ({"imprisonments": [{"to": "2023-11-23"}, {"to": "2020-01-01"}]}, "now from 2026-11-23"),
        ({"imprisonments": [{"to": "2023-11-24"}]}, "later from 2026-11-24"),
    ],
)
def test_elsewhere(person, expected):
    assert ask(A, {}, **person) == expected


@pytest.mark.parametrize(
    ("person", "name"),
    [
        ({"out_of_state_convictions": None}, "person.out_of_state_convictions.date"),
        ({"imprisonments": None}, "person.imprisonments.to"),
        ({"imprisonments": [{"from": "2023-01-01"}]}, "person.imprisonments.to"),
        ({"imprisonments": [{"to": None}]}, "person.imprisonments.to"),
    ],
)
def test_what_is_not_known_of_elsewhere_is_named(person, name):
    found = ask(A, {}, **person)
    assert found.startswith("unknown not before 2018-06-01")
    assert name in found


@pytest.mark.parametrize(
    ("charge", "expected"),
    [
        pytest.param({"disposition": "acquitted"}, "now from 2015-06-01", id="not guilty"),
        pytest.param({"disposition": "no_true_bill"}, "now from 2015-06-01", id="no bill"),
        pytest.param({"disposition": "no_probable_cause"}, "now from 2015-06-01", id="no cause"),
        pytest.param({"disposition": "nolle_prosequi"}, "now from 2015-06-01", id="dropped"),
        pytest.param({"disposition": "dismissed"}, "now from 2015-06-01", id="dismissed"),
        pytest.param({}, "never", id="a conviction"),
        pytest.param({"disposition": "continued_without_finding", "dismissed_on": "2016-06-01",
                      **sentence("cwof")}, "now from 2016-06-01", id="a continuance, dismissed"),
        pytest.param({"disposition": "continued_without_finding",
                      **sentence("cwof", until="2027-06-01")}, "later from 2027-06-01",
                     id="a continuance that still runs"),
    ],
)  # fmt: skip
def test_without_a_conviction(charge, expected):
    told = charge if "sentence" in charge or not charge else {**charge, "sentence": None}
    assert ask(C, told) == expected


def test_where_an_indictment_took_its_place_that_case_has_to_end():
    dismissed = {"disposition": "dismissed", "sentence": None, "continues_by_indictment": True}
    assert "charge.indictment_ended_on" in ask(C, dismissed)
    assert ask(C, {**dismissed, "indictment_ended_on": "2020-02-02"}) == "now from 2020-02-02"


def test_insanity_is_open_law():
    found = ask(C, {"disposition": "acquitted", "sentence": None, "not_guilty_by_insanity": True})
    assert "law:us-ma/insanity" in found


@pytest.mark.parametrize(
    ("until", "expected"),
    [("2023-11-23", "now from 2026-11-23"), ("2023-11-24", "later from 2026-11-24")],
)
def test_a_juvenile_record_waits_from_the_end_of_everything(until, expected):
    charge = {"disposition": "adjudicated_delinquent", "court": "juvenile",
              **sentence("probation", probation_until=until)}  # fmt: skip
    assert ask(B, charge) == expected
    assert ask(A, charge) == "not_applicable"
