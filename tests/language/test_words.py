"""Words in another language: what is translated, what is marked as English, days and lists."""

from datetime import date

import pytest

from homeward.language import ENGLISH, LANGUAGES, Untranslated, texts_of, words_of
from homeward.language.catalog import joined

ES = words_of("es")


@pytest.mark.parametrize(
    ("day", "said"),
    [
        (date(2024, 2, 29), "29 de febrero de 2024"),
        (date(2026, 1, 1), "1 de enero de 2026"),
        (date(2026, 12, 31), "31 de diciembre de 2026"),
    ],
)
def test_a_day_in_spanish(day, said):
    assert ES.day(day) == said


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_month_has_its_own_name(language):
    words = words_of(language)
    assert len({words.day(date(2026, month, 1)) for month in range(1, 13)}) == 12


@pytest.mark.parametrize(
    ("words", "said"),
    [([], ""), (["a"], "a"), (["a", "b"], "a y b"), (["a", "b", "c"], "a, b y c")],
)
def test_a_list_in_spanish(words, said):
    assert ES.listed(words) == said


def test_a_text_of_the_law_that_nobody_has_translated_is_marked_as_english_or_refused():
    text = "the moon is full"
    assert ES.told(text) == "the moon is full [en inglés]"
    assert ENGLISH.told(text) == text
    with pytest.raises(Untranslated, match="moon"):
        ES.refusing.told(text)


def test_a_sentence_of_our_own_that_nobody_has_translated_is_an_error():
    with pytest.raises(Untranslated, match="moon"):
        ES.say("the moon is {how}", how="full")


def test_one_english_text_has_one_translation(tmp_path):
    with pytest.raises(ValueError, match="'wait' is translated as 'espera' and as 'plazo'"):
        joined([("wait", "espera"), ("wait", "plazo")])
    own = tmp_path / "es.toml"
    own.write_text('[one]\n"wait" = "espera"\n"day" = ""\n[two."a b"]\n"wait" = "espera"\n')
    assert texts_of(own) == {"wait": "espera"}
