"""Each journey in a real browser: by keyboard, on a phone and a desk, with and without scripts."""

import json
from datetime import date

import pytest

from tests.web.browser import SIZES, Keyboard, press, told_kinds, violations
from tests.web.pages import EXAMPLES

pytestmark = pytest.mark.slow

LANGUAGES = ("en", "es")


CHOSEN = {"charge.disposition": "convicted", "charge.severity": "felony",
          "charge.requires_sex_registration": "no"}  # fmt: skip


def answer(page, hands):
    """Answer the question on the page: a felony of stealing, done on 1 March 2015."""
    fact = page.locator("input[name=fact]").get_attribute("value").partition("@")[0]
    field = "[name='value.charge:c1/1']"
    if page.locator(f"select{field}").count():
        hands.to(f"select{field}").type(page.locator(f"select{field} option").nth(1).inner_text())
    elif page.locator("[name$='.month']").count():
        hands.to("[name$='.month']").press("ArrowDown", "ArrowDown", "ArrowDown")
        hands.to("[name$='.day']").type("1").to("[name$='.year']").type("2015")
    elif page.locator(f"input[type=radio]{field}").count():
        hands.to(f"input[type=radio]{field}")
        for _ in range(12):
            if page.locator(f"input{field}[value={CHOSEN[fact]}]:checked").count():
                break
            hands.press("ArrowDown")
    else:
        hands.to(f"input{field}").type("D")
    hands.go("button:not([name]):not([formaction])")


@pytest.mark.parametrize("scripts", [True, False], ids=["with scripts", "without scripts"])
@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("language", LANGUAGES)
def test_from_the_first_page_to_the_answers_by_keyboard_alone(open_page, language, size, scripts):
    page = open_page(size, scripts=scripts)
    hands = Keyboard(page)
    page.goto(f"/{language}/")
    hands.to("#wish-clear").to("#place").type("Missouri").go("form[action$=charges] button")
    hands.to("[id='row.0.statute']").type("570.030")
    hands.to("[id='row.0.description']").type("stealing")
    hands.go("button[name=go]")
    for _ in range(20):
        if page.locator("#ask").count() == 0:
            break
        answer(page, hands)
    found = page.locator("[data-question=clear]")
    assert found.get_attribute("data-status") == "now"
    assert found.get_attribute("data-soonest") == "2018-03-01"
    hands.go("[data-question=clear] h3 a")
    assert page.url.endswith(f"/{language}/law/us-mo/expungement")


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_file_is_opened_looked_at_changed_and_saved(open_page, language, size, tmp_path):
    page = open_page(size)
    hands = Keyboard(page)
    page.goto(f"/{language}/")
    page.locator("#file").set_input_files(EXAMPLES / "choose.json")
    hands.to("#file").go("form[enctype] button")
    assert ("clear", "now") in told_kinds(page)
    other = next(code for code in LANGUAGES if code != language)
    hands.go(f".site-languages button[lang={other}]")
    assert page.locator("html").get_attribute("lang") == other
    assert ("clear", "now") in told_kinds(page)
    hands.to("button[formaction$='save.json']")
    with page.expect_download() as saved:
        page.keyboard.press("Enter")
    kept = json.loads(saved.value.path().read_text())
    assert kept == json.loads((EXAMPLES / "choose.json").read_text())
    hands.go("button[formaction$=charges]")
    hands.to("[id='row.0.remove']").press("Space").go("button[name=go]")
    assert page.locator("input[name=record]").input_value().count("charge_id") == 5


@pytest.mark.parametrize("scripts", [True, False], ids=["with scripts", "without scripts"])
@pytest.mark.parametrize("size", SIZES)
def test_a_screen_is_taken_by_keyboard_alone(open_page, size, scripts):
    page = open_page(size, scripts=scripts)
    hands = Keyboard(page)
    page.goto("/en/therapy")
    hands.go("a[href$='therapy/phq-9']")
    for item in range(1, 10):
        hands.to(f"[name='{item}']").press("Space", "ArrowDown")
    hands.go("main form button")
    assert "9 (mild)" in page.locator(".result").inner_text()
    assert "988" in page.locator("[role=alert]").inner_text()


@pytest.mark.parametrize("way", ["button", "Escape"])
def test_leaving_fast_leaves_no_way_back(browser, site_url, way):
    context = browser.new_context(base_url=site_url)
    context.route("https://www.weather.gov/**", lambda route: route.fulfill(body="weather"))
    page = context.new_page()
    page.goto("/en/turn")
    hands = Keyboard(page)
    with page.expect_navigation(url="https://www.weather.gov/"):
        if way == "button":
            hands.to("#quick-exit").press("Enter")
        else:
            hands.press("Escape", "Escape", "Escape")
    page.go_back()
    assert "/turn" not in page.url
    context.close()


def test_the_first_thing_reached_leads_past_the_head_of_the_page(open_page):
    page = open_page()
    page.goto("/en/law")
    Keyboard(page).press("Tab")
    assert page.locator(".usa-skipnav:focus").is_visible()
    page.keyboard.press("Enter")
    assert page.locator("#main:focus").count() == 1


def test_sections_are_offered_while_one_is_typed(open_page):
    page = open_page()
    page.goto("/en/")
    hands = Keyboard(page)
    hands.to("#place").type("Missouri").go("form[action$=charges] button")
    hands.to("[id='row.0.statute']").type("570.03")
    page.wait_for_selector("datalist option[value='570.030']", state="attached")


def test_the_curve_follows_a_number_that_is_moved(open_page):
    page = open_page()
    page.goto("/en/reform/us-mo")
    hands = Keyboard(page)
    hands.to("[id='expunge.wait.felony_years'] + input").press("ArrowLeft")
    page.wait_for_selector(".curve__after", timeout=20_000)
    assert page.locator("[id='expunge.wait.felony_years']").input_value() == "2"


PLAIN = [
    "/", "/law", "/law/us-mo", "/law/us-mo/expungement", "/law/us-mo/open-questions", "/therapy",
    "/therapy/phq-9", "/therapy/dates", "/therapy/notice",
    "/reform", "/reform/us-mo?expunge.wait.felony_years=1",
    "/turn", "/privacy", "/nowhere",
]  # fmt: skip


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("language", LANGUAGES)
def test_no_page_shuts_anybody_out(browser, site_url, language, size):
    context = browser.new_context(viewport=SIZES[size], base_url=site_url)
    page = context.new_page()
    found = {}
    for path in PLAIN:
        page.goto(f"/{language}{path}")
        found[path] = violations(page)
    page.goto(f"/{language}/")
    page.select_option("#place", "us-mo")
    press(page, "form[action$=charges] button")
    found["charges"] = violations(page)
    page.fill("[id='row.0.statute']", "570.030")
    press(page, "button[name=go]")
    found["a choice"] = violations(page)
    for example in ("choose", "missing-dates"):
        page.goto(f"/{language}/")
        page.set_input_files("#file", EXAMPLES / f"{example}.json")
        press(page, "form[enctype] button")
        found[example] = violations(page)
    press(page, "button[formaction$=questions]")
    page.click("summary")
    found["a day"] = violations(page)
    page.fill("[name$='.year']", "2")
    press(page, "button:not([name]):not([formaction])")
    found["a day that is none"] = violations(page)
    page.goto(f"/{language}/therapy/phq-9")
    page.click("label[for=q9-1]")
    press(page, "main form button")
    found["a screen taken"] = violations(page)
    assert {path: one for path, one in found.items() if one} == {}
    context.close()


def test_words_for_a_screen_reader_alone_are_not_seen(open_page):
    page = open_page()
    page.goto("/en/")
    page.set_input_files("#file", EXAMPLES / "missing-dates.json")
    press(page, "form[enctype] button")
    hidden = page.locator(".usa-sr-only").all()
    assert hidden
    assert all(one.bounding_box()["width"] <= 1 for one in hidden)


@pytest.mark.parametrize("size", SIZES)
def test_no_page_is_wider_than_its_window(open_page, size):
    page = open_page(size)
    for path in ("/en/", "/es/law", "/en/law/us-mo/expungement", "/en/therapy/phq-9"):
        page.goto(path)
        assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"), path
    page.goto("/en/")
    page.set_input_files("#file", EXAMPLES / "choose.json")
    press(page, "form[enctype] button")
    assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")


def test_the_answers_print_on_paper(open_page, tmp_path):
    page = open_page()
    page.goto("/en/")
    page.set_input_files("#file", EXAMPLES / "choose.json")
    press(page, "form[enctype] button")
    page.pdf(path=tmp_path / "answers.pdf", format="Letter")
    from pypdf import PdfReader

    text = "".join(page.extract_text() for page in PdfReader(tmp_path / "answers.pdf").pages)
    assert "Your answers" in text
    assert f"{date(2016, 6, 3):%-d %B %Y}" in text
    assert "Save this record" not in text
