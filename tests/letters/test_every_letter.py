"""No letter says more than the answers and the record do: every letter over every example."""

from __future__ import annotations

import contextlib
import copy
import json
import re
from datetime import date
from functools import cache

import pytest

from homeward import __version__
from homeward.explain.sentences import what_is_open
from homeward.language import ENGLISH, LANGUAGES
from homeward.letters import NoGround, kinds, template, words_of_letters, write
from homeward.letters.letter import once
from tests.letters.people import PEOPLE, explained
from tests.letters.reading_grade import grade

DAY = {"en": re.compile(r"\b\d{1,2} [A-Z][a-z]+ \d{4}\b"),
       "es": re.compile(r"\b\d{1,2} de [a-z]+ de \d{4}\b")}  # fmt: skip
NUMBER = re.compile(r"\d+")


@cache
def answers_of(person):
    return explained(PEOPLE[person])


@cache
def letters(language="en"):
    """Every letter that has ground, by its kind and whom it is about."""
    found = {}
    for person in PEOPLE:
        for kind in kinds():
            try:
                found[kind, person] = write(kind, answers_of(person), words_of_letters(language))
            except NoGround:
                continue
    return found


LETTERS = pytest.mark.parametrize("key", list(letters()), ids="-".join)
in_each_language = pytest.mark.parametrize("language", LANGUAGES)


def rows_of(person):
    """The JSON of the answers, by question, rule and whom they are about."""
    told = answers_of(person).as_dict()["answers"]
    return {(own["question"], own["rule"], _of(own["subject"])): own for own in told}


def _of(subject):
    return f"{subject['case_id']}/{subject['id']}" if subject["kind"] == "charge" else (
        subject["kind"])  # fmt: skip


def value_in(data, fact, of):
    """A fact as the record file itself has it, looked up without the program."""
    table, _, field = fact.partition(".")
    holder = {"person": data["person"], "tenancy": data.get("tenancy", {})}.get(table)
    for case in data["cases"]:
        if table == "case" and case["case_id"] == of:
            holder = case
        for place, charge in enumerate(case["charges"], 1):
            own = f"{case['case_id']}/{charge.get('charge_id', place)}"
            holder = charge if table == "charge" and own == of else holder
    for part in field.split("."):
        holder = (holder or {}).get(part)
    return holder


def test_every_letter_is_written_for_someone_and_none_for_nobody():
    assert {kind for kind, _ in letters()} == set(kinds())
    assert "nobody" not in {person for _, person in letters()}


@pytest.mark.parametrize(
    ("person", "expected"),
    [
        ("us-mo-private", {"file", "notice", "dispute", "assessment"}),
        ("us-mo-voucher", {"file", "dispute", "assessment", "vawa"}),
        ("us-nj-private", {"file", "dispute", "assessment"}),
        ("already-closed", {"file", "dispute", "close-record", "mo-petition"}),
        ("nj-not-offered", {"file", "dispute", "fair-chance"}),
    ],
)
def test_which_letters_there_is_ground_for(person, expected):
    assert {kind for kind, own in letters() if own == person} == expected


@in_each_language
@LETTERS
def test_each_sentence_rests_on_an_answer_or_a_fact_that_is_as_it_claims(key, language):
    rows, data = rows_of(key[1]), PEOPLE[key[1]]
    for sentence in letters(language)[key].sentences():
        assert sentence.grounds, sentence.text
        for ground in sentence.as_dict()["on"]:
            if "question" in ground:
                row = rows[ground["question"], ground["rule"], ground["of"]]
                same = {name: row[name] for name in ("status", "soonest", "latest")}
                assert same == {name: ground[name] for name in same}
                assert row["status"] != "not_applicable"
                met = {own["name"]: own for own in row["conditions"]}
                for name in ground.get("met", ()):
                    assert met[name]["latest"] <= data["as_of"] or met[name]["latest"] == "always"
                if "condition" in ground:
                    named = met[ground["condition"]]
                    spans = (named["soonest"], named["latest"])
                    assert spans == (ground["condition_soonest"], ground["condition_latest"])
                if "missing" in ground:
                    assert ground["missing"] in [own.split("@")[0] for own in row["missing"]]
            elif "fact" in ground:
                assert ground["value"] == value_in(data, ground["fact"], ground["of"])
            elif "as_of" in ground:
                assert ground["as_of"] == data["as_of"]
            else:
                assert ground["law"]


@in_each_language
@LETTERS
def test_no_day_and_no_number_stands_in_a_letter_that_its_grounds_do_not_hold(key, language):
    words = words_of_letters(language)
    for sentence in letters(language)[key].sentences():
        claimed = json.dumps([ground.as_dict() for ground in sentence.grounds])
        written = {words.day(day) for day in _days(claimed)}
        assert set(DAY[language].findall(sentence.text)) <= written, sentence.text
        rest = DAY[language].sub("", sentence.text).replace(f"homeward {__version__}", "")
        rows = rows_of(key[1])
        said = claimed + json.dumps([
            rows[own["question"], own["rule"], own["of"]]["conditions"]
            for own in sentence.as_dict()["on"] if "question" in own
        ])  # fmt: skip
        says = json.dumps([own.says for own in answers_of(key[1]).vocabulary.values()])
        says += json.dumps([what_is_open(name.partition("@")[0]) for row in rows.values()
                            for name in row["missing"] if name.startswith("law:")])  # fmt: skip
        lacking = [number for number in NUMBER.findall(rest) if number not in said + says]
        assert not lacking, sentence.text


def _days(text):
    return [date.fromisoformat(day) for day in re.findall(r"\d{4}-\d{2}-\d{2}", text)]


def test_no_template_holds_a_citation_of_its_own():
    """A citation comes from the answer, so that a letter cannot claim what was not answered."""
    for kind in kinds():
        for part in template(kind).parts:
            for wording in part.sentences:
                assert not re.search(r"USC|CFR|RSMo|\d{3,}", wording.says), wording.says


@pytest.mark.parametrize("person", ["us-mo-private", "nj-dismissed", "already-closed", "disputed"])
def test_a_fact_that_is_taken_from_the_record_is_gone_from_its_letters(person):
    """Each fact missing in turn: a blank, or no sentence; never the old value, never a made-up."""
    shown = 0
    for holder, name in leaves(PEOPLE[person]):
        fact, whose = named(PEOPLE[person], holder, name)
        value = as_said(at(PEOPLE[person], holder)[name])
        shown += any(value in own.text for own in resting_on(fact, whose, answers_of(person)))
        data = copy.deepcopy(PEOPLE[person])
        at(data, holder).pop(name)
        for own in resting_on(fact, whose, explained(data)):
            assert value not in own.text, (fact, own.text)
    assert shown >= 3


def resting_on(fact, whose, explanation):
    """The sentences of all letters that rest on a fact."""
    for kind in kinds():
        with contextlib.suppress(NoGround):
            for own in write(kind, explanation).sentences():
                if f"fact:{fact}@{whose}" in [ground.id for ground in own.grounds]:
                    yield own


def as_said(value):
    """A value of a record as a letter says it."""
    is_day = isinstance(value, str) and re.fullmatch(r"\d{4}-\d{2}-\d{2}", value)
    return ENGLISH.day(date.fromisoformat(value)) if is_day else str(value)


def leaves(data, path=()):
    """The place of every fact, without the ids of rows."""
    for name, value in data.items() if isinstance(data, dict) else enumerate(data):
        if isinstance(value, dict | list):
            yield from leaves(value, (*path, name))
        elif path and name not in ("case_id", "charge_id", "jurisdiction"):
            yield path, name


def at(data, path):
    for part in path:
        data = data[part]
    return data


def named(data, holder, name):
    """A fact and whose it is, from where it stands in the record."""
    if holder[0] != "cases":
        return ".".join([*holder, name]), holder[0]
    case = data["cases"][holder[1]]["case_id"]
    if "charges" not in holder:
        return f"case.{name}", case
    charge = at(data, holder[:4])["charge_id"]
    return ".".join(["charge", *holder[4:], name]), f"{case}/{charge}"


@pytest.mark.parametrize(
    ("kind", "person", "sentence"),
    [
        ("file", "us-mo-private", ("So the copy is free if I ask within 60 days "
                                  "(15 USC 1681j(b), 1681i).")),
        ("notice", "us-mo-private", ("So the law asks you to give me a notice about the report "
                                    "(15 USC 1681m(a)).")),
        ("notice", "or-refused", "The law says by when: 24 November 2026."),
        ("dispute", "nj-dismissed", "This is so since 11 February 2025."),
        ("dispute", "nj-dismissed", "It was sealed on 5 March 2024."),
        ("dispute", "disputed", ("You got my dispute on 20 October 2026. Your answer is due by "
                                "19 November 2026 (15 USC 1681i(a)(1)).")),
        ("fair-chance", "nj-not-offered", ("You may not ask about my record yet, or look it up "
                                          "(NJSA 46:8-55).")),
        ("fair-chance", "nj-dismissed", ("no conviction came of the arrest or charge "
                                        "(NJSA 46:8-55, 46:8-56)")),
        ("assessment", "us-nj-private", ("Before you turn me down over my record, the law asks you "
                                        "to weigh my own case (NJSA 46:8-56).")),
        ("vawa", "voucher-linked", ("Case V, property damage, comes directly from abuse that I "
                                   "suffered. The law does not let you turn me down for it "
                                   "(34 USC 12491(b)).")),
        ("close-record", "already-closed", "It is closed since 9 September 2022."),
        ("mo-petition", "choose", ("You have more charges than the limits let a court clear in a "
                                  "lifetime, so you have to choose (RSMo 610.140.13).")),
    ],
)  # fmt: skip
def test_a_letter_says(kind, person, sentence):
    assert sentence in [own.text for own in letters()[kind, person].sentences()]


@pytest.mark.parametrize(
    ("kind", "person", "words"),
    [
        ("file", "us-mo-voucher", "free"),
        ("file", "us-nj-private", "60 days"),
        ("dispute", "us-mo-private", "30 days"),
        ("dispute", "already-closed", "may not be shown"),
        ("assessment", "us-mo-private", "The law asks"),
        ("assessment", "nj-grade-not-known", "burglary"),
        ("fair-chance", "nj-dismissed", "theft"),
        ("fair-chance", "nj-dismissed", "fraud"),
        ("vawa", "us-mo-voucher", "murder"),
    ],
)
def test_a_letter_does_not_say(kind, person, words):
    """A right that was not answered is not claimed; what may not be used is not told."""
    assert words not in " ".join(own.text for own in letters()[kind, person].sentences())


@pytest.mark.parametrize("kind", kinds())
def test_without_ground_there_is_no_letter_and_it_is_said_why(kind):
    with pytest.raises(NoGround, match=re.escape(template(kind).no_ground)):
        write(kind, answers_of("nobody"))


@LETTERS
def test_a_letter_reads_at_eighth_grade_at_most(key):
    assert grade([own.text for own in letters()[key].sentences()]) <= 8


def test_a_court_is_never_promised():
    written = letters()["mo-petition", "choose"]
    said = [own.text for own in written.sentences()]
    assert "Nobody can promise how the court decides." in said
    weighed = [own for own in said if own.startswith("The court decides if")]
    assert len(weighed) == 12  # habits and conduct, and the public welfare, for six charges


def test_grounds_stand_once():
    for written in letters().values():
        for sentence in written.sentences():
            assert once(sentence.grounds) == sentence.grounds


def test_the_grade_tells_hard_words_from_plain_ones():
    plain = "Please send me a copy of my file. Please say who asked you for it."
    hard = (
        "Notwithstanding the aforementioned considerations, the consumer reporting agency is "
        "obligated to conduct a reasonable reinvestigation of the disputed information."
    )
    assert grade([plain]) < 4
    assert grade([hard]) > 16
