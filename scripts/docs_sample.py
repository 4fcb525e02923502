#!/usr/bin/env python3
"""Write the page of the shares behind a synthetic state, from its file of distributions."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping
from itertools import groupby
from pathlib import Path
from typing import Any

from homeward import law
from homeward.rules.printing import as_markdown
from homeward.rules.printing.blocks import Block, Heading, Paragraph, Table
from homeward.sample import Distributions, read_distributions

PAGE = Path(__file__).resolve().parent.parent / "docs" / "sample-shares.md"

INTRODUCTION = """\
[A synthetic state](sample.md) is drawn from the shares on this page. They are those of
`src/homeward/law/us/mo/sample.toml`, from which the page is made. Another place has such a file
beside its own law; what that file does not hold is as here, at second hand. Each share has its
source, and how sure it is for Missouri:

| | |
| --- | --- |
| high | the source was read and says this about Missouri |
| medium | the source was read and says nearly this: a goal, an estimate, the range of a statute |
| low | the source was read and is about another place or time |
| assumed | no source was at hand; the number makes the sample lively, and measures nothing |

"Suffolk County" is the county of Boston, Massachusetts: its prosecutions of 2013 to 2018, as
published in `codeforboston/clean-slate-data`. A few shares were counted; no record was copied."""

_TITLES = {
    "people": "The people",
    "cases": "Their cases",
    "charges": "The charges",
    "dispositions": "How charges end",
    "sentences": "Sentences",
    "money": "Money",
    "facts": "Facts that are drawn by themselves",
    "contacts": "Alcohol contacts",
    "missing": "What is left out",
    "wrong": "What is wrong",
    "edges": "Edges of the calendar",
}
_SIGMA = "one in six is above"
_MOST_WORDS = 8


def page() -> str:
    """The page of shares."""
    return as_markdown(_blocks(read_distributions("us-mo")))


def _blocks(book: Distributions) -> Iterator[Block]:
    yield Heading(f"The shares behind a synthetic {book.title}", 1)
    yield Paragraph(INTRODUCTION)
    for part, entries in groupby(book.entries.items(), lambda item: item[0].partition(".")[0]):
        yield Heading(_TITLES[part], 2)
        rows = [row for name, entry in entries for row in _rows(book, name, entry)]
        yield Table(("what", "how often", "certainty", "source"), tuple(rows))
    yield Heading("The offenses", 2)
    yield Paragraph("The weights are among the offenses of the same kind of case.")
    yield Table(("statute", "offense", "level", "kind of case", "weight"), tuple(_offenses(book)))


def _rows(book: Distributions, name: str, entry: Mapping[str, Any]) -> Iterator[tuple[str, ...]]:
    about = (entry["certainty"], _source(entry))
    if name == "missing":
        for row in entry["rows"]:
            yield (f"`{row['field']}`", _percent(row["rate"]), *about)
            about = (entry["certainty"], "as above")
        return
    fact = name.removeprefix("facts.")
    says = entry["says"] if fact == name else f"`{fact}`: {law.vocabulary()[fact].says}"
    yield (f"{says}{_of(entry)}", _values(book, name, entry), *about)


def _source(entry: Mapping[str, Any]) -> str:
    """The source, without the word that the certainty says already."""
    source = entry["source"]
    if entry["certainty"] == "assumed":
        source = source.removeprefix("assumed").lstrip(":;, ")
    return str(source)


def _of(entry: Mapping[str, Any]) -> str:
    limits = [f"for: {', '.join(entry['of'])}"] if "of" in entry else []
    limits += [f"told of {_percent(entry['told'])} of them"] if "told" in entry else []
    return f" ({'; '.join(limits)})" if limits else ""


def _values(book: Distributions, name: str, entry: Mapping[str, Any]) -> str:
    if "rate" in entry:
        return _percent(entry["rate"])
    if "median" in entry:
        high = book.bands(name).high
        upper = min(entry["median"] * math.exp(entry["spread"]), entry["most"])
        return f"half are above {entry['median']:,}, {_SIGMA} {upper:,.0f}, none above {high[-1]:,}"
    if "mark" in entry:
        return f"yes for offenses marked {entry['mark']}"
    if "rows" in entry:
        return "by the offense" if name.startswith("facts.") else "a table in the file"
    weights = entry.get("shares") or entry["bands"]
    return _listed(weights)


def _listed(weights: Mapping[str, float]) -> str:
    total = sum(weights.values())
    said = [f"{word.replace('unknown', 'not known')}: {_percent(weight / total)}"
            for word, weight in weights.items()]  # fmt: skip
    rest = f", and {len(said) - _MOST_WORDS} more" if len(said) > _MOST_WORDS else ""
    return ", ".join(said[:_MOST_WORDS]) + rest


def _percent(share: float) -> str:
    return f"{share * 100:.3g} %"


def _offenses(book: Distributions) -> Iterator[tuple[str, ...]]:
    for row in book.rows("charges.offenses"):
        before = f" (before 2017: {row['was']})" if "was" in row else ""
        level = f"{row['level']} {row.get('class', '')}".strip()
        yield (f"{row['statute']}{before}", row["says"], level, row["pool"], f"{row['weight']:g}")


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
