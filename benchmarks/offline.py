"""Explaining in the browser alone: how long it takes to load, and whether it says the same.

scripts/offline FOLDER && python -m benchmarks.offline FOLDER
"""

from __future__ import annotations

import functools
import json
import shutil
import subprocess
import sys
import threading
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

EXAMPLES = sorted((Path(__file__).parent.parent / "examples").glob("*.json"))
KINDS = {".wasm": "application/wasm", ".mjs": "text/javascript", ".js": "text/javascript"}
_TOLD = """line => {
    const save = document.getElementById("save");
    return !save.disabled && save.dataset.answers !== line;
}"""


class Quiet(SimpleHTTPRequestHandler):
    """Serves files, and says nothing of it."""

    extensions_map = SimpleHTTPRequestHandler.extensions_map | KINDS

    def log_message(self, format: str, *_: object) -> None:  # noqa: A002  named so in the library
        """Leave out the line a request."""


def main(folder: str) -> None:
    """Open the folder in a browser, go offline, and ask about every example."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Quiet, directory=folder))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=shutil.which("chromium"), args=["--no-sandbox", "--disable-gpu"]
        )
        context = browser.new_context()
        page = context.new_page()
        asked: list[str] = []
        page.on("request", lambda request: asked.append(request.url))
        page.goto(f"http://127.0.0.1:{server.server_port}/index.html")
        page.wait_for_selector("#status[data-milliseconds]", timeout=120_000)
        print(f"ready after {page.get_attribute('#status', 'data-milliseconds')} ms")
        context.set_offline(offline=True)
        before = len(asked)
        for example in EXAMPLES:
            _compare(page, example)
        print(f"requests after going offline: {len(asked) - before}")
        browser.close()


def _compare(page: Page, example: Path) -> None:
    line = page.get_attribute("#save", "data-answers")
    page.set_input_files("#file", example)
    page.wait_for_function(_TOLD, arg=line)
    told = json.loads(page.get_attribute("#save", "data-answers") or "")
    command = [sys.executable, "-m", "homeward", "explain", str(example), "--format", "json"]
    wanted = json.loads(subprocess.run(command, capture_output=True, check=True).stdout)
    same = "the same" if told == wanted else "NOT the same"
    spent = page.get_attribute("#answers", "data-milliseconds")
    print(f"{example.name}: {same} as on the command line, in {spent} ms")


if __name__ == "__main__":
    main(sys.argv[1])
