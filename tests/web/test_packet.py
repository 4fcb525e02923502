"""The packet to print says what the page says."""

import io

import pytest
from pypdf import PdfReader

from tests.web.pages import example_records, parts, send

RECORDS = example_records()


def text_of(answer):
    assert answer.headers["content-type"] == "application/pdf"
    pages = PdfReader(io.BytesIO(answer.content)).pages
    return " ".join(" ".join(page.extract_text() for page in pages).split())


@pytest.mark.parametrize("language", ["en", "es"])
@pytest.mark.parametrize("name", ["choose", "missing-dates"])
def test_each_answer_of_the_page_is_in_the_packet(client, language, name):
    said = text_of(send(client, RECORDS[name], language, "packet.pdf"))
    page = send(client, RECORDS[name], language).text
    days = [p["text"] for p in parts(page, tag="strong") if p["text"].strip()]
    assert days
    squeezed = said.replace(" ", "")
    for one in parts(page, tag="h3", **{"class": "finding__title"}):
        assert "".join(one["text"].split()) in squeezed
    for cite in {p["text"] for p in parts(page, tag="a", **{"class": "cite"})}:
        assert "".join(cite.split()) in squeezed


def test_what_a_record_says_cannot_act_in_the_packet(client):
    charge = {"statute": "570.030", "description": '*bold* #image("/etc/passwd") $x$ <a>'}
    case = {"case_id": "#pagebreak()", "jurisdiction": "us-mo", "charges": [charge]}
    record = {"cases": [case]}
    said = text_of(send(client, record, path="packet.pdf"))
    assert '*bold* #image("/etc/passwd") $x$ <a>' in said.replace("“", '"').replace("”", '"')
