"""Gaps, wrong answers and received totals: what may be said, and what may not."""

import itertools
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from homeward.therapy import instrument, instruments, read_response, score
from tests.cli.commands import homeward, lines_of, written

SMALL = ("phq-2", "gad-2", "pc-ptsd-5", "audit-c", "cssrs-screen")


def scored(name, answers, **more):
    return score(read_response({"instrument": name, "answers": answers, **more}, "test"))


@given(st.data())
def test_the_bounds_and_verdicts_contain_every_way_to_fill_the_gaps(data):
    form = instrument(data.draw(st.sampled_from(SMALL)))
    answers = {
        name: data.draw(st.sampled_from([None, *item.allowed])) for name, item in form.items.items()
    }
    found = scored(form.id, answers, sex="female")
    open_items = [name for name in found.missing if answers[name] is None]
    fills = [
        scored(form.id, answers | dict(zip(open_items, fill, strict=True)), sex="female")
        for fill in itertools.product(*(form.items[name].allowed for name in open_items))
    ]
    if form.has_total:
        assert found.total_min == min(one.total for one in fills)
        assert found.total_max == max(one.total for one in fills)
    for rule, verdict in found.positive.items():
        said = {one.positive[rule] for one in fills}
        assert verdict == (said.pop() if len(said) == 1 else "unknown")


@given(st.lists(st.integers(0, 3), min_size=9, max_size=9))
def test_a_full_phq_9_scores_its_sum(values):
    found = scored("phq-9", {str(n): value for n, value in enumerate(values, start=1)})
    assert found.total == found.total_min == found.total_max == sum(values)
    assert bool(found.flags) == (values[8] > 0)


@pytest.mark.parametrize("name", [str(n) for n in range(1, 10)])
def test_each_answer_missing_in_turn_is_never_zero(name):
    found = scored("phq-9", {str(n): 1 for n in range(1, 10)} | {name: None})
    assert (found.total, found.total_min, found.total_max) == (None, 8, 11)
    assert (found.positive["cut_10"], found.settled_by["cut_10"]) == ("unknown", [name])


@pytest.mark.parametrize(("sex", "verdict"), [("female", "yes"), ("male", "no"), (None, "unknown")])
def test_a_total_of_three_on_audit_c_depends_on_sex(sex, verdict):
    assert scored("audit-c", {"1": 1, "2": 1, "3": 1}, sex=sex).positive["hazardous"] == verdict


def test_a_dast_10_without_its_form_spans_both_forms():
    found = scored("dast-10", dict.fromkeys(map(str, range(1, 11)), 0))
    assert (found.total, found.total_min, found.total_max) == (None, 0, 1)
    assert found.missing == ["version"]


def test_a_flag_shows_whatever_else_is_wrong():
    found = scored("phq-9", {"1": 9, "9": 1})
    assert not found.valid
    assert found.flags == ["self-harm thoughts: same-day safety check"]


@pytest.mark.parametrize("value", [True, "1", 1.0, 4, -1])
def test_what_is_no_answer_of_the_form_counts_as_not_answered(value):
    found = scored("phq-2", {"1": value, "2": 0})
    assert ([wrong.item for wrong in found.wrong], found.missing) == (["1"], ["1"])


@pytest.mark.parametrize(("reported", "agrees"), [(10, True), ("10", True), (13, False)])
def test_a_received_total_is_counted_again(reported, agrees):
    answers = dict.fromkeys(map(str, range(1, 9)), 1) | {"9": 2}
    found = scored("phq-9", answers, reported_total=reported)
    assert (found.total, found.agrees_with_reported) == (10, agrees)


def test_a_k6_coded_from_one_says_how_to_recode():
    found = scored("k6", dict.fromkeys(map(str, range(1, 7)), 5))
    assert (found.valid, found.total) == (False, None)
    assert "1-5" in found.notes[0]


@pytest.mark.parametrize(
    ("line", "field", "fix"),
    [
        ({"instrument": "phq9", "answers": {}}, "instrument", "phq-9"),
        ({"instrument": "dast-10", "version": "x", "answers": {}}, "version", "plain-3"),
        ({"instrument": "k6", "coding": "1-5", "answers": {}}, "coding", "recode"),
        ({"instrument": "k6", "status": "entered-in-error", "answers": {}}, "status", "Leave"),
        ({"instrument": "k6"}, "answers", "null"),
    ],
)
def test_what_cannot_be_scored_is_set_aside_with_the_fix(tmp_path, line, field, fix):
    good = {"id": "b", "instrument": "phq-2", "answers": {"1": 0, "2": 0}}
    file = written(tmp_path, "in.jsonl", f"{json.dumps({'id': 'a'} | line)}\n{json.dumps(good)}\n")
    result = homeward("therapy", "score", file, "--format", "json")
    bad, answered = lines_of(result)
    assert (result.exit_code, bad["id"], answered["total"]) == (1, "a", 0)
    assert bad["error"]["problems"][0]["field"] == field
    assert fix in bad["error"]["message"]


def test_wording_stands_only_where_it_may():
    for form in instruments():
        assert form.table["wording_ships"] == any(item.text for item in form.items.values())
        assert all(rule.cite and rule.certainty for rule in form.rules)


def test_the_text_says_first_what_to_act_on_and_last_what_it_is_not(tmp_path):
    line = json.dumps({"id": "p", "instrument": "phq-9", "answers": {"9": 1}})
    lines = homeward("therapy", "score", written(tmp_path, "in.jsonl", line)).stdout.split("\n")
    assert lines[1] == "  ACT NOW: self-harm thoughts: same-day safety check"
    assert "not a diagnosis" in "\n".join(lines)
