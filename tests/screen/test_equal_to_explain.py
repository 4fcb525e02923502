"""What a screening writes is what explain says, row for row."""

import json
from datetime import date

import pytest
from click.testing import CliRunner

from homeward.cli import main
from homeward.screen.running import Terms, screen
from homeward.screen.wish import Wish
from tests.screen.stores import people, rows_of, write_store

DAY = date(2026, 11, 23)
ENDS = {"always": date(1800, 1, 1), "never": date(2200, 12, 31)}


def explained(path, told, questions):
    """Every answer of explain, by question, rule, person and subject."""
    path.write_text("".join(json.dumps(one) + "\n" for one in told))
    chosen = ["--question", ",".join(questions)] if questions else []
    arguments = ["explain", str(path), "--format", "json", "--as-of", str(DAY), *chosen]
    done = CliRunner().invoke(main, arguments)
    assert done.exit_code == 0, done.stderr
    for line in done.stdout.splitlines():
        record = json.loads(line)
        for answer in record["answers"]:
            subject = answer["subject"]
            key = (record["person_id"], subject.get("case_id"), subject["id"])
            if subject["kind"] == "person":
                key = (record["person_id"], None, None)
            if subject["kind"] == "case":
                key = (record["person_id"], subject["id"], None)
            yield answer["question"], answer["rule"], subject["kind"], key, answer


def day(text):
    return ENDS.get(text) or date.fromisoformat(text)


def names(row, meanings, question, kind):
    """The names of the bits that are set."""
    columns = [name for name in meanings if name.startswith(f"{question}:{kind}")]
    return {
        name
        for column in columns
        for place, name in enumerate(meanings[column]["bits"])
        if row[column] >> place & 1
    }


def whose(need):
    """A need as columns name it: another row's fact without saying which row."""
    fact, at, _ = need.partition("@")
    return f"{fact}@other" if at else fact


def binding(answer):
    """The first dated condition that holds an answer back to its soonest day."""
    dated = [c for c in answer["conditions"] if c["soonest"] is not None]
    return next((c["name"] for c in dated if c["soonest"] == answer["soonest"]), None)


def compare(tmp_path, told, questions, laws=()):
    """Screen and explain the same people, and name every difference."""
    store = write_store(tmp_path / "store", told)
    out = tmp_path / "out"
    screen(store, out, Wish(DAY, DAY, laws, questions), Terms(memory=1000))
    meanings = json.loads((out / "dictionary.json").read_text())["columns"]
    rows = {
        kind: {(row["person_id"], row.get("case_id"), row.get("charge_id")): row
               for row in rows_of(out, kind)} for kind in meanings
    }  # fmt: skip
    seen, wrong = set(), []
    for question, rule, kind, key, answer in explained(tmp_path / "p.jsonl", told, questions):
        row, held = rows[kind][key], meanings[kind]
        seen.add((kind, question, key))
        found = (row[f"{question}:soonest"], row[f"{question}:latest"])
        if rule == "*":
            if found != (day(answer["soonest"]), day(answer["latest"])):
                wrong.append((key, question, found, answer["soonest"], answer["latest"]))
            for kind_, told_ in (("missing", answer["missing"]), ("waits", answer["waits_on"])):
                bits = names(row, held, question, kind_)
                if bits != set(map(whose, told_)):
                    wrong.append((key, question, kind_, bits, told_))
        elif answer["status"] != "not_applicable" and row[f"{question}:binding"] is not None:
            number = row[f"{question}:binding"]
            named = held[f"{question}:binding"]["numbers"][number]
            if named["rule"] == rule and named["name"] != binding(answer):
                wrong.append((key, question, named["name"], binding(answer)))
    everything = {(kind, column.removesuffix(":soonest"), key)
                  for kind, found in rows.items() for key, row in found.items()
                  for column in row if column.endswith(":soonest") and row[column] is not None
                  if "|" not in column}  # fmt: skip
    assert not wrong, f"{len(wrong)} of {len(seen)}: {wrong[:5]}"
    assert everything == seen
    return len(seen)


def test_the_cases_for_missouri_are_answered_alike(tmp_path):
    told = list(people())
    assert compare(tmp_path, told, ("clear.610_140", "limit.610_140")) > len(told)


@pytest.mark.slow
def test_every_question_of_missouri_is_answered_alike(tmp_path):
    assert compare(tmp_path, list(people()), ()) > 1000
