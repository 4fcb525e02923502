"""What a reform changes in the words of the law's pages."""

from datetime import date

import pytest

from homeward.reform.law_changes import changes_of_law, marked
from homeward.rules.patch import read_patch

DAY = date(2026, 11, 23)


def changes(**told):
    return changes_of_law((), (read_patch({"title": "A bill", "law": "us-mo", **told}),), DAY)


def texts(sides):
    return ["".join(text for text, _ in line) for line in sides]


def test_a_number_is_told_where_it_stands_with_the_word_that_changes_marked():
    found = changes(set={"expunge.wait.felony_years": 2})
    (wait,) = [one for one in found if one["under"] == "RSMo 610.140.6(1): wait since completion"]
    # the statute says three years for a felony (RSMo 610.140.6(1)), the bill says two
    assert any(line.startswith("felony: 3 ") for line in texts(wait["before"]))
    assert any(line.startswith("felony: 2 ") for line in texts(wait["after"]))
    assert ("2", True) in [piece for line in wait["after"] for piece in line]
    assert wait["rules"] == ["Expungement on petition"]
    (numbers,) = [one for one in found if one["under"] == "Numbers and dates of the law"]
    for line in texts(numbers["before"]):
        assert line.startswith("Years to wait after a felony's sentence is complete")


def test_a_condition_that_is_dropped_is_told_whole_and_then_that_it_is_not_asked_for():
    found = changes(drop=["expungement/nothing_pending"])
    (gone,) = [one for one in found if "nothing pending" in one["under"]]
    assert texts(gone["before"])[0] == "The law asks that no charge is open."
    assert texts(gone["after"]) == ["It is not asked for."]


def test_a_condition_that_is_dropped_later_is_told_with_its_last_day():
    found = changes(drop=["expungement/nothing_pending"], **{"from": date(2027, 8, 28)})
    (gone,) = [one for one in found if "nothing pending" in one["under"]]
    (line,) = texts(gone["after"])
    assert "Until 2027-08-27. It is not law on 2027-08-28." in line


def test_an_offense_put_on_a_list_is_the_only_row_of_it_that_is_told():
    found = changes(list={"listed-610-140-3-6": ["574.010"]})
    rows = [one for one in found if one["under"] == "Lists of offenses"]
    assert rows
    for one in rows:
        assert one["before"] == []
        assert [line.startswith("listed-610-140-3-6: 574.010") for line in texts(one["after"])] == [
            True
        ]


def test_a_reform_that_starts_later_is_shown_by_the_law_of_its_start():
    found = changes(set={"expunge.wait.felony_years": 2}, **{"from": date(2027, 8, 28)})
    (wait,) = [one for one in found if one["under"] == "RSMo 610.140.6(1): wait since completion"]
    assert any(line.startswith("felony: 2 ") for line in texts(wait["after"]))


SOME = {"applies_to": {"date": "charge.disposition_date", "from": date(2020, 1, 1)}}


def test_a_list_that_changes_for_some_charges_is_told_by_what_changes_of_it():
    found = changes(list={"listed-610-140-3-6": ["574.010"]},
                    unlist={"listed-610-140-3-6": ["389.653"]}, **SOME)  # fmt: skip
    (rows,) = [one for one in found if one["under"] == "Lists of offenses"]
    gone, come = (texts(rows[side]) for side in ("before", "after"))
    assert {line.partition(";")[0] for line in gone} == {"listed-610-140-3-6 as changed: 389.653"}
    assert {line.partition(";")[0] for line in come} == {"listed-610-140-3-6 as changed: 574.010"}
    (barred,) = [one for one in found if one["under"] == "RSMo 610.140.3(6): not listed"]
    assert any("is on or after 2020-01-01" in line for line in texts(barred["after"]))


def test_a_number_that_changes_for_some_charges_is_told_once_with_whom_it_is_about():
    found = changes(set={"expunge.wait.felony_years": 2}, **SOME)
    (wait,) = [one for one in found if one["under"] == "RSMo 610.140.6(1): wait since completion"]
    assert [line.partition(" years")[0] for line in texts(wait["before"])] == ["felony: 3"]
    after = texts(wait["after"])
    assert "is on or after 2020-01-01: 2 years" in after[1]
    assert after[2].strip().startswith("otherwise: 3 years")
    (numbers,) = [one for one in found if one["under"] == "Numbers and dates of the law"]
    assert all("felony" in line for side in ("before", "after") for line in texts(numbers[side]))


@pytest.mark.parametrize("told", [{}, {"set": {}}])
def test_nothing_changed_is_nothing_told(told):
    assert changes(**told) == []


def test_lines_that_do_not_pair_are_marked_whole():
    assert marked(["a b"], ["a b", "c"]) == (
        [[("a b", True)]],
        [[("a b", True)], [("c", True)]],
    )
