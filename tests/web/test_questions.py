"""The journey: charges into a table, then only questions that can still change an answer."""

import copy
import json

import pytest
from click.testing import CliRunner

from homeward import law
from homeward.cli import main
from tests.web.pages import example_records, hidden_record, parts, send

RECORDS = example_records()
UNKNOWN = "unknown"


def told_by_command_line(record, folder):
    path = folder / "record.json"
    path.write_text(json.dumps(record), encoding="utf-8")
    run = CliRunner().invoke(main, ["explain", str(path), "--format", "json"])
    return json.loads(run.stdout)


def lacking(told):
    """Every fact that could still change an answer of the record, whoever's it is."""
    return {
        entry.partition("@")[0]
        for answer in told["answers"]
        if answer["rule"] == "*" and answer["status"] == UNKNOWN
        for entry in answer["missing"]
    }


def asked(page):
    """The fact that a page asks for; None on the page of answers."""
    found = parts(page, name="fact")
    return found[0]["value"].partition("@")[0] if found else None


def carried(page):
    names = ("record", "place", "wish", "skipped", "trail")
    return {name: parts(page, tag="input", name=name)[0]["value"] for name in names}


def fields(page):
    """The rows that a page asks about, by the name of their field."""
    names = [part["name"] for part in parts(page, name=True)]
    return list(dict.fromkeys(n for n in names if n.startswith("value.")))


def answered(client, page, value, language="en"):
    """The page after the same answer for every row: a text, or the parts of a day."""
    data = {**carried(page), "fact": parts(page, name="fact")[0]["value"]}
    for name in fields(page):
        row = name.removesuffix(".month").removesuffix(".day").removesuffix(".year")
        row = row.removesuffix(".unknown")
        if value == UNKNOWN:
            data[f"{row}.unknown"] = "yes"
        elif isinstance(value, tuple):
            data |= {
                f"{row}.{part}": v for part, v in zip(("month", "day", "year"), value, strict=True)
            }
        else:
            data[row] = value
    answer = client.post(f"/{language}/questions", data=data)
    assert answer.status_code == 200
    return answer.text


ANSWERS = {
    "charge.disposition": "convicted", "charge.severity": "felony", "charge.class": "D",
    "charge.requires_sex_registration": "no", "charge.disposition_completed_on": ("3", "1", "2015"),
    "charge.obligations_satisfied_on": ("3", "1", "2015"),
}  # fmt: skip
BARE = {"cases": [{"case_id": "c 1", "jurisdiction": "us-mo", "charges": [
    {"statute": "570.030", "description": "stealing"}]}]}  # fmt: skip


def test_each_question_could_still_change_an_answer_until_none_can(client, tmp_path):
    page = send(client, BARE, path="questions", wish="clear").text
    seen = []
    while asked(page):
        told = told_by_command_line(hidden_record(page), tmp_path)
        assert asked(page) in lacking(told)
        assert asked(page) not in seen
        seen.append(asked(page))
        page = answered(client, page, ANSWERS[asked(page)])
    assert "Nothing more that you could tell would change these answers." in page
    clear = parts(page, **{"data-question": "clear"})[0]
    # RSMo 610.140.6(1): three years after the whole sentence was done, on 1 March 2015
    assert (clear["data-status"], clear["data-soonest"]) == ("now", "2018-03-01")
    assert hidden_record(page)["cases"][0]["charges"][0] == {
        "statute": "570.030", "description": "stealing", "disposition": "convicted",
        "severity": "felony", "class": "D", "requires_sex_registration": False,
        "disposition_completed_on": "2015-03-01", "obligations_satisfied_on": "2015-03-01",
    }  # fmt: skip


def test_a_fact_that_cannot_matter_any_more_is_not_asked(client):
    record = copy.deepcopy(BARE)
    record["cases"][0]["charges"][0] |= {
        "statute": "565.020", "severity": "felony", "class": "A", "disposition": "convicted"
    }  # fmt: skip
    page = send(client, record, path="questions", wish="clear").text
    assert asked(page) is None  # RSMo 610.140.3(1): a class A felony never clears on petition
    assert parts(page, **{"data-question": "clear"})[0]["data-status"] == "never"


@pytest.mark.parametrize("wish", ["", "clear", "dates", "check", "survivor"])
def test_who_knows_nothing_comes_to_the_answers_all_the_same(client, wish):
    page = send(client, BARE, path="questions", wish=wish, place="us-mo").text
    seen = []
    while asked(page):
        assert asked(page) not in seen
        seen.append(asked(page))
        page = answered(client, page, UNKNOWN)
    record = hidden_record(page)
    assert record["cases"] == BARE["cases"]
    assert "What you did not know stands under each of them." in page


@pytest.mark.parametrize("name", RECORDS)
def test_every_fact_asked_of_an_example_could_change_it(client, tmp_path, name):
    page = send(client, RECORDS[name], path="questions").text
    wanted = lacking(told_by_command_line(RECORDS[name], tmp_path))
    while asked(page):
        assert asked(page) in wanted
        page = answered(client, page, UNKNOWN)


def test_a_question_says_why_it_is_asked(client):
    page = send(client, BARE, path="questions", wish="clear").text
    why = parts(page, **{"aria-labelledby": "why"})[0]["text"]
    assert "RSMo 610.1" in why
    assert "c 1/1 stealing" in why


def test_an_answer_that_is_no_answer_is_asked_again_with_what_was_typed(client):
    page = send(client, BARE, path="questions", wish="clear").text
    while asked(page) != "charge.disposition_completed_on":
        page = answered(client, page, ANSWERS[asked(page)])
    again = answered(client, page, ("2", "29", "2015"))
    assert asked(again) == "charge.disposition_completed_on"
    assert "is not a day of the calendar" in parts(again, role="alert")[0]["text"]
    assert "disposition_completed_on" not in hidden_record(again)["cases"][0]["charges"][0]
    day = next(p for p in parts(again, tag="input") if p["name"].endswith(".day"))
    assert day["value"] == "29"
    half = answered(client, page, ("2", "", "2015"))
    assert "Fill in the month, the day and the year" in parts(half, role="alert")[0]["text"]


def test_anything_told_can_be_changed_and_taken_back(client):
    record = copy.deepcopy(BARE)
    record["cases"][0]["charges"][0]["severity"] = "felony"
    page = send(client, record, path="questions", wish="clear").text
    offered = [p["value"] for p in parts(page, tag="button", name="ask")]
    assert "charge.severity@charge:c 1/1" in offered
    data = {**carried(page), "fact": asked(page), "ask": "charge.severity@charge:c 1/1"}
    change = client.post("/en/questions", data=data).text
    assert asked(change) == "charge.severity"
    chosen = [p["value"] for p in parts(change, tag="input", type="radio") if "checked" in p]
    assert chosen == ["felony"]
    now = answered(client, change, "misdemeanor")
    assert hidden_record(now)["cases"][0]["charges"][0]["severity"] == "misdemeanor"
    change = client.post("/en/questions", data=data).text
    back = answered(client, change, UNKNOWN)
    assert "severity" not in hidden_record(back)["cases"][0]["charges"][0]


def test_one_question_is_asked_for_all_charges_that_lack_it(client):
    record = copy.deepcopy(BARE)
    record["cases"][0]["charges"] *= 3
    page = send(client, record, path="questions", wish="clear").text
    assert asked(page) == "charge.disposition"
    assert len(fields(page)) == 3


def test_the_landlord_questions_come_from_where_the_home_is(client):
    page = client.post(
        "/en/charges", data={"record": '{"cases":[]}', "place": "us-nj", "wish": "check"}
    ).text
    assert hidden_record(page)["tenancy"] == {"jurisdiction": "us-nj"}


# --- the table of charges -------------------------------------------------------------


def table(client, page, language="en", **given):
    data = {**carried(page), "sent": "yes"}
    for part in parts(page, tag="input", name=True):
        if part["name"].startswith("row.") and part.get("type") != "checkbox":
            data[part["name"]] = part.get("value", "")
    for select in [p for p in parts(page, tag="select") if p["name"].startswith("row.")]:
        data[select["name"]] = ""
    return client.post(f"/{language}/charges", data=data | given)


def first_page(client, place="us-mo"):
    data = {"record": '{"cases":[]}', "place": place, "wish": "clear"}
    return client.post("/en/charges", data=data).text


def test_a_charge_that_is_typed_is_in_the_record(client):
    given = {
        "row.0.statute": "570.030", "row.0.severity": "felony", "row.0.class": " D ",
        "row.0.disposition": "convicted", "row.0.disposition_date.month": "2",
        "row.0.disposition_date.day": "29", "row.0.disposition_date.year": "2016",
        "row.0.place": "us-mo", "row.0.case_id": "16-CR-1", "more": "yes",
    }  # fmt: skip
    page = table(client, first_page(client), **given).text
    assert hidden_record(page) == {"cases": [{"case_id": "16-CR-1", "jurisdiction": "us-mo",
        "charges": [{"statute": "570.030", "severity": "felony", "class": "D",
                     "disposition": "convicted", "disposition_date": "2016-02-29"}]}]}  # fmt: skip
    assert parts(page, id="row.1.statute")
    assert parts(page, id="row.4.statute")


def test_an_empty_row_is_no_charge(client):
    page = table(client, first_page(client), more="yes").text
    assert hidden_record(page) == {"cases": []}


def test_charges_with_one_number_are_one_case_and_others_get_a_number(client):
    page = first_page(client)
    for number, case in enumerate(["A", "A", "", ""]):
        given = {f"row.{number}.statute": f"570.03{number}", f"row.{number}.case_id": case,
                 f"row.{number}.place": "us-mo", "more": "yes"}  # fmt: skip
        kept = table(client, page).text
        page = table(client, kept, **given).text
    cases = hidden_record(page)["cases"]
    assert [(case["case_id"], len(case["charges"])) for case in cases] == [
        ("A", 2), ("c1", 1), ("c2", 1)
    ]  # fmt: skip


def test_a_charge_can_be_taken_out_and_its_case_goes_with_the_last(client):
    record = RECORDS["choose"]
    page = send(client, record, path="charges").text
    rows = len([p for p in parts(page, name=True) if p["name"].endswith(".remove")])
    assert rows == sum(len(case["charges"]) for case in record["cases"])
    data = {**carried(page), "sent": "yes", "row.0.remove": "yes", "row.0.statute": "570.120"}
    left = hidden_record(client.post("/en/charges", data=data).text)
    assert [case["case_id"] for case in left["cases"]] == [
        case["case_id"] for case in record["cases"][1:]
    ]


def test_what_the_table_has_no_column_for_stays(client):
    record = RECORDS["choose"]
    page = send(client, record, path="charges").text
    data = {**carried(page), "sent": "yes"}
    for part in parts(page, name=True):
        if part["name"].startswith("row.0.") and not part["name"].endswith("remove"):
            data[part["name"]] = part.get("value", "")
    data |= {"row.0.severity": "misdemeanor", "row.0.disposition": "convicted",
             "row.0.place": "us-mo", "row.0.disposition_date.month": "11"}  # fmt: skip
    changed = hidden_record(client.post("/en/charges", data=data).text)
    wanted = copy.deepcopy(record)
    wanted["cases"][0]["charges"][0]["severity"] = "misdemeanor"
    assert changed == wanted


def test_a_day_that_is_none_is_shown_again_and_not_written(client):
    given = {"row.0.statute": "570.030", "row.0.disposition_date.month": "2",
             "row.0.disposition_date.day": "30", "row.0.disposition_date.year": "2016",
             "go": "yes"}  # fmt: skip
    page = table(client, first_page(client), **given).text
    assert "is not a day of the calendar" in parts(page, role="alert")[0]["text"]
    assert hidden_record(page) == {"cases": []}
    assert parts(page, id="row.0.statute")[0]["value"] == "570.030"


@pytest.mark.parametrize(
    ("place", "words", "citation"),
    [
        pytest.param("us-mo", "570.03", "570.030", id="the start of a number"),
        pytest.param("us-mo", "stealing", "570.030", id="a word"),
        pytest.param("us-or", "Theft", "", id="a word in capitals, or nothing"),
    ],
)
def test_a_section_is_found_by_number_or_by_words(client, place, words, citation):
    found = client.get("/en/statutes", params={"place": place, "q": words})
    listed = [part["value"] for part in parts(found.text, tag="option")]
    known = {row.citation for row in law.body(place).offenses.listings}
    assert set(listed) <= known
    assert not citation or citation in listed
    page = table(client, first_page(client, place), look=words).text
    assert citation in page


@pytest.mark.parametrize("words", ["", "zzzz", "'; --", "(", "[", "*" * 200])
def test_what_is_not_there_is_not_found(client, words):
    found = client.get("/en/statutes", params={"place": "us-mo", "q": words})
    assert not parts(found.text, tag="option")


def test_one_can_go_back_question_by_question(client):
    page = send(client, BARE, path="questions", wish="clear").text
    for _ in range(3):
        page = answered(client, page, ANSWERS[asked(page)])
    back = []
    while True:
        buttons = [
            p["value"] for p in parts(page, tag="button", name="ask") if "@" not in p["value"]
        ]
        if not buttons:
            break
        trail = parts(page, tag="input", name="trail")[0]["value"]
        data = {**carried(page), "trail": trail, "fact": asked(page), "ask": buttons[0]}
        page = client.post("/en/questions", data=data).text
        back.append(asked(page))
    assert back == ["charge.class", "charge.severity", "charge.disposition"]
    assert parts(page, tag="option", value="convicted", selected=True)


@pytest.mark.parametrize(
    ("wish", "place", "harm"),
    [
        pytest.param("dates", "us-mo", True, id="prison"),
        pytest.param("survivor", "us-ny", True, id="abuse"),
        pytest.param("", "us-mo", True, id="everything"),
        pytest.param("clear", "us-mo", False, id="no more than clearing a record"),
    ],
)
def test_where_to_turn_stands_above_what_may_touch_on_harm(client, wish, place, harm):
    record = {"cases": [{"case_id": "c1", "jurisdiction": place, "charges": [{}]}]}
    for path in ("questions", "answers"):
        page = send(client, record, path=path, wish=wish, place=place).text
        fact = [p["value"] for p in parts(page, name="fact")]
        asks_of_harm = any("victim" in one or "abuse" in one for one in fact)
        assert bool(parts(page, id="quick-exit")) == (harm or asks_of_harm)
