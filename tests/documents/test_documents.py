"""A document says the same in text, Markdown and PDF, and what a person wrote stays words."""

from __future__ import annotations

import io
import sys
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pypdf import PdfReader

from homeward.documents import (
    Blank,
    Document,
    Heading,
    Items,
    Lines,
    Paragraph,
    Strong,
    Table,
)
from homeward.documents.as_markdown import as_markdown, escaped
from homeward.documents.as_pdf import CannotSet, as_pdf, as_pictures
from homeward.documents.as_text import as_text
from homeward.documents.document import joined, tidy

WHOLE = Document(
    "A request",
    (
        Lines((("Ana Díaz",), ("To:", Blank("name of the landlord")))),
        Heading("What I ask"),
        Paragraph(("I ask for a", Strong("copy"), "of my report.")),
        Items((("by mail",), ("by hand",)), "box"),
        Items((("first",), ("second",)), "number"),
        Items((("loose",),)),
        Table(("Day", "What"), ((("1 March 2027",), (Blank("what happened"),)),)),
    ),
    footer=("Information, not legal advice.",),
    day=date(2026, 11, 23),
)

SAID = [
    "Ana Díaz",
    "(name of the landlord)",
    "What I ask",
    "of my report.",
    "by hand",
    "second",
    "loose",
    "1 March 2027",
    "(what happened)",
    "Information, not legal advice.",
]


def pdf_text(document, **options):
    pages = PdfReader(io.BytesIO(as_pdf(document, **options))).pages
    return " ".join(" ".join(page.extract_text() for page in pages).split())


@pytest.mark.parametrize("shape", [as_text, as_markdown, pdf_text], ids=lambda own: own.__name__)
def test_every_block_stands_in_every_shape(shape):
    found = shape(WHOLE)
    assert [words for words in SAID if words not in found] == []


def test_the_markdown_is_this():
    assert as_markdown(WHOLE).splitlines() == [
        "# A request",
        "",
        "Ana Díaz  ",
        "To: ____________________ (name of the landlord)",
        "",
        "## What I ask",
        "",
        "I ask for a **copy** of my report.",
        "",
        "- [ ] by mail",
        "- [ ] by hand",
        "",
        "1. first",
        "2. second",
        "",
        "- loose",
        "",
        "| Day | What |",
        "| --- | --- |",
        "| 1 March 2027 | ____________________ (what happened) |",
        "",
        "---",
        "",
        "*Information, not legal advice.*",
    ]


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        pytest.param("*bold*", r"\*bold\*", id="stars are stars"),
        pytest.param("<script>", r"\<script\>", id="no tag"),
        pytest.param("[a](b)", r"\[a\](b)", id="no link"),
        pytest.param("a | b", r"a \| b", id="no new cell"),
        pytest.param("# name", r"\# name", id="no heading"),
        pytest.param("- name", r"\- name", id="no list"),
        pytest.param("1. name", r"1\. name", id="no numbered list"),
        pytest.param("---", r"\---", id="no rule"),
        pytest.param("3-4", "3-4", id="a span of numbers needs nothing"),
        pytest.param("a\n\n# b", r"a \# b", id="no line of its own"),
    ],
)
def test_what_a_person_wrote_is_no_markdown(written, shown):
    assert escaped(written) == shown


@pytest.mark.parametrize(
    "written",
    ["#panic()", "$x$ *bold* _i_", '"quoted" -- and // so', "@ref <label> \\ [x]", "~ = heading"],
)
def test_what_a_person_wrote_is_no_code_of_the_page(written):
    document = Document(written, (Paragraph((written,)), Heading(written), Items(((written,),))))
    assert pdf_text(document).count(" ".join(written.split())) == 4


LETTERS = st.characters(max_codepoint=0x17F, categories=["L", "N", "P", "S", "Z", "Cc"])


@given(st.text(LETTERS, max_size=40))
@settings(max_examples=25)
def test_any_words_can_be_set(words):
    document = Document(
        "Words", (Paragraph((words, Blank(words))), Table((words,), (((words,),),)))
    )
    assert as_pdf(document).startswith(b"%PDF")


def test_the_same_document_is_the_same_file():
    assert as_pdf(WHOLE) == as_pdf(WHOLE)
    later = Document(WHOLE.title, WHOLE.blocks, WHOLE.footer, date(2026, 11, 24))
    assert as_pdf(WHOLE) != as_pdf(later)


def test_a_pdf_bears_its_title_its_day_and_its_language():
    reader = PdfReader(io.BytesIO(as_pdf(WHOLE)))
    assert reader.metadata.title == "A request"
    assert reader.metadata.creation_date.date() == date(2026, 11, 23)
    assert reader.trailer["/Root"]["/Lang"] == "en"
    assert reader.trailer["/Root"]["/MarkInfo"]["/Marked"]


def test_large_print_takes_more_room_and_says_the_same():
    long = Document("Long", (Paragraph(("Words and more words.",)),) * 30)
    small, large = (PdfReader(io.BytesIO(as_pdf(long, large=own))) for own in (False, True))
    assert len(large.pages) > len(small.pages)
    sizes = set()
    large.pages[0].extract_text(
        visitor_text=lambda text, _cm, tm, _font, size: sizes.add(size * tm[0]) if text else None
    )
    assert 18 in {round(size) for size in sizes}


def test_a_page_can_be_a_picture():
    (page,) = as_pictures(WHOLE)
    assert page.startswith(b"\x89PNG")


def test_without_typst_it_is_said_what_to_install(monkeypatch):
    monkeypatch.setitem(sys.modules, "typst", None)
    with pytest.raises(CannotSet, match=r"pip install 'homeward\[letters\]'"):
        as_pdf(WHOLE)


def test_a_letter_that_no_font_has_is_named_and_never_shown_as_a_box():
    unknown = "\u0378"  # a place that Unicode leaves empty
    with pytest.raises(CannotSet, match=r"378.*Install a font"):
        as_pdf(Document("Words", (Paragraph((unknown,)),)))


def test_a_row_has_as_many_cells_as_the_head():
    with pytest.raises(ValueError, match="2 cells under a head of 1"):
        Table(("Day",), ((("a",), ("b",)),))


def test_pieces_are_joined_as_one_would_write_them():
    assert joined(("See (", Blank("case"), "), and", "sign", ".")) == [
        "See (",
        Blank("case"),
        "), and sign.",
    ]
    assert tidy(" a\u0007\ud800b\tc ") == "ab c"
