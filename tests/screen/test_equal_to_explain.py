"""What a screening writes is what explain says, row for row."""

import json
from datetime import date

import duckdb
import pyarrow.parquet as pq
import pytest
from click.testing import CliRunner

from homeward.cli import main
from homeward.screen.running import Terms, screen
from homeward.screen.status import questions_in, status
from homeward.screen.wish import Wish
from tests.screen.stores import people, write_store

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
        told["name"] if isinstance(told, dict) else told
        for column in columns
        for place, told in enumerate(meanings[column]["bits"])
        if row[column] >> place & 1
    }


def whose(need):
    """A need as columns name it: another row's fact without saying which row."""
    fact, at, _ = need.partition("@")
    return f"{fact}@other" if at else fact


def binding(answer):
    """The first dated condition that holds an answer back to its soonest day."""
    dated = [c for c in answer["conditions"] if c["soonest"] is not None]
    if answer["soonest"] == "always":
        return None
    return next((c["name"] for c in dated if c["soonest"] == answer["soonest"]), None)


def unmet(answer):
    """The dated conditions that do not surely hold on the day."""
    return {c["name"] for c in answer["conditions"] if c["latest"] and day(c["latest"]) > DAY}


def together(answer, row, meanings, question):
    """What the columns of a question say, and what explain says of all its rules."""
    yield "days", (row[f"{question}:soonest"], row[f"{question}:latest"]), (
        day(answer["soonest"]), day(answer["latest"]),
    )  # fmt: skip
    yield "status", row[f"{question} status"], answer["status"]
    for kind, told in (("missing", answer["missing"]), ("waits", answer["waits_on"])):
        yield kind, names(row, meanings, question, kind), set(map(whose, told))


def by_one_rule(answer, row, meanings, question):
    """What the columns of one rule say, and what explain says of it."""
    number = row[f"{question}:binding"]
    numbers = meanings[f"{question}:binding"]["numbers"]
    yield "binding", None if number is None else numbers[number]["name"], binding(answer)
    yield "unmet", names(row, meanings, question, "unmet"), unmet(answer)
    own = [name for name in row if name.startswith(f"{question}#")]
    if own:
        told = {}
        for one in answer["conditions"]:
            if one["soonest"] is not None:
                for end in ("soonest", "latest"):
                    told[f"{question}#{one['name']}:{end}"] = day(one[end])
        yield "conditions", {name: row[name] for name in own if row[name] is not None}, told


def screened(out):
    """The rows of each table by their ids, with the status of each question."""
    meanings = json.loads((out / "dictionary.json").read_text())["columns"]
    for kind, held in meanings.items():
        parts = str(out / f"answers.{kind}.parquet" / "*.parquet")
        columns = pq.read_schema(next((out / f"answers.{kind}.parquet").iterdir())).names
        asked = ", ".join(f'{status(name, columns, DAY)} AS "{name} status"'
                          for name in questions_in(columns))  # fmt: skip
        found = duckdb.read_parquet(parts).project(f"*, {asked}").to_arrow_table()
        rows = {(row["person_id"], row.get("case_id"), row.get("charge_id")): row
                for row in found.to_pylist()}  # fmt: skip
        yield kind, held, rows


def compare(tmp_path, told, questions, *, reasons=False):
    """Screen and explain the same people, and name every difference; how many answers."""
    store = write_store(tmp_path / "store", told, 1)
    out = tmp_path / "out"
    screen(store, out, Wish(DAY, DAY, (), questions, reasons), Terms(memory=2000))
    tables = {kind: (held, rows) for kind, held, rows in screened(out)}
    seen, wrong = set(), []
    for question, rule, kind, key, answer in explained(tmp_path / "p.jsonl", told, questions):
        held, row = tables[kind][0], tables[kind][1][key]
        own = f"{question}|{rule}" if f"{question}|{rule}:soonest" in row else question
        if rule == "*":
            seen.add((kind, question, key))
            pairs = together(answer, row, held, question)
        else:
            pairs = by_one_rule(answer, row, held, own)
        wrong += [(key, own, what, left, right) for what, left, right in pairs if left != right]
    everything = {(kind, question, key)
                  for kind, (_, found) in tables.items() for key, row in found.items()
                  for question in questions_in(row) if "|" not in question
                  if row[f"{question}:soonest"] is not None}  # fmt: skip
    assert not wrong, f"{len(wrong)} of {len(seen)}: {wrong[:5]}"
    assert everything == seen
    return len(seen)


def test_the_cases_for_missouri_are_answered_alike(tmp_path):
    told = list(people())
    questions = ("clear.610_140", "limit.610_140")
    assert compare(tmp_path, told, questions, reasons=True) > len(told)


@pytest.mark.slow
def test_every_question_of_missouri_is_answered_alike(tmp_path):
    assert compare(tmp_path, list(people()), (), reasons=True) > 1000
