"""Every letter over every example: nothing is invented, nothing claimed that was not answered."""

import contextlib
import io
import json
import re
import sys
from functools import cache

import pytest
import textstat
from click.testing import CliRunner
from pypdf import PdfReader
from scripts.docs_examples import ROOT

from homeward import law
from homeward.cli import main
from homeward.documents.as_pdf import as_pdf
from homeward.documents.as_text import as_text
from homeward.explain import Explainer
from homeward.explain.sentences import in_words
from homeward.letters import LetterError, NoGround, kinds, template, write
from homeward.sources import json_records
from homeward.when import FIRST, LAST

EXAMPLES = sorted((ROOT / "examples").glob("*.json*"))
DAY = re.compile(r"\d{1,2} (?:January|February|March|April|May|June|July|August|September"
                 r"|October|November|December) \d{4}")  # fmt: skip


@cache
def explanations():
    """Each record of each example, explained; the name of an example comes first."""
    explainer = Explainer()
    found = {
        f"{path.stem}-{number}": explainer.explain(explainer.read(entry.data, path.name))
        for path in EXAMPLES
        for number, entry in enumerate(json_records(path))
        if entry.problem is None
    }
    data = json.loads((ROOT / "examples" / "us-nj-private.json").read_text(encoding="utf-8"))
    data["cases"][0]["charges"][0].update(disposition="dismissed", disposition_date="2016-03-10")
    return found | {"a charge that was dismissed": explainer.explain(explainer.read(data))}


def letters():
    """Every letter that some example gives ground for."""
    for name, explanation in explanations().items():
        for kind in kinds():
            with contextlib.suppress(NoGround):
                yield name, explanation, write(kind, explanation)


WRITTEN = list(letters())
IDS = [f"{letter.kind} of {name}" for name, _, letter in WRITTEN]
each_letter = pytest.mark.parametrize(("name", "explanation", "letter"), WRITTEN, ids=IDS)


def test_every_letter_is_written_for_some_example():
    assert {letter.kind for _, _, letter in WRITTEN} == set(kinds())


# --- what a sentence rests on ---------------------------------------------------------------


def holds(ground, explanation):
    """Whether a ground is what the record or the answers say."""
    told = ground.as_dict()
    kind = told["id"].partition(":")[0]
    if kind == "day":
        return told["as_of"] == explanation.as_of.isoformat()
    if kind == "law":
        return told["checked_on"] == law.body(told["law"]).checked_on.isoformat()
    if kind == "fact":
        rows = [explanation.record.person, *explanation.record.cases, *explanation.record.charges]
        rows += [explanation.record.tenancy] if explanation.record.tenancy else []
        return any(row.written.get(told["fact"]) == told["value"] for row in rows
                   if told["of"] in (row.key, row.table))  # fmt: skip
    found = [answer for answer in explanation.answers
             if (answer.question, answer.rule) == (told["question"], told["rule"])
             and told["of"] in (answer.subject.key, answer.subject.table)]  # fmt: skip
    return any(answer.status == told["status"] for answer in found)


@each_letter
def test_each_sentence_rests_on_an_answer_or_a_fact_that_is_so(name, explanation, letter):
    for sentence in letter.sentences():
        assert sentence.grounds, sentence.text
        for ground in sentence.grounds:
            assert holds(ground, explanation), (sentence.text, ground.id)


@each_letter
def test_a_day_in_a_letter_is_a_day_of_the_record_or_of_an_answer(name, explanation, letter):
    known = {in_words(explanation.as_of)}
    rows = [explanation.record.person, *explanation.record.cases, *explanation.record.charges]
    rows += [explanation.record.tenancy] if explanation.record.tenancy else []
    for row in rows:
        spans = [value for value in row.facts.values() if isinstance(value, tuple)]
        known |= {in_words(day) for span in spans for day in span if hasattr(day, "year")}
    spans = [answer.when for answer in explanation.answers]
    spans += [one.when for answer in explanation.answers for one in answer.reasons if one.when]
    known |= {in_words(day) for span in spans for day in span if FIRST < day < LAST}
    bodies = {answer.source.body for answer in explanation.answers if answer.source}
    known |= {in_words(law.body(body).checked_on) for body in bodies}
    assert set(DAY.findall(as_text(letter.as_document()).replace("\n", " "))) <= known


@each_letter
def test_it_says_what_it_is_and_under_which_law(name, explanation, letter):
    text = as_text(letter.as_document())
    assert "Information, not legal advice." in text
    assert "last checked on" in text


@each_letter
def test_it_reads_like_a_text_for_the_eighth_grade_at_most(name, explanation, letter):
    sentences = [re.sub(r"\([^()]*(\([^()]*\)[^()]*)*\)|_{5,}", "", own.text)
                 for own in letter.sentences()]  # fmt: skip
    spoken = [own.strip().rstrip(":") for own in sentences if own.strip().endswith((".", ":"))]
    assert textstat.automated_readability_index(". ".join(spoken)) <= 8


@each_letter
def test_the_pdf_says_the_same_and_is_the_same_each_time(name, explanation, letter):
    made = as_pdf(letter.as_document())
    assert made == as_pdf(letter.as_document())
    text = " ".join(page.extract_text() for page in PdfReader(io.BytesIO(made)).pages)
    read = "".join(text.split())
    for sentence in letter.sentences():
        words = "".join(sentence.text.split("____________________")[0].split())
        assert words.rstrip("(") in read, sentence.text


# --- what changes a letter ------------------------------------------------------------------


def explained(change=None, **tenancy):
    """The example person's private tenancy in Missouri, with something changed."""
    data = json.loads((ROOT / "examples" / "us-mo-private.json").read_text(encoding="utf-8"))
    data["tenancy"].update(tenancy)
    if change:
        data["cases"][0]["charges"][0].update(change)
    explainer = Explainer()
    return explainer.explain(explainer.read(data))


def text_of(kind, explanation):
    return " ".join(as_text(write(kind, explanation).as_document()).split())


def test_a_report_that_may_not_be_in_it_asks_for_no_notice():
    assert "the law asks you to give me a notice" in text_of("notice", explained())
    with pytest.raises(NoGround):
        write("notice", explained(used_report=False))


def test_a_report_that_is_not_known_to_be_in_it_is_said_so():
    said = text_of("notice", explained(used_report=None))
    assert "I do not know if a report on me played a part in it" in said
    assert "A report on me played a part" not in said


def test_a_missing_day_is_a_blank_or_no_sentence_and_never_another_day():
    said = text_of("notice", explained(application_date=None))
    assert "I asked you for a home on" not in said


@pytest.mark.parametrize(
    ("disposition", "is_claimed"), [("dismissed", True), ("convicted", False), ("pending", True)]
)
def test_only_what_is_no_conviction_is_disputed_as_too_old(disposition, is_claimed):
    old = {"disposition": disposition, "disposition_date": "2016-03-10"}
    said = text_of("dispute", explained(change=old))
    assert ("more than seven years have passed" in said) is is_claimed


def test_a_conviction_is_not_told_to_a_company_that_may_not_know_of_it():
    said = text_of("dispute", explained())
    assert "murder" not in said


def test_the_law_as_somebody_changed_it_is_no_ground_for_a_letter():
    explainer = Explainer()
    data = json.loads((ROOT / "examples" / "choose.json").read_text(encoding="utf-8"))
    changed = explainer.explain(explainer.read({**data, "with": ["before-sb-1421"]}))
    with pytest.raises(NoGround, match="the law as it stands"):
        write("mo-petition", changed)


# --- the command ----------------------------------------------------------------------------


def call(*arguments):
    return CliRunner().invoke(main, ["letter", *map(str, arguments)])


PRIVATE = ROOT / "examples" / "us-mo-private.json"


def test_the_list_names_every_letter_with_its_law():
    shown = call().output
    assert all(kind in shown and template(kind).cite in shown for kind in kinds())
    told = json.loads(call("list", "--format", "json").output)
    assert [one["letter"] for one in told] == kinds()


def test_json_has_the_grounds_of_each_sentence():
    told = json.loads(call("file", PRIVATE, "--format", "json").output)
    lines = [one for part in told["parts"] for line in part["lines"] for one in line]
    assert all(one["on"] for one in lines)
    assert "your name" in [label for one in lines for label in one["blanks"]]


@pytest.mark.parametrize(("ending", "start"), [("pdf", b"%PDF"), ("md", b"# "), ("txt", b"PLEASE"),
                                               ("json", b"{")])  # fmt: skip
def test_the_ending_of_the_file_says_its_form(tmp_path, ending, start):
    out = tmp_path / f"letter.{ending}"
    done = call("file", PRIVATE, "--out", out)
    assert (done.exit_code, done.stdout) == (0, "")
    assert out.read_bytes().startswith(start)


def test_all_letters_go_into_a_folder(tmp_path):
    done = call("all", PRIVATE, "--out", tmp_path / "packet")
    assert done.exit_code == 0
    assert {path.name for path in (tmp_path / "packet").iterdir()} == {
        "assessment.pdf", "dispute.pdf", "file.pdf", "notice.pdf",
    }  # fmt: skip


def test_large_print_is_larger(tmp_path):
    small, large = tmp_path / "small.pdf", tmp_path / "large.pdf"
    call("dispute", PRIVATE, "--out", small)
    call("dispute", PRIVATE, "--out", large, "--large-print")
    assert len(PdfReader(large).pages) > len(PdfReader(small).pages)


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (["fair-chance", PRIVATE], 1, "keeps this landlord from asking"),
        (["notise", PRIVATE], 2, "there is no letter 'notise'; the letters are"),
        (["notice"], 2, "give the record too"),
        (["notice", PRIVATE, "--out", "letter.docx"], 2, "a letter can end in .pdf"),
        (["file", ROOT / "examples" / "four-people.jsonl"], 2, "holds 4 records"),
        (["file", "nowhere.json"], 2, "nowhere.json"),
    ],
    ids=["no ground", "no such letter", "no record", "no such ending", "many people", "no file"],
)
def test_what_cannot_be_written_is_said(arguments, code, said):
    done = call(*arguments)
    assert (done.exit_code, said in done.output) == (code, True), done.output


def test_a_template_that_says_nothing_is_refused(tmp_path, monkeypatch):
    (tmp_path / "odd.toml").write_text('title = "x"\nsays = "y"\ncite = "z"\nno_ground = "n"\n'
        'before = ""\nrests_on = [{ all = [{ anser = "closed" }] }]\nparts = []\n')  # fmt: skip
    monkeypatch.setattr(sys.modules["homeward.letters.template"], "FOLDER", tmp_path)
    with pytest.raises(LetterError, match="anser says nothing in a claim"):
        template.__wrapped__("odd")
