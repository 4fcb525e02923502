"""The words of the law in another language: a place that claims one has every text in it."""

import re
import tomllib
from pathlib import Path

import pytest
from scripts.translate import written

from homeward import facts, law
from homeward.facts import core_vocabulary
from homeward.language import LANGUAGES, texts_of, words_of
from homeward.language.law_texts import own_texts, texts_of_law
from tests.language.reading_ease import ease

OTHERS = [language for language in LANGUAGES if language != "en"]
PLACES = [(language, place) for language in OTHERS for place in law.ids_with(f"{language}.toml")]
FACTS = Path(facts.__file__).parent
PLACE = re.compile(r"\{[^{}]*\}")
NUMBER = re.compile(r"\d+(?:\.\d+)*")
each_place = pytest.mark.parametrize(("language", "place"), PLACES, ids=map(" ".join, PLACES))


def catalogs(language):
    """The catalogs of a language that stand beside the law, and that of the facts."""
    paths = [law.file_of(place, f"{language}.toml") for own, place in PLACES if own == language]
    return [*paths, FACTS / f"{language}.toml"]


CATALOGS = [pytest.param(path, id=path.parent.name) for one in OTHERS for path in catalogs(one)]
each_catalog = pytest.mark.parametrize("path", CATALOGS)


@pytest.mark.parametrize(
    "place", ["us", "us-mo", "us-nj", "us-ma", "us-ca", "us-va", "us-or", "us-la"]
)
def test_the_law_that_a_person_meets_here_is_in_spanish(place):
    assert ("es", place) in PLACES


@each_place
def test_a_place_that_claims_a_language_has_every_text_in_it(language, place):
    words = words_of(language)
    texts = [text for own in texts_of_law(law.body(place)).values() for text in own]
    assert len(texts) > 3
    assert [text for text in texts if not words.has(text)] == [], "run scripts/translate.py"


@pytest.mark.parametrize("language", OTHERS)
def test_every_fact_that_all_places_share_is_translated(language):
    says = [fact.says for fact in core_vocabulary().values()]
    assert [text for text in says if not words_of(language).has(text)] == []


@each_place
def test_a_catalog_holds_nothing_that_its_place_does_not_say(language, place):
    """What several places share stands in a table of its own, and follows them all."""
    tables = tomllib.loads(law.file_of(place, f"{language}.toml").read_text(encoding="utf-8"))
    said = {text for own in texts_of_law(law.body(place)).values() for text in own}
    held = {text for name, table in tables.items() if name != "places" for text in table}
    assert held - said == set(), "run scripts/translate.py"


@each_place
def test_a_catalog_that_is_written_anew_keeps_what_is_translated(language, place):
    path = law.file_of(place, f"{language}.toml")
    known = words_of(language).texts
    again = tomllib.loads(written(language, own_texts(place), known))
    texts = {text: said for table in again.values() for text, said in table.items() if said}
    assert texts.items() <= known.items()
    assert len(texts) > 0.9 * len(texts_of(path))


@each_catalog
def test_a_translation_keeps_what_is_filled_in_and_each_number(path):
    for text, said in texts_of(path).items():
        assert sorted(PLACE.findall(said)) == sorted(PLACE.findall(text)), text
        assert set(NUMBER.findall(text)) <= set(NUMBER.findall(said)), text


@each_catalog
def test_one_of_several_ways_begins_as_one_in_both_languages(path):
    for text, said in texts_of(path).items():
        assert text.startswith("or: ") == said.startswith("o bien: "), text


@each_catalog
def test_a_sentence_begins_with_a_capital_where_the_english_does(path):
    """What completes a sentence must not begin with one."""
    for text, said in texts_of(path).items():
        if said[0].isalpha() and text[0].islower():
            assert said[0].islower(), text


@pytest.mark.parametrize("size", ["large", "small"])
def test_the_law_reads_like_a_text_for_the_sixth_grade(size):
    """Each place that says much by itself, and the places that say little together."""
    texts = {path: [text for text in texts_of(path).values() if len(text.split()) > 3]
             for path in catalogs("es")}  # fmt: skip
    large = [own for own in texts.values() if len(own) > 40]
    small = [text for own in texts.values() if len(own) <= 40 for text in own]
    for said in large if size == "large" else [small]:
        assert ease(said) >= 70, said[:3]


@pytest.mark.parametrize(
    "said",
    [pytest.param(said, id=text[:50]) for path in catalogs("es")
     for text, said in texts_of(path).items() if len(said.split()) > 14],
)  # fmt: skip
def test_no_long_text_is_hard_to_read(said):
    """Under 40 is hard (INFLESZ)."""
    assert ease([said]) >= 40


def test_the_score_tells_hard_words_from_plain_ones():
    plain = "Pida una copia de su informe. Es gratis. Guarde la copia."
    hard = (
        "No obstante las consideraciones precedentemente mencionadas, la administración "
        "jurisdiccional competente determinará discrecionalmente la procedencia de la solicitud."
    )
    assert ease([plain]) > 80
    assert ease([hard]) < 30
