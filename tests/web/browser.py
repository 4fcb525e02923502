"""A real browser without a window, and hands that use only its keyboard."""

import os
import shutil

import pytest
from axe_playwright_python.sync_playwright import Axe

CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser"))), None)
FLAGS = [
    "--no-sandbox",  # CI runs as root, where there is no sandbox to be had
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
SIZES = {"desktop": {"width": 1200, "height": 900}, "phone": {"width": 390, "height": 800}}
_MOST_TABS = 400


def needs_chromium():
    """Skip where there is no browser; in CI that is a failure."""
    if CHROMIUM is None:
        if os.environ.get("CI"):
            pytest.fail("CI must run the tests in a browser, and there is no chromium here")
        pytest.skip("no chromium here; on Debian: apt install chromium")


class Keyboard:
    """Someone at a page who has a keyboard and nothing else."""

    def __init__(self, page):
        self.page = page

    def to(self, selector):
        """Press Tab until the thing that is meant has the focus."""
        for _ in range(_MOST_TABS):
            if self.focused(selector):
                return self
            self.page.keyboard.press("Tab")
        pytest.fail(f"no number of Tabs leads to {selector}")
        return self

    def focused(self, selector):
        return self.page.locator(f"{selector}:focus").count() > 0

    def type(self, text):
        self.page.keyboard.type(text)
        return self

    def press(self, *keys):
        for key in keys:
            self.page.keyboard.press(key)
        return self

    def go(self, selector="button"):
        """Press Enter on a button or a link, and wait for the page that comes."""
        self.to(selector)
        with self.page.expect_navigation():
            self.page.keyboard.press("Enter")
        return self


def press(page, selector):
    """Click on something that leads to another page, and wait for that page."""
    with page.expect_navigation():
        page.click(selector)


def violations(page):
    """What axe finds that shuts somebody out of a page."""
    found = Axe().run(page)
    return [(one["id"], one["nodes"][0]["html"]) for one in found.response["violations"]]


def told_kinds(page):
    """Each question that is answered on a page, and how."""
    return [
        (one.get_attribute("data-question"), one.get_attribute("data-status"))
        for one in page.locator("[data-question]").all()
    ]


def answer(page, hands, known):
    """Answer the question on the page as is known; what is not known is left as it is."""
    fact = page.locator("input[name=fact]").get_attribute("value").partition("@")[0]
    if fact in known:
        first = page.locator("[name^='value.']").first.get_attribute("name")
        name = first.removesuffix(".month").removesuffix(".unknown")
        _fill(page, hands, name, known[fact])
    hands.go("button:not([name]):not([formaction])")


def _fill(page, hands, name, value):
    field = f"[name='{name}']"
    if page.locator(f"[name='{name}.month']").count():
        year, month, day = value
        hands.to(f"[name='{name}.month']").press(*["ArrowDown"] * month)
        hands.to(f"[name='{name}.day']").type(str(day))
        hands.to(f"[name='{name}.year']").type(str(year))
    elif page.locator(f"select{field}").count():
        hands.to(f"select{field}")
        for _ in range(page.locator(f"select{field} option").count()):
            if page.locator(f"select{field}").input_value() == value:
                return
            hands.press("ArrowDown")
    elif page.locator(f"input[type=radio]{field}").count():
        hands.to(f"input[type=radio]{field}")
        for _ in range(12):
            if page.locator(f"input{field}[value='{value}']:checked").count():
                return
            hands.press("ArrowDown")
    else:
        hands.to(f"input{field}").type(value)
