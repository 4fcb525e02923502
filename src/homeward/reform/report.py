"""The report of a comparison, as plain data; its shape is described in docs/reform.md."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, Self

from homeward.reform.figures import Figures, Row
from homeward.reform.groups import NEEDS, held_groups, in_order, only_lists
from homeward.reform.law_changes import changes_of_law
from homeward.reform.small import apart, coarse, hidden
from homeward.reform.start import before_the_start, start_of
from homeward.reform.workload import PUBLISHED, Terms, workload
from homeward.rules.patch import Patch
from homeward.screen.beside import OtherLaw
from homeward.screen.store import Store
from homeward.screen.wish import Wish

SHAPE = "1"
_MOST_MISSING = 12

NOTICE = "Information, not legal advice. Courts and boards decide each case."
METHOD = (
    "Both laws answered the same data, for every day at once. “At least” counts what is so"
    " whatever the missing facts are; “at most” counts what is so for some of them. Each answer"
    " is bounded by itself. Two things narrow the difference: the rules tell whether a reform can"
    " only bring days forward, or only put them off; and nothing moves where a rule that the"
    " reform leaves alone surely opens first. Beyond that, where an answer is open under both"
    " laws, “at most” counts it as if the missing fact could pull the two apart."
)


@dataclass(frozen=True)
class Counted:
    """Everything that was counted of one reform."""

    name: str
    patches: tuple[Patch, ...]
    question: str
    totals: Row
    today: dict[str, Any]
    curve: list[Row]
    full: list[Row]
    groups: dict[str, list[Row]]
    missing: list[Row]
    not_named: Row | None

    @classmethod
    def of(cls, law: OtherLaw, question: str, figures: Figures, store: Store) -> Self:
        """The figures of one reform."""
        return cls(
            name=law.name,
            patches=law.changes,
            question=question,
            totals=figures.totals(),
            today=figures.today(),
            curve=figures.curve(),
            full=figures.curve(full_clearance=True),
            groups={group: figures.by(group) for group in held_groups(store)},
            missing=figures.missing(),
            not_named=dict(figures.not_named()) if only_lists(law.changes) else None,
        )

    def from_start(self, wish: Wish) -> Self:
        """The figures, with nothing moved on days before any change holds."""
        start = start_of(self.patches, wish.changes)

        def seen(curve: list[Row]) -> list[Row]:
            return [before_the_start(point, start) for point in curve]

        day = wish.as_of.isoformat()
        today = before_the_start({"on": day, **self.today}, start)
        del today["on"]
        return replace(self, today=today, curve=seen(self.curve), full=seen(self.full))


def report(
    before: Mapping[str, Any],
    store: Store,
    wished: Wish,
    counted: Sequence[Counted],
    made_up: int,
    least: int,
    work: Terms = PUBLISHED,
) -> dict[str, Any]:
    """The whole report; it has no times in it: the same data and law give the same bytes.

    ``before`` is the report of the screening under the law that is compared with.
    """
    wish = before["wish"]
    counted = [one.from_start(wished) for one in counted]
    return {
        "homeward": SHAPE,
        "notice": NOTICE,
        "method": METHOD,
        "as_of": wish["as_of"],
        "compared_with": [patch["title"] for patch in wish["with"]] or ["the law as it stands"],
        "versions": {key: wish[key] for key in ("homeward", "code", "duckdb")},
        "law": before["law"],
        "data": {
            "people": before["people"],
            "rows": before["rows"],
            "set_aside": before["set_aside"],
            "sources": list(store.description.sources),
            "made_up": made_up,
            "no_groups_by": [group for group in NEEDS if group not in held_groups(store)],
        },
        "smallest_group": least,
        "notes": before["notes"],
        "reforms": [
            {**_told(one, before["law"], least),
             "workload": workload(coarse(one.curve, least), work),
             "law_changes": changes_of_law(wished.changes, one.patches, wished.as_of)}
            for one in counted
        ],
    }  # fmt: skip


def _told(one: Counted, laws: Collection[str], least: int) -> dict[str, Any]:
    return {
        "name": one.name,
        "titles": [patch.title for patch in one.patches] or ["the law as it stands"],
        "changes": [patch.told() for patch in one.patches],
        "question": one.question,
        "charges": one.totals["charges"],
        "people": one.totals["people"],
        "sooner": _shown(one.totals["sooner"], least),
        "later": _shown(one.totals["later"], least),
        "open_under_both": one.totals["open_alike"],
        "today": {name: _shown(bounds, least) for name, bounds in apart(one.today, least).items()},
        "curve": coarse(one.curve, least),
        "full_clearance": coarse(one.full, least),
        "by": {group: _ordered(group, hidden(rows, least)) for group, rows in one.groups.items()},
        "would_narrow": [row for row in one.missing if row["charges"] >= least][:_MOST_MISSING],
        "not_named": one.not_named and coarse([one.not_named], least)[0],
        "notes": list(_notes(one, laws)),
    }


def _ordered(group: str, rows: list[Row]) -> list[Row]:
    return sorted(rows, key=lambda row: in_order(group, row["value"]))


def _shown(bounds: Mapping[str, Mapping[str, int]], least: int) -> dict[str, Any]:
    """A range of counts; one of too few people says only that it is small."""
    return {
        end: {"fewer_than": least} if 0 < count["people"] < least else dict(count)
        for end, count in bounds.items()
    }


def _notes(one: Counted, laws: Collection[str]) -> list[str]:
    """What the reader must know about one reform."""
    notes = [
        f"{patch.title} changes {patch.law}, which nobody in the data is asked about"
        for patch in one.patches
        if patch.law not in laws
    ]
    if one.not_named is None:
        notes.append(
            "Effects on charges that the reform does not name are not computed: it changes"
            " numbers or conditions, which are about every charge"
        )
    return notes
