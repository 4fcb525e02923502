"""CSV files as they come: every line is a row or is set aside with its number, and none is lost."""

import gzip

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from homeward.sources.csv_rows import CsvTable
from homeward.sources.problem import SourceError
from homeward.sources.text_lines import LONGEST


def read(path, encodings=("utf-8",), chunk_bytes=2**21, careful=False):
    """The rows with their lines, and the lines that were set aside with what is wrong."""
    rejected = []
    table = CsvTable(path, encodings, rejected.append, chunk_bytes)
    if careful:
        table._at_once = lambda chunk, wanted: None
    rows = []
    for batch in table.batches(range(len(table.names))):
        columns = [batch.column(at).to_pylist() for at in range(batch.num_columns)]
        rows += [(line, list(cells)) for *cells, line in zip(*columns, strict=True)]
    return table, rows, {item.line: item.problem for item in rejected}


def written(folder, data):
    path = folder / "data.csv"
    path.write_bytes(data)
    return path


GOOD = [
    pytest.param(b"a,b\n1,2\n3,4\n", [(2, ["1", "2"]), (3, ["3", "4"])], id="plain lines"),
    pytest.param(
        b"a,b\r\n1,2\r\n3,4\r\n", [(2, ["1", "2"]), (3, ["3", "4"])], id="Windows line ends"
    ),
    pytest.param(
        b"a,b\r1,2\r3,4", [(2, ["1", "2"]), (3, ["3", "4"])], id="old line ends, none at the last"
    ),
    pytest.param(
        b"a,b\r\n1,2\n3,4\r5,6",
        [(2, ["1", "2"]), (3, ["3", "4"]), (4, ["5", "6"])],
        id="mixed line ends",
    ),
    pytest.param(b"\xef\xbb\xbfa,b\n1,2\n", [(2, ["1", "2"])], id="a byte order mark"),
    pytest.param(
        b"a;b\n1,5;2\n", [(2, ["1,5", "2"])], id="semicolons, and a comma for the decimal"
    ),
    pytest.param(b"a\tb\n1\t2\n", [(2, ["1", "2"])], id="tabs"),
    pytest.param(b"a|b\n1|2\n", [(2, ["1", "2"])], id="bars"),
    pytest.param(
        b'"a","b"\n"1","x, ""y"""\n',
        [(2, ["1", 'x, "y"'])],
        id="quotes, commas and quotes in quotes",
    ),
    pytest.param(
        b'a,b\n1,"two\nlines"\n3,4\n',
        [(2, ["1", "two\nlines"]), (4, ["3", "4"])],
        id="a line break in quotes: the next line keeps its number",
    ),
    pytest.param(
        b'a,b\n12" knife,2\nan 8" one,4\n',
        [(2, ['12" knife', "2"]), (3, ['an 8" one', "4"])],
        id="inches",
    ),
    pytest.param(
        b"\n\na,b\n\n1,2\n\n\n3,4\n", [(5, ["1", "2"]), (8, ["3", "4"])], id="empty lines count"
    ),
    pytest.param(b"a,b\n,\n1,\n", [(2, ["", ""]), (3, ["1", ""])], id="empty cells"),
    pytest.param(b"a,b\n1,2\x00\n", [(2, ["1", "2\x00"])], id="a zero byte"),
    pytest.param("a,b\n1,é\n".encode("utf-16"), [(2, ["1", "é"])], id="UTF-16 says so itself"),
    pytest.param(b"a\n1\n2\n", [(2, ["1"]), (3, ["2"])], id="one column"),
    pytest.param(b"a,b\n", [], id="a header and nothing else"),
    pytest.param(b"a,b", [], id="a header without a line end"),
    pytest.param(b" a , b \n1,2\n", [(2, ["1", "2"])], id="spaces around names"),
]


@pytest.mark.parametrize(("data", "rows"), GOOD)
def test_good_rows_keep_their_lines(tmp_path, data, rows):
    table, found, rejected = read(written(tmp_path, data))
    assert table.names[0] == "a"
    assert (found, rejected) == (rows, {})


BAD = [
    pytest.param(
        b"a,b\n1\n2,3\n4,5,6\n",
        [3],
        {2: "has 1 cells", 4: "has 3 cells"},
        id="rows of another length",
    ),
    pytest.param(
        b"a,b\n1,Jos\xe9\n2,3\n", [3], {2: "is not text in utf-8"}, id="a byte of another encoding"
    ),
    pytest.param(
        b'a,b\n1,"never closed\n2,3\n4,5\n',
        [3, 4],
        {2: "quotation mark"},
        id="a quote that is never closed takes no other line with it",
    ),
    pytest.param(b'a,b\n1,"x"y\n2,3\n', [3], {2: "quotation mark"}, id="text after a closed quote"),
    pytest.param(
        b'a,b\n1,"x\n2,"y"\n3,4\n',
        [3, 4],
        {2: "quotation mark"},
        id="an open quote before a good line",
    ),
    pytest.param(
        b"a,b\n1,2\n3," + b"x" * 2 * LONGEST + b"\n4,5\n",
        [2, 4],
        {3: "is longer than"},
        id="an endless line",
    ),
    pytest.param(
        b"a,b\n" + b"x" * 5 * LONGEST, [], {2: "is longer than"}, id="an endless line at the end"
    ),
    pytest.param(b"a,b\n1,2\n3", [2], {3: "has 1 cells"}, id="a file that was cut off"),
    pytest.param(
        b'a,b\n1,"' + b"x\n" * 150 + b'y"\n2,3\n',
        [153],
        {2: "quotation mark", **dict.fromkeys(range(3, 152), "has 1"), 152: "has 1"},
        id="a cell of more lines than a cell has",
    ),
]


@pytest.mark.parametrize(("data", "kept", "problems"), BAD)
def test_a_bad_line_is_set_aside_by_its_number_and_the_others_go_on(tmp_path, data, kept, problems):
    _, rows, rejected = read(written(tmp_path, data))
    assert [line for line, _ in rows] == kept
    assert rejected.keys() == problems.keys()
    assert all(
        rejected[line].startswith(problems[line]) or problems[line] in rejected[line]
        for line in problems
    )


@pytest.mark.parametrize(
    ("encodings", "cells"),
    [
        pytest.param(("latin-1",), ["José", "CafÃ©"], id="the whole file in one encoding"),
        pytest.param(
            ("utf-8", "cp1252"), ["José", "Café"], id="each line in the first one that fits"
        ),
    ],
)
def test_encodings_can_be_named(tmp_path, encodings, cells):
    path = written(tmp_path, b"a,b\n1,Jos\xe9\n2,Caf\xc3\xa9\n")
    _, rows, rejected = read(path, encodings)
    assert [cells[1] for _, cells in rows] == cells
    assert not rejected


def test_packed_files_are_unpacked(tmp_path):
    path = tmp_path / "data.csv.gz"
    path.write_bytes(gzip.compress(b"a,b\n1,2\n"))
    assert read(path)[1] == [(2, ["1", "2"])]


@pytest.mark.parametrize(
    ("name", "data", "words"),
    [
        pytest.param("data.csv", b"", "is empty", id="an empty file"),
        pytest.param(
            "data.csv", b"\xff\xfa,b\n1,2\n", "cannot be read", id="a header in another encoding"
        ),
        pytest.param("data.csv.gz", b"a,b\n1,2\n", "cannot be read", id="not packed at all"),
        pytest.param(
            "data.csv.gz",
            gzip.compress(b"a,b\n" * 999)[:40],
            "cannot be read",
            id="packed and cut off",
        ),
    ],
)
def test_a_file_that_is_no_table_is_refused(tmp_path, name, data, words):
    path = tmp_path / name
    path.write_bytes(data)
    with pytest.raises(SourceError, match=words):
        read(path)


def test_a_file_that_is_not_there_is_refused(tmp_path):
    with pytest.raises(SourceError, match="No such file"):
        CsvTable(tmp_path / "none.csv")


def test_an_encoding_that_does_not_exist_is_refused(tmp_path):
    with pytest.raises(SourceError, match="latin-99 is not an encoding"):
        CsvTable(written(tmp_path, b"a\n"), ("latin-99",))


pieces = st.sampled_from(
    [b"a", b",", b",", b'"', b'""', b"\n", b"\n", b"\r\n", b"\r", b"\xc3\xa9", b"\xe9", b" "]
)
dirty = st.lists(pieces, max_size=60).map(b"".join)


@given(body=dirty, chunk_bytes=st.integers(1, 40))
@settings(max_examples=300)
def test_the_quick_way_reads_as_the_careful_way_wherever_the_file_is_cut(
    tmp_path_factory, body, chunk_bytes
):
    path = written(tmp_path_factory.mktemp("csv"), b"a,b\n" + body)
    _, rows, rejected = read(path, careful=True)
    assert read(path)[1:] == (rows, rejected)
    assert read(path, chunk_bytes=chunk_bytes)[1:] == (rows, rejected)


@given(body=dirty)
@settings(max_examples=200)
def test_every_line_with_something_on_it_is_a_row_or_is_set_aside(tmp_path_factory, body):
    path = written(tmp_path_factory.mktemp("csv"), b"a,b\n" + body)
    _, rows, rejected = read(path)
    lines = body.replace(b"\r\n", b"\n").replace(b"\r", b"\n").split(b"\n")
    full = [number for number, line in enumerate(lines, 2) if line]
    inside = {
        line
        for line, cells in rows
        for line in range(line, line + sum(c.count("\n") for c in cells) + 1)
    }
    assert len(rows) + len(rejected) <= len(full)
    assert set(full) <= inside | set(rejected)
    assert not {line for line, _ in rows} & set(rejected)
