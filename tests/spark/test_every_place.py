"""Each place's sampled people are answered on Spark as on one machine, by every rule there."""

import duckdb
import pytest

from homeward.sample import Order, covered, make_sample
from homeward.screen.running import screen
from homeward.sources.loading import LoadWish, load
from tests.spark.conftest import NAMES, WISH, read

pytestmark = [
    pytest.mark.slow,
    pytest.mark.filterwarnings("ignore::FutureWarning", "ignore::ResourceWarning"),
]


@pytest.mark.parametrize("place", [one for one in covered() if one != "us-mo"])
def test_the_rows_do_not_depend_on_the_engine(spark, tmp_path, place):
    """Missouri's have a state of their own in the tests beside this one."""
    from homeward.spark import SparkTerms, screen_tables

    state, store, results = tmp_path / place, tmp_path / "store", tmp_path / "results"
    make_sample(Order(place, people=60, seed=3, out=state))
    load([f"{name}={state / name}.parquet" for name in NAMES], LoadWish(store))
    screen(store, results, WISH)
    answers = screen_tables(read(spark, state), WISH, SparkTerms(partitions=2))
    assert "answers.charge.parquet" in answers.tables
    for folder, table in answers.tables.items():
        alone = duckdb.read_parquet(str(results / folder / "part-*.parquet"))
        assert alone.columns == table.columns
        found = sorted(repr(tuple(row)) for row in table.collect())
        assert found == sorted(map(repr, alone.fetchall())), folder
    answers.whole.unpersist()
