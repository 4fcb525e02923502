"""Files that cannot be used: each is refused with a sentence that says what to mend."""

import json
import random

import pytest

from tests.cli.commands import homeward, lines_of, written
from tests.explain.people import a_person

BAD_USE, SET_ASIDE, DONE = 2, 1, 0

FILES = [
    pytest.param("a.json", "", "is empty", id="an empty file"),
    pytest.param("a.json", " \n ", "is empty", id="a file of blanks"),
    pytest.param("a.jsonl", "", "is empty", id="an empty file of many"),
    pytest.param("a.jsonl", "\n\n \n", "is empty", id="a file of blank lines"),
    pytest.param("a.json", "{", "is not valid JSON", id="half a file"),
    pytest.param("a.json", '{"cases": []} {"cases": []}', "one a line into a .jsonl file",
                 id="two records in a file for one"),
    pytest.param("a.json", '[{"cases": []}]', "is a list, not one record", id="a list of records"),
    pytest.param("a.json", "null", "is not a record", id="null"),
    pytest.param("a.json", '"text"', "is not a record", id="a text"),
    pytest.param("a.json", bytes(range(256)), "is not text in UTF-8", id="a binary file"),
    pytest.param("a.json", "é".encode("latin-1"), "is not text in UTF-8", id="another encoding"),
    pytest.param("a.json", '{"cases": []}'.encode("utf-16"), "Save it as UTF-8", id="UTF-16"),
    pytest.param("a.json", "[" * 200_000, "is nested too deep", id="deep lists"),
    pytest.param("a.json", '{"a":' * 200_000, "is nested too deep", id="deep objects"),
    pytest.param("a.json", '{"person": {}}', 'Give "cases": []', id="no cases"),
    pytest.param("a.json", '{"cases": {}}', "cases: is not a list", id="cases that are no list"),
    pytest.param("a.json", '{"cases": [1, "x"]}', "case 1: is not an object",
                 id="numbers as cases"),
    pytest.param("a.json", '{"cases": [{"charges": [null]}]}', "charge 1: is not an object",
                 id="null as a charge"),
    pytest.param("a.json", '{"cases": [], "cases": []}', '"cases" stands twice', id="a key twice"),
    pytest.param("a.json", '{"cases": [{"case_id": "a"}, {"case_id": "a"}]}',
                 "case.case_id: stands twice (found 'a')", id="two cases with one number"),
    pytest.param("a.json", '{"cases": [{"charges": [{"charge_id": 1}, {"charge_id": 1}]}]}',
                 "charge.charge_id: stands twice (found '1')", id="two charges with one number"),
    pytest.param("a.json", '{"cases": [], "as_of": "soon"}', "as_of: is not a date (found 'soon')",
                 id="a day to answer for that is no day"),
    pytest.param("a.json", '{"cases": [], "law": 5}', "law: is not text (found 5)",
                 id="a number as the law"),
    pytest.param("a.json", '{"cases": [], "person": {"birth_year": Infinity}}',
                 "Infinity is not a number", id="a number without end"),
    pytest.param("a.json", '{"cases": [], "person": {"birth_year": 1e999}}',
                 "person.birth_year: is outside", id="a number too great to hold"),
    pytest.param("a.json", '{"cases": [], "person": {"birth_year": ' + "9" * 400 + "}}",
                 "person.birth_year: is outside", id="a number of four hundred digits"),
    pytest.param("a.json", '{"cases": [], "person": {"birth_year": ' + "9" * 9_999 + "}}",
                 "too many digits", id="a number of ten thousand digits"),
]  # fmt: skip


@pytest.mark.parametrize(("name", "content", "said"), FILES)
def test_a_file_that_cannot_be_used_is_refused_in_a_sentence(tmp_path, name, content, said):
    result = homeward("explain", written(tmp_path, name, content))
    assert (result.exit_code, result.stdout) == (BAD_USE, "")
    assert result.stderr.startswith(f"homeward: {name}")
    assert said in result.stderr
    assert len(result.stderr) < 1_000


@pytest.mark.parametrize(("name", "content", "said"), FILES)
def test_and_as_json_for_a_program(tmp_path, name, content, said):
    result = homeward("explain", written(tmp_path, name, content), "--format", "json")
    (refused,) = lines_of(result)
    assert result.exit_code == BAD_USE
    assert refused["line"] is None
    assert said in refused["error"]["message"]
    assert refused["error"]["problems"][0]["file"] == name


def value_problems():
    """Values outside their facts' domains: the field, the value, what is said, and the fix."""
    day = "disposition_date"
    yield day, 20_200_101, "is not a date (found 20200101)", "YYYY-MM-DD"
    yield day, True, "is not a date (found True)", "YYYY-MM-DD"
    yield day, ["2020-01-01"], "is not a date", "YYYY-MM-DD"
    yield day, {"a": 1}, "is not a date", "YYYY-MM-DD"
    yield day, "2021-02-29", "is not a day of the calendar (found '2021-02-29')", "YYYY-MM-DD"
    yield day, "2021-04-31", "is not a day of the calendar (found '2021-04-31')", "YYYY-MM-DD"
    yield day, "2020-01-01T00:00:00", "is not a date", "YYYY-MM-DD"
    yield day, "0001-01-01", "lies outside 1800 to 2200", "Check the year"
    yield day, "9999-12-31", "lies outside 1800 to 2200", "Check the year"
    yield "severity", "Felony", "is not one of the words", 'Did you mean "felony"?'
    yield "severity", ["felony"], "is not text", "in quotes"
    yield "death_element", "yes", "is neither true nor false (found 'yes')", "true or false"
    yield "death_element", 1, "is neither true nor false (found 1)", "true or false"
    yield "statute", 570.03, "is not text (found 570.03)", "in quotes"
    yield "statute", {}, "is not text", "in quotes"
    yield "sentence", {"years": -3}, "is outside 0 to", "years"
    yield "sentence", {"years": "ten"}, "is not a number (found 'ten')", "years"


@pytest.mark.parametrize(("field", "value", "said", "fix"), list(value_problems()))
def test_a_value_of_the_wrong_kind_names_its_row_field_value_and_fix(
    tmp_path, field, value, said, fix
):
    record = a_person({"charge_id": "1", field: value})
    result = homeward("explain", written(tmp_path, "r.json", record))
    named = f"charge.{field}" + (".years" if isinstance(value, dict) and "years" in value else "")
    assert result.exit_code == BAD_USE
    assert f"r.json, case c1, charge 1: {named}: {said}" in result.stderr
    assert fix in result.stderr


def test_a_file_that_is_not_there(tmp_path):
    result = homeward("explain", tmp_path / "nobody.json")
    assert result.exit_code == BAD_USE
    assert "nobody.json: cannot be read: No such file or directory" in result.stderr


@pytest.mark.parametrize("name", ["folder", "folder.json", "folder.jsonl"])
def test_a_folder_in_place_of_a_file(tmp_path, name):
    (tmp_path / name).mkdir()
    result = homeward("explain", tmp_path / name)
    assert result.exit_code == BAD_USE
    assert "is a folder. Name a file" in result.stderr


def test_no_file_at_all_is_bad_use():
    assert homeward("explain").exit_code == BAD_USE


@pytest.fixture(scope="module")
def garbage():
    """Ten megabytes that look like text and are nothing."""
    made = random.Random(7)  # noqa: S311  the same garbage every time
    return bytes(made.choices(range(32, 127), k=10_000_000))


@pytest.mark.parametrize("name", ["g.json", "g.jsonl"])
def test_ten_megabytes_of_garbage_in_one_line(tmp_path, garbage, name):
    result = homeward("explain", written(tmp_path, name, garbage), "--format", "json")
    (refused,) = [line for line in lines_of(result) if "error" in line]
    assert result.exit_code == (SET_ASIDE if name.endswith("l") else BAD_USE)
    assert "is not valid JSON" in refused["error"]["message"]
    assert len(result.stdout) < 1_000


def test_garbage_in_many_lines_names_every_one_of_them(tmp_path, garbage):
    lines = [garbage[start : start + 500] for start in range(0, 500_000, 500)]
    path = written(tmp_path, "g.jsonl", b"\n".join(lines))
    result = homeward("explain", path, "--format", "json")
    assert result.exit_code == SET_ASIDE
    assert [line["line"] for line in lines_of(result)] == list(range(1, 1_001))


def test_a_line_too_long_for_a_record_is_passed_over_and_the_next_is_answered(tmp_path):
    path = tmp_path / "long.jsonl"
    with path.open("wb") as file:
        file.write(b'{"id": "' + b"x" * (21 * 2**20) + b'"}\n{"id": "next", "cases": []}\n')
    result = homeward("explain", path, "--format", "json")
    long, after = lines_of(result)
    assert "too long" in long["error"]["message"]
    assert (long["line"], after["id"]) == (1, "next")


def test_a_value_without_end_does_not_fill_the_page(tmp_path):
    record = a_person({"charge_id": "1", "description": "x" * 1_000_000, "statute": "5" * 100_000},
                      person={"person_id": "y" * 1_000_000})  # fmt: skip
    result = homeward("explain", written(tmp_path, "r.json", record))
    assert result.exit_code == DONE
    assert len(result.stdout) < 20_000


def test_what_a_record_says_cannot_steer_a_terminal(tmp_path):
    record = a_person({"charge_id": "1", "description": "\x1b[2Jgone\x07", "statute": "570.030"})
    result = homeward("explain", written(tmp_path, "r.json", record))
    assert result.exit_code == DONE
    assert "\x1b" not in result.stdout
    assert "\x07" not in result.stdout


@pytest.mark.parametrize(
    "place", ["us-" + "a" * 5_000, "../../etc/passwd", "us-mo/../us", "us-mo\u0000", "", "US"]
)
def test_a_strange_name_of_a_place_is_a_place_without_rules(tmp_path, place):
    record = {"cases": [{"case_id": "c1", "jurisdiction": place, "charges": [{"charge_id": "1"}]}]}
    result = homeward("explain", written(tmp_path, "r.json", record), "--format", "json")
    assert result.exit_code == DONE
    answers = json.loads(result.stdout)["answers"]
    assert {one["rule"].partition("/")[0] for one in answers} <= {"us", "*"}


def test_hundreds_of_unknown_fields_are_named_once_each(tmp_path):
    record = {"person": {f"field_{n}": n for n in range(300)}, "cases": []}
    result = homeward("explain", written(tmp_path, "r.json", record), "--format", "json")
    notes = " ".join(json.loads(result.stdout)["notes"])
    assert all(f"person.field_{n} " in notes or f"person.field_{n}," in notes
               or f"person.field_{n}." in notes for n in range(300))  # fmt: skip


def test_a_person_of_five_hundred_charges_is_answered_whole(tmp_path):
    charge = {"charge_id": "1", "statute": "570.030", "severity": "misdemeanor", "class": "A",
              "disposition": "convicted", "disposition_date": "2001-01-01",
              "disposition_completed_on": "2002-01-01", "obligations_satisfied_on": "2002-01-01",
              "requires_sex_registration": False, "death_element": False}  # fmt: skip
    record = {"as_of": "2026-11-23", "person": {}, "cases": [
        {"case_id": f"c{n}", "jurisdiction": "us-mo", "charges": [charge]} for n in range(500)
    ]}  # fmt: skip
    path = written(tmp_path, "r.json", record)
    result = homeward("explain", path, "--format", "json", "--question", "clear.610_140")
    answers = json.loads(result.stdout)["answers"]
    whole = [one for one in answers if one["rule"] == "*"]
    assert len(whole) == 500
    assert {(one["status"], one["soonest"]) for one in whole} == {("now", "2003-01-01")}


def test_a_person_of_many_charges_of_which_nothing_is_known_is_answered_whole(tmp_path):
    record = {"as_of": "2026-11-23", "person": {}, "cases": [
        {"case_id": f"c{n}", "jurisdiction": "us-mo", "charges": [{}]} for n in range(30)
    ]}  # fmt: skip
    result = homeward("explain", written(tmp_path, "r.json", record))
    assert result.exit_code == DONE
    assert "and 26 more" in " ".join(result.stdout.split())
