"""A whole run: one store screened under the law as it stands and under each reform.

::

    OUT/as-it-stands/             the answers under the law to compare with, as screen writes them
    OUT/NAME/                     the answers under the reform NAME
    OUT/NAME/differences.charge.parquet/ …   one row a charge: both answers, and what moves
    OUT/NAME/differences.person.parquet/ …   one row a person: from when nothing is left
    OUT/report.json               the figures; written last
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any

from homeward import law
from homeward.reform.differences import Differences
from homeward.reform.figures import Figures
from homeward.reform.report import Counted, report
from homeward.reform.small import LEAST
from homeward.reform.workload import PUBLISHED
from homeward.reform.workload import Terms as Work
from homeward.rules.patch import Patch
from homeward.screen.duckdb_engine import connect
from homeward.screen.problem import WishError
from homeward.screen.results import REPORT, Results, remove, write_json
from homeward.screen.running import Progress, Terms, screen
from homeward.screen.store import Store
from homeward.screen.wish import Wish

AS_IT_STANDS = "as-it-stands"


@dataclass(frozen=True)
class Reform:
    """What is laid over the law, under the name that its folder has."""

    name: str
    patches: tuple[Patch, ...]


def compare(  # noqa: PLR0913  all that a comparison is made of
    path: Path,
    out: Path,
    wish: Wish,
    reforms: Sequence[Reform],
    terms: Terms,
    least: int = LEAST,
    progress: Callable[[str], Progress] | None = None,
    *,
    work: Work = PUBLISHED,
) -> dict[str, Any]:
    """Screen a store under the wish's own law and under each reform; the report.

    ``work`` says how much of what opens becomes work for courts or agencies.
    The changes of ``wish`` are part of the law to compare with, and a reform does not build on
    them: a reform with no changes is the law as it stands.

    Raises:
        ScreenError: when it cannot be done.
        LawError: when a reform does not fit the law.
    """
    check_names([reform.name for reform in reforms])
    remove(out / REPORT)

    def watch(name: str) -> Progress | None:
        return progress(name) if progress else None

    screen(path, out / AS_IT_STANDS, wish, terms, watch(AS_IT_STANDS))
    before = Results.open(out / AS_IT_STANDS)
    store = Store.open(path, law.vocabulary(), check=False)
    counted = []
    for reform in reforms:
        changed = replace(wish, changes=reform.patches)
        screen(path, out / reform.name, changed, terms, watch(reform.name))
        after = Results.open(out / reform.name)
        counted.append(_counted(store, (before, after), wish, reform, terms))
    told = report(before, store, wish, counted, least, work)
    write_json(out / REPORT, told)
    return told


def check_names(names: Sequence[str]) -> None:
    """See that each reform has a folder of its own.

    Raises:
        WishError: naming the one that is there twice.
    """
    taken = {AS_IT_STANDS}
    for name in names:
        if name in taken or name.startswith("."):
            msg = f"two laws to compare are called {name!r}: give one file another name"
            raise WishError(msg)
        taken.add(name)


def _counted(
    store: Store, results: tuple[Results, Results], wish: Wish, reform: Reform, terms: Terms
) -> Counted:
    """The differences of one reform, written and ready to be counted."""
    before, after = results
    differences = Differences(store, before, after, reform.patches, after.path, wish.changes)
    with connect(f"{terms.memory}MB") as database:
        differences.write(database)
        as_of = date.fromisoformat(before.report["wish"]["as_of"])
        figures = Figures(database, after.path, as_of)
        return Counted.of(reform.name, reform.patches, differences, figures)
