"""California: for each fact a record in which it settles the answer, and one in which it lacks.

tests/law/test_missing_facts.py takes each away in turn and looks at what is left.
"""

import pytest

from tests.law.us.ca.records import answer, arrest, ask, convicted, custody, probation

PRISON = custody("prison", "2018-01-01", "2019-01-01")
CREW = custody("prison", "2024-06-01", "2027-01-01", fire_camp=True, max_years=3)
ABUSED = {"abuse": {"claimed": True, "at_time_of_offense": True}}
TRAFFICKED = {"trafficking_victim": True}
RENTED = {"jurisdiction": "us-ca"}


@pytest.mark.parametrize(
    ("charge", "expected"),
    [
        pytest.param({**PRISON, "statute": "PC 288(a)", "registrable": ...}, "never",
                     id="prison for what the list says makes one register"),
        pytest.param({**PRISON, "registrable": ...}, "now 2023-07-01", id="not on that list"),
        pytest.param(custody("jail", None, on="2026-04-02"),
                     "unknown 2028-04-02..never: charge.disposition_completed_on, "
                     "charge.sentence.released_on", id="the release is not before the judgment"),
        pytest.param(convicted(on="2026-04-02", sentence={
                         "type": "jail", "sentenced_on": "2026-05-02"}),
                     "unknown 2028-05-02..never: charge.disposition_completed_on, "
                     "charge.sentence.released_on", id="nor before the sentence"),
    ],
)  # fmt: skip
def test_a_petition_after_custody(charge, expected):
    assert ask("clear.petition", charge) == expected


@pytest.mark.parametrize(
    ("facts", "again", "standard"),
    [
        pytest.param({}, None, "shall", id="no other conviction is known"),
        pytest.param({"new_conviction_since": True}, None, "may", id="the record tells of one"),
        pytest.param(
            {"new_conviction_since": False},
            "2017-03-01",
            "shall",
            id="the record says that there is none",
        ),
    ],
)
def test_an_upright_life(facts, again, standard):
    first = custody("jail", "2016-05-01", kind="misdemeanor", on="2016-03-01", **facts)
    others = [custody("jail", "2017-05-01", kind="misdemeanor", on=again)] if again else []
    assert answer("clear.petition", first, *others).brings.standard == standard


@pytest.mark.parametrize(
    ("charge", "expected"),
    [
        pytest.param({**PRISON, "serious": ..., "violent": True}, "never", id="violent"),
        pytest.param({**PRISON, "serious": ..., "violent_felony": True}, "never",
                     id="a violent felony"),
        pytest.param({**PRISON, "auto_relief_denied_on": "2024-11-11"}, "never",
                     id="a court denied it"),
        pytest.param(probation("2018-04-02", sentence={"revoked_and_reinstated": True}),
                     "now 2024-10-01", id="probation taken back and given again: the felony limb"),
        pytest.param(probation("2023-11-24", sentence={"revoked_and_reinstated": True}),
                     "later 2027-11-24", id="then four years run from its end"),
        pytest.param({**probation("2018-04-02"), "registrable": True}, "now 2022-07-01",
                     id="completed probation of a listed offense"),
    ],
)  # fmt: skip
def test_relief_without_asking(charge, expected):
    assert ask("clear.auto", charge) == expected


LIFE = {"statute": "PC 4500", "max_years": 99}


@pytest.mark.parametrize(
    ("charge", "expected"),
    [
        pytest.param({**CREW, **LIFE}, "never", id="a felony that carries life"),
        pytest.param({**CREW, **LIFE, "severity": "misdemeanor"}, "now 2024-06-01",
                     id="only a felony does"),
        pytest.param({**CREW, "disposition_date": "2026-04-02", "sentence": {"type": "prison"}},
                     "unknown 2026-04-02..never: charge.sentence.released_on",
                     id="the release is not before the judgment"),
        pytest.param({**CREW, "sentence": {"type": "prison", "sentenced_on": "2026-05-02"}},
                     "unknown 2026-05-02..never: charge.sentence.released_on",
                     id="nor before the sentence"),
        pytest.param({**CREW, "statute": "PC 288(a)", "registrable": False}, "never",
                     id="a lewd act, whatever the duty"),
        pytest.param({**CREW, "sentence": {"type": "prison", "released_on": "2020-01-01"}},
                     "now 2021-01-01", id="not before the law"),
    ],
)  # fmt: skip
def test_a_fire_crew(charge, expected):
    assert ask("clear.firecamp", charge) == expected


@pytest.mark.parametrize(
    ("charge", "expected"),
    [
        pytest.param(arrest("misdemeanor", "no_complaint", arrest_date=None,
                            offense_date="2026-01-15"),
                     "unknown 2027-01-15..never: charge.arrest_date",
                     id="an arrest is not before the conduct"),
        pytest.param(arrest("felony", "diverted", "2024-05-05", diversion="PC 1001.36",
                            charge_dismissed_on="2025-03-01"),
                     "now 2025-03-01", id="the day of the dismissal is told"),
        pytest.param(arrest("misdemeanor", "no_complaint", arrest_date="1973-01-01",
                            offense_date="1973-01-01"), "now 1974-01-01", id="of 1973"),
        pytest.param(arrest("infraction", "acquitted", "2021-01-20"), "never",
                     id="an infraction fits no way"),
    ],
)  # fmt: skip
def test_an_arrest_sealed_without_asking(charge, expected):
    assert ask("arrest.auto", charge) == expected


@pytest.mark.parametrize(
    ("charge", "expected"),
    [
        pytest.param(arrest("misdemeanor", "no_complaint", limitation_period_end="2027-01-01"),
                     "later 2027-01-01", id="the end of the time for charging is told"),
        pytest.param(arrest("misdemeanor", "no_complaint", offense_date=None,
                            arrest_date="2026-08-08"),
                     "later 2027-08-08", id="the day of the conduct is not told: from the arrest"),
        pytest.param(arrest("felony", "diverted", "2024-05-05", refiling_barred=True, max_years=3,
                            charge_dismissed_on="2025-03-01"),
                     "now 2025-03-01", id="the day of the dismissal is told"),
        pytest.param(convicted("misdemeanor", vacated_on="2024-01-01"), "now 2024-01-01",
                     id="a conviction that was taken back"),
    ],
)  # fmt: skip
def test_an_arrest_sealed_on_request(charge, expected):
    assert ask("arrest.petition", charge) == expected


@pytest.mark.parametrize(
    ("charge", "expected"),
    [
        pytest.param(convicted(on="2019-11-22", sentence={"type": "probation"}), "now 2026-11-23",
                     id="seven years and a day since the conviction"),
        pytest.param(convicted(on="2019-11-23", sentence={"type": "probation"}),
                     "later 2026-11-24", id="seven years to the day"),
        pytest.param(convicted(on="2019-11-22", sentence={
                         "type": "fine", "sentenced_on": "2020-01-01"}),
                     "later 2027-01-02", id="a later sentence"),
        pytest.param(custody("prison", "2019-11-22"), "now 2026-11-23",
                     id="seven years and a day since the release"),
        pytest.param(custody("prison", "2019-11-23"), "later 2026-11-24", id="since the release"),
        pytest.param(convicted(on="2020-01-01", sentence={"type": "prison"}),
                     "unknown 2027-01-02..never: charge.sentence.released_on",
                     id="the release is not known"),
        pytest.param(arrest("felony", "dismissed", "2025-01-20"), "now 2025-01-20",
                     id="dismissed: at once"),
        pytest.param(arrest("felony", "no_complaint"), "now 2020-08-08", id="an arrest alone"),
        pytest.param(arrest("felony", "pending"),
                     "later always..never: waits on the end of this open charge",
                     id="still open"),
        pytest.param(convicted(on="2024-01-01", sentence={"type": "fine"},
                               pardoned_on="2026-01-01"), "now 2026-01-01", id="a full pardon"),
        pytest.param(convicted(on="2024-01-01", sentence={"type": "fine"}, juvenile=True),
                     "unknown 2024-01-01..2031-01-02: law:us-ca/unclear_ending",
                     id="a finding of a juvenile court is open law"),
        pytest.param(convicted(on="2024-01-01", sentence={"type": "fine"}, juvenile=False),
                     "later 2031-01-02", id="no finding of a juvenile court"),
    ],
)  # fmt: skip
def test_a_background_report(charge, expected):
    assert ask("state_report_barred", charge, tenancy=RENTED) == expected


@pytest.mark.parametrize(
    ("question", "home", "case", "asked"),
    [
        pytest.param("state_report_barred", "us-ca", "us-or", True, id="a home here"),
        pytest.param("state_report_barred", "us-or", "us-ca", False, id="a home elsewhere"),
        pytest.param("state_report_barred", None, "us-ca", True, id="no home, and a case here"),
        pytest.param("state_report_barred", None, "us-or", False, id="neither"),
        pytest.param("landlord_use_barred", "us-ca", "us-or", True, id="renting here"),
        pytest.param("landlord_use_barred", None, "us-or", False, id="renting nowhere"),
    ],
)
def test_where_the_home_is(question, home, case, asked):
    charge = {**arrest("felony", "dismissed", "2025-01-20"), "jurisdiction": case}
    tenancy = {"jurisdiction": home} if home else None
    assert (ask(question, charge, tenancy=tenancy) != "not_applicable") is asked


@pytest.mark.parametrize(
    ("facts", "expected"),
    [
        pytest.param({"sealed_on": "2024-01-01"}, "now 2024-01-01", id="sealed"),
        pytest.param({"expunged_on": "2024-01-01"}, "now 2024-01-01", id="expunged"),
        pytest.param({"pardoned_on": "2024-01-01"}, "now 2024-01-01", id="pardoned"),
        pytest.param({"vacated_on": "2024-01-01"}, "now 2024-01-01", id="taken back"),
        pytest.param(
            {"certificate_granted_on": "2024-01-01"},
            "now 2024-01-01",
            id="a certificate of rehabilitation",
        ),
        pytest.param(
            {"juvenile": True, "directly_related_finding": True},
            "now always",
            id="a case of a juvenile court",
        ),
    ],
)
def test_what_a_landlord_may_not_use(facts, expected):
    assert ask("landlord_use_barred", convicted(**facts), tenancy=RENTED) == expected


@pytest.mark.parametrize(
    ("question", "facts", "person", "expected"),
    [
        pytest.param("clear.236_14", {"statute": "PC 211"}, TRAFFICKED, "never",
                     id="trafficked, and robbery"),
        pytest.param("clear.236_14", {"violent": True}, TRAFFICKED, "never",
                     id="trafficked, and told to be violent"),
        pytest.param("clear.236_14", {"violent_felony": True}, TRAFFICKED, "never",
                     id="trafficked, and a violent felony"),
        pytest.param("clear.236_14", {"violent_felony": False}, TRAFFICKED, "now always",
                     id="trafficked, and no violent felony"),
        pytest.param("may_apply.236_15", {"violent_felony": False}, ABUSED, "now 2022-01-01",
                     id="abused, and no violent felony"),
        pytest.param("may_apply.236_15", {"violent": False}, TRAFFICKED,
                     "unknown 2022-01-01..never: person.abuse.claimed, "
                     "person.abuse.at_time_of_offense", id="trafficked, and nothing told of abuse"),
        pytest.param("may_apply.1172_1", {}, ABUSED, "never", id="recall is not by right"),
        pytest.param("may_apply.1172_1", {}, TRAFFICKED, "never", id="nor for the trafficked"),
        pytest.param("may_apply.1172_1", {}, {}, "not_applicable", id="nothing told of abuse"),
        pytest.param("may_apply.1172_1", {"disposition": "dismissed"}, ABUSED, "not_applicable",
                     id="no sentence"),
        pytest.param("may_apply.1473_5", {"violent_felony": True, "offense_date": "1990-01-01",
                                          "expert_battering_evidence": "limited"}, TRAFFICKED,
                     "now always", id="an expert was heard in part"),
    ],
)  # fmt: skip
def test_survivors(question, facts, person, expected):
    assert ask(question, convicted(**facts), **person) == expected


def test_a_place_that_is_not_told():
    told = convicted("misdemeanor")
    assert ask("may_apply.1172_1", {**told, "jurisdiction": "us-or"}, **ABUSED) == "not_applicable"


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        pytest.param({"type": "jail", "released_on": "2024-02-02"}, "now 2024-02-02", id="jail"),
        pytest.param({"type": "prison", "released_on": "2024-02-02",
                      "supervision_ends_on": "2027-02-02"}, "later 2027-02-02", id="parole"),
        pytest.param({"type": "jail"},
                     "unknown 2010-04-02..never: charge.sentence.revoked_into.released_on",
                     id="the release is not known"),
    ],
)  # fmt: skip
def test_prostitution_of_who_was_trafficked(sentence, expected):
    charge = probation(None, "misdemeanor", statute="PC 647(b)", outcome="revoked",
                       sentence={"revoked_into": sentence})  # fmt: skip
    assert ask("clear.1203_49", charge, **TRAFFICKED) == expected


def test_of_probation_without_a_known_end_the_sentence_is_the_least():
    told = {"type": "probation", "probation_outcome": "completed", "sentenced_on": "2026-05-02"}
    charge = convicted("misdemeanor", statute="PC 647(b)", sentence=told)
    expected = "unknown 2026-05-02..never: charge.sentence.probation_ends_on"
    assert ask("clear.1203_49", charge, **TRAFFICKED) == expected
