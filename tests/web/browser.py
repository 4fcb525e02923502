"""A real browser without a window, and hands that use only its keyboard."""

import os
import shutil

import pytest

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
