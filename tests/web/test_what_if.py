"""What if the law were another: numbers that are moved, and a curve of made-up people."""

from datetime import date

import pytest

from homeward import law
from homeward.explain import Explainer
from homeward.explain.engines import Engines
from homeward.law.overlays import overlays_named
from homeward.sample import people
from homeward.web import what_if
from tests.web.pages import parts

DAY = date(2026, 11, 23)
MO = law.body("us-mo")


@pytest.fixture(autouse=True)
def few_people(monkeypatch):
    monkeypatch.setattr(what_if, "PEOPLE", 40)
    for kept in (what_if._people, what_if._as_it_stands):
        kept.cache_clear()
    yield
    for kept in (what_if._people, what_if._as_it_stands):
        kept.cache_clear()


def counts(patches=()):
    found = what_if.outcome(MO, patches, DAY, ("before", "after"))
    return list(found.before.counts), list(found.after.counts)


@pytest.mark.parametrize("changes", [[], ["before-sb-1421"]])
def test_the_curve_counts_what_explain_says_of_each_person(changes):
    patches = overlays_named(changes)
    explainer = Explainer(as_of=DAY, laws=["us-mo"], questions=["clear"],
                          engines=Engines(patches=patches))  # fmt: skip
    days = []
    for person in people("us-mo", 40, seed=what_if.SEED):
        told = explainer.explain(explainer.read(person)).as_dict()
        days += [
            a["latest"]
            for a in told["answers"]
            if (a["question"], a["rule"]) == ("clear", "*") and a["status"] != "not_applicable"
        ]
    wanted = [
        sum(day == "always" or (day != "never" and day <= f"{year}-12-31") for day in days)
        for year in range(2016, 2037)
    ]
    assert max(wanted) > 0
    assert counts(patches)[1] == wanted


def test_a_shorter_wait_clears_no_charge_later():
    known = what_if.numbers(MO, DAY, {})
    moved = what_if.moved_by({"expunge.wait.felony_years": "0"}, known)
    own = [one for one in moved if one.is_moved]
    assert [(one.name, one.stands, one.asked) for one in own] == [
        ("expunge.wait.felony_years", 3, 0)  # RSMo 610.140.6(1): three years for a felony
    ]
    before, after = counts(what_if.patches_of(MO, "", own, "mine"))
    assert all(late <= soon for late, soon in zip(before, after, strict=True))


@pytest.mark.parametrize("typed", ["", "three", "-1", "1e9", "999999999999", "99", "³"])
def test_what_is_no_number_or_far_off_leaves_the_law_as_it_is(typed):
    moved = what_if.moved_by({"expunge.wait.felony_years": typed}, what_if.numbers(MO, DAY, {}))
    assert not [one for one in moved if one.is_moved]


def test_every_place_with_a_sample_has_its_page(client):
    for body in what_if.places():
        page = client.get(f"/en/reform/{body.id}")
        assert page.status_code == 200
        assert "made up" in parts(page.text, tag="main")[0]["text"]
        assert parts(page.text, **{"data-slider": True})


def test_a_moved_number_is_shown_beside_the_law_with_a_file_for_the_command_line(client):
    page = client.get("/en/reform/us-mo?expunge.wait.felony_years=1").text
    assert parts(page, tag="polyline", **{"class": "curve__after"})
    toml = parts(page, tag="pre")[0]["text"]
    import tomllib

    held = tomllib.loads(toml)
    assert (held["law"], held["set"]) == ("us-mo", {"expunge.wait.felony_years": 1})


def test_a_reform_that_is_shipped_can_be_started_from(client):
    page = client.get("/es/reform/us-mo?reform=before-sb-1421").text
    chosen = parts(page, tag="option", selected=True)
    assert [one["value"] for one in chosen] == ["before-sb-1421"]
    assert parts(page, tag="polyline", **{"class": "curve__after"})


@pytest.mark.parametrize("path", ["us-zz", "us-ny", "us-mo@nothing"])
def test_a_place_without_a_sample_has_no_such_page(client, path):
    assert client.get(f"/en/reform/{path}").status_code == 404
