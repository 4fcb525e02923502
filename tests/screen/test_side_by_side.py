"""Partitions side by side: the same bytes as one after another, and what is done when one fails."""

from dataclasses import replace

import duckdb
import pytest

from homeward import law
from homeward.screen import side_by_side
from homeward.screen.asked import who_is_asked
from homeward.screen.job import Job
from homeward.screen.partition import Partition
from homeward.screen.problem import ScreenError
from homeward.screen.running import Terms, screen
from homeward.screen.screener import Screener
from homeward.screen.store import Store, part
from homeward.screen.wish import Wish
from tests.screen.stores import files_of, people, write_store
from tests.screen.test_running import DAY

WISH = Wish(DAY, DAY, questions=("clear.610_140",))
PARTITIONS = 6


@pytest.fixture(scope="module")
def store(tmp_path_factory):
    return write_store(tmp_path_factory.mktemp("side") / "store", people(), PARTITIONS)


@pytest.fixture(scope="module")
def one_by_one(store, tmp_path_factory):
    """Every file of the results, when no partition shares anything with another."""
    out = tmp_path_factory.mktemp("alone") / "out"
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Screener, "_can_share", False)
        screen(store, out, WISH)
    return files_of(out)


@pytest.mark.parametrize("at_once", [2, 4, PARTITIONS])
@pytest.mark.parametrize("threads", [1, 3])
def test_what_is_shared_changes_no_byte(store, one_by_one, tmp_path, monkeypatch, at_once, threads):
    monkeypatch.setattr(side_by_side, "AT_ONCE", at_once)
    screen(store, tmp_path / "out", WISH, Terms(threads=threads))
    assert files_of(tmp_path / "out") == one_by_one


def test_as_many_threads_as_the_memory_allows(store, tmp_path):
    job = Job(store, tmp_path, WISH, asked_by_all(store), memory=250, threads=8)
    screener = Screener(job)
    counted = {}
    for memory in (89, 179, 180, 5000):
        screener.job = replace(job, memory=memory)
        counted[memory] = side_by_side.SideBySide(screener, range(PARTITIONS), print)._how_many()
    assert counted == {89: 1, 179: 1, 180: 2, 5000: PARTITIONS}


def asked_by_all(store):
    with duckdb.connect() as database:
        return who_is_asked(database, Store.open(store, law.vocabulary()), WISH)


def test_one_that_does_not_fit_beside_the_others_is_done_by_itself(
    store, one_by_one, tmp_path, monkeypatch
):
    tried = []
    whole = Partition.run

    def run(self, watch, *, kinds_known=False):
        tried.append((self.number, kinds_known))
        if self.number == 2 and kinds_known:
            raise duckdb.OutOfMemoryException
        return whole(self, watch, kinds_known=kinds_known)

    monkeypatch.setattr(Partition, "run", run)
    screen(store, tmp_path / "out", WISH)
    assert (2, True) in tried
    assert [one for one in tried if not one[1]] == [(2, False)]
    assert files_of(tmp_path / "out") == one_by_one


def test_the_first_that_fails_ends_the_run_and_what_is_done_is_kept(
    store, one_by_one, tmp_path, monkeypatch
):
    whole = Partition.run

    def run(self, watch, *, kinds_known=False):
        if self.number == 4:
            raise duckdb.IOException("a cable came loose")
        return whole(self, watch, kinds_known=kinds_known)

    with monkeypatch.context() as patch:
        patch.setattr(Partition, "run", run)
        with pytest.raises(ScreenError, match=r"partition 4 of .* cannot be read"):
            screen(store, tmp_path / "out", WISH)
    done = {int(file.stem) for file in (tmp_path / "out" / ".run" / "done").iterdir()}
    assert 4 not in done
    told = screen(store, tmp_path / "out", WISH)
    assert told["resumed_with"] == len(done)
    assert files_of(tmp_path / "out") == one_by_one


def test_a_part_that_cannot_be_read_is_named_although_it_was_read_with_others(store, tmp_path):
    copy = tmp_path / "store"
    copy.mkdir()
    for file in store.rglob("*"):
        if file.is_file():
            (copy / file.relative_to(store)).parent.mkdir(exist_ok=True)
            (copy / file.relative_to(store)).write_bytes(file.read_bytes())
    broken = part(copy, "charge", 3)
    content = bytearray(broken.read_bytes())
    content[200:400] = b"\xff" * 200
    broken.write_bytes(content)
    with pytest.raises(ScreenError, match="partition 3"):
        screen(copy, tmp_path / "out", WISH)
