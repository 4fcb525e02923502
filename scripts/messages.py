#!/usr/bin/env python3
"""Gather every text of the site that can be translated, and bring the catalogs up to date.

Run it after a text of the site has changed; then translate what is empty in
``src/homeward/web/messages/es.po``. A test says what is missing.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po, write_po

from homeward import law
from homeward.explain.description import ENDED

ROOT = Path(__file__).resolve().parent.parent
SITE = ROOT / "src" / "homeward" / "web"
CATALOGS = SITE / "messages"

METHODS = [("**.py", "python"), ("templates/**.html", "jinja2")]
KEYWORDS = {"_": None, "say": None, "gettext": None, "ngettext": (1, 2), "say_number": (1, 2)}


def gathered() -> Catalog:
    """Every text: those of templates and code, and those of facts that the site asks for."""
    found = Catalog(project="homeward")
    texts = extract_from_dir(
        SITE, METHODS, {"**.html": {"trimmed": "true", "newstyle_gettext": "true"}}, KEYWORDS
    )
    for _, _, text, _, _ in texts:
        found.add(text)
    for text in words_of_facts():
        found.add(text)
    return found


def words_of_facts() -> Iterator[str]:
    """The questions about facts, and the words for how heavy a charge is and how it ended."""
    words = law.vocabulary()
    yield from ENDED.values()
    yield from words["charge.severity"].values
    yield from (fact.ask for fact in words.values() if fact.ask)


def renewed(language: str) -> Catalog:
    """The catalog of a language with every text, what is translated kept."""
    path = CATALOGS / f"{language}.po"
    old = Catalog(locale=language)
    if path.exists():
        with path.open("rb") as file:
            old = read_po(file, locale=language)
    new = Catalog(locale=language, project="homeward")
    for message in gathered():
        if message.id:
            kept = old.get(message.id[0] if isinstance(message.id, tuple) else message.id)
            new.add(message.id, kept.string if kept else "", flags=message.flags)
    return new


def write(language: str) -> None:
    """Write the catalog of a language."""
    catalog = renewed(language)  # read before the file is opened anew
    with (CATALOGS / f"{language}.po").open("wb") as file:
        write_po(
            file, catalog, omit_header=True, sort_output=True, width=100, include_lineno=False
        )  # fmt: skip


if __name__ == "__main__":
    for one in sys.argv[1:] or ["es"]:
        write(one)
