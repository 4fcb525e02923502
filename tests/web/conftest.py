"""A real server on this machine, and no way out to any other."""

import socket
import threading
import time

import httpx
import pytest
import uvicorn
from playwright.sync_api import sync_playwright

from homeward.web import Limits
from homeward.web.server import configured
from tests.web.browser import CHROMIUM, FLAGS, SIZES, needs_chromium

HOME = "127.0.0.1"
PATIENT = 600  # seconds: a busy machine must not fail a test


@pytest.fixture(autouse=True)
def no_outside(monkeypatch):
    """Nothing here may speak to another machine."""
    connect = socket.socket.connect

    def only_home(own, address):
        is_home = own.family == socket.AF_UNIX or address[0] in (HOME, "::1", "localhost")
        assert is_home, f"the site reached out to {address}"
        return connect(own, address)

    monkeypatch.setattr(socket.socket, "connect", only_home)


class Running:
    """A site that listens on a free port of this machine."""

    def __init__(self, limits, forms=()):
        listener = socket.create_server((HOME, 0))
        self.url = f"http://{HOME}:{listener.getsockname()[1]}"
        self.server = uvicorn.Server(configured(0, limits=limits, forms=forms))
        self.thread = threading.Thread(target=self.server.run, args=([listener],), daemon=True)

    def __enter__(self):
        self.thread.start()
        while not self.server.started:
            time.sleep(0.01)
        return self

    def __exit__(self, *_):
        self.server.should_exit = True
        self.thread.join()


@pytest.fixture(scope="session")
def site_url():
    with Running(Limits(seconds=PATIENT, slow_seconds=PATIENT)) as running:
        yield running.url


@pytest.fixture
def client(site_url):
    with httpx.Client(base_url=site_url, timeout=PATIENT) as client:
        yield client


@pytest.fixture
def running():
    """Start a site with limits of its own."""
    return Running


@pytest.fixture(scope="module")
def browser():
    needs_chromium()
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield opened
        opened.close()


@pytest.fixture
def open_page(browser, site_url):
    """A page of a size; whatever it asks of another machine, or complains of, fails the test."""
    strangers, complaints, contexts = [], [], []

    def opened(size="desktop", *, scripts=True):
        context = browser.new_context(
            viewport=SIZES[size], java_script_enabled=scripts, base_url=site_url
        )
        contexts.append(context)
        page = context.new_page()
        page.on("request", lambda r: r.url.startswith(site_url) or strangers.append(r.url))
        page.on("console", lambda m: m.type == "error" and complaints.append(m.text))
        page.on("pageerror", lambda e: complaints.append(str(e)))
        return page

    yield opened
    cookies = [cookie for context in contexts for cookie in context.cookies()]
    for context in contexts:
        context.close()
    assert (strangers, complaints, cookies) == ([], [], [])
