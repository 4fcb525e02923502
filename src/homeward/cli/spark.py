"""``homeward screen --engine spark``: the user's tables through Spark, the same answers out."""

from __future__ import annotations

import importlib.util
import os
import sys
from collections.abc import Sequence
from pathlib import Path

import click

from homeward.cli.screen import BAD_USE, DONE, SOME_ASIDE, Call, lines
from homeward.rules.problem import LawError
from homeward.screen.problem import ScreenError
from homeward.sources.problem import LoadError

_LACKING = (
    "homeward: Spark is not installed here: pip install 'homeward[spark]'. It also needs a Java "
    "runtime, 17 or newer (Debian: apt install openjdk-17-jre-headless)"
)


def screen_on_spark(data: Sequence[str], out: Path, call: Call) -> int:
    """Screen tables on the Spark around us (spark-submit's, or this machine); the exit code."""
    if importlib.util.find_spec("pyspark") is None:
        click.echo(_LACKING, err=True)
        return BAD_USE
    from pyspark.sql import SparkSession

    from homeward.spark import SparkTerms, screen_tables
    from homeward.spark.reading import tables_named
    from homeward.spark.results import write_results

    os.environ.setdefault("PYSPARK_PYTHON", sys.executable)
    spark = SparkSession.builder.appName("homeward screen").getOrCreate()
    try:
        wish = call.wish()
        terms = SparkTerms(memory=call.memory, mapping=call.mapping)
        answers = screen_tables(tables_named(spark, data), wish, terms)
        told = write_results(answers, wish, out)
        answers.whole.unpersist()
    except (ScreenError, LoadError, LawError) as problem:
        click.echo(f"homeward: {problem}", err=True)
        return BAD_USE
    finally:
        spark.stop()
    if not call.quiet:
        for line in lines(out, told):
            click.echo(line)
    return SOME_ASIDE if told["set_aside"] else DONE
