"""Letters on the site are those of the command line."""

import io
import json

import pytest
from click.testing import CliRunner
from pypdf import PdfReader

from homeward.cli import main
from homeward.letters import kinds
from tests.web.pages import example_records, parts, send

RECORDS = example_records()


def of_command_line(record, folder, kind):
    """The letter as keys; None where there is no ground."""
    path = folder / "record.json"
    path.write_text(json.dumps(record), encoding="utf-8")
    run = CliRunner().invoke(main, ["letter", kind, str(path), "--format", "json"])
    return json.loads(run.stdout) if run.exit_code == 0 else None


@pytest.mark.parametrize("wish", ["", "dates"])
@pytest.mark.parametrize("name", ["choose", "ten-years", "already-closed"])
def test_every_letter_with_ground_is_offered_and_no_other(client, tmp_path, name, wish):
    page = send(client, RECORDS[name], wish=wish).text
    buttons = {p["formaction"] for p in parts(page, tag="button", formaction=True)}
    offered = {b.removeprefix("/en/letters/") for b in buttons if "/letters/" in b}
    wanted = {f"{k}.pdf" for k in kinds() if of_command_line(RECORDS[name], tmp_path, k)}
    assert wanted
    assert offered == wanted


def test_a_letter_says_what_that_of_the_command_line_says(client, tmp_path):
    record = RECORDS["choose"]
    answer = send(client, record, path="letters/mo-petition.pdf")
    assert answer.headers["content-type"] == "application/pdf"
    pages = PdfReader(io.BytesIO(answer.content)).pages
    said = "".join("".join(page.extract_text() for page in pages).split())
    told = of_command_line(record, tmp_path, "mo-petition")
    sentences = [one for part in told["parts"] for line in part["lines"] for one in line]
    plain = [one["text"] for one in sentences if not one["blanks"]]
    assert plain
    for text in plain:
        assert "".join(text.split()) in said, text


def test_a_letter_without_ground_is_not_written(client):
    answer = send(client, RECORDS["choose"], path="letters/vawa.pdf")
    assert answer.status_code == 422
    assert parts(answer.text, role="alert")
    assert send(client, RECORDS["choose"], path="letters/nothing.pdf").status_code == 404


def test_in_spanish_the_letter_to_send_is_in_english_and_the_own_copy_in_spanish(client):
    record = RECORDS["choose"]
    page = send(client, record, "es").text
    buttons = {p["formaction"] for p in parts(page, tag="button", formaction=True)}
    said = []
    for name in ("mo-petition.pdf", "mo-petition.copy.pdf"):
        assert f"/es/letters/{name}" in buttons
        answer = send(client, record, "es", f"letters/{name}")
        said.append(PdfReader(io.BytesIO(answer.content)).pages[0].extract_text())
    assert "Worksheet" in said[0]
    assert "Hoja de trabajo" in said[1]
    assert "[en inglés]" not in said[1]
