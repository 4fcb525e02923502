"""The calendar against someone who counts day by day."""

from datetime import date, timedelta
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from homeward.when import FIRST, LAST, add_business_days, days_of_term, fraction_of_term, shift

ONE = timedelta(days=1)
DAYS = st.dates(date(1900, 1, 1), date(2150, 12, 31))
# month ends and leap days, which a random day would rarely be
ENDS = st.sampled_from(
    [date(2024, 2, 29), date(2023, 2, 28), date(2025, 8, 31), date(2096, 2, 29), date(2100, 2, 28),
     date(1999, 12, 31), date(2000, 2, 29), date(2026, 1, 30), date(2026, 1, 31), date(2027, 3, 1)]
)  # fmt: skip
SOME_DAYS = DAYS | ENDS


# --- counting by hand ---------------------------------------------------------------------


def counted_months(day: date, months: int, rounding: str) -> date:
    """So many months on (or back), by walking the calendar from the first of the month."""
    step, number = (ONE if months >= 0 else -ONE), day.day
    here = day.replace(day=1)
    for _ in range(abs(months)):
        here += step
        while here.day != 1:
            here += step
    month = here.month
    while here.day != number and here.month == month:
        here += ONE
    return here if here.month == month or rounding == "forward" else here - ONE


def counted_business_days(day: date, count: int, holidays: frozenset[date]) -> date:
    """The count-th weekday in a list of all that follow (or precede)."""
    step = 1 if count > 0 else -1
    reach = [day + ONE * step * ahead for ahead in range(1, abs(count) * 7 + len(holidays) + 8)]
    open_days = [d for d in reach if f"{d:%a}" not in {"Sat", "Sun"} and d not in holidays]
    return open_days[abs(count) - 1]


# --- months and years -----------------------------------------------------------------------


@pytest.mark.parametrize("rounding", ["forward", "back"])
@given(day=SOME_DAYS, months=st.integers(-40, 80))
def test_months_are_those_that_one_counts_on_a_calendar(rounding, day, months):
    assert shift(day, months=months, rounding=rounding) == counted_months(day, months, rounding)


@given(
    day=SOME_DAYS,
    years=st.integers(-6, 6),
    months=st.integers(-11, 11),
    days=st.integers(-400, 400),
)
def test_years_months_and_days_are_one_step_and_days_come_last(day, years, months, days):
    turned = counted_months(day, years * 12 + months, "forward")
    moved = shift(day, years=years, months=months, days=days, rounding="forward")
    assert (moved - turned).days == days


@pytest.mark.parametrize(
    ("day", "years", "months", "forward", "back"),
    [
        pytest.param("2024-02-29", 1, 0, "2025-03-01", "2025-02-28", id="a leap day, one year on"),
        pytest.param(
            "2024-02-29", 3, 0, "2027-03-01", "2027-02-28", id="a leap day, three years on"
        ),
        pytest.param("2024-02-29", 4, 0, "2028-02-29", "2028-02-29", id="a leap day comes again"),
        pytest.param("2096-02-29", 4, 0, "2100-03-01", "2100-02-28", id="2100 has no leap day"),
        pytest.param(
            "2023-02-28", 1, 0, "2024-02-28", "2024-02-28", id="28 February stays the 28th"
        ),
        pytest.param("2025-08-31", 0, 18, "2027-03-01", "2027-02-28", id="31 August and 18 months"),
        pytest.param("2026-08-31", 0, 18, "2028-03-01", "2028-02-29", id="and in a leap year"),
        pytest.param("2026-10-31", 0, 1, "2026-12-01", "2026-11-30", id="November has 30 days"),
        pytest.param(
            "2026-12-31", 0, 2, "2027-03-01", "2027-02-28", id="over the turn of the year"
        ),
        pytest.param("2026-11-30", 0, 1, "2026-12-30", "2026-12-30", id="a month end is no rule"),
        pytest.param(
            "2024-02-29", -1, 0, "2023-03-01", "2023-02-28", id="a leap day, one year back"
        ),
        pytest.param("2026-03-31", 0, -1, "2026-03-01", "2026-02-28", id="31 March, a month back"),
    ],
)
def test_an_anniversary_that_does_not_exist_lands_where_its_rounding_says(
    day, years, months, forward, back
):
    start = date.fromisoformat(day)
    for rounding, expected in (("forward", forward), ("back", back)):
        moved = shift(start, years=years, months=months, rounding=rounding)
        assert moved.isoformat() == expected


def test_two_steps_are_not_one():
    """Why all waits are added in one step."""
    twice = shift(shift(date(2026, 1, 31), months=1, rounding="back"), months=1, rounding="back")
    assert (twice, shift(date(2026, 1, 31), months=2, rounding="back")) == (
        date(2026, 3, 28),
        date(2026, 3, 31),
    )


@given(a=SOME_DAYS, b=SOME_DAYS, months=st.integers(-600, 600), days=st.integers(-999, 999))
def test_a_wait_keeps_the_order_of_days(a, b, months, days):
    for rounding in ("forward", "back"):
        moved = [shift(day, months=months, days=days, rounding=rounding) for day in sorted((a, b))]
        assert moved == sorted(moved)


# --- the ends -----------------------------------------------------------------------------


@pytest.mark.parametrize("amount", [{"years": 3}, {"months": -18}, {"days": 400}, {"days": -1}])
@pytest.mark.parametrize("end", [FIRST, LAST], ids=["always", "never"])
def test_always_and_never_stay_where_they_are(end, amount):
    assert shift(end, **amount, rounding="forward") == end


@pytest.mark.parametrize(
    ("day", "amount", "moved"),
    [
        pytest.param("2200-12-30", {"days": 1}, LAST, id="the last day is reached"),
        pytest.param("2200-12-30", {"days": 2}, LAST, id="and not passed"),
        pytest.param(
            "2200-12-29", {"days": 1}, date(2200, 12, 30), id="the day before it is a day"
        ),
        pytest.param("1800-01-02", {"days": -1}, FIRST, id="the first day is reached"),
        pytest.param("1800-01-03", {"days": -1}, date(1800, 1, 2), id="the day after it is a day"),
        pytest.param("2027-03-03", {"years": 174}, LAST, id="years past the end"),
        pytest.param("2027-03-03", {"years": 10**9}, LAST, id="more years than Python counts"),
        pytest.param("2027-03-03", {"years": -(10**9)}, FIRST, id="and as many back"),
        pytest.param("2027-03-03", {"months": 10**12}, LAST, id="months without end"),
        pytest.param("2027-03-03", {"days": 10**15}, LAST, id="days without end"),
        pytest.param("2027-03-03", {"days": -(10**15)}, FIRST, id="days back without end"),
        pytest.param(
            "2200-12-15", {"months": 1, "days": -31}, date(2200, 12, 15), id="only the sum counts"
        ),
        pytest.param("1799-01-01", {"years": 90}, FIRST, id="before the first day is always"),
        pytest.param("2201-01-01", {"years": -90}, LAST, id="after the last day is never"),
    ],
)
def test_a_sum_stops_at_the_ends(day, amount, moved):
    assert shift(date.fromisoformat(day), **amount, rounding="forward") == moved


# --- shares of a term -----------------------------------------------------------------------


@given(
    start=SOME_DAYS,
    months=st.integers(1, 48),
    percent=st.sampled_from([15, 20, 25, 33, 40, 50, 80, 85, 99]),
)
def test_a_share_of_a_term_is_counted_in_months_if_even_else_in_days_rounded_up(
    start, months, percent
):
    served = fraction_of_term(start, months, percent, rounding="forward")
    end = counted_months(start, months, "forward")
    if months * percent % 100 == 0:
        assert served == counted_months(start, months * percent // 100, "forward")
        return
    whole, part = (end - start).days, (served - start).days
    # the first day by which the share is reached: it is there, and was not the day before
    assert part * 100 >= whole * percent > (part - 1) * 100


@given(start=SOME_DAYS, months=st.integers(1, 360), percent=st.integers(10, 100))
def test_a_share_of_a_longer_term_never_ends_sooner(start, months, percent):
    """From a tenth on; below that, counting in months or in days may differ by a day or two."""
    shorter, longer = (
        fraction_of_term(start, term, percent, rounding="forward") for term in (months, months + 1)
    )
    assert shorter <= longer


@given(start=SOME_DAYS, months=st.integers(1, 48), percent=st.integers(1, 100))
def test_a_share_counted_in_days_is_the_first_the_last_or_the_nearest_whole_day(
    start, months, percent
):
    whole = (counted_months(start, months, "forward") - start).days
    days = {
        part_day: (
            days_of_term(start, months, percent, rounding="forward", part_day=part_day) - start
        ).days
        for part_day in ("up", "down", "nearest")
    }
    served = [day for day in range(whole + 1) if day * 100 >= whole * percent]
    assert days["up"] == served[0]
    assert days["down"] == (served[0] if served[0] * 100 == whole * percent else served[0] - 1)
    gaps = {day: abs(day * 100 - whole * percent) for day in (days["down"], days["up"])}
    assert days["nearest"] == max(day for day, gap in gaps.items() if gap == min(gaps.values()))


@pytest.mark.parametrize(
    ("start", "months", "percent", "expected"),
    [
        pytest.param("2015-06-15", 120, 85, "2023-12-15", id="ten years: 102 months"),
        # 30 days of April to be served in part: half of 30 is 15
        pytest.param("2026-04-01", 1, 50, "2026-04-16", id="half of April"),
        # 15.5 days of May, rounded up to 16
        pytest.param("2026-05-01", 1, 50, "2026-05-17", id="half of May is rounded up"),
        pytest.param("2024-02-29", 24, 50, "2025-03-01", id="a term from a leap day"),
        pytest.param("2021-01-01", 13, 100, "2022-02-01", id="the whole term"),
        pytest.param("2021-01-01", 13, 0, "2021-01-01", id="none of it"),
    ],
)
def test_shares_by_hand(start, months, percent, expected):
    served = fraction_of_term(date.fromisoformat(start), months, percent, rounding="forward")
    assert served.isoformat() == expected


def test_a_third_of_a_term_is_exact():
    start = date(2021, 1, 1)
    assert fraction_of_term(start, 36, Fraction(100, 3), rounding="back") == date(2022, 1, 1)


@pytest.mark.parametrize(
    ("months", "percent", "expected"),
    [
        # 1,000 years; 85 % of them are 10,200 months
        pytest.param(12_000, 85, LAST, id="a thousand years, even months"),
        pytest.param(11_999, 85, LAST, id="a thousand years, in days"),
        # 10,000 years are 25 rounds of the calendar, 3,652,425 days, and a January: 36,524.56 days
        pytest.param(
            120_001, 1, date(2001, 1, 1) + timedelta(days=36_525), id="a hundredth of an age"
        ),
        # 200 years less a month from 2001-01-01 end on 2200-12-01: 73,018 days
        pytest.param(
            2_399, 50, date(2001, 1, 1) + timedelta(days=36_509), id="nearly the whole line"
        ),
        # 300 years and a month end on 2301-02-01: 109,603 days; 33 % are 36,168.99
        pytest.param(
            3_601, 33, date(2001, 1, 1) + timedelta(days=36_169), id="a term past the end"
        ),
    ],
)
def test_a_term_longer_than_the_line_is_not_cut_short(months, percent, expected):
    assert fraction_of_term(date(2001, 1, 1), months, percent, rounding="forward") == expected


@pytest.mark.parametrize("end", [FIRST, LAST], ids=["always", "never"])
@pytest.mark.parametrize("months", [12, 13])
def test_a_term_that_starts_at_an_end_stays_there(end, months):
    assert fraction_of_term(end, months, 50, rounding="forward") == end


# --- business days ----------------------------------------------------------------------------


@given(
    day=DAYS,
    count=st.integers(-30, 30).filter(bool),
    off=st.frozensets(st.integers(-40, 40), max_size=8),
)
def test_business_days_are_the_weekdays_of_a_list(day, count, off):
    holidays = frozenset(day + timedelta(days=ahead) for ahead in off)
    assert add_business_days(day, count, holidays=holidays) == counted_business_days(
        day, count, holidays
    )


THANKSGIVING = frozenset({date(2026, 11, 26)})  # a Thursday


@pytest.mark.parametrize(
    ("day", "count", "expected"),
    [
        pytest.param("2026-11-20", 1, "2026-11-23", id="from Friday to Monday"),
        pytest.param("2026-11-21", 1, "2026-11-23", id="from Saturday to Monday"),
        pytest.param("2026-11-22", 1, "2026-11-23", id="from Sunday to Monday"),
        pytest.param("2026-11-25", 1, "2026-11-27", id="over a holiday"),
        pytest.param("2026-11-26", 1, "2026-11-27", id="from the holiday itself"),
        pytest.param("2026-11-20", 5, "2026-11-30", id="a week with a holiday has four days"),
        pytest.param("2026-11-23", -1, "2026-11-20", id="from Monday back to Friday"),
        pytest.param("2026-11-27", -1, "2026-11-25", id="back over a holiday"),
        pytest.param("2026-11-22", 0, "2026-11-22", id="no days leave a Sunday a Sunday"),
    ],
)
def test_weekends_and_holidays_are_skipped(day, count, expected):
    moved = add_business_days(date.fromisoformat(day), count, holidays=THANKSGIVING)
    assert moved.isoformat() == expected


@pytest.mark.parametrize(
    ("day", "count", "end"),
    [
        (LAST, 3, LAST), (LAST, -3, LAST), (FIRST, 3, FIRST),
        (date(2200, 12, 30), 10**9, LAST), (date(1800, 1, 3), -(10**9), FIRST),
    ],
    ids=["never", "never, back", "always", "past the end", "before the start"],
)  # fmt: skip
def test_business_days_stop_at_the_ends(day, count, end):
    assert add_business_days(day, count) == end
