"""English and Spanish: every text of the site is there, in plain words."""

import re

import pytest
import textstat
from scripts import messages
from scripts.messages import CATALOGS, gathered, renewed, words_of_facts

from homeward.web.language import LANGUAGES, preferred, words_of
from tests.language.reading_ease import ease
from tests.web.pages import example_records, parts, send

PLACE = re.compile(r"%(?:\(\w+\))?s|</?\w+>")
OTHERS = [code for code in LANGUAGES if code != "en"]
RECORD = example_records()["missing-dates"]


def grade(text):
    """The school grade a text asks for, by the length of its words and sentences.

    The scores that count syllables want a dictionary that has to be downloaded.
    """
    return textstat.automated_readability_index(text)


def texts():
    """Every text of the site's own, those for one and for many apart."""
    found = []
    for message in gathered():
        found += message.id if isinstance(message.id, (tuple, list)) else [message.id]
    return [text for text in found if text]


@pytest.mark.parametrize("language", OTHERS)
def test_every_text_is_translated(language):
    lacking = [m.id for m in renewed(language) if m.id and not m.string]
    assert lacking == [], "run scripts/messages.py, and translate what is empty"


@pytest.mark.parametrize("language", OTHERS)
def test_bringing_a_catalog_up_to_date_twice_changes_nothing(language, tmp_path, monkeypatch):
    path = CATALOGS / f"{language}.po"
    monkeypatch.setattr(messages, "CATALOGS", tmp_path)
    (tmp_path / path.name).write_bytes(path.read_bytes())
    messages.write(language)
    assert (tmp_path / path.name).read_text("utf-8") == path.read_text("utf-8")


@pytest.mark.parametrize("language", OTHERS)
def test_a_translation_keeps_what_is_filled_in(language):
    for message in renewed(language):
        many = isinstance(message.id, (tuple, list))
        for said in message.string if many else [message.string]:
            wanted = message.id[1] if many else message.id
            assert sorted(PLACE.findall(said)) == sorted(PLACE.findall(wanted)), said


def test_the_site_reads_like_a_book_for_the_sixth_grade():
    facts = set(words_of_facts())
    own = [re.sub(r"<[^>]+>|%\(?\w*\)?s", "five", text) for text in texts() if text not in facts]
    sentences = [text for text in own if len(text.split()) > 3]
    assert len(sentences) > 80
    assert grade(" ".join(sentences)) < 6


@pytest.mark.parametrize("text", [t for t in texts() if len(t.split()) > 14])
def test_no_text_asks_for_more_than_eleven_grades_of_school(text):
    if text not in set(words_of_facts()):
        assert grade(text) <= 11


def test_the_site_in_spanish_reads_like_a_text_for_the_sixth_grade():
    strings = [message.string for message in renewed("es") if message.id]
    said = [text for own in strings for text in ([own] if isinstance(own, str) else own)]
    assert ease([text for text in said if len(text.split()) > 3]) >= 75


@pytest.mark.parametrize(
    ("path", "said"),
    [
        ("/es/", "¿Qué quiere saber?"),
        ("/es/law", "La ley como homeward la lee."),
        ("/es/therapy", "¿Puedo pedir terapia?"),
        ("/es/privacy", "Se usa para responderle"),
        ("/es/turn", "Dónde pedir ayuda"),
        ("/es/nowhere", "Aquí no hay tal página."),
    ],
)
def test_a_page_in_spanish_is_in_spanish(client, path, said):
    page = client.get(path).text
    assert parts(page, tag="html")[0]["lang"] == "es"
    assert said in page


ENGLISH = {"the", "and", "you", "your", "not", "with", "from", "that", "what", "this"}


def test_english_in_a_page_in_spanish_is_marked_as_english(client):
    """A screen reader has to know how to say it."""
    from html.parser import HTMLParser

    class Spanish(HTMLParser):
        said = ""

        def __init__(self, text):
            super().__init__()
            self.languages = []
            self.feed(text)

        def handle_starttag(self, tag, attributes):
            if tag not in ("input", "meta", "link", "br"):
                own = dict(attributes).get("lang")
                above = self.languages[-1] if self.languages else "es"
                self.languages.append("" if tag in ("script", "style") else own or above)

        def handle_endtag(self, _):
            self.languages.pop()

        def handle_data(self, data):
            if self.languages and self.languages[-1] == "es":
                self.said += f" {data}"

    for path in ("answers", "questions", "charges"):
        page = send(client, RECORD, "es", path)
        words = set(re.findall(r"[a-z]+", Spanish(page.text).said))
        assert not words & ENGLISH, path


@pytest.mark.parametrize(
    ("accepted", "language"),
    [("es-US,es;q=0.9", "es"), ("en-US,es;q=0.5", "en"), ("fr,es;q=0.5", "es"), ("", "en")],
)
def test_the_first_page_is_in_the_language_that_the_browser_asks_for(client, accepted, language):
    answer = client.get("/", headers={"accept-language": accepted})
    assert answer.headers["location"] == f"/{language}/"
    assert preferred(accepted) == language


def test_a_question_says_why_it_is_asked_in_spanish(client):
    """The rule's name and the meaning of the fact are words of the law."""
    page = send(client, RECORD, "es", "questions").text
    assert "Limpiar con una petición (expungement)" in page
    assert "Expungement on petition" not in page


def test_one_and_many_are_told_apart():
    words = words_of("es")
    one, many = (
        words.say_number(
            "%(num)s question can still change your answers",
            "%(num)s questions can still change your answers",
            number,
        )
        for number in (1, 2)
    )
    assert one != many
