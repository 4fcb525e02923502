"""Responses that came more than once: what counts, what is set aside, what is said."""

import json

import pytest

from tests.cli.commands import homeward, lines_of, written

FIRST = {"id": "a", "instrument": "phq-2", "answers": {"1": 0, "2": 0}}
OTHER = FIRST | {"answers": {"1": 3, "2": 3}}
AMENDED = OTHER | {"status": "amended"}
IN_ERROR = OTHER | {"status": "entered-in-error"}
SUICIDAL = {"id": "a", "instrument": "phq-9", "answers": {"9": 2}}


def scored(folder, rows):
    text = "\n".join(map(json.dumps, rows))
    return homeward("therapy", "score", written(folder, "in.jsonl", text), "--format", "json")


@pytest.mark.parametrize(
    ("rows", "totals"),
    [
        pytest.param([FIRST, FIRST], [0, None], id="word for word: counted once"),
        pytest.param([FIRST, OTHER], [0, 6], id="other answers: both count"),
        pytest.param([FIRST, AMENDED], [None, 6], id="amended: takes the earlier one's place"),
        pytest.param([FIRST, OTHER, AMENDED], [None, None, 6], id="amended: of all before it"),
        pytest.param([AMENDED, FIRST], [6, 0], id="one after the amended counts too"),
        pytest.param([FIRST, AMENDED, AMENDED], [None, 6, None], id="amended, sent twice"),
        pytest.param([FIRST, AMENDED, FIRST | {"status": "amended"}], [None, None, 0],
                     id="amended again: the last one counts"),
        pytest.param([FIRST, IN_ERROR], [0, None], id="the other one was entered in error"),
        pytest.param([FIRST, AMENDED | {"id": "b"}], [0, 6], id="another id"),
        pytest.param([FIRST, AMENDED | {"instrument": "gad-2"}], [0, 6], id="another form"),
        pytest.param([FIRST | {"id": None}] * 2, [0, 0], id="no id: nothing to go by"),
    ],
)  # fmt: skip
def test_what_counts_of_responses_with_one_id(tmp_path, rows, totals):
    result = scored(tmp_path, rows)
    assert [one.get("total") for one in lines_of(result)] == totals
    assert result.exit_code == (1 if None in totals else 0)


def test_the_amended_says_whose_place_it_takes_and_the_earlier_says_which_counts(tmp_path):
    early, late = lines_of(scored(tmp_path, [FIRST, AMENDED]))
    (problem,) = early["error"]["problems"]
    assert (problem["row"], problem["field"]) == ("line 1", "id")
    assert problem["problem"] == "was amended later: line 2 takes its place"
    assert "it takes the place of line 1, which is set aside" in late["notes"][-1]


def test_an_amended_one_without_an_earlier_says_so(tmp_path):
    (found,) = lines_of(scored(tmp_path, [AMENDED]))
    assert "an earlier one, which is not in this file" in found["notes"][-1]


def test_a_second_screen_says_that_the_id_came_before(tmp_path):
    first, second = lines_of(scored(tmp_path, [FIRST, OTHER]))
    assert second["notes"][-1].startswith("The same id came on line 1 with other answers")
    assert first["notes"] == []


def test_one_entered_in_error_makes_the_other_of_its_id_ask(tmp_path):
    first, _ = lines_of(scored(tmp_path, [FIRST, IN_ERROR]))
    assert first["notes"] == [
        "Line 2, with the same id, was entered in error: see whether it speaks of this response."
    ]


@pytest.mark.parametrize(
    ("rows", "flags"),
    [
        pytest.param([SUICIDAL, SUICIDAL | {"answers": {"9": 0}, "status": "amended"}], 1,
                     id="amended later: the safety flag is still told"),
        pytest.param([SUICIDAL | {"status": "in-progress"}], 1, id="not finished: told"),
        pytest.param([SUICIDAL | {"status": "entered-in-error"}], 0, id="entered in error: not"),
        pytest.param([SUICIDAL | {"sex": "x"}], 0, id="no telling how to read it: not"),
    ],
)  # fmt: skip
def test_a_safety_flag_is_told_though_the_response_is_set_aside(tmp_path, rows, flags):
    found = lines_of(scored(tmp_path, rows))[0]
    assert len(found.get("flags", ())) == flags
    assert "error" in found
