"""Screen a state on a small cluster in which an executor is killed while it works.

Run as a program, because a process can have one Spark only:
``python lost_executor.py STATE MARK``. It prints the number of rows and a digest of
them, and removes MARK when it has killed.
"""

import hashlib
import os
import signal
import sys
from datetime import date
from pathlib import Path

os.environ["PYSPARK_PYTHON"] = sys.executable
os.environ["SPARK_LOCAL_IP"] = "127.0.0.1"

FOLDER = "answers.charge.parquet"


def parent_of(process):
    return int(
        Path(f"/proc/{process}/stat").read_text(encoding="utf-8").rpartition(")")[2].split()[1]
    )


def digest(rows):
    return hashlib.sha256("\n".join(sorted(map(repr, rows))).encode()).hexdigest()


def killing(mark):
    """Kills the executor that it runs in, once, when the first answers come."""

    def kill_once(batches):
        for batch in batches:
            try:
                Path(mark).unlink()
            except FileNotFoundError:
                pass
            else:  # this worker's parent is Python's daemon, and that one's is the executor
                os.kill(parent_of(os.getppid()), signal.SIGKILL)
            yield batch

    return kill_once


def main(state, mark):
    from pyspark.sql import SparkSession

    from homeward.screen.wish import Wish
    from homeward.spark import SparkTerms, screen_tables

    spark = (
        SparkSession.builder.master("local-cluster[2,1,1024]")
        .config("spark.ui.enabled", "false")
        .config("spark.executor.memory", "768m")
        .getOrCreate()
    )
    spark.sparkContext.setLogLevel("OFF")
    tables = {
        name: spark.read.parquet(f"{state}/{name}.parquet")
        for name in ("people", "cases", "charges")
    }
    day = date(2026, 11, 23)
    answers = screen_tables(tables, Wish(day, day), SparkTerms(partitions=4))
    charges = answers.tables[FOLDER]
    # Spark takes a dot in the name of a column for a part of it, here
    charges = charges.toDF(*(f"c{number}" for number in range(len(charges.columns))))
    rows = charges.mapInArrow(killing(mark), charges.schema).collect()
    sys.stdout.write(f"{len(rows)} {digest(tuple(row) for row in rows)}\n")
    spark.stop()


if __name__ == "__main__":
    main(*sys.argv[1:])
