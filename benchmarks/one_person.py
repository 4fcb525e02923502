"""One person: how long all answers take, beside the same conditions as plain Python.

Run: ``.venv/bin/python benchmarks/one_person.py``. Times are medians on this
machine; read the ratios.
"""

from __future__ import annotations

import json
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path

from homeward import law
from homeward.explain.as_json import record_as_json
from homeward.explain.session import Session
from homeward.facts import read_record

AS_OF = date(2026, 11, 23)


def person_of_ten() -> dict[str, object]:
    """An invented person with ten charges of many kinds."""
    kinds = [
        ("570.030", "felony", "D"), ("569.120", "misdemeanor", "B"), ("579.015", "felony", "D"),
        ("577.010", "misdemeanor", "B"), ("574.010", "misdemeanor", "B"),
        ("565.052", "felony", "B"), ("304.010", "infraction", None), ("311.325", "misdemeanor", "D"),
        ("571.030.1(4)", "felony", "E"), ("569.170", "felony", "D"),
    ]  # fmt: skip
    cases = []
    for index, (statute, severity, letter) in enumerate(kinds):
        year = 2001 + 2 * index
        done = f"{year + 2}-06-15"
        cases.append({
            "case_id": f"c{index}", "jurisdiction": "us-mo", "court": "circuit",
            "county": "Greene", "filed_on": f"{year}-03-01", "open": False,
            "charges": [{
                "charge_id": "1", "statute": statute, "severity": severity, "class": letter,
                "offense_date": f"{year}-02-10", "arrest_date": f"{year}-02-10",
                "disposition": "convicted", "disposition_date": f"{year}-06-15",
                "disposition_completed_on": done, "obligations_satisfied_on": done,
                "requires_sex_registration": False, "death_element": False,
            }],
        })  # fmt: skip
    person = {"birth_date": "1982-02-28", "cdl_holder": False, "prior_doc_commitments": 0}
    return {"id": "ten", "person": person, "cases": cases}


def plain_610_140(charges: list[dict[str, object]]) -> list[date]:
    """The conditions of 610.140 for the same person by hand, without bounds or reasons."""
    excluded = {"577.010", "565.052"}
    answers = []
    for charge in charges:
        years = 3 if charge["severity"] == "felony" else 1
        done = date.fromisoformat(str(charge["disposition_completed_on"]))
        paid = date.fromisoformat(str(charge["obligations_satisfied_on"]))
        other = max(
            (date.fromisoformat(str(one["disposition_date"])) for one in charges
             if one is not charge and one["severity"] in ("felony", "misdemeanor")
             and str(one["statute"])[:3] not in ("301", "302", "303", "304", "307")),
            default=date.min,
        )  # fmt: skip
        waits = [day.replace(year=day.year + years) for day in (done, other)]
        never = charge["class"] == "A" or charge["statute"] in excluded
        answers.append(date.max if never else max(*waits, paid))
    return answers


def median_ms(work: Callable[[], object], times: int = 200) -> float:
    """The median time of a piece of work in milliseconds, after warming up."""
    for _ in range(20):
        work()
    taken = []
    for _ in range(times):
        start = time.perf_counter()
        work()
        taken.append(time.perf_counter() - start)
    return statistics.median(taken) * 1_000


def help_seconds() -> float:
    """The best of five cold starts of ``homeward --help``."""
    command = [str(Path(sys.executable).with_name("homeward")), "--help"]
    taken = []
    for _ in range(5):
        start = time.perf_counter()
        subprocess.run(command, check=True, capture_output=True)
        taken.append(time.perf_counter() - start)
    return min(taken)


def main() -> None:
    """Measure and print a table."""
    data, words = person_of_ten(), law.vocabulary()
    session = Session(AS_OF)
    bodies, _ = session.bodies(read_record(data, words))

    def spans() -> object:
        return list(session.spans(read_record(data, words), bodies))

    def one_rule() -> object:
        record = read_record(data, words)
        return list(session.spans(record, bodies, ["clear.610_140"]))

    def full() -> object:
        record = read_record(data, words)
        answers = session.answers(record)
        return json.dumps(record_as_json(record, answers, [], words, AS_OF))

    charges = [case["charges"][0] for case in data["cases"]]  # type: ignore[index, attr-defined]
    rules = sum(len(body.rules) for body in bodies)
    floor = median_ms(lambda: plain_610_140(charges))
    rows = [
        ("610.140 by hand, plain Python, no bounds", floor),
        ("reading and checking the record", median_ms(lambda: read_record(data, words))),
        ("610.140, dates with bounds (reading included)", median_ms(one_rule)),
        (f"all {rules} rules, dates with bounds (reading included)", median_ms(spans)),
        ("all rules with reasons, as JSON", median_ms(full)),
    ]
    for name, taken in rows:
        print(f"{name:<58} {taken:8.3f} ms  {taken / floor:7.1f} x")
    print(f"{'homeward --help, cold':<58} {help_seconds() * 1_000:8.0f} ms")


if __name__ == "__main__":
    main()
