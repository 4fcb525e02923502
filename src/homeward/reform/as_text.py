"""The report as text to read."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

TITLES = {
    "county": "county", "offense": "chapter of the offense", "severity": "severity",
    "age": "age", "years_since": "years since the case was decided", "race": "race", "sex": "sex",
}  # fmt: skip
_MOST = 12


def lines(told: Mapping[str, Any]) -> Iterator[str]:
    """The lines of a report."""
    yield f"{told['notice']} Answers as of {told['as_of']}."
    yield f"Compared with: {', '.join(told['compared_with'])}."
    yield from told["notes"]
    for reform in told["reforms"]:
        yield ""
        yield from _reform(reform, told["smallest_group"])
    lacking = told["data"]["no_groups_by"]
    yield ""
    if lacking:
        yield f"Not by {', '.join(TITLES[name] for name in lacking)}: the data do not hold it."
    yield told["method"]


def _reform(one: Mapping[str, Any], least: int) -> Iterator[str]:
    title = "; ".join(one["titles"])
    yield title
    yield "─" * len(title)
    yield from (f"Status: {change['status']}." for change in one["changes"] if "status" in change)
    yield f"{one['charges']:,} charges of {one['people']:,} people, asked for: {one['question']}"
    yield f"  sooner than before:  {range_of(one['sooner'])}"
    yield f"  later than before:   {range_of(one['later'])}"
    yield f"  as open under both:  {one['open_under_both']:,} charges"
    yield f"  holds today, before: {range_of(one['today']['before'])}"
    yield f"  holds today, after:  {range_of(one['today']['after'])}"
    yield from _curve("Charges for which it holds", one["curve"])
    yield from _curve("People with nothing left", one["full_clearance"])
    yield from _workload(one["workload"])
    for group, rows in one["by"].items():
        yield from _group(group, rows, least)
    yield from _rest(one)


def _curve(title: str, curve: list[dict[str, Any]]) -> Iterator[str]:
    """The day asked, and the end of each year."""
    yield f"{title}, by the end of the year: before → after"
    for place, point in enumerate(curve):
        if place == 0 or point["on"].endswith("12-31"):
            yield (
                f"  {point['on']}  {numbers(point['before'])} → {numbers(point['after'])};"
                f" gained {numbers(point['gain'])}, lost {numbers(point['lose'])}"
            )


_WORK = {
    "work": "work",
    "a_month": "a month",
    "hearings": "heard",
    "piled_up": "piled up at its end",
}


def work_terms(told: Mapping[str, Any]) -> str:
    """How much of what opens was taken to become work, in words."""
    terms = told["terms"]
    if terms.get("automatic"):
        said = "Orders that the state makes by itself, in the year up to each day"
    else:
        said = (f"Petitions in the year up to each day, if {terms['take_up']:.1%} of those who may"
                f" ask do so within {terms['months']} months ({terms['cite']})")  # fmt: skip
    return said


def _workload(told: Mapping[str, Any]) -> Iterator[str]:
    yield work_terms(told)
    for year in told["years"]:
        parts = (
            f"{name} {numbers(year['before'][key])} → {numbers(year['after'][key])}"
            for key, name in _WORK.items()
            if key in year["before"]
        )
        yield f"  {year['on']}  {'; '.join(parts)}"


def numbers(bounds: Mapping[str, float]) -> str:
    """A range of bare counts in words.

    >>> numbers({"at_least": 3, "at_most": 1500})
    'at least 3, at most 1,500'
    """
    least, most = bounds["at_least"], bounds["at_most"]
    return f"{least:,}" if least == most else f"at least {least:,}, at most {most:,}"


def _group(group: str, rows: list[dict[str, Any]], least: int) -> Iterator[str]:
    yield f"By {TITLES[group]}"
    for row in rows[:_MOST]:
        if "hidden" not in row:
            moved = "; ".join(f"{name} {range_of(row[name])}" for name in ("sooner", "later"))
            yield f"  {row['value']}: {row['charges']:,} charges; {moved}"
    if len(rows) > _MOST:
        yield f"  … {len(rows) - _MOST:,} more in report.json"
    small = sum("hidden" in row for row in rows)
    if small:
        yield f"  {small} not shown: fewer than {least} people, or a row that would give them away"


def _rest(one: Mapping[str, Any]) -> Iterator[str]:
    if one["would_narrow"]:
        yield "Facts that would narrow these ranges, with the charges that lack them"
        yield from (f"  {row['charges']:>9,}  {row['fact']}" for row in one["would_narrow"])
    if one["not_named"]:
        found = "; ".join(f"{name} {numbers(bounds)}" for name, bounds in one["not_named"].items())
        yield f"Charges that the reform does not name, moved all the same: {found}"
    yield from (f"{note}." for note in one["notes"])


def range_of(bounds: Mapping[str, Mapping[str, int]]) -> str:
    """A range of counts in words.

    >>> range_of({"at_least": {"charges": 3, "people": 2}, "at_most": {"charges": 3, "people": 2}})
    '3 charges of 2 people'
    >>> range_of({"at_least": {"charges": 0, "people": 0}, "at_most": {"fewer_than": 11}})
    'at least 0 charges of 0 people, at most those of fewer than 11 people'
    """
    least, most = _count(bounds["at_least"]), _count(bounds["at_most"])
    return least if least == most else f"at least {least}, at most {most}"


def _count(count: Mapping[str, int]) -> str:
    if "fewer_than" in count:
        return f"those of fewer than {count['fewer_than']} people"
    return f"{count['charges']:,} charges of {count['people']:,} people"
