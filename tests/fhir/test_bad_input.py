"""What cannot be scored is named with its place, value and fix; the rest goes on."""

import pytest

from tests.cli.commands import homeward, lines_of, written
from tests.fhir.forms import all_at, ndjson, questionnaire, response


def answers(folder, *found, code=1):
    file = written(folder, "in.ndjson", ndjson(*found))
    result = homeward("therapy", "score", file, "--format", "json")
    assert result.exit_code == code, result.output
    return lines_of(result)


GOOD = response("phq-2", {"1": 1, "2": 1}, id="good")


@pytest.mark.parametrize("status", ["entered-in-error", "in-progress", "stopped", "unheard", None])
def test_a_response_that_does_not_count_is_set_aside_and_the_next_is_scored(tmp_path, status):
    bad = response("phq-2", {"1": 3, "2": 3}, id="bad", status=status)
    if status is None:
        del bad["status"]
    aside, scored = answers(tmp_path, questionnaire("phq-2"), bad, GOOD)
    assert "status" in aside["error"]["message"]
    assert (scored["id"], scored["total"]) == ("good", 2)


@pytest.mark.parametrize("status", ["in-progress", "stopped"])
def test_what_must_be_acted_on_is_told_even_where_the_rest_does_not_count(tmp_path, status):
    given = response("phq-9", all_at("phq-9", 0) | {"9": 2}, status=status)
    (aside,) = answers(tmp_path, questionnaire("phq-9"), given)
    assert aside["flags"] == ["self-harm thoughts: same-day safety check"]


def test_a_number_that_the_form_does_not_take_is_named_and_not_counted(tmp_path):
    given = response("phq-2", {"1": {"valueInteger": 4}, "2": 2})
    (one,) = answers(tmp_path, questionnaire("phq-2"), given, code=0)
    (wrong,) = one["errors"]
    assert (wrong["link_id"], wrong["value"]) == ("q1", "4")
    assert "0, 1, 2 or 3" in wrong["fix"]
    assert (one["valid"], one["total_min"], one["total_max"]) == (False, 2, 5)


def test_words_are_never_read_as_an_answer(tmp_path):
    given = response("phq-2", {"1": {"valueString": "Nearly every day"}, "2": 0})
    (one,) = answers(tmp_path, questionnaire("phq-2"), given, code=0)
    assert "words are never read" in one["errors"][0]["fix"]


def test_two_answers_to_one_question_are_not_chosen_between(tmp_path):
    given = response("phq-2", {"1": 1, "2": 2})
    first = given["item"][0]["item"][0]
    given["item"][0]["item"].append({**first, "answer": [{"valueInteger": 3}]})
    (one,) = answers(tmp_path, questionnaire("phq-2"), given, code=0)
    assert (one["errors"][0]["item"], one["missing"]) == ("1", ["1"])


def test_a_k6_coded_from_1_to_5_is_refused_as_a_whole(tmp_path):
    asked = questionnaire("k6", weights={str(n): [1, 2, 3, 4, 5] for n in range(1, 7)})
    (aside,) = answers(tmp_path, asked, response("k6", all_at("k6", 1)))
    message = aside["error"]["message"]
    assert "Questionnaire/k6, linkId q1" in message
    assert "5 minus the answer" in message


def test_a_form_that_is_not_known_says_what_to_give(tmp_path):
    asked = questionnaire("phq-2", code=[{"system": "http://loinc.org", "code": "0-0"}])
    for item in asked["item"][0]["item"]:
        item["code"] = [{"system": "http://loinc.org", "code": "00000-0"}]
    del asked["item"][1]
    (aside,) = answers(tmp_path, asked, response("phq-2", {"1": 1, "2": 1}))
    assert "--map" in aside["error"]["message"]


@pytest.mark.parametrize(
    ("second", "kept"),
    [
        pytest.param({}, 1, id="sent twice"),
        pytest.param({"meta": {"versionId": "2"}}, 0, id="a version that cannot be told apart"),
    ],
)
def test_one_response_is_never_scored_twice(tmp_path, second, kept):
    first = response("phq-2", {"1": 1, "2": 1}, id="same")
    again = {**response("phq-2", {"1": 1, "2": 1}, id="same"), **second}
    if second:
        again["item"] = response("phq-2", {"1": 3, "2": 3})["item"]
    found = answers(tmp_path, questionnaire("phq-2"), first, again)
    assert sum("total" in one for one in found) == kept


def test_of_two_versions_the_newest_counts(tmp_path):
    old = response(
        "phq-2", {"1": 0, "2": 0}, id="same", meta={"lastUpdated": "2026-11-01T00:00:00Z"}
    )
    new = response(
        "phq-2", {"1": 3, "2": 3}, id="same", meta={"lastUpdated": "2026-11-02T00:00:00Z"}
    )
    for order in ((old, new), (new, old)):
        found = answers(tmp_path, questionnaire("phq-2"), *order)
        assert [one["total"] for one in found if "total" in one] == [6]


def test_a_line_that_is_no_json_does_not_stop_the_file(tmp_path):
    text = ndjson(questionnaire("phq-2")) + "{not json}\n" + ndjson(GOOD)
    result = homeward("therapy", "score", written(tmp_path, "in.ndjson", text), "--format", "json")
    assert result.exit_code == 1
    assert [one.get("total") for one in lines_of(result)] == [None, 2]
    assert "line 2" in result.stdout


def test_a_file_without_a_response_is_said(tmp_path):
    file = written(tmp_path, "in.json", questionnaire("phq-2"))
    result = homeward("therapy", "score", file)
    assert (result.exit_code, "holds no response" in result.output) == (2, True)
