"""A screening as a whole: whole or not at all, on from where it stopped, and only what changed."""

import json
import os
import random
import resource
import shutil
import signal
import subprocess
import sys
import time
from datetime import date

import duckdb
import pyarrow.parquet as pq
import pytest
from benchmarks.peak import PEAK_OF

from homeward import law
from homeward.rules.problem import LawError
from homeward.screen.asked import who_is_asked
from homeward.screen.duckdb_engine import connect
from homeward.screen.faults import GO_ON
from homeward.screen.job import Job
from homeward.screen.problem import ResultsError, ScreenError, StoreError, WishError
from homeward.screen.results import Results
from homeward.screen.run_record import RunRecord
from homeward.screen.running import Terms, screen
from homeward.screen.screener import Screener
from homeward.screen.store import Store
from homeward.screen.wish import Wish
from tests.screen.stores import charge, files_of, people, person, rows_of, write_store

DAY = date(2026, 11, 23)
WISH = Wish(DAY, DAY, questions=("closed",))
PARTITIONS = 4


@pytest.fixture(scope="module")
def told():
    return list(people())


@pytest.fixture(scope="module")
def store(told, tmp_path_factory):
    return write_store(tmp_path_factory.mktemp("data") / "store", told, PARTITIONS)


@pytest.fixture(scope="module")
def whole(store, tmp_path_factory):
    """The results of a run that nothing interrupted."""
    out = tmp_path_factory.mktemp("whole") / "out"
    screen(store, out, WISH)
    return files_of(out)


class Killed(Exception):
    """Stands for the end of a process at one of its steps."""


class StopsAfter:
    """Watches a screening, and ends it at a step."""

    def __init__(self, steps):
        self.left = steps

    def __enter__(self):
        return self

    def __exit__(self, *_):
        return None

    def begin(self, charges):
        pass

    def reached(self, charges):
        self.left -= 1
        if self.left < 0:
            raise Killed


def test_nothing_is_seen_of_results_that_are_not_whole(store, tmp_path):
    out = tmp_path / "out"
    with pytest.raises(Killed):
        screen(store, out, WISH, progress=StopsAfter(30))
    assert [file.name for file in out.iterdir() if not file.name.startswith(".")] == []
    with pytest.raises(ResultsError, match="not finished"):
        Results.open(out)


def test_a_run_that_is_stopped_at_any_step_goes_on_where_it_stopped(store, whole, tmp_path):
    steps = StopsAfter(10_000)
    screen(store, tmp_path / "counted", WISH, progress=steps)
    half = (10_000 - steps.left) // 2
    out = tmp_path / "out"
    stops = 0
    while True:
        try:
            report = screen(store, out, WISH, progress=StopsAfter(half))
            break
        except Killed:
            stops += 1
            assert stops < 100
    assert stops > 1
    assert report["resumed_with"] > 0
    assert files_of(out) == whole


def test_what_was_begun_for_something_else_is_not_gone_on_with(store, whole, tmp_path):
    out = tmp_path / "out"
    with pytest.raises(Killed):
        screen(store, out, Wish(DAY, DAY, questions=("release.term_end",)), progress=StopsAfter(12))
    screen(store, out, WISH)
    assert files_of(out) == whole


def test_two_workers_give_the_very_same_files(store, whole, tmp_path):
    screen(store, tmp_path / "out", WISH, Terms(workers=2))
    assert files_of(tmp_path / "out") == whole


class ThatFailsAtFirst(Screener):
    """A screener whose engine has too little memory for more than a third of a partition."""

    def _database(self):
        if self.pieces < 3:
            raise duckdb.OutOfMemoryException
        return super()._database()


@pytest.mark.parametrize(
    ("screener_of", "begun", "pieces"),
    [
        pytest.param(Screener, 5, 5, id="from the start"),
        pytest.param(ThatFailsAtFirst, 1, 4, id="where the memory does not hold it, half by half"),
    ],
)
def test_a_partition_in_pieces_gives_the_very_same_files(
    store, whole, tmp_path, screener_of, begun, pieces
):
    out = tmp_path / "out"
    with pytest.raises(Killed):
        screen(store, out, WISH, progress=StopsAfter(0))
    with connect() as database:
        asked = who_is_asked(database, Store.open(store, law.vocabulary()), WISH)
    screener = screener_of(Job(store, out / ".run", WISH, asked, memory=500))
    screener.pieces = begun
    for number in range(PARTITIONS):
        RunRecord(out / ".run").note(screener.run(number))
    report = screen(store, out, WISH)
    assert report["resumed_with"] == PARTITIONS
    assert {one["pieces"] for one in report["partitions"]} == {pieces}
    assert files_of(out) == whole


def test_a_run_over_the_same_store_has_nothing_to_do(store, whole, tmp_path):
    first = screen(store, tmp_path / "out", WISH)
    again = screen(store, tmp_path / "out", WISH)
    assert again["nothing_to_do"]
    assert again["finished_at"] == first["finished_at"]
    assert files_of(tmp_path / "out") == whole


# --- what changed ----------------------------------------------------------------------------


def changed(told):
    """The same people: one with a new fact, one gone, one new, one with a case more."""
    told = json.loads(json.dumps(told))
    told[7]["cases"][0]["charges"][0]["disposition_date"] = "2019-05-04"
    told[31]["cases"].append({"case_id": "new", "jurisdiction": "us-mo", "charges": [charge()]})
    del told[12]
    return [*told, person("brand-new", charge())]


def test_only_people_who_changed_are_asked_again(store, told, tmp_path):
    out, fresh = tmp_path / "out", tmp_path / "fresh"
    screen(store, out, WISH)
    later = write_store(tmp_path / "later", changed(told), PARTITIONS)
    report = screen(later, out, WISH)
    assert report["people_asked_again"] == 3
    screen(later, fresh, WISH)
    assert files_of(out) == files_of(fresh)


@pytest.mark.parametrize(
    "wish",
    [
        pytest.param(Wish(date(2026, 11, 24), DAY, questions=("closed",)), id="another day"),
        pytest.param(Wish(DAY, DAY, ("us-mo",), ("closed",)), id="another choice of law"),
        pytest.param(Wish(DAY, DAY, questions=("closed", "release.term_end")), id="one more"),
        pytest.param(Wish(DAY, DAY, questions=("closed",), long=True), id="another form"),
    ],
)
def test_everyone_is_asked_again_when_something_else_is_asked(store, told, tmp_path, wish):
    screen(store, tmp_path / "out", WISH)
    assert screen(store, tmp_path / "out", wish)["people_asked_again"] == len(told)


def test_a_store_in_other_partitions_is_answered_in_full_and_right(store, told, tmp_path):
    screen(store, tmp_path / "out", WISH)
    other = write_store(tmp_path / "other", told, PARTITIONS + 1)
    screen(other, tmp_path / "out", WISH)
    screen(other, tmp_path / "fresh", WISH)
    assert files_of(tmp_path / "out") == files_of(tmp_path / "fresh")


def test_a_text_that_no_rule_reads_changes_nobody(store, told, tmp_path):
    screen(store, tmp_path / "out", WISH)
    renamed = json.loads(json.dumps(told))
    for one in renamed:
        for case in one["cases"]:
            for row in case["charges"]:
                row["description"] = "told anew"
    report = screen(write_store(tmp_path / "store", renamed, PARTITIONS), tmp_path / "out", WISH)
    assert report["people_asked_again"] == 0


# --- odd data --------------------------------------------------------------------------------


def test_a_store_of_nobody_gives_empty_tables_with_their_columns(tmp_path):
    store = write_store(tmp_path / "store", [], 2, facts=["case.jurisdiction", "charge.severity"])
    report = screen(store, tmp_path / "out", Wish(DAY, DAY, ("us-mo",), ("closed",)))
    table = pq.read_table(tmp_path / "out" / "answers.charge.parquet")
    assert (table.num_rows, report["people"]) == (0, 0)
    assert {"person_id", "closed:soonest", "closed:missing"} <= set(table.column_names)


def test_people_without_a_place_are_kept_and_told_of(tmp_path):
    data = [person("mo", charge()), person("wy", charge(), jurisdiction="us-wy"),
            {"person": {"person_id": "none"}, "cases": []}]  # fmt: skip
    report = screen(write_store(tmp_path / "store", data), tmp_path / "out", WISH)
    found = {row["person_id"]: row["closed:soonest"] for row in rows_of(tmp_path / "out")}
    assert set(found) == {"mo", "wy"}
    assert found["mo"] is not None
    assert found["wy"] is None
    assert report["answers"]["charge"]["closed"]["not_asked"] == 1
    assert any("us-wy" in note for note in report["notes"])
    assert any("2 people name no place" in note for note in report["notes"])


def test_a_law_that_is_named_is_asked_of_everyone(tmp_path):
    data = [person("mo", charge()), person("ks", charge(), jurisdiction="us-ks")]
    wish = Wish(DAY, DAY, ("us-mo",), ("closed",))
    report = screen(write_store(tmp_path / "store", data), tmp_path / "out", wish)
    assert report["answers"]["charge"]["closed"]["not_asked"] == 0


def test_one_person_with_thousands_of_charges(tmp_path):
    many = [charge(str(number), disposition="dismissed") for number in range(3_000)]
    store = write_store(tmp_path / "store", [person("much", *many), person("one", charge())])
    report = screen(store, tmp_path / "out", WISH)
    assert report["rows"]["charges"]["answered"] == 3_001


def test_an_id_that_stands_twice_in_a_store_is_answered_once_each(tmp_path):
    store = write_store(tmp_path / "store", [person("p", charge("1"), charge("2"))], 1)
    file = store / "charges" / "part-0000.parquet"
    rows = pq.read_table(file).to_pylist()
    rows[1]["charge_id"] = "1"
    pq.write_table(pq.read_table(file).from_pylist(rows, pq.read_schema(file)), file)
    screen(store, tmp_path / "out", WISH)
    assert [row["charge_id"] for row in rows_of(tmp_path / "out")] == ["1", "1"]
    later = screen(touched(store), tmp_path / "out", WISH)
    assert later["rows"]["charges"]["answered"] == 2


def touched(store):
    """The same store as if it had been loaded again."""
    told = json.loads((store / "store.json").read_text())
    (store / "store.json").write_text(json.dumps(told | {"made_with": "later"}))
    return store


# --- faults ----------------------------------------------------------------------------------


def test_a_truncated_part_is_named_before_anything_is_answered(store, tmp_path):
    broken = shutil.copytree(store, tmp_path / "store")
    file = broken / "charges" / "part-0002.parquet"
    file.write_bytes(file.read_bytes()[:-20])
    with pytest.raises(StoreError, match=r"part-0002\.parquet is not whole"):
        screen(broken, tmp_path / "out", WISH)
    assert not (tmp_path / "out").exists()


def test_a_part_with_broken_pages_is_named_and_nothing_is_published(store, tmp_path):
    broken = shutil.copytree(store, tmp_path / "store")
    file = broken / "charges" / "part-0002.parquet"
    data = bytearray(file.read_bytes())
    data[4:400] = bytes(396)
    file.write_bytes(data)
    with pytest.raises(ScreenError, match="partition 2"):
        screen(broken, tmp_path / "out", WISH)
    with pytest.raises(ResultsError):
        Results.open(tmp_path / "out")


def test_results_do_not_go_into_the_store(store):
    with pytest.raises(WishError, match="choose another --out"):
        screen(store, store, WISH)


def test_a_question_that_nobody_answers_is_named(store, tmp_path):
    with pytest.raises(LawError, match="clear\\.610_140"):
        screen(store, tmp_path / "out", Wish(DAY, DAY, questions=("clear.moon",)))


def test_a_law_without_rules_is_named(store, tmp_path):
    with pytest.raises(WishError, match=r"us-zz.*us-mo"):
        screen(store, tmp_path / "out", Wish(DAY, DAY, ("us-zz",)))


COMMAND = "from homeward.cli import main; main()"


def command(store, out, *more):
    return [sys.executable, "-c", COMMAND, "screen", str(store), "--out", str(out), "--question",
            "closed", "--as-of", str(DAY), "--quiet", *more]  # fmt: skip


def test_a_second_run_into_the_same_folder_is_refused(store, tmp_path):
    from homeward.screen.run_record import locked

    with locked(tmp_path / "out"):
        done = subprocess.run(command(store, tmp_path / "out"), capture_output=True, text=True,
                              check=False)  # fmt: skip
    assert done.returncode == 2
    assert "another screening is writing" in done.stderr


def no_large_files():
    resource.setrlimit(resource.RLIMIT_FSIZE, (1_500, 1_500))


def test_a_full_disk_is_said_and_what_is_done_is_kept(store, whole, tmp_path):
    out = tmp_path / "out"
    done = subprocess.run(command(store, out), capture_output=True, text=True, check=False,
                          preexec_fn=no_large_files)  # fmt: skip
    assert done.returncode == 2, done.stderr
    assert "there is no room" in done.stderr
    assert "goes on where it stopped" in done.stderr
    with pytest.raises(ResultsError):
        Results.open(out)
    screen(store, out, WISH)
    assert files_of(out) == whole


@pytest.mark.parametrize("workers", ["1", "2"], ids=["by itself", "with two workers"])
def test_a_run_that_is_stopped_by_hand_says_how_to_go_on(store, whole, tmp_path, workers):
    out = tmp_path / "out"
    run = subprocess.Popen(command(store, out, "--workers", workers), stderr=subprocess.PIPE,
                           text=True, start_new_session=True)  # fmt: skip
    while not list(out.glob(".run/*.parquet")):
        assert run.poll() is None
        time.sleep(0.02)
    os.killpg(run.pid, signal.SIGINT)
    _, said = run.communicate()
    assert run.returncode == 130, said
    assert said == f"homeward: stopped. To go on, {GO_ON}\n"
    screen(store, out, WISH)
    assert files_of(out) == whole


@pytest.mark.slow
def test_little_memory_is_enough(tmp_path):
    """About 350,000 charges in one partition; what homeward imports takes 110 MB by itself."""
    sample = ["sample", "us-mo", "--people", "100000", "--out", str(tmp_path / "data"), "--quiet"]
    subprocess.run([*PEAK_OF, *sample], check=True, capture_output=True)
    store = ["load", str(tmp_path / "data"), "--out", str(tmp_path / "store"), "--partitions", "1"]
    subprocess.run([*PEAK_OF, *store, "--quiet"], check=True, capture_output=True)
    reports = {}
    for memory in ("200", "2000"):
        out = tmp_path / memory
        options = ["--question", "clear.610_140", "--as-of", str(DAY), "--memory-limit", memory]
        call = [*PEAK_OF, "screen", str(tmp_path / "store"), "--out", str(out), *options]
        done = subprocess.run(call, check=True, capture_output=True, text=True)
        reports[memory] = json.loads((out / "report.json").read_text())
        if memory == "200":
            assert float(done.stderr.split()[-1]) < 320
    assert reports["200"]["answers"] == reports["2000"]["answers"]
    assert files_of(tmp_path / "200") == files_of(tmp_path / "2000")


@pytest.mark.slow
@pytest.mark.parametrize("workers", [1, 2], ids=["by itself", "with two workers"])
def test_a_run_that_is_killed_again_and_again_gives_the_same_files(store, whole, tmp_path, workers):
    dice = random.Random(workers)  # noqa: S311  moments to kill at, not secrets
    out, kills = tmp_path / "out", 0
    while True:
        run = subprocess.Popen(command(store, out, "--workers", str(workers)))
        try:
            assert run.wait(timeout=dice.uniform(0.8, 4.0)) == 0
            break
        except subprocess.TimeoutExpired:
            run.send_signal(signal.SIGKILL)
            run.wait()
            kills += 1
            assert kills < 100
            time.sleep(0.1)
    assert files_of(out) == whole
