"""The report of a reform on a page: the figures of the command line, of samples and of tables."""

import base64
import html
import json
import re
import tempfile
import zlib
from pathlib import Path

import httpx
import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from click.testing import CliRunner

from homeward.cli import main
from homeward.web import Limits, report_pages
from tests.web.pages import parts

REFORM = "before-sb-1421"
PEOPLE = 40
FLAT = "Person ID,Case No,Statute,Severity,Disposition,Dispo Date\n" + "".join(
    f"p{n},c{n},570.030,{'Felony' if n % 2 else 'Misdemeanor'},Convicted,03/{n % 28 + 1:02}/2015\n"
    for n in range(30)
)


@pytest.fixture(scope="module", autouse=True)
def few_people():
    kept, report_pages.SIZES = report_pages.SIZES, (PEOPLE,)
    yield
    report_pages.SIZES = kept


def run(*command):
    done = CliRunner().invoke(main, [*map(str, command), "--quiet"])
    assert done.exit_code in (0, 1), done.output


@pytest.fixture(scope="module")
def sample(tmp_path_factory):
    folder = tmp_path_factory.mktemp("sample")
    run("sample", "us-mo", "--people", PEOPLE, "--out", folder / "sample")
    return folder / "sample"


@pytest.fixture(scope="module")
def wanted(sample, tmp_path_factory):
    """What the command line reports of the same people."""
    out = tmp_path_factory.mktemp("out")
    run("reform", REFORM, "--data", sample, "--out", out, "--law", "us-mo", "--question", "clear")
    return json.loads((out / "report.json").read_text())["reforms"][0]


def figures(page):
    return {part["data-figure"]: part["text"] for part in parts(page, **{"data-figure": True})}


def in_words(bounds, said="%d charges of %d people", between="at least %s, at most %s"):
    ends = [
        f"those of fewer than {end['fewer_than']} people"
        if "fewer_than" in end
        else said % (end["charges"], end["people"])
        for end in (bounds["at_least"], bounds["at_most"])
    ]
    return ends[0] if ends[0] == ends[1] else between % tuple(ends)


def hidden(page):
    return {part["name"]: part["value"] for part in parts(page, tag="input", type="hidden")}


def mapping_in(page):
    return html.unescape(re.search(r"(?s)<textarea[^>]*>\n(.*?)</textarea>", page).group(1))


def sent(client, files, path="report", language="en", **fields):
    named = [("file", (name, content)) for name, content in files.items()]
    return client.post(f"/{language}/reform/{path}", data={"reform": REFORM, **fields}, files=named)


def checked(client, page, path="report", language="en", **changed):
    """Say that the columns are right, as the page of the columns would send it."""
    fields = hidden(page) | {"mapping": mapping_in(page)} | changed
    return client.post(f"/{language}/reform/{path}", data=fields)


@pytest.mark.slow
def test_made_up_people_are_counted_as_on_the_command_line(client, wanted):
    answer = client.post("/en/reform/report", data={"reform": REFORM, "people": PEOPLE})
    assert answer.status_code == 200
    assert figures(answer.text) == {
        "sooner": in_words(wanted["sooner"]),
        "later": in_words(wanted["later"]),
        "before": in_words(wanted["today"]["before"]),
        "after": in_words(wanted["today"]["after"]),
    }
    assert "made up" in parts(answer.text, tag="main")[0]["text"]


@pytest.mark.slow
def test_tables_that_are_sent_are_counted_as_on_the_command_line(client, sample, wanted):
    files = {f"{name}.parquet": (sample / f"{name}.parquet").read_bytes()
             for name in ("people", "cases", "charges")}  # fmt: skip
    asked = sent(client, files)
    assert "Look at each line" in asked.text
    told = checked(client, asked.text, "report.json").json()
    assert told["reforms"][0] | {"name": ""} == wanted | {"name": ""}
    assert {one["file"] for one in told["data"]["sources"]} == set(files)


def test_what_the_columns_seem_to_mean_is_that_of_the_command_line(client, tmp_path):
    (tmp_path / "export.csv").write_text(FLAT)
    command = ["load", str(tmp_path / "export.csv"), "--propose-mapping"]
    proposed = CliRunner().invoke(main, command).stdout.replace(f"{tmp_path}/", "")
    page = sent(client, {"export.csv": FLAT}).text
    wanted = proposed.replace('# jurisdiction = "us-mo"', 'jurisdiction = "us-mo"')
    assert mapping_in(page).strip() == wanted.strip()
    rows = {p["text"] for p in parts(page, tag="tr")}
    assert any("Dispo Date" in row and "charge.disposition_date" in row for row in rows)


@pytest.mark.slow
def test_a_column_can_be_read_otherwise_and_what_cannot_be_read_is_named(client):
    page = sent(client, {"export.csv": FLAT.replace("Convicted", "Guilty", 2)}).text
    assert "not known yet" in page
    first = checked(client, page)
    assert "2 rows could not be read and were set aside" in first.text
    table = next(p["text"] for p in parts(first.text, tag="table") if "set aside" in p["text"])
    assert "export.csv line 2" in table
    assert "Guilty" in table
    mended = mapping_in(page).replace('# "Guilty" = "…"', '"Guilty" = "convicted"')
    assert "were set aside:" not in checked(client, page, mapping=mended).text


def test_a_mapping_that_cannot_be_used_is_shown_again_with_what_is_wrong(client):
    page = sent(client, {"export.csv": FLAT}).text
    again = checked(client, page, mapping=mapping_in(page) + '\n[charges."X"]\nfact = "charge.x"\n')
    assert again.status_code == 422
    assert '"charge.x" is not a fact' in html.unescape(parts(again.text, role="alert")[0]["text"])
    assert 'fact = "charge.x"' in mapping_in(again.text)
    assert tempfile.gettempdir() not in again.text


@pytest.mark.slow
def test_a_report_can_be_had_in_spanish(client):
    answer = client.post("/es/reform/report", data={"reform": REFORM, "people": PEOPLE})
    said = parts(answer.text, tag="main")[0]["text"]
    assert "¿Qué cambiaría una reforma?" in said
    assert re.search(r"\d cargos de \d+ personas", said)


@pytest.mark.slow
def test_numbers_that_were_moved_are_counted_too(client):
    fields = {"place": "us-mo", "reform": "", "expunge.wait.felony_years": "0", "people": PEOPLE}
    told = client.post("/en/reform/report.json", data=fields).json()
    (name, value, _), *others = told["reforms"][0]["changes"][0]["set"]
    assert (name, value, others) == ("expunge.wait.felony_years", "0", [])


@pytest.mark.slow
def test_the_page_to_keep_needs_nothing_else(client):
    answer = client.post("/en/reform/report.html", data={"reform": REFORM, "people": PEOPLE})
    assert answer.headers["content-disposition"] == 'attachment; filename="report.html"'
    assert not re.search(r"<script|(?:src|href)=\"http", answer.text)


@pytest.mark.parametrize("name", [name for _, some in report_pages.shipped_reforms()
                                  for name, _ in some])  # fmt: skip
def test_every_shipped_reform_is_offered(client, name):
    page = client.get("/en/reform/report").text
    assert name in {part.get("value") for part in parts(page, tag="option")}


def packed(name, raw):
    return json.dumps([[name, base64.b64encode(zlib.compress(raw)).decode()]])


def parquet_of(rows):
    out = pa.BufferOutputStream()
    pq.write_table(pa.table({"statute": pa.array(["570.030"] * rows)}), out)
    return out.getvalue().to_pybytes()


@pytest.mark.parametrize(
    ("fields", "files", "status"),
    [
        pytest.param({"reform": ""}, {}, 422, id="no reform"),
        pytest.param({"reform": "/etc/passwd"}, {}, 422, id="a path for a reform"),
        pytest.param({"reform": REFORM, "place": "us-ny"}, {}, 422, id="a place without a sample"),
        pytest.param({"tables": "[1]"}, {}, 422, id="tables that are none"),
        pytest.param({"tables": '[["a.csv", "?"]]'}, {}, 422, id="tables that are not packed"),
        pytest.param({"tables": packed("a.csv", b"x" * 7_000_000)}, {}, 413, id="a bomb"),
        pytest.param({}, {"a.exe": b"MZ"}, 422, id="a file of another kind"),
        pytest.param({}, {"a.csv": b"statute\n" + b"1\n" * 50_001}, 413, id="too many rows"),
        pytest.param({}, {"a.parquet": parquet_of(50_001)}, 413, id="too many rows in few bytes"),
        pytest.param({}, {"a.parquet": b"PAR1"}, 422, id="half a Parquet file"),
        pytest.param({}, {"a.csv": b""}, 422, id="an empty file"),
        pytest.param({}, {"a.csv": b"x" * 6_000_001}, 413, id="too large"),
    ],
)  # fmt: skip
def test_what_cannot_be_counted_is_refused_and_says_why(client, fields, files, status):
    answer = sent(client, files, **fields)
    assert answer.status_code == status
    assert parts(answer.text, role="alert")[0]["text"].strip()
    assert tempfile.gettempdir() not in answer.text


@pytest.mark.parametrize("name", ["../../x.csv", "/etc/cron.d/x.csv", "..\\x.csv", ".csv"])
def test_a_name_leads_to_no_other_folder(client, name):
    page = sent(client, {name: FLAT})
    assert page.status_code in (200, 422)
    if page.status_code == 200:
        assert "/" not in json.loads(hidden(page.text)["tables"])[0][0]


@pytest.mark.slow
def test_nothing_of_a_table_is_left_behind(client, monkeypatch, tmp_path):
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    page = sent(client, {"export.csv": FLAT}).text
    assert checked(client, page).status_code == 200
    assert checked(client, page, mapping="[").status_code == 422
    assert list(Path(tmp_path).iterdir()) == []


def test_a_count_that_takes_too_long_is_not_waited_for(running):
    with running(Limits(slow_seconds=0)) as site, httpx.Client(base_url=site.url) as client:
        answer = client.post("/en/reform/report", data={"reform": REFORM})
        assert answer.status_code == 503
