"""Screening forms on the site."""

import io
import json

import httpx
import pytest
from click.testing import CliRunner
from pypdf import PdfReader

from homeward.cli import main
from homeward.therapy.instrument import instrument
from homeward.therapy.wording import read_wording
from homeward.web import Limits
from tests.web.pages import parts


def taken(client, name, answers, language="en"):
    return client.post(f"/{language}/therapy/{name}", data=answers).text


def test_only_forms_whose_wording_may_be_shown_are_there(client):
    page = client.get("/en/therapy").text
    links = {part["href"] for part in parts(page, tag="a")}
    forms = {link for link in links if link.startswith("/en/therapy/")}
    names = ("dates", "gad-2", "gad-7", "k6", "notice", "pc-ptsd-5", "pcl-5", "phq-2", "phq-9")
    assert forms == {f"/en/therapy/{name}" for name in names}
    assert client.get("/en/therapy/bjmhs").status_code == 404


@pytest.mark.parametrize(
    ("answers", "said"),
    [
        pytest.param(dict.fromkeys("1234567", "2"), "14 (moderate)", id="all answered"),
        pytest.param(
            {"1": "3", "2": "3", "3": "3"}, "9 to 21, depending on what is not answered",
            id="four left out",
        ),
        pytest.param({}, "0 to 21, depending on what is not answered", id="none answered"),
    ],
)  # fmt: skip
def test_the_total_is_told_with_its_bounds(client, answers, said):
    page = taken(client, "gad-7", answers)
    result = parts(page, **{"aria-labelledby": "result"})[0]["text"]
    assert said in result
    assert "A screen, not a diagnosis" in result


def test_thoughts_of_self_harm_come_first(client):
    page = taken(client, "phq-9", dict.fromkeys("12345678", "0") | {"9": "1"})
    alert = parts(page, role="alert")[0]["text"]
    assert "988" in alert
    assert page.index("Please talk to someone today") < page.index("Total")


def test_no_thoughts_of_self_harm_no_alert(client):
    assert not parts(taken(client, "phq-9", dict.fromkeys("123456789", "0")), role="alert")


@pytest.mark.parametrize(
    "path", ["/en/therapy", "/es/therapy/phq-9", "/en/therapy/dates", "/en/turn"]
)
def test_a_page_that_may_touch_on_harm_says_first_where_to_turn(client, path):
    page = client.get(path).text
    assert parts(page, id="quick-exit")
    assert page.index("quick-exit") < page.index("<main")


def test_the_words_of_the_form_are_those_of_its_source(client):
    page = client.get("/es/therapy/phq-2").text
    assert "Little interest or pleasure in doing things" in page


WARDEN = "us-bop/warden answers, emergency"


def last_day(client, step, start, language="en", **more):
    month, day, year = start
    fields = {"step": step, "start.month": month, "start.day": day, "start.year": year, **more}
    return client.post(f"/{language}/therapy/dates", data=fields).text


@pytest.mark.parametrize(
    ("start", "said"),
    [
        # 28 CFR 542.18: three calendar days
        pytest.param(("2", "26", "2028"), "By 29 February 2028.", id="to a leap day"),
        pytest.param(("2", "27", "2028"), "By 1 March 2028.", id="past a leap day"),
        pytest.param(("2", "26", "2027"), "By 1 March 2027.", id="in a common year"),
    ],
)
def test_the_last_day_of_a_step_is_told_with_its_rule(client, start, said):
    result = parts(last_day(client, WARDEN, start), **{"aria-labelledby": "result"})[0]["text"]
    assert said in result
    assert "28 CFR 542.18" in result


def test_business_days_leave_holidays_out(client):
    # 15 CCR 3999.228(b): one business day; 24 December 2026 is a Thursday
    step, start = "us-ca/grievance triaged by a nurse or above", ("12", "24", "2026")
    assert "By 25 December 2026." in last_day(client, step, start, holidays="0")
    assert "By 28 December 2026." in last_day(client, step, start, holidays="2026-12-25")


def test_business_days_without_the_holidays_are_told_from_when_to_when(client):
    # at most two holidays: the day after and the next, or past the weekend
    step, start = "us-ca/grievance triaged by a nurse or above", ("12", "24", "2026")
    page = last_day(client, step, start)
    assert "Not before 25 December 2026, not after 29 December 2026." in page
    assert "depends on the holidays" in page
    assert "depende de los días feriados" in last_day(client, step, start, "es")


@pytest.mark.parametrize(
    ("step", "start"),
    [
        pytest.param("", ("2", "26", "2028"), id="no step"),
        pytest.param("us-zz/none", ("2", "26", "2028"), id="no such step"),
        pytest.param(WARDEN, ("2", "30", "2028"), id="no such day"),
        pytest.param(WARDEN, ("", "", ""), id="no day"),
        pytest.param(WARDEN, ("12", "31", "9999"), id="a day past all days"),
    ],
)
def test_what_cannot_be_reckoned_says_why(client, step, start):
    page = last_day(client, step, start)
    assert parts(page, role="alert")
    assert not parts(page, **{"aria-labelledby": "result"})


APPEAL = "us-bop/appeal to regional director (BP-10), from the warden's signature"


def paper(client, kind, step=APPEAL, start=("2", "9", "2028"), language="en", **more):
    month, day, year = start
    fields = {"step": step, "start.month": month, "start.day": day, "start.year": year, **more}
    return client.post(f"/{language}/therapy/appeal.{kind}", data=fields)


@pytest.mark.parametrize(
    ("language", "day"), [("en", "29 February 2028"), ("es", "29 de febrero de 2028")]
)
def test_a_paper_to_appeal_with_has_its_rule_and_its_last_day(client, language, day):
    # 28 CFR 542.15(a): twenty calendar days after the warden signed, on 9 February 2028
    answer = paper(client, "pdf", language=language, because="no forms were given out")
    text = " ".join(p.extract_text() for p in PdfReader(io.BytesIO(answer.content)).pages)
    plain = " ".join(text.split())
    assert day in plain
    assert "28 CFR 542.15(a)" in plain
    assert "no forms were given out" in plain
    assert "Perry v. Precythe" in plain


def test_a_paper_says_nothing_that_was_not_typed(client):
    text = PdfReader(io.BytesIO(paper(client, "pdf").content)).pages[0].extract_text()
    assert "could not use this step" not in text
    assert "in your own words" in text


def test_the_last_day_goes_into_a_calendar(client):
    saved = paper(client, "ics").text
    assert "DTSTART;VALUE=DATE:20280229" in saved
    assert "28 CFR 542.15(a)" in saved.replace("\r\n ", "")


def test_a_day_that_hangs_on_holidays_is_put_where_it_is_safe(client):
    step, start = "us-ca/grievance triaged by a nurse or above", ("12", "24", "2026")
    assert "DTSTART;VALUE=DATE:20261225" in paper(client, "ics", step, start).text


@pytest.mark.parametrize("kind", ["pdf", "ics"])
def test_no_paper_without_a_step(client, kind):
    answer = paper(client, kind, step="us-zz/none")
    assert answer.status_code == 422
    assert parts(answer.text, role="alert")


@pytest.mark.parametrize(("step", "offered"), [(APPEAL, True), (WARDEN, False)])
def test_a_paper_is_offered_for_steps_that_are_ones_own(client, step, offered):
    page = last_day(client, step, ("2", "9", "2028"))
    assert bool(parts(page, formaction="/en/therapy/appeal.pdf")) == offered
    assert parts(page, formaction="/en/therapy/appeal.ics")


REQUEST = {
    "id": "b", "policy": "us-bop", "as_of": "2026-11-23",
    "care": {"needs_inpatient": False, "needs_enhanced_outpatient": False,
             "needs_residential_program": False, "needs_routine_outpatient": True,
             "last_contact_on": "2026-10-12", "open_places": 0},
}  # fmt: skip


@pytest.mark.parametrize("language", ["en", "es"])
def test_a_notice_is_that_of_the_command_line(client, tmp_path, language):
    path = tmp_path / "request.json"
    path.write_text(json.dumps(REQUEST))
    run = CliRunner().invoke(main, ["therapy", "notice", str(path), "--language", language])
    wanted = [line.strip() for line in run.stdout.splitlines() if len(line.strip()) > 12]
    answer = client.post(
        f"/{language}/therapy/notice.pdf", files={"file": ("request.json", path.read_bytes())}
    )
    assert answer.headers["content-type"] == "application/pdf"
    pages = PdfReader(io.BytesIO(answer.content)).pages
    said = letters_of("".join(page.extract_text() for page in pages)).casefold()
    lines = [letters_of(line).casefold() for line in wanted]
    missing = [line for line in lines if line and line not in said]
    # a line that turns a page has the foot of the page within it
    assert len(missing) <= len(pages), missing
    assert len(lines) > 10


def letters_of(text):
    """The letters of a text: a PDF folds and spaces its lines in its own way."""
    return "".join(char for char in text if char.isalnum())


@pytest.mark.parametrize("content", [b"", b"{", b"{}", b'{"policy": "nobody", "care": {}}'])
def test_a_request_that_cannot_be_read_says_why(client, content):
    answer = client.post("/en/therapy/notice.pdf", files={"file": ("request.json", content)})
    assert answer.status_code == 422
    assert parts(answer.text, role="alert")


def test_a_site_shows_a_form_in_its_own_words(running, tmp_path):
    words = "".join(f'{n} = "Made-up question {n}?"\n' for n in instrument("dast-10").items)
    path = tmp_path / "own.toml"  # the form that asks in question 3 whether one is unable to stop
    path.write_text('instrument = "dast-10"\nsource = "ours"\nversion = "plain-3"\n[items]\n'
                    + words, "utf-8")  # fmt: skip
    forms = [read_wording(path)]
    with running(Limits(), forms) as site, httpx.Client(base_url=site.url, timeout=60) as own:
        assert "/en/therapy/dast-10" in own.get("/en/therapy").text
        assert "Made-up question 3?" in own.get("/en/therapy/dast-10").text
        page = taken(own, "dast-10", dict.fromkeys(map(str, range(1, 11)), "1"))
    assert "10 (severe)" in parts(page, **{"aria-labelledby": "result"})[0]["text"]
