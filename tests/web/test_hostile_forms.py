"""A form that somebody wrote by hand gets a page that says what is wrong."""

import json

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.web.pages import example_records

RECORD = json.dumps(example_records()["choose"])
PATHS = ["answers", "questions", "charges", "save.json", "save.csv", "dates.ics", "packet.pdf",
         "letters/file.pdf", "therapy/dates", "therapy/phq-9"]  # fmt: skip
RECORDS = [
    "", "null", "[]", "1", '"x"', "{}", '{"cases": null}', '{"cases": {}}', '{"cases": [1]}',
    '{"cases": [null]}', '{"cases": [{}]}', '{"cases": [{"charges": null}]}',
    '{"cases": [{"charges": {}}]}', '{"cases": [{"charges": [1]}]}',
    '{"cases": [{"jurisdiction": null, "case_id": 3, "charges": [{}]}]}',
    '{"cases": [], "person": []}', '{"cases": [], "person": null, "tenancy": null}',
    '{"cases": [], "tenancy": 1}', '{"cases": [], "law": "us-zz"}', '{"cases": [], "with": "x"}',
    '{"cases": [], "law": {"a": 1}}', '{"cases": [], "as_of": "0001-01-01"}',
    '{"cases": [], "id": "\\ud83d"}',
    "[" * 5_000, '{"cases": [{"charges": [{"sentence": {"years": 1e308}}]}]}',
]  # fmt: skip
SMALL = settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))


@pytest.mark.parametrize("path", PATHS)
def test_no_record_makes_the_site_fail(client, path):
    for record in RECORDS:
        form = {"record": record, "place": "us-mo", "wish": "clear", "sent": "yes", "go": "yes"}
        answer = client.post(f"/en/{path}", data=form)
        assert answer.status_code in (200, 422), record[:60]


@SMALL
@given(
    st.dictionaries(
        st.sampled_from([
            "place", "wish", "skipped", "trail", "fact", "ask", "sent", "go", "more", "look",
            "row.0.statute", "row.0.disposition_date.month", "row.0.disposition_date.day",
            "row.0.disposition_date.year", "row.0.remove", "row.0.case_id", "row.0.place",
            "row.9999999.statute", f"row.{'9' * 5_000}.statute", "row.x.y", "row.", "row",
            "value.charge:04-CR-0310/1", "value.charge:04-CR-0310/1.month", "value.person:x",
            "start.month", "start.day", "start.year", "step", "holidays", "1", "9",
        ]),
        st.one_of(
            st.text(max_size=30),
            st.sampled_from(["9" * 5_000, "-1", "charge.severity", "charge.severity@charge:x",
                             "charge.class", "@", "[1]", "{", "us-mo", "clear", "\uff12", "yes",
                             "charge.class@charge:04-CR-0310/1", "12", "2019"]),
        ),
        max_size=8,
    ),
    st.sampled_from(PATHS),
)  # fmt: skip
def test_no_field_makes_the_site_fail(client, fields, path):
    sent = {name: value.encode("utf-8", "replace") for name, value in fields.items()}
    answer = client.post(f"/es/{path}", data={"record": RECORD, **sent})
    assert answer.status_code in (200, 422)
