"""Relations between one person's rows: which other charges or cases a rule looks at.

A relation is read twice where facts are missing: over the rows that certainly
belong to it and over those that possibly do. No rule looks past one person.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import ClassVar, Literal

from homeward.rules.logic import And
from homeward.rules.node import Node, Sort

Except = Literal["none", "self", "case"]
Within = Literal["person", "case"]


@dataclass(frozen=True, eq=False)
class Rows(Node):
    """Charges of the same person (or of the same case), filtered by a claim about each.

    ``leaving_out`` drops this row, or every row of this row's case.
    """

    within: Within = "person"
    leaving_out: Except = "none"
    where: Node | None = None

    sort: ClassVar[Sort] = "rows"

    def that(self, where: Node) -> Rows:
        """Those of these rows of which the claim is true."""
        return replace(self, where=where if self.where is None else And((self.where, where)))


charges_of_person = Rows()
other_charges = Rows(leaving_out="self")
charges_of_other_cases = Rows(leaving_out="case")
charges_of_case = Rows(within="case")
other_charges_of_case = Rows(within="case", leaving_out="self")
