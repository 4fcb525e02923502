"""Good conduct time: 54 days of each year that was imposed, both sides of one year (3624(b))."""

import pytest

from tests.law.us.federal.prison import ask

Q = "release.good_conduct"


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        # 60 months end on 1 January 2025; five times 54 days are 270.
        pytest.param({"years": 5}, "now from 2024-04-06", id="five years: 270 days"),
        # 120 months end on 1 January 2030; 540 days.
        pytest.param({"years": 10}, "later from 2028-07-10", id="ten years: 540 days"),
        # 126 months end on 1 July 2030; ten and a half times 54 are 567.
        pytest.param({"years": 10.5}, "later from 2028-12-11", id="half a year earns half: 567"),
        # 121 months end on 1 February 2030; 544 and a half days, and half a day is not taken off.
        pytest.param({"years": 10.0833}, "later from 2028-08-06", id="121 months: 544 days"),
        pytest.param({"years": 1}, "now from 2021-01-01", id="one year earns nothing"),
        pytest.param({"years": 0.5}, "now from 2020-07-01", id="nor does less"),
        # A year and a day ends on 2 January 2021; 54 days and a bit, and the bit is not taken off.
        pytest.param({"years": 1, "days": 1}, "now from 2020-11-09", id="a year and a day: 54"),
        pytest.param({"years": 1, "days": 0}, "now from 2021-01-01", id="a year and no day"),
        pytest.param({"life": True, "years": ...}, "never", id="a life term has no end"),
        pytest.param({"type": "life"}, "never", id="by the kind of sentence too"),
        pytest.param({"type": "life_without_parole"}, "never", id="with or without parole"),
        pytest.param({"years": ...}, "unknown unknown: charge.sentence.years",
                     id="the length is not known"),
        pytest.param({"years": 5, "effective_start": None},
                     "unknown unknown: charge.sentence.effective_start", id="nor the start"),
        pytest.param({"years": 5, "type": "probation"}, "not_applicable", id="no prison"),
        pytest.param({"years": 5, "type": None}, "not_applicable", id="no kind of sentence told"),
    ],
)  # fmt: skip
def test_the_term(sentence, expected):
    assert ask(Q, sentence) == expected


@pytest.mark.parametrize(
    ("start", "years", "expected"),
    [
        # 29 February 2024 less 216 days; 1 March 2025 (there is no 29 February) less 270.
        pytest.param("2020-02-29", 4, "now from 2023-07-28", id="from a leap day to a leap day"),
        pytest.param("2020-02-29", 5, "now from 2024-06-04", id="from a leap day to none"),
        # 30 June 2021 (there is no 31 June) is passed by a day: 1 July 2021 less 81 days.
        pytest.param("2019-12-31", 1.5, "now from 2021-04-11", id="from the end of a month"),
    ],
)
def test_the_ends_of_months(start, years, expected):
    assert ask(Q, {"effective_start": start, "years": years}) == expected


@pytest.mark.parametrize(
    ("offense", "expected"),
    [
        pytest.param("1987-11-01", "now from 2024-04-06", id="the first day without parole"),
        pytest.param("1987-10-31", "unknown not before 2024-04-06: law:us/release.before_1987",
                     id="the day before: other rules"),
        pytest.param(..., "unknown not before 2024-04-06: charge.offense_date, "
                     "law:us/release.before_1987", id="the day is not known"),
    ],
)  # fmt: skip
def test_older_offenses_keep_older_rules(offense, expected):
    assert ask(Q, {}, offense_date=offense) == expected


@pytest.mark.parametrize(
    ("about", "expected"),
    [
        pytest.param({"jurisdiction": "us-fed"}, "now from 2024-04-06", id="a federal court"),
        pytest.param({"jurisdiction": "us-mo"}, "not_applicable", id="a court of a state"),
        pytest.param({"disposition": "dismissed"}, "not_applicable", id="no conviction"),
        pytest.param({"as_of": "2019-07-18"}, "not_applicable", id="the day before the law"),
        pytest.param({"as_of": "2019-07-19"}, "later from 2024-04-06", id="its first day"),
        pytest.param({"as_of": "2024-04-05"}, "later from 2024-04-06", id="the day before"),
        pytest.param({"as_of": "2024-04-06"}, "now from 2024-04-06", id="the day itself"),
    ],
)
def test_whom_it_reaches_and_from_when(about, expected):
    assert ask(Q, {}, **about) == expected
