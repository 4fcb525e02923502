"""One person: how long all answers take, beside the same conditions as plain Python.

Run: ``.venv/bin/python -m benchmarks.one_person [--lines 10000]``. Times are
medians on this machine; read the ratios. The last part explains a file of that
many lines, and a tenth of it, with the command line: the cost of a person and
the memory should be the same (the memory is told on Linux only).
"""

from __future__ import annotations

import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from argparse import ArgumentParser
from collections.abc import Callable
from datetime import date
from pathlib import Path

from benchmarks.peak import peak_mb
from homeward import law
from homeward.explain import Explainer
from homeward.explain.session import Session
from homeward.facts import read_record

AS_OF = date(2026, 11, 23)
HOMEWARD = str(Path(sys.executable).with_name("homeward"))


def person_of_ten() -> dict[str, object]:
    """An invented person with ten charges of many kinds."""
    kinds = [
        ("570.030", "felony", "D"), ("569.120", "misdemeanor", "B"), ("579.015", "felony", "D"),
        ("577.010", "misdemeanor", "B"), ("574.010", "misdemeanor", "B"),
        ("565.052", "felony", "B"), ("304.010", "infraction", None),
        ("311.325", "misdemeanor", "D"), ("571.030.1(4)", "felony", "E"),
        ("569.170", "felony", "D"),
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


def seconds(*command: str) -> float:
    """How long a command takes, its output thrown away."""
    start = time.perf_counter()
    subprocess.run([HOMEWARD, *command], check=True, stdout=subprocess.DEVNULL)
    return time.perf_counter() - start


def one_person() -> None:
    """Print the table for one person, warm."""
    data, words = person_of_ten(), law.vocabulary()
    explainer = Explainer(as_of=AS_OF)
    session = Session(AS_OF, engines=explainer.engines)
    bodies, _ = session.bodies(read_record(data, words))
    charges = [case["charges"][0] for case in data["cases"]]  # type: ignore[attr-defined]
    rules = sum(len(body.rules) for body in bodies)

    def spans(*questions: str) -> object:
        return list(session.spans(read_record(data, words), bodies, questions))

    floor = median_ms(lambda: plain_610_140(charges))
    rows = [
        ("610.140 by hand, plain Python, no bounds, no reading", floor),
        ("reading and checking the record", median_ms(lambda: read_record(data, words))),
        ("610.140, dates with bounds, reading included", median_ms(lambda: spans("clear.610_140"))),
        (f"all {rules} rules, dates with bounds, reading included", median_ms(spans)),
        ("all rules with reasons, as JSON, reading included",
         median_ms(lambda: explainer.explain(explainer.read(data)).as_line())),
    ]  # fmt: skip
    for name, taken in rows:
        print(f"{name:<54} {taken:8.3f} ms  {taken / floor:7.1f} x")
    cold = min(seconds("--help") for _ in range(5))
    print(f"{'homeward --help, cold':<54} {cold * 1_000:8.3f} ms")


def many_lines(lines: int) -> None:
    """Print what a person costs in a short and in a long file, and the peak of memory."""
    text, on_linux = json.dumps(person_of_ten()) + "\n", sys.platform == "linux"
    for count in (lines // 10, lines):
        with tempfile.TemporaryDirectory() as folder:
            file = Path(folder) / "people.jsonl"
            with file.open("w", encoding="utf-8") as lines_of_it:
                lines_of_it.writelines(text for _ in range(count))
            command = ("explain", str(file), "--format", "json", "--as-of", str(AS_OF))
            taken = seconds(*command)
            peak = f"{peak_mb(Path(os.devnull), *command):.0f}" if on_linux else "?"
        name = f"{count:,} JSON lines, each person"
        print(f"{name:<54} {taken / count * 1_000:8.3f} ms  peak {peak} MB")


if __name__ == "__main__":
    parser = ArgumentParser(description=__doc__)
    parser.add_argument("--lines", type=int, default=10_000, help="lines of the long file")
    chosen = parser.parse_args()
    one_person()
    many_lines(chosen.lines)
