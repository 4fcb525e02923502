"""The page of a report: whole in itself, the same bytes each time, and nobody small on it."""

import csv
import json
import re
import sys
from html.parser import HTMLParser

import pytest
from click.testing import CliRunner
from tests.screen.stores import charge, person, write_store

from homeward.cli import main
from homeward.reform.page import page

DAY, QUESTION = "2026-11-23", "clear.610_140"
FELONY = {"severity": "felony", "class": "D", "statute": "570.030"}
MANY, FEW = 14, 3
BILL = '[set]\n"expunge.wait.felony_years" = 2\n'


def people():
    """Fourteen who wait until 2028, and three of another chapter whose end is not known."""
    for number in range(MANY):
        yield person(f"a{number:02}", charge(**FELONY, disposition_completed_on="2025-02-28"))
    for number in range(FEW):
        told = {**FELONY, "statute": "569.120", "disposition_completed_on": None}
        yield person(f"b{number:02}", charge(**told))


def reform(folder, *flags):
    done = CliRunner().invoke(main, [
        "reform", str(folder / "bill.toml"), "--data", str(folder / "store"), "--as-of", DAY,
        "--question", QUESTION, "--quiet", *map(str, flags),
    ])  # fmt: skip
    assert done.exit_code == 0, done.output


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    folder = tmp_path_factory.mktemp("page")
    bill = f'title = "Two <b>years</b>"\nlaw = "us-mo"\n{BILL}'
    (folder / "bill.toml").write_text(bill, encoding="utf-8")
    write_store(folder / "store", people())
    reform(folder, "--out", folder / "out", "--page", folder / "one.html", "--pictures")
    reform(folder, "--out", folder / "again", "--page", folder / "two.html")
    return folder


class Seen(HTMLParser):
    """What a page holds: its text, the tags that are open in turn, and what tags refer to."""

    def __init__(self, html):
        super().__init__()
        self.open, self.tags, self.refers, self.ids, self.text = [], [], [], [], ""
        self.feed(html)

    def handle_starttag(self, tag, attrs):
        self.tags.append(tag)
        if tag not in {"meta", "path", "rect", "line"}:
            self.open.append(tag)
        given = dict(attrs)
        self.refers += [given[name] for name in ("src", "href", "xlink:href") if name in given]
        self.ids += [given["id"]] if "id" in given else []

    def handle_endtag(self, tag):
        if tag not in {"meta", "path", "rect", "line"}:
            assert self.open.pop() == tag

    def handle_data(self, data):
        self.text += data


@pytest.fixture(scope="module")
def seen(made):
    return Seen((made / "one.html").read_text(encoding="utf-8"))


def test_the_same_input_gives_the_same_bytes(made):
    assert (made / "one.html").read_bytes() == (made / "two.html").read_bytes()


def test_it_fetches_nothing_and_runs_nothing(seen):
    assert "script" not in seen.tags
    assert "link" not in seen.tags
    assert not [one for one in seen.refers if not one.startswith("#")]


def test_every_tag_is_closed_and_no_id_is_there_twice(seen):
    assert seen.open == []
    assert len(seen.ids) == len(set(seen.ids))


def test_each_picture_has_words_and_the_data_beside_it(seen):
    assert seen.tags.count("svg") == seen.tags.count("desc") == seen.tags.count("figcaption")
    assert seen.tags.count("svg") >= 2
    assert seen.tags.count("table") > seen.tags.count("svg")


def test_what_a_reform_is_called_is_text_and_never_markup(made):
    html = (made / "one.html").read_text(encoding="utf-8")
    assert "Two &lt;b&gt;years&lt;/b&gt;" in html
    assert "<b>" not in html


def test_it_says_what_it_is_by_which_law_and_what_is_missing(seen):
    for said in (
        "Information, not legal advice",
        "as last compared with its sources on",
        "Groups of fewer than 11 people",
        "the data do not hold it",
        "felony: 3",
        "felony: 2",
    ):
        assert said in seen.text


def test_a_small_group_and_the_one_that_would_give_it_away_are_not_shown(made, seen):
    told = json.loads((made / "out" / "report.json").read_text(encoding="utf-8"))
    offenses = told["reforms"][0]["by"]["offense"]
    assert [one["value"] for one in offenses if "hidden" in one] == ["570", "569"]
    assert "2 not shown" in re.sub(r"\s+", " ", seen.text)
    assert not [one for one in seen.ids if "by-offense" in one]


def test_the_pictures_are_files_with_their_data_and_their_words(made):
    folder = made / "out" / "bill" / "pictures"
    assert {file.suffix for file in folder.glob("curve.*")} == {".png", ".svg", ".csv", ".txt"}
    assert (folder / "curve.png").read_bytes().startswith(b"\x89PNG")
    told = json.loads((made / "out" / "report.json").read_text(encoding="utf-8"))
    with (folder / "curve.csv").open(encoding="utf-8", newline="") as lines:
        first, *rows = csv.reader(lines)
    assert first[0] == "on"
    assert [row[0] for row in rows] == [one["on"] for one in told["reforms"][0]["curve"]]


def test_made_up_people_are_called_so(made, seen):
    assert "SYNTHETIC" not in seen.text
    told = json.loads((made / "out" / "report.json").read_text(encoding="utf-8"))
    told["data"]["made_up"] = 5
    assert "SYNTHETIC: 5 of the people" in Seen(page(told)).text


def test_without_what_draws_it_is_said_before_any_work_what_to_install(made, monkeypatch):
    monkeypatch.setitem(sys.modules, "vl_convert", None)
    monkeypatch.delitem(sys.modules, "homeward.reform.drawing")
    done = CliRunner().invoke(main, [
        "reform", str(made / "bill.toml"), "--data", str(made / "store"), "--out",
        str(made / "none"), "--page", str(made / "none.html"),
    ])  # fmt: skip
    assert done.exit_code == 2
    assert "this needs vl_convert: pip install 'homeward[pictures]'" in done.stderr
    assert not (made / "none").exists()
