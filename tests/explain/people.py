"""Made-up people for the tests of explaining: the examples, the cases, and one of ten charges."""

import json
from pathlib import Path

from benchmarks.one_person import person_of_ten

ROOT = Path(__file__).parents[2]


def example(name):
    """A shipped example as parsed JSON."""
    return json.loads((ROOT / "examples" / f"{name}.json").read_text(encoding="utf-8"))


def cases():
    """The people of the Missouri cases, as parsed JSON."""
    lines = (ROOT / "tests" / "cases" / "us-mo.jsonl").read_text(encoding="utf-8").splitlines()
    return [json.loads(line) for line in lines]


def everybody():
    """All of them."""
    names = sorted(path.stem for path in (ROOT / "examples").glob("*.json"))
    return [*map(example, names), person_of_ten(), *cases()]


def a_person(*charges, **about):
    """A record of one Missouri case with these charges."""
    case = {"case_id": "c1", "jurisdiction": "us-mo", "charges": list(charges)}
    return {"as_of": "2026-11-23", "person": {}, "cases": [case], **about}
