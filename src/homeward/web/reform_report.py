"""The whole report of a reform on a sample of made-up people: what ``homeward reform`` gives.

The sample lies in a temporary folder while it is counted: nobody in it exists.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from homeward import law
from homeward.law.overlays import overlay
from homeward.reform.running import Reform, compare
from homeward.rules.patch import Patch
from homeward.rules.problem import LawError
from homeward.sample import Order, covered, make_sample
from homeward.screen.running import Terms
from homeward.screen.wish import Wish
from homeward.sources import LoadWish, load
from homeward.web.desk import today
from homeward.web.problems import of_one

NAME = "reform"
MOST_PEOPLE = 2_000
_MEMORY = 300


def patch_of(given: Mapping[str, Any], *, own_changes: bool) -> Patch:
    """The changes that are asked for: a shipped file by name, or what such a file holds.

    Raises:
        Refused: when they cannot be read, do not fit the law, or there is no sample for it.
    """
    if not own_changes and "program" not in given:
        fix = 'Name changes that are shipped: {"program": name}'
        raise of_one("body", "", "brings its own changes to the law", fix)
    try:
        patch = overlay(given)
        changed = law.body(patch.law, (patch,))
    except LawError as problem:
        fix = "docs/reform.md tells what a reform may hold"
        raise of_one("body", "", str(problem), fix) from problem
    if changed is None or patch.law not in covered():
        fix = f"There are samples for {', '.join(covered())}"
        raise of_one("law", patch.law[:40], "has no sample", fix)
    return patch


def report_on(patch: Patch, people: int, questions: tuple[str, ...]) -> dict[str, Any]:
    """The report of a reform on a sample of its place."""
    with TemporaryDirectory(prefix="homeward-sample-") as work:
        folder = Path(work)
        make_sample(Order(patch.law, people, folder / "sample"))
        load([str(folder / "sample")], LoadWish(folder / "store", memory_mb=_MEMORY))
        wish = Wish(today(), laws=(patch.law,), questions=questions)
        reforms = [Reform(NAME, (patch,))]
        told = compare(folder / "store", folder / "out", wish, reforms, Terms(1, _MEMORY))
    for source in told["data"]["sources"]:
        source["file"] = Path(source["file"]).name  # where it lay for a moment is nobody's business
    return told
