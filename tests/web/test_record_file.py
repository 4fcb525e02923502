"""A record from a file: what a table may say, and what a spreadsheet may not run."""

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from homeward.facts import RecordError
from homeward.web.record_file import as_table_text, record_in, safe_cell
from tests.web.pages import example_records, hidden_record, parts, send

TABLE = """\
case_id,jurisdiction,statute,severity,class,disposition,disposition_date,sentence.years,juvenile
c1,us-mo,570.030,felony,D,convicted,2019-04-15,2,no
c1,us-mo,574.010,misdemeanor,,convicted,,,
c2,,571.030,felony,E,dismissed,2022-02-28,,yes
"""


def test_a_table_is_a_record_and_an_empty_cell_says_nothing():
    record = record_in(TABLE.encode(), "charges.csv", "us-va")
    first, second = record["cases"]
    assert [first["jurisdiction"], second["jurisdiction"]] == ["us-mo", "us-va"]
    assert first["charges"] == [
        {"statute": "570.030", "severity": "felony", "class": "D", "disposition": "convicted",
         "disposition_date": "2019-04-15", "sentence": {"years": 2}, "juvenile": False},
        {"statute": "574.010", "severity": "misdemeanor", "disposition": "convicted"},
    ]  # fmt: skip
    assert second["charges"][0]["juvenile"] is True


@pytest.mark.parametrize(
    ("text", "said"),
    [
        pytest.param("statue\n570.030\n", "is not one record", id="a column nearly right"),
        pytest.param("statute\n", "has no rows", id="no rows"),
        pytest.param("", "names no columns", id="nothing"),
        pytest.param('statute\n"570', "is not a table", id="a quote that is never closed"),
    ],
)
def test_a_table_that_cannot_be_read_says_why(text, said):
    with pytest.raises(RecordError, match=said.replace("?", r"\?")):
        record_in(text.encode(), "charges.csv")


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1"])
def test_a_cell_that_begins_a_formula_is_marked(text):
    assert safe_cell(text) == f"'{text}"


@pytest.mark.parametrize("value", ["570.030", "a=b", -1, 2.5, "", None])
def test_any_other_cell_stays_as_it_is(value):
    assert safe_cell(value) == ("" if value is None else str(value))


@given(st.text(max_size=20))
def test_no_cell_of_a_saved_table_begins_a_formula(said):
    record = {"cases": [{"case_id": said, "charges": [{"description": said}]}]}
    cells = [
        cell for row in csv.reader(io.StringIO(as_table_text(record), newline="")) for cell in row
    ]
    assert not [cell for cell in cells if cell.startswith(("=", "+", "-", "@", "\t", "\r"))]


def test_a_saved_table_opens_as_the_record_that_it_was(client):
    record = example_records()["choose"]
    saved = send(client, record, path="save.csv")
    assert saved.headers["content-disposition"] == 'attachment; filename="my-charges.csv"'
    opened = client.post(
        "/en/answers", files={"file": ("my-charges.csv", saved.content)}, data={"place": ""}
    )
    again = hidden_record(opened.text)
    assert again["cases"] == record["cases"]
    assert again["person"] == record["person"]


def test_a_saved_record_opens_as_the_record_that_it_was(client):
    record = example_records()["choose"]
    saved = send(client, record, path="save.json")
    assert saved.json() == record
    opened = client.post("/es/answers", files={"file": ("my-record.json", saved.content)})
    assert hidden_record(opened.text) == record


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        pytest.param("a.json", b"{", "is not valid JSON", id="broken JSON"),
        pytest.param("a.json", b'{"cases": 1}', "is not a list", id="cases of the wrong kind"),
        pytest.param("a.csv", b"\xff\xfe", "is not text in UTF-8", id="another encoding"),
    ],
)
def test_a_file_that_cannot_be_read_gets_a_page_that_says_why(client, name, content, said):
    answer = client.post("/en/answers", files={"file": (name, content)})
    assert answer.status_code == 422
    assert said in parts(answer.text, role="alert")[0]["text"]
