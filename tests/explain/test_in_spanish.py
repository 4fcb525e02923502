"""Answers in Spanish: every sentence, days as people write them, and what is still English."""

import ast
import json
import re
from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner

from homeward import explain as room
from homeward import law
from homeward.cli import main
from homeward.explain import Explainer
from homeward.explain.as_text import explanation_as_text
from homeward.explain.description import ENDED, describe
from homeward.explain.note import Note, note_in_words
from homeward.explain.reason_text import LEGEND
from homeward.explain.sentences import because
from homeward.facts import Row
from homeward.language import Words, words_of
from tests.letters.people import EXAMPLES, PEOPLE, explained

ES = words_of("es")
FALLBACK = "[en inglés]"
ENGLISH = re.compile(r"\b(the|and|you|your|not|with|from|that|what|this|before|since)\b")
SAYING = {"say", "word", "Note"}
TABLES = {"_FIRST_WORDS", "_WHO", "MARKS", "_DOES"}


def spoken():
    """Every text that the code of this room says in the reader's language."""
    for path in Path(room.__file__).parent.glob("*.py"):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        for scope in ast.walk(tree):
            if isinstance(scope, ast.Module | ast.FunctionDef):
                yield from _said_in(scope, tree)


def _said_in(scope, module):
    named = _constants(module) | _constants(scope)
    for call in ast.walk(scope):
        if isinstance(call, ast.Call) and call.args and _name(call.func) in SAYING:
            yield from _texts(call.args[0], named)
    for name in TABLES & set(named):
        yield from named[name]


def _name(function):
    return getattr(function, "attr", getattr(function, "id", ""))


def _constants(scope):
    return {
        target.id: list(_texts(node.value, {}))
        for node in ast.walk(scope)
        if isinstance(node, ast.Assign)
        for target in node.targets
        if isinstance(target, ast.Name)
    }


def _texts(node, named):
    """The texts that an expression may be: a text, one of two, or one that has a name."""
    match node:
        case ast.Constant(value=str() as text):
            yield text
        case ast.IfExp(body=one, orelse=other):
            yield from [*_texts(one, named), *_texts(other, named)]
        case ast.Dict(values=values):
            for value in values:
                yield from _texts(value, named)
        case ast.Name(id=name):
            yield from named.get(name, [])


def test_every_sentence_of_the_page_is_translated():
    texts = set(spoken()) | {LEGEND, *ENDED.values()}
    assert len(texts) > 100
    assert sorted(text for text in texts if text and not ES.has(text)) == []


@pytest.mark.parametrize("person", list(PEOPLE))
@pytest.mark.parametrize("why", [False, True], ids=["in short", "with every condition"])
def test_every_example_is_told_in_spanish_and_what_is_english_says_so(person, why):
    text = explained(PEOPLE[person]).as_text(language="es", why=why)
    assert "Es información, no asesoría legal." in " ".join(text.split())
    bodies = {answer.source.body for answer in explained(PEOPLE[person]).answers if answer.source}
    if bodies <= set(law.ids_with("es.toml")):
        assert FALLBACK not in text


@pytest.mark.parametrize(
    "example", ["missing-dates", "choose", "already-closed", "us-mo-private", "us-mo-voucher"]
)
def test_a_page_of_missouri_holds_no_english_but_what_the_record_says(example):
    data = json.loads((EXAMPLES / f"{example}.json").read_text(encoding="utf-8"))
    text = explained(data).as_text(language="es")
    for case in data["cases"]:
        for charge in case["charges"]:
            text = text.replace(charge.get("description", "\0"), "")
    assert ENGLISH.findall(re.sub(r"\([^)]*\)", "", text.lower())) == []


def test_the_answers_are_the_same_in_both_languages():
    english, spanish = (
        " ".join(explained(PEOPLE["missing-dates"]).as_text(language=language).split())
        for language in ("en", "es")
    )
    cites = re.compile(r"RSMo [\d.()]+\d")
    assert set(cites.findall(english)) == set(cites.findall(spanish))
    years = re.compile(r"\b(?:19|20)\d\d\b")
    assert sorted(years.findall(english)) == sorted(years.findall(spanish))


CLOSED = {
    "as_of": "2026-11-23",
    "person": {},
    "cases": [{"case_id": "c1", "jurisdiction": "us-mo", "charges": [
        {"charge_id": "1", "statute": "574.010", "severity": "misdemeanor", "class": "B",
         "disposition": "convicted", "disposition_date": "2022-06-01",
         "requires_sex_registration": False, "disposition_completed_on": "2026-02-28",
         "obligations_satisfied_on": "2022-06-01"}]}],
}  # fmt: skip


@pytest.mark.parametrize(
    ("as_of", "said"),
    [
        ("2027-02-27", "Todavía no: {} a partir del 28 de febrero de 2027."),
        ("2027-02-28", "Sí: {}, desde el 28 de febrero de 2027."),
    ],
    ids=["the day before", "the day itself"],
)  # fmt: skip
def test_an_answer_in_one_sentence(as_of, said):
    explainer = Explainer(as_of=date.fromisoformat(as_of), questions=["clear.610_140"])
    told = explainer.explain(explainer.read(CLOSED))
    answer = next(one for one in told.answers if one.rule == "us-mo/expungement")
    holds = "usted puede pedir a la corte que limpie este cargo"
    assert because(answer, told.vocabulary, ES) == said.format(holds)


FELONY_D = "c1/1: x, delito grave (felony) de clase D"


@pytest.mark.parametrize(
    ("facts", "said"),
    [
        ({"charge.severity": "felony", "charge.class": "D"}, FELONY_D),
        ({"charge.class": "D"}, "c1/1: x, clase D"),
        ({"charge.severity": "ordinance"}, "c1/1: x, ordenanza de la ciudad"),
    ],
)  # fmt: skip
def test_a_charge_as_a_heading(facts, said):
    row = Row("charge", "1")
    row.case = Row("case", "c1")
    row.written = {"charge.description": "x", **facts}
    assert describe(row, ES) == said


def test_how_heavy_a_charge_is_and_how_it_ended_has_words():
    known = law.vocabulary()["charge.severity"].values
    assert [word for word in (*known, *ENDED.values()) if not ES.has(word)] == []


@pytest.mark.parametrize("table", ["person", "case", "tenancy"])
def test_every_kind_of_row_has_a_heading(table):
    assert not ENGLISH.search(describe(Row(table, "c1"), ES))


def test_a_note_is_said_again_in_spanish_with_its_days():
    note = Note("{law} and {law}", law="us-mo")
    assert note == "us-mo and us-mo"
    asked = Note(
        "{place}: the law of {day}, as last compared with its sources on {checked}. A later "
        "change is not in it.",
        place="United States", day=date(2026, 2, 28), checked=date(2026, 11, 23),
    )  # fmt: skip
    assert asked.startswith("United States: the law of 28 February 2026")
    assert note_in_words(asked, ES).startswith("Estados Unidos: la ley del 28 de febrero de 2026")
    assert note_in_words("Something else.", ES) == f"Something else. {FALLBACK}"


def test_what_has_no_translation_is_told_in_english_that_says_so():
    texts = {text: said for text, said in ES.texts.items() if text != "Expungement on petition"}
    told = explained(CLOSED)
    text = explanation_as_text(told, Words("es", texts), why=False, color=False)
    assert f"Expungement on petition {FALLBACK}: usted puede pedir" in " ".join(text.split())


def test_the_command_speaks_spanish_where_it_can():
    path = str(EXAMPLES / "missing-dates.json")
    done = CliRunner().invoke(main, ["explain", path, "--language", "es"])
    assert done.exit_code == 0
    assert "Qué hacer ahora" in done.output
    for more in (["--on", "2027-01-01"], ["--compare", "us-mo,us-ks"], ["--format", "json"]):
        refused = CliRunner().invoke(main, ["explain", path, "--language", "es", *more])
        assert (refused.exit_code, "in English only" in refused.output) == (2, True)
