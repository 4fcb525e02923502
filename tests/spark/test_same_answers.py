"""Spark gives the very rows that one machine gives."""

import json

import duckdb
import pytest

from tests.spark.conftest import NAMES, WISH, read

pytestmark = [
    pytest.mark.slow,
    pytest.mark.filterwarnings("ignore::FutureWarning", "ignore::ResourceWarning"),
]
FOLDERS = ("answers.charge.parquet", "answers.case.parquet", "answers.person.parquet",
           "people.parquet")  # fmt: skip


def screened(tables, partitions=1):
    """The answers to some tables; Spark is imported only where it is there."""
    from homeward.spark import SparkTerms, screen_tables

    return screen_tables(tables, WISH, SparkTerms(partitions=partitions))


def rows_of(found):
    return sorted(map(repr, found))


def one_machine(results, folder, columns):
    table = duckdb.read_parquet(str(results / folder / "part-*.parquet"))
    assert table.columns == columns
    return rows_of(table.fetchall())


@pytest.mark.parametrize("partitions", [1, 3, 7])
def test_the_rows_do_not_depend_on_the_engine(spark, state, on_one_machine, partitions):
    answers = screened(read(spark, state), partitions)
    assert [*answers.tables] == [f for f in FOLDERS if (on_one_machine / f).exists()]
    for folder, table in answers.tables.items():
        found = rows_of(tuple(row) for row in table.collect())
        assert found == one_machine(on_one_machine, folder, table.columns), folder
    told = json.loads((on_one_machine / "dictionary.json").read_text(encoding="utf-8"))
    assert json.loads(json.dumps(answers.dictionary)) == told["columns"]
    answers.whole.unpersist()


def test_rows_in_error_are_set_aside_and_the_rest_is_answered(spark, state):
    from pyspark.sql import functions

    tables = read(spark, state)
    wrong = functions.expr("CASE WHEN severity = 'misdemeanor' THEN 'green' ELSE severity END")
    tables["charges"] = tables["charges"].withColumn("severity", wrong)
    bad = tables["charges"].where("severity = 'green'").count()
    answers = screened(tables, 3)
    totals = [json.loads(row["told"])["loaded"]["charges"] for row in answers.done.collect()]
    read_, kept, aside = (
        sum(one[name] for one in totals) for name in ("read", "kept", "set_aside")
    )
    assert (read_, kept) == (tables["charges"].count(), read_ - aside)
    assert answers.tables["answers.charge.parquet"].count() == kept
    told = answers.set_aside.where("field = 'charge.severity' AND value = 'green'")
    assert told.count() == bad > 0
    assert {row["file"] for row in told.collect()} == {"charges"}
    answers.whole.unpersist()


def test_a_place_that_each_case_names_decides_which_law_is_asked(spark, state):
    from pyspark.sql import functions

    tables = read(spark, state)
    tables["cases"] = tables["cases"].withColumn("jurisdiction", functions.lit("us-wy"))
    answers = screened(tables, 2)
    assert [group.laws for group in answers.asked.groups] == [("us",)]  # federal law, everywhere
    assert (
        answers.asked.without_rules["us-wy"]
        == tables["cases"].select("person_id").distinct().count()
    )
    answers.whole.unpersist()


@pytest.mark.parametrize("name", NAMES)
def test_a_table_that_does_not_say_whose_its_rows_are(spark, state, name):
    from homeward.spark.problem import SparkError

    tables = read(spark, state)
    tables[name] = tables[name].drop("person_id")
    with pytest.raises(SparkError, match=f"{name}: no column says whose a row is.*join person_id"):
        screened(tables)
