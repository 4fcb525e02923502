"""The notice of a decision: what it says, in which order, in which words, and in two languages."""

import io
import itertools
import json
import re
from datetime import date

import pytest
import textstat
from pypdf import PdfReader

from homeward.documents.as_pdf import as_pdf
from homeward.documents.as_text import as_text
from homeward.therapy.decision import decide, read_request
from homeward.therapy.decision.reason import reasons
from homeward.therapy.notice import Untranslated, Words, notice
from homeward.therapy.policies import folders, policy, vocabulary
from tests.cli.commands import homeward, written

DAY = "2026-11-23"
GOOD = {
    "qualifying_diagnosis": True, "needs_routine_outpatient": True, "needs_inpatient": False,
    "needs_enhanced_outpatient": False, "needs_residential_program": False, "housing_bar": False,
    "course_days": 84, "release_on": "2028-02-01", "last_write_up_on": "2024-10-01",
    "arrived_on": "2026-05-04", "screened_on": "2026-05-11", "screen_positive": True,
    "held_here": True, "open_places": 1,
}  # fmt: skip


def request(policy_name="sample", care=None, **more):
    facts = {key: value for key, value in {**GOOD, **(care or {})}.items() if value is not ...}
    return {"id": "a", "policy": policy_name, "as_of": DAY, "care": facts, **more}


def document(data, language="en"):
    found = decide(read_request(data, "test", as_of=date.fromisoformat(DAY)))
    return notice(found, Words(language))


def text(data, language="en"):
    return " ".join(as_text(document(data, language)).split())


CARE = {
    "qualifies": {},
    "full": {"open_places": 0},
    "not here": {"held_here": False},
    "too little time": {"release_on": "2027-01-01"},
    "write-up": {"last_write_up_on": "2026-11-01"},
    "housing": {"housing_bar": True},
    "no finding": {"qualifying_diagnosis": False},
    "under the line": {"screen_positive": False},
    "level": {"needs_routine_outpatient": False},
    "not known": {"release_on": ..., "qualifying_diagnosis": ..., "screen_positive": ...},
    "nothing told": dict.fromkeys(GOOD, ...),
    "declined": {"declined": True},
    "everything against": {"release_on": "2027-01-01", "last_write_up_on": "2026-11-01",
                           "housing_bar": True, "qualifying_diagnosis": False,
                           "screen_positive": False, "needs_routine_outpatient": False},
}  # fmt: skip
EACH = [
    pytest.param(request(name, care), id=f"{name}: {said}")
    for name, (said, care) in itertools.product(sorted(folders()), CARE.items())
]
each_request = pytest.mark.parametrize("data", EACH)


@pytest.mark.parametrize("language", ["en", "es"])
@each_request
def test_every_notice_has_its_parts_in_both_languages(data, language):
    said = text(data, language)
    words = Words(language)
    for part in ("What we decided", "Help now", "If you do not agree", "About this paper"):
        assert words.say(part) in said
    assert "42 CFR 438.404(b)" in said
    assert words.say("Information, not legal advice. A form is no diagnosis.") in said


def test_every_sentence_of_the_policies_has_spanish_words():
    """What a policy or a fact may put into a notice, said or not by some example."""
    words, known = Words("es"), vocabulary()
    texts = [one for reason in reasons().values() for one in (reason.says, reason.change)]
    for name in folders():
        own = policy(name)
        texts += [own.title, own.edition, (own.appeal or {}).get("to", "")]
        for rule in own.body.rules.values():
            if rule.question.startswith("due."):
                texts.append(rule.holds)
            if rule.question == "qualifies":
                texts += [one for own in rule.conditions for one in (own.says, own.unmet)]
    texts += [known[name].says for name in known if name.startswith("person.care.")]
    lacking = []
    for one in texts:
        try:
            words.word(one)
        except Untranslated:
            lacking.append(one)
    assert lacking == []


def test_a_sentence_without_a_translation_is_an_error():
    with pytest.raises(Untranslated, match="nobody"):
        Words("es").say("Words that nobody has translated.")


@each_request
def test_it_reads_like_a_text_for_the_sixth_grade_at_most(data):
    lines = as_text(document(data)).splitlines()
    said = re.sub(r"\([^()]*(\([^()]*\)[^()]*)*\)|42 CFR [\d.()a-z]+|_{5,}", "", " ".join(lines))
    assert textstat.automated_readability_index(said) <= 6
    assert flesch_kincaid(said) <= 6


def flesch_kincaid(said):
    """The grade of Flesch and Kincaid; each group of vowels is a syllable, silent ones too."""
    sentences = [one for one in re.split(r"[.!?](?:\s|$)", said) if re.search("[a-z]", one)]
    words = re.findall(r"[A-Za-z']+", said)
    syllables = sum(max(len(re.findall("[aeiouy]+", word.lower())), 1) for word in words)
    return 0.39 * len(words) / len(sentences) + 11.8 * syllables / len(words) - 15.59


def test_the_grade_is_the_one_of_the_formula():
    # two sentences of three words, eight syllables with two silent e's counted
    assert flesch_kincaid("We made notes. You see me.") == pytest.approx(
        0.39 * 3 + 11.8 * 8 / 6 - 15.59
    )


@pytest.mark.parametrize("care", ["full", "not here"])
def test_a_full_list_is_never_said_to_be_a_no(care):
    said = text(request(care=CARE[care]))
    assert "You qualify." in said
    assert "You do not qualify now" not in said


def test_each_reason_comes_with_what_would_change_it():
    said = text(request(care=CARE["everything against"]))
    data = request(care=CARE["everything against"])
    found = decide(read_request(data, "t", as_of=date(2026, 11, 23)))
    assert len(found.reasons) > 3
    for reason in found.reasons:
        assert reason.says in said
        assert reason.change in said


def test_the_day_from_which_a_test_is_met_is_told():
    # a write-up on 1 November; the sample policy asks for 90 days: 30 January
    assert "from 30 January 2027 on" in text(request(care=CARE["write-up"]))


def test_the_day_home_that_would_do_is_told():
    # 84 days from 23 November 2026
    assert "If you go home on 15 February 2027 or later" in text(
        request(care=CARE["too little time"])
    )


def test_what_is_not_known_is_asked_for_and_is_no_reason_against():
    said = text(request(care=CARE["not known"]))
    assert "We can not tell yet if you qualify." in said
    assert "We need to know: the day you are set to go home." in said


def test_a_day_to_act_whose_start_is_not_known_says_from_what_it_counts():
    said = text(request("ncchc"))
    assert (
        "Staff have to see you face to face after you asked: we do not know the day yet. It counts"
        " from the day you asked for help. No one told us that day."
    ) in said
    assert "see you face to face" not in text(request("ncchc", {"asked_on": "never"}))


@pytest.mark.parametrize(("screened", "told"), [(..., True), (None, False), ("2026-05-11", False)])
def test_a_past_day_to_act_is_not_said_to_be_missed_where_nobody_told(screened, told):
    said = text(request(care={"screened_on": screened}))
    assert ("That day is past. We do not know if it was done." in said) is told


def test_the_place_on_the_list_comes_with_its_group_and_span():
    data = request(care={"open_places": 0}, list={"place": 4, "group": "urgent",
                   "soonest": "2027-01-04", "latest": "2027-03-01"})  # fmt: skip
    said = text(data)
    for line in ("You are number 4.", "Your group on the list: urgent.",
                 "A place may come free between 4 January 2027 and 1 March 2027."):  # fmt: skip
        assert line in said


@pytest.mark.parametrize("language", ["en", "es"])
def test_the_urgent_way_is_on_every_page(language):
    made = document(request(care=CARE["everything against"]), language)
    urgent = Words(language).say("If you think of hurting yourself, tell any staff member now.")
    pages = PdfReader(io.BytesIO(as_pdf(made, large=True))).pages
    assert len(pages) > 1
    for page in pages:
        assert "".join(urgent.split()) in "".join(page.extract_text().split())


def test_a_notice_says_how_to_be_fast_and_what_papers_to_ask_for():
    said = text(request(care=CARE["housing"]))
    assert "If it can not wait, write that. Ask for a fast answer." in said
    assert "You can ask for a copy of the rule, and of the papers we used." in said


def test_when_it_is_looked_at_again_is_told_or_that_no_day_is_set():
    # the sample policy looks again after 90 days; the federal one names no day
    assert "Staff have to look at this decision again: by 21 February 2027." in text(request())
    denied = request("us-bop", {"needs_routine_outpatient": False, "needs_crisis_care": False,
                     "impaired_now": False, "past_serious_impairment": False})  # fmt: skip
    assert "No day is set to look at this again." in text(denied)


def test_a_write_up_that_nobody_told_of_is_asked_for():
    said = text(request(care={"last_write_up_on": ...}))
    assert "We need to know: the day of your last write-up." in said


@pytest.mark.parametrize(
    ("received", "last", "counted"),
    [(None, "23 December 2026", "from the day of this paper"),
     ("2026-12-01", "31 December 2026", "from the day you got this paper")],
)  # fmt: skip
def test_the_last_day_to_appeal_and_how_it_was_counted(received, last, counted):
    data = request() if received is None else request(received_on=received)
    said = text(data)
    assert f"The last day is {last}." in said
    assert counted in said


def test_the_facts_used_come_with_where_they_are_from():
    data = request(sources={"release_on": {"from": "the sentence computation", "on": "2026-11-12"}})
    said = text(data)
    used = "1 February 2028 (the sentence computation, 12 November 2026)"
    assert f"the day you are set to go home: {used}" in said


def test_a_name_is_only_there_where_it_was_given():
    assert "For: ____________________ (name)" in text(request())
    assert "For: A. B." in text(request(name="A. B."))


def test_points_come_after_the_first_half():
    data = request(care={"screen_positive": ...}, screens=[
        {"instrument": "phq-9", "answers": {str(n): 1 for n in range(1, 9)} | {"9": 0}}
    ])  # fmt: skip
    said = text(data)
    assert said.index("If you do not agree") < said.index("Points on the form")


@pytest.mark.parametrize("language", ["en", "es"])
def test_the_pdf_says_the_same_in_large_print_too(language):
    made = document(request(care=CARE["everything against"]), language)
    small, large = as_pdf(made), as_pdf(made, large=True)
    pages = [PdfReader(io.BytesIO(one)).pages for one in (small, large)]
    assert len(pages[1]) > len(pages[0])
    read = "".join("".join(page.extract_text() for page in pages[0]).split())
    assert "".join(Words(language).say("You do not qualify now.").split()) in read
    assert small == as_pdf(made)


# --- the command ------------------------------------------------------------------------------


def test_one_notice_is_shown_and_a_spanish_one_too(tmp_path):
    file = written(tmp_path, "one.json", request())
    assert "YOUR REQUEST FOR MENTAL HEALTH CARE" in homeward("therapy", "notice", file).stdout
    spanish = homeward("therapy", "notice", file, "--language", "es")
    assert "LO QUE DECIDIMOS" in spanish.stdout


def test_each_person_has_a_file_of_their_own(tmp_path):
    lines = "".join(json.dumps({**request(), "id": name}) + "\n" for name in ("a", "b/c"))
    file = written(tmp_path, "some.jsonl", lines)
    done = homeward("therapy", "notice", file, "--out", tmp_path / "notices")
    assert done.exit_code == 0
    assert {one.name for one in (tmp_path / "notices").iterdir()} == {"a.pdf", "b-c.pdf"}
    both = homeward("therapy", "notice", file, "--out", tmp_path / "both.pdf")
    assert (both.exit_code, "one file each" in both.output) == (2, True)


def test_a_line_that_cannot_be_decided_is_named_and_the_rest_is_written(tmp_path):
    lines = json.dumps({**request(), "policy": "nowhere"}) + "\n" + json.dumps(request()) + "\n"
    done = homeward("therapy", "notice", written(tmp_path, "some.jsonl", lines))
    assert done.exit_code == 1
    assert "line 1" in done.output
    assert "What we decided" in done.stdout
