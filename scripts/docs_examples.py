#!/usr/bin/env python3
"""Run the examples on the pages of the documentation, and write their output beneath them.

Three kinds of block are run:

- ``console``: lines that begin with ``$ homeward`` are commands; ``| head -9`` may follow.
- ``python`` with ``>>>``: a session, one for a whole page.
- ``python`` under a heading that names a kind of node: it is built and printed.

``<!-- file: name.json -->`` above a block makes it a file that the commands can read.
"""

from __future__ import annotations

import contextlib
import doctest
import importlib
import io
import re
import shlex
import sys
import tempfile
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

from click.testing import CliRunner

from homeward import law, rules
from homeward.cli import main as homeward
from homeward.rules.printing import Voice
from homeward.rules.printing.as_text import plain
from homeward.rules.printing.line import drawn, lettered

ROOT = Path(__file__).resolve().parent.parent
DAY = date(2026, 11, 23)
PAGES = (*sorted(ROOT.glob("docs/*.md")), ROOT / "README.md", ROOT / "CONTRIBUTING.md")

_FILE = re.compile(r"<!-- file: (\S+) -->\n+```\w+\n(.*?)```", re.DOTALL)
_CONSOLE = re.compile(r"```console\n(.*?)```", re.DOTALL)
_SESSION = re.compile(r"```python\n(>>> .*?)```", re.DOTALL)
NODE = re.compile(
    r"^### (\w+)\n\n(.*?)```python\n(.*?)```\n\n```text\n(.*?)```", re.DOTALL | re.MULTILINE
)


def renewed(text: str) -> str:
    """A page with the output of each example as it is now."""
    names: dict[str, Any] = {}
    with _folder_of(text):
        text = _CONSOLE.sub(lambda found: f"```console\n{_commands(found[1])}```", text)
        text = _SESSION.sub(lambda found: f"```python\n{_session(found[1], names)}```", text)
    return NODE.sub(_node, text)


@contextlib.contextmanager
def _folder_of(text: str) -> Iterator[None]:
    """A folder with the page's own files and the project's examples in it."""
    with tempfile.TemporaryDirectory() as folder, contextlib.chdir(folder):
        for name, content in _FILE.findall(text):
            Path(name).parent.mkdir(parents=True, exist_ok=True)
            Path(name).write_text(content, encoding="utf-8")
        Path("examples").symlink_to(ROOT / "examples")
        yield


def _commands(block: str) -> str:
    commands = [line for line in block.splitlines() if line.startswith("$ ")]
    return "\n".join(f"{command}\n{_output(command)}" for command in commands)


def _output(command: str) -> str:
    typed, _, most = command.partition(" | head -")
    result = CliRunner().invoke(homeward, shlex.split(typed)[2:], prog_name="homeward")
    lines = result.output.strip("\n").splitlines()
    return "".join(f"{line}\n" for line in (lines[: int(most)] if most else lines))


def _session(block: str, names: dict[str, Any]) -> str:
    return "".join(_example(one, names) for one in doctest.DocTestParser().get_examples(block))


def _example(one: doctest.Example, names: dict[str, Any]) -> str:
    said = io.StringIO()
    with contextlib.redirect_stdout(said):
        exec(compile(one.source, "<page>", "single"), names)  # noqa: S102  our own pages
    first, *rest = one.source.splitlines()
    return "\n".join([f">>> {first}", *(f"... {line}" for line in rest)]) + "\n" + said.getvalue()


def words() -> dict[str, Any]:
    """All that a rule may be written with."""
    found: dict[str, Any] = {"date": date}
    for name in (
        "amounts",
        "choice",
        "conditions",
        "dates",
        "fact",
        "groups",
        "limit",
        "logic",
        "outcome",
        "rows",
        "truth",
    ):
        found |= vars(importlib.import_module(f"homeward.rules.{name}"))
    return found | {name: getattr(rules, name) for name in rules.__all__}


def _node(found: re.Match[str]) -> str:
    kind, prose, code = found[1], found[2], found[3]
    node = eval(code, words())  # noqa: S307  our own pages
    if type(node).__name__ != kind:
        msg = f"the example under {kind} builds a {type(node).__name__}"
        raise ValueError(msg)
    body = law.body("us-mo")
    if body is None:
        msg = "the examples are printed with Missouri's law, and it is not there"
        raise ValueError(msg)
    lines = drawn(lettered(Voice.of(body, DAY, law.vocabulary()).say(node)))
    printed = "\n".join(map(plain, lines))
    return f"### {kind}\n\n{prose}```python\n{code}```\n\n```text\n{printed}\n```"


if __name__ == "__main__":
    for page in map(Path, sys.argv[1:]) if sys.argv[1:] else PAGES:
        page.write_text(renewed(page.read_text(encoding="utf-8")), encoding="utf-8")
