"""California's research file: reading it, and deciding Proposition 64 from it, beside plain loops.

Run: ``.venv/bin/python -m benchmarks.california --rows 200000`` (Linux). The file is made up
and the same for the same seed; rows of a person do not stand together. The slow alternative
is a loop over ``csv.DictReader`` that gathers each person's convictions and decides by a
county's choices; the floor is ``csv.reader`` looking at every row and doing nothing. Each
runs in a process of its own. A loop tells only its own seconds; those of ``homeward`` hold
its start as well. ``--screen`` also asks ``clear.prop64`` of the file, where the law has it;
what comes after ``--screen`` goes to ``homeward screen``, so that the county's choices can
be laid over the law.
"""

from __future__ import annotations

import argparse
import csv
import json
import os
import random
import subprocess
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from pathlib import Path

from benchmarks.peak import own_peak_mb, peak_mb
from benchmarks.screen import Cost
from homeward import law
from homeward.sources.formats.ca_doj.values import names

SEED, AS_OF, QUESTION = 7, date(2019, 11, 11), "clear.prop64"
TOGETHER = 2_000
"""The rows of so many people are mixed with one another."""

FELONIES, LONGER = 0.6, 0.3
"""How many counts are felonies, and how many convictions have a sentence of two parts."""

CANNABIS = ("11357", "11358", "11359", "11360")
DISMISS, REDUCE = CANNABIS[:2], CANNABIS[2:]
AGE, YEARS = 57, 10
"""What a county chose: sections to dismiss and to reduce, an age, years since the conviction."""

_OFFENSES = (
    "11357(C) HS-POSSESS MARIJUANA", "11358 HS-CULTIVATE MARIJUANA",
    "11359 HS-POSSESS MARIJUANA FOR SALE", "11360(A) HS-SELL MARIJUANA",
    "459 PC-BURGLARY", "484(A) PC-THEFT", "242 PC-BATTERY", "23152(A) VC-DUI",
)  # fmt: skip
_ENDS = ("CONVICTED-JAIL", "CONVICTED-PROB/JAIL", "CONVICTED-PRISON", "DISMISSED/FURTHERANCE",
         "ACQUITTED")  # fmt: skip
Row = dict[str, str]


def _rows_of(person: int, draw: random.Random) -> Iterator[Row]:
    """The rows of one made-up person: arrests, counts before a court, parts of sentences."""
    born = date(1940, 1, 1) + timedelta(days=draw.randrange(20_000))
    whose = {"SUBJECT_ID": str(person), "PRI_NAME": f"MUÑOZ,PERSON {person}",
             "PRI_DOB": f"{born:%Y%m%d}", "STP_ORI_CNTY_NAME": "SACRAMENTO"}  # fmt: skip
    for cycle in range(101, 102 + draw.randrange(4)):
        on = born + timedelta(days=18 * 366 + draw.randrange(7_000))
        for count in range(1, 2 + draw.randrange(3)):
            felony = draw.random() < FELONIES
            charged = whose | {
                "CYC_DATE": f"{on:%Y%m%d}",
                "STP_EVENT_DATE": f"{on:%Y%m%d}",
                "STP_TYPE_DESCR": "ARREST/DETAINED/CITED",
                "CNT_ORDER": f"{cycle:03}001{count:03}000",
                "OFFENSE_DESCR": draw.choice(_OFFENSES),
                "OFFENSE_TOC": "F" if felony else "M",
            }
            yield charged
            ended = draw.choice(_ENDS)
            in_court = charged | {
                "STP_TYPE_DESCR": "COURT ACTION",
                "STP_EVENT_DATE": f"{on + timedelta(days=60):%Y%m%d}",
                "DISP_DESCR": ended,
            }
            if not ended.startswith("CONVICTED"):
                yield in_court | {"CNT_ORDER": f"{cycle:03}002{count:03}000"}
                continue
            convicted = in_court | {"CONV_STAT_DESCR": "FELONY" if felony else "MISDEMEANOR"}
            for part in range(1, 2 + (draw.random() < LONGER)):
                yield convicted | {
                    "CNT_ORDER": f"{cycle:03}002{count:03}{part:03}",
                    "SENT_LOC_DESCR": "JAIL",
                    "SENT_LENGTH": str(draw.randrange(1, 365)),
                    "SENT_TIME_CODE": "D",
                }


def made(path: Path, rows: int) -> int:
    """Write a file of at least so many rows; how many there are.

    Each row also has the text of the columns that nothing reads, as the real file has.
    """
    draw, written, person = random.Random(SEED), 0, 0  # noqa: S311 - made-up rows, no secret
    filled = dict.fromkeys(names(), "  -  ") | {"REQ_NAME": "REQUEST", "END_OF_REC": "E"}
    with path.open("w", encoding="latin-1", newline="") as file:
        out = csv.DictWriter(file, names())
        out.writeheader()
        while written < rows:
            some = [row for whose in range(person, person + TOGETHER)
                    for row in _rows_of(whose, draw)]  # fmt: skip
            some = some[: rows - written]
            draw.shuffle(some)
            out.writerows(filled | {"RECORD_ID": str(place)} | row
                          for place, row in enumerate(some, written))  # fmt: skip
            written, person = written + len(some), person + TOGETHER
    return written


def floor(path: Path) -> dict[str, int]:
    """Every row once, through the reader of the standard library."""
    with path.open(encoding="latin-1", newline="") as file:
        return {"rows": sum(1 for _ in csv.reader(file)) - 1}


def loop(path: Path) -> dict[str, int]:
    """Decide each cannabis conviction by the county's choices, as one writes it by hand."""
    born: dict[str, date | None] = {}
    counts: defaultdict[str, dict[str, Row]] = defaultdict(dict)
    with path.open(encoding="latin-1", newline="") as file:
        for row in csv.DictReader(file):
            whose = row["SUBJECT_ID"]
            born.setdefault(whose, _day(row["PRI_DOB"]))
            if row["STP_TYPE_DESCR"] == "COURT ACTION" and row["DISP_DESCR"].startswith("CONV"):
                counts[whose].setdefault(row["CNT_ORDER"][:9], row)
    found = {"convictions": 0, "dismissed": 0, "reduced": 0}
    for whose, convictions in counts.items():
        for row in convictions.values():
            found["convictions"] += 1
            decided = _decided(row, born[whose])
            if decided:
                found[decided] += 1
    return found


def _decided(row: Row, born: date | None) -> str:
    """The first of the county's choices that holds, or nothing."""
    section, on = row["OFFENSE_DESCR"].split("-")[0], _day(row["STP_EVENT_DATE"])
    if not any(number in section for number in CANNABIS):
        return ""
    if row["CONV_STAT_DESCR"] != "FELONY" or any(number in section for number in DISMISS):
        return "dismissed"
    if (born and _later(born, AGE) <= AS_OF) or (on and _later(on, YEARS) <= AS_OF):
        return "dismissed"
    return "reduced" if any(number in section for number in REDUCE) else ""


def _later(day: date, years: int) -> date:
    """So many years on; 29 February becomes 1 March where there is none."""
    try:
        return day.replace(year=day.year + years)
    except ValueError:
        return date(day.year + years, 3, 1)


def _day(written: str) -> date | None:
    text = written.strip(" -")
    return date(int(text[:4]), int(text[4:6]), int(text[6:])) if text else None


LOOPS: dict[str, Callable[[Path], dict[str, int]]] = {"floor": floor, "loop": loop}


def alone(which: str, path: Path) -> tuple[Cost, dict[str, int]]:
    """What a loop costs in a process of its own, and what it found."""
    command = [sys.executable, "-m", "benchmarks.california", "--only", which, str(path)]
    told = json.loads(subprocess.run(command, check=True, capture_output=True).stdout)
    return Cost(*told["cost"]), told["found"]


def homeward(*command: str) -> Cost:
    """What a command of ``homeward`` costs, its start with it."""
    before, began = os.times(), time.perf_counter()
    peak = peak_mb(Path(os.devnull), *command)
    after = os.times()
    work = (after.children_user - before.children_user
            + after.children_system - before.children_system)  # fmt: skip
    return Cost(time.perf_counter() - began, work, peak)


def convicted(folder: Path) -> int:
    """How many convictions a conversion wrote."""
    with (folder / "charges.csv").open(encoding="utf-8", newline="") as file:
        return sum(row["disposition"] == "convicted" for row in csv.DictReader(file))


def main(rows: int, screen: list[str] | None) -> None:
    """Measure a file of so many rows, and print its table."""
    body = law.body("us-ca")
    asked_of = {rule.family or rule.question for rule in body.rules.values()} if body else set()
    if screen is not None and QUESTION not in asked_of:
        msg = f"the law of us-ca has no {QUESTION} yet: leave --screen out"
        raise SystemExit(msg)
    with tempfile.TemporaryDirectory() as folder:
        here = Path(folder)
        path = here / "research.csv"
        count = made(path, rows)
        print(f"{count:,} rows, {path.stat().st_size / 1e6:.0f} MB")
        costs = {"csv.reader": alone("floor", path)[0]}
        costs["csv.DictReader"], found = alone("loop", path)
        out = ("--out", str(here / "converted"))
        costs["homeward convert"] = homeward("convert", "ca-doj", str(path), *out)
        if screen is not None:
            asked = ("--question", QUESTION, "--as-of", str(AS_OF), "--quiet", *screen)
            costs["homeward screen"] = homeward(
                "screen", str(path), "--out", str(here / "screened"), *asked
            )
        told(count, costs)
        print(f"by the loop: {', '.join(f'{number:,} {what}' for what, number in found.items())}")
        if convicted(here / "converted") != found["convictions"]:
            msg = "the conversion has another number of convictions than the loop"
            raise SystemExit(msg)


def told(rows: int, costs: dict[str, Cost]) -> None:
    """Print what each took, and how often it fits in the loop and the floor in it."""
    least, slow = costs["csv.reader"], costs["csv.DictReader"]
    print(f"{'':<18} {'seconds':>8} {'work':>8} {'us a row':>9} {'x floor':>8} {'loop / it':>10} "
          f"{'of work':>8} {'peak MB':>8}")  # fmt: skip
    for name, cost in costs.items():
        print(f"{name:<18} {cost.seconds:>8.2f} {cost.work:>8.2f} {cost.seconds / rows * 1e6:>9.2f}"
              f" {cost.seconds / least.seconds:>8.2f} {slow.seconds / cost.seconds:>10.2f}"
              f" {slow.work / cost.work:>8.2f} {cost.peak:>8.0f}")  # fmt: skip


def run_alone(which: str, path: Path) -> None:
    """Run one loop here, and tell what it cost and found."""
    began, worked = time.perf_counter(), time.process_time()
    found = LOOPS[which](path)
    cost = (time.perf_counter() - began, time.process_time() - worked, own_peak_mb())
    print(json.dumps({"cost": cost, "found": found}))


if __name__ == "__main__":
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--rows", type=int, default=200_000)
    options.add_argument("--screen", nargs=argparse.REMAINDER, help="also ask clear.prop64")
    options.add_argument("--only", nargs=2, help=argparse.SUPPRESS)
    wish = options.parse_args()
    if wish.only:
        run_alone(wish.only[0], Path(wish.only[1]))
    else:
        main(wish.rows, wish.screen)
