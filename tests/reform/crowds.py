"""People for tests of reforms: those of the cases of real places, with facts lost at random."""

from __future__ import annotations

import json
from pathlib import Path

from hypothesis import strategies as st

CASES = Path(__file__).parent.parent / "cases"
PLACES = ("us-ca", "us-la", "us-ma", "us-mo", "us-or", "us-va")
_KEPT = {"case_id", "charge_id", "jurisdiction", "person_id", "cases", "charges", "person"}


def _people_of(place):
    """The people of a place's cases, as plain data."""
    lines = (CASES / f"{place}.jsonl").read_text(encoding="utf-8").splitlines()
    told = [json.loads(line) for line in lines]
    return [{"person": one.get("person", {}), "cases": one.get("cases", [])} for one in told]


PEOPLE = {place: _people_of(place) for place in PLACES}


@st.composite
def raw_crowds(draw, place, most=6):
    """Some of a place's people, each fact of theirs lost about once in five."""
    chosen = draw(st.lists(st.sampled_from(PEOPLE[place]), min_size=1, max_size=most))
    dice = draw(st.randoms(use_true_random=False))

    def less(row):
        return {
            name: [less(one) if isinstance(one, dict) else one for one in value]
            if isinstance(value, list) else value
            for name, value in row.items()
            if name in _KEPT or dice.random() > 0.2
        }  # fmt: skip

    return [
        {"person": {**less(one["person"]), "person_id": f"p{number}"},
         "cases": [less(case) for case in one["cases"]]}
        for number, one in enumerate(chosen)
    ]  # fmt: skip
