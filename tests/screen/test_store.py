"""A store on disk: what its columns are, and what is said when it is not whole."""

import json

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from homeward import law
from homeward.screen.arrow_form import schema
from homeward.screen.problem import StoreError
from homeward.screen.store import FOLDERS, Description, Store, part, silent

FACTS = ("person.birth_date", "case.jurisdiction", "charge.offense_date", "charge.severity")
PEOPLE, PARTITIONS = 5, 2


def write_store(path, facts=FACTS, **changes):
    """A store of five people with a case and a charge each, in two partitions."""
    words = [law.vocabulary()[name] for name in facts]
    for table in ("person", "case", "charge"):
        (path / FOLDERS[table]).mkdir(parents=True)
        for number in range(PARTITIONS):
            keys = [key for key in range(PEOPLE) if key % PARTITIONS == number]
            wanted = schema(table, words)
            rows = [{"person_key": key, "case_key": key, "row_id": key} for key in keys]
            pq.write_table(pa.Table.from_pylist(rows, schema=wanted), part(path, table, number))
    rows = {"people": PEOPLE, "cases": PEOPLE, "charges": PEOPLE, "set_aside": 0}
    (path / "set_aside.csv").write_text("file,row,field,value,problem,fix\n")
    Description(**{"partitions": PARTITIONS, "rows": rows, "facts": facts, **changes}).write(path)
    return path


def test_a_store_that_is_whole_is_opened(tmp_path):
    store = Store.open(write_store(tmp_path / "mo"), law.vocabulary())
    assert list(store.partitions) == [0, 1]
    held = [fact.name for fact in store.held("charge")]
    assert held == ["charge.offense_date", "charge.severity"]
    assert store.description.rows["charges"] == PEOPLE


def test_the_description_says_which_version_of_a_store_it_is(tmp_path):
    told = json.loads((write_store(tmp_path / "mo") / "store.json").read_text())
    assert told["homeward_store"] == 1
    assert told["partitions"] == PARTITIONS


def cut(path):
    file = path / "charges" / "part-0001.parquet"
    file.write_bytes(file.read_bytes()[:-7])


def lose(path):
    (path / "cases" / "part-0000.parquet").unlink()


def lose_what_was_set_aside(path):
    (path / "set_aside.csv").unlink()


def leave_unfinished(path):
    (path / "store.json").unlink()


def make_older(path):
    told = json.loads((path / "store.json").read_text())
    (path / "store.json").write_text(json.dumps(told | {"homeward_store": 0}))


def write_over(path):
    (path / "store.json").write_text("[")


def leave_out(path):
    told = json.loads((path / "store.json").read_text())
    del told["facts"]
    (path / "store.json").write_text(json.dumps(told))


def name_a_strange_fact(path):
    told = json.loads((path / "store.json").read_text())
    told["facts"].append("charge.color")
    (path / "store.json").write_text(json.dumps(told))


def change_the_type(path):
    file = path / "charges" / "part-0000.parquet"
    rows = pq.read_table(file)
    place = rows.schema.get_field_index("charge.offense_date")
    wrong = pa.array([20200301] * len(rows), pa.int64())
    pq.write_table(rows.set_column(place, "charge.offense_date", wrong), file)


def drop_a_column(path):
    file = path / "people" / "part-0001.parquet"
    pq.write_table(pq.read_table(file).drop_columns(["person.birth_date"]), file)


def lose_a_row(path):
    file = path / "people" / "part-0001.parquet"
    pq.write_table(pq.read_table(file).slice(1), file)


@pytest.mark.parametrize(
    ("harm", "said"),
    [
        pytest.param(cut, "part-0001.parquet is not whole", id="a part is cut short"),
        pytest.param(lose, "part-0000.parquet is not there", id="a part is gone"),
        pytest.param(leave_unfinished, "is not a store", id="loading was not finished"),
        pytest.param(lose_what_was_set_aside, "set_aside.csv is not there", id="a list is gone"),
        pytest.param(make_older, "version 0, not 1", id="it is of an older version"),
        pytest.param(write_over, "cannot be read", id="its description is no JSON"),
        pytest.param(leave_out, "does not say what a store must say ('facts')",
                     id="its description lacks something"),
        pytest.param(name_a_strange_fact, "charge.color is not a fact", id="it has a strange fact"),
        pytest.param(change_the_type, "charge.offense_date is BIGINT, and must be DATE",
                     id="a fact's column is of the wrong type"),
        pytest.param(drop_a_column, "person.birth_date is missing", id="a fact's column is gone"),
        pytest.param(lose_a_row, "holds 4 rows, and store.json says 5", id="a row is gone"),
    ],
)  # fmt: skip
def test_what_is_wrong_with_a_store_is_named_with_the_fix(tmp_path, harm, said):
    path = write_store(tmp_path / "mo")
    harm(path)
    with pytest.raises(StoreError) as problem:
        Store.open(path, law.vocabulary())
    assert said in str(problem.value)
    assert "oad the data again" in str(problem.value) or "homeward load" in str(problem.value)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        pytest.param("charge.offense_date", None, id="a missing date is no date"),
        pytest.param("charge.severity", None, id="a missing code is unknown"),
        pytest.param("person.cdl_holder", 1, id="a missing yes or no is unknown"),
        pytest.param("person.deceased", 0, id="what a record would show has not happened"),
        pytest.param("person.record_complete", 2, id="a record is complete unless it says not"),
    ],
)
def test_a_silent_cell_means_what_the_fact_declares(name, value):
    assert silent(law.vocabulary()[name]) == value
