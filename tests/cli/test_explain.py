"""``homeward explain``: what goes in, what comes out, and the exit code."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from homeward.cli.explain import Form, explain_file
from homeward.explain import Explainer
from tests.cli.commands import homeward, lines_of, written
from tests.explain.people import ROOT, a_person, example

EXAMPLES = ROOT / "examples"
FOUR = EXAMPLES / "four-people.jsonl"
SHAPE = Draft202012Validator(
    json.loads((ROOT / "docs" / "explanation.schema.json").read_text(encoding="utf-8")),
    format_checker=Draft202012Validator.FORMAT_CHECKER,
)
DONE, SET_ASIDE, BAD_USE = 0, 1, 2


# --- one record -------------------------------------------------------------------------


@pytest.mark.parametrize("path", sorted(EXAMPLES.glob("*.json")), ids=lambda path: path.stem)
def test_a_record_is_answered_as_text(path):
    result = homeward("explain", path)
    assert (result.exit_code, result.stderr) == (DONE, "")
    assert result.stdout.startswith("Answers for invented-")
    assert "What to do next" in result.stdout


@pytest.mark.parametrize("path", sorted(EXAMPLES.glob("*.json")), ids=lambda path: path.stem)
def test_a_record_is_answered_as_json_in_the_documented_shape(path):
    result = homeward("explain", path, "--format", "json")
    assert (result.exit_code, result.stderr) == (DONE, "")
    SHAPE.validate(json.loads(result.stdout))


def test_a_question_alone():
    result = homeward("explain", EXAMPLES / "choose.json", "--format", "json",
                      "--question", "closed, clear.610_140")  # fmt: skip
    asked = {one["question"] for one in json.loads(result.stdout)["answers"]}
    assert asked == {"closed", "clear.610_140"}


def test_a_question_that_nobody_answers_is_bad_use_and_names_those_that_are():
    result = homeward("explain", EXAMPLES / "choose.json", "--question", "clear.all")
    assert (result.exit_code, result.stdout) == (BAD_USE, "")
    assert "no rule answers 'clear.all'" in result.stderr
    assert "clear.610_140" in result.stderr


def test_the_day_asked_comes_before_the_records_own():
    result = homeward("explain", EXAMPLES / "choose.json", "--format", "json",
                      "--as-of", "2015-01-01")  # fmt: skip
    assert json.loads(result.stdout)["as_of"] == "2015-01-01"


@pytest.mark.parametrize(
    "day", ["2026-02-29", "tomorrow", "20261123", "2026-W01-1", "1799-12-31", "9999-01-01", ""]
)
@pytest.mark.parametrize("flag", ["--as-of", "--law-known-on"])
def test_what_is_no_day_is_bad_use(flag, day):
    result = homeward("explain", EXAMPLES / "choose.json", flag, day)
    assert (result.exit_code, result.stdout) == (BAD_USE, "")
    assert "2026-11-23" in result.stderr


def test_the_law_known_on_a_day():
    known = homeward("explain", EXAMPLES / "already-closed.json", "--law-known-on", "2025-01-01")
    assert "enacted by 1 January 2025" in known.stdout


def test_a_place_without_rules_says_what_is_covered_and_does_not_fail(tmp_path):
    record = {"person": {}, "cases": [{"case_id": "c1", "jurisdiction": "us-wy", "charges": []}]}
    result = homeward("explain", written(tmp_path, "wy.json", record))
    assert result.exit_code == DONE
    assert "There are no rules for us-wy yet." in result.stdout
    assert "us-mo (Missouri)" in " ".join(result.stdout.split())


def test_a_place_written_in_capitals_is_asked_about():
    result = homeward("explain", EXAMPLES / "choose.json", "--law", "US-MO")
    assert "Did you mean us-mo?" in result.stdout


def test_why_shows_every_condition_with_the_facts_it_rests_on():
    short = homeward("explain", EXAMPLES / "already-closed.json").stdout
    long = " ".join(homeward("explain", EXAMPLES / "already-closed.json", "--why").stdout.split())
    assert "RSMo 610.140.3(1)" not in short
    assert "✓ the offense is not a class A felony (RSMo 610.140.3(1))" in long
    assert "charge.disposition_completed_on = 2022-09-09" in long


def test_an_unknown_field_is_a_note_and_under_strict_an_error(tmp_path):
    record = a_person({"charge_id": "1", "disposition_complete_on": "2020-01-01"})
    path = written(tmp_path, "odd.json", record)
    lenient, strict = homeward("explain", path), homeward("explain", path, "--strict")
    assert lenient.exit_code == DONE
    assert "charge.disposition_completed_on" in lenient.stdout
    assert (strict.exit_code, strict.stdout) == (BAD_USE, "")
    assert "disposition_complete_on" in strict.stderr
    assert "charge.disposition_completed_on" in strict.stderr


def test_dates_in_a_strange_order_are_a_note_and_under_strict_an_error(tmp_path):
    record = a_person({"charge_id": "1", "offense_date": "2020-01-01",
                       "disposition_date": "2019-12-31"})  # fmt: skip
    path = written(tmp_path, "odd.json", record)
    lenient, strict = homeward("explain", path), homeward("explain", path, "--strict")
    assert lenient.exit_code == DONE
    assert "lies before" in " ".join(lenient.stdout.split())
    assert strict.exit_code == BAD_USE
    assert "lies before" in strict.stderr


# --- many records -----------------------------------------------------------------------


def test_many_records_are_answered_one_a_line_in_their_order():
    result = homeward("explain", FOUR, "--format", "json")
    assert (result.exit_code, result.stderr) == (DONE, "")
    lines = lines_of(result)
    assert [line["id"] for line in lines] == ["ten-years", "choose", "missing-dates",
                                              "already-closed"]  # fmt: skip
    for line in lines:
        SHAPE.validate(line)


def test_a_line_answers_as_its_record_does_alone():
    lines = lines_of(homeward("explain", FOUR, "--format", "json"))
    for line in lines:
        alone = homeward("explain", EXAMPLES / f"{line['id']}.json", "--format", "json")
        assert json.loads(alone.stdout) == line


BAD_LINES = [
    pytest.param(b"{", "is not valid JSON", id="a bracket that is never closed"),
    pytest.param(b"[]", "is not a record", id="a list"),
    pytest.param(b"5", "is not a record", id="a number"),
    pytest.param(b"null", "is not a record", id="nothing"),
    pytest.param(b'{"id": "x", "person": {}}', "is missing", id="no cases"),
    pytest.param(b'{"id": "x", "cases": [], "person": {"birth_date": "2021-02-29"}}',
                 "is not a day of the calendar", id="an impossible day"),
    pytest.param(b'{"id": "x", "id": "y", "cases": []}', '"id" stands twice', id="a key twice"),
    pytest.param(b'{"person": {"birth_year": NaN}, "cases": []}', "NaN is not a number", id="NaN"),
    pytest.param(b'{"person": {"birth_year": ' + b"9" * 5_000 + b'}, "cases": []}',
                 "too many digits", id="a number of five thousand digits"),
    pytest.param(b'{"id": "\\ud800", "cases": []}', "half a character", id="half a character"),
    pytest.param(b'{"id": "caf\xe9", "cases": []}', "is not text in UTF-8", id="another encoding"),
    pytest.param(b"[" * 100_000, "nested too deep", id="nested a hundred thousand deep"),
    pytest.param(bytes(range(128, 256)), "is not text in UTF-8", id="binary"),
]  # fmt: skip


@pytest.mark.parametrize(("line", "problem"), BAD_LINES)
def test_a_bad_line_is_answered_in_its_place_and_the_rest_goes_on(tmp_path, line, problem):
    good = json.dumps(example("already-closed")).encode()
    path = written(tmp_path, "some.jsonl", b"\n".join([good, line, b"", good, b""]))
    result = homeward("explain", path, "--format", "json")
    first, bad, last = lines_of(result)
    assert result.exit_code == SET_ASIDE
    assert first == last
    SHAPE.validate(bad)
    assert list(bad) == ["homeward", "line", "id", "error"]
    assert (bad["homeward"], bad["line"]) == ("1", 2)
    assert problem in bad["error"]["message"]
    assert all(one["fix"] for one in bad["error"]["problems"])
    assert bad["error"]["message"].startswith("some.jsonl, line 2")
    assert "3 records: 2 answered, 1 set aside" in result.stderr


def test_a_bad_line_keeps_its_id_and_names_row_field_and_value(tmp_path):
    record = {"id": "r7", "cases": [{"case_id": "k1", "charges": [{"charge_id": "1",
              "severity": "felonyy"}]}]}  # fmt: skip
    result = homeward("explain", written(tmp_path, "a.jsonl", record), "--format", "json")
    (bad,) = lines_of(result)
    (problem,) = bad["error"]["problems"]
    assert bad["id"] == "r7"
    assert problem["file"] == "a.jsonl"
    assert problem["row"] == "line 1, case k1, charge 1"
    assert problem["field"] == "charge.severity"
    assert problem["value"] == "'felonyy'"
    assert 'Did you mean "felony"?' in problem["fix"]


def test_every_problem_of_a_line_is_named(tmp_path):
    record = {"cases": [{"charges": [{"severity": "x", "offense_date": "y"}]}],
              "person": {"birth_date": 5}}  # fmt: skip
    (bad,) = lines_of(homeward("explain", written(tmp_path, "a.jsonl", record), "--format", "json"))
    assert {one["field"] for one in bad["error"]["problems"]} == {
        "charge.severity", "charge.offense_date", "person.birth_date",
    }  # fmt: skip


def test_as_text_a_bad_line_is_named_on_standard_error_and_the_rest_goes_on(tmp_path):
    good = json.dumps(example("already-closed"))
    result = homeward("explain", written(tmp_path, "some.jsonl", f"{good}\n{{\n{good}\n"))
    assert result.exit_code == SET_ASIDE
    assert result.stdout.count("Answers for invented-4") == 2
    assert "set aside: some.jsonl, line 2: is not valid JSON" in result.stderr


def test_the_last_line_needs_no_end_and_windows_ends_are_fine(tmp_path):
    good = json.dumps(example("already-closed"))
    result = homeward("explain", written(tmp_path, "a.jsonl", f"{good}\r\n{good}"),
                      "--format", "json")  # fmt: skip
    assert len(lines_of(result)) == 2
    assert result.exit_code == DONE


def test_a_question_that_only_another_place_answers_stops_nothing(tmp_path):
    other = {"id": "tx", "cases": [{"case_id": "c", "jurisdiction": "us-wy", "charges": []}]}
    both = "\n".join(json.dumps(one) for one in (other, example("already-closed")))
    result = homeward("explain", written(tmp_path, "a.jsonl", both), "--format", "json",
                      "--question", "closed")  # fmt: skip
    texas, missouri = lines_of(result)
    assert result.exit_code == DONE
    assert texas["answers"] == []
    assert missouri["answers"]


class Failing(Explainer):
    """Fails on one record, as a mistake of ours would."""

    def explain(self, record):
        """Explain all records but one."""
        if record.record_id == "choose":
            msg = "a mistake of ours"
            raise ZeroDivisionError(msg)
        return super().explain(record)


def test_a_mistake_of_ours_sets_one_line_aside_and_asks_for_a_report(capsys):
    code = explain_file(FOUR, Failing(), Form(json=True))
    shown = capsys.readouterr()
    lines = [json.loads(line) for line in shown.out.splitlines()]
    assert code == SET_ASIDE
    assert [line["id"] for line in lines] == ["ten-years", "choose", "missing-dates",
                                              "already-closed"]  # fmt: skip
    assert "mistake in homeward" in lines[1]["error"]["problems"][0]["fix"]
    assert "a mistake of ours" in lines[1]["error"]["message"]


# --- the terminal -----------------------------------------------------------------------


def test_there_is_no_color_where_there_is_no_terminal():
    assert "\x1b[" not in homeward("explain", EXAMPLES / "choose.json").stdout


@pytest.mark.skipif(sys.platform == "win32", reason="a pseudo-terminal is a thing of Unix")
@pytest.mark.parametrize(("no_color", "colored"), [("", True), ("1", False)])
def test_there_is_color_on_a_terminal_unless_nobody_wants_it(no_color, colored):
    import pty

    ours, theirs = pty.openpty()
    command = [str(Path(sys.executable).with_name("homeward")), "explain",
               str(EXAMPLES / "already-closed.json")]  # fmt: skip
    running = subprocess.Popen(command, stdout=theirs, env={**os.environ, "NO_COLOR": no_color})
    os.close(theirs)
    shown = b""
    try:
        while part := os.read(ours, 65_536):
            shown += part
    except OSError:  # Linux says so when the other side is closed
        pass
    assert running.wait() == DONE
    assert (b"\x1b[32mYES\x1b[0m" in shown) is colored


def test_a_terminal_without_the_signs_still_gets_the_answer():
    command = [str(Path(sys.executable).with_name("homeward")), "explain",
               str(EXAMPLES / "already-closed.json")]  # fmt: skip
    env = {**os.environ, "PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0"}
    result = subprocess.run(command, capture_output=True, env=env, check=True)
    assert b"YES" in result.stdout
    assert result.stderr == b""


def test_help_names_every_option_and_that_it_is_no_legal_advice():
    assert "not legal advice" in homeward("--help").stdout
    shown = homeward("explain", "--help").stdout
    for option in ("--question", "--law", "--as-of", "--law-known-on", "--format", "--why",
                   "--strict"):  # fmt: skip
        assert option in shown


# --- another day, and other places ------------------------------------------------------


@pytest.mark.parametrize("home", ["us-mo-private", "us-mo-voucher", "us-nj-private"])
def test_a_day_can_be_looked_at(home):
    result = homeward("explain", EXAMPLES / f"{home}.json", "--on", "2027-03-01")
    assert (result.exit_code, result.stderr) == (DONE, "")
    assert result.stdout.startswith("What stands on 1 March 2027, for invented-1")


@pytest.mark.parametrize(
    "asked",
    [["--on", "2027-03-01"], ["--compare", "us-mo,us-ks"],
     ["--compare", "us-mo,us-nj", "--on", "2027-03-01"]],
    ids=["a day", "places", "places on a day"],
)  # fmt: skip
@pytest.mark.parametrize("name", ["already-closed", "us-mo-voucher", "us-nj-private"])
def test_a_preview_has_the_documented_shape(name, asked):
    result = homeward("explain", EXAMPLES / f"{name}.json", "--format", "json", *asked)
    assert (result.exit_code, result.stderr) == (DONE, "")
    SHAPE.validate(json.loads(result.stdout))


def test_many_records_have_a_preview_each():
    result = homeward("explain", FOUR, "--format", "json", "--on", "2027-03-01")
    assert [one["preview"]["on"] for one in lines_of(result)] == ["2027-03-01"] * 4


def test_places_of_a_home_are_compared_as_text():
    result = homeward("explain", EXAMPLES / "us-mo-private.json", "--compare", "us-mo,us-nj")
    assert (result.exit_code, result.stderr) == (DONE, "")
    assert result.stdout.startswith("Missouri or New Jersey: what moving would change")


def test_a_place_that_is_none_is_bad_use():
    result = homeward("explain", EXAMPLES / "us-mo-private.json", "--compare", "us-mo,Kansas")
    assert (result.exit_code, result.stdout) == (BAD_USE, "")
    assert "'Kansas' is no place" in result.stderr


def test_a_day_that_is_none_is_bad_use():
    result = homeward("explain", EXAMPLES / "us-mo-private.json", "--on", "2027-02-29")
    assert (result.exit_code, result.stdout) == (BAD_USE, "")
