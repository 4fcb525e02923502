"""A whole run: one pass over a store, under the law as it stands and under each reform.

::

    OUT/as-it-stands/             the answers under the law to compare with, as screen writes them
    OUT/NAME/differences.charge.parquet/ …   a row a charge that the reform NAME may move
    OUT/NAME/differences.person.parquet/ …   a row a person with such a charge
    OUT/counts.parquet/ …         what is counted of each partition
    OUT/report.json               the figures; written last

Where only counts are wanted, there are no answers and no differences.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from homeward import law
from homeward.reform.comparison import Comparison
from homeward.reform.figures import Counts, Figures
from homeward.reform.report import Counted, report
from homeward.reform.small import LEAST
from homeward.reform.workload import PUBLISHED
from homeward.reform.workload import Terms as Work
from homeward.screen.beside import OtherLaw
from homeward.screen.problem import WishError
from homeward.screen.results import REPORT, remove, write_json
from homeward.screen.running import Progress, Terms, screen
from homeward.screen.store import Store
from homeward.screen.wish import Wish

AS_IT_STANDS = "as-it-stands"

Reform = OtherLaw
"""What is laid over the law, under the name that its folder has."""


def compare(  # noqa: PLR0913  all that a comparison is made of
    path: Path,
    out: Path,
    wish: Wish,
    reforms: Sequence[Reform],
    terms: Terms,
    least: int = LEAST,
    progress: Progress | None = None,
    *,
    work: Work = PUBLISHED,
    counts_only: bool = False,
) -> dict[str, Any]:
    """Screen a store under the wish's own law and under each reform, in one pass; the report.

    ``work`` says how much of what opens becomes work for courts or agencies. With
    ``counts_only`` nothing is written but counts.
    The changes of ``wish`` are part of the law to compare with, and a reform does not build on
    them: a reform with no changes is the law as it stands.

    Raises:
        ScreenError: when it cannot be done.
        LawError: when a reform does not fit the law.
    """
    check_names([reform.name for reform in reforms])
    remove(out / REPORT)
    comparison = Comparison(wish, tuple(reforms), counts_only)
    before = screen(path, out / AS_IT_STANDS, wish, terms, progress, comparison)
    store = Store.open(path, law.vocabulary(), check=False)
    counts = Counts(out)
    counted = [
        Counted.of(
            reform, before["people_question"], Figures(counts, reform.name, wish.as_of), store
        )
        for reform in reforms
    ]
    told = report(before, store, wish, counted, counts.made_up, least, work)
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
