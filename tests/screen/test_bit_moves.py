"""Bits that are moved to their places in another set keep their meaning."""

import duckdb
from hypothesis import given
from hypothesis import strategies as st

from homeward.screen.bit_moves import WORD, BitSet, word, word_count

NAMES = st.lists(st.integers(0, 140), unique=True, max_size=110)


@given(names=NAMES, more=NAMES, order=st.randoms(use_true_random=False), data=st.data())
def test_every_bit_keeps_its_name(names, more, order, data):
    places = list(dict.fromkeys([*names, *more]))
    order.shuffle(places)
    held = data.draw(st.sets(st.sampled_from(names))) if names else set()
    bits = sum(1 << bit for bit, name in enumerate(names) if name in held)
    kind = "INTEGER" if len(names) < 31 else "BIGINT" if len(names) <= WORD else "HUGEINT"
    where = {name: place for place, name in enumerate(places)}
    source = BitSet("bits", tuple(names))
    columns = ", ".join(word(number, [source], where) for number in range(word_count(places)))
    with duckdb.connect() as database:
        ((*words,),) = database.execute(
            f"SELECT {columns} FROM (SELECT {bits}::{kind} AS bits)"
        ).fetchall()
    assert all(0 <= one < 1 << WORD for one in words)
    found = {name for name, place in where.items() if words[place // WORD] >> place % WORD & 1}
    assert found == held


def test_two_sets_become_one():
    sets = [BitSet("1", ("a", "b")), BitSet("2", ("b", "c"))]
    ((found,),) = duckdb.sql(f"SELECT {word(0, sets, {'c': 0, 'b': 1, 'a': 2})}").fetchall()
    assert found == 0b101
