"""From charges that open to work: petitions by a share, orders at once, and what piles up."""

import pytest

from homeward.reform.workload import Terms, read_terms, workload
from homeward.screen.problem import WishError


def curve(before, after):
    """Two years of months: so many at first, and so many more a month."""

    def at(start, more, month):
        return {"at_least": start + more * month, "at_most": start + more * month}

    return [
        {"on": f"month {n}", "before": at(*before, n), "after": at(*after, n)} for n in range(25)
    ]


def work(told, law, key="work"):
    return [year[law][key]["at_least"] for year in told["years"]]


def test_a_share_of_those_who_may_ask_does_so_within_its_months():
    told = workload(curve((1000, 0), (0, 0)), Terms(take_up=0.3, months=24))
    assert sum(work(told, "before")) == 300
    assert work(told, "after") == [0, 0]


def test_the_published_share_is_reached_after_five_years():
    months = curve((100_000, 0), (0, 0)) + curve((100_000, 0), (0, 0))[1:]
    long = [{**point, "on": f"month {n}"} for n, point in enumerate(months + months[1:13])]
    told = workload(long, Terms())
    assert len(told["years"]) == 5
    assert sum(work(told, "before")) == pytest.approx(6500, abs=3)


def test_what_opens_without_asking_is_an_order_each():
    told = workload(curve((0, 10), (0, 25)), Terms(automatic=True))
    assert (work(told, "before"), work(told, "after")) == ([120, 120], [300, 300])


def test_more_than_can_be_done_piles_up():
    told = workload(curve((0, 10), (0, 25)), Terms(automatic=True, a_month=20))
    assert work(told, "before", "piled_up") == [0, 0]
    assert work(told, "after", "piled_up") == [60, 120]


def test_a_month_has_a_twelfth_of_its_year():
    told = workload(curve((0, 10), (0, 25)), Terms(automatic=True))
    assert (work(told, "before", "a_month"), work(told, "after", "a_month")) == ([10, 10], [25, 25])
    few = workload(curve((100, 0), (0, 0)), Terms(take_up=0.06, months=12))
    assert work(few, "before", "a_month")[0] == 0.5


def test_a_share_of_petitions_is_heard():
    told = workload(curve((1000, 0), (0, 0)), Terms(take_up=0.3, months=24, hearings=0.5))
    assert sum(work(told, "before", "hearings")) == pytest.approx(150, abs=1)


def test_a_range_stays_a_range():
    points = curve((0, 0), (0, 0))
    for point in points:
        point["before"] = {"at_least": 10, "at_most": 500}
    first = workload(points, Terms(take_up=0.5, months=12))["years"][0]["before"]["work"]
    assert first == {"at_least": 5, "at_most": 250}


@pytest.mark.parametrize(
    ("text", "said"),
    [("take_upp = 0.1", "take_upp says nothing here"), ("take_up = 7", "write a share"),
     ("take_up =", "cannot be read as TOML")],
)  # fmt: skip
def test_what_cannot_be_read_is_said(tmp_path, text, said):
    file = tmp_path / "work.toml"
    file.write_text(text, encoding="utf-8")
    with pytest.raises(WishError, match=said):
        read_terms(file)


def test_a_share_without_a_source_is_yours(tmp_path):
    file = tmp_path / "work.toml"
    file.write_text("take_up = 0.1\nmonths = 12\n", encoding="utf-8")
    assert read_terms(file) == Terms(take_up=0.1, months=12, cite="yours")
