"""Missouri's automatic closure against the law before it, by the file that is shipped."""

import pyarrow.parquet as pq
from click.testing import CliRunner
from tests.screen.stores import charge, person, write_store

from homeward.cli import main

PEOPLE = [
    person("drug", charge(statute="579.015")),  # one of the four offenses, long done
    person("other", charge(statute="574.010")),
]


def test_only_the_drug_offense_gains_and_only_from_the_day_that_it_operates(tmp_path):
    store = write_store(tmp_path / "store", PEOPLE, partitions=1)
    done = CliRunner().invoke(main, [
        "reform", "--against", "before-sb-1421", "--data", str(store), "--out",
        str(tmp_path / "out"), "--as-of", "2026-11-23", "--question", "clear.automatic", "--quiet",
    ])  # fmt: skip
    assert done.exit_code == 0, done.output
    found = pq.read_table(tmp_path / "out" / "today" / "differences.charge.parquet").to_pylist()
    days = {row["person_id"]: (str(row["before:soonest"]), str(row["after:soonest"]))
            for row in found}  # fmt: skip
    assert days == {"drug": ("2200-12-31", "2027-01-01")}  # the other is never cleared so
