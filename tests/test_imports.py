"""What the core costs to import, and that it brings no engine with it."""

import re
import subprocess
import sys

import pytest

BUDGET_MS = 20
RUNS = 15
# heavy parts of the standard library count as engines too
ENGINES = {"sqlite3", "asyncio", "email", "http", "urllib.request", "multiprocessing", "unittest"}
LINE = re.compile(r"import time:\s+(\d+) \|\s+\d+ \|\s+(\S+)")


def costs(statement):
    """The time of each module's own import, in ms, that bare Python does not import."""
    bare = {name for name, _ in timed("pass")}
    return {name: cost for name, cost in timed(statement) if name not in bare}


def timed(statement):
    run = python("-X", "importtime", "-c", statement)
    return [(name, int(own) / 1000) for own, name in LINE.findall(run.stderr)]


def modules(statement=""):
    """What is loaded once a statement has run."""
    return set(python("-c", f"import sys; {statement}\nprint(*sys.modules)").stdout.split())


def python(*arguments):
    return subprocess.run([sys.executable, *arguments], capture_output=True, check=True, text=True)


def test_the_calendar_is_imported_in_under_20_ms():
    """A busy machine only adds to a run, so the quickest of a few counts."""
    quickest = costs("import homeward.when")
    assert "homeward.when.interval" in quickest
    for _ in range(RUNS):
        if sum(quickest.values()) < BUDGET_MS:
            break
        quickest = min(quickest, costs("import homeward.when"), key=lambda run: sum(run.values()))
    spent = sum(quickest.values())
    dearest = sorted(quickest.items(), key=lambda item: -item[1])[:5]
    said = ", ".join(f"{name} {cost:.1f} ms" for name, cost in dearest)
    assert spent < BUDGET_MS, f"importing homeward.when took {spent:.1f} ms; the dearest: {said}"


@pytest.mark.parametrize("room", ["when", "facts", "rules"])
def test_the_core_brings_only_the_standard_library_and_no_engine(room):
    ours = modules(f"import homeward.{room}") - modules()
    assert f"homeward.{room}" in ours
    assert not ours & ENGINES
    packages = {name.partition(".")[0] for name in ours}
    assert packages - sys.stdlib_module_names == {"homeward"}


@pytest.mark.parametrize(
    ("room", "above"),
    [
        ("when", {"facts", "rules", "law", "explain", "screen"}),
        ("facts", {"rules", "law", "explain", "screen"}),
        ("rules", {"law", "explain", "screen"}),
    ],
)
def test_the_core_loads_nothing_above_itself(room, above):
    assert not {f"homeward.{name}" for name in above} & modules(f"import homeward.{room}")
