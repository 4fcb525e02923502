"""People made up at random: few and many charges, any fact missing, days on every boundary."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from hypothesis import strategies as st

Json = dict[str, Any]
Values = Mapping[str, Sequence[Any]]
"""The values that a fact may have in a made-up record; it may always be missing too."""


def rows(values: Values, *, missing: int = 3) -> st.SearchStrategy[Json]:
    """A row in which each fact has one of its values, or is left out about once in ``missing``."""
    chosen = {
        name: st.sampled_from([*listed, *([...] * max(1, len(listed) // missing))])
        for name, listed in values.items()
    }
    return st.fixed_dictionaries(chosen).map(
        lambda row: {name: value for name, value in row.items() if value is not ...}
    )


def people(
    person: Values,
    case: Values,
    charge: Values,
    tenancy: Values | None = None,
    *,
    cases: int = 3,
    charges: int = 3,
) -> st.SearchStrategy[Json]:
    """A person's record as a file holds it; with a home only where it has facts."""
    a_case = st.builds(
        lambda about, listed: {**about, "charges": listed},
        rows(case), st.lists(rows(charge), min_size=0, max_size=charges),
    )  # fmt: skip
    homes = rows(tenancy) if tenancy else st.none()
    return st.builds(
        lambda about, listed, home: {
            "person": _nested(about), "cases": _numbered(listed),
            **({} if home is None else {"tenancy": _nested(home)}),
        },
        rows(person), st.lists(a_case, min_size=0, max_size=cases), homes,
    )  # fmt: skip


def _numbered(cases: list[Json]) -> list[Json]:
    return [
        {
            **_nested({key: value for key, value in case.items() if key != "charges"}),
            "case_id": f"c{number}",
            "charges": [{"charge_id": str(place), **_nested(charge)}
                        for place, charge in enumerate(case["charges"], 1)],
        }
        for number, case in enumerate(cases, 1)
    ]  # fmt: skip


def _nested(row: Json) -> Json:
    """Facts with dots in their names as objects inside objects."""
    found: Json = {}
    for name, value in row.items():
        *path, last = name.split(".")
        here = found
        for part in path:
            here = here.setdefault(part, {})
        here[last] = value
    return found
