"""One sample that several tests look at."""

import duckdb
import pytest

from homeward.sample import Order, make_sample

PEOPLE = 50_000


@pytest.fixture(scope="session")
def state(tmp_path_factory):
    """The tables of 50,000 people, as a database."""
    folder = tmp_path_factory.mktemp("state")
    make_sample(Order("us-mo", PEOPLE, folder, seed=20))
    with duckdb.connect() as database:
        database.execute("SET enable_progress_bar = false")
        for table in ("people", "cases", "charges"):
            path = folder / f"{table}.parquet"
            database.execute(f"CREATE VIEW {table} AS FROM read_parquet('{path}')")
        database.execute("CREATE VIEW tried AS FROM charges JOIN cases USING (case_id)")
        database.execute(
            "CREATE VIEW each_person AS SELECT person_id, count(*) AS n FROM charges GROUP BY 1"
        )
        yield database
