"""Lines of the research file: what is read at once and what is read line by line is the same."""

import csv
import gzip
import io

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from homeward.sources.formats.ca_doj import lines
from homeward.sources.formats.ca_doj.lines import ResearchRows
from homeward.sources.formats.ca_doj.values import names

CELL = st.text(alphabet='AB7Ñ ,"-', max_size=6)
NUMBER = st.text(alphabet="0123456789 -", max_size=8)
READ = {"OFFENSE_DESCR": CELL, "COMMENT_TEXT": CELL, "STP_ORI_CNTY_NAME": CELL, "PRI_NAME": CELL,
        "DISP_DESCR": st.sampled_from(["CONVICTED-JAIL", "  -  ", "BANISHED", "ACQUITTED"]),
        "SUBJECT_ID": NUMBER, "CNT_ORDER": NUMBER, "STP_EVENT_DATE": NUMBER}  # fmt: skip


def written(rows, end):
    out = io.StringIO()
    csv.DictWriter(out, names(), restval="  -  ", lineterminator=end).writerows(rows)
    return out.getvalue().encode("latin-1")


def read(path, chunk_bytes=2**20):
    return ResearchRows(path, chunk_bytes).reader().read_all().to_pylist()


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.lists(st.fixed_dictionaries(READ), min_size=1, max_size=5), st.sampled_from(["\n", "\r\n"])
)
def test_all_lines_at_once_say_what_each_line_says(tmp_path, monkeypatch, rows, end):
    path = tmp_path / "in.csv"
    path.write_bytes(written(rows, end))
    at_once = read(path)
    with monkeypatch.context() as patched:
        patched.setattr(lines, "_at_once", lambda _: None)
        assert read(path) == at_once
    offenses = [row["OFFENSE_DESCR"].strip(" ") for row in rows]
    comments = [row["COMMENT_TEXT"].strip(" ") for row in rows]
    told = [offense if offense not in ("", "-") else "" if comment == "-" else comment
            for offense, comment in zip(offenses, comments, strict=True)]  # fmt: skip
    assert [row["offense"] for row in at_once] == told
    assert [row["torn_text"] for row in at_once] == [None] * len(rows)


def test_a_good_file_is_read_at_once(tmp_path, monkeypatch):
    """Were it read line by line, it would take many times as long."""
    path = tmp_path / "in.csv"
    path.write_bytes(written([{"SUBJECT_ID": "7", "PRI_NAME": "MUÑOZ,ANA"}] * 3, "\r\n"))
    monkeypatch.setattr(lines, "_line_by_line", None)
    assert [row["line"] for row in read(path)] == [1, 2, 3]


def test_each_row_has_the_number_of_its_line_whatever_is_torn_or_empty(tmp_path):
    good = written([{"SUBJECT_ID": "7"}], "\n")
    for packed in (False, True):
        path = tmp_path / ("in.csv.gz" if packed else "in.csv")
        data = b"".join([good, b"\n", b"1,2\n", good, b"  \n", good])
        path.write_bytes(gzip.compress(data) if packed else data)
        for chunk_bytes in (50, 400, 2**20):
            told = [(row["line"], row["torn_text"]) for row in read(path, chunk_bytes)]
            assert told == [(1, None), (3, "1,2"), (4, None), (6, None)]


def test_a_line_longer_than_any_row_is_torn_and_the_next_is_read(tmp_path):
    path = tmp_path / "in.csv"
    good = written([{"SUBJECT_ID": "7"}], "\n")
    path.write_bytes(good + b"9," * 2**20 + b"\n" + good)
    rows = read(path)
    assert [(row["line"], row["torn_text"] is None) for row in rows] == [
        (1, True), (2, False), (3, True),
    ]  # fmt: skip
