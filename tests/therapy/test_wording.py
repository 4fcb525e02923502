"""The words of forms: shipped only where they may be, and a site's own in place of the rest."""

import tomllib
from pathlib import Path

import pytest

from homeward.facts import RecordError
from homeward.therapy import instruments
from homeward.therapy.instrument import FOLDER, instrument, names
from homeward.therapy.wording import has_wording, read_wording
from tests.cli.commands import homeward, written

TABLE = tomllib.loads(Path(__file__).with_name("wording.toml").read_text("utf-8"))


def words(given):
    """Whatever stands in the words of a form, at any depth of its file."""
    if isinstance(given, dict):
        for key, own in given.items():
            if key in ("text", "stem", "answers"):
                yield own
            else:
                yield from words(own)
    elif isinstance(given, list):
        for own in given:
            yield from words(own)


def test_the_table_names_each_form_once():
    assert sorted([*TABLE["ships"], *TABLE["stays_out"]]) == sorted(names())


@pytest.mark.parametrize("path", sorted(FOLDER.iterdir()), ids=lambda path: path.stem)
def test_words_are_only_in_the_files_of_forms_that_may_ship_them(path):
    table = tomllib.loads(path.read_text("utf-8"))
    assert path.suffix == ".toml"
    assert table["licence"]
    if path.stem in TABLE["stays_out"]:
        assert list(words(table)) == []
        assert table["wording_ships"] is False
    if table["wording_ships"]:
        assert path.stem in TABLE["ships"]
        assert table["credit"]


@pytest.mark.parametrize("form", instruments(), ids=lambda form: form.id)
def test_a_form_has_all_of_its_words_or_none(form):
    texts = [item.text for item in form.items.values()]
    assert all(texts) if form.table["wording_ships"] else not any(texts)
    assert has_wording(form) == form.table["wording_ships"]
    for item in form.items.values():
        assert len(item.answers) in (0, len(item.allowed))


# --- a site's own words -----------------------------------------------------------------------

OWN = """
instrument = "bjmhs"
source = "our own copy, 2026"
stem = "Please answer:"
[items]
"""
ITEMS = "".join(f'{key} = "Made-up question {key}?"\n' for key in instrument("bjmhs").items)


def own(folder, text=OWN + ITEMS):
    return written(folder, "own.toml", text)


def test_a_site_plugs_in_its_own_words_by_the_id_of_each_question(tmp_path):
    form = read_wording(own(tmp_path))
    assert has_wording(form)
    assert form.items["1"].text == "Made-up question 1?"
    assert form.items["1"].answers == ("No", "Yes")
    assert form.rules == instrument("bjmhs").rules
    assert not has_wording(instrument("bjmhs"))
    said = homeward("therapy", "form", "--wording", own(tmp_path)).stdout
    assert "1. Made-up question 1?\n   [ ] No (0)   [ ] Yes (1)" in said
    assert "our own copy, 2026" in said


def test_each_question_may_have_answers_of_its_own(tmp_path):
    five = '["a", "b", "c", "d", "e"]'
    items = "".join(f'{n} = {{ text = "Q{n}", answers = {five} }}\n' for n in range(1, 9))
    last = "".join(f'{n} = {{ text = "Q{n}", answers = ["x", "y", "z"] }}\n' for n in (9, 10))
    text = f'instrument = "audit"\nsource = "ours"\n[items]\n{items}{last}'
    form = read_wording(own(tmp_path, text))
    assert dict(zip(form.items["10"].allowed, form.items["10"].answers, strict=True)) == {
        0: "x", 2: "y", 4: "z"}  # fmt: skip


@pytest.mark.parametrize(
    ("text", "field"),
    [
        pytest.param(OWN.replace("bjmhs", "mmpi") + ITEMS, "instrument", id="no such form"),
        pytest.param(OWN + ITEMS.replace('1 = "Made-up question 1?"\n', "", 1), "items.1",
                     id="a question left out"),
        pytest.param(OWN + ITEMS + '99 = "More?"\n', "items.99", id="a question too many"),
        pytest.param(OWN + ITEMS.replace("Made-up question 2?", " "), "items.2", id="no words"),
        pytest.param(OWN.replace("stem", "steam") + ITEMS, "steam", id="no such key"),
        pytest.param(OWN.replace('source = "our own copy, 2026"', "") + ITEMS, "source",
                     id="no source"),
        pytest.param(OWN.replace("[items]", ""), "items", id="no questions"),
        pytest.param(OWN.replace("[items]", 'version = "x"\n[items]') + ITEMS, "version",
                     id="no such version"),
        pytest.param(OWN + ITEMS.replace('"Made-up question 3?"',
                     '{ text = "Q3", answers = ["a", "b", "c"] }'), "items.3.answers",
                     id="an answer too many"),
        pytest.param("instrument = [", "", id="no TOML"),
    ],
)  # fmt: skip
def test_words_that_do_not_fit_the_form_are_named(tmp_path, text, field):
    with pytest.raises(RecordError) as refused:
        read_wording(own(tmp_path, text))
    assert [one.field for one in refused.value.problems] == [field]
    assert homeward("therapy", "form", "--wording", own(tmp_path, text)).exit_code == 2


# --- the command ------------------------------------------------------------------------------


def test_a_blank_form_has_its_questions_its_answers_and_its_credit():
    said = homeward("therapy", "form", "phq-2").stdout
    assert "1. Little interest or pleasure in doing things" in said
    assert "[ ] Not at all (0)" in said
    assert "grant from Pfizer" in said
    assert "not a diagnosis" in said


def test_the_forms_are_listed_with_what_may_be_done_with_their_words():
    said = homeward("therapy", "form").stdout
    for form in instruments():
        assert f"{form.id}: {form.title}" in said
        assert form.table["licence"] in said


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        pytest.param(["bjmhs"], "are not shipped", id="words that stay out"),
        pytest.param(["mmpi"], "is not a form that is known here", id="no such form"),
    ],
)
def test_a_form_that_cannot_be_printed_says_why(arguments, said):
    done = homeward("therapy", "form", *arguments)
    assert (done.exit_code, said in done.output) == (2, True)


def test_words_of_another_form_are_not_printed_under_its_name(tmp_path):
    done = homeward("therapy", "form", "audit", "--wording", own(tmp_path))
    assert (done.exit_code, "has the words of bjmhs, not of audit" in done.output) == (2, True)
