"""Places side by side: what moving would change, what stays, and where there is no rule."""

import pytest

from homeward.explain.preview.as_text import comparison_as_text
from homeward.rules.problem import LawError
from tests.explain.preview.people import STEALING, THEFT, applicant, comparison


def by_question(told):
    return {one["question"]: one for one in told.as_dict()["compare"]}


def test_a_limit_of_one_state_alone_is_a_change():
    """KSA 50-704: seven years from the release of 28 February 2023; Missouri has no limit."""
    told = by_question(comparison(applicant(THEFT), "us-mo", "us-ks"))["state_report_barred"]
    assert told["same"] is False
    assert told["places"]["us-mo"]["status"] == "never"
    assert told["places"]["us-ks"]["until"] == "2030-02-28"


def test_federal_law_is_the_same_everywhere():
    told = by_question(comparison(applicant(THEFT), "us-mo", "us-ks", "us-nj"))
    assert told["federal_report_barred"]["same"] is True


def test_a_place_without_a_rule_is_null_and_no_no():
    told = by_question(comparison(applicant(STEALING, "us-mo", "us-mo"), "us-mo", "us-wy"))
    for question in ("state_report_barred", "landlord_use_barred"):
        assert told[question]["same"] is None
        assert told[question]["places"]["us-wy"] is None


@pytest.mark.parametrize(
    ("on", "status"),
    [("2027-02-28", "later"), ("2027-03-01", "now")],
    ids=["the last day on which it counts", "the day after"],
)
def test_the_day_moves_every_place(on, status):
    told = by_question(comparison(applicant(THEFT), "us-mo", "us-nj", on=on))
    places = told["landlord_use_barred"]["places"]
    assert (places["us-mo"]["status"], places["us-nj"]["status"]) == ("never", status)


def test_moving_to_a_city_asks_its_state_too():
    told = by_question(comparison(applicant(THEFT), "us-ny-nyc", "us-ny"))
    assert told["state_report_barred"]["same"] is True


def test_the_name_of_a_city_does_not_move_to_another_place():
    """A city-owned home in Kansas City is another question than one in Newark (441.043.3)."""
    record = applicant(THEFT, "us-nj")
    record["tenancy"]["city"] = "Newark"
    told = comparison(record, "us-mo")
    assert "Newark" not in str(told.as_dict())
    assert told.record.tenancy.facts["tenancy.city"] == "Newark"


def test_a_record_without_a_home_can_be_compared():
    told = by_question(comparison(applicant(THEFT, ""), "us-mo", "us-ks"))
    assert told["state_report_barred"]["same"] is False


def test_a_place_that_is_none_is_bad_use():
    with pytest.raises(LawError, match="'Kansas' is no place"):
        comparison(applicant(THEFT), "Kansas")


def test_the_page_says_in_short_what_changes():
    text = comparison_as_text(comparison(applicant(THEFT), "us-mo", "us-ks"), color=False)
    assert "Missouri or Kansas: what moving would change" in text
    assert "one answer changes: “A background report, by state law”" in text
    assert "There is no rule here of Kansas on this." in text


def test_the_page_says_when_nothing_changes():
    told = comparison(applicant(THEFT), "us-mo", "us-ks", questions=["federal_report_barred"])
    text = comparison_as_text(told, color=False)
    assert "In short: no answer changes." in text
    assert "✗ Everywhere: a background report, by federal law: may show it" in text


def test_the_same_answer_of_two_laws_is_told_for_each_with_its_own_reason():
    """Murder counts for ever in New Jersey (NJSA 46:8-56); Missouri has no limit at all."""
    told = comparison(applicant({**THEFT, "description": "murder"}), "us-mo", "us-nj")
    assert by_question(told)["landlord_use_barred"]["same"] is True
    text = " ".join(comparison_as_text(told, color=False).split())
    assert "This landlord: the same answer, each by its own law" in text
    assert "New Jersey: may use it, and waiting does not change that" in text
    assert "one of the offenses that count for ever" in text


@pytest.mark.parametrize("places", [("us-mo", "us-ks"), ("us-ks", "us-mo"), ("us-nj", "us-wy")])
def test_a_place_without_a_rule_adds_no_note_about_the_record(places):
    """The question fits the record; it is the place that has no rule."""
    questions = ["federal_report_barred", "state_report_barred", "landlord_use_barred"]
    told = comparison(applicant(THEFT), *places, questions=questions)
    assert not any("asks about, so it has no answer" in note for note in told.notes)


def test_a_question_that_fits_nothing_anywhere_is_still_told():
    told = comparison(applicant(THEFT), "us-mo", "us-nj", questions=["release.time_credits"])
    assert any("release.time_credits asks about" in note for note in told.notes)
