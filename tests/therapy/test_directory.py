"""A directory that a place supplies: read, checked row by row, and searched without a network."""

import shutil
from pathlib import Path

import pytest

from tests.cli.commands import homeward

SAMPLE = Path(__file__).parents[2] / "examples" / "made-up-directory"


@pytest.fixture
def package(tmp_path):
    return Path(shutil.copytree(SAMPLE, tmp_path / "package"))


def near(place, folder=SAMPLE, *more):
    return homeward("guide", "--near", place, "--directory", folder, *more)


@pytest.mark.parametrize(
    "place",
    ["Exampleton", "exampleton, MO", "Sample County", "sample", "00000", "38.58,-92.17"],
)
def test_a_place_is_found_by_city_county_postcode_and_coordinates(place):
    result = near(place)
    assert result.exit_code == 0
    assert "Trauma group: Made-Up Harbor House" in result.stdout
    assert "Phone 555-0100" in result.stdout
    assert "Open TU,TH 18:00 to 19:30" in result.stdout


@pytest.mark.parametrize("place", ["Elsewhere", "00001", "30.0,-92.17"])
def test_another_place_has_none(place):
    assert "None is listed there" in near(place).stdout


def test_danger_comes_first():
    said = near("Exampleton").stdout
    assert said.index("911") < said.index("988") < said.index("Trauma group")


def test_what_has_ended_is_not_shown_and_what_is_closed_is_said():
    said = near("Exampleton").stdout
    assert "Old program" not in said
    assert "Closed for now." in said


def test_a_service_says_when_it_was_checked_or_that_it_was_not():
    said = near("Exampleton").stdout
    assert "Checked on 2026-11-01." in said
    assert "Not checked: it may have changed." in said


def test_the_distance_is_within_the_miles_asked():
    # One degree of latitude is 69 miles.
    assert "Trauma group" not in near("39.5767,-92.1735", SAMPLE, "--miles", "68").stdout
    assert "(69 miles)" in near("39.5767,-92.1735", SAMPLE, "--miles", "70").stdout


@pytest.mark.parametrize(
    ("file", "old", "new", "said"),
    [
        ("services.csv", ",active,", ",open,", "status: is no status (found 'open')"),
        ("services.csv", "2026-11-01", "1 Nov", "assured_date: cannot be read (found '1 Nov')"),
        ("services.csv", "Trauma group", "", "line 2, name: is empty"),
        ("phones.csv", "0011,555", "0099,555", "points to no service"),
        ("schedules.csv", "WEEKLY", "DAILY", "freq: is not how often (found 'DAILY')"),
        ("locations.csv", "38.5767", "138.5", "latitude: cannot be read (found '138.5')"),
    ],
)
def test_a_wrong_row_is_named_and_the_rest_is_read(package, file, old, new, said):
    path = package / file
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new), "utf-8")
    result = near("Exampleton", package)
    assert result.exit_code == 1
    assert said.replace("line 2, name", "line 2: name") in result.stderr


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("services.csv", "none.csv", "cannot be read"),
        ("services.csv", "../services.csv", "outside of the package"),
        ('"organization"', '"other"', "is not among the resources"),
        ("{", "", "is not JSON"),
    ],
)
def test_a_package_that_cannot_be_used_is_refused(package, old, new, said):
    path = package / "datapackage.json"
    path.write_text(path.read_text("utf-8").replace(old, new), "utf-8")
    result = near("Exampleton", package)
    assert (result.exit_code, said in result.stderr) == (2, True)


def test_near_and_directory_go_together():
    assert homeward("guide", "--near", "Exampleton").exit_code == 2
    assert homeward("guide", "--directory", SAMPLE).exit_code == 2
