"""A real Spark on this machine, and a synthetic state for it."""

import importlib.util
import os
import shutil
import sys
from datetime import date
from pathlib import Path

import pytest

from homeward.sample import Order, make_sample
from homeward.screen.running import screen
from homeward.screen.wish import Wish
from homeward.sources.loading import LoadWish, load

HERE = Path(__file__).parent
DAY = date(2026, 11, 23)
WISH = Wish(DAY, DAY)
NAMES = ("people", "cases", "charges")
LACKING = [name for name, found in (
    ("PySpark (pip install 'homeward[spark]')", importlib.util.find_spec("pyspark")),
    ("Java 17 or newer (Debian: openjdk-17-jre-headless)", shutil.which("java")),
) if not found]  # fmt: skip


def pytest_collection_modifyitems(items):
    if LACKING and not os.environ.get("CI"):
        reason = f"not installed: {', '.join(LACKING)}"
        for item in items:
            if HERE in item.path.parents:
                item.add_marker(pytest.mark.skip(reason=reason))


@pytest.fixture(scope="session")
def spark():
    from pyspark.sql import SparkSession

    os.environ["PYSPARK_PYTHON"] = sys.executable
    os.environ["SPARK_LOCAL_IP"] = "127.0.0.1"
    session = (
        SparkSession.builder.master("local[2]")
        .config("spark.ui.enabled", "false")
        .config("spark.sql.shuffle.partitions", "2")
        .getOrCreate()
    )
    session.sparkContext.setLogLevel("ERROR")
    yield session
    session.stop()


@pytest.fixture(scope="session")
def state(tmp_path_factory):
    """Two hundred people, one of them with thousands of charges."""
    out = tmp_path_factory.mktemp("state")
    make_sample(Order("us-mo", people=200, seed=5, out=out / "us-mo", heavy=1))
    return out / "us-mo"


@pytest.fixture(scope="session")
def on_one_machine(state, tmp_path_factory):
    """The same state, loaded and screened by DuckDB alone."""
    out = tmp_path_factory.mktemp("one-machine")
    load([f"{name}={state / name}.parquet" for name in NAMES], LoadWish(out / "store"))
    screen(out / "store", out / "results", WISH)
    return out / "results"


def read(spark, state):
    return {name: spark.read.parquet(str(state / f"{name}.parquet")) for name in NAMES}
