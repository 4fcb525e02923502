"""What goes wrong around a loading: a full disk, two at once, a sudden end; and in its files."""

import random
import resource
import signal
import subprocess
import time

import pyarrow.parquet as pq
import pytest
from filelock import FileLock
from pyarrow.csv import read_csv

from homeward.sources import LoadError, LoadWish, load
from tests.sources.stores import aside, command, held, loaded, names, rows, run, write


@pytest.fixture
def earlier(tmp_path):
    """A store of other data, where the new one is to be."""
    (other,) = write(tmp_path, other="person_id,case_id\nearlier,c1\n")
    load([f"charges={other}"], LoadWish(tmp_path / "store"))
    other.unlink()
    return held(tmp_path / "store")


# --- the disk -------------------------------------------------------------------------


@pytest.mark.parametrize(
    "share",
    [
        pytest.param(0.005, id="before the first row"),
        pytest.param(0.1, id="while the data is read"),
        pytest.param(0.99, id="while the store is written"),
    ],
)
def test_a_full_disk_is_said_and_leaves_what_was_there(tmp_path, charges, earlier, share):
    load([charges], LoadWish(tmp_path / "whole"))
    (part,) = (tmp_path / "whole" / "charges").iterdir()
    largest = int(part.stat().st_size * share)

    def no_large_files():
        resource.setrlimit(resource.RLIMIT_FSIZE, (largest, largest))

    done = run(charges, tmp_path / "store", preexec_fn=no_large_files)
    assert done.returncode == 2, done.stderr
    assert done.stderr.startswith(
        f"homeward: {tmp_path / 'store'}: there is no room left on the disk. Make room, and load"
    )
    assert names(tmp_path) == ["charges.csv", "store", "whole"]
    assert held(tmp_path / "store") == earlier


def test_a_folder_that_cannot_be_written_is_named(tmp_path, charges):
    (tmp_path / "file").write_text("no folder")
    with pytest.raises(LoadError, match=r"file/store: .*Check the permission"):
        load([charges], LoadWish(tmp_path / "file" / "store"))


# --- two at once, and a sudden end ------------------------------------------------------


def test_a_second_loading_into_the_same_store_is_refused(tmp_path, charges):
    work = tmp_path / ".store.loading"
    work.mkdir()
    with (
        FileLock(work / ".lock"),
        pytest.raises(LoadError, match="another loading is writing this store"),
    ):
        load([charges], LoadWish(tmp_path / "store"))
    assert load([charges], LoadWish(tmp_path / "store")).totals["charges"].kept == 4_000
    assert names(tmp_path) == ["charges.csv", "store"]


def test_a_store_that_had_stepped_aside_when_all_ended_is_there_again(tmp_path, charges, earlier):
    work = tmp_path / ".store.loading"
    work.mkdir()
    (tmp_path / "store").replace(work / "earlier")
    with pytest.raises(LoadError, match="no such file"):
        load([tmp_path / "none.csv"], LoadWish(tmp_path / "store"))
    assert held(tmp_path / "store") == earlier
    assert names(tmp_path) == ["charges.csv", "store"]


@pytest.mark.parametrize(
    "written",
    [
        pytest.param("spool", id="at once"),
        pytest.param("spool/**/data_0.parquet", id="while the data is read"),
        pytest.param("store/charges/*.parquet", id="while the store is written"),
    ],
)
@pytest.mark.parametrize("form", ["csv", "parquet"])
def test_a_loading_that_is_stopped_by_hand_says_so_and_leaves_what_was_there(
    tmp_path, charges, earlier, form, written
):
    (tmp_path / "data").mkdir()
    data = charges.replace(tmp_path / "data" / "charges.csv")
    if form == "parquet":
        pq.write_table(read_csv(data), data.with_suffix(".parquet"))
        data = data.with_suffix(".parquet")
    loading = subprocess.Popen(command(data, tmp_path / "store", "--partitions", "200"),
                               stderr=subprocess.PIPE, text=True)  # fmt: skip
    while not list(tmp_path.glob(f".store.loading/{written}")):
        assert loading.poll() is None
        time.sleep(0.01)
    loading.send_signal(signal.SIGINT)
    said = loading.communicate()[1]
    assert loading.returncode == 130, said
    assert said.startswith("homeward: stopped. Nothing was loaded")
    assert names(tmp_path) == ["data", "store"]
    assert held(tmp_path / "store") == earlier


@pytest.mark.slow
@pytest.mark.parametrize("seed", [1, 2])
def test_a_loading_that_is_killed_again_and_again_leaves_the_old_store_or_the_new(
    tmp_path, charges, earlier, seed
):
    dice, kills = random.Random(seed), 0  # noqa: S311  moments to kill at, not secrets
    load([charges], LoadWish(tmp_path / "whole", partitions=30))
    whole, longest = held(tmp_path / "whole"), 1.0
    while True:
        loading = subprocess.Popen(command(charges, tmp_path / "store", "--partitions", "30"))
        try:
            assert loading.wait(timeout=dice.uniform(0.4, longest)) == 0
            break
        except subprocess.TimeoutExpired:
            loading.send_signal(signal.SIGKILL)
            loading.wait()
            kills, longest = kills + 1, longest + 0.2
            apart = tmp_path / ".store.loading" / "earlier"  # from one rename to the next
            assert held(apart if apart.exists() else tmp_path / "store") in (earlier, whole)
            assert kills < 100
    assert kills >= 2
    assert held(tmp_path / "store") == whole
    assert names(tmp_path) == ["charges.csv", "store", "whole"]


# --- the data -------------------------------------------------------------------------


def test_a_line_in_another_encoding_is_set_aside_and_the_others_go_on(tmp_path):
    path = tmp_path / "charges.csv"
    good = "charge_id,case_id,person_id,description\n1,c1,p1,Café\n2,c1,p2,plain\n"
    path.write_bytes(good.encode() + "1,c2,p2,Señal\n".encode("cp1252"))
    result = loaded(tmp_path, [path])
    assert (result.totals["charges"].read, result.totals["charges"].set_aside) == (3, 1)
    (told,) = aside(tmp_path / "store")
    assert (told["row"], told["problem"]) == ("line 4", "is not text in utf-8")
    assert "--encoding" in told["fix"]
    complete = {r["person_id"]: r["person.record_complete"] for r in rows(tmp_path / "store",
                                                                         "people")}  # fmt: skip
    assert complete == {"p1": 2, "p2": 0}


def test_a_file_of_two_encodings_is_read_when_both_are_named(tmp_path):
    path = tmp_path / "charges.csv"
    good = "charge_id,case_id,person_id,description\n1,c1,p1,Café\n"
    path.write_bytes(good.encode() + "1,c2,p2,Señal\n".encode("cp1252"))
    result = loaded(tmp_path, [path], encodings=("utf-8", "cp1252"))
    assert result.set_aside == 0
    found = {row["charge.description"] for row in rows(tmp_path / "store", "charges")}
    assert found == {"Café", "Señal"}


HEAD = "charge_id,case_id,person_id,severity\n"


@pytest.mark.parametrize(
    ("second", "kept", "problems"),
    [
        pytest.param(
            "1,c1,p1,felony\n1,c2,p2,felony\n",
            {("p1", "c1", "1"), ("p2", "c2", "1")},
            {("charges-b.csv", "line 2", "stands twice, word for word; the first row is kept")},
            id="a row that two files have word for word is kept once",
        ),
        pytest.param(
            "1,c1,p1,misdemeanor\n1,c2,p2,felony\n",
            {("p2", "c2", "1")},
            {
                (f"charges-{name}.csv", "line 2", "stands on several rows that do not say the same")
                for name in "ab"
            },
            id="rows of two files that say different things are set aside, both",
        ),
        pytest.param(
            "2,c1,p1,misdemeanor\n",
            {("p1", "c1", "1"), ("p1", "c1", "2")},
            set(),
            id="another id in the same case is another charge",
        ),
        pytest.param(
            "1,c1,p2,felony\n",
            {("p1", "c1", "1"), ("p2", "c1", "1")},
            set(),
            id="the same id with another person is another charge",
        ),
    ],
)
@pytest.mark.parametrize("partitions", [1, 4])
def test_ids_of_charges_that_stand_in_two_files(tmp_path, second, kept, problems, partitions):
    write(tmp_path, **{"charges-a": HEAD + "1,c1,p1,felony\n", "charges-b": HEAD + second})
    result = loaded(tmp_path, [tmp_path / "charges-*.csv"], partitions=partitions)
    store = tmp_path / "store"
    found = rows(store, "charges")
    assert {(row["person_id"], row["case_id"], row["charge_id"]) for row in found} == kept
    told = {(e["file"].rpartition("/")[2], e["row"], e["problem"]) for e in aside(store)}
    assert told == problems
    assert result.totals["charges"].read == 1 + second.count("\n") == len(found) + len(problems)
