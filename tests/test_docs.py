"""The documentation is true: its examples run, its pages are what the code prints now."""

from __future__ import annotations

import importlib
import re
import sys
from pathlib import Path

import pytest
from scripts.docs_examples import NODE, PAGES, ROOT, renewed
from scripts.docs_picture import PICTURE, picture

from homeward import law
from homeward.law import us
from homeward.law.pages import pages
from tests.rules.test_printing import kinds_of_node

DOCS = ROOT / "docs"
HINT = "the page is out of date: run scripts/docs, read what changed, and commit it"


@pytest.mark.parametrize("page", PAGES, ids=[str(page.relative_to(ROOT)) for page in PAGES])
def test_the_examples_of_a_page_print_what_it_says(page):
    text = page.read_text(encoding="utf-8")
    assert renewed(text) == text, HINT


def test_the_pages_of_law_are_what_the_code_prints():
    written = {
        str(path.relative_to(DOCS / "law")): path.read_text(encoding="utf-8")
        for path in (DOCS / "law").rglob("*.md")
    }
    assert written == dict(pages()), HINT


@pytest.mark.parametrize("kind", kinds_of_node(), ids=lambda kind: kind.__name__)
def test_every_kind_of_node_is_documented_with_an_example(kind):
    documented = NODE.findall((DOCS / "language.md").read_text(encoding="utf-8"))
    assert kind.__name__ in [name for name, *_ in documented], "give it a heading in language.md"


def test_the_picture_is_what_the_code_answers():
    assert PICTURE.read_text(encoding="utf-8") == picture(), HINT


def test_every_page_has_its_place_in_the_list():
    listed = (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
    pages_ = [path for path in DOCS.glob("*.md") if path.name not in listed]
    assert not pages_


# --- the worked example of CONTRIBUTING.md -----------------------------------------------------

FILES = re.compile(r"<!-- file: (\S+) -->\n```\w+\n(.*?)```", re.DOTALL)


@pytest.fixture
def zz(tmp_path, monkeypatch):
    """The made-up place of CONTRIBUTING.md, written where law is looked for."""
    text = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    for name, content in FILES.findall(text):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(content, encoding="utf-8")
    monkeypatch.setattr(law, "_HERE", tmp_path)
    monkeypatch.setattr(us, "__path__", [*us.__path__, str(tmp_path / "us")])
    monkeypatch.syspath_prepend(tmp_path)
    law.body.cache_clear()
    yield tmp_path
    law.body.cache_clear()
    for name in [name for name in sys.modules if name.startswith("homeward.law.us.zz")]:
        del sys.modules[name]


def test_the_worked_example_for_contributors_works(zz):
    tests = importlib.import_module("test_sealing")
    (table,) = tests.test_sealing.pytestmark
    assert len(table.args[1]) == 7
    for case in table.args[1]:
        tests.test_sealing(*case.values)
    assert law.body("us-zz").folder == zz / "us" / "zz"


def test_links_between_pages_lead_somewhere():
    lost = [
        f"{page.relative_to(ROOT)}: {target}"
        for page in [*ROOT.glob("*.md"), *DOCS.rglob("*.md")]
        for target in re.findall(r"\]\(([^)#\s]+)", page.read_text(encoding="utf-8"))
        if "://" not in target and not (Path(page).parent / target).exists()
    ]
    assert not lost
