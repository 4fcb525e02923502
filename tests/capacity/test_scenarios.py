"""A scenario in, worlds side by side out; what cannot be run is said."""

import json
from dataclasses import replace

import pytest

from homeward.cli.capacity import SHIPPED
from homeward.therapy.capacity.finding import found_in
from homeward.therapy.capacity.outcome import outcome, target
from homeward.therapy.capacity.scenario import ScenarioError, read_scenarios
from tests.cli.commands import homeward, written

PLAIN = """
title = "A small list"
years = 3
runs = 4
[people]
joins_a_year = 40
[course]
days = 84
hours_a_person = 5
[places]
seats = 12
"""


def worlds(folder, text=PLAIN):
    return {one.name: one for one in read_scenarios(written(folder, "s.toml", text))}


def test_who_is_found_is_reckoned_step_by_step(tmp_path):
    text = PLAIN.replace("joins_a_year = 40", "intake_a_year = 1000\nneed = 0.2\nscreened = 0.5\n"
                         "sensitivity = 0.8\nspecificity = 0.9\nreferred = 0.5")  # fmt: skip
    found = found_in(worlds(tmp_path, text)["as it is"])
    # 500 screened: 100 in need, of whom 80 found; 400 not in need, of whom 40 sent on
    assert (found.in_need, found.found, found.missed, found.sent_on) == pytest.approx(
        (200, 80, 120, 40)
    )
    assert found.joins == pytest.approx(60)


def test_the_same_seed_gives_the_same_numbers(tmp_path):
    one = worlds(tmp_path)["as it is"]
    assert outcome(one) == outcome(one)
    assert outcome(one) != outcome(replace(one, seed=2))


def test_everyone_who_joins_is_counted_once(tmp_path):
    text = PLAIN.replace("joins_a_year = 40", "joins_a_year = 400\nmean_days_left = 200")
    one = replace(worlds(tmp_path, text)["as it is"], runs=1)
    found = outcome(one)
    joined = 400 * 3
    all_of_them = found.started.value + found.waiting.value
    total = all_of_them / (1 - found.never.value)
    assert total == pytest.approx(joined, rel=0.1)


def test_more_places_never_serve_fewer(tmp_path):
    text = PLAIN.replace("joins_a_year = 40", "joins_a_year = 80\nmean_days_left = 200")
    one = worlds(tmp_path, text)["as it is"]
    shares = []
    for seats in range(4, 30, 3):
        numbers = {**one.numbers, "places.seats": replace(one.numbers["places.seats"], value=seats)}
        shares.append(outcome(replace(one, numbers=numbers)).started.value)
    assert shares == sorted(shares)


def test_the_target_is_met_by_that_many_places_and_not_by_one_less(tmp_path):
    text = PLAIN + "[target]\ndays = 60\nshare = 0.9\n"
    one = worlds(tmp_path, text)["as it is"]
    seats = target(one).seats
    found = {}
    for number in (seats, seats - 1):
        numbers = {
            **one.numbers,
            "places.seats": replace(one.numbers["places.seats"], value=number),
        }
        found[number] = outcome(replace(one, numbers=numbers)).in_time.value
    assert found[seats] >= 0.9 > found[seats - 1]


def test_the_staff_that_the_target_takes_is_told(tmp_path):
    text = PLAIN + "[target]\ndays = 60\nshare = 0.9\n[staff]\nhours_a_week = 20\n"
    seats = target(worlds(tmp_path, text)["as it is"]).seats
    hours = seats * 5 / 12  # five hours a person over 84 days, which are twelve weeks
    said = homeward("therapy", "capacity", written(tmp_path, "s.toml", text), "--quiet").stdout
    assert f"in use: {hours:.1f} hours of therapists a week, which is {hours / 20:.1f}" in said


def test_a_target_that_no_number_of_places_meets_is_said(tmp_path):
    text = PLAIN.replace("joins_a_year = 40", "joins_a_year = 40\nmean_days_left = 100")
    text = text.replace("seats = 12", "seats = 12\nmust_finish = true")
    text += "[target]\ndays = 30\nshare = 0.95\n"
    assert target(worlds(tmp_path, text)["as it is"]).seats is None
    said = homeward("therapy", "capacity", written(tmp_path, "s.toml", text), "--quiet").stdout
    assert "no number is enough" in said


def test_a_change_is_laid_over_the_scenario_and_leaves_the_rest(tmp_path):
    found = worlds(tmp_path, PLAIN + '[changes.more]\ntitle = "More"\nplaces = { seats = 20 }\n')
    assert found["more"].number("places.seats") == 20
    assert found["more"].number("course.days") == 84
    assert found["as it is"].number("places.seats") == 12


def test_an_order_is_shown_to_cost_what_it_gives(tmp_path):
    text = PLAIN.replace("joins_a_year = 40", "joins_a_year = 60\nurgency = { 1 = 0.3, 2 = 0.7 }")
    text += '[changes.strict]\nplaces = { order = "strict" }\n'
    found = {name: outcome(one) for name, one in worlds(tmp_path, text).items()}
    first, second = (dict(found[name].in_time_by_urgency) for name in ("as it is", "strict"))
    assert second[1].value > first[1].value
    assert second[2].value < first[2].value


@pytest.mark.parametrize("path", sorted(SHIPPED.glob("*.toml")), ids=lambda path: path.stem)
def test_every_number_of_a_shipped_scenario_says_where_it_comes_from(path):
    for scenario in read_scenarios(path):
        assert all(stated.cite for stated in scenario.numbers.values())


def test_text_and_json_tell_the_same():
    said = homeward("therapy", "capacity", "trauma-screen", "--quiet").stdout
    told = json.loads(
        homeward("therapy", "capacity", "trauma-screen", "--quiet", "--format", "json").stdout
    )
    assert "MADE-UP PEOPLE" in said
    assert "ASSUMED" in said
    assert told["worlds"][0]["name"] == "as it is"
    for one in told["worlds"]:
        assert f"join the list a year: {one['people_a_year']['joins']:.0f}" in said


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("seats = 12", "seets = 12", "seets says nothing here: write"),
        ("seats = 12", "seats = -1", "places.seats is -1"),
        ("joins_a_year = 40", "screened = 2", "people.screened is 2: write a share"),
        ("joins_a_year = 40", "", "people.intake_a_year is missing: write it under [people]"),
        ("seats = 12", 'seats = 12\norder = "loudest"', "'loudest' is not known here"),
        ("[course]", "[course", "cannot be read as TOML"),
    ],
)
def test_what_cannot_be_run_is_said(tmp_path, old, new, said):
    done = homeward("therapy", "capacity", written(tmp_path, "s.toml", PLAIN.replace(old, new)))
    assert (done.exit_code, said in done.output) == (2, True), done.output


def test_a_name_that_is_not_shipped_is_said():
    done = homeward("therapy", "capacity", "nothing")
    assert (done.exit_code, "trauma-screen" in done.output) == (2, True)


def test_a_number_that_is_missing_is_an_error_of_its_own(tmp_path):
    with pytest.raises(ScenarioError, match=r"course\.days is missing"):
        outcome(worlds(tmp_path, PLAIN.replace("days = 84", ""))["as it is"])
