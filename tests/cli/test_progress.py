"""How far long work is: on a terminal, elsewhere, and when nothing is to be said."""

import os
import pty
import subprocess
import sys

import pytest

from homeward.cli import progress
from homeward.cli.progress import Bar

WORK = """
import time
from homeward.cli.progress import Bar
with Bar("counting", "rows", quiet={quiet}) as bar:
    bar.begin(2_000)
    for done in range(0, 2_001, 500):
        bar.reached(done)
        time.sleep(0.15)
"""


def on_a_terminal(*, quiet):
    """What the work writes where its stderr is a terminal."""
    ours, theirs = pty.openpty()
    code = WORK.format(quiet=quiet)
    with subprocess.Popen([sys.executable, "-c", code], stderr=theirs) as work:
        os.close(theirs)
        seen = b""
        while True:
            try:
                piece = os.read(ours, 4_096)
            except OSError:
                break
            if not piece:
                break
            seen += piece
        assert work.wait() == 0
    os.close(ours)
    return seen.decode()


def test_a_terminal_shows_how_far_how_fast_and_how_long():
    seen = on_a_terminal(quiet=False)
    assert "counting" in seen
    assert "50 %" in seen
    assert "/s" in seen
    assert "left:" in seen


def test_quiet_is_quiet_on_a_terminal():
    assert on_a_terminal(quiet=True) == ""


@pytest.mark.parametrize(
    ("every", "quiet", "said"),
    [
        pytest.param(0.0, False, "counting: 500 of 2,000 rows, about 0 s left\n", id="a line"),
        pytest.param(60.0, False, "", id="no line before its time"),
        pytest.param(0.0, True, "", id="nothing when quiet"),
    ],
)
def test_elsewhere_a_line_now_and_then(capsys, monkeypatch, every, quiet, said):
    monkeypatch.setattr(progress, "LINE_EVERY", every)
    with Bar("counting", "rows", quiet=quiet) as bar:
        bar.begin(2_000)
        bar.reached(500)
    assert capsys.readouterr() == ("", said)
