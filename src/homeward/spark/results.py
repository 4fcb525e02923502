"""The answers of Spark as a folder of results, the same as one machine writes."""

from __future__ import annotations

import csv
import json
import shutil
import time
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from pyspark.sql import DataFrame

from homeward.screen.people import main_question
from homeward.screen.report import SHAPE, added, added_up, law_versions, notes
from homeward.screen.results import DICTIONARY, REPORT, WORK, publish, write_json
from homeward.screen.run_record import locked
from homeward.screen.running import meaning
from homeward.screen.status import questions_in
from homeward.screen.store import SET_ASIDE, SET_ASIDE_COLUMNS
from homeward.screen.wish import Wish
from homeward.spark.screening import SparkAnswers
from homeward.spark.task import TOLD


def write_results(answers: SparkAnswers, wish: Wish, out: Path) -> dict[str, Any]:
    """Write the answers to a folder of the driver's disk, whole or not at all; the report.

    Raises:
        ScreenError: when the folder is in use.
    """
    started = time.monotonic()
    with locked(out):
        work = out / WORK
        shutil.rmtree(work, ignore_errors=True)
        work.mkdir()
        for folder, table in answers.tables.items():
            table.write.parquet(str(work.absolute() / folder))
        set_aside = _write_set_aside(answers.set_aside, work / SET_ASIDE)
        write_json(work / DICTIONARY, meaning(wish, answers.dictionary))
        parts = [json.loads(row[TOLD]) for row in answers.done.collect()]
        told = _report(answers, wish, parts, set_aside)
        told["seconds"] = round(time.monotonic() - started, 3)
        write_json(work / REPORT, told)
        publish(work, out, told["files"])
    return told


def _write_set_aside(rows: DataFrame, file: Path) -> int:
    """Write what was set aside, a few rows at a time; how many there are."""
    count = 0
    with file.open("w", encoding="utf-8", newline="") as lines:
        writer = csv.writer(lines)
        writer.writerow(SET_ASIDE_COLUMNS)
        for row in rows.toLocalIterator():
            writer.writerow([row[name] for name in SET_ASIDE_COLUMNS])
            count += 1
    return count


def _report(
    answers: SparkAnswers, wish: Wish, parts: list[dict[str, Any]], problems: int
) -> dict[str, Any]:
    rows = _rows(parts)
    charges = answers.dictionary.get("charge", {})
    return {
        "homeward": SHAPE,
        "finished_at": datetime.now(UTC).isoformat(timespec="seconds"),
        "engine": "spark",
        "wish": wish.told(),
        "run": {"wish": wish.told(), "store": None},
        "law": law_versions(wish, answers.asked),
        "people": rows["people"]["answered"],
        "rows": rows,
        "set_aside": sum(one["set_aside"] for one in rows.values()),
        "problems": problems,
        "answers": added(part["counts"] for part in parts),
        "people_asked_again": sum(part["again"] for part in parts),
        "people_question": main_question(questions_in(list(charges)), wish.questions),
        "notes": list(notes(answers.asked)),
        "files": [*answers.tables, DICTIONARY, SET_ASIDE],
        "partitions": [{"number": number, "seconds": part["seconds"], "again": part["again"]}
                       for number, part in enumerate(parts)],
    }  # fmt: skip


def _rows(parts: Sequence[Mapping[str, Any]]) -> dict[str, dict[str, int]]:
    """For each kind of row: how many were read, set aside and answered."""
    totals: dict[str, dict[str, int]] = {}
    for part in parts:
        for folder, one in part["loaded"].items():
            total = totals.setdefault(folder, dict.fromkeys(one, 0))
            for name, count in one.items():
                total[name] += count
    return added_up(totals, [part["rows"] for part in parts])
