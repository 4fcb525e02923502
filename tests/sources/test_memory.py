"""A loading in little memory, whatever the size of the data."""

import subprocess

import pytest
from benchmarks.peak import PEAK_OF

from homeward import law
from homeward.screen.store import Store
from homeward.sources import LoadError, LoadWish, load, loading, spool
from tests.sources.stores import names, peak, rows, run


def test_a_source_read_in_many_stretches_is_the_same_store(tmp_path, charges, monkeypatch):
    load([charges], LoadWish(tmp_path / "whole", partitions=3))
    monkeypatch.setattr(spool, "_STRETCH_ROWS", 700)
    monkeypatch.setattr(spool, "_BATCH_ROWS", 100)
    result = load([charges], LoadWish(tmp_path / "store", partitions=3))
    assert (result.totals["charges"].read, result.totals["charges"].kept) == (4_000, 4_000)
    assert rows(tmp_path / "store", "charges") == rows(tmp_path / "whole", "charges")


def test_a_source_that_ends_with_a_stretch_is_the_same_store(tmp_path, charges, monkeypatch):
    monkeypatch.setattr(spool, "_STRETCH_ROWS", 2_000)
    monkeypatch.setattr(spool, "_BATCH_ROWS", 2_000)
    result = load([charges], LoadWish(tmp_path / "store"))
    assert result.totals["charges"].kept == 4_000 == len(rows(tmp_path / "store", "charges"))


def test_what_the_engine_has_too_little_memory_for_is_said(tmp_path, charges, monkeypatch):
    monkeypatch.setattr(loading, "_LEAST_MB", 1)
    with pytest.raises(LoadError, match=r"not enough memory\. Give more with --memory-limit"):
        load([charges], LoadWish(tmp_path / "store", memory_mb=1))
    assert names(tmp_path) == ["charges.csv"]


@pytest.fixture(scope="module")
def sample(tmp_path_factory):
    """Some 700,000 charges."""
    folder = tmp_path_factory.mktemp("sample") / "data"
    made = ["sample", "us-mo", "--people", "200000", "--out", str(folder), "--quiet"]
    subprocess.run([*PEAK_OF, *made], check=True,
                   capture_output=True)  # fmt: skip
    return folder


@pytest.mark.slow
@pytest.mark.parametrize(
    ("limit", "partitions", "most"),
    [
        pytest.param("300", "5", 310, id="as many partitions as usual"),
        pytest.param("300", "70", 310, id="as many partitions as ten million charges have"),
        pytest.param("256", "5", 300, id="the least that may be asked for"),
    ],
)
def test_the_memory_limit_holds(tmp_path, sample, limit, partitions, most):
    """What homeward imports takes 115 MB by itself."""
    done = run(sample, tmp_path / "store", "--memory-limit", limit, "--partitions", partitions)
    assert done.returncode == 0, done.stderr
    assert peak(done) < most
    Store.open(tmp_path / "store", law.vocabulary())


@pytest.mark.slow
def test_a_million_bad_rows_are_set_aside_one_by_one(tmp_path):
    path = tmp_path / "charges.csv"
    with path.open("w") as file:
        file.write("charge_id,case_id,person_id,severity,offense_date\n")
        for n in range(500_000):
            file.write(f"1,c{n},p{n},felony\n2,c{n},q{n},felony,2021-02-29\n")
            if n % 100 == 0:
                file.write(f"3,c{n},r{n},felony,2024-02-29\n")
    done = run(path, tmp_path / "store")
    assert done.returncode == 1, done.stderr
    assert peak(done) < 400
    assert len(rows(tmp_path / "store", "charges")) == 5_000
    with (tmp_path / "store" / "set_aside.csv").open() as file:
        assert sum(1 for _ in file) == 1 + 1_000_000
    store = Store.open(tmp_path / "store", law.vocabulary())
    assert store.description.loading["totals"]["charges"] == {
        "read": 1_005_000, "kept": 5_000, "set_aside": 1_000_000,
    }  # fmt: skip
