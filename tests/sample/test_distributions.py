"""The file of distributions says where each number is from, and is refused when it does not."""

import pytest

from homeward import law
from homeward.sample import DistributionError, OrderError, covered, read_distributions
from homeward.sample.block import BlockMaker
from homeward.sample.distributions import CERTAINTIES

MISSOURI = read_distributions("us-mo")
ABOUT = """
[about]
id = "us-zz"
title = "Zz"
drawn_through = 2026-10-31
code_change = 2017-01-01
"""
SOURCED = 'source = "a count"\ncertainty = "high"\n'


@pytest.mark.parametrize("name", MISSOURI.entries)
def test_every_entry_has_a_source_and_a_certainty(name):
    entry = MISSOURI.entries[name]
    assert entry["certainty"] in CERTAINTIES
    assert entry["source"]
    if entry["certainty"] == "assumed":
        assert entry["source"].startswith(("assumed", "as "))


@pytest.mark.parametrize(
    ("entry", "said"),
    [
        pytest.param("rate = 0.5", "must have a source", id="no source"),
        pytest.param(f"rate = 1.5\n{SOURCED}", "between 0 and 1", id="a rate above one"),
        pytest.param(f"rate = 0.5\nmedian = 3\n{SOURCED}", "exactly one of", id="two forms"),
        pytest.param(SOURCED, "exactly one of", id="no numbers"),
        pytest.param(
            'rate = 0.5\nsource = "a"\ncertainty = "sure"', "certainty", id="no such word"
        ),
    ],
)
def test_an_entry_that_lacks_something_is_named(tmp_path, monkeypatch, entry, said):
    folder = tmp_path / "us" / "zz"
    folder.mkdir(parents=True)
    (folder / "sample.toml").write_text(f"{ABOUT}\n[people.deceased]\n{entry}\n")
    monkeypatch.setattr(law, "_HERE", tmp_path)
    with pytest.raises(DistributionError, match=said) as problem:
        read_distributions("us-zz")
    assert "us-zz/sample.toml: [people.deceased]" in str(problem.value)


OTHERS = [place for place in covered() if read_distributions(place).like]


@pytest.mark.parametrize("place", OTHERS)
def test_what_a_place_borrows_is_at_second_hand(place):
    book = read_distributions(place)
    other = read_distributions(book.like)
    borrowed = [name for name, entry in book.entries.items()
                if entry["source"].startswith(f"as in {other.title}: ")]  # fmt: skip
    assert "cases.per_person" in borrowed
    assert not any(name.startswith("facts.") for name in borrowed)
    assert {book.entries[name]["certainty"] for name in borrowed} <= {"low", "assumed"}


@pytest.mark.parametrize("place", OTHERS)
def test_each_share_of_a_place_has_its_source_and_certainty(place):
    for entry in read_distributions(place).entries.values():
        assert entry["source"]
        assert entry["certainty"] in CERTAINTIES


def test_a_named_reading_has_the_sample_of_its_place():
    assert read_distributions("us-mo@anyone").digest == MISSOURI.digest


def test_a_name_that_is_not_there_is_named():
    with pytest.raises(DistributionError, match=r"\[cases.sometimes\] is missing"):
        MISSOURI.rate("cases.sometimes")


def test_a_place_without_distributions_is_named_with_one_that_has_them():
    with pytest.raises(OrderError, match=r'"us-zz" yet.*us-mo'):
        read_distributions("us-zz")


@pytest.mark.parametrize(
    ("name", "entry", "said"),
    [
        pytest.param("facts.charge.fentanyl", {"shares": {"maybe": 1}}, "yes, no and unknown",
                     id="another word for a truth"),
        pytest.param("facts.charge.victim_relation", {"shares": {"friend": 1}}, "victim_relation",
                     id="a word that the fact does not know"),
        pytest.param("facts.charge.fentanyl", {"of": ["no such mark"], "mark": "drug"},
                     "no offense is of no such mark", id="a mark that no offense has"),
    ],
)  # fmt: skip
def test_a_fact_that_cannot_be_drawn_is_named(name, entry, said):
    book = read_distributions("us-mo")
    book.entries[name] = entry
    with pytest.raises(DistributionError, match=said):
        next(BlockMaker(book, law.vocabulary(), seed=1).blocks(50))
