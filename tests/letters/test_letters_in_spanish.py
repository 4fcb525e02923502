"""Letters in Spanish: the person's own copy, sentence for sentence the letter that is sent."""

import io
import re

import pytest
from click.testing import CliRunner
from pypdf import PdfReader

from homeward.cli import main
from homeward.documents.as_markdown import as_markdown
from homeward.documents.as_pdf import as_pdf
from homeward.documents.as_text import as_text
from homeward.language import Untranslated, texts_of
from homeward.letters import NoGround, kinds, template, words_of_letters, write, writing
from homeward.letters.template import FOLDER
from tests.language.reading_ease import ease
from tests.letters.people import EXAMPLES
from tests.letters.test_every_letter import LETTERS, answers_of, letters

PLACE = re.compile(r"\{(?:blank:|[^{}]+\})")
ES = words_of_letters("es")
PRIVATE = EXAMPLES / "us-mo-private.json"


def texts(kind):
    """Every text of a template that a person may read."""
    own = template(kind)
    yield from (own.title, own.says, own.no_ground, own.before)
    for part in own.parts:
        yield from (part.heading, *(one.says for one in part.sentences), *part.reasons.values())


@pytest.mark.parametrize("kind", kinds())
def test_every_text_of_a_letter_is_translated(kind):
    assert [text for text in texts(kind) if not ES.has(text)] == []


@pytest.mark.parametrize("kind", kinds())
def test_a_translation_keeps_what_is_filled_in_and_what_is_left_blank(kind):
    for text in filter(None, texts(kind)):
        assert sorted(PLACE.findall(text)) == sorted(PLACE.findall(ES.word(text))), text


def test_no_translation_stands_for_a_sentence_that_no_letter_has():
    """What somebody left behind would be translated again and again."""
    own = {text for kind in kinds() for text in texts(kind)}
    own |= {writing._WRITTEN, writing._LAW, writing._COPY}
    own |= {"every one of these for which the record gives ground"}
    own |= {template(kind).cite for kind in kinds()}
    assert set(texts_of(FOLDER.parent / "es.toml")) - own == set()


def test_a_citation_stays_as_it_is():
    for kind in kinds():
        for text in texts(kind):
            assert re.findall(r"\d+", text) == re.findall(r"\d+", ES.word(text)), text


@LETTERS
def test_it_has_the_same_sentences_as_the_letter_in_english_with_the_same_grounds(key):
    english, spanish = letters()[key], letters("es")[key]
    assert [part.form for part in english.parts] == [part.form for part in spanish.parts]
    for ours, theirs in zip(english.parts, spanish.parts, strict=True):
        rests = [[[own.grounds for own in line] for line in part.lines] for part in (ours, theirs)]
        assert rests[0] == rests[1]
    own = spanish.footer[0].text
    assert "Esta copia es para usted" in own
    assert [one.grounds for one in english.footer] == [one.grounds for one in spanish.footer[1:]]


@LETTERS
def test_a_day_and_a_blank_are_in_spanish_too(key):
    said = as_text(letters("es")[key].as_document())
    assert "Es información, no asesoría legal." in said
    assert "23 de noviembre de 2026" in said
    assert not re.search(r"\b(January|February|March|April|May|June|July|August|September"
                         r"|October|November|December)\b", said)  # fmt: skip


@LETTERS
def test_it_reads_like_a_text_for_the_sixth_grade(key):
    said = [own.text for own in letters("es")[key].sentences() if "[en inglés]" not in own.text]
    assert ease(said) >= 65


def test_the_papers_say_the_same_and_the_pdf_says_its_language():
    letter = write("notice", answers_of("us-mo-private"), ES)
    reader = PdfReader(io.BytesIO(as_pdf(letter.as_document())))
    assert reader.trailer["/Root"]["/Lang"] == "es"
    read = "".join("".join(page.extract_text() for page in reader.pages).split())
    for said in ("Por eso la ley le pide darme un aviso", "el 9 de noviembre de 2026"):
        assert "".join(said.split()) in read
        assert said in " ".join(as_text(letter.as_document()).split())
        assert said in as_markdown(letter.as_document())


def test_without_ground_there_is_no_letter_and_it_is_said_why_in_spanish():
    with pytest.raises(NoGround, match="Ninguna norma consultada aquí"):
        write("notice", answers_of("nobody"), ES)


def test_a_sentence_that_nobody_has_translated_is_an_error():
    with pytest.raises(Untranslated, match="nobody"):
        ES.word("Words that nobody has translated.")


# --- the command ----------------------------------------------------------------------------


def call(*arguments):
    return CliRunner().invoke(main, ["letter", *map(str, arguments), "--language", "es"])


def test_the_list_is_in_spanish():
    shown = call().output
    assert "pedir a la empresa que hizo un informe una copia de su expediente" in shown
    assert "la ley del lugar de la vivienda" in shown


@pytest.mark.parametrize("ending", ["pdf", "md", "txt", "json"])
def test_a_copy_in_spanish_says_what_to_know_before(tmp_path, ending):
    out = tmp_path / f"carta.{ending}"
    done = call("file", PRIVATE, "--out", out)
    assert (done.exit_code, done.stdout) == (0, "")
    assert "No cuenta nada de sus antecedentes." in done.stderr
    assert out.stat().st_size > 500


def test_a_folder_holds_the_letter_to_send_and_the_copy_beside_it(tmp_path):
    done = call("all", PRIVATE, "--out", tmp_path / "cartas")
    assert done.exit_code == 0
    kinds_of_it = ("assessment", "dispute", "file", "notice")
    assert {path.name for path in (tmp_path / "cartas").iterdir()} == {
        name for kind in kinds_of_it for name in (f"{kind}.pdf", f"{kind}.es.pdf")
    }
    sent = PdfReader(tmp_path / "cartas" / "notice.pdf").pages[0].extract_text()
    assert "Please put in the notice" in sent
