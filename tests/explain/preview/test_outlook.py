"""A preview of a day: what stands on it, until when, and by which law."""

import pytest

from homeward.explain.preview.as_text import outlook_as_text
from tests.explain.preview.people import ABOUT_HOMES, STEALING, THEFT, applicant, items, outlook

DISMISSED = {**THEFT, "disposition": "dismissed", "disposition_date": "2021-06-01"}

# A theft of the third degree counts for four years from the end of prison, 28 February 2023, and
# on the anniversary itself (NJSA 46:8-56). A charge may be shown for seven years from the day it
# was brought, 10 February 2020, and on the anniversary itself (1681c(a)(5)).
DAYS = [
    pytest.param(THEFT, "landlord_use_barred", "2027-02-27", "later", "no", "2027-02-28",
                 id="two days before, the theft may be used until 28 February"),
    pytest.param(THEFT, "landlord_use_barred", "2027-02-28", "later", "no", "2027-02-28",
                 id="the last day on which the theft may be used"),
    pytest.param(THEFT, "landlord_use_barred", "2027-03-01", "now", "yes", None,
                 id="from 1 March the theft may not be used"),
    pytest.param(DISMISSED, "federal_report_barred", "2027-02-10", "later", "no", "2027-02-10",
                 id="the last day on which the dismissed charge may be shown"),
    pytest.param(DISMISSED, "federal_report_barred", "2027-02-11", "now", "yes", None,
                 id="the day after seven years it may not be shown"),
    pytest.param(THEFT, "federal_report_barred", "2090-01-01", "never", "no", None,
                 id="a conviction has no limit in time, and so no day"),
]  # fmt: skip


@pytest.mark.parametrize(("charge", "question", "on", "status", "holds", "until"), DAYS)
def test_what_stands_on_a_day(charge, question, on, status, holds, until):
    item = items(applicant(charge, filed_on="2020-02-10"), on, question)[question]
    assert (item["status"], item["holds"], item["until"]) == (status, holds, until)


def test_the_sentence_says_what_stands_until_when_and_by_which_law():
    item = items(applicant(THEFT), "2027-02-28", "landlord_use_barred")["landlord_use_barred"]
    assert item["says"].startswith(
        "This landlord: may use it until 28 February 2027; may not use it from 1 March 2027 on: "
    )
    assert item["says"].endswith("(NJSA 46:8-56).")


def test_law_that_is_coming_counts_from_the_day_on_which_it_is_known():
    """RSMo 610.143 was enacted on 9 July 2026, and in force from 28 August 2026."""
    expunged = {**STEALING, "expunged_on": "2026-03-02"}
    record = applicant(expunged, "us-mo", "us-mo")
    days = {
        asked: items({**record, "as_of": asked}, "2026-08-27", "state_report_barred")
        for asked in ("2026-07-08", "2026-07-09")
    }
    assert days["2026-07-08"] == {}
    assert days["2026-07-09"]["state_report_barred"]["until"] == "2026-08-27"


def test_without_questions_everything_about_the_home_is_told_in_its_order():
    told = outlook(applicant(THEFT), "2027-03-01")
    lines, of_the_person = told.lines.values()
    assert [line.answer.question for line in of_the_person] == ["assessment_due"]  # NJSA 46:8-56
    questions = [line.answer.question for line in lines]
    assert questions[:1] == ["federal_report_barred"]
    assert [one for one in questions if one in ABOUT_HOMES] == ABOUT_HOMES
    assert not any(one.startswith("clear") for one in questions)


def test_a_no_of_another_state_is_not_told_as_the_law_of_the_home():
    """Missouri's law on cleared records says nothing about a home in Wyoming."""
    record = applicant(STEALING, "us-wy", "us-mo")
    assert "state_report_barred" not in items(record, "2027-03-01", "state_report_barred")
    text = outlook_as_text(outlook(record, "2027-03-01"), color=False)
    assert "There is no rule here of us-wy on what a background report may show" in text
    assert "There is no rule here of us-wy on what a landlord may use" in text


def test_a_no_is_told_by_the_law_of_the_home():
    item = items(applicant(STEALING, "us-nj", "us-mo"), "2027-03-01", "state_report_barred")
    assert item["state_report_barred"]["rule"] == "us-nj/reports"


def test_a_yes_may_come_from_the_state_of_the_record():
    """RSMo 610.143 binds the seller of a report on a Missouri record, wherever the home is."""
    record = applicant({**STEALING, "expunged_on": "2026-03-02"}, "us-nj", "us-mo")
    item = items(record, "2027-03-01", "state_report_barred")["state_report_barred"]
    assert (item["rule"], item["holds"]) == ("us-mo/reports-of-cleared-records", "yes")


def test_a_missing_fact_is_named_in_words():
    unknown = {**THEFT, "sentence": {"type": "prison"}}
    item = items(applicant(unknown), "2027-03-01", "landlord_use_barred")["landlord_use_barred"]
    assert (item["status"], item["holds"], item["until"]) == ("unknown", "unknown", None)
    assert "the day the person left prison" in item["says"]


def test_without_a_home_it_says_so_and_tells_the_rest():
    text = outlook_as_text(outlook(applicant(STEALING, "", "us-mo"), "2027-03-01"), color=False)
    assert "The record tells of no home" in text
    assert "Expungement on petition" in text


def test_that_a_landlord_may_ask_is_no_good_news():
    text = outlook_as_text(outlook(applicant(THEFT), "2027-03-01", "may_inquire"), color=False)
    assert "• This landlord’s questions: it may ask about it" in text


def test_colors_are_only_in_the_signs():
    plain = outlook_as_text(outlook(applicant(THEFT), "2027-03-01"), color=False)
    painted = outlook_as_text(outlook(applicant(THEFT), "2027-03-01"), color=True)
    assert "\x1b[" in painted
    assert "\x1b[" not in plain
