"""People of several places in one store: each is asked their own law, columns mean one thing."""

import json
import re
import sys
from datetime import date
from pathlib import Path

import pytest

from homeward import law
from homeward.explain.session import Session
from homeward.facts import read_record
from homeward.law import us
from homeward.screen.asked import masks_of, worth_asking
from homeward.screen.running import Terms, screen
from homeward.screen.wish import Wish, bodies_of
from tests.screen.stores import charge, rows_of, write_store

DAY = date(2026, 11, 23)
GUIDE = Path(__file__).parents[2] / "CONTRIBUTING.md"
FILES = re.compile(r"<!-- file: (us/zz/\S+) -->\n```\w+\n(.*?)```", re.DOTALL)


def forget():
    """Forget what has been read of the law's folders."""
    for kept in (law.body, law.body_ids, law.vocabulary):
        kept.cache_clear()


@pytest.fixture
def two_places(tmp_path, monkeypatch):
    """The made-up place of the guide, and another whose rule has its conditions turned round."""
    folder = tmp_path / "law"
    for name, content in FILES.findall(GUIDE.read_text(encoding="utf-8")):
        for place in ("zz", "zy"):
            path = folder / name.replace("zz", place)
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(content.replace("us-zz", f"us-{place}").replace(".zz", f".{place}"))
    rule = folder / "us" / "zy" / "sealing.py"
    text = rule.read_text()
    first, second, *_ = re.findall(r" {8}condition\(\n.*?\n {8}\),\n", text, re.DOTALL)
    rule.write_text(text.replace(first + second, second + first))
    monkeypatch.setattr(law, "_HERE", folder)
    monkeypatch.setattr(us, "__path__", [*us.__path__, str(folder / "us")])
    forget()
    yield
    forget()
    for name in [name for name in sys.modules if re.match(r"homeward\.law\.us\.z[zy]", name)]:
        del sys.modules[name]


def resident(name, *places, **facts):
    """A person with one case in each place."""
    cases = [{"case_id": place, "jurisdiction": place, "charges": [charge(**facts)]}
             for place in places]  # fmt: skip
    return {"person": {"person_id": name}, "cases": cases}


PEOPLE = [
    resident("one", "us-zz", severity=None),
    resident("two", "us-zy", severity=None, disposition_completed_on=None),
    resident("both", "us-zz", "us-zy", disposition_completed_on=None),
    resident("felon", "us-zy", severity="felony"),
    resident("done", "us-zz"),
    resident("nowhere", "us-ks"),
]


def meant(row, meanings, column):
    """The names of the bits of one column that are set."""
    bits = enumerate(meanings[column]["bits"])
    names = {place: one["name"] if isinstance(one, dict) else one for place, one in bits}
    return {name for place, name in names.items() if row[column] >> place & 1}


def test_everyone_is_asked_the_law_of_their_own_places(two_places, tmp_path):
    out = tmp_path / "out"
    report = screen(write_store(tmp_path / "store", PEOPLE), out, Wish(DAY, DAY), Terms(memory=500))
    meanings = json.loads((out / "dictionary.json").read_text())["columns"]["charge"]
    rows = {(row["person_id"], row["case_id"]): row for row in rows_of(out)}
    session, seen = Session(DAY), 0
    for told in PEOPLE:
        record = read_record(told, law.vocabulary())
        for answer in session.answers(record):
            row = rows[record.person_id, answer.subject.case.id]
            if answer.rule == "*":
                seen += 1
                assert row[f"{answer.question}:soonest"] == answer.when[0]
                assert row[f"{answer.question}:latest"] == answer.when[1]
                missing = {name.partition("@")[0] for name in answer.missing}
                assert meant(row, meanings, f"{answer.question}:missing") == missing
                continue
            own = f"{answer.question}|{answer.rule}"
            number, reason = row[f"{own}:binding"], answer.binding
            named = None if number is None else meanings[f"{own}:binding"]["numbers"][number]
            assert (named and named["name"]) == (reason and reason.name)
            unmet = {one.name for one in answer.reasons if one.when and one.when[1] > DAY}
            assert meant(row, meanings, f"{own}:unmet") == unmet
    assert seen == 2 * 6
    assert rows["nowhere", "us-ks"]["clear:soonest"] is None
    assert rows["one", "us-zz"]["clear.12_34|us-zy/sealing:soonest"] is None
    assert report["answers"]["charge"]["clear"]["not_asked"] == 1
    assert set(report["law"]) == {"us-zz", "us-zy"}


def test_the_words_of_a_question_with_two_rules(two_places, tmp_path):
    """What binds is the condition of the rule that opens the question, with its place."""
    out = tmp_path / "out"
    told = [resident("f", "us-zz", "us-zy", severity="felony")]
    screen(write_store(tmp_path / "store", told), out, Wish(DAY, DAY))
    row, meanings = rows_of(out)[0], json.loads((out / "dictionary.json").read_text())["columns"]
    numbers = meanings["charge"]["clear:binding"]["numbers"]
    assert numbers[row["clear:binding"]] == {
        "name": "misdemeanor",
        "rule": "us-zy/sealing",
        "cite": "State Code 12.34",
        "says": "the charge is a misdemeanor",
    }


@pytest.mark.parametrize(
    ("held", "question", "asked"),
    [
        pytest.param({"case.jurisdiction"}, "state_report_barred", {"us-mo"},
                     id="no home is told of, and Missouri asks of none"),
        pytest.param({"case.jurisdiction", "tenancy.jurisdiction"}, "state_report_barred",
                     {"us-ks", "us-mo"}, id="a home is told of"),
        pytest.param({"case.jurisdiction"}, "clear.610_140", {"us-mo"},
                     id="one place has the rule"),
    ],
)  # fmt: skip
def test_a_law_is_asked_where_it_has_something_to_say(held, question, asked):
    """Kansas and Missouri limit reports for a home there; only Missouri has 610.140."""
    worth = worth_asking(Wish(DAY, questions=(question,)), held)
    found = {place for place, mask in masks_of(["us-ks", "us-mo"], worth).items() if mask}
    bodies = {body.id for body in bodies_of(["us-ks", "us-mo"]) if worth(body)} - {"us"}
    assert bodies == asked
    assert found == asked
