"""Days as a calendar file."""

import copy
from datetime import date

from icalendar import Calendar

from tests.web.pages import example_records, send

CHARGE = {
    "charge_id": "1", "statute": "570.030", "description": "stealing, twice; “again”",
    "severity": "felony", "class": "D", "offense_date": "2018-11-02", "disposition": "convicted",
    "disposition_date": "2019-04-15", "disposition_completed_on": "2024-02-29",
    "obligations_satisfied_on": "2021-06-30", "requires_sex_registration": False,
    "death_element": False,
}  # fmt: skip
RECORD = {
    "as_of": "2026-11-23",
    "person": {"cdl_holder": False},
    "cases": [{"case_id": "19-CR-1", "jurisdiction": "us-mo", "charges": [CHARGE]}],
}


def events(client, record, **fields):
    answer = send(client, record, path="dates.ics", **fields)
    assert answer.headers["content-type"].startswith("text/calendar")
    return [
        (str(event["summary"]), event["dtstart"].dt)
        for event in Calendar.from_ical(answer.content).walk("VEVENT")
    ]


def test_a_day_to_come_is_in_it_with_its_charge(client):
    # RSMo 610.140.6(1): three years after 29 February 2024; 2027 has none, so 1 March
    wanted = ("Expungement on petition: 19-CR-1/1 stealing, twice; “again”", date(2027, 3, 1))
    assert wanted in events(client, RECORD)


def test_a_day_that_is_not_certain_is_no_appointment(client):
    record = copy.deepcopy(RECORD)
    del record["cases"][0]["charges"][0]["obligations_satisfied_on"]
    assert not [one for one in events(client, record) if "Expungement" in one[0]]


def test_what_is_over_is_not_in_it(client):
    days = [day for _, day in events(client, example_records()["choose"])]
    assert all(day > date(2026, 11, 23) for day in days)
