"""Each thing that one can come to know, from the first page on, by keyboard alone."""

import json

import pytest

from tests.web.browser import SIZES, Keyboard, answer, press, told_kinds, violations
from tests.web.conftest import PATIENT
from tests.web.pages import EXAMPLES

pytestmark = pytest.mark.slow

LANGUAGES = ("en", "es")
REFORM = "before-sb-1421"
EXPORT = "Person ID,Case No,Statute,Severity,Disposition,Dispo Date\n" + "".join(
    f"p{n},c{n},570.030,{'Felony' if n % 2 else 'Misdemeanor'},Convicted,03/{n % 28 + 1:02}/2015\n"
    for n in range(30)
)

# A dangerous felony of ten years from 1 March 2020: 85 % of it is eight years and six months
# (RSMo 558.019.3), and the whole of it ends ten years on.
DATES = (
    "dates", "Missouri", {"statute": "565.021", "description": "murder", "class": "A"},
    {"severity": "felony", "disposition": "convicted"},
    {
        "charge.sentence.type": "prison", "charge.sentence.years": "10",
        "charge.sentence.effective_start": (2020, 3, 1), "charge.offense_date": (2019, 5, 1),
        "person.birth_date": (1990, 5, 1),
    },
    ("release.minimum_prison_term", "later", "2028-09-01"),
)  # fmt: skip
# A dismissal of 1 March 2015, after an arrest a year before: it antedates a report by more than
# seven years from 2 March 2022 on, at the latest (15 USC 1681c(a)(5)).
CHECK = (
    "check", "United States", {"description": "trespass"},
    {"severity": "misdemeanor", "disposition": "dismissed"},
    {"charge.disposition_date": (2015, 3, 1), "charge.arrest_date": (2014, 3, 1)},
    ("federal_report_barred", "now", "always"),
)  # fmt: skip
# A term of twelve years for an offense of 2015, still served: CPL 440.47(1)(a) asks for eight
# years or more, an offense before 12 August 2019, and custody.
SURVIVOR = (
    "survivor", "New York", {"statute": "160.15", "description": "robbery", "class": "B"},
    {"severity": "felony", "disposition": "convicted"},
    {
        "person.abuse.claimed": "yes", "person.confined": "yes",
        "charge.sentence.type": "determinate", "charge.sentence.years": "12",
        "charge.offense_date": (2015, 3, 1), "charge.sentence.sentenced_on": (2016, 3, 1),
        "charge.disposition_date": (2016, 3, 1), "charge.sentence.sentenced_under": "70.02",
    },
    ("may_apply", "now", None),
)  # fmt: skip


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("journey", [DATES, CHECK, SURVIVOR], ids=lambda one: one[0])
def test_what_one_wants_to_know_is_answered(open_page, journey, language, size):
    wish, place, typed, chosen, known, (question, status, soonest) = journey
    page = open_page(size)
    hands = Keyboard(page)
    page.goto(f"/{language}/")
    hands.to("[name=wish]")
    while not page.locator(f"#wish-{wish}:checked").count():
        hands.press("ArrowDown")
    hands.to("#place").type(place).go("form[action$=charges] button")
    for field, text in typed.items():
        hands.to(f"[id='row.0.{field}']").type(text)
    for field, value in chosen.items():
        hands.to(f"[id='row.0.{field}']")
        while page.locator(f"[id='row.0.{field}']").input_value() != value:
            hands.press("ArrowDown")
    hands.go("button[name=go]")
    for _ in range(40):
        if page.locator("#ask").count() == 0:
            break
        answer(page, hands, known)
    assert (question, status) in told_kinds(page)
    found = page.locator(f"[data-question='{question}']").first
    assert soonest is None or found.get_attribute("data-soonest") == soonest
    if wish != "check":
        assert page.locator(".turn-first #quick-exit").count() == 1


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_reform_is_counted(open_page, language, size):
    page = open_page(size)
    page.set_default_timeout(PATIENT * 1000)
    hands = Keyboard(page)
    page.goto(f"/{language}/")
    hands.go("nav a[href$='/reform']").go("main a[href$='/reform/report']").to("#reform")
    while page.locator("#reform").input_value() != REFORM:
        hands.press("ArrowDown")
    hands.go("main form button")
    assert page.locator("[data-figure]").count() == 4
    assert page.locator(".drawn svg").count() > 0
    assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
    assert violations(page) == []
    hands.to("button[formaction$='report.json']")
    with page.expect_download() as saved:
        page.keyboard.press("Enter")
    assert json.loads(saved.value.path().read_text())["reforms"][0]["name"] == "reform"


@pytest.mark.parametrize("scripts", [True, False], ids=["with scripts", "without scripts"])
def test_a_number_is_moved_and_the_curve_with_it(open_page, scripts):
    page = open_page("phone", scripts=scripts)
    page.set_default_timeout(PATIENT * 1000)
    hands = Keyboard(page)
    page.goto("/es/reform")
    hands.go("main a[href$='/reform/us-mo']")
    if scripts:
        hands.to("[id='expunge.wait.felony_years'] + input").press("ArrowLeft")
        page.wait_for_selector(".curve__after")
    else:
        hands.to("[id='expunge.wait.felony_years']").press("ArrowDown")
        hands.go("main form button:not([formaction])")
    assert page.locator("[id='expunge.wait.felony_years']").input_value() == "2"
    assert page.locator(".curve__after").count() == 1


@pytest.mark.parametrize(("language", "size"), [("en", "desktop"), ("es", "phone")])
def test_own_tables_are_looked_at_and_counted(open_page, language, size, tmp_path):
    (tmp_path / "export.csv").write_text(EXPORT)
    page = open_page(size)
    page.set_default_timeout(PATIENT * 1000)
    hands = Keyboard(page)
    page.goto(f"/{language}/reform/report")
    hands.to("#reform")
    while page.locator("#reform").input_value() != REFORM:
        hands.press("ArrowDown")
    page.locator("#file").set_input_files(tmp_path / "export.csv")
    hands.to("#file").go("main form button")
    assert "charge.disposition_date" in page.locator("table").inner_text()
    assert violations(page) == []
    hands.go("#columns button")
    assert page.locator("[data-figure]").count() == 4


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("language", LANGUAGES)
def test_one_of_many_people_is_opened(open_page, language, size):
    page = open_page(size)
    hands = Keyboard(page)
    page.goto(f"/{language}/")
    page.locator("#file").set_input_files(EXAMPLES / "four-people.jsonl")
    hands.to("#file").go("form[enctype] button")
    assert page.locator("[data-person]").count() == 4
    assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
    assert violations(page) == []
    hands.go("[data-person=invented-2] button")
    assert told_kinds(page)


def test_the_last_day_to_complain_shuts_nobody_out(open_page):
    page = open_page("phone")
    page.goto("/es/therapy/dates")
    page.select_option("[name=step]", index=1)
    page.select_option("[name='start.month']", "3")
    page.fill("[name='start.day']", "2")
    page.fill("[name='start.year']", "2026")
    press(page, "main form button")
    assert violations(page) == []
