"""Reading cells: in bulk as SQL and one by one in Python, the same, over every kind of fact."""

from datetime import date, datetime
from decimal import Decimal

import duckdb
import pyarrow as pa
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from homeward import law
from homeward.facts import Fact
from homeward.facts.checking import BadValue, typed
from homeward.sources.date_form import DateForm
from homeward.sources.problem import MappingError
from homeward.sources.reading import Mark, Reading, stored
from homeward.sources.reading_sql import UNKNOWN, Column

FACTS = law.vocabulary()
UNREADABLE = "cannot be read"


def of_kind(kind, name="x", **more):
    return Fact(f"charge.{name}", kind, "a fact", example="x", **more)


KINDS = {
    "a date": Reading(FACTS["charge.offense_date"]),
    "a truth": Reading(FACTS["charge.death_element"]),
    "a number with bounds": Reading(FACTS["charge.sentence.years"]),
    "a number without bounds": Reading(of_kind("number")),
    "a code with words for unknown": Reading(FACTS["charge.disposition"]),
    "a code of any text": Reading(FACTS["charge.class"]),
    "a text": Reading(FACTS["charge.description"]),
    "a citation": Reading(FACTS["charge.statute"]),
    "dates": Reading(FACTS["person.alcohol_enforcement_contacts"]),
    "numbers": Reading(FACTS["charge.sentence.consecutive_terms_years"]),
    "numbers with bounds": Reading(of_kind("numbers", least=1, most=9)),
    "words": Reading(
        FACTS["charge.severity"], words={"F": "felony", "M": "misdemeanor", "": "other"}
    ),
    "words for a truth": Reading(FACTS["charge.death_element"], words={"Y": "true", "N": "false"}),
    "words for unknown": Reading(FACTS["charge.offense_date"], unknown=("1900-01-01", "N/A")),
    "empty is unknown": Reading(FACTS["charge.pardoned_on"], empty="unknown"),
    "American dates": Reading(FACTS["charge.offense_date"], date_form=DateForm("%m/%d/%Y")),
    "dates of eight digits": Reading(FACTS["charge.offense_date"], date_form=DateForm("%m%d%Y")),
    "dates with a time": Reading(
        FACTS["charge.offense_date"], date_form=DateForm("%Y-%m-%dT%H:%M:%S.%f")
    ),
    "dates with names of months": Reading(
        FACTS["charge.offense_date"], date_form=DateForm("%d-%b-%y", last_year=2026)
    ),
    "lists of American dates": Reading(
        FACTS["person.alcohol_enforcement_contacts"], date_form=DateForm("%B %d, %Y")
    ),
}


DATABASE = duckdb.connect()


def in_bulk(reading, cells, arrow=None):
    """What the SQL makes of some cells."""
    with DATABASE.cursor() as database:
        database.register("source", pa.table({"cell": pa.array(cells, arrow or pa.string())}))
        column = Column("cell", str(database.table("source").types[0]), reading)
        column.check_type()
        rows = database.execute(
            f"SELECT said IS NULL, value, {UNKNOWN[reading.fact.kind]} FROM (SELECT *, "
            f"{column.value('said')} AS value FROM (SELECT {column.said} AS said FROM source))"
        ).fetchall()
        return [_found(*row) for row in rows]


def _found(silent, value, unknown):
    if silent:
        return Mark.SILENT
    if repr(value) == repr(unknown):
        return Mark.UNKNOWN
    return UNREADABLE if value is None else value


def one_by_one(reading, cells):
    """What the Python twin makes of them."""

    def read(cell):
        try:
            return reading.read(cell)
        except BadValue:
            return UNREADABLE

    return [read(cell) for cell in cells]


DIRTY = [
    None, "", " ", "\t", "\xa0", "\x00", "x", "N/A", "unknown", "Unknown", "missing", "NULL",
    "nan", "inf", "-inf", "-infinity", "infinity", "epoch", "true", "TRUE", " True ", "false",
    "t", "f", "1", "0", "yes", "no", "2021-03-01", " 2021-03-01 ", "2021-02-29", "2020-02-29",
    "2021-2-3", "2021/03/01", "20210301", "2021-03-01T00:00:00", "2021-03-01 10:11:12",
    "2021-13-01", "2021-00-10", "2021-W01-1", "2021-060", "0001-01-01", "0000-01-01",
    "1799-12-31", "1800-01-01", "1800-01-02", "2200-12-30", "2200-12-31", "9999-12-31",
    "10000-01-01", "2021-03-01 (BC)", "-2021-03-01", "\uff12\uff10\uff12\uff11-03-01",
    "2021\u201003\u201001", "3/1/2021", "03/01/2021", "02/29/2021", "02/29/2020", "13/01/2021",
    "0/1/2021", "3/1/21", "3/1/20211", "03012021", "3012021", "02302021", "2021-03-01T1:2:3.456",
    "2021-03-01T24:00:00.0", "1-Mar-85", "29-feb-20", "29-FEB-21", "01-Mar-26", "01-Mar-27",
    "1-Mrz-85", "March 1, 2021", "march 1, 2021;June 31, 2021", "March 1, 2021;June 30, 2021",
    "2020-03-03;2021-01-01", "2020-03-03; ;2021-01-01;", ";", " ; ", "2020-03-03;x", "10", "10.5",
    "-1", "+1", "1.", ".5", ".", "1e3", "1e999", "1,000", "1_000", "1 000", "0x10", "1001",
    "1000", "1000.0001", "5;2", "5;;2", "5;x", "9;10", "\u0663", "felony", "Felony", "FELONY",
    " felony ", "F", "M", "m", "convicted", "sis", "O'Brien", 'a "b"', "a;b", "a\nb", "\xe9",
    "\U0001f600",
]  # fmt: skip


@pytest.mark.parametrize("kind", KINDS)
def test_bulk_reading_agrees_on_dirty_cells(kind):
    reading = KINDS[kind]
    assert in_bulk(reading, DIRTY) == one_by_one(reading, DIRTY)


digits = st.text("0123456789", min_size=1, max_size=4)
dates_like = st.builds(
    "{}{}{}{}{}".format, digits, st.sampled_from("-/."), digits, st.sampled_from("-/."), digits
)
cells_like = st.one_of(
    st.none(),
    st.dates(date(1790, 1, 1), date(2210, 1, 1)).map(str),
    st.dates(date(1900, 1, 1), date(2100, 1, 1)).map(lambda day: day.strftime("%m/%d/%Y")),
    dates_like,
    st.floats().map(str),
    st.integers().map(str),
    st.sampled_from(DIRTY),
    st.lists(st.sampled_from(DIRTY).map(lambda cell: cell or ""), max_size=3).map(";".join),
    st.text(max_size=12),
)


@pytest.mark.parametrize("kind", KINDS)
@given(cells=st.lists(cells_like, min_size=20, max_size=20))
@settings(max_examples=25)
def test_bulk_reading_agrees_on_any_cells(kind, cells):
    reading = KINDS[kind]
    assert in_bulk(reading, cells) == one_by_one(reading, cells)


NATIVE = [
    pytest.param(
        "a date",
        pa.date32(),
        [
            None,
            date(1800, 1, 1),
            date(1800, 1, 2),
            date(2020, 2, 29),
            date(2200, 12, 30),
            date(2200, 12, 31),
            date(9999, 12, 31),
        ],
        id="days",
    ),
    pytest.param(
        "a date", pa.timestamp("us"), [None, datetime(2020, 2, 29, 23, 59)], id="times of day"
    ),
    pytest.param(
        "a date", pa.timestamp("ns"), [None, datetime(2020, 2, 29)], id="times as pandas has them"
    ),
    pytest.param("a truth", pa.bool_(), [None, True, False], id="truths"),
    pytest.param("words for a truth", pa.bool_(), [None], id="no truths, to be read as words"),
    pytest.param("a number with bounds", pa.int64(), [None, -1, 0, 1000, 1001], id="whole numbers"),
    pytest.param(
        "a number with bounds",
        pa.float64(),
        [None, -0.5, 0.5, 1000.5, float("nan"), float("inf")],
        id="real numbers",
    ),
    pytest.param(
        "a number without bounds", pa.decimal128(9, 2), [None, Decimal("-1.25")], id="decimals"
    ),
    pytest.param("a code of any text", pa.int64(), [None, 4, -1], id="a code written as a number"),
    pytest.param(
        "a code of any text",
        pa.float64(),
        [None, 3.0, -3.0, 3.5, float("nan"), float("inf"), 2.0**53 - 1, 2.0**53, 1e300],
        id="a code as a spreadsheet gives it: only whole numbers without lost digits",
    ),
    pytest.param(
        "a code with words for unknown", pa.float64(), [None, 3.0], id="a number among words"
    ),
    pytest.param(
        "a code with words for unknown",
        pa.dictionary(pa.int8(), pa.string()),
        [None, "convicted", "missing", "Convicted"],
        id="a dictionary",
    ),
    pytest.param(
        "dates",
        pa.list_(pa.date32()),
        [None, [], [date(2020, 3, 3)], [date(1700, 1, 1)]],
        id="lists of days",
    ),
    pytest.param(
        "dates",
        pa.date32(),
        [None, date(2020, 3, 3), date(1700, 1, 1)],
        id="one day in place of a list",
    ),
    pytest.param(
        "dates",
        pa.list_(pa.string()),
        [None, ["2020-03-03"], ["2020-03-03", "2021-02-29"]],
        id="lists of days as text",
    ),
    pytest.param(
        "numbers with bounds", pa.list_(pa.int32()), [None, [], [1, 9], [10]], id="lists of numbers"
    ),
    pytest.param(
        "numbers", pa.float64(), [None, 1.5, float("nan")], id="one number in place of a list"
    ),
    pytest.param(
        "words for unknown",
        pa.date32(),
        [None, date(1900, 1, 1), date(1900, 1, 2)],
        id="a day that stands for unknown",
    ),
    pytest.param("a date", pa.null(), [None], id="a column without any value"),
    pytest.param(
        "empty is unknown", pa.date32(), [None, date(2020, 1, 1)], id="empty days are unknown"
    ),
]


@pytest.mark.parametrize(("kind", "arrow", "cells"), NATIVE)
def test_bulk_reading_agrees_on_typed_cells(kind, arrow, cells):
    reading = KINDS[kind]
    assert in_bulk(reading, cells, arrow) == one_by_one(reading, cells)


@pytest.mark.parametrize("name", FACTS)
def test_every_fact_reads_its_own_example(name):
    fact = FACTS[name]
    example = list(fact.example) if isinstance(fact.example, tuple) else fact.example
    written = ";".join(map(str, example)) if isinstance(example, list) else str(example)
    expected = stored(fact, typed(fact, example))
    assert in_bulk(Reading(fact), [written]) == [expected]
    assert one_by_one(Reading(fact), [written]) == [expected]


@pytest.mark.parametrize(
    ("kind", "cell", "problem"),
    [
        ("a date", "2021-02-29", "is not a day of the calendar"),
        ("a date", "03/01/2021", "is not a date"),
        ("a date", "2021-W01-1", "is not a date"),
        ("a date", "1712-05-06", "lies outside 1800 to 2200"),
        ("American dates", "02/29/2021", "is not a day of the calendar"),
        ("American dates", "2021-02-28", "is not a date in the form that the mapping gives"),
        ("a truth", "Y", "is neither true nor false"),
        ("a number with bounds", "1,000", "is not a number"),
        ("a number with bounds", "1001", "is outside 0 to 1000"),
        ("a code with words for unknown", "Guilty", "is not one of the words"),
        ("dates", "2020-03-03;2021-02-29", "entry 2 is not a day of the calendar"),
        ("a date", "2021-03-01", ""),
    ],
)
def test_a_bad_cell_is_named_for_what_it_is(kind, cell, problem):
    found, fix = KINDS[kind].complaint(cell)
    assert found.startswith(problem)
    assert bool(found) == bool(problem)
    assert bool(fix) == bool(problem)


@pytest.mark.parametrize(
    ("name", "arrow"),
    [
        pytest.param("person.person_id", pa.bool_(), id="an id is neither true nor false"),
        pytest.param("charge.offense_date", pa.int64(), id="days as numbers need their form"),
        pytest.param("charge.death_element", pa.int8(), id="truths as 0 and 1 need their words"),
        pytest.param("charge.offense_date", pa.timestamp("us", "UTC"), id="times of another zone"),
        pytest.param("charge.description", pa.date32(), id="a day is no text"),
    ],
)
def test_a_type_that_cannot_hold_the_fact_is_refused_before_any_row(name, arrow):
    with pytest.raises(MappingError, match=f"{name} is a"):
        in_bulk(Reading(FACTS[name]), [None], arrow)


@pytest.mark.parametrize(
    ("form", "last_year", "words"),
    [
        ("%m/%Y", None, "must name the year, the month and the day"),
        ("%m/%d/%y", None, "needs last_year"),
        ("%m/%d/%Y", 2026, "needs last_year"),
        ("%m/%d/%Y %Q", None, "%Q is not known"),
        ("%d/%m/%d/%Y", None, "once each"),
    ],
)
def test_a_form_of_dates_that_cannot_be_read_is_refused(form, last_year, words):
    with pytest.raises(MappingError, match=words):
        DateForm(form, last_year)
