"""The answers on the page are those of the command line."""

import json

import pytest
from click.testing import CliRunner

from homeward.cli import main
from tests.web.pages import example_records, hidden_record, parts, send

MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August", "September",
          "October", "November", "December")  # fmt: skip
MESES = ("enero", "febrero", "marzo", "abril", "mayo", "junio", "julio", "agosto", "septiembre",
         "octubre", "noviembre", "diciembre")  # fmt: skip
RECORDS = example_records()


def told_by_command_line(record, folder, *options):
    path = folder / "record.json"
    path.write_text(json.dumps(record), encoding="utf-8")
    run = CliRunner().invoke(main, ["explain", str(path), "--format", "json", *options])
    return json.loads(run.stdout)


def in_english(day):
    year, month, number = map(int, day.split("-"))
    return f"{number} {MONTHS[month - 1]} {year}"


def in_spanish(day):
    year, month, number = map(int, day.split("-"))
    return f"{number} de {MESES[month - 1]} de {year}"


@pytest.mark.parametrize("name", RECORDS)
def test_every_answer_on_the_page_is_one_of_the_command_line(client, tmp_path, name):
    told = told_by_command_line(RECORDS[name], tmp_path)
    rows = [
        (a["question"], a["status"], a["soonest"], a["latest"])
        for a in told["answers"]
        if a["rule"] == "*"
    ]
    shown = parts(send(client, RECORDS[name]).text, **{"data-question": True})
    assert shown
    for one in shown:
        row = tuple(one[f"data-{key}"] for key in ("question", "status", "soonest", "latest"))
        assert row in rows
        rows.remove(row)


@pytest.mark.parametrize("name", RECORDS)
def test_every_charge_that_can_clear_is_on_the_page_with_its_day(client, tmp_path, name):
    told = told_by_command_line(RECORDS[name], tmp_path, "--question", "clear")
    wanted = sorted(
        (a["status"], a["soonest"], a["latest"])
        for a in told["answers"]
        if (a["question"], a["rule"]) == ("clear", "*") and a["status"] != "not_applicable"
    )
    for language, say in (("en", in_english), ("es", in_spanish)):
        page = send(client, RECORDS[name], language).text
        shown = parts(page, **{"data-question": "clear"})
        found = sorted((s["data-status"], s["data-soonest"], s["data-latest"]) for s in shown)
        assert found == wanted
        for one in shown:
            for day in (one["data-soonest"], one["data-latest"]):
                if day not in ("always", "never") and one["data-status"] in ("now", "later"):
                    assert say(day) in one["text"]


@pytest.mark.parametrize("name", RECORDS)
def test_what_to_do_next_and_every_note_are_on_the_page(client, tmp_path, name):
    told = told_by_command_line(RECORDS[name], tmp_path)
    page = parts(send(client, RECORDS[name]).text, tag="main")[0]["text"]
    for step in told["next"]:
        if step["do"].startswith("Find out, and add to the record as "):
            continue  # it is asked for here, under each answer that it would change
        assert step["do"] in page
        assert step["cite"] in page
    for note in told["notes"]:
        assert note in page


@pytest.mark.parametrize("name", RECORDS)
def test_every_fact_that_would_change_an_answer_is_named(client, tmp_path, name):
    told = told_by_command_line(RECORDS[name], tmp_path)
    shown = parts(send(client, RECORDS[name]).text, **{"data-question": "clear"})
    for one in told["answers"]:
        if one["question"] == "clear" and one["rule"] == "*" and one["status"] == "unknown":
            facts = {m.partition("@")[0] for m in one["missing"] if not m.startswith("law:")}
            assert facts
            page = send(client, RECORDS[name]).text
            assert facts <= {part["data-fact"] for part in parts(page, **{"data-fact": True})}
    assert shown


@pytest.mark.parametrize("name", RECORDS)
def test_every_reason_leads_to_its_place_on_the_page_of_its_law(client, name):
    page = send(client, RECORDS[name]).text
    links = {p["href"] for p in parts(page, tag="a") if "/law/" in p.get("href", "")}
    assert links
    places = {}
    for link in links:
        path, _, place = link.partition("#")
        if path not in places:
            answer = client.get(path)
            assert answer.status_code == 200
            places[path] = {part.get("id") for part in parts(answer.text, id=True)}
        assert not place or place in places[path], link


def test_the_record_travels_on_in_the_page_as_it_came(client):
    record = RECORDS["choose"]
    assert hidden_record(send(client, record).text) == record


def test_what_a_record_says_cannot_become_markup(client):
    record = json.loads(json.dumps(RECORDS["ten-years"]))
    said = '<script>alert(1)</script>"><img src=x onerror=alert(1)>'
    record["cases"][0]["charges"][0]["description"] = said
    page = send(client, record).text
    assert "<script>alert" not in page
    assert "<img" not in page
    assert hidden_record(page) == record


def test_only_what_was_asked_for_is_answered(client):
    page = send(client, RECORDS["choose"], wish="dates").text
    asked = {part["data-question"] for part in parts(page, **{"data-question": True})}
    assert "clear" not in asked


def test_a_picture_says_in_words_what_it_shows(client):
    page = send(client, RECORDS["choose"]).text
    pictures = parts(page, tag="svg", role="img")
    assert pictures
    assert all("3 June 20" in one["aria-label"] for one in pictures)
