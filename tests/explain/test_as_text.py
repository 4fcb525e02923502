"""The page for people: the answer first, why under it, what is missing, and what to do."""

import pytest

from homeward import law
from homeward.explain import explain
from homeward.explain.description import ENDED, describe
from homeward.explain.page import WIDTH
from homeward.explain.timeline import timeline
from homeward.facts import Row
from tests.explain.people import a_person, cases, example

EXAMPLES = ["already-closed", "choose", "missing-dates", "ten-years"]


def page(name, **choices):
    return explain(example(name), **choices).as_text()


def flat(text):
    """A page as one line, however it was folded."""
    return " ".join(text.split())


def part(text, heading):
    """The lines under a heading."""
    blocks = text.split("\n\n")
    (found,) = [block for block in blocks if block.startswith(heading)]
    return flat(found)


@pytest.mark.parametrize("name", EXAMPLES)
def test_the_page_fits_its_width(name):
    assert max(map(len, page(name).splitlines())) <= WIDTH


@pytest.mark.parametrize("name", EXAMPLES)
def test_the_parts_stand_in_the_order_in_which_they_are_read(name):
    text = page(name)
    record = example(name)
    first_case = record["cases"][0]["case_id"]
    order = ["Answers for", "Information, not legal advice", f"{first_case}/1: ",
             "You, over all charges", "What to do next", "About these answers"]  # fmt: skip
    places = [text.index(words) for words in order]
    assert places == sorted(places)


@pytest.mark.parametrize("name", EXAMPLES)
def test_every_charge_has_its_answer_in_one_sentence(name):
    text = flat(page(name))
    for answer in explain(example(name)).answers:
        if answer.rule == "*" and answer.question == "clear":
            said = answer.because.partition(": ")[2]
            if answer.status in ("now", "later"):
                assert said.removesuffix(".") in text


def test_a_charge_in_words():
    assert "15-CR-0001/1: murder in the second degree (565.021), class A felony, " in flat(
        page("ten-years")
    )
    assert "convicted on 10 March 2016" in flat(page("ten-years"))


def test_several_charges_are_told_in_short_first():
    short = part(page("choose"), "In short")
    assert "YES 04-CR-0310/1 passing bad checks: since 3 June 2016" in short
    assert "YES 13-CR-0455/1 stealing under $500: since 3 June 2016; but more than" in short
    assert short.count("choose below") == 1
    assert "In short" not in page("ten-years")


def test_the_grounds_against_stand_under_the_answer_each_with_its_citation():
    text = flat(page("ten-years"))
    said = "NO Expungement on petition: closed on three grounds, and waiting does not change that."
    start = text.index(said)
    grounds = ["610.140.3(1)", "610.140.3(2)", "610.140.3(4)"]
    places = [text.index(f"(RSMo {ground})", start) for ground in grounds]
    assert places == sorted(places)


def test_one_ground_is_said_in_the_sentence_and_not_again():
    text = flat(page("ten-years"))
    assert text.count("there is no conditional release from a term for a dangerous felony") == 1


def test_what_the_court_weighs_is_shown_where_the_way_is_open_and_not_where_it_is_closed():
    weighs = "The court weighs whether habits and conduct show no threat to public safety"
    assert weighs in flat(page("already-closed"))
    assert weighs not in flat(page("ten-years"))


def test_what_is_missing_says_what_it_would_settle():
    """The end of the sentence starts the wait of 610.140.6(1)."""
    text = flat(page("missing-dates"))
    assert (
        "? Missing: the day the whole sentence was done, parole or probation with it "
        "[charge.disposition_completed_on]. It would settle RSMo 610.140.6(1)." in text
    )


PRISON_AND_NO_MORE = a_person({
    "charge_id": "1", "statute": "570.030", "severity": "felony", "class": "D",
    "disposition": "convicted", "disposition_date": "2018-05-10", "sentence": {"type": "prison"},
})  # fmt: skip


def test_questions_of_which_nothing_useful_is_known_are_told_in_one_sentence():
    """Neither the length of the term nor its first day is known."""
    text = flat(explain(PRISON_AND_NO_MORE).as_text())
    assert "The record does not say enough to answer: " in text
    assert "End of the whole term" in text
    assert "IT DEPENDS End of the whole term" not in text


def test_with_why_they_are_shown_in_full():
    text = flat(explain(PRISON_AND_NO_MORE).as_text(why=True))
    assert "IT DEPENDS End of the whole term" in text


def test_whoever_has_to_choose_reads_the_choice():
    (start,) = [block for block in page("choose").split("\n\n") if "You have to choose" in block]
    assert "Places left for your whole life: felony 2, misdemeanor 3." in flat(start)
    text = page("choose")
    assert "  leave    13-CR-0455/1 stealing under $500" in text
    assert "  ask for  04-CR-0310/1 passing bad checks" in text


def test_whoever_need_not_choose_reads_nothing_of_it():
    assert "You have to choose" not in page("already-closed")


def test_what_is_taken_as_not_having_happened_is_said():
    note = page("already-closed")
    assert "taken as not having happened" in flat(note)
    assert "the day probation was taken back" in flat(note)


def test_no_code_of_the_machine_stands_where_people_read():
    """Names of facts stand in brackets only, for who fills in the record."""
    for name in EXAMPLES:
        for line in flat(page(name)).replace("]", "[").split("[")[::2]:
            bare = line.replace("add to the record as", "\n").split("\n")[0]
            assert "clear.610_140" not in bare
            assert "sis on" not in bare


def test_a_way_that_opens_on_a_known_day_is_something_to_do_then():
    record = example("missing-dates")
    record["cases"] = [{**record["cases"][1]}]
    record["as_of"] = "2026-01-01"
    steps = part(explain(record).as_text(), "What to do next")
    assert "From 1 June 2026, for 24-CR-0031/1: File a petition" in steps


@pytest.mark.parametrize("code", law.vocabulary()["charge.disposition"].values)
def test_every_way_a_charge_ends_has_words(code):
    assert ENDED[code]


def test_a_charge_of_which_nothing_is_known_has_its_place_as_a_name():
    row = Row("charge", "7")
    row.case = Row("case", "c3")
    assert describe(row) == "c3/7: a charge"


def test_a_charge_that_nothing_is_known_of_gets_a_page():
    assert "c1/1: a charge" in explain(a_person({})).as_text()


def test_many_charges_that_lack_the_same_fact_are_named_together():
    record = a_person(*({"charge_id": str(n)} for n in range(12)))
    text = explain(record).as_text()
    assert "and 8 more" in flat(text)
    assert max(map(len, text.splitlines())) <= WIDTH


@pytest.mark.parametrize("record", cases(), ids=lambda record: record["id"])
def test_every_case_has_a_page_that_fits(record):
    text = explain(record).as_text(why=True)
    assert max(map(len, text.splitlines())) <= WIDTH
    assert "None" not in text


def test_the_timeline_draws_what_holds_what_may_hold_and_today():
    from datetime import date

    day = date(2026, 11, 23)
    axis, sure, open_ = timeline(
        [("sure", (date(2020, 1, 1),) * 2), ("open", (date(2020, 1, 1), date(2200, 12, 31)))],
        [date(2010, 1, 1)], day,
    )  # fmt: skip
    assert axis.split() == ["2008", "2027"]
    assert (sure.count("|"), "█" in sure, "░" in sure) == (1, True, False)
    assert (open_.count("|"), "█" in open_, "░" in open_) == (1, False, True)
    assert sure.index("█") == open_.index("░")


THEFT = {"statute": "570.030", "severity": "misdemeanor", "class": "D", "disposition": "convicted"}
HOME = {"jurisdiction": "us-mo", "kind": "private", "city": "Kansas City"}
NO_NEWS = [
    pytest.param(
        {}, {}, False, id="most people are not told of rules on landlords that do no good"
    ),
    pytest.param({"tenancy": HOME}, {}, True, id="who looks for a home is"),
    pytest.param({}, {"questions": ["state_report_barred"]}, True, id="and who asks by name"),
]


@pytest.mark.parametrize(("more", "choices", "is_told"), NO_NEWS)
def test_a_no_that_nearly_everyone_would_read(more, choices, is_told):
    told = explain({**a_person(THEFT), **more}, as_of="2026-11-23", **choices)
    assert ("Reports of a cleared record" in told.as_text()) == is_told
    assert ("Federal law still binds the landlord" in flat(told.as_text())) == ("tenancy" in more)
    (answer,) = [a for a in told.answers if (a.question, a.rule) == ("state_report_barred", "*")]
    assert answer.status == "never"


def test_with_why_every_no_is_told():
    text = explain(a_person(THEFT), as_of="2026-11-23").as_text(why=True)
    assert "Reports of a cleared record" in text


def test_who_can_clear_nothing_is_told_of_a_pardon():
    assert "you can ask the governor for a pardon" in flat(page("ten-years"))
    assert "pardon:" not in flat(page("already-closed"))


@pytest.mark.parametrize(
    ("years", "choices", "is_told"),
    [
        pytest.param(10, {}, False, id="a term within the law is no news"),
        pytest.param(31, {}, True, id="a term beyond it is"),
        pytest.param(10, {"questions": ["sentence.lawful_term"]}, True, id="and who asks is told"),
    ],
)
def test_a_yes_that_nearly_everyone_would_read(years, choices, is_told):
    """Class A: ten to thirty years, or life (558.011.1)."""
    record = example("ten-years")
    record["cases"][0]["charges"][0]["sentence"]["years"] = years
    assert ("Length of the term" in explain(record, **choices).as_text()) == is_told


def test_a_question_that_fits_nothing_says_so():
    """The one term of the record is served outside, on parole: parole is no question any more."""
    asked = explain(example("ten-years"), questions=["parole.eligibility", "release.term_end"])
    assert [note for note in asked.notes if note.startswith("Nothing in this record")] == [
        "Nothing in this record is what parole.eligibility asks about, so it has no answer here."
    ]
    assert "what parole.eligibility asks about" in flat(asked.as_text())
