"""At least and at most: ranges that numbers are stated with are carried to the end."""

import json

import pytest

from homeward.therapy.capacity.ends import at_least_at_most
from homeward.therapy.capacity.finding import found_in
from homeward.therapy.capacity.outcome import outcome, target
from homeward.therapy.capacity.scenario import ScenarioError, read_scenarios
from tests.cli.commands import homeward, written

PRISON = """
title = "A prison"
years = 3
runs = 4
[people]
intake_a_year = 1000
need = { value = 0.2, low = 0.1, high = 0.3, cite = "a study" }
screened = 0.5
sensitivity = 0.8
specificity = 0.9
referred = 0.5
[course]
days = 84
hours_a_person = { value = 5, low = 4, high = 6 }
[places]
seats = 12
"""


def read(folder, text=PRISON):
    return read_scenarios(written(folder, "s.toml", text))[0]


def ends(scenario):
    return at_least_at_most(outcome(scenario), target(scenario))


def test_the_people_at_each_step_are_told_at_the_ends(tmp_path):
    """500 are screened. Of 10 in 100 in need, 40 are found, and 45 of the 450 others sent on."""
    people = ends(read(tmp_path)).people
    assert people["in_need"] == pytest.approx((100, 300))
    assert people["found"] == pytest.approx((40, 120))
    assert people["missed"] == pytest.approx((60, 180))
    assert people["sent_on"] == pytest.approx((35, 45))
    assert people["joins"] == pytest.approx(((40 + 45) / 2, (120 + 35) / 2))


@pytest.mark.parametrize("need", [0.1, 0.17, 0.3])
def test_what_any_share_in_the_range_gives_lies_between_the_ends(tmp_path, need):
    told = ends(read(tmp_path))
    plain = PRISON.replace('{ value = 0.2, low = 0.1, high = 0.3, cite = "a study" }', str(need))
    found = outcome(read(tmp_path, plain))
    low, high = told.results["started"]
    assert low <= found.started.value <= high
    low, high = told.people["joins"]
    assert low <= found.found.joins <= high or found.found.joins == pytest.approx(low)


def test_hours_and_cost_carry_both_ranges(tmp_path):
    text = PRISON + "[staff]\ncost_an_hour = { value = 50, low = 40, high = 60 }\n"
    told = ends(read(tmp_path, text))
    low, high = told.results["started"]
    # Five hours as stated, four at the low end, six at the high one; three years.
    assert told.results["hours"] == pytest.approx((low * 4 / 3, high * 6 / 3), rel=0.05)
    least, most = told.cost
    assert least < most
    assert least >= low * 4 / 3 * 40 * 0.95
    assert most <= high * 6 / 3 * 60 * 1.05


def test_without_a_range_there_are_no_ends(tmp_path):
    text = PRISON.replace('{ value = 0.2, low = 0.1, high = 0.3, cite = "a study" }', "0.2")
    assert ends(read(tmp_path, text.replace("{ value = 5, low = 4, high = 6 }", "5"))) is None


def test_the_places_for_a_target_are_told_at_both_ends(tmp_path):
    low, high = ends(read(tmp_path, PRISON + "[target]\ndays = 60\nshare = 0.9\n")).seats
    assert low < high


@pytest.mark.parametrize(
    "stated",
    ["{ value = 0.2, low = 0.3, high = 0.4 }", "{ value = 0.2, low = 0.1 }",
     "{ value = 0.2, low = 0.1, high = 1.2 }", '{ value = 0.2, low = "a", high = 0.3 }',
     "{ value = 0.2, low = -0.1, high = 0.3 }"],
)  # fmt: skip
def test_a_range_that_does_not_hold_its_number_is_an_error(tmp_path, stated):
    text = PRISON.replace('{ value = 0.2, low = 0.1, high = 0.3, cite = "a study" }', stated)
    with pytest.raises(ScenarioError, match="write low and high on either side of it"):
        read(tmp_path, text)


@pytest.mark.parametrize(
    ("sensitivity", "sent_on"),
    [
        pytest.param(0.41, 43, id="as many are found as by other means"),
        pytest.param(
            0.86, 43 + 2.5 * (120.4 - 57.4), id="more are found, and more sent on wrongly"
        ),
        pytest.param(0.1, 0, id="never fewer than nobody"),
    ],
)
def test_a_study_may_tell_only_how_many_more_are_sent_on_wrongly(tmp_path, sensitivity, sent_on):
    """Of 1000 men 140 are in need; history-taking finds 57.4, and sends on 5 in 100 of the 860."""
    text = PRISON.replace('{ value = 0.2, low = 0.1, high = 0.3, cite = "a study" }', "0.14")
    text = text.replace("screened = 0.5", "screened = 1").replace("specificity = 0.9", "specificity"
            " = 0.95\nfound_by_other_means = 0.41\nwrong_for_each_more = 2.5")  # fmt: skip
    text = text.replace("sensitivity = 0.8", f"sensitivity = {sensitivity}")
    assert found_in(read(tmp_path, text)).sent_on == pytest.approx(sent_on)


# --- what is said -----------------------------------------------------------------------------


def test_text_and_json_tell_the_ends_and_why():
    said = homeward("therapy", "capacity", "trauma-screen", "--quiet").stdout
    told = json.loads(
        homeward("therapy", "capacity", "trauma-screen", "--quiet", "--format", "json").stdout
    )
    # Women in prison with PTSD now: 16.9 to 25.6 in 100 (Baranyi and others 2018); 1000 come in.
    assert "over the ranges of the numbers (people.need 0.169 to 0.256," in said
    assert "a year: 169 to 256 in need" in said
    for world in told["worlds"]:
        own = world["at_least_at_most"]
        assert own["because_of"] == ["people.need", "staff.cost_an_hour"]
        assert own["people_a_year"]["in_need"] == [169, 256]
        assert own["started"][0] < world["started"]["mean"] < own["started"][1] or world["load"] > 1
        assert own["seats_for_target"] is not None


def test_a_target_out_of_reach_says_what_stands_in_the_way(tmp_path):
    text = PRISON.replace("[places]\nseats = 12", """[places]
kind = "groups"
days_between = 120
seats = 12
must_finish = true
[target]
days = 60
share = 0.95""").replace("[course]", "mean_days_left = 300\n[course]")  # fmt: skip
    said = homeward("therapy", "capacity", written(tmp_path, "s.toml", text), "--quiet").stdout
    assert "no number is enough" in said
    assert "go home first, or have too little time left for 84 days" in said
    assert "a group starts only every 120 days, so some wait longer than 60" in said
    assert "only a shorter course, a sooner start or another rule would change that" in said
    assert "places for the target: no number is enough" in said


def test_a_range_that_is_not_carried_on_is_said(tmp_path):
    text = PRISON.replace("[course]", "mean_days_left = { value = 300, low = 200, high = 400 }\n"
                          "[course]")  # fmt: skip
    said = homeward("therapy", "capacity", written(tmp_path, "s.toml", text), "--quiet").stdout
    assert "people.mean_days_left = 300 (200 to 400): yours (its range is not carried on)" in said


def test_the_published_figures_of_screens_at_intake_are_in_a_scenario():
    told = json.loads(
        homeward("therapy", "capacity", "intake-screen", "--quiet", "--format", "json").stdout
    )
    before, after = (world["numbers"]["people.sensitivity"] for world in told["worlds"][:2])
    assert (before["value"], before["low"], before["high"]) == (0.41, 0.32, 0.51)
    assert (after["low"], after["high"]) == (0.62, 0.86)
    assert "PLOS ONE 2016" in before["cite"]
    # 41 in 100 of 140 men are found before; 62 to 86 in 100 after.
    assert told["worlds"][0]["people_a_year"]["found"] == pytest.approx(57.4)
    assert told["worlds"][1]["at_least_at_most"]["people_a_year"]["found"] == pytest.approx(
        [86.8, 120.4]
    )
