"""Oregon: guilty except for insanity, ORS 137.223."""

import pytest

from tests.law.us.or_.records import a_charge, ask, convicted, since


def excused(level="MA", on="2015-03-10", ended="2020-03-10", **facts):
    facts = {"review_board_ended_on": ended, **facts}
    return a_charge(level, "guilty_except_for_insanity", on, **facts)


@pytest.mark.parametrize(
    ("charge", "expected"),
    [
        pytest.param(excused("FB", statute="165.803"), "later 2027-03-10", id="class B felony"),
        pytest.param(excused("FC"), "now 2025-03-10", id="class C felony"),
        pytest.param(excused("MA"), "now 2023-03-10", id="class A misdemeanor"),
        pytest.param(excused("MB"), "now 2021-03-10", id="class B misdemeanor"),
        pytest.param(excused("MC"), "now 2021-03-10", id="class C misdemeanor"),
        pytest.param(excused("FA"), "never", id="class A felony"),
        pytest.param(excused("VB"), "never", id="a violation"),
        pytest.param(excused("MA", ended="2023-11-23"), "now 2026-11-23", id="three years today"),
        pytest.param(excused("MA", ended="2023-11-24"), "later 2026-11-24", id="and tomorrow"),
        pytest.param(excused("MA", ended="2015-01-01"), "now 2018-03-10",
                     id="the board was done before the judgment"),
        pytest.param(excused("MA", ended=None), "unknown 2018-03-10..never", id="not known when"),
        pytest.param(excused("MA", ended="2020-02-29"), "now 2023-02-28", id="from a leap day"),
        pytest.param(excused("MA", jurisdiction="us-wa"), "never", id="elsewhere"),
        pytest.param(excused("M", **{"class": None}), "now 2021-03-10..2023-03-10",
                     id="the class is not known"),
    ],
)  # fmt: skip
def test_the_wait(charge, expected):
    assert since(charge) == expected


@pytest.mark.parametrize(
    ("other", "expected"),
    [
        pytest.param(convicted("MA", "2025-05-05"), "later 2028-05-05", id="a conviction"),
        pytest.param(convicted("VB", "2025-05-05", statute="471.430"), "later 2028-05-05",
                     id="even a single violation"),
        pytest.param(convicted("VB", "2025-05-05", statute="811.100"), "now 2023-03-10",
                     id="but for traffic"),
        pytest.param(convicted("VB", "2025-05-05", statute="471.430", county="Multnomah"),
                     "unknown 2023-03-10..2028-05-05", id="or what may be traffic"),
        pytest.param(convicted("VB", "2025-05-05", statute="471.430", county="Multnomah",
                               traffic_violation=True), "now 2023-03-10", id="or what is"),
        pytest.param(convicted("VB", "2025-05-05", statute="475.999", county="Multnomah",
                               description="Possession of marijuana"), "later 2028-05-05",
                     id="or marijuana, there too"),
        pytest.param(excused("MA", on="2025-05-05"), "later 2028-05-05", id="another judgment"),
        pytest.param(convicted("VB", "2025-05-05", statute="161.405",
                               facts={"underlying_conduct": "traffic"}), "now 2023-03-10",
                     id="an attempt at traffic"),
    ],
)  # fmt: skip
def test_other_judgments(other, expected):
    assert since(excused("MA"), other) == expected


@pytest.mark.parametrize(
    "statute",
    ["163.427", "163.355", "164.405", "164.225", "811.140", "162.185", "163.275", "164.075",
     "166.643", "475.908", "475.910"],
)  # fmt: skip
def test_what_is_left_out_of_other_motions_is_open_here(statute):
    assert ask(excused("MA", statute=statute)).endswith("law:us-or/insanity_exclusions")
