"""Many people in one file: a row for each, and the same answers as on the command line."""

import csv
import html
import io
import json
import re
import tempfile
from collections import Counter
from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner

from homeward.cli import main
from homeward.explain import Explainer
from homeward.sample import people
from homeward.sources import LoadWish, load
from homeward.web.people_records import records_of
from tests.web.pages import EXAMPLES, parts

FOUR = (EXAMPLES / "four-people.jsonl").read_text()
OTHER_NAMES = """\
Client,Case No,Statute,Severity,Class,Disposition,Dispo Date,Done On
Ana,1,570.030,Felony,D,Convicted,03/01/2015,03/01/2016
Ana,2,574.010,Misdemeanor,,Convicted,04/01/2014,04/01/2014
Ben,3,571.030,Felony,E,Convicted,03/01/2024,11/20/2025
"""
TWO = """\
person_id,case_id,jurisdiction,statute,severity,disposition,disposition_date
p1,c1,us-mo,570.030,felony,convicted,2015-03-01
p2,c1,us-mo,574.010,misdemeanor,dismissed,2020-02-29
"""


def by_command_line(text, tmp_path, name="people.jsonl"):
    (tmp_path / name).write_text(text)
    run = CliRunner().invoke(main, ["explain", str(tmp_path / name), "--format", "json"])
    return [json.loads(line) for line in run.stdout.splitlines()]


def opened(client, name, content, place="", language="en"):
    files = {"file": (name, content)}
    return client.post(f"/{language}/answers", files=files, data={"place": place})


def carried(page):
    found = {part["name"]: part["value"] for part in parts(page, tag="input", type="hidden")
             if part["name"] in ("tables", "place", "mapping")}  # fmt: skip
    area = re.search(r"(?s)<textarea[^>]*>\n(.*?)</textarea>", page)
    return found | ({"mapping": html.unescape(area.group(1))} if area else {})


def counts(page):
    """For each person of the page, how many charges clear how."""
    found, name = {}, None
    for part in parts(page):
        if "data-person" in part:
            name = part["data-person"]
        if "data-count" in part:
            found.setdefault(name, Counter())[part["data-count"]] = int(part["text"])
    return {name: +told for name, told in found.items()}


def wanted_counts(lines):
    return {
        line["person_id"]: Counter(
            a["status"] for a in line["answers"]
            if (a["question"], a["rule"]) == ("clear", "*") and a["status"] != "not_applicable"
        )
        for line in lines
    }  # fmt: skip


def test_each_person_has_a_row_with_what_the_command_line_says(client, tmp_path):
    page = opened(client, "four-people.jsonl", FOUR)
    assert page.status_code == 200
    lines = by_command_line(FOUR, tmp_path)
    wanted = wanted_counts(lines)
    assert sum(wanted.values(), Counter())
    assert counts(page.text) == wanted


def test_all_answers_as_lines_are_those_of_the_command_line(client, tmp_path):
    broken = FOUR + '{"id": "five", "cases": 1}\n{\n'
    page = opened(client, "people.jsonl", broken).text
    saved = client.post("/en/people.jsonl", data=carried(page))
    told, wanted = map(json.loads, saved.text.splitlines()), by_command_line(broken, tmp_path)
    for ours, theirs in zip(told, wanted, strict=True):
        if "error" in theirs:
            assert (ours["line"], ours["id"]) == (theirs["line"], theirs["id"])
        else:
            assert ours == theirs


def test_a_line_that_is_wrong_stops_no_other(client):
    page = opened(client, "people.jsonl", FOUR + "{\n").text
    assert len(counts(page)) == 4
    (row,) = parts(page, **{"data-wrong": True})
    assert "line 5" in row["text"]
    assert "is not valid JSON" in row["text"]


def test_all_answers_as_a_table_have_no_formula(client):
    said = "=HYPERLINK(1)"
    record = json.loads(FOUR.splitlines()[0])
    record["cases"][0]["case_id"] = said
    text = json.dumps(record) + "\n" + json.dumps(record) + "\n"
    page = opened(client, "people.jsonl", text).text
    saved = client.post("/en/people.csv", data=carried(page))
    cells = [cell for row in csv.reader(io.StringIO(saved.text)) for cell in row]
    assert f"'{said}" in cells
    assert not [cell for cell in cells if cell.startswith(("=", "+", "-", "@"))]


def test_one_person_of_many_is_opened(client, tmp_path):
    page = opened(client, "people.jsonl", FOUR).text
    first = parts(page, tag="input", name="record")[0]["value"]
    answers = client.post("/en/answers", data={"record": first, "place": ""})
    shown = {(p["data-question"], p["data-soonest"]) for p in parts(answers.text, tag="article")}
    told = by_command_line(FOUR, tmp_path)[0]["answers"]
    assert shown
    assert shown <= {(a["question"], a["soonest"]) for a in told}


def test_a_table_of_many_people_is_not_read_as_one(client, tmp_path):
    page = opened(client, "charges.csv", TWO).text
    assert "person.person_id" in page
    rows = client.post("/en/people", data=carried(page))
    assert sorted(counts(rows.text)) == ["p1", "p2"]


def test_columns_with_other_names_are_looked_at_first(client):
    page = opened(client, "clients.csv", OTHER_NAMES, "us-mo").text
    told = carried(page)
    assert 'jurisdiction = "us-mo"' in told["mapping"]
    mended = told["mapping"].replace('# "Client" = ""', '"Client" = "person.person_id"')
    lines = [line for line in mended.splitlines() if '"Client"' in line]
    assert lines, mended
    fields = told | {"mapping": mended.replace('# "Done On" = ""', "")}
    rows = client.post("/en/people", data=fields)
    assert rows.status_code == 200, parts(rows.text, role="alert")[0]["text"]


def test_a_column_nearly_right_is_guessed_and_the_guess_is_shown(client):
    page = opened(client, "mine.csv", "statue,disposition\n570.030,convicted\n", "us-mo").text
    (row,) = [p["text"] for p in parts(page, tag="tr") if "statue" in p["text"]]
    assert "charge.statute" in row
    assert "a guess" in row


def test_a_table_that_says_no_person_and_no_case_is_one_person(client):
    table = (
        "Offense Date,Statute,Outcome\n2015-03-01,570.030,dismissed\n2016-03-01,574.010,acquitted\n"
    )
    page = opened(client, "mine.csv", table, "us-mo")
    rows = client.post("/en/people", data=carried(page.text))
    assert rows.status_code == 200
    assert [sum(told.values()) for told in counts(rows.text).values()] == [2]


def answers(explainer, record):
    """Every answer to a record; a column cannot tell "none" from nothing said, which is assumed."""
    kept = ("question", "rule", "subject", "status", "soonest", "latest", "missing", "waits_on")
    told = explainer.explain(explainer.read(record)).as_dict()["answers"]
    return [{key: one[key] for key in kept} for one in told]


@pytest.mark.parametrize("place", ["us-mo", "us-va"])
def test_a_record_comes_back_from_a_table_as_it_went_in(place, tmp_path):
    records = list(people(place, 25, seed=3))
    lines = tmp_path / "people.jsonl"
    lines.write_text("".join(f"{json.dumps(one)}\n" for one in records))
    load([str(lines)], LoadWish(tmp_path / "store"))
    again = {one["person"]["person_id"]: one for one in records_of(tmp_path / "store")}
    explainer = Explainer(as_of=date(2026, 11, 23), laws=[place])
    assert len(again) == len(records)
    for record in records:
        back = again[record["person"]["person_id"]]
        assert answers(explainer, back) == answers(explainer, record)


def test_nothing_of_a_table_is_left_behind(client, monkeypatch, tmp_path):
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    page = opened(client, "charges.csv", TWO).text
    assert client.post("/en/people", data=carried(page)).status_code == 200
    assert client.post("/en/people", data=carried(page) | {"mapping": "["}).status_code == 422
    assert list(Path(tmp_path).iterdir()) == []


@pytest.mark.parametrize(
    ("name", "content", "status"),
    [
        pytest.param("a.jsonl", "{}\n" * 201, 413, id="too many people"),
        pytest.param("a.parquet", b"PAR1", 422, id="half a Parquet file"),
        pytest.param("a.csv", b"Ort,Tag\n\xff,1\n", 422, id="another encoding"),
    ],
)
def test_what_cannot_be_opened_says_why(client, name, content, status):
    answer = opened(client, name, content)
    assert answer.status_code == status
    assert parts(answer.text, role="alert")[0]["text"].strip()


def test_the_page_is_in_spanish(client):
    page = opened(client, "people.jsonl", FOUR, language="es").text
    assert "Las personas en este archivo" in parts(page, tag="main")[0]["text"]
