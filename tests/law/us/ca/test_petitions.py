"""California: asking a court to dismiss a conviction, PC 1203.4, 1203.4a, 1203.41 and 1203.42."""

import pytest

from tests.law.us.ca.records import answer, ask, convicted, custody, probation

PETITION = "clear.petition"


@pytest.mark.parametrize(
    ("charge", "expected"),
    [
        pytest.param(probation("2026-11-23"), "now 2026-11-23", id="probation ends today"),
        pytest.param(probation("2026-11-24"), "later 2026-11-24", id="it ends tomorrow"),
        pytest.param(probation("2018-04-02", statute="PC 211", serious=True), "now 2018-04-02",
                     id="a serious felony with probation is not left out"),
        pytest.param(probation("2018-04-02", statute="PC 288(a)"), "never", id="a lewd act"),
        pytest.param(probation("2018-04-02", statute="PC 261.5(d)"), "never",
                     id="a felony of 261.5(d)"),
        pytest.param(probation("2018-04-02", "misdemeanor", statute="PC 261.5(d)"),
                     "now 2018-04-02", id="a misdemeanor of it"),
        pytest.param(probation("2018-04-02", "infraction"), "never", id="an infraction"),
        pytest.param(probation("2017-04-02", outcome="revoked", sentence={
                         "revoked_into": {"type": "prison", "released_on": "2023-02-02",
                                          "supervision_ends_on": "2024-02-29"}}),
                     "now 2026-03-01", id="taken back: two years after parole"),
        pytest.param(probation("2017-04-02", outcome="revoked", sentence={
                         "revoked_into": {"type": "jail", "released_on": "2025-11-24"}}),
                     "later 2027-11-24", id="taken back, and two years after jail"),
    ],
)  # fmt: skip
def test_after_probation(charge, expected):
    assert ask(PETITION, charge) == expected


@pytest.mark.parametrize(
    ("charge", "standard"),
    [
        pytest.param(probation("2018-04-02"), "shall", id="all of it done"),
        pytest.param(probation("2018-04-02", outcome="terminated_early"), "shall",
                     id="ended early by the court"),
        pytest.param(probation("2018-04-02", outcome="completed_with_violation"), "may",
                     id="with a violation"),
        pytest.param(probation("2018-04-02", sentence={"revoked_and_reinstated": True}), "may",
                     id="taken back and given again"),
        pytest.param(probation("2018-04-02", "misdemeanor", statute="VC 23152(a)"), "may",
                     id="driving drunk: only if just"),
        pytest.param(probation("2018-04-02", "misdemeanor", statute="VC 12500(a)"), "shall",
                     id="driving without a license is not on that list"),
    ],
)  # fmt: skip
def test_who_is_owed_it(charge, standard):
    assert answer(PETITION, charge).brings.standard == standard


@pytest.mark.parametrize(
    ("charge", "expected"),
    [
        pytest.param(custody("jail", "2025-05-01", kind="misdemeanor", on="2025-11-23"),
                     "now 2026-11-23", id="a year since the judgment"),
        pytest.param(custody("jail", "2025-05-01", kind="misdemeanor", on="2025-11-24"),
                     "later 2026-11-24", id="a day short"),
        pytest.param(custody("jail", "2027-01-05", kind="misdemeanor", on="2025-05-01"),
                     "later 2027-01-05", id="the sentence goes on"),
        pytest.param(convicted("infraction", on="2024-02-29", sentence={"type": "fine"}),
                     "now 2025-03-01", id="an infraction, from a leap day"),
        pytest.param(convicted("infraction", statute="VC 42001", sentence={"type": "fine"}),
                     "never", id="VC 42001 is left out"),
        pytest.param(custody("jail", "2016-05-01", kind="misdemeanor", statute="PC 288(c)"),
                     "never", id="a misdemeanor of 288(c) is left out"),
    ],
)  # fmt: skip
def test_without_probation(charge, expected):
    assert ask(PETITION, charge) == expected


def test_a_new_conviction_leaves_it_to_the_court():
    first = custody("jail", "2016-05-01", kind="misdemeanor", on="2016-03-01")
    again = custody("jail", "2017-05-01", kind="misdemeanor", on="2017-03-01")
    assert answer(PETITION, first, again).brings.standard == "may"
    assert answer(PETITION, again, first).brings.standard == "shall"


@pytest.mark.parametrize(
    ("charge", "expected"),
    [
        pytest.param(custody("jail", "2024-11-23"), "now 2026-11-23", id="two years after jail"),
        pytest.param(custody("jail", "2024-11-24"), "later 2026-11-24", id="a day short"),
        pytest.param(custody("split", "2024-01-01", "2025-11-23"), "now 2026-11-23",
                     id="one year after mandatory supervision"),
        pytest.param(custody("split", "2024-01-01", "2025-11-24"), "later 2026-11-24",
                     id="a day short of it"),
        pytest.param(custody("prison", "2022-01-01", "2024-11-23"), "now 2026-11-23",
                     id="two years after parole"),
        pytest.param(custody("prison", "2018-01-01", "2019-01-01"), "now 2023-07-01",
                     id="not before the law reached prison"),
        pytest.param(custody("prison", "2018-01-01", "2019-01-01", statute="PC 187"),
                     "now 2023-07-01", id="murder is not left out"),
        pytest.param(custody("prison", "2018-01-01", "2019-01-01", registrable=True), "never",
                     id="prison and a duty to register"),
        pytest.param(custody("jail", "2018-01-01", registrable=True), "now 2020-01-01",
                     id="jail and a duty to register"),
    ],
)  # fmt: skip
def test_after_custody(charge, expected):
    assert ask(PETITION, charge) == expected


def test_the_end_of_supervision_is_asked_for_and_the_release_is_the_least():
    found = answer(PETITION, custody("prison", "2024-01-01"))
    assert found.status == "unknown"
    assert str(found.when[0]) == "2026-01-01"
    assert "charge.sentence.supervision_ends_on" in found.missing


def test_another_sentence_and_an_open_charge_hold_it_back():
    done = custody("jail", "2018-01-01", on="2016-01-01")
    on_probation = probation("2027-05-05", on="2025-05-05", outcome="ongoing")
    assert ask(PETITION, done, on_probation) == "later 2027-05-05"
    still_open = convicted(disposition="pending", disposition_date=None)
    assert ask(PETITION, done, still_open) == (
        "later 2020-01-01..never: waits on the end of an open charge"
    )


@pytest.mark.parametrize(
    ("judged", "expected"),
    [pytest.param("2011-09-30", "now 2015-01-01", id="the day before realignment"),
     pytest.param("2011-10-01", "never", id="the day itself")],
)  # fmt: skip
def test_prison_for_what_brings_jail_today(judged, expected):
    old = custody("prison", "2012-01-01", "2013-01-01", on=judged, would_be_1170h_today=True)
    assert ask("clear.1203_42", old) == expected


@pytest.mark.parametrize(
    ("earlier", "expected"),
    [
        pytest.param(None, "now 2024-06-01", id="from the release"),
        pytest.param("PC 451(b)", "never", id="arson, ever"),
        pytest.param("PC 207(a)", "never", id="kidnapping, ever"),
    ],
)
def test_a_fire_crew(earlier, expected):
    crew = custody("prison", "2024-06-01", "2027-01-01", fire_camp=True, max_years=3)
    others = [custody("prison", "2001-01-01", "2002-01-01", on="2000-01-01", statute=earlier,
                      max_years=8)] if earlier else []  # fmt: skip
    assert ask("clear.firecamp", crew, *others) == expected


def test_probation_that_was_taken_back_waits_for_the_end_of_custody():
    back = {"revoked_into": {"type": "prison", "supervision_ends_on": "2024-02-29"}}
    charge = probation("2017-04-02", outcome="revoked", sentence=back)
    found = answer(PETITION, charge)
    assert found.status == "unknown"
    assert str(found.when[0]) == "2026-03-01"
    assert "charge.sentence.revoked_into.released_on" in found.missing
