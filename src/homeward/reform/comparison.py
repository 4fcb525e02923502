"""A comparison of several laws: what is made of their answers while a partition is at hand.

Nothing is joined afterwards. Of each partition there are counts, which add up, for a person is
whole in one partition; and unless only counts are wanted, a row a charge and a row a person
that a reform may move.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from homeward.reform.counting import COUNTS, Counting
from homeward.reform.differences import CHARGES, PERSONS, Differences
from homeward.reform.groups import lay_statutes, named_by
from homeward.reform.movement import movement
from homeward.rules.patch import Patch
from homeward.screen.beside import Asking, AtHand, OtherLaw
from homeward.screen.outputs import Output
from homeward.screen.problem import WishError
from homeward.screen.wish import Wish


@dataclass(frozen=True)
class Comparison:
    """Compares the answers under other laws with those under the law that is asked.

    Attributes:
        wish: what is asked; its changes are part of the law that is compared with.
        laws: the other laws.
        counts_only: whether no row of any person is wanted.
    """

    wish: Wish
    laws: tuple[OtherLaw, ...]
    counts_only: bool = False

    def told(self) -> dict[str, Any]:
        """What tells two comparisons apart, as plain data."""
        return {
            "laws": [[law.name, *(patch.told() for patch in law.changes)] for law in self.laws],
            "counts_only": self.counts_only,
        }

    def folders(self) -> list[str]:
        """The folders that hold parts: the counts, and the differences of each law."""
        if self.counts_only:
            return [COUNTS]
        kinds = (CHARGES, PERSONS)
        return [COUNTS, *(f"{law.name}/{kind}" for law in self.laws for kind in kinds)]

    def check(self, asking: Asking | None) -> None:
        """See that the answers can be compared.

        Raises:
            WishError: when nothing is asked about charges, or answers can end again.
        """
        if asking is None:
            msg = "nothing was asked about charges, so there is nothing to compare: give --question"
            raise WishError(msg)
        question = asking.question
        columns = [asking.own, *asking.others.values()]
        if any(one.name == f"{question}:closes" for some in columns for one in some):
            msg = (f"{question} can end again, and such answers are not compared yet:"
                   " give --question")  # fmt: skip
            raise WishError(msg)

    def write(self, found: AtHand, files: Mapping[str, Path]) -> None:
        """Compare the answers of one partition."""
        lay_statutes(found.database, found.tables, found.store, [law.changes for law in self.laws])
        counting = Counting(found, self.wish.as_of)
        counting.lay(with_ids=not self.counts_only)
        for law in self.laws:  # one after another: each has its tables, and frees them
            one = self._differences(found, law)
            one.lay()
            counting.add(one)
            if not self.counts_only:
                one.write(*(files[f"{law.name}/{kind}"] for kind in (CHARGES, PERSONS)))
            one.free()
        counting.write(files[COUNTS])

    def _differences(self, found: AtHand, law: OtherLaw) -> Differences:
        own, other = found.asking.own, found.asking.others[law.name]
        held = _names(own) & _names(other)
        moves = movement(
            found.asking.question, self.wish.changes, law.changes,
            day=self.wish.as_of, laws=self.wish.laws, held=held,
        )  # fmt: skip
        named = named_by(self.laws.index(law))
        return Differences(found, law, named, moves, is_empty=self._is_empty(law.changes))

    def _is_empty(self, changes: Sequence[Patch]) -> bool:
        """Whether both laws are the very same: then nothing can differ."""
        same = [patch.told() for patch in changes] == [one.told() for one in self.wish.changes]
        return same or not any(patch.touched for patch in changes)


def _names(columns: Sequence[Output]) -> set[str]:
    return {one.name for one in columns}
