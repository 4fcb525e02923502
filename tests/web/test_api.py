"""The interface for machines: the JSON of the command line, and problems that say the fix."""

import json

import httpx
import pytest
from click.testing import CliRunner

from homeward.cli import main
from homeward.web import Limits
from tests.web.pages import example_records

RECORDS = example_records()


def told_by_command_line(record, folder, *options):
    path = folder / "record.json"
    path.write_text(json.dumps(record), encoding="utf-8")
    run = CliRunner().invoke(main, ["explain", str(path), "--format", "json", *options])
    return json.loads(run.stdout)


@pytest.mark.parametrize("name", RECORDS)
def test_explain_gives_the_json_of_the_command_line(client, tmp_path, name):
    answer = client.post("/api/1/explain", json=RECORDS[name])
    assert answer.status_code == 200
    assert answer.headers["content-type"] == "application/json"
    assert answer.json() == told_by_command_line(RECORDS[name], tmp_path)


@pytest.mark.parametrize(
    ("asked", "options"),
    [
        pytest.param({"question": "clear"}, ["--question", "clear"], id="one question"),
        pytest.param({"as_of": "2020-02-29"}, ["--as-of", "2020-02-29"], id="another day"),
        pytest.param({"law": "us-mo"}, ["--law", "us-mo"], id="one law"),
        pytest.param(
            {"as_of": "2020-01-01", "law_known_on": "2026-01-01"},
            ["--as-of", "2020-01-01", "--law-known-on", "2026-01-01"],
            id="law known later",
        ),
        pytest.param({"with": "before-sb-1421"}, ["--with", "before-sb-1421"], id="changed law"),
    ],
)
def test_the_options_of_the_command_line_are_there(client, tmp_path, asked, options):
    answer = client.post("/api/1/explain", params=asked, json=RECORDS["ten-years"])
    assert answer.json() == told_by_command_line(RECORDS["ten-years"], tmp_path, *options)


CHARGE = {"charge_id": "1", "offense_date": "2021-02-29"}
CASES = [{"case_id": "c1", "jurisdiction": "us-mo", "charges": [CHARGE]}]


@pytest.mark.parametrize(
    ("path", "asked", "body", "status", "field", "said"),
    [
        pytest.param("explain", {}, b"{", 400, "", "is not valid JSON", id="broken JSON"),
        pytest.param("explain", {}, b"", 400, "", "is empty", id="nothing"),
        pytest.param("explain", {}, b"[]", 400, "", "is not a record", id="a list"),
        pytest.param("explain", {}, b'{"a":1,"a":2}', 400, "", "stands twice", id="a key twice"),
        pytest.param("explain", {}, b'{"a":NaN}', 400, "", "is not a number", id="no number"),
        pytest.param("explain", {}, b"\xff", 400, "", "is not text", id="no text"),
        pytest.param("explain", {}, b"{}", 422, "cases", "is missing", id="no cases"),
        pytest.param(
            "explain", {}, json.dumps({"cases": CASES}).encode(), 422, "charge.offense_date",
            "is not a day of the calendar", id="29 February of a common year",
        ),
        pytest.param(
            "explain", {"as_of": "soon"}, b'{"cases":[]}', 422, "as_of", "date", id="no day"
        ),
        pytest.param(
            "explain", {"questions": "clear"}, b'{"cases":[]}', 422, "questions",
            "is not a parameter that is known here", id="a parameter nearly right",
        ),
        pytest.param(
            "explain", {"as_of": "86400"}, b'{"cases":[]}', 422, "as_of", "date",
            id="seconds since 1970 are no day",
        ),
        pytest.param(
            "explain", {"with": "/etc/passwd"}, b'{"cases":[]}', 422, "with",
            "is not the name of a shipped change", id="a path is no name",
        ),
        pytest.param(
            "explain", {"with": "nobody.toml"}, b'{"cases":[]}', 422, "with",
            "is not the name of a shipped change", id="a file is no name",
        ),
        pytest.param(
            "therapy/score", {}, b'{"instrument":"phq-99","answers":{}}', 422, "instrument",
            "is not an instrument", id="no such form",
        ),
    ],
)  # fmt: skip
def test_a_problem_says_where_it_is_and_what_to_do(client, path, asked, body, status, field, said):
    answer = client.post(f"/api/1/{path}", params=asked, content=body)
    assert answer.status_code == status
    assert answer.headers["content-type"] == "application/problem+json"
    told = answer.json()
    assert told["status"] == status
    assert told["title"]
    problem = told["problems"][0]
    assert problem["field"] == field
    assert said in problem["problem"]
    assert problem["fix"]


def test_a_question_that_nobody_answers_names_those_that_are(client):
    answer = client.post("/api/1/explain?question=clera", json=RECORDS["ten-years"])
    assert answer.status_code == 422
    assert "no rule answers 'clera'; the questions are" in answer.json()["detail"]


def test_more_charges_than_the_site_takes_are_refused(running):
    charges = [{"charge_id": str(n)} for n in range(4)]
    record = {"cases": [{"case_id": "c", "jurisdiction": "us-mo", "charges": charges}]}
    limits = Limits(charges=3)
    with running(limits) as site, httpx.Client(base_url=site.url, timeout=60) as client:
        assert client.post("/api/1/explain", json=record).status_code == 413
        charges.pop()
        assert client.post("/api/1/explain", json=record).status_code == 200


@pytest.mark.parametrize("name", ["", "/us-mo", "/us-mo/expungement"])
def test_law_is_the_json_of_the_command_line(client, name):
    run = CliRunner().invoke(
        main, ["law", *filter(None, [name[1:]]), "--format", "json", "--as-of", "2026-11-23"]
    )
    answer = client.get(f"/api/1/law{name}?as_of=2026-11-23")
    assert answer.json() == json.loads(run.stdout)


@pytest.mark.parametrize("name", ["us-zz", "us-mo/expungment"])
def test_law_that_is_not_here_names_the_nearest(client, name):
    answer = client.get(f"/api/1/law/{name}")
    assert answer.status_code == 404
    assert "did you mean" in answer.json()["detail"]


def test_a_screen_is_scored_as_on_the_command_line(client, tmp_path):
    response = {"id": "r1", "instrument": "gad-7", "answers": dict.fromkeys("1234567", 2)}
    path = tmp_path / "responses.jsonl"
    path.write_text(json.dumps(response))
    run = CliRunner().invoke(main, ["therapy", "score", str(path), "--format", "json"])
    told = client.post("/api/1/therapy/score", json=response).json()
    assert told == json.loads(run.stdout)
    assert told["total"] == 14


def test_the_description_of_the_interface_names_every_way_in(client):
    described = client.get("/api/1/openapi.json").json()
    assert set(described["paths"]) == {
        "/api/1/explain", "/api/1/law", "/api/1/law/{body_id}", "/api/1/law/{body_id}/{rule}",
        "/api/1/reform", "/api/1/therapy/score",
    }  # fmt: skip


def test_a_reform_is_counted_as_on_the_command_line(client, tmp_path):
    # the same law on the same day for the same made-up people
    told = client.post("/api/1/reform?people=60", json={"program": "before-sb-1421"}).json()
    sample, out = tmp_path / "sample", tmp_path / "out"
    run = CliRunner()
    run.invoke(main, ["sample", "us-mo", "--people", "60", "--out", str(sample), "--quiet"])
    command = ["reform", "before-sb-1421", "--data", str(sample), "--out", str(out), "--quiet"]
    run.invoke(main, [*command, "--law", "us-mo", "--question", "clear"])
    wanted = json.loads((out / "report.json").read_text())
    assert {one["file"] for one in told["data"]["sources"]} == {
        "cases.parquet", "charges.parquet", "people.parquet"
    }  # fmt: skip
    assert told["reforms"][0].pop("name") == "reform"
    assert wanted["reforms"][0].pop("name") == "before-sb-1421"
    for key in ("as_of", "compared_with", "law", "notice", "reforms", "smallest_group"):
        assert told[key] == wanted[key], key


@pytest.mark.parametrize(
    ("reform", "said"),
    [
        pytest.param({}, "there is no", id="nothing"),
        pytest.param({"program": "/etc/passwd"}, "no changes to the law are called", id="a path"),
        pytest.param({"title": "x", "law": "us-ny", "set": {}}, "has no sample", id="no sample"),
        pytest.param(
            {"title": "x", "law": "us-mo", "set": {"no.such": 1}}, "no.such", id="no such number"
        ),
    ],
)
def test_a_reform_that_cannot_be_counted_says_why(client, reform, said):
    answer = client.post("/api/1/reform", json=reform)
    assert answer.status_code == 422
    assert answer.json()["problems"][0]["fix"]
    if said != "there is no":
        assert said in answer.json()["detail"]
