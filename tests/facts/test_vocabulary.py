"""The vocabulary: each fact declared once, whole, and under names that do not clash."""

import pytest

from homeward import law
from homeward.facts import Fact, Vocabulary, VocabularyError, core_vocabulary
from homeward.facts.checking import typed
from homeward.facts.vocabulary import read_facts

FACTS = list(law.vocabulary().values())


@pytest.mark.parametrize("fact", FACTS, ids=lambda fact: fact.name)
def test_a_fact_is_declared_whole(fact):
    example = list(fact.example) if isinstance(fact.example, tuple) else fact.example
    assert typed(fact, example) is not None, "its example is a value of it"
    assert fact.says[0].islower() or fact.says[0].isupper()
    assert not fact.says.endswith("."), "it completes a sentence"
    for word in (*fact.values, *fact.unknown_values):
        typed(fact, word)


def test_names_that_mean_the_same_are_read_as_one_fact():
    words = law.vocabulary()
    assert words["charge.registrable"] is words["charge.requires_sex_registration"]
    assert words["charge.sentence.began_on"] is words["charge.sentence.effective_start"]
    assert "charge.registrable" in words
    assert "charge.registrable" not in set(words), "an alias is no fact of its own"


@pytest.mark.parametrize(
    ("name", "near"),
    [
        ("charge.requires_sex_regisration", "charge.requires_sex_registration"),
        ("charge.sentense.years", "charge.sentence.years"),
        ("person.favorite_color", None),
    ],
)
def test_the_nearest_name(name, near):
    assert law.vocabulary().nearest(name) == near


DECLARATION = {"kind": '"date"', "says": '"the day of it"', "example": "2021-03-01"}


@pytest.mark.parametrize(
    ("name", "changed", "said"),
    [
        pytest.param("charge.x", {"meaning": '"?"'}, "meaning says nothing here", id="unknown key"),
        pytest.param("planet.x", {}, "name: planet is not one of person", id="unknown table"),
        pytest.param("charge.x", {"kind": '"day"'}, "kind: day is not one of date", id="kind"),
        pytest.param("charge.x", {"says": '""'}, "says is missing", id="no meaning"),
        pytest.param("charge.x", {"example": '""'}, "example is missing", id="no example"),
        pytest.param(
            "charge.x", {"when_absent": '"no"'}, "when_absent: no is not one of", id="absence"
        ),
        pytest.param("charge.x", {"null_is": '"no"'}, "null_is: no is not one of", id="null"),
        pytest.param(
            "charge.x", {"when_absent": '"true"'}, "only a yes-or-no fact", id="a date is not true"
        ),
        pytest.param(
            "charge.x",
            {"kind": '"number"', "example": "3", "unit": '"years"', "least": "0"},
            "needs its unit, its least and its most",
            id="a number without its limits",
        ),
        pytest.param(
            "charge.x", {"values": '["a"]'}, "only a code has a list", id="dates of a list"
        ),
    ],
)
def test_a_declaration_that_cannot_be_used_says_why(tmp_path, name, changed, said):
    path = tmp_path / "facts.toml"
    lines = [f"{key} = {value}" for key, value in {**DECLARATION, **changed}.items()]
    path.write_text("\n".join([f"[{name}]", *lines]), encoding="utf-8")
    with pytest.raises(VocabularyError, match=said) as caught:
        read_facts(path)
    assert str(caught.value).startswith(f"{name}: ")


def test_a_fact_may_stand_deep_inside_its_row(tmp_path):
    path = tmp_path / "facts.toml"
    path.write_text('[charge.a.b.c]\nkind = "truth"\nsays = "c"\nexample = true\n', "utf-8")
    (fact,) = read_facts(path).values()
    assert (fact.name, fact.table, fact.field) == ("charge.a.b.c", "charge", "a.b.c")


@pytest.mark.parametrize(
    ("aliases", "others"),
    [
        pytest.param(("y",), {"charge.y": Fact("charge.y", "date", "y")}, id="a fact's own name"),
        pytest.param(
            ("z",),
            {"charge.y": Fact("charge.y", "date", "y", aliases=("z",))},
            id="another's alias",
        ),
    ],
)
def test_a_name_means_one_thing(aliases, others):
    taken = {"charge.x": Fact("charge.x", "date", "x", aliases=aliases), **others}
    with pytest.raises(VocabularyError, match="drop one of them"):
        Vocabulary(taken)


def test_a_body_of_law_may_add_facts_but_not_change_one():
    core = core_vocabulary()
    added = Fact("charge.x", "date", "x")
    assert core.with_facts({"charge.x": added})["charge.x"] is added
    assert len(core.with_facts(dict(core))) == len(core)
    other = Fact("charge.severity", "text", "something else")
    with pytest.raises(VocabularyError, match=r"charge\.severity is declared twice"):
        core.with_facts({"charge.severity": other})
