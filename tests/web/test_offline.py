"""Explaining in the browser alone: the folder that scripts/offline writes, with no way out."""

import contextlib
import functools
import json
import re
import shutil
import subprocess
import sys
import threading
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from click.testing import CliRunner

from homeward.cli import main
from tests.web.pages import EXAMPLES

ROOT = Path(__file__).parents[2]
MOST_MEGABYTES, MOST_SECONDS = 20, 90
KINDS = {".wasm": "application/wasm", ".mjs": "text/javascript", ".js": "text/javascript"}
TOLD = """line => {
    const save = document.getElementById("save");
    return !save.disabled && save.dataset.answers !== line;
}"""


class Quiet(SimpleHTTPRequestHandler):
    """A folder as any web server serves it."""

    extensions_map = SimpleHTTPRequestHandler.extensions_map | KINDS

    def log_message(self, *_):
        """Leave out the line a request."""


def npm_gives_pyodide():
    """Whether there is npm here, and a registry that it reaches."""
    if shutil.which("npm") is None:
        return False
    asked = ["npm", "view", "pyodide", "version", "--fetch-retries=1", "--fetch-timeout=20000"]
    with contextlib.suppress(subprocess.TimeoutExpired):
        return subprocess.run(asked, check=False, capture_output=True, timeout=60).returncode == 0
    return False


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    """The folder itself: Pyodide comes from npm, once."""
    if not npm_gives_pyodide():
        pytest.skip("Pyodide comes from npm, and there is none here that reaches its registry")
    out = tmp_path_factory.mktemp("offline") / "site"
    subprocess.run([ROOT / "scripts" / "offline", out], check=True, timeout=300)
    return out


@pytest.fixture
def page(browser, folder):
    """The page, ready and cut off; what it asks for after that, or complains of, fails the test."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Quiet, directory=folder))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    context = browser.new_context()
    opened = context.new_page()
    asked, complaints = [], []
    opened.on("pageerror", lambda e: complaints.append(str(e)))
    opened.goto(f"http://127.0.0.1:{server.server_port}/index.html")
    opened.wait_for_selector("#status[data-milliseconds]", timeout=MOST_SECONDS * 1000)
    context.set_offline(offline=True)
    server.shutdown()
    opened.on("request", lambda request: asked.append(request.url))
    yield opened
    context.close()
    server.server_close()
    assert (asked, complaints) == ([], [])


@pytest.mark.slow
def test_every_example_is_answered_as_on_the_command_line_with_nothing_sent(page):
    for example in sorted(EXAMPLES.glob("*.json")):
        before = page.get_attribute("#save", "data-answers")
        page.set_input_files("#file", example)
        page.wait_for_function(TOLD, arg=before, timeout=30_000)
        told = json.loads(page.get_attribute("#save", "data-answers"))
        run = CliRunner().invoke(main, ["explain", str(example), "--format", "json"])
        assert told == json.loads(run.stdout), example.name


@pytest.mark.slow
def test_the_folder_is_small_enough_to_carry(folder):
    size = sum(file.stat().st_size for file in folder.rglob("*") if file.is_file())
    assert size < MOST_MEGABYTES * 1_000_000


ALONE = """
import json, sys
sys.path[:0] = [sys.argv[1]]
from homeward.explain import Explainer
explainer = Explainer()
print(explainer.explain(explainer.read(json.load(open(sys.argv[2])))).as_line())
"""


def test_the_rooms_that_are_packed_explain_with_python_alone(tmp_path):
    script = (ROOT / "scripts" / "offline").read_text()
    rooms = re.findall(r'"(\w+)"', re.search(r"ROOMS = \((.*)\)", script).group(1))
    (tmp_path / "homeward").mkdir()
    for name in ("__init__.py", *rooms):
        (tmp_path / "homeward" / name).symlink_to(ROOT / "src" / "homeward" / name)
    example = EXAMPLES / "choose.json"
    command = [sys.executable, "-I", "-S", "-c", ALONE, tmp_path, example]
    told = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    run = CliRunner().invoke(main, ["explain", str(example), "--format", "json"])
    assert json.loads(told) == json.loads(run.stdout)
